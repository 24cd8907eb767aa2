package org.probity.trace.plant;

import java.util.ArrayList;
import java.util.List;
import org.probity.trace.Part;
import org.probity.trace.Sharing;

/** Saws a brick into wafers of 130 µm, 10.1 g each and 14.4 g with what the wire takes, 97 % of them good; a hundred in a box, in their order. */
final class Saw extends Workplace {
    private static final Sharing FROM_ONE_END = new Sharing.Position(List.of());
    private static final int BOX = 100;

    private final Diary diary;
    private final Dice dice;
    private final Place place;
    private final Stock bricks;
    private final long[] wafers;
    private final Outlet outlet;

    /** @param wafers how many wafers this place has made, which all its saws count together */
    Saw(int order, long first, Diary diary, Dice dice, Place place, Stock bricks, long[] wafers, Outlet outlet) {
        super(order, first);
        this.diary = diary;
        this.dice = dice;
        this.place = place;
        this.bricks = bricks;
        this.wafers = wafers;
        this.outlet = outlet;
    }

    @Override
    long act(long now) {
        if (bricks.size() == 0 || outlet.full()) {
            return now + HOUR;
        }
        Stock.Lot brick = bricks.next();
        int good = (int) (brick.mass * 10 / 144 * dice.between(962, 978) / 1_000);
        List<Part> outputs = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        List<Stock.Lot> boxes = new ArrayList<>();
        for (int left = good; left > 0; left -= BOX) {
            int some = Math.min(left, BOX);
            Stock.Lot box = new Stock.Lot(diary.items.add(Kind.WAFER_BOX, place), some * 101L / 10, some);
            boxes.add(box);
            counts.add(some);
            outputs.add(new Part(box.item, box.mass));
        }
        diary.silicon(now, Deed.SAWN, place, FROM_ONE_END, List.of(new Part(brick.item, brick.mass)), outputs, brick.mass - Diary.sum(outputs),
                new Happening.Serials(wafers[0] + 1, counts));
        wafers[0] += good;
        boxes.forEach(outlet::put);
        return now + 3 * HOUR;
    }
}
