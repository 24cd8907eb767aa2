package org.probity.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.probity.bench.TormentedHouse.Outcome;
import org.probity.bench.TormentedHouse.Victim;

/**
 * Kills the program, its PostgreSQL, and both in turn, and looks for what was acknowledged. {@code probity trial kill [N]}, 200 unless said
 * otherwise.
 */
public final class KillTrial {
    private static final double GOAL_SECONDS = 10;

    private KillTrial() {}

    public static void main(String[] args) throws Exception {
        run("kill", "program, PostgreSQL and both in turn", List.of(Victim.PROGRAM, Victim.POSTGRES, Victim.BOTH), args, 200);
    }

    /** Prints a line for each goal and ends the program. */
    static void run(String name, String what, List<Victim> victims, String[] args, int usually) throws Exception {
        var kills = args.length > 0 && args[0].matches("[0-9]+") ? Integer.parseInt(args[0]) : List.of(args).contains("--quick") ? 3 : usually;
        var command = System.getProperty("probity.command");
        if (command == null) {
            System.err.println("Run it with ./probity trial " + name + ", which says how the house is opened.");
            System.exit(2);
        }
        var seed = System.nanoTime();
        var outcome = TormentedHouse.torment(List.of(command, "serve"), victims, kills, seed);
        System.out.printf(Locale.ROOT, "# %d kills of %s; %d suppliers acknowledged, %d states of the log shown; seed %d; %d processors, load %.1f%n",
                outcome.kills(), what, outcome.acknowledged(), outcome.states(), seed, Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.exit(goals(name, outcome) ? 0 : 1);
    }

    private static boolean goals(String name, Outcome outcome) {
        var met = line(name + ": acknowledged and lost", outcome.lost(), "0", outcome.lost() == 0);
        met &= line(name + ": found though nobody tried", outcome.invented(), "0", outcome.invented() == 0);
        met &= line(name + ": states of the log it did not grow out of", outcome.forks(), "0", outcome.forks() == 0);
        met &= line(name + ": numbers out of turn", outcome.gaps(), "0", outcome.gaps() == 0);
        met &= line(name + ": seconds until it acknowledges again, median", outcome.median(), "<= 10", outcome.median() <= GOAL_SECONDS);
        met &= line(name + ": seconds until it acknowledges again, slowest", outcome.slowest(), "<= 10", outcome.slowest() <= GOAL_SECONDS);
        return met;
    }

    private static boolean line(String what, double ours, String goal, boolean met) {
        System.out.printf(Locale.ROOT, "%s, %.1f, -, -, %s, %s%n", what, ours, goal, met ? "met" : "short");
        return met;
    }
}
