package org.probity.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.probity.trace.Book;
import org.probity.trace.Limits;
import org.probity.trace.Outcome;
import org.probity.trace.Step;
import org.probity.trace.plant.Happening;
import org.probity.trace.plant.Items;
import org.probity.trace.plant.Plant;
import org.probity.trace.plant.Size;

/** A plant's book with what is needed to ask it; {@code plain} is empty where no rival asks. */
record TracePlant(Book book, Items items, int[] modules, List<Step> smelted, PlainGraph plain) {

    /** The book of a plant's silicon, as a house would keep it. */
    static TracePlant keep(Size size, boolean plainToo) {
        var book = new Book(Limits.USUAL);
        var plain = new PlainGraph();
        var modules = new ArrayList<Integer>();
        var smelted = new ArrayList<Step>();
        var random = new Random(1);
        int[] made = new int[1];
        long[] steps = new long[2];
        var plant = new Plant(size, happening -> {
            var step = happening.step();
            if (step == null || happening.material() != Happening.Material.SILICON) {
                return;
            }
            steps[0]++;
            long start = System.nanoTime();
            var outcome = book.append(step);
            steps[1] += System.nanoTime() - start;
            if (!(outcome instanceof Outcome.Kept(long unaccounted)) || unaccounted != 0) {
                throw new IllegalStateException(outcome + ": " + happening);
            }
            if (plainToo) {
                plain.add(step);
            }
            switch (happening.deed()) {
                case ASSEMBLED -> {
                    // Each module of the year is among them with the same chance.
                    int module = step.outputs().getFirst().item();
                    int at = random.nextInt(++made[0]);
                    if (modules.size() < TraceBench.MODULES) {
                        modules.add(module);
                    } else if (at < TraceBench.MODULES) {
                        modules.set(at, module);
                    }
                }
                case SMELTED -> smelted.add(step);
                case MADE_ELSEWHERE, INSTALLED, DEPOSITED, STORED, PACKED_IN_BAGS, PULLED, SQUARED, THROWN_IN, WEIGHED_OUT, SAWN, MADE_CELLS, LOADED, USED_UP,
                    PALLETISED, STUFFED, SHIPPED, RECEIVED -> {}
            }
        });
        long before = used();
        long start = System.nanoTime();
        plant.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "# seed %d, %d ‰ of rods with reclaim: %,d items, %,d steps in the book as %,d states and %,d flows; made up and booked in %.1f s, of which the"
                + " book %.1f s%n", size.seed(), size.reclaimPerMille(), plant.items().size(), steps[0], book.nodes(), book.flows(), seconds, steps[1] / 1e9);
        if (!plainToo && !size.recharged()) {
            double all = (double) (used() - before) / book.flows();
            var memory = book.memory();
            double bytes = (double) memory.bothWays() / memory.flows();
            System.out.printf(Locale.ROOT, "# bytes of heap a flow: %.1f both ways, %.1f for masses, %.1f for states; %.1f with events, numbers of items and names of the plant%n", bytes,
                    (double) memory.masses() / memory.flows(), (double) memory.states() / memory.flows(), all);
            TraceBench.goal("bytes of heap a flow both ways, open day", bytes, "<= 11", bytes <= 11);
        }
        return new TracePlant(book, plant.items(), modules.stream().mapToInt(Integer::intValue).toArray(), smelted, plain);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
