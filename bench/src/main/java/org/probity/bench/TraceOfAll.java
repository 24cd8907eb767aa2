package org.probity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.probity.trace.Book;
import org.probity.trace.Chains;
import org.probity.trace.Correction;
import org.probity.trace.Limits;
import org.probity.trace.Outcome;
import org.probity.trace.Part;
import org.probity.trace.Reach;
import org.probity.trace.Step;
import org.probity.trace.Sweep;
import org.probity.trace.plant.Kind;
import org.probity.trace.plant.Place;

/** What {@link TraceBench} asks of all items at once: a list, chains, a file, a correction. */
final class TraceOfAll {
    private TraceOfAll() {}

    /** A party, a place or a region came upon a list: which of all items does it touch, and which did the list before not. */
    static void judged(TracePlant kept) {
        var items = kept.items();
        IntToLongFunction before = item -> items.kind(item) == Kind.QUARTZ ? 1L << items.madeAt(item).ordinal() : 0;
        IntToLongFunction after = item -> before.applyAsLong(item) | (items.madeAt(item) == Place.BLUEWATER ? 1L << 63 : 0);
        IntPredicate end = item -> items.kind(item) == Kind.QUARTZ;
        var first = new Sweep(kept.book(), before, end);
        var last = new Sweep[1];
        double seconds = TraceBench.median(3, () -> last[0] = new Sweep(kept.book(), after, end)) / 1e9;
        long[] changed = new long[1];
        double told = TraceBench.median(1, () -> last[0].differences(first, (item, was, is) -> changed[0]++)) / 1e9;
        System.out.printf(Locale.ROOT, "# another list over all items in %.2f s, and the %,d items of which it says something else in %.2f s%n", seconds, changed[0], told);
        TraceBench.goal("a new list over all items, s", seconds, "<= 0.5", seconds <= .5);
    }

    /** Modules by the places their chains went through, as an authority that let one shipment pass looks at the next. */
    static void chained(TracePlant kept) {
        var items = kept.items();
        var chains = new Chains[1];
        double seconds = TraceBench.median(3, () -> chains[0] = new Chains(kept.book(), item -> items.madeAt(item).ordinal())) / 1e9;
        long different = IntStream.of(kept.modules()).map(chains[0]::of).distinct().count();
        System.out.printf(Locale.ROOT, "# all items, not modules alone, grouped by chain in %.2f s; %d modules have %d chains among them%n", seconds, kept.modules().length, different);
    }

    /** The weighbridge was wrong by three per cent for a tap of silicon metal, so that some of all that was made of it comes from nowhere known; and back. */
    static void corrected(TracePlant kept, int share) {
        var reach = new Reach(kept.book());
        var wrong = kept.smelted().stream().min(Comparator.comparingInt(step -> Math.abs(reach.downstream(step.outputs().getFirst().item()).length - 144_000 / share))).orElseThrow();
        var less = wrong.inputs().stream().map(part -> new Part(part.item(), part.mass() * 97 / 100)).toList();
        var correction = new Correction(kept.book());
        long event = wrong.event();
        double[] millis = new double[8];
        int[] effects = new int[1];
        for (int round = 0; round < millis.length; round++) {
            long next = kept.book().steps() + 1_000_000_000L + round;
            var by = new Step(next, wrong.when(), wrong.sharing(), round % 2 == 0 ? less : wrong.inputs(), wrong.outputs(), wrong.scrap());
            effects[0] = 0;
            long start = System.nanoTime();
            var outcome = correction.replace(event, by, (item, made, mass, part) -> effects[0]++);
            millis[round] = (System.nanoTime() - start) / 1e6;
            if (!(outcome instanceof Outcome.Kept)) {
                TraceBench.goal("a correction with its effects, refused as " + outcome + ", ms", 0, "<= 50", false);
                return;
            }
            event = next;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "# corrected eight times: %.1f to %.1f ms, the first %.1f, with %,d states told%n", millis[0], millis[7], first, effects[0]);
        TraceBench.goal("the first correction of a book, before anything is warm, ms", first, "<= 50", first <= 50);
        TraceBench.goal("a correction with its list of " + effects[0] + " effects, ms", millis[4], "<= 50", millis[4] <= 50);
        TraceBench.conserved(kept);
    }

    static void sealed(TracePlant kept, Path folder) throws IOException {
        var file = folder.resolve("book");
        long start = System.nanoTime();
        var size = kept.book().checkpoint(file);
        double written = (System.nanoTime() - start) / 1e9;
        double flows = kept.book().flows();
        start = System.nanoTime();
        var again = Book.open(file, Limits.USUAL);
        double ready = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "# sealed in %.1f s: %.2f bytes a flow up, %.2f down, %.2f of masses; %.1f for everything%n", written, size.up() / flows, size.down() / flows,
                size.masses() / flows, size.all() / flows);
        TraceBench.goal("sealed bytes a flow and direction, the larger", Math.max(size.up(), size.down()) / flows, "<= 3", Math.max(size.up(), size.down()) <= 3 * flows);
        TraceBench.goal("the book ready from a file, s", ready, "<= 5", ready <= 5);
        var reach = new Reach(kept.book());
        var read = new Reach(again);
        for (int module : Arrays.copyOf(kept.modules(), 200)) {
            if (!Arrays.equals(reach.upstream(module), read.upstream(module))) {
                throw new IllegalStateException("the file says otherwise of " + module);
            }
        }
        var micros = TraceBench.timed(kept.modules(), read::upstream);
        System.out.printf(Locale.ROOT, "# one module upstream out of the file: p50 %.1f, p99 %.1f us%n", TraceBench.at(micros, .5), TraceBench.at(micros, .99));
        Files.delete(file);
    }
}
