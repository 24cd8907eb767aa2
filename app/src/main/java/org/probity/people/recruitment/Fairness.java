package org.probity.people.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.reckon.BenjaminiHochberg;
import org.probity.reckon.Comparison;
import org.probity.reckon.FourFifths;
import org.probity.reckon.Group;
import org.probity.reckon.MantelHaenszel;
import org.probity.reckon.TwoByTwo;
import org.probity.reckon.Verdict;
import org.probity.shapes.figure.SmallCells;
import org.probity.shapes.figure.SmallCells.Cell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether our choices treat groups alike, stage by stage: shares as exact fractions, four fifths by whole numbers, Fisher's test, and the same within postings
 * or units (Mantel-Haenszel), so that a group which asks where few are chosen does not look kept out. It warns and decides nothing.
 *
 * <p>Only quarters that are over are counted, and a comparison is shown when each of its cells holds enough people; else it is closed, with what follows from
 * it. A year grows by quarters, and whoever takes one state from the next must not learn of a few either: a quarter is counted once each group that is shown has
 * gained enough people in each of its cells, or none; until then it waits for the next ones, and what waits at the end of the year is not told by group.
 * What one page keeps closed no other shows: the register of releases is the house's own.
 */
@Service
public class Fairness {
    static final String FIGURE = "recruitment-stages";

    /** What must not matter. The first group is held against the one with the highest share. */
    public enum Attribute {
        SEX("F", "M"), AGE("UNDER_30", "30_TO_50", "OVER_50");

        final List<String> groups;

        Attribute(String... groups) {
            this.groups = List.of(groups);
        }
    }

    public enum Within { POSTING, UNIT }

    /** How many of a group were decided on at a stage in one quarter and stratum, and how many went on. @param stratum null: of postings too small to be told apart */
    record Part(Stage stage, LocalDate quarter, @Nullable UUID stratum, Attribute attribute, String group, long on, long of) {}

    private record Sum(Stage stage, long on, long of) {}

    /**
     * One group held against the one that fared best.
     *
     * @param closed fewer people than {@code least} stand in one of its cells: nothing of it is shown
     * @param ratio exact
     * @param strata how many postings or units told something
     * @param odds common ratio of odds within them; null: too few told something
     * @param within how likely by chance within them
     * @param adjusted the exact test among all comparisons of this page
     */
    public record Line(
            Stage stage, Attribute attribute, Group one, Group best, boolean closed, int least, @Nullable BigFraction ratio, boolean flagged, double fisher, int strata, @Nullable BigFraction odds,
            double within, double adjusted, @Nullable Verdict verdict) {
        boolean compared() {
            return verdict != null;
        }

        Line with(double all) {
            return new Line(stage, attribute, one, best, closed, least, ratio, flagged, fisher, strata, odds, within, all, verdict);
        }
    }

    /** How many were decided on at a stage, went on, and are of no group that is known: they did not say, or too few to be told are of it. */
    public record Whole(Stage stage, long on, long of, long unsaid) {}

    /** @param until the first day that is not counted any more */
    public record Told(int year, LocalDate until, List<Whole> stages, List<Line> lines) {}

    private final JdbcClient db;
    private final SmallCells cells;
    private final Clock clock;

    Fairness(JdbcClient db, SmallCells cells, Clock clock) {
        this.db = db;
        this.cells = cells;
        this.clock = clock;
    }

    /** The first day of the quarter that runs, or of the next year: what is later is not counted yet. */
    LocalDate until(int year) {
        var today = LocalDate.now(clock);
        var quarter = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
        var next = LocalDate.of(year + 1, 1, 1);
        return quarter.isBefore(next) ? quarter : next;
    }

    @Transactional
    public Told of(int year, Within within) {
        var parts = parts(year, within);
        var stages = stages(year, parts);
        var lines = new ArrayList<Line>();
        for (var attribute : Attribute.values()) {
            for (var stage : Stage.values()) {
                lines.addAll(lines(year, stage, attribute, parts.stream().filter(it -> it.stage() == stage && it.attribute() == attribute).toList()));
            }
        }
        var asked = lines.stream().filter(Line::compared).toList();
        var adjusted = BenjaminiHochberg.adjusted(asked.stream().map(Line::fisher).toList());
        return new Told(year, until(year), stages, lines.stream().map(it -> it.compared() ? it.with(adjusted.get(asked.indexOf(it))) : it).toList());
    }

    private List<Part> parts(int year, Within within) {
        return db.sql("""
                SELECT counted.stage, counted.quarter, CASE WHEN :units THEN requisition.unit ELSE requisition.id END AS stratum, counted.attribute, counted.value AS "group",
                       coalesce(sum(counted.people) FILTER (WHERE counted.outcome = 'ON'), 0) AS "on", sum(counted.people) AS "of"
                  FROM recruitment.counted_group AS counted
                  LEFT JOIN recruitment.requisition ON requisition.id = counted.requisition
                 WHERE counted.quarter >= :first AND counted.quarter < :until
                 GROUP BY 1, 2, 3, 4, 5
                """)
                .param("units", within == Within.UNIT).param("first", LocalDate.of(year, 1, 1)).param("until", until(year))
                // Thousands of rows for a year: each by the place of its columns.
                .query((row, n) -> new Part(Stage.valueOf(row.getString(1)), row.getObject(2, LocalDate.class), row.getObject(3, UUID.class), Attribute.valueOf(row.getString(4)), row.getString(5),
                        row.getLong(6), row.getLong(7))).list();
    }

