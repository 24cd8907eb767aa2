package org.probity.trace;

/** What became of a step that was handed to a book. */
public sealed interface Outcome {

    /**
     * It stands in the book.
     *
     * @param unaccounted what its inputs lack (above nought) or its outputs and scrap lack (below nought) to close; noted as found, or as lost
     */
    record Kept(long unaccounted) implements Outcome {}

    /**
     * It does not, and the book is as it was.
     *
     * @param item the item that is in the way, -1 when it is none of them
     * @param mass the mass that is in the way, or nought
     */
    record Refused(Reason reason, int item, long mass) implements Outcome {}

    /** Why a step is refused. */
    enum Reason {
        /** An event of this number stands in the book. */
        EVENT_TWICE,
        /** It has neither inputs nor outputs. */
        EMPTY,
        /** It has more inputs, outputs and flows than {@link Limits#PARTS}. */
        TOO_MANY,
        /** Items have numbers from nought. */
        NO_SUCH_NUMBER,
        /** An item stands twice among the inputs, or among the outputs. */
        LISTED_TWICE,
        /** A mass below nought. */
        NEGATIVE_MASS,
        /** A mass above what the book takes for possible. */
        ABSURD_MASS,
        /** An input that nobody made or received. */
        UNKNOWN_ITEM,
        /** An input that was made later than this happened, or a pool that was moved later. */
        OUTPUT_BEFORE_INPUT,
        /** An output that is among what the inputs were made from. Only a pool takes back what came of it. */
        CYCLE,
        /** An output that was made before. What is made in several steps is a pool. */
        MADE_TWICE,
        /** An input of which nothing is left. */
        USED_TWICE,
        /** An input that was packed, and is packed again before it was taken out. */
        PACKED_TWICE,
        /** An output that is taken out of something it is not in. */
        NOT_IN_THERE,
        /** More of an input than there is, by more than the book allows. */
        MORE_THAN_THERE_IS,
        /** Outputs and scrap differ from inputs by more than the book allows. */
        DOES_NOT_CLOSE,
        /** What is measured, or where outputs are said to begin, does not fit the step's own inputs and outputs. */
        DOES_NOT_FIT,
        /** No step that stands in the book is of this event: it was never there, or is corrected already. */
        NO_SUCH_EVENT,
        /** A queue or a pack that has moved since, so that its order would be another one. Build the book again from its steps. */
        MOVED_ON,
        /** A pool that is of the other kind, or an item that is no pool. */
        NOT_THAT_POOL
    }
}
