package org.probity.trace.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Carries what is made in one place to the stock of another; what it carries is neither here nor there meanwhile. */
final class Lorry extends Workplace {
    private final Diary diary;
    private final Place from;
    private final Place to;
    private final Consumer<Stock.Lot> there;
    private final long way;
    private final List<Stock.Lot> waiting = new ArrayList<>();
    private final List<Stock.Lot> aboard = new ArrayList<>();
    private long carried;

    Lorry(int order, long first, Diary diary, Place from, Place to, Consumer<Stock.Lot> there, long way) {
        super(order, first);
        this.diary = diary;
        this.from = from;
        this.to = to;
        this.there = there;
        this.way = way;
    }

    void load(Stock.Lot lot) {
        waiting.add(lot);
        carried += lot.mass;
    }

    /** What has left the maker and does not yet lie in the stock. */
    long mass() {
        return carried;
    }

    @Override
    long act(long now) {
        if (!aboard.isEmpty()) {
            diary.moved(now, Deed.RECEIVED, to, from, items(aboard));
            for (Stock.Lot lot : aboard) {
                carried -= lot.mass;
                there.accept(lot);
            }
            aboard.clear();
            return now + HOUR;
        }
        if (waiting.isEmpty()) {
            return now + 2 * HOUR;
        }
        aboard.addAll(waiting);
        waiting.clear();
        diary.moved(now, Deed.SHIPPED, from, to, items(aboard));
        return now + way;
    }

    private static List<Integer> items(List<Stock.Lot> lots) {
        return lots.stream().map(lot -> lot.item).toList();
    }
}
