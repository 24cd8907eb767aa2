package org.probity.formats.epcis;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What came of reading a document. Nothing a sender can do makes the reader throw.
///
/// Events that were good have been handed out by then, also those of a document that broke later: whoever wants all or nothing waits for
/// [#whole].
///
/// @param document what it says of itself; null where nothing of it could be read
/// @param events how many were handed out
/// @param refusedEvents how many were not
/// @param refusals why not, in the order found, up to [Limits#refusals]; one event can have several
/// @param broken why reading ended early; null where it reached the end
public record Reading(@Nullable Document document, long events, long refusedEvents, List<Refusal> refusals, @Nullable Refusal broken) {

    public Reading {
        refusals = List.copyOf(refusals);
    }

    /// The document was read to its end and every event in it was good.
    public boolean whole() {
        return broken == null && refusedEvents == 0;
    }

    /// @param syntax how it was written
    /// @param version `2.0` or `1.2`
    /// @param query the answer to a query rather than something to capture
    /// @param created as written; null where it does not say
    public record Document(Syntax syntax, String version, boolean query, @Nullable String created) {}

    /// How a document is written.
    public enum Syntax { JSON, XML }

    /// One thing that is wrong, and where.
    ///
    /// @param args what the reason's sentence needs, in the order given at the reason
    public record Refusal(Position at, Reason reason, List<Object> args) {

        public Refusal {
            args = List.copyOf(args);
        }

        /// The key under which the words are kept: `epcis.refused.wrong-time`.
        public String key() {
            return "epcis.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a document can have too much of.
    public enum Measure { DOCUMENT, EVENT, VALUES, DEPTH, TEXT, NAME }

    /// Why something was refused.
    public enum Reason {
        // Of the whole document: reading ends there.
        /// Nothing was in it.
        EMPTY,
        /// Neither JSON nor XML.
        UNKNOWN_SYNTAX,
        /// JSON or XML, but no EPCIS: {0} is what it is instead.
        NOT_EPCIS,
        /// A version this library does not read: {0}.
        UNKNOWN_VERSION,
        /// JSON whose events stand before, or without, their `@context`.
        NO_CONTEXT,
        /// Cut, or not well formed.
        DAMAGED,
        /// Declares a document type or entities that point elsewhere.
        UNSAFE_MARKUP,
        /// More than the limit: {0} is the [Measure], {1} the limit. Inside an event, only that event is refused.
        TOO_BIG,
        /// A field of the document itself has a wrong value: {0} is the field, {1} the value.
        WRONG_HEADER,

        // Of one event: the others are read all the same.
        /// {0} is the field that has to be there.
        MISSING,
        /// {0} is a field the standard does not have there; fields of others need a namespace.
        UNKNOWN_FIELD,
        /// {0} stands twice.
        TWICE,
        /// {0} is not the kind of value that belongs there: text where a list is wanted.
        WRONG_TYPE,
        /// {0} is no kind of event.
        UNKNOWN_EVENT,
        /// {0} is not ADD, OBSERVE or DELETE.
        WRONG_ACTION,
        /// {0} is no time with a zone, or not between the years 1 and 9999.
        WRONG_TIME,
        /// {0} is no offset of a zone, `+01:00`.
        WRONG_ZONE,
        /// {0} is neither a word of the vocabulary nor an address.
        UNKNOWN_WORD,
        /// {0} is no address of a thing or place (URI).
        WRONG_ADDRESS,
        /// {0} is no amount above 0 with at most 30 digits.
        WRONG_AMOUNT,
        /// {0} is no code of a unit (UN/ECE Recommendation 20).
        WRONG_UNIT,
        /// {0} is no number.
        WRONG_NUMBER,
        /// {0} and {1} cannot stand together.
        CONTRADICTION,
        /// {0} stands behind the fields it has to come before; XML has an order.
        WRONG_ORDER
    }
}
