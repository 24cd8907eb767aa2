package org.probity.trace.plant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.trace.Step;

/**
 * One thing that happened, with what a book takes of it.
 *
 * @param number from nought, without gaps; it is also the number of its step
 * @param when seconds of the epoch; never before that of the happening before
 * @param at where
 * @param otherEnd where what is shipped goes, or what is received comes from; null where nobody says
 * @param material whose book the step belongs to
 * @param step null where nothing moves from item to item
 * @param others what is shipped, received or installed
 * @param serials the pieces in the step's outputs, such as the wafers of a box; null where nobody counts them
 */
public record Happening(
        long number,
        long when,
        Deed deed,
        Place at,
        @Nullable Place otherEnd,
        Material material,
        @Nullable Step step,
        List<Integer> others,
        @Nullable Serials serials) {

    public Happening {
        others = List.copyOf(others);
    }

    /** What is weighed. */
    public enum Material {
        /** In grams; quartz counts whole, and what is not silicon in it leaves as the furnace's scrap. */
        SILICON,
        /** In milligrams: a module holds some grams. */
        TIN
    }

    /**
     * Pieces that have numbers one after another, over all outputs in their order.
     *
     * @param first the number of the first piece in the first output
     * @param counts how many are in each
     */
    public record Serials(long first, List<Integer> counts) {
        public Serials {
            counts = List.copyOf(counts);
        }
    }
}
