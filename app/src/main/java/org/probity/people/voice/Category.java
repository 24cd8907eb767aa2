package org.probity.people.voice;

import java.util.Arrays;
import java.util.Optional;

/** What a report is about, in the words that are counted. */
public enum Category {
    FRAUD, LAW, DISCRIMINATION, HARASSMENT, PRIVACY, FORCED_LABOUR, PAY_AND_HOURS, SAFETY, CONDUCT, RETALIATION, OTHER;

    static Optional<Category> of(String code) {
        return Arrays.stream(values()).filter(it -> it.name().equals(code)).findFirst();
    }

    String key() {
        return "voice.category." + name();
    }
}
