package org.probity.formats.cmrt;

import java.util.List;

/// One thing said about one cell.
///
/// @param key under which the words are kept, e.g. `cmrt.answer-missing`; [Words] has them in English and Chinese
/// @param severity whether the declaration can be accepted with it
/// @param cell where
/// @param value what stands there now, as the supplier typed it
/// @param args what the sentence needs, in the order of its placeholders: enums of this package, text, numbers, days
public record Finding(String key, Severity severity, CellRef cell, String value, List<Object> args) {

    public enum Severity {
        /// The declaration goes back.
        MUST_CORRECT,
        /// A person decides.
        LOOK_AT
    }

    public Finding {
        args = List.copyOf(args);
    }

    static Finding mustCorrect(String key, Cell cell, Object... args) {
        return new Finding(key, Severity.MUST_CORRECT, cell.at(), cell.value(), List.of(args));
    }

    static Finding lookAt(String key, Cell cell, Object... args) {
        return new Finding(key, Severity.LOOK_AT, cell.at(), cell.value(), List.of(args));
    }
}
