package org.probity.formats.ipc1752;

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

    public Set<String> keys() {
        return sentences.keys();
    }

    private String say(String key, List<Object> args) {
        Object[] words = args.stream().map(it -> it instanceof Reading.Measure measure ? sentences.text("ipc1752.measure." + measure.name().toLowerCase(Locale.ROOT)) : it.toString()).toArray();
        return sentences.say(key, words);
    }
}
