package org.probity.trace.plant;

import java.util.ArrayList;
import java.util.List;
import org.probity.trace.Part;
import org.probity.trace.Sharing;

/** What others do before silicon reaches the maker: mines, furnaces, reactors. */
final class Upstream {
    static final long KILO = 1_000;
    static final long TONNE = 1_000_000;

    private Upstream() {}

    /** Weighs a shipment out when the furnace has little left; a weighbridge shows tens of kilograms. */
    static final class Mine extends Workplace {
        private final Diary diary;
        private final Dice dice;
        private final Place place;
        private final long shipment;
        private final Outlet outlet;

        Mine(int order, long first, Diary diary, Dice dice, Place place, long shipment, Outlet outlet) {
            super(order, first);
            this.diary = diary;
            this.dice = dice;
            this.place = place;
            this.shipment = shipment;
            this.outlet = outlet;
        }

        @Override
        long act(long now) {
            if (!outlet.full()) {
                outlet.put(diary.received(now, Kind.QUARTZ, place, Happening.Material.SILICON, shipment / 100 / (10 * KILO) * dice.between(90, 110) * 10 * KILO));
            }
            return now + 6 * HOUR;
        }
    }

    /** About 2.8 t of quartz for a tonne of silicon; what is not silicon, and the dust, is scrap. */
    static final class Furnace extends Workplace {
        private final Diary diary;
        private final Dice dice;
        private final Place place;
        private final Stock quartz;
        private final long tap;
        private final long pace;
        private final List<Outlet> outlets;
        private int turn;

        Furnace(int order, long first, Diary diary, Dice dice, Place place, Stock quartz, long tap, long pace, List<Outlet> outlets) {
            super(order, first);
            this.diary = diary;
            this.dice = dice;
            this.place = place;
            this.quartz = quartz;
            this.tap = tap;
            this.pace = pace;
            this.outlets = outlets;
        }

        @Override
        long act(long now) {
            Outlet outlet = outlets.get(turn % outlets.size());
            long tapped = tap / 100 / KILO * dice.between(85, 115) * KILO;
            long needed = tapped / 1_000 * dice.between(2_700, 2_900);
            turn++;
            if (outlet.full() || quartz.mass() < needed) {
                return now + 6 * HOUR;
            }
            List<Part> inputs = new ArrayList<>();
            quartz.take(needed, inputs);
            Stock.Lot lot = new Stock.Lot(diary.items.add(Kind.SILICON_METAL, place), tapped, 0);
            diary.mixed(now, Deed.SMELTED, place, inputs, List.of(new Part(lot.item, tapped)), needed - tapped, null);
            outlet.put(lot);
            return now + pace;
        }
    }

    /** 1.10 to 1.15 t of silicon metal for a tonne of polysilicon, five to nine tonnes a run; boxes of a hundred bags of ten kilograms. */
    static final class Reactor extends Workplace {
        private static final int BAGS = 100;
        private static final long BAG = 10 * KILO;

        private final Diary diary;
        private final Dice dice;
        private final Place place;
        private final Stock metal;
        private final long pace;
        private final List<Outlet> outlets;
        private final boolean granules;
        private int silo = -1;
        private long inSilo;
        private long bags;
        private int turn;

        Reactor(int order, long first, Diary diary, Dice dice, Place place, boolean granules, Stock metal, long pace, List<Outlet> outlets) {
            super(order, first);
            this.diary = diary;
            this.dice = dice;
            this.place = place;
            this.granules = granules;
            this.metal = metal;
            this.pace = pace;
            this.outlets = outlets;
        }

        @Override
        long act(long now) {
            long run = dice.between(500, 900) * BAG;
            long needed = run / 1_000 * dice.between(1_100, 1_150);
            if (outlets.stream().allMatch(Outlet::full) || metal.mass() < needed) {
                return now + 6 * HOUR;
            }
            if (granules && silo < 0) {
                silo = diary.installed(now, Kind.SILO, place, true);
            }
            List<Part> inputs = new ArrayList<>();
            metal.take(needed, inputs);
            int lot = diary.items.add(Kind.POLY_RUN, place);
            diary.mixed(now, Deed.DEPOSITED, place, inputs, List.of(new Part(lot, run)), needed - run, null);
            if (granules) {
                diary.silicon(now, Deed.STORED, place, new Sharing.FifoPool(silo), List.of(new Part(lot, run)), List.of(), 0, null);
                inSilo += run;
                // A part of a run stays below until the next comes in above it.
                long drawn = inSilo / (BAGS * BAG) * (BAGS * BAG);
                inSilo -= drawn;
                boxes(now, new Sharing.FifoPool(silo), List.of(), drawn);
            } else {
                boxes(now, new Sharing.Proportional(), List.of(new Part(lot, run)), run);
            }
            return now + pace;
        }

        private void boxes(long now, Sharing sharing, List<Part> inputs, long mass) {
            List<Part> outputs = new ArrayList<>();
            List<Integer> counts = new ArrayList<>();
            List<Stock.Lot> lots = new ArrayList<>();
            for (long left = mass; left > 0; left -= BAGS * BAG) {
                Stock.Lot box = new Stock.Lot(diary.items.add(Kind.POLY_BOX, place), Math.min(left, BAGS * BAG), 0);
                outputs.add(new Part(box.item, box.mass));
                counts.add((int) (box.mass / BAG));
                lots.add(box);
            }
            diary.silicon(now, Deed.PACKED_IN_BAGS, place, sharing, inputs, outputs, 0, new Happening.Serials(bags + 1, counts));
            bags += mass / BAG;
            for (Stock.Lot box : lots) {
                Outlet one = outlets.get(turn++ % outlets.size());
                (one.full() ? outlets.get(turn % outlets.size()) : one).put(box);
            }
        }
    }
}
