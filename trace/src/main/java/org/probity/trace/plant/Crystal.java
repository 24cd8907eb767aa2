package org.probity.trace.plant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.trace.Part;
import org.probity.trace.Sharing;

/** A works that pulls rods and squares them into bricks, and takes back what it cuts off. */
final class Crystal {
    private static final long KILO = 1_000;

    /** How many lots of reclaim lie ready; older ones are sold. */
    private static final int KEPT = 40;
    private static final int RECLAIM_PER_CENT = 40;

    private final Diary diary;
    private final Dice dice;
    private final Place place;
    private final int reclaimPerMille;
    private final boolean recharged;
    private final boolean pooled;
    final Stock boxes = new Stock();
    final Stock rods = new Stock();
    private final Stock reclaim = new Stock();
    private int bin = -1;
    private long inBin;

    Crystal(Diary diary, Dice dice, Place place, int reclaimPerMille, boolean recharged, boolean pooled) {
        this.diary = diary;
        this.dice = dice;
        this.place = place;
        this.reclaimPerMille = reclaimPerMille;
        this.recharged = recharged;
        this.pooled = pooled;
    }

    private void takeBack(long now, int item, long mass) {
        if (!pooled) {
            reclaim.put(new Stock.Lot(item, mass, 0));
            if (reclaim.size() > KEPT) {
                diary.moved(now, Deed.SHIPPED, place, null, List.of(reclaim.next().item));
            }
            return;
        }
        if (bin < 0) {
            bin = diary.installed(now, Kind.RECLAIM_BIN, place, false);
        }
        diary.silicon(now, Deed.THROWN_IN, place, new Sharing.Pool(bin), List.of(new Part(item, mass)), List.of(), 0, null);
        inBin += mass;
        if (inBin > 20_000 * KILO) {
            diary.moved(now, Deed.SHIPPED, place, null, List.of(weighedOut(now, 10_000 * KILO)));
        }
    }

    private int weighedOut(long now, long mass) {
        int lot = diary.items.add(Kind.RECLAIM, place);
        diary.silicon(now, Deed.WEIGHED_OUT, place, new Sharing.Pool(bin), List.of(), List.of(new Part(lot, mass)), 0, null);
        inBin -= mass;
        return lot;
    }

    /** As much of {@code wanted} as there is. */
    private long reclaimed(long now, long wanted, List<Part> into) {
        if (pooled) {
            long taken = Math.min(wanted, inBin);
            if (taken > 0) {
                into.add(new Part(weighedOut(now, taken), taken));
            }
            return taken;
        }
        long left = wanted;
        while (left > 0 && reclaim.size() > 0) {
            Stock.Lot lot = reclaim.pick(dice.below(reclaim.size()));
            long taken = Math.min(left, lot.mass);
            lot.mass -= taken;
            left -= taken;
            into.add(new Part(lot.item, taken));
            if (lot.mass > 0) {
                reclaim.back(lot);
            }
        }
        return wanted - left;
    }

    /**
     * One furnace with a crucible that serves for four to eight rods: before each it is charged again on the melt that is left. A rod of 255 mm and 4.5 m
     * weighs 535 kg and takes two days.
     */
    final class Puller extends Workplace {
        private int crucible;
        private int rodsLeft;
        private long melt;

        Puller(int order, long first) {
            super(order, first);
        }

        @Override
        long act(long now) {
            if (boxes.mass() < 700 * KILO || rods.size() >= roomForRods) {
                return now + 3 * HOUR;
            }
            if (rodsLeft == 0) {
                crucible = diary.installed(now, Kind.CRUCIBLE, place, false);
                rodsLeft = recharged ? (int) dice.between(4, 8) : 1;
                melt = 0;
            }
            rodsLeft--;
            long rod = dice.between(52_000, 55_000) * 10;
            long heel = rodsLeft == 0 ? 0 : dice.between(55_000, 65_000);
            // What evaporates; with the last rod also what sticks to the crucible.
            long scrap = dice.between(600, 1_400) + (rodsLeft == 0 ? dice.between(3_000, 8_000) : 0);
            long charge = rod + heel + scrap - melt;
            List<Part> inputs = new ArrayList<>();
            long again = dice.below(1_000) < reclaimPerMille ? reclaimed(now, charge * RECLAIM_PER_CENT / 100, inputs) : 0;
            boxes.take(charge - again, inputs);
            Stock.Lot lot = new Stock.Lot(diary.items.add(Kind.ROD, place), rod, 0);
            diary.silicon(now, Deed.PULLED, place, new Sharing.Pool(crucible), inputs, List.of(new Part(lot.item, rod)), scrap, null);
            melt = heel;
            rods.put(lot);
            return now + dice.between(46 * HOUR, 54 * HOUR);
        }
    }

    int roomForRods = 3;

    /** Four to six bricks from the seed end on, three fifths of the rod; slabs, tops and tails are reclaim, and the rest is the saw's. */
    final class Squarer extends Workplace {
        private final Outlet bricks;
        private final @Nullable Outlet elsewhere;
        private int bricksSoFar;

        /** @param elsewhere where every tenth brick goes */
        Squarer(int order, long first, Outlet bricks, @Nullable Outlet elsewhere) {
            super(order, first);
            this.bricks = bricks;
            this.elsewhere = elsewhere;
        }

        @Override
        long act(long now) {
            if (rods.size() == 0 || bricks.full()) {
                return now + HOUR;
            }
            Stock.Lot rod = rods.next();
            int many = (int) dice.between(4, 6);
            long each = rod.mass * dice.between(595, 605) / 1_000 / many;
            List<Part> outputs = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                outputs.add(new Part(diary.items.add(Kind.BRICK, place), each + dice.between(-300, 300)));
            }
            long cut = Diary.sum(outputs);
            int again = diary.items.add(Kind.RECLAIM, place);
            long slabs = rod.mass * dice.between(380, 388) / 1_000;
            outputs.add(new Part(again, slabs));
            diary.silicon(now, Deed.SQUARED, place, new Sharing.Position(List.of()), List.of(new Part(rod.item, rod.mass)), outputs, rod.mass - cut - slabs, null);
            for (Part brick : outputs.subList(0, many)) {
                (elsewhere != null && ++bricksSoFar % 10 == 0 ? elsewhere : bricks).put(new Stock.Lot(brick.item(), brick.mass(), 0));
            }
            takeBack(now, again, slabs);
            return now + 2 * HOUR;
        }
    }
}
