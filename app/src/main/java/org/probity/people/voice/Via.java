package org.probity.people.voice;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a report reached us: written in its writer's own browser, or told or sent another way and written down by somebody who has seen it. The latter is weaker: whoever wrote it down
 * knows it, and perhaps who told it.
 */
public enum Via {
    WEB, EMAIL, PHONE, LETTER, ACCOUNT, MEETING;

    static Optional<Via> of(String code) {
        return Arrays.stream(values()).filter(it -> it.name().equals(code)).findFirst();
    }

    String key() {
        return "voice.via." + name();
    }
}
