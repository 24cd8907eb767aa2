package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.supply.traceability.Coverage.Gap;
import org.probity.supply.traceability.Grading.Happened;
import org.probity.supply.traceability.Grading.Part;
import org.probity.supply.traceability.Grading.Thing;
import org.probity.supply.traceability.Reading.Role;

/** What is drawn from a silo, a bin or a melt is traced as far as what is in it: by the events alone, and by the books, which know nothing of grades. */
class CountingThroughPoolsTest {
    private static final int BOUGHT = -1;

    /** A made-up works with silos, bins and melts, whose reclaim goes round; some of what it uses comes from nobody knows where. */
    private static final class Works {
        final Random random;
        final Map<Integer, Thing> things = new HashMap<>();
        final List<Happened> events = new ArrayList<>();
        final Map<Integer, Long> left = new HashMap<>();
        final Map<Integer, Boolean> pools = new HashMap<>();
        final List<Integer> unknown = new ArrayList<>();

        Works(long seed) {
            random = new Random(seed);
            for (var no = 0; no < 3; no++) {
                pools.put(thing(false), no == 0);
            }
            for (var no = 0; no < 150; no++) {
                next();
            }
        }

        int thing(boolean origin) {
            things.put(things.size(), new Thing(origin, true));
            return things.size() - 1;
        }

        void add(boolean made, int pool, long scrap, List<Part> in, List<Part> out) {
            out.forEach(it -> left.merge(it.item(), it.grams(), Long::sum));
            events.add(new Happened(made, pool, pools.getOrDefault(pool, false), true, true, scrap, 50, in, out));
        }

        private void next() {
            var lots = left.keySet().stream().filter(it -> !pools.containsKey(it) && left.get(it) > 100).sorted().toList();
            var dice = random.nextInt(12);
            if (lots.size() < 3 || dice < 2) {
                add(false, BOUGHT, 0, List.of(), List.of(new Part(thing(true), 1_000 + random.nextInt(9_000))));
            } else if (dice < 7) {
                moved(lots);
            } else {
                var in = used(lots, 1 + random.nextInt(3));
                if (random.nextInt(6) == 0) {
                    in.add(fromPool());
                    in.removeIf(it -> it.grams() == 0);
                }
                var sum = in.stream().mapToLong(Part::grams).sum();
                var outputs = 1 + random.nextInt(2);
                add(true, BOUGHT, sum - sum / 10 * 9, in, Stream.generate(() -> new Part(thing(false), 0)).limit(outputs).map(it -> new Part(it.item(), sum / 10 * 9 / outputs)).toList());
            }
        }

        private Part fromPool() {
            var pool = pools.keySet().stream().sorted().toList().get(random.nextInt(3));
            var mass = left.getOrDefault(pool, 0L) / 3;
            left.merge(pool, -mass, Long::sum);
            return new Part(pool, mass);
        }

        private List<Part> used(List<Integer> lots, int most) {
            var in = new ArrayList<Part>();
            for (var no = 0; no < most; no++) {
                var lot = lots.get(random.nextInt(lots.size()));
                if (random.nextInt(9) == 0) {
                    unknown.add(thing(false));
                    in.add(new Part(unknown.getLast(), 500));
                } else if (in.stream().noneMatch(it -> it.item() == lot)) {
                    var mass = random.nextBoolean() ? left.get(lot) : left.get(lot) / 2;
                    left.merge(lot, -mass, Long::sum);
                    in.add(new Part(lot, mass));
                }
            }
            return in;
        }

        /** Poured in, drawn, or both; whatever happens in between, more is never drawn than there is. */
        private void moved(List<Integer> lots) {
            var pool = pools.keySet().stream().sorted().toList().get(random.nextInt(3));
            var in = random.nextInt(3) == 0 && left.containsKey(pool) ? new ArrayList<Part>() : used(lots, 1 + random.nextInt(2));
            left.merge(pool, in.stream().mapToLong(Part::grams).sum(), Long::sum);
            var out = new ArrayList<Part>();
            for (var no = random.nextInt(3); no > 0 && left.get(pool) > 10; no--) {
                out.add(new Part(thing(false), random.nextInt(8) == 0 ? left.get(pool) : left.get(pool) / 3));
                left.merge(pool, -out.getLast().grams(), Long::sum);
            }
            var scrap = out.isEmpty() ? 0 : left.get(pool) / 10;
            left.merge(pool, -scrap, Long::sum);
            add(true, pool, scrap, in, out);
        }