    private List<Whole> stages(int year, List<Part> parts) {
        var sums = db.sql("""
                SELECT ever.stage, coalesce(sum(ever.people) FILTER (WHERE ever.outcome = 'ON'), 0) AS "on", sum(ever.people) AS "of"
                  FROM recruitment.fared_ever AS ever
                 WHERE ever.quarter >= :first AND ever.quarter < :until
                   AND ever.stage <> 'APPLY'
                   -- An applicant's own no is no choice of ours.
                   AND ever.outcome IN ('ON', 'REFUSED')
                 GROUP BY 1
                """)
                .param("first", LocalDate.of(year, 1, 1)).param("until", until(year)).query(Sum.class).list();
        return Arrays.stream(Stage.values()).map(stage -> sums.stream().filter(it -> it.stage() == stage).findFirst()
                .map(it -> new Whole(stage, it.on(), it.of(), it.of() - parts.stream().filter(part -> part.stage() == stage && part.attribute() == Attribute.SEX).mapToLong(Part::of).sum()))
                .orElse(new Whole(stage, 0, 0, 0))).toList();
    }

    private static Group group(String name, List<Part> parts) {
        var theirs = parts.stream().filter(it -> it.group().equals(name)).toList();
        return new Group(name, theirs.stream().mapToLong(Part::on).sum(), theirs.stream().mapToLong(Part::of).sum());
    }

    private static boolean tells(Group it, int least) {
        return it.chosen() >= least && it.of() - it.chosen() >= least;
    }

    /** Of a stage and an attribute the quarters that are counted: all until the last at whose end no group that is shown had gained only a few. */
    static List<Part> grown(List<Part> parts, List<String> groups, int least) {
        var quarters = parts.stream().map(Part::quarter).distinct().sorted().toList();
        List<Part> counted = List.of();
        for (var quarter : quarters) {
            var before = counted;
            var now = parts.stream().filter(it -> !it.quarter().isAfter(quarter)).toList();
            // What was counted before is all until a quarter.
            var last = before.stream().map(Part::quarter).max(Comparator.naturalOrder());
            var gained = now.stream().filter(it -> last.isEmpty() || it.quarter().isAfter(last.get())).toList();
            var telling = groups.stream().filter(it -> tells(group(it, now), least)).toList();
            if (!telling.isEmpty() && telling.stream().allMatch(it -> !tells(group(it, before), least) || group(it, gained).of() == 0 || tells(group(it, gained), least))) {
                counted = now;
            }
        }
        // Where no group tells, each of its cells is closed anyway, and that is said.
        return counted.isEmpty() ? parts : counted;
    }

    /** Of each group two cells, those who went on and those who did not; whoever did not say stands in none. */
    private List<Line> lines(int year, Stage stage, Attribute attribute, List<Part> all) {
        var parts = grown(all, attribute.groups, cells.least());
        var groups = attribute.groups.stream().map(name -> group(name, parts)).filter(it -> it.of() > 0).toList();
        if (groups.size() < 2) {
            return List.of();
        }
        var release = cells.release(FIGURE, "decided at " + stage, year, attribute.name(), groups.stream()
                .flatMap(it -> List.of(new Cell(it.name() + " on", it.chosen()), new Cell(it.name() + " not", it.of() - it.chosen())).stream()).toList());
        var best = FourFifths.of(groups).getFirst().best();
        var byStratum = new LinkedHashMap<UUID, List<Part>>();
        parts.stream().filter(it -> it.stratum() != null).forEach(it -> byStratum.computeIfAbsent(it.stratum(), stratum -> new ArrayList<>()).add(it));
        return groups.stream().filter(it -> it != best).map(one -> {
            var closed = List.of(one, best).stream().anyMatch(it -> !release.shows(it.name() + " on") || !release.shows(it.name() + " not"));
            if (closed) {
                return new Line(stage, attribute, one, best, true, release.least(), null, false, 1, 0, null, 1, 1, null);
            }
            var whole = Comparison.of(one, best);
            var strata = MantelHaenszel.of(byStratum.values().stream().map(some -> TwoByTwo.of(group(one.name(), some), group(best.name(), some))).toList());
            var told = strata.strata() > 1;
            return new Line(stage, attribute, one, best, false, release.least(), whole.ratio(), whole.flagged(), whole.fisher(), strata.strata(), told ? strata.oddsRatio() : null,
                    told ? strata.p() : 1, 1, whole.verdict());
        }).toList();
    }
}
