package org.probity.trace;

/**
 * What a book takes for possible.
 *
 * @param mostMass no single mass is above this; at most {@link #MOST}, so that sums stay exact
 * @param unaccountedPerMille by how much a step may fail to close, in thousandths of the larger side; that much is kept as unaccounted, more is refused
 */
public record Limits(long mostMass, int unaccountedPerMille) {

    /** A thousand million tonnes, in grams. */
    public static final long MOST = 1_000_000_000_000_000L;

    /** The most inputs, outputs and flows of one step together. A container of modules has some 700, a carrier of cells some thousand. */
    public static final int PARTS = 400_000;

    /** A hundred thousand tonnes in grams for a single mass, a twentieth unaccounted for. */
    public static final Limits USUAL = new Limits(100_000_000_000L, 50);

    public Limits {
        if (mostMass < 0 || mostMass > MOST || unaccountedPerMille < 0 || unaccountedPerMille > 1000) {
            throw new IllegalArgumentException(mostMass + " units, " + unaccountedPerMille + " per mille");
        }
    }

    boolean allow(long difference, long of) {
        return Math.abs(difference) <= of / 1000 * unaccountedPerMille + of % 1000 * unaccountedPerMille / 1000;
    }
}
