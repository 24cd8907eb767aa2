package org.probity.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.reckon.Answer;
import org.probity.reckon.Cell;
import org.probity.reckon.ReleasePlan;
import org.probity.reckon.ReleasePlan.Cut;
import org.probity.reckon.Releases;

/**
 * What can be told from everything a survey publishes. A hundred companies publish by a plan that was audited, and by the usual rule of at least five; an
 * attacker has all of it. Then the given company, whose numbers are known, and how long an audit takes.
 *
 * <p>Arguments: {@code --quick} (ten companies); {@code 1-25} those companies of the hundred, and nothing else; {@code given} the given company alone. Ends with 0 when all goals are met, 1 when some are short.
 */
public final class SurveyBench {
    private static final int LEAST = 10;
    private static final int USUAL = 5;
    /** Search for unions while planning; the last answer is asked for once more with all of it. */
    private static final long WHILE_PLANNING = 20_000_000L;
    private static final int SMALLEST = 300;
    private static final int STEP = 15;
    private static boolean met = true;

    private SurveyBench() {}

    public static void main(String[] args) {
        System.out.printf(Locale.ROOT, "# JDK %s, %d processors, load %.1f%n", System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        var which = args.length > 0 && args[0].matches("[0-9]+-[0-9]+") ? args[0].split("-") : new String[] {"1", List.of(args).contains("--quick") ? "10" : "100"};
        if (!List.of(args).contains("given")) {
            companies(Integer.parseInt(which[0]), Integer.parseInt(which[1]));
        }
        if (args.length == 0 || !args[0].matches("[0-9]+-[0-9]+")) {
            given();
        }
        System.exit(met ? 0 : 1);
    }

    private static void goal(String what, double value, String bound, boolean reached) {
        met &= reached;
        System.out.printf(Locale.ROOT, "survey %s, %.3f, %s, %s%n", what, value, bound, reached ? "met" : "short");
    }

    /** What became of some companies. */
    private record Seen(int answers, int cells, int gaveWay, int whole, int rows, int subtracted, int usualCells, int usualSingle) {
        Seen plus(Seen other) {
            return new Seen(answers + other.answers, cells + other.cells, gaveWay + other.gaveWay, whole + other.whole, rows + other.rows, subtracted + other.subtracted,
                    usualCells + other.usualCells, usualSingle + other.usualSingle);
        }
    }

    private static void companies(int first, int last) {
        int companies = last - first + 1;
        var all = IntStream.rangeClosed(first, last).parallel().mapToObj(SurveyBench::company).reduce(new Seen(0, 0, 0, 0, 0, 0, 0, 0), Seen::plus);
        System.out.printf("# %d companies, %d answers, %d cells published; %d parts gave way; for %d every union of people was looked at%n", companies, all.answers(), all.cells(),
                all.gaveWay(), all.whole());
        System.out.printf("# the usual rule of at least %d on the same answers: %d smaller groups follow, and %d people's own answers%n", USUAL, all.usualCells(), all.usualSingle());
        goal("groups below 10 recovered from audited plans by row space, of " + companies + " companies", all.rows(), "0", all.rows() == 0);
        goal("groups below 10 recovered from audited plans by subtraction", all.subtracted(), "0", all.subtracted() == 0);
        goal("groups below 5 recovered by subtraction from the usual rule", all.usualCells(), "thousands, else this attack is none", all.usualCells() >= 100 * companies);
    }

    private static Seen company(int seed) {
        var company = SurveyCompany.of(1_000 + seed, SMALLEST + STEP * (seed % 50));
        var grid = company.grid(3);
        var few = SurveyCompany.few(grid, LEAST);
        var plan = ReleasePlan.of(company.answered(), plan(seed), LEAST, Releases.over(company.ones(), LEAST, few, WHILE_PLANNING, new Random(seed)));
        // The attacker reduces by a prime of its own, over every question that can be asked.
        var attacker = Releases.over(company.ones(), LEAST, few, 0, new Random(-seed));
        attacker.note(plan.cells());
        var attack = new SurveyAttack(grid);
        var usual = attack.usual(USUAL);
        return new Seen(company.answered().size(), plan.cells().size(), (int) plan.merged().stream().filter(it -> it.why() == ReleasePlan.Why.WOULD_TELL).count(),
                plan.answer() instanceof Answer.Clean clean && clean.everyUnion() ? 1 : 0, attacker.following().size(),
                attack.against(plan.cells().stream().map(Cell::atoms).collect(Collectors.toSet()), LEAST).cells(), usual.cells(), usual.single());
    }

    /** Plans differ: what is cut, and how deep. */
    private static List<Cut> plan(int seed) {
        var cuts = new ArrayList<Cut>();
        for (int depth = 0; depth <= seed % 3; depth++) {
            for (int trait = 0; trait < SurveyCompany.TRAITS; trait++) {
                cuts.add(new Cut(depth, List.of(trait)));
            }
        }
        if (seed % 2 == 0) {
            cuts.addAll(pairs());
        }
        return cuts;
    }

    private static List<Cut> pairs() {
        var cuts = new ArrayList<Cut>();
        for (int one = 0; one < SurveyCompany.TRAITS; one++) {
            for (int other = one + 1; other < SurveyCompany.TRAITS; other++) {
                cuts.add(new Cut(0, List.of(one, other)));
            }
        }
        return cuts;
    }

    private static List<Cut> singly(int... depths) {
        var cuts = new ArrayList<Cut>();
        for (int depth : depths) {
            for (int trait = 0; trait < SurveyCompany.TRAITS; trait++) {
                cuts.add(new Cut(depth, List.of(trait)));
            }
        }
        return cuts;
    }

    private static void given() {
        var company = SurveyCompany.of(7, 10_000);
        var grid = company.grid(3);
        var attack = new SurveyAttack(grid);
        for (int least : List.of(USUAL, LEAST)) {
            var usual = attack.usual(least);
            System.out.printf("# given company, %d answers, at least %d: %d cells shown, %d smaller groups follow, %d people in them, %d people's own answers%n",
                    company.answered().size(), least, usual.shown(), usual.cells(), usual.people(), usual.single());
            if (least == USUAL) {
                goal("given company, people whose own answers follow from at least 5", usual.single(), "5816 as given", usual.single() == 5_816);
            }
        }
        var few = SurveyCompany.few(grid, LEAST);
        measured(company, few, singly(0, 1), Releases.EFFORT, 641, 473, 0, 0);
        var thousand = singly(0, 1, 2);
        thousand.addAll(pairs());
        measured(company, few, thousand, 0, 1_020, 683, 10, 42);
        audited(company, few, thousand);
        thousand.addAll(singly(3));
        measured(company, few, thousand, 0, 2_332, 1_469, 32, 164);
    }

    /** The same cuts by a plan that gives way until nothing follows, and how long its register takes to say so once more from nothing. */
    private static void audited(SurveyCompany company, List<Cell> few, List<Cut> cuts) {
        long start = System.nanoTime();
        var plan = ReleasePlan.of(company.answered(), cuts, LEAST, Releases.over(company.ones(), LEAST, few, WHILE_PLANNING, new Random(3)));
        double planned = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        var releases = Releases.over(company.ones(), LEAST, few, Releases.EFFORT, new Random(4));
        var answer = releases.release(plan.cells());
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "# given company, a plan of the same cuts that was audited: %d cells in %.1f s, %d of %d parts gave way; %s%n", plan.cells().size(), planned,
                plan.merged().stream().filter(it -> it.why() == ReleasePlan.Why.WOULD_TELL).count(), plan.merged().size(), answer);
        goal("audit of " + plan.cells().size() + " cells, s", seconds, "<= 10, of 1,000 or more, and clean",
                seconds <= 10 && plan.cells().size() >= 1_000 && answer instanceof Answer.Clean);
    }

