package org.probity.formats.epcis;

import java.util.Locale;
import java.util.Set;
import org.probity.formats.Sentences;

/// The sentences for what was refused, in English and Chinese.
public final class Words {

    private final Sentences sentences;

    private Words(Sentences sentences) {
        this.sentences = sentences;
    }

    /// Chinese for every Chinese locale, English for all others.
    public static Words of(Locale locale) {
        return new Words(new Sentences(Words.class, "refusals", locale));
    }

    /// Where it stands and what is wrong: `Event 3, line 41, quantityList: "kg" is no code of a unit.`
    public String say(Reading.Refusal refusal) {
        Position at = refusal.at();
        StringBuilder said = new StringBuilder();
        if (at.event() > 0) {
            said.append(sentences.say("epcis.at.event", at.event()));
        }
        if (at.line() > 0) {
            said.append(sentences.say("epcis.at.line", at.line()));
        }
        if (!at.path().isEmpty()) {
            said.append(sentences.say("epcis.at.field", at.path()));
        }
        Object[] args = refusal.args().stream()
                .map(it -> it instanceof Reading.Measure measure ? sentences.text("epcis.measure." + measure.name().toLowerCase(Locale.ROOT)) : it.toString())
                .toArray();
        return said.append(sentences.say(refusal.key(), args)).toString();
    }

    public Set<String> keys() {
        return sentences.keys();
    }
}
