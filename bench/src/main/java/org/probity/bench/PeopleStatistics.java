package org.probity.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.reckon.Comparison;
import org.probity.reckon.Fisher;
import org.probity.reckon.Group;
import org.probity.reckon.MantelHaenszel;
import org.probity.reckon.Split;
import org.probity.reckon.TwoByTwo;
import tools.jackson.databind.json.JsonMapper;

/** Statistics about groups against R's answers, the rule of four fifths against doubles, and what they cost. Needs the reference data. */
final class PeopleStatistics implements PeopleBench.Part {

    private static final double WITHIN = 1e-9;
    private static final int LARGEST = 60;

    @Override
    public boolean met(String... args) throws Exception {
        var data = Path.of(System.getProperty("probity.shared", ""), "people/stats");
        if (!Files.isDirectory(data)) {
            throw new IllegalStateException("the reference data is not here: " + data);
        }
        return fisher(data) & fourFifths() & berkeley(data) & split() & speed();
    }

    private static boolean fisher(Path data) throws Exception {
        int right = 0;
        double worst = 0;
        var cases = JsonMapper.shared().readTree(Files.readString(data.resolve("fisher_exact_from_R.json"))).get("cases");
        for (var one : cases) {
            var cells = one.get("table");
            var table = new TwoByTwo(cells.get(0).get(0).asLong(), cells.get(0).get(1).asLong(), cells.get(1).get(0).asLong(), cells.get(1).get(1).asLong());
            var p = switch (one.get("alternative").asString()) {
                case "less" -> Fisher.less(table);
                case "greater" -> Fisher.greater(table);
                default -> Fisher.twoSided(table);
            };
            var off = Math.abs(p - one.get("p").asDouble()) / one.get("p").asDouble();
            worst = Math.max(worst, off);
            right += off <= WITHIN ? 1 : 0;
        }
        System.out.println("# the farthest from R is off by " + worst + " of its value");
        return PeopleBench.goal("exact tests as R has them within 1e-9, of " + cases.size(), right, "all", right == cases.size());
    }

    /** Every table of two groups up to 60 whose ratio is exactly 4/5; those which doubles put below .8 are the lies. */
    private static boolean fourFifths() {
        int exact = 0;
        int lies = 0;
        int flagged = 0;
        for (int of = 1; of <= LARGEST; of++) {
            for (int chosen = 1; chosen <= of; chosen++) {
                for (int ofBest = 1; ofBest <= LARGEST; ofBest++) {
                    int best = 5 * chosen * ofBest;
                    if (best % (4 * of) == 0 && best / (4 * of) <= ofBest) {
                        exact++;
                        lies += (double) chosen / of / ((double) (best / (4 * of)) / ofBest) < 0.8 ? 1 : 0;
                        flagged += Comparison.of(new Group("one", chosen, of), new Group("best", best / (4 * of), ofBest)).flagged() ? 1 : 0;
                    }
                }
            }
        }
        System.out.printf("# %d tables of groups up to %d are exactly four fifths; doubles put %d of them below%n", exact, LARGEST, lies);
        return PeopleBench.goal("flags on exact four fifths", flagged, "0", flagged == 0 && lies > 853);
    }

    private static boolean berkeley(Path data) throws Exception {
        var departments = new TreeMap<String, long[]>();
        for (var line : Files.readAllLines(data.resolve("UCBAdmissions.csv")).stream().skip(1).toList()) {
            var cells = line.replace("\"", "").split(",");
            var at = (cells[2].equals("Female") ? 2 : 0) + (cells[1].equals("Admitted") ? 0 : 1);
            departments.computeIfAbsent(cells[3], department -> new long[4])[at] += Long.parseLong(cells[4]);
        }
        var strata = departments.values().stream().map(cells -> new TwoByTwo(cells[0], cells[1], cells[2], cells[3])).toList();
        var sums = IntStream.range(0, 4).mapToLong(at -> departments.values().stream().mapToLong(cells -> cells[at]).sum()).toArray();
        var whole = Comparison.of(new Group("female", sums[2], sums[2] + sums[3]), new Group("male", sums[0], sums[0] + sums[1]));
        var within = MantelHaenszel.of(strata);
        var odds = within.oddsRatio() == null ? Double.NaN : within.oddsRatio().doubleValue();
        return near("Berkeley 1973, ratio", whole.ratio().doubleValue(), 0.6818298435630683)
                & near("Berkeley 1973, exact test", whole.fisher(), 4.835903179337353e-22)
                & near("Berkeley 1973, common odds ratio", odds, 0.9046968282586231)
                & near("Berkeley 1973, Mantel-Haenszel", within.chi2(), 1.4269462285866712)
                & near("Berkeley 1973, its probability", within.p(), 0.23226346281704763);
    }

    private static boolean near(String what, double value, double wanted) {
        return PeopleBench.goal(what, value, wanted + " within 1e-9", Math.abs(value - wanted) <= WITHIN * Math.abs(wanted));
    }

    private static boolean split() {
        var random = new SplittableRandom(2026);
        List<BigFraction> weights = new ArrayList<>();
        for (int person = 0; person < 10_000; person++) {
            weights.add(BigFraction.of(random.nextInt(10, 200), 10).multiply(BigFraction.of(random.nextInt(0, 16), 10)).multiply(BigFraction.of(random.nextInt(150, 251), 250)));
        }
        var start = System.nanoTime();
        var whole = 1_234_567_891L;
        var sum = Split.of(whole, weights).stream().mapToLong(Long::longValue).sum();
        var seconds = (System.nanoTime() - start) / 1e9;
        return PeopleBench.goal("a pool split by 10,000 weights, s", seconds, "<= 1 and exact", seconds <= 1 && sum == whole);
    }

    private static boolean speed() {
        var random = new SplittableRandom(5);
        var start = System.nanoTime();
        int tables = 0;
        for (; tables < 2_000; tables++) {
            var of = random.nextInt(500, 5_000);
            Comparison.of(new Group("one", random.nextInt(0, of), of), new Group("other", random.nextInt(0, of), of));
        }
        var milliseconds = (System.nanoTime() - start) / 1e6 / tables;
        return PeopleBench.goal("a comparison of two groups of thousands, ms", milliseconds, "<= 5", milliseconds <= 5);
    }
}
