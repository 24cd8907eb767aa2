package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AskingWhetherChanceDidItTest {

    /** Within 1e-9 of the value; AssertJ's percentage is a hundredth. */
    private static final double RELATIVE = 1e-7;

    @Test
    void everyTableOfROrOfAnotherLibraryGivesItsProbability() throws IOException {
        for (JsonNode one : cases("fisher_exact_from_R.json")) {
            var p = switch (one.get("alternative").asString()) {
                case "less" -> Fisher.less(table(one));
                case "greater" -> Fisher.greater(table(one));
                default -> Fisher.twoSided(table(one));
            };
            assertThat(p).as(one.toString()).isCloseTo(one.get("p").asDouble(), withinPercentage(RELATIVE));
        }
        for (JsonNode one : cases("fisher_exact_commons.json")) {
            assertThat(Fisher.twoSided(table(one))).as(one.get("table").toString()).isCloseTo(one.get("p").get(0).asDouble(), withinPercentage(RELATIVE));
            assertThat(Fisher.greater(table(one))).isCloseTo(one.get("p").get(1).asDouble(), withinPercentage(RELATIVE));
            assertThat(Fisher.less(table(one))).isCloseTo(one.get("p").get(2).asDouble(), withinPercentage(RELATIVE));
        }
    }

    @Test
    void aTeaTasterWhoIsRightSixTimesOfEightHasShownNothing() {
        // Fisher's own example, The Design of Experiments, 1935: 3 of 4 and 1 of 4; p is 34/70.
        assertThat(Fisher.twoSided(new TwoByTwo(3, 1, 1, 3))).isCloseTo(34.0 / 70, within(1e-15));
        assertThat(Fisher.twoSided(new TwoByTwo(4, 0, 0, 4))).isCloseTo(2.0 / 70, within(1e-15));
        assertThat(Fisher.greater(new TwoByTwo(3, 1, 1, 3))).as("three right or all four").isCloseTo(17.0 / 70, within(1e-15));
        assertThat(Fisher.less(new TwoByTwo(3, 1, 1, 3))).as("three right or fewer").isCloseTo(69.0 / 70, within(1e-15));
    }

    @Test
    void whereNothingElseCouldHaveComeOutChanceDidIt() {
        assertThat(Fisher.twoSided(new TwoByTwo(0, 5, 0, 9))).isEqualTo(1);
        assertThat(Fisher.twoSided(new TwoByTwo(0, 0, 3, 9))).isEqualTo(1);
        assertThat(PooledZ.of(new TwoByTwo(5, 0, 9, 0))).isEqualTo(new PooledZ(0, 1));
        assertThat(MantelHaenszel.of(List.of(new TwoByTwo(5, 0, 9, 0)))).isEqualTo(new MantelHaenszel(null, 0, 1, 0));
    }

    @Test
    void menAndWomenWithTheSameFilesWereNotPromotedAlike() {
        // Rosen and Jerdee 1974: 21 of 24 and 14 of 24.
        var compared = Comparison.of(new Group("female", 14, 24), new Group("male", 21, 24));
        assertThat(compared.ratio().doubleValue()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(compared.fisher()).isCloseTo(0.048991413058947844, withinPercentage(RELATIVE));
        assertThat(compared.z().z()).isCloseTo(-2.2735942402352203, withinPercentage(RELATIVE));
        assertThat(compared.z().p()).isCloseTo(0.022990394092464894, withinPercentage(RELATIVE));
        assertThat(compared.verdict()).isEqualTo(Verdict.BOTH);
        assertThat(compared.shortfall().toString()).as("of 35 chosen in 48, half were expected").isEqualTo("7 / 2");
    }

    @Test
    void berkeley1973LooksLikeAGapAndIsNoneWithinDepartments() throws IOException {
        var byDepartment = new TreeMap<String, long[]>();
        for (var line : lines("UCBAdmissions.csv")) {
            var cells = line.replace("\"", "").split(",");
            var at = (cells[2].equals("Female") ? 0 : 2) + (cells[1].equals("Admitted") ? 0 : 1);
            byDepartment.computeIfAbsent(cells[3], department -> new long[4])[at] += Long.parseLong(cells[4]);
        }
        var departments = List.copyOf(byDepartment.values());
        var strata = departments.stream().map(cells -> new TwoByTwo(cells[0], cells[1], cells[2], cells[3])).toList();
        var women = new Group("female", sum(departments, 0), sum(departments, 0) + sum(departments, 1));
        var men = new Group("male", sum(departments, 2), sum(departments, 2) + sum(departments, 3));
        var all = Comparison.of(women, men);
        assertThat(all.ratio().doubleValue()).isCloseTo(0.6818298435630683, withinPercentage(RELATIVE));
        assertThat(all.fisher()).isCloseTo(4.835903179337353e-22, withinPercentage(RELATIVE));
        assertThat(all.z().z()).isCloseTo(-9.602358065159185, withinPercentage(RELATIVE));
        assertThat(all.verdict()).isEqualTo(Verdict.BOTH);

        var within = MantelHaenszel.of(strata);
        assertThat(within.strata()).isEqualTo(6);
        // R gives the odds of men by those of women, 0.9046968; ours has the women first.
        assertThat(within.oddsRatio().reciprocal().doubleValue()).isCloseTo(0.9046968282586231, withinPercentage(RELATIVE));
        assertThat(within.chi2()).isCloseTo(1.4269462285866712, withinPercentage(RELATIVE));
        assertThat(within.p()).isCloseTo(0.23226346281704763, withinPercentage(RELATIVE));
    }

    @Test
    void aDifferenceOfLessThanHalfAPersonIsNotCorrected() {
        // R: mantelhaen.test(array(c(2,2,3,4,5,5,6,7), c(2,2,2))) corrects by 0 when the difference is below one half, so the statistic stays above zero.
        var tested = MantelHaenszel.of(List.of(new TwoByTwo(2, 3, 2, 4), new TwoByTwo(5, 6, 5, 7)));
        assertThat(tested.chi2()).isGreaterThan(0);
        assertThat(tested.p()).isBetween(0.5, 1.0);
    }

    @Test
    void theFourWords() {
        assertThat(Comparison.of(new Group("one", 50, 100), new Group("other", 52, 100)).verdict()).isEqualTo(Verdict.NO_SIGN);
        // Four fifths flags 15 of 31 against 6 of 24, the exact test does not: p 0.098.
        assertThat(Comparison.of(new Group("minority", 6, 24), new Group("others", 15, 31)).verdict()).isEqualTo(Verdict.SMALL_SAMPLE);
        assertThat(Comparison.of(new Group("one", 1, 2), new Group("other", 1, 2)).verdict()).as("no outcome could have told").isEqualTo(Verdict.SMALL_SAMPLE);
        assertThat(Comparison.of(new Group("one", 9_000, 10_000), new Group("other", 9_200, 10_000)).verdict()).isEqualTo(Verdict.DETECTABLE_BUT_SMALL);
        assertThat(Comparison.of(new Group("one", 10, 40), new Group("other", 25, 50)).verdict()).isEqualTo(Verdict.BOTH);
    }

    @Test
    void ofManyQuestionsSomeAnswersAreChance() {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH") is 0.02 0.04 0.04 0.02.
        var adjusted = BenjaminiHochberg.adjusted(List.of(0.01, 0.04, 0.03, 0.005));
        assertThat(adjusted.get(0)).isCloseTo(0.02, within(1e-15));
        assertThat(adjusted.get(1)).isCloseTo(0.04, within(1e-15));
        assertThat(adjusted.get(2)).isCloseTo(0.04, within(1e-15));
        assertThat(adjusted.get(3)).isCloseTo(0.02, within(1e-15));
        assertThat(BenjaminiHochberg.adjusted(List.of())).isEmpty();
    }

    private static long sum(List<long[]> rows, int at) {
        return rows.stream().mapToLong(row -> row[at]).sum();
    }

    private static TwoByTwo table(JsonNode one) {
        var cells = one.get("table");
        return new TwoByTwo(cells.get(0).get(0).asLong(), cells.get(0).get(1).asLong(), cells.get(1).get(0).asLong(), cells.get(1).get(1).asLong());
    }

    private static JsonNode cases(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(shared(name))).get("cases");
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(shared(name)).stream().skip(1).toList();
    }

    private static Path shared(String name) {
        var file = Path.of(System.getProperty("probity.shared", ""), "people/stats", name);
        Assumptions.assumeTrue(Files.exists(file), "the reference data is not here");
        return file;
    }
}
