package org.probity.trace.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.trace.Book;
import org.probity.trace.Limits;
import org.probity.trace.Outcome;
import org.probity.trace.Part;
import org.probity.trace.Reach;
import org.probity.trace.Sharing;
import org.probity.trace.Step;

class MakingUpAPlantTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void theSameSeedGivesTheSameHappenings() throws Exception {
        assertThat(fingerprint(7)).isEqualTo(fingerprint(7)).isNotEqualTo(fingerprint(8));
    }

    @Test
    void theBooksTakeEveryStepAndLoseNothing() {
        for (int reclaim : new int[] {0, 300, 1_000}) {
            var silicon = new Book(Limits.USUAL);
            var tin = new Book(Limits.USUAL);
            var refused = new ArrayList<Object>();
            run(new Size(3, DAY, 10, 600, reclaim, true, true), happening -> {
                if (happening.step() != null) {
                    var book = happening.material() == Happening.Material.SILICON ? silicon : tin;
                    if (!book.append(happening.step()).equals(new Outcome.Kept(0))) {
                        refused.add(happening);
                    }
                }
            });
            assertThat(refused).isEmpty();
            assertThat(silicon.balance().difference()).isZero();
            assertThat(silicon.balance().lost()).isZero();
            assertThat(silicon.balance().found()).isZero();
            assertThat(tin.balance().difference()).isZero();
        }
    }

    @Test
    void aModuleComesFromQuartzAndItsTinFromRibbon() {
        var silicon = new Book(Limits.USUAL);
        var tin = new Book(Limits.USUAL);
        var modules = new ArrayList<Integer>();
        var items = run(Size.small(5, DAY, 5), happening -> {
            if (happening.step() != null) {
                (happening.material() == Happening.Material.SILICON ? silicon : tin).append(happening.step());
                if (happening.deed() == Deed.ASSEMBLED) {
                    modules.add(happening.step().outputs().getFirst().item());
                }
            }
        });
        assertThat(modules).hasSize(3_000);
        assertThat(kinds(items, new Reach(silicon).upstream(modules.get(2_500)))).contains(Kind.CELL_LOT, Kind.WAFER_BOX, Kind.BRICK, Kind.ROD, Kind.POLY_BOX, Kind.POLY_RUN,
                Kind.SILICON_METAL, Kind.QUARTZ).doesNotContain(Kind.MODULE, Kind.RIBBON);
        assertThat(kinds(items, new Reach(tin).upstream(modules.get(100)))).containsExactlyInAnyOrder(Kind.LINE_LOAD, Kind.RIBBON, Kind.SOLDER, Kind.GLASS, Kind.FRAME);
    }

    @Test
    void timeDoesNotGoBackAndItemsAreNumberedAsTheyCome() {
        long[] last = {Long.MIN_VALUE, -1, -1};
        run(Size.small(1, DAY, 5), happening -> {
            assertThat(happening.when()).isGreaterThanOrEqualTo(last[0]);
            assertThat(happening.number()).isEqualTo(last[1] + 1);
            last[0] = happening.when();
            last[1] = happening.number();
            if (happening.step() != null) {
                for (Part output : happening.step().outputs()) {
                    // What a module holds of tin is told when its line's load is used up, and a crucible is numbered when it is put in.
                    assertThat(output.item() > last[2] || happening.deed() == Deed.USED_UP).isTrue();
                    last[2] = Math.max(last[2], output.item());
                }
            }
        });
    }

    @Test
    void yieldsAreWhatSuchPlantsHave() {
        Map<Deed, long[]> masses = new EnumMap<>(Deed.class);
        long[] pieces = new long[2];
        run(Size.small(2, DAY, 30), happening -> {
            Step step = happening.step();
            if (step != null) {
                long[] sums = masses.computeIfAbsent(happening.deed(), deed -> new long[3]);
                sums[0] += Diary.sum(step.inputs());
                sums[1] += Diary.sum(step.outputs());
                sums[2]++;
                if (happening.deed() == Deed.SAWN) {
                    pieces[0] += Objects.requireNonNull(happening.serials()).counts().stream().mapToInt(Integer::intValue).sum();
                }
            }
        });
        assertThat(perMille(masses, Deed.SMELTED)).as("quartz for silicon metal").isBetween(2_700L, 2_900L);
        assertThat(perMille(masses, Deed.DEPOSITED)).as("silicon metal for polysilicon").isBetween(1_100L, 1_150L);
        assertThat(perMille(masses, Deed.PULLED)).as("charge for rods").isBetween(1_000L, 1_030L);
        assertThat(pieces[0] * 1_000_000 / masses.get(Deed.SAWN)[0]).as("wafers of a tonne of brick").isBetween(66_500L, 68_500L);
        assertThat(masses.get(Deed.ASSEMBLED)[1] / masses.get(Deed.ASSEMBLED)[2]).as("grams of silicon in a module").isBetween(528L, 530L);
        assertThat(masses.get(Deed.PULLED)[1] / masses.get(Deed.PULLED)[2]).as("grams of a rod").isBetween(530_000L, 540_000L);
    }

    @Test
    void asManyRodsTakeReclaimAsWasSaid() {
        for (int reclaim : new int[] {0, 300, 1_000}) {
            int[] rods = new int[2];
            var plant = new Plant[1];
            plant[0] = new Plant(new Size(4, DAY, 40, 6_000, reclaim, true, false), happening -> {
                if (happening.deed() == Deed.PULLED) {
                    rods[0]++;
                    rods[1] += happening.step().inputs().stream().anyMatch(part -> plant[0].items().kind(part.item()) == Kind.RECLAIM) ? 1 : 0;
                }
            });
            plant[0].run();
            assertThat(rods[1] * 1_000 / rods[0]).isBetween(Math.max(0, reclaim - 60), reclaim);
        }
    }

    @Test
    void withoutABinEveryLotOfReclaimKeepsItsName() {
        run(new Size(4, DAY, 10, 600, 1_000, true, false), happening -> assertThat(happening.deed()).isNotIn(Deed.THROWN_IN, Deed.WEIGHED_OUT));
        var sharings = new HashSet<Class<?>>();
        run(new Size(4, DAY, 30, 600, 1_000, true, true), happening -> {
            if (happening.step() != null) {
                sharings.add(happening.step().sharing().getClass());
            }
        });
        assertThat(sharings).containsExactlyInAnyOrder(Sharing.Proportional.class, Sharing.Position.class, Sharing.Pool.class, Sharing.FifoPool.class, Sharing.Packing.class);
    }

    @Test
    void everyNumberIsOneOfThoseForExamplesAndChecksItself() {
        var items = run(Size.small(1, DAY, 5), happening -> {});
        var seen = new HashSet<String>();
        for (int item = 0; item < items.size(); item++) {
            String uri = items.uri(item);
            assertThat(seen.add(uri)).as(uri).isTrue();
            switch (items.kind(item).named()) {
                case BY_LOT, BY_SERIAL -> assertThat(valid(uri.substring(22, 36))).as(uri).isTrue();
                case AS_LOAD -> assertThat(valid(uri.substring(22))).as(uri).isTrue();
                case AS_ASSET -> assertThat(uri).startsWith("https://id.gs1.org/8004/952");
            }
        }
        for (Place place : Place.values()) {
            assertThat(place.uri()).matches("https://id\\.gs1\\.org/414/952\\d{10}");
            assertThat(valid(place.uri().substring(23)) && valid(place.ownerUri().substring(23))).as(place.uri()).isTrue();
            assertThat(seen.add(place.uri())).isTrue();
        }
    }

    @Test
    void sizesThatNoPlantHasAreRefused() {
        assertThatThrownBy(() -> new Size(1, DAY, 0, 600, 300, true, true)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 days");
        assertThatThrownBy(() -> new Size(1, DAY, 30, 49, 300, true, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Size(1, DAY, 30, 600, 1_001, true, true)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Weights three and one from the right, the digit itself counted once: a multiple of ten. */
    private static boolean valid(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits.matches("\\d{13,18}") && sum % 10 == 0;
    }

    private static long perMille(Map<Deed, long[]> masses, Deed deed) {
        return masses.get(deed)[0] * 1_000 / masses.get(deed)[1];
    }

    private static List<Kind> kinds(Items items, int[] found) {
        return Arrays.stream(found).mapToObj(items::kind).distinct().toList();
    }

    private static Items run(Size size, Consumer<Happening> reader) {
        var plant = new Plant(size, reader);
        plant.run();
        return plant.items();
    }

    private static String fingerprint(long seed) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var items = run(Size.small(seed, DAY, 5), happening -> digest.update(happening.toString().getBytes(StandardCharsets.UTF_8)));
        for (int item = 0; item < items.size(); item++) {
            digest.update(items.uri(item).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
