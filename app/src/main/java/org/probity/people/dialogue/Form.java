package org.probity.people.dialogue;

import java.util.Arrays;
import java.util.Optional;

/** A discussion session, to which everybody of a place may come, or a democratic-life meeting, at which those who lead answer for themselves. */
public enum Form {
    SESSION, DEMOCRATIC;

    static Optional<Form> of(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }

    public String key() {
        return "dialogue.form." + name();
    }
}
