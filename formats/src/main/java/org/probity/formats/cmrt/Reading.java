package org.probity.formats.cmrt;

import java.util.List;

/// What came of trying to read a file: a declaration, or one clear reason why not. Nothing a sender can do makes the reader throw.
public sealed interface Reading {

    record Read(Declaration declaration) implements Reading {
    }

    /// @param args what the reason's sentence needs, in the order given at the reason
    record Unreadable(Reason reason, List<Object> args) implements Reading {

        public Unreadable {
            args = List.copyOf(args);
        }

        Unreadable(Reason reason, Object... args) {
            this(reason, List.of(args));
        }

        /// The key under which the words are kept: `cmrt.unreadable.too-big`.
        public String key() {
            return "cmrt.unreadable." + reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// What a file can have too much of.
    enum Measure { FILE, ENTRIES, ENTRY, RATIO, TEXT, CELLS, HEAP }

    enum Reason {
        /// Nothing was in the file.
        EMPTY,
        /// Neither an .xlsx nor an .xls workbook.
        NOT_A_WORKBOOK,
        /// A workbook, but not this form.
        NOT_A_CMRT,
        /// A sister form: {0} is its short name (EMRT, CRT, AMRT, PRT).
        OTHER_TEMPLATE,
        /// Version 1: other sheets, other questions.
        TOO_OLD_V1,
        /// A version this library has no layout for: {0}.
        UNKNOWN_VERSION,
        /// Locked with a password for opening.
        ENCRYPTED,
        /// More than the limit: {0} is the [Measure], {1} the limit.
        TOO_BIG,
        /// The reader was stopped at its deadline: {0} milliseconds.
        TOO_SLOW,
        /// Cut, or inconsistent in itself.
        DAMAGED,
        /// Carries macros or other content that runs.
        ACTIVE_CONTENT,
        /// Declares a document type or entities; no spreadsheet program does.
        UNSAFE_MARKUP
    }
}
