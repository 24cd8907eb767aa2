package org.probity.formats.ipc1752;

import java.util.List;

/// One thing said about one value.
///
/// @param key under which the words are kept, e.g. `ipc1752.cas-wrong`; [Words] has them in English and Chinese
/// @param severity whether the declaration can be accepted with it
/// @param value what stands there now, as the supplier wrote it
/// @param args what the sentence needs, in the order of its placeholders
public record Finding(String key, Severity severity, Place place, String value, List<Object> args) {

    public enum Severity {
        /// The declaration goes back.
        MUST_CORRECT,
        /// A person decides.
        LOOK_AT
    }

    public Finding {
        args = List.copyOf(args);
    }

    static Finding mustCorrect(String key, Value at, Object... args) {
        return new Finding(key, Severity.MUST_CORRECT, at.at(), at.text(), List.of(args));
    }

    static Finding lookAt(String key, Value at, Object... args) {
        return new Finding(key, Severity.LOOK_AT, at.at(), at.text(), List.of(args));
    }
}
