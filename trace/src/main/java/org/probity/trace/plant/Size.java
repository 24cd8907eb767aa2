package org.probity.trace.plant;

import java.time.LocalDate;

/**
 * How large a plant is made up, and how its silicon goes round.
 *
 * @param firstDay the first day on which modules are made; what they are made of begins some weeks earlier
 * @param modulesADay modules of 54 cells; 6,000 a day are about a gigawatt a year
 * @param reclaimPerMille how many of a thousand rods take reclaimed silicon, of which two fifths of their charge are then
 * @param recharged whether a crucible serves for several rods and is charged again on the melt that is left, as in plants; a module then touches much more,
 *     and most of it in traces
 * @param pooled whether the second works throws its reclaim into one mixed bin; otherwise every lot of reclaim keeps its name
 */
public record Size(long seed, LocalDate firstDay, int days, int modulesADay, int reclaimPerMille, boolean recharged, boolean pooled) {

    /** As many as a shift's clerk would type in, and as a plant of the model's thirty gigawatts makes. */
    private static final int MODULES_A_DAY_MOST = 200_000;

    public Size {
        if (days < 1 || days > 3_660 || modulesADay < 50 || modulesADay > MODULES_A_DAY_MOST || reclaimPerMille < 0 || reclaimPerMille > 1_000) {
            throw new IllegalArgumentException(days + " days, " + modulesADay + " modules a day, " + reclaimPerMille + " per mille reclaim");
        }
    }

    /** A small plant, of a tenth of a gigawatt a year: what a document can hold that somebody wants to look into. */
    public static Size small(long seed, LocalDate firstDay, int days) {
        return new Size(seed, firstDay, days, 600, 300, true, true);
    }

    /** A year of about 2.7 gigawatts: ten million items. */
    public static Size tenMillion(long seed, int reclaimPerMille, boolean recharged) {
        return new Size(seed, LocalDate.of(2026, 1, 1), 365, 16_000, reclaimPerMille, recharged, false);
    }

    /** The same plant with so many modules a day. */
    public Size withModulesADay(int modules) {
        return new Size(seed, firstDay, days, modules, reclaimPerMille, recharged, pooled);
    }
}
