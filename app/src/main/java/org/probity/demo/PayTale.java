package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.people.pay.Bands;
import org.probity.people.pay.Gaps;
import org.probity.people.pay.Letters;
import org.probity.people.pay.Payroll;
import org.probity.people.reward.PayLists;
import org.probity.people.reward.Splits;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payroll of the invented company states each year: a file with a wrong line, the mended one, letters for everybody, and how far pay lies apart. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(89)
class PayTale implements Tale {
    private static final List<String> GRADES = List.of("14", "15", "16", "17", "18", "19", "20");
    private static final long LOWEST = 66_000;

    private final DemoPeople people;
    private final Payroll payroll;
    private final Letters letters;
    private final Bands bands;
    private final Gaps gaps;
    private final Splits splits;
    private final PayLists payLists;
    private final JdbcClient db;
    private final Clock clock;

    PayTale(DemoPeople people, Payroll payroll, Letters letters, Bands bands, Gaps gaps, Splits splits, PayLists payLists, JdbcClient db, Clock clock) {
        this.people = people;
        this.payroll = payroll;
        this.letters = letters;
        this.bands = bands;
        this.gaps = gaps;
        this.splits = splits;
        this.payLists = payLists;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        story.add(Chapter.on(LocalDate.of(years.last(), 1, 12), "ranges of grades", () -> ranges(years.last())));
        story.add(Chapter.on(LocalDate.of(years.last(), 1, 22), "payroll of " + (years.last() - 1), () -> state(years.last() - 1)));
        if (LocalDate.of(years.current(), 1, 22).isBefore(years.today())) {
            story.add(Chapter.on(LocalDate.of(years.current(), 1, 22), "payroll of " + years.last(), () -> state(years.last())));
        }
        return story;
    }

    private void ranges(int year) {
        var low = LOWEST;
        for (var grade : GRADES) {
            DemoStory.done(bands.set(grade, LocalDate.of(year - 1, 1, 1), new BigDecimal(low), new BigDecimal(low * 8 / 5), "Board minute on structure, " + (year - 1), people.the(Role.REMUNERATION)));
            low = low * 13 / 10 / 1000 * 1000;
        }
    }

    private record Somebody(UUID person, String number, String grade, String sex, double share, boolean part) {}

    /** A number that is always the same for somebody in a year, from 0 to 999. */
    private static int turn(Somebody it, int year) {
        return Math.floorMod((it.number() + " " + year).hashCode() * 31, 1_000);
    }

    private void state(int year) {
        var first = LocalDate.of(year, 1, 1);
        var gains = splits.agreedIn(first.atStartOfDay(clock.getZone()).toInstant(), first.plusYears(1).atStartOfDay(clock.getZone()).toInstant());
        var units = payLists.unitsIn(first.atStartOfDay(clock.getZone()).toInstant(), first.plusYears(1).atStartOfDay(clock.getZone()).toInstant());
        var listed = new HashMap<UUID, BigDecimal>();
        db.sql("SELECT person, yuan FROM subsidy.listed(:from, :until)").param("from", first.atStartOfDay(clock.getZone()).toOffsetDateTime()).param("until", first.plusYears(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query(row -> {
                    listed.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
                });
        var lines = everybody(year).stream().map(it -> line(it, year, gains, units, listed)).toList();
        var keeper = people.the(Role.REMUNERATION);
        var heading = "number,fixed,bonus,allowance,gain,incentive,subsidy,hours\n";
        DemoStory.done(payroll.bring(year, "Payroll books, closing of December " + year, (heading + String.join("\n", lines) + "\n999999,72000.00,0,0,0,0,0,2000\n").getBytes(StandardCharsets.UTF_8), keeper));
        var file = DemoStory.done(payroll.bring(year, "Payroll books, closing of December " + year + ", mended", (heading + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8), keeper));
        DemoStory.done(payroll.count(file, "Told to payroll; settled in February", keeper));
        DemoStory.done(letters.write(file, keeper));
        gaps.tell(file, keeper);
    }

    private List<Somebody> everybody(int year) {
        return db.sql("""
                WITH grade AS MATERIALIZED (
                    SELECT held.person, max(ladder.grade)::text AS grade
                      FROM career.held(:end, 'infinity') AS held
                      JOIN career.tracks(:end, 'infinity') AS track ON track.code = held.track
                      JOIN career.ladder_on(:end) AS ladder ON ladder.ladder = track.ladder AND ladder.level = held.level
                     GROUP BY held.person
                ), here AS MATERIALIZED (
                    SELECT person, greatest(0.02, least(1, (least(max(coalesce(until_day, :end)), CAST(:end AS date)) - greatest(min(from_day), CAST(:begin AS date)) + 1) / 365.0)) AS share, bool_and(kind = 'PART_TIME') AS part
                      FROM directory.stretches(:begin, :end, 'infinity') WHERE kind IN ('EMPLOYEE', 'PART_TIME', 'REHIRED') GROUP BY person
                )
                SELECT here.person, name.number, coalesce(grade.grade, '') AS grade, coalesce(attested.sex, '') AS sex, here.share::float8 AS share, here.part
                  FROM here
                  JOIN directory.name ON name.id = here.person
                  LEFT JOIN grade ON grade.person = here.person
                  LEFT JOIN labour.attested ON attested.person = here.person
                 ORDER BY name.number
                """).param("begin", LocalDate.of(year, 1, 1)).param("end", LocalDate.of(year, 12, 31)).query(Somebody.class).list();
    }

    private static String line(Somebody it, int year, Map<UUID, Long> gains, Map<UUID, Long> units, Map<UUID, BigDecimal> listed) {
        var turn = turn(it, year);
        var level = Math.max(0, GRADES.indexOf(it.grade()));
        var low = LOWEST;
        for (int at = 0; at < level; at++) {
            low = low * 13 / 10 / 1000 * 1000;
        }
        // Within the range of the grade by a stable turn, a little more each year, and for as much of the year as somebody was here.
        var fixed = Math.round(low * (1 + 0.5 * turn(it, 0) / 1_000) * (it.sex().equals("F") ? 0.988 : 1) * (year % 2 == 0 ? 1 : 1.035) * it.share() * (it.part() ? 0.5 : 1));
        var bonus = turn < 80 ? 0 : Math.round(fixed * (0.04 + 0.12 * turn / 1_000));
        var allowance = turn % 3 == 0 ? Math.round(3_600 * it.share()) : 0;
        var incentive = level >= 3 ? Math.round(fixed * 0.1) : 0;
        var subsidy = listed.getOrDefault(it.person(), BigDecimal.ZERO).add(BigDecimal.valueOf(Math.round(1_200 * it.share())));
        return String.join(",", it.number(), String.valueOf(fixed), String.valueOf(bonus), String.valueOf(allowance), BigDecimal.valueOf(gains.getOrDefault(it.person(), 0L), 2).toPlainString(), BigDecimal.valueOf(incentive).add(BigDecimal.valueOf(units.getOrDefault(it.person(), 0L), 2)).toPlainString(),
                subsidy.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString(), String.valueOf(Math.max(1, Math.round(2_000 * it.share() * (it.part() ? 0.5 : 1)))));
    }
}
