package org.probity.trace;

import java.util.List;

/**
 * How the inputs of a step are shared among its outputs. Nobody can read that from the sets of inputs and outputs (EPCIS says no more), so whoever reports a
 * step declares it.
 */
public sealed interface Sharing {

    /** Everything is mixed: each output holds each input in proportion. */
    record Proportional() implements Sharing {}

    /** Nobody knows which input went into which output. Shares are intervals then; what is likely is what mixing would give. */
    record Unknown() implements Sharing {}

    /** It was weighed: so much of this input went into that output. What the flows leave of an input is scrap or unaccounted for. */
    record Measured(List<Flow> flows) implements Sharing {

        public Measured {
            flows = List.copyOf(flows);
        }
    }

    /**
     * Inputs lie one after another in their order, and outputs are cut from that: bricks from a rod, wafers by their slots.
     *
     * @param begins for each output, how many units from the first end it begins; empty when outputs follow each other without a gap
     */
    record Position(List<Long> begins) implements Sharing {

        public Position {
            begins = List.copyOf(begins);
        }
    }

    /**
     * Inputs are poured into a mixed tank or melt, onto the heel that is in it, and outputs and scrap are drawn from that mixture; the rest stays as the new
     * heel. With neither inputs nor outputs it opens the pool.
     *
     * @param pool its item, which later steps can name among their inputs or outputs as any other
     */
    record Pool(int pool) implements Sharing {}

    /** The same, where what came first leaves first and nothing mixes: a store of reclaim with its slips, a queue of carriers. */
    record FifoPool(int pool) implements Sharing {}

    /** Inputs are put into one output as they are, or outputs are taken out of one input as they went in: pallets, containers, boxes. */
    record Packing() implements Sharing {}

    /** So much of an input in an output. */
    record Flow(int input, int output, long mass) {}
}