        Shelf book() {
            var shelf = new Shelf(new Names());
            things.keySet().forEach(it -> shelf.names.item("article:" + it));
            for (var no = 0; no < events.size(); no++) {
                var it = events.get(no);
                var items = Stream.of(named(Role.INPUT, it.inputs()), named(Role.OUTPUT, it.outputs()), it.pool() < 0 ? Stream.<Shelf.Named>of() : Stream.of(new Shelf.Named(Role.POOL, it.pool(), null)))
                        .flatMap(all -> all).toList();
                shelf.enter(new Shelf.Told(no + 1L, it.made() ? "TRANSFORMATION" : "OBJECT", it.made() ? "" : "ADD", no * 3_600_000_000L, it.pool() < 0 ? "proportional" : it.queue() ? "fifo" : "pool", it.scrap(),
                        shelf.names.spot("urn:place", ""), items));
            }
            return shelf;
        }

        private static Stream<Shelf.Named> named(Role role, List<Part> parts) {
            return parts.stream().map(it -> new Shelf.Named(role, it.item(), it.grams()));
        }
    }

    @Test
    void theFigureAndTheBooksSayTheSameOfEveryLot() {
        var between = 0;
        for (var seed = 0; seed < 120; seed++) {
            var works = new Works(seed);
            var grading = new Grading(works.things, works.events);
            var book = works.book();
            assertThat(book.contradictions).isEmpty();
            for (var lot : works.things.keySet().stream().filter(it -> !works.pools.containsKey(it)).toList()) {
                var grade = grading.of(lot);
                var share = !book.book.knows(lot) ? 0 : book.shares.of(lot).shares().stream().filter(it -> works.things.get(it.origin()).origin()).mapToDouble(it -> it.fraction().doubleValue()).sum();
                assertThat((double) grade.mapped() / Grading.WHOLE).as("lot %s of works %s", lot, seed).isCloseTo(share, within(2e-6));
                assertThat(grade.reconciled()).as("places, papers and masses are all there").isEqualTo(grade.mapped());
                between += grade.mapped() > 0 && grade.mapped() < Grading.WHOLE ? 1 : 0;
            }
        }
        assertThat(between).as("lots of which a part is traced").isGreaterThan(1_000);
    }

    private static Happened found(int item, long grams) {
        return new Happened(false, BOUGHT, false, true, true, 0, 50, List.of(), List.of(new Part(item, grams)));
    }

    private static Happened moved(boolean queue, List<Part> in, List<Part> out) {
        return new Happened(true, 9, queue, true, true, 0, 50, in, out);
    }

    private static Grading of(Happened... events) {
        var things = new HashMap<Integer, Thing>();
        for (var item = 0; item < 9; item++) {
            things.put(item, new Thing(item < 2, true));
        }
        return new Grading(things, List.of(events));
    }

    @Test
    void aQueueGivesWhatCameFirstAndAMeltGivesOfAll() {
        for (var queue : List.of(true, false)) {
            var grading = of(found(0, 600), moved(queue, List.of(new Part(0, 600)), List.of()), moved(queue, List.of(new Part(2, 400)), List.of(new Part(3, 500))), moved(queue, List.of(), List.of(new Part(4, 500))));
            assertThat(grading.of(3).mapped()).isEqualTo(queue ? Grading.WHOLE : Grading.WHOLE / 10 * 6);
            assertThat(grading.of(4).mapped()).isEqualTo(queue ? Grading.WHOLE / 10 * 2 : Grading.WHOLE / 10 * 6);
            assertThat(grading.of(4).gap()).isEqualTo(Gap.NOT_TRACED);
        }
    }

