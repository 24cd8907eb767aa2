package org.probity.vest;

import org.apache.commons.numbers.fraction.BigFraction;

/** What a period brought beyond what it used to cost, by one of four published formulas; in yuan and exact. Less than nothing is an answer, too. */
public sealed interface Gain {
    BigFraction yuan();

    /** @param ratio what labour used to cost for each yuan of what was produced @param produced sales and what was added to stock */
    record Scanlon(BigFraction ratio, BigFraction produced, BigFraction labour) implements Gain {
        public static BigFraction ratio(BigFraction labour, BigFraction produced) {
            return labour.divide(produced);
        }

        @Override
        public BigFraction yuan() {
            return ratio.multiply(produced).subtract(labour);
        }
    }

    /** @param ratio the value that each yuan of labour used to add @param added sales without what was bought for them */
    record Rucker(BigFraction ratio, BigFraction added, BigFraction labour) implements Gain {
        public static BigFraction ratio(BigFraction added, BigFraction labour) {
            return added.divide(labour);
        }

        @Override
        public BigFraction yuan() {
            return added.divide(ratio).subtract(labour);
        }
    }

    /** @param hoursEach what a unit used to take @param ceiling what at most counts of the hours saved, as a share of those needed; one: all */
    record Improshare(BigFraction hoursEach, BigFraction units, BigFraction hours, BigFraction wage, BigFraction ceiling) implements Gain {
        @Override
        public BigFraction yuan() {
            var due = hoursEach.multiply(units);
            var saved = due.subtract(hours);
            var most = due.multiply(ceiling);
            return (saved.compareTo(most) > 0 ? most : saved).multiply(wage);
        }
    }

    /** @param rate of what was contributed beyond the hurdle; below it there is nothing, and no debt */
    record Contribution(BigFraction rate, BigFraction contributed, BigFraction hurdle) implements Gain {
        @Override
        public BigFraction yuan() {
            var beyond = contributed.subtract(hurdle);
            return beyond.signum() < 0 ? BigFraction.ZERO : rate.multiply(beyond);
        }
    }

    /**
     * How a gain is shared, in fen: {@code gain = people + company}, {@code people = held + paid - drawn}.
     *
     * @param people what is theirs; nothing when there was no gain @param company the rest, and what it bears when there was none @param held back against a later deficit
     * @param drawn from what was held back, to bear a deficit @param paid what is split now
     */
    record Pool(long gain, long people, long company, long held, long drawn, long paid) {}

    /**
     * @param share of a gain that is the people's @param reserve of their share that is held back @param drawsOnDeficit whether a deficit is borne out of the reserve first, by the same share
     * @param standing what is held back already
     */
    default Pool pool(BigFraction share, BigFraction reserve, boolean drawsOnDeficit, long standing) {
        if (share.signum() < 0 || share.compareTo(BigFraction.ONE) > 0 || reserve.signum() < 0 || reserve.compareTo(BigFraction.ONE) > 0 || standing < 0) {
            throw new IllegalArgumentException(share + ", " + reserve + ", " + standing);
        }
        var gain = Round.fen(yuan());
        if (gain <= 0) {
            var borne = drawsOnDeficit ? Math.min(standing, Round.half(Round.of(-gain).multiply(share)).longValueExact()) : 0;
            return new Pool(gain, 0, gain + borne, 0, borne, 0);
        }
        var people = Round.half(Round.of(gain).multiply(share)).longValueExact();
        var held = Round.down(Round.of(people).multiply(reserve)).longValueExact();
        return new Pool(gain, people, gain - people, held, 0, people - held);
    }
}
