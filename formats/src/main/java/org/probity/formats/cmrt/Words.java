package org.probity.formats.cmrt;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.probity.formats.Sentences;

/// The sentences for findings and for unreadable files, in English and Chinese.
public final class Words {

    private final Sentences sentences;

    private Words(Sentences sentences) {
        this.sentences = sentences;
    }

    /// Chinese for every Chinese locale, English for all others.
    public static Words of(Locale locale) {
        return new Words(new Sentences(Words.class, "findings", locale));
    }

    public String say(Finding finding) {
        return say(finding.key(), finding.args());
    }

    public String say(Reading.Unreadable unreadable) {
        return say(unreadable.key(), unreadable.args());
    }

    /// The word for one of this package's enums, e.g. a metal or a field.
    public String word(Enum<?> value) {
        return sentences.text(key(value));
    }

    public Set<String> keys() {
        return sentences.keys();
    }

    private String say(String key, List<Object> args) {
        Object[] words = args.stream().map(this::word).toArray();
        return sentences.say(key, words);
    }

    private Object word(Object arg) {
        return switch (arg) {
            case Enum<?> value -> word(value);
            case java.util.Collection<?> many -> String.join(sentences.chinese() ? "、" : ", ",
                    many.stream().map(one -> word(one).toString()).toList());
            case Integer number -> number.toString();
            case Long number -> number.toString();
            default -> arg.toString();
        };
    }

    static String key(Enum<?> value) {
        String type = value.getDeclaringClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2");
        return "cmrt." + (type + "." + value.name()).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
