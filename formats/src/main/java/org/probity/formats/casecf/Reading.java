package org.probity.formats.casecf;

import java.util.List;

/// What came of trying to read a file: a framework, or one clear reason why not. Nothing a sender can do makes the reader throw.
public sealed interface Reading {

    record Read(Framework framework) implements Reading {
    }

    /// @param args what the reason's sentence needs, in the order given at the reason
    record Unreadable(Reason reason, List<Object> args) implements Reading {

        public Unreadable {
            args = List.copyOf(args);
        }

        public Unreadable(Reason reason, Object... args) {
            this(reason, List.of(args));
        }
    }

    /// What a file can have too much of.
    enum Measure { FILE, VALUES, DEPTH, TEXT, NODES, HEAP }

    enum Reason {
        /// Nothing was in the file.
        EMPTY,
        /// No JSON: a PDF, a picture, a workbook.
        NOT_JSON,
        /// JSON, but without a `CFDocument`.
        NOT_A_FRAMEWORK,
        /// A part of the framework is no list of objects: {0} names it.
        WRONG_FORM,
        /// An item, association or the document has no identifier: {0} is its kind.
        NO_IDENTIFIER,
        /// Two have the identifier {0}.
        TWICE,
        /// Items that lie in each other in a circle; {0} is one of them.
        CIRCLE,
        /// More than the limit: {0} is the [Measure], {1} the limit.
        TOO_BIG,
        /// The reader was stopped at its deadline: {0} milliseconds.
        TOO_SLOW,
        /// Cut, or not well formed, at line {0}; 0 when that is not known.
        DAMAGED
    }
}
