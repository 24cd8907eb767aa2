package org.probity.formats.ipc1752;

import java.util.List;
import java.util.Locale;

/// What came of trying to read a file: a declaration, or one clear reason why not. Nothing a sender can do makes the reader throw.
public sealed interface Reading {

    record Read(Declaration declaration) implements Reading {
    }

    /// @param args what the reason's sentence needs, in the order given at the reason
    record Unreadable(Reason reason, List<Object> args) implements Reading {

        public Unreadable {
            args = List.copyOf(args);
        }

        public Unreadable(Reason reason, Object... args) {
            this(reason, List.of(args));
        }

        /// The key under which the words are kept: `ipc1752.unreadable.too-big`.
        public String key() {
            return "ipc1752.unreadable." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a file can have too much of.
    enum Measure { FILE, ELEMENTS, DEPTH, ATTRIBUTES, TEXT, HEAP }

    enum Reason {
        /// Nothing was in the file.
        EMPTY,
        /// No XML: a PDF, a picture, a workbook.
        NOT_XML,
        /// XML, but not this form: {0} is its outermost element.
        NOT_A_DECLARATION,
        /// A version this library does not read: {0} is its namespace or number.
        UNKNOWN_VERSION,
        /// A question to a supplier, without an answer.
        REQUEST_ONLY,
        /// Only other classes: {0} names them.
        OTHER_CLASS,
        /// The form, with no product or no section of class C or D.
        NOTHING_DECLARED,
        /// More than the limit: {0} is the [Measure], {1} the limit.
        TOO_BIG,
        /// The reader was stopped at its deadline: {0} milliseconds.
        TOO_SLOW,
        /// Cut, or not well formed, at line {0}; 0 when that is not known.
        DAMAGED,
        /// Declares a document type or entities; no program that writes this form does.
        UNSAFE_MARKUP
    }
}
