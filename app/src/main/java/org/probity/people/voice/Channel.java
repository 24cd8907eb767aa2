package org.probity.people.voice;

import java.util.Arrays;
import java.util.Optional;

/** Whose mailbox a report is for. The committee is the board's: where it goes when fewer than two others are left to read it. */
public enum Channel {
    LEGAL, AUDIT, HR, FACTORY, UNION, COMMITTEE;

    static Optional<Channel> of(String code) {
        return Arrays.stream(values()).filter(it -> it.name().equals(code)).findFirst();
    }

    public String key() {
        return "voice.channel." + name();
    }

    /** What whoever writes is told of it. */
    String text() {
        return key() + ".text";
    }
}
