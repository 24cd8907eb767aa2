package org.probity.trace.plant;

import java.util.ArrayList;
import java.util.List;
import org.probity.trace.Part;

/**
 * Makes cells of forty boxes of wafers, breaks one or two in a hundred, and sorts the rest by what they yield. So a lot of cells holds wafers of many bricks;
 * etching leaves 9.8 g of silicon in each.
 */
final class CellLine extends Workplace {
    static final int BOXES = 40;

    /** Of a thousand cells, how many fall into each bin. */
    private static final int[] BINS = {80, 220, 380, 240, 80};

    /** Cells that lie ready, by bin. */
    static final class Rack {
        final Stock[] bins = new Stock[BINS.length];

        Rack() {
            for (int i = 0; i < bins.length; i++) {
                bins[i] = new Stock();
            }
        }

        void put(Stock.Lot lot) {
            bins[lot.bin].put(lot);
        }

        long mass() {
            long mass = 0;
            for (Stock bin : bins) {
                mass += bin.mass();
            }
            return mass;
        }
    }

    private final Diary diary;
    private final Dice dice;
    private final Stock boxes;
    private final long pace;
    private final long[] made;
    private final Outlet outlet;

    CellLine(int order, long first, Diary diary, Dice dice, Stock boxes, long pace, long[] made, Outlet outlet) {
        super(order, first);
        this.diary = diary;
        this.dice = dice;
        this.boxes = boxes;
        this.pace = pace;
        this.made = made;
        this.outlet = outlet;
    }

    @Override
    long act(long now) {
        if (boxes.size() < BOXES || outlet.full()) {
            return now + HOUR / 2;
        }
        List<Part> inputs = new ArrayList<>(BOXES);
        int wafers = 0;
        for (int i = 0; i < BOXES; i++) {
            Stock.Lot box = boxes.next();
            inputs.add(new Part(box.item, box.mass));
            wafers += box.pieces;
        }
        int cells = (int) (wafers * dice.between(980, 990) / 1_000);
        List<Part> outputs = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        List<Stock.Lot> lots = new ArrayList<>();
        int sorted = 0;
        int share = 0;
        for (int bin = 0; bin < BINS.length; bin++) {
            share += BINS[bin];
            int upTo = (int) ((long) cells * share / 1_000);
            int some = upTo - sorted;
            Stock.Lot lot = new Stock.Lot(diary.items.add(Kind.CELL_LOT, Place.CELL), upTo * 98L / 10 - sorted * 98L / 10, some);
            lot.bin = bin;
            sorted = upTo;
            lots.add(lot);
            counts.add(some);
            outputs.add(new Part(lot.item, lot.mass));
        }
        diary.mixed(now, Deed.MADE_CELLS, Place.CELL, inputs, outputs, Diary.sum(inputs) - Diary.sum(outputs), new Happening.Serials(made[0] + 1, counts));
        made[0] += cells;
        lots.forEach(outlet::put);
        return now + pace;
    }
}