    @Test
    void whatIsDrawnBeyondWhatIsInThereCameFromNowhere() {
        for (var queue : List.of(true, false)) {
            var little = of(found(0, 1_000), moved(queue, List.of(new Part(0, 1_000)), List.of(new Part(3, 1_040))));
            assertThat(little.of(3)).as("scales are off by so much").isEqualTo(Grading.Grade.ALL);
            var much = of(found(0, 1_000), moved(queue, List.of(new Part(0, 1_000)), List.of(new Part(3, 2_000))));
            assertThat(much.of(3).mapped()).isEqualTo(Grading.WHOLE / 2);
            var empty = of(moved(queue, List.of(), List.of(new Part(3, 2_000))));
            assertThat(empty.of(3).mapped()).isZero();
        }
    }

    @Test
    void whatNobodyWeighedMayBeAnyPartOfWhatIsDrawn() {
        for (var queue : List.of(true, false)) {
            var grading = of(found(0, 1_000), moved(queue, List.of(new Part(0, 1_000)), List.of()), moved(queue, List.of(new Part(2, 0)), List.of(new Part(3, 100))));
            assertThat(grading.of(3).mapped()).isZero();
            assertThat(grading.of(3).gap()).isEqualTo(Gap.NOT_TRACED);
        }
    }

    @Test
    void whoPouredItInIsAStepLikeEveryOther() {
        var nameless = new Happened(true, 9, false, false, true, 0, 50, List.of(new Part(0, 1_000)), List.of());
        assertThat(of(found(0, 1_000), nameless, moved(false, List.of(), List.of(new Part(3, 100)))).of(3).gap()).isEqualTo(Gap.NO_PLACE);
        var bare = new Happened(true, 9, false, true, false, 0, 50, List.of(new Part(0, 1_000)), List.of());
        var grade = of(found(0, 1_000), bare, moved(false, List.of(), List.of(new Part(3, 100)))).of(3);
        assertThat(grade.linked()).isEqualTo(Grading.WHOLE);
        assertThat(grade.documented()).isZero();
        assertThat(grade.gap()).isEqualTo(Gap.NO_DOCUMENT);
    }

    @Test
    void whatTheDivisionsLeaveOverIsNoGap() {
        for (var pool : List.of(-1, 9)) {
            var all = new ArrayList<Happened>();
            for (var item = 0; item < 3; item++) {
                all.add(new Happened(false, -1, false, true, false, 0, 5, List.of(), List.of(new Part(item, 1_000 + item))));
            }
            all.add(new Happened(true, pool, false, true, false, 0, 5, List.of(new Part(0, 1_000), new Part(1, 1_001), new Part(2, 1_002)), List.of(new Part(4, 3_003))));
            var things = new HashMap<Integer, Thing>();
            for (var item = 0; item < 5; item++) {
                things.put(item, new Thing(item < 3, true));
            }
            var grade = new Grading(things, all).of(4);
            assertThat(grade.mapped()).as("all parts are").isEqualTo(Grading.WHOLE);
            assertThat(grade.linked()).isEqualTo(Grading.WHOLE);
            assertThat(grade.documented()).as("no part is").isZero();
            assertThat(grade.gap()).isEqualTo(Gap.NO_DOCUMENT);
        }
    }

    @Test
    void eventsThatGoRoundInACircleEnd() {
        var one = new Happened(true, BOUGHT, false, true, true, 0, 50, List.of(new Part(3, 500), new Part(0, 500)), List.of(new Part(4, 1_000)));
        var other = new Happened(true, BOUGHT, false, true, true, 0, 50, List.of(new Part(4, 500)), List.of(new Part(3, 500)));
        var grading = of(found(0, 500), one, other);
        assertThat(grading.of(4).mapped()).isEqualTo(Grading.WHOLE / 2);
        var self = new Happened(true, BOUGHT, false, true, true, 0, 50, List.of(new Part(3, 500)), List.of(new Part(3, 500)));
        assertThat(of(self).of(3).mapped()).isZero();
    }
}
