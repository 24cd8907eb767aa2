package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.people.reward.PayLists;
import org.probity.people.reward.Periods;
import org.probity.people.reward.Plan;
import org.probity.people.reward.Plans;
import org.probity.people.reward.Splits;
import org.probity.people.reward.UnitPlans;
import org.probity.people.reward.Units;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invented company shares gains of each quarter with its people: a good one, one without a gain, and one that waits for a second person. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(88)
class RewardTale implements Tale {
    private final DemoPeople people;
    private final Plans plans;
    private final Periods periods;
    private final Splits splits;
    private final PayLists lists;
    private final UnitPlans unitPlans;
    private final Units units;
    private final Figures figures;
    private final StatedTotals totals;
    private final JdbcClient db;

    RewardTale(DemoPeople people, Plans plans, Periods periods, Splits splits, PayLists lists, UnitPlans unitPlans, Units units, Figures figures, StatedTotals totals, JdbcClient db) {
        this.people = people;
        this.plans = plans;
        this.periods = periods;
        this.splits = splits;
        this.lists = lists;
        this.unitPlans = unitPlans;
        this.units = units;
        this.figures = figures;
        this.totals = totals;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        for (var year : List.of(years.last(), years.current())) {
            tell(story, years, LocalDate.of(year, 1, 15), "plan of shared gains " + year, () -> plan(year));
            tell(story, years, LocalDate.of(year, 5, 12), "gains of the first quarter " + year, () -> share(year, 1, "452000000", "171500000", true));
            tell(story, years, LocalDate.of(year, 8, 12), "gains of the second quarter " + year, () -> share(year, 2, "398000000", "178000000", true));
            tell(story, years, LocalDate.of(year, 11, 12), "gains of the third quarter " + year, () -> share(year, 3, "447000000", "172300000", year == years.last()));
            tell(story, years, LocalDate.of(year, 12, 20), "payroll on shared gains " + year, () -> state(year));
        }
        tell(story, years, LocalDate.of(years.current(), 4, 10), "time units " + years.current(), () -> give(years.current()));
        tell(story, years, years.today().minusDays(1), "payroll on shared gains until now", () -> state(years.current()));
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    /** The other of human resources. */
    private Me other() {
        return people.at("hr.reward");
    }

    private void plan(int year) {
        var id = DemoStory.done(plans.propose(new Plans.Draft("HELIA-" + year, "Shared gains " + year, year + " 年收益分享", Plan.Formula.SCANLON, LocalDate.of(year, 1, 1), new BigDecimal("680000000"),
                new BigDecimal("1700000000"), null, null, null, new BigDecimal("75"), new BigDecimal("20"), true, "NONE = 1\n14 = 1\n15 = 1.1\n16 = 1.2\n17 = 1.4\n18 = 1.6\n19 = 1.8\n20 = 2",
                "NONE = 1\nA = 1.5\nB+ = 1.2\nB = 1\nC = 0.5\nD = 0", "Staff congress of January " + year + ", resolution 4"), people.the(Role.HR)));
        DemoStory.done(plans.rule(id, Outcome.APPROVED, other()));
    }

    private void share(int year, int quarter, String output, String cost, boolean agreed) {
        var plan = plans.all().stream().filter(it -> it.code().equals("HELIA-" + year)).findFirst().orElseThrow();
        var first = LocalDate.of(year, 3 * quarter - 2, 1);
        var last = first.plusMonths(3).minusDays(1);
        var turn = new int[1];
        var units = new StringBuilder();
        db.sql("""
                SELECT place.code FROM directory.places(:day, 'infinity') AS place
                 WHERE place.kind = 'SITE' AND 5 <= (SELECT count(*) FROM directory.engaged(:day, 'infinity') AS engaged JOIN directory.places(:day, 'infinity') AS below ON below.unit = engaged.unit
                                                      WHERE below.site = place.unit AND engaged.kind = 'EMPLOYEE')
                 ORDER BY place.code
                """).param("day", last).query(String.class).list()
                .forEach(it -> units.append(it).append(" = ").append(List.of("1.1", "1", "0.95").get(turn[0]++ % 3)).append('\n'));
        var period = DemoStory.done(periods.say(new Periods.Said(plan.id(), first, last, new BigDecimal(cost), new BigDecimal(output), null, units.toString(), "Quarterly closing, finance",
                "closing-" + year + "-q" + quarter + ".csv", ("output,labour\n" + output + "," + cost + "\n").getBytes(StandardCharsets.UTF_8)), people.the(Role.HR)));
        UUID split = DemoStory.done(splits.propose(period, DemoStory.done(splits.reckon(period, people.the(Role.HR))).seen(), people.the(Role.HR)));
        if (agreed) {
            DemoStory.done(splits.rule(split, Outcome.APPROVED, other()));
            if (quarter == 1) {
                DemoStory.done(lists.ofSplit(split, people.the(Role.HR)));
            }
        }
    }

    /** Units of a year by the ratings of the year before. */
    private void give(int year) {
        var plan = DemoStory.done(unitPlans.propose(new UnitPlans.Draft("TUP-" + year, "Time units " + year, year + " 年时间单位计划", year, "0, 1/3, 2/3, 1, 1",
                "NONE A = 1000\n14 A = 2000\n15 A = 3000\n16 A = 6000\n16 B+ = 3000\n17 A = 9000\n17 B+ = 5000\n18 A = 12000\n18 B+ = 8000\n19 A = 16000\n20 A = 20000",
                "NONE = 3000\n14 = 6000\n15 = 10000\n16 = 20000\n17 = 30000\n18 = 40000\n19 = 60000\n20 = 80000",
                "VOLUNTARY_RETIREMENT = TO_TERM\nINVOLUNTARY_DEATH = TO_TERM\nINVOLUNTARY_DISABILITY = TO_TERM", "Board minute of March " + year + ", staff congress resolution 7"), people.the(Role.HR)));
        DemoStory.done(unitPlans.rule(plan, Outcome.APPROVED, other()));
        DemoStory.done(unitPlans.say(plan, year - 1, UnitPlans.Kind.VALUE, new BigDecimal("5.42"), "Valuer's report for " + (year - 1), "valuation-" + (year - 1) + ".txt",
                "5.42 yuan a unit".getBytes(StandardCharsets.UTF_8), people.the(Role.HR)));
        var giving = DemoStory.done(units.propose(plan, year, DemoStory.done(units.preview(plan, year, people.the(Role.HR))).seen(), people.the(Role.HR)));
        DemoStory.done(units.rule(giving, Outcome.APPROVED, other()));
    }

    /** Payroll's own sum, from its books. */
    private void state(int year) {
        var fen = db.sql("SELECT coalesce(sum(split.paid), 0)::bigint FROM reward.split JOIN reward.split_agreed AS agreed ON agreed.split = split.id WHERE extract(year FROM agreed.at) = :year").param("year", year).query(Long.class).single();
        DemoStory.done(totals.state(figures.find("gain-shared").orElseThrow(), year, BigDecimal.valueOf(fen, 2).toPlainString(), "Payroll, bonus account", people.the(Role.HR)));
        register(year, "units-in-term", ">");
        register(year, "units-settled", "=");
    }

    /** The register of units, kept by hand beside the room. */
    private void register(int year, String figure, String last) {
        var units = db.sql("""
                SELECT coalesce(sum(giving.units), 0)::bigint
                  FROM reward.unit_giving AS giving
                  JOIN reward.unit_giving_agreed AS agreed ON agreed.giving = giving.id
                  JOIN reward.unit_plan AS plan ON plan.id = agreed.plan
                 WHERE agreed.year <= :year AND agreed.year + cardinality(string_to_array(plan.dividends, ',')) - 1 %s :year
                """.formatted(last)).param("year", year).query(Long.class).single();
        if (units > 0) {
            DemoStory.done(totals.state(figures.find(figure).orElseThrow(), year, String.valueOf(units), "Register of units", people.the(Role.HR)));
        }
    }
}
