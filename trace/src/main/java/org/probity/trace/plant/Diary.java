package org.probity.trace.plant;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.probity.trace.Part;
import org.probity.trace.Sharing;
import org.probity.trace.Step;

/** Numbers what happens, and hands it on. */
final class Diary {
    private static final Sharing PROPORTIONAL = new Sharing.Proportional();
    private static final Sharing PACKING = new Sharing.Packing();

    final Items items = new Items();
    private final Consumer<Happening> reader;
    private long number;

    Diary(Consumer<Happening> reader) {
        this.reader = reader;
    }

    /** Comes from outside: an origin. */
    Stock.Lot received(long now, Kind kind, Place place, Happening.Material material, long mass) {
        int item = items.add(kind, place);
        tell(now, Deed.MADE_ELSEWHERE, place, material, Step.received(number, now, new Part(item, mass)), List.of(), null);
        return new Stock.Lot(item, mass, 0);
    }

    /** Comes from outside with none of the material in it. */
    int counted(long now, Kind kind, Place place, int pieces) {
        int item = items.add(kind, place);
        tell(now, Deed.MADE_ELSEWHERE, place, Happening.Material.TIN, Step.received(number, now, new Part(item, 0)), List.of(), new Happening.Serials(1, List.of(pieces)));
        return item;
    }

    int installed(long now, Kind kind, Place place, boolean fifo) {
        int item = items.add(kind, place);
        Sharing pool = fifo ? new Sharing.FifoPool(item) : new Sharing.Pool(item);
        tell(now, Deed.INSTALLED, place, Happening.Material.SILICON, new Step(number, now, pool, List.of(), List.of(), 0), List.of(item), null);
        return item;
    }

    void silicon(long now, Deed deed, Place place, Sharing sharing, List<Part> inputs, List<Part> outputs, long scrap, Happening.@Nullable Serials serials) {
        tell(now, deed, place, Happening.Material.SILICON, new Step(number, now, sharing, inputs, outputs, scrap), List.of(), serials);
    }

    void mixed(long now, Deed deed, Place place, List<Part> inputs, List<Part> outputs, long scrap, Happening.@Nullable Serials serials) {
        silicon(now, deed, place, PROPORTIONAL, inputs, outputs, scrap, serials);
    }

    void tin(long now, Deed deed, Place place, List<Part> inputs, List<Part> outputs, long scrap) {
        tell(now, deed, place, Happening.Material.TIN, new Step(number, now, PROPORTIONAL, inputs, outputs, scrap), List.of(), null);
    }

    void packed(long now, Deed deed, Place place, List<Part> inside, int into) {
        silicon(now, deed, place, PACKING, inside, List.of(new Part(into, sum(inside))), 0, null);
    }

    void moved(long now, Deed deed, Place place, @Nullable Place otherEnd, List<Integer> items) {
        reader.accept(new Happening(number++, now, deed, place, otherEnd, Happening.Material.SILICON, null, items, null));
    }

    static long sum(List<Part> parts) {
        long sum = 0;
        for (Part part : parts) {
            sum += part.mass();
        }
        return sum;
    }

    private void tell(long now, Deed deed, Place place, Happening.Material material, @Nullable Step step, List<Integer> others, Happening.@Nullable Serials serials) {
        reader.accept(new Happening(number++, now, deed, place, null, material, step, others, serials));
    }
}
