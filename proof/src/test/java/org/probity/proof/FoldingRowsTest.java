package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingRowsTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Test
    void trainingSecondsPerPersonComeOutAsHours() {
        Fold fold = new Fold.RatioOfSums("hours", "people");
        Fold.Tally tally = fold.tally();
        BigDecimal hours = new BigDecimal("463645656");
        tally.add(Facts.of(Map.of("hours", hours, "people", new BigDecimal("33307200"))));
        assertThat(tally.result().value()).contains(Fraction.of(463645656, 33307200));
        assertThat(Rounding.places(2).show(tally.result().value().orElseThrow())).isEqualTo("13.92");
    }

    @Test
    void aShareShortOfAllNeverReadsAsAHundred() {
        Fold.Tally tally = new Fold.Share("met").tally();
        for (int i = 0; i < 99_999; i++) {
            tally.add(Facts.met(true));
        }
        tally.add(Facts.met(false));
        assertThat(Rounding.percent(0).show(tally.result().value().orElseThrow())).isEqualTo("99");
    }

    @Test
    void nothingToDivideByIsNoValueAndNotZero() {
        assertThat(new Fold.Share("met").tally().result().value()).isEmpty();
        assertThat(new Fold.Mean("x").tally().result().value()).isEmpty();
        assertThat(new Fold.Median("x").tally().result().value()).isEmpty();
        assertThat(new Fold.RatioOfSums("a", "b").tally().result().value()).isEmpty();
        assertThat(new Fold.MinOverDays(MARCH, MARCH).tally().result().value()).isEmpty();
        assertThat(new Fold.Count().tally().result().value()).contains(Fraction.of(0, 1));
        assertThat(new Fold.Sum("x").tally().result().value()).contains(Fraction.of(0, 1));
    }

    @Test
    void theMiddleOfAnEvenNumberLiesBetweenTheTwo() {
        assertThat(folded(new Fold.Median("x"), "3", "1", "2.5", "-7").value()).contains(Fraction.of(7, 4));
        assertThat(folded(new Fold.Median("x"), "3", "1", "2.5").value()).contains(Fraction.of(5, 2));
    }

    @Test
    void theWorstDayDecides() {
        Fold.Tally tally = new Fold.MinOverDays(MARCH, MARCH.plusDays(30)).tally();
        tally.add(Facts.days(List.of(days(-100, 100)), List.of(days(-100, 9), days(12, 100))));
        tally.add(Facts.days(List.of(days(11, 20)), List.of(days(0, 50))));
        // On days 10 and 11 the first has lapsed; on day 11 the second owes and meets.
        assertThat(tally.result()).isEqualTo(new Fold.Result(Optional.of(Fraction.of(0, 1)), Optional.of(MARCH.plusDays(10))));
    }

    @Test
    void daysAgreeWithCountingEachDay() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Fold.Tally tally = new Fold.MinOverDays(MARCH, MARCH.plusDays(19)).tally();
            List<Facts> rows = new ArrayList<>();
            for (int i = 0; i < random.nextInt(5); i++) {
                Facts row = Facts.days(stretches(random), stretches(random));
                rows.add(row);
                tally.add(row);
            }
            Optional<Fraction> worst = Optional.empty();
            for (int day = 0; day < 20; day++) {
                LocalDate date = MARCH.plusDays(day);
                long owed = rows.stream().filter(row -> on(row.owed(), date)).count();
                long met = rows.stream().filter(row -> on(row.owed(), date) && on(row.met(), date)).count();
                if (owed > 0 && (worst.isEmpty() || Fraction.of(met, owed).compareTo(worst.get()) < 0)) {
                    worst = Optional.of(Fraction.of(met, owed));
                }
            }
            assertThat(tally.result().value()).isEqualTo(worst);
        }
    }

    @Test
    void aClosedGateScoresNothing() {
        Fold fold = new Fold.GatesThenWeights(new TreeSet<>(List.of("open")), Map.of("a", new BigDecimal("3"), "b", BigDecimal.ONE));
        Fold.Tally tally = fold.tally();
        tally.add(score("1", "100", "60"));
        assertThat(tally.result().value()).contains(Fraction.of(90, 1));
        tally.add(score("0", "100", "100"));
        assertThat(tally.result().value()).contains(Fraction.of(45, 1));
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        Random random = new Random(11);
        List<Facts> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(Facts.of(Map.of("x", new BigDecimal(random.nextInt(1_000_000)).movePointLeft(random.nextInt(6)),
                    "y", BigDecimal.valueOf(random.nextInt(100) + 1))));
        }
        for (Fold fold : List.of(new Fold.Sum("x"), new Fold.RatioOfSums("x", "y"), new Fold.Mean("x"), new Fold.Median("x"))) {
            Fold.Tally there = fold.tally();
            rows.forEach(there::add);
            Collections.shuffle(rows, random);
            Fold.Tally back = fold.tally();
            rows.forEach(back::add);
            assertThat(back.result()).isEqualTo(there.result());
        }
    }

    @Test
    void everyFoldSurvivesItsJson() {
        for (Fold fold : List.of(new Fold.Count(), new Fold.Sum("x"), new Fold.RatioOfSums("a", "b"), new Fold.Share("met"), new Fold.Mean("x"),
                new Fold.Median("x"), new Fold.MinOverDays(MARCH, MARCH.plusDays(364)),
                new Fold.GatesThenWeights(new TreeSet<>(List.of("g", "a")), Map.of("m", new BigDecimal("2.50"))), SPLIT)) {
            assertThat(Fold.from(Json.parse(fold.json().canonical()))).isEqualTo(fold);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"average\"}", "{\"name\":\"sum\"}", "{\"name\":\"count\",\"input\":\"x\"}", "[]",
            "{\"name\":\"min-over-days\",\"from\":\"2026-03-02\",\"to\":\"2026-03-01\"}",
            "{\"name\":\"min-over-days\",\"from\":\"2026-02-30\",\"to\":\"2026-03-01\"}",
            "{\"name\":\"gates-then-weights\",\"gates\":[\"b\",\"a\"],\"weights\":{\"x\":\"1\"}}",
            "{\"name\":\"gates-then-weights\",\"gates\":[],\"weights\":{}}",
            "{\"name\":\"gates-then-weights\",\"gates\":[],\"weights\":{\"x\":\"0\"}}",
            "{\"name\":\"split\",\"group\":\"u\",\"factor\":\"f\",\"over\":[],\"under\":[],\"part\":\"p\"}",
            "{\"name\":\"split\",\"group\":\"u\",\"factor\":\"f\",\"over\":[\"b\",\"a\"],\"under\":[],\"part\":\"p\"}"})
    void otherFoldsAreRefused(String json) {
        assertThatThrownBy(() -> Fold.from(Json.parse(json))).isInstanceOf(Malformed.class);
    }

    @Test
    void aRowWithoutTheInputIsRefused() {
        assertThatThrownBy(() -> new Fold.Sum("x").tally().add(Facts.none())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Fold.Share("met").tally().add(Facts.of(Map.of("met", new BigDecimal("0.5"))))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({"1/8,2,HALF_UP,0.13", "1/8,2,HALF_EVEN,0.12", "1/8,2,DOWN,0.12", "-1/8,2,HALF_UP,-0.13", "-1/8,2,DOWN,-0.12", "5/2,0,HALF_EVEN,2",
            "2/3,4,HALF_UP,0.6667", "90/1,0,HALF_UP,90", "1/1,2,DOWN,1.00", "-1/1000,2,DOWN,0.00"})
    void valuesAreRoundedOnceAndExactly(String exact, int places, Rounding.Mode mode, String shown) {
        assertThat(new Rounding(1, places, mode).show(Fraction.parse(exact))).isEqualTo(shown);
    }

    @Test
    void secondsAreShownAsHours() {
        assertThat(Rounding.of(3600, 2).show(Fraction.parse("463645656/1"))).isEqualTo("128790.46");
        assertThat(Rounding.of(3600, 2).show(Fraction.of(463_645_656, 9_252))).isEqualTo("13.92");
        assertThat(Rounding.of(3600, 2).show(Fraction.parse("18/1"))).as("half a hundredth of an hour, and up").isEqualTo("0.01");
        assertThat(Rounding.from(Fields.of(Rounding.of(3600, 2).json(), "rounding"))).isEqualTo(Rounding.of(3600, 2));
        assertThat(Rounding.places(2).json().text()).as("as it was written before there were divisors").isEqualTo("{\"factor\":1,\"mode\":\"half-up\",\"places\":2}");
        for (var divisor : List.of(0, 1, 1_000_001)) {
            var json = Json.object("divisor", divisor, "factor", 1, "mode", "half-up", "places", 2);
            assertThatThrownBy(() -> Rounding.from(Fields.of(json, "rounding"))).as("divisor " + divisor).isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/4", "1/0", "1/-2", "1", "01/2", "1/02", "+1/2", "-0/1", "1/2 ", ""})
    void fractionsHaveOneSpelling(String text) {
        assertThatThrownBy(() -> Fraction.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e3", "+1", "01", ".5", "5.", "1,000", "0x1", "NaN", " 1", "1.0000000000000000000000000000000"})
    void decimalsArePlain(String text) {
        assertThatThrownBy(() -> Facts.decimal(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aDayCannotCountTwiceForOneRow() {
        assertThatThrownBy(() -> Facts.days(List.of(days(0, 5), days(5, 9)), List.of())).isInstanceOf(Malformed.class);
    }

    private static final Fold.Split SPLIT = new Fold.Split("unit", "factor", new TreeSet<>(List.of("days", "grade")), new TreeSet<>(List.of("of")), "fen");

    private static Facts part(int unit, String factor, String grade, int days, int of, long fen) {
        return Facts.of(Map.of("unit", BigDecimal.valueOf(unit), "factor", new BigDecimal(factor), "grade", new BigDecimal(grade), "days", BigDecimal.valueOf(days), "of", BigDecimal.valueOf(of), "fen", BigDecimal.valueOf(fen)));
    }

    private static Fold.Result split(Facts... rows) {
        Fold.Tally tally = SPLIT.tally();
        List.of(rows).forEach(tally::add);
        return tally.result();
    }

    @Test
    void aSplitIsTheSumOfItsPartsWhenEachIsWhatItsWeightGives() {
        assertThat(split().value()).isEmpty();
        // Three alike share ten: the first gets what is left over.
        assertThat(split(part(1, "1", "1", 5, 5, 4), part(1, "1", "1", 5, 5, 3), part(1, "1", "1", 5, 5, 3)).value()).contains(Fraction.of(10, 1));
        assertThat(split(part(1, "1.2", "1", 5, 5, 6), part(2, "1", "1", 5, 5, 5), part(2, "1", "3", 0, 0, 0)).value()).contains(Fraction.of(11, 1));
        assertThat(split(part(1, "1", "0", 5, 5, 0)).value()).contains(Fraction.of(0, 1));
    }

    @Test
    void aPartThatItsWeightDoesNotGiveIsRefused() {
        assertThatThrownBy(() -> split(part(1, "1", "1", 5, 5, 3), part(1, "1", "1", 5, 5, 4), part(1, "1", "1", 5, 5, 3))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> split(part(1, "1", "0", 5, 5, 3))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> split(part(1, "1", "1", 5, 5, 3), part(1, "1.1", "1", 5, 5, 3))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> split(part(1, "1", "-1", 5, 5, 3))).isInstanceOf(Malformed.class);
        Fold.Tally tally = SPLIT.tally();
        assertThatThrownBy(() -> tally.add(Facts.of(Map.of("unit", BigDecimal.ONE, "factor", BigDecimal.ONE, "grade", BigDecimal.ONE, "days", BigDecimal.ONE, "of", BigDecimal.ONE, "fen", new BigDecimal("0.5")))))
                .isInstanceOf(Malformed.class);
    }

    private static Fold.Result folded(Fold fold, String... values) {
        Fold.Tally tally = fold.tally();
        for (String value : values) {
            tally.add(Facts.of(Map.of("x", new BigDecimal(value))));
        }
        return tally.result();
    }

    private static Facts score(String open, String a, String b) {
        return Facts.of(Map.of("open", new BigDecimal(open), "a", new BigDecimal(a), "b", new BigDecimal(b)));
    }

    private static Facts.Days days(int from, int to) {
        return new Facts.Days(MARCH.plusDays(from), MARCH.plusDays(to));
    }

    private static List<Facts.Days> stretches(Random random) {
        List<Facts.Days> stretches = new ArrayList<>();
        int at = -3;
        while (at < 22 && random.nextInt(4) > 0) {
            int from = at + random.nextInt(6);
            int to = from + random.nextInt(8);
            stretches.add(days(from, to));
            at = to + 1;
        }
        return stretches;
    }

    private static boolean on(List<Facts.Days> stretches, LocalDate day) {
        return stretches.stream().anyMatch(stretch -> !day.isBefore(stretch.from()) && !day.isAfter(stretch.to()));
    }
}