    /** Publishes what nobody audited and asks afterwards. @return seconds for taking it down, every named group and the search */
    private static double measured(SurveyCompany company, List<Cell> few, List<Cut> cuts, long effort, int cells, int rank, int leaks, int people) {
        var plan = ReleasePlan.of(company.answered(), cuts, LEAST, Releases.over(company.ones(), 2, List.of(), 0, new Random(1)));
        long start = System.nanoTime();
        var releases = Releases.over(company.ones(), LEAST, few, effort, new Random(2));
        releases.note(plan.cells());
        var following = releases.following();
        var answer = releases.audit();
        double seconds = (System.nanoTime() - start) / 1e9;
        var in = new BitSet();
        following.forEach(it -> in.or(it.atoms()));
        System.out.printf(Locale.ROOT, "# given company, %d cells: %.2f s, %d groups below %d follow, %d people in them; %s%n", plan.cells().size(), seconds, following.size(), LEAST, in.cardinality(),
                answer.leak().map(Answer.Leak::sentence).orElse(answer.toString()));
        goal("given company, groups that follow from " + cells + " cells of rank " + rank, following.size(), leaks + " of " + people + " people, as given",
                plan.cells().size() == cells && following.size() == leaks && in.cardinality() == people && plan.answer() instanceof Answer.Clean clean && clean.rank() == rank);
        return seconds;
    }
}
