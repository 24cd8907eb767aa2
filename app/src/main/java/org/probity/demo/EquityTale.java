package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.people.equity.Grantings;
import org.probity.people.equity.Happenings;
import org.probity.people.equity.Holdings;
import org.probity.people.equity.Registrar;
import org.probity.people.equity.StockPlan;
import org.probity.people.equity.StockPlans;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.Allocation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invented company grants options and restricted stock: most of a plan in May and what was kept for later in September, with a target that was met; the newest grant waits for a second person. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(89)
class EquityTale implements Tale {
    private static final long CAPITAL = 1_200_000_000L;

    private final DemoPeople people;
    private final Directory directory;
    private final StockPlans plans;
    private final Grantings grantings;
    private final Holdings holdings;
    private final Happenings happenings;
    private final Registrar registrar;
    private final JdbcClient db;

    EquityTale(DemoPeople people, Directory directory, StockPlans plans, Grantings grantings, Holdings holdings, Happenings happenings, Registrar registrar, JdbcClient db) {
        this.people = people;
        this.directory = directory;
        this.plans = plans;
        this.grantings = grantings;
        this.holdings = holdings;
        this.happenings = happenings;
        this.registrar = registrar;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var last = years.last();
        tell(story, years, LocalDate.of(last, 4, 22), "stock plans " + last, () -> plan(last));
        tell(story, years, LocalDate.of(last, 5, 12), "options granted " + last, () -> grant("ESOP-" + last, LocalDate.of(last, 5, 12), 40, 2_000, true));
        tell(story, years, LocalDate.of(last, 5, 14), "stock granted " + last, () -> grant("RSU-" + last, LocalDate.of(last, 5, 14), 60, 1_000, true));
        tell(story, years, LocalDate.of(last, 9, 26), "options kept for later " + last, () -> grant("ESOP-" + last, LocalDate.of(last, 9, 26), 8, 500, true));
        tell(story, years, LocalDate.of(last + 1, 4, 20), "target of the stock plan met " + last, () -> met("RSU-" + last, LocalDate.of(last + 1, 4, 18)));
        tell(story, years, LocalDate.of(last + 1, 6, 3), "options exercised " + last, this::exercise);
        tell(story, years, LocalDate.of(last + 1, 7, 1), "stock entered " + last, () -> enter("RSU-" + last));
        tell(story, years, years.today().minusDays(2), "stock that waits", () -> grant("RSU-" + last, years.today().minusDays(3), 5, 800, false));
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private Me hr() {
        return people.the(Role.HR);
    }

    private Me other() {
        return people.at("hr.reward");
    }

    private void plan(int year) {
        var from = LocalDate.of(year, 4, 22);
        agreed(new StockPlans.Draft("ESOP-" + year, "Options " + year, year + " 年股票期权计划", StockPlan.Kind.OPTION, StockPlan.Market.GROWTH, CAPITAL, 160_000, new BigDecimal("12.80"), new BigDecimal("12.80"), from,
                from.plusYears(5), "start = 0 | start\nyear1 = 30% | 12 months after start\nyear2 = 30% | 12 months after year1\nyear3 = 40% | 12 months after year2", Allocation.CUMULATIVE_ROUND_DOWN,
                EnumSet.of(StockPlan.Pause.FAMILY), 30, "VOLUNTARY_RETIREMENT = GOES_ON\nINVOLUNTARY_DEATH = AT_ONCE\nINVOLUNTARY_DISABILITY = AT_ONCE", "General meeting of April " + year + ", resolution 6"));
        agreed(new StockPlans.Draft("RSU-" + year, "Restricted stock " + year, year + " 年限制性股票计划", StockPlan.Kind.RESTRICTED, StockPlan.Market.GROWTH, CAPITAL, 120_000, new BigDecimal("6.40"), new BigDecimal("12.80"), from,
                from.plusYears(5), "start = 0 | start\nyear1 = 50% | 12 months after start\ntarget = rest | happens", Allocation.CUMULATIVE_ROUND_DOWN, EnumSet.noneOf(StockPlan.Pause.class), 30,
                "VOLUNTARY_RETIREMENT = GOES_ON", "General meeting of April " + year + ", resolution 7"));
    }

    private void agreed(StockPlans.Draft draft) {
        DemoStory.done(plans.rule(DemoStory.done(plans.propose(draft, hr())), Outcome.APPROVED, other()));
    }

    private UUID named(String code) {
        return plans.all().stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow().id();
    }

    /** The worker whose phone the guide shows is among them, then numbers in their order. */
    private void grant(String code, LocalDate day, int many, int least, boolean agreed) {
        var plan = named(code);
        var worker = directory.personOf(people.the(Role.EMPLOYEE)).flatMap(directory::person).map(Directory.Person::number).orElse("");
        var numbers = db.sql("""
                SELECT name.number FROM directory.engaged(:day, 'infinity') AS engaged JOIN directory.name ON name.id = engaged.person
                 WHERE engaged.kind = 'EMPLOYEE' GROUP BY name.number ORDER BY name.number = :worker DESC, md5(name.number || :code) LIMIT :many
                """).param("day", day).param("worker", worker).param("code", code).param("many", many).query(String.class).list();
        var lines = new StringBuilder();
        for (int at = 0; at < numbers.size(); at++) {
            lines.append(numbers.get(at)).append(" = ").append(least + 250L * (at % 5)).append('\n');
        }
        var seen = DemoStory.done(grantings.preview(plan, day, lines.toString(), "", hr())).seen();
        var granting = DemoStory.done(grantings.propose(plan, day, lines.toString(), "", seen, hr()));
        if (agreed) {
            DemoStory.done(grantings.rule(granting, Outcome.APPROVED, other()));
        }
    }

    private void met(String code, LocalDate day) {
        var said = DemoStory.done(happenings.happened(named(code), "target", day, "Auditor's report on last year's targets", "targets.txt", "cost per watt below the target".getBytes(StandardCharsets.UTF_8), hr()));
        DemoStory.done(happenings.rule(said, Outcome.APPROVED, other()));
    }

    private void exercise() {
        var worker = people.the(Role.EMPLOYEE);
        directory.personOf(worker).stream().flatMap(it -> holdings.of(it).stream()).filter(it -> it.left() >= 100).findFirst().ifPresent(it -> DemoStory.done(holdings.exercise(it.id(), 100, worker)));
    }

    private void enter(String code) {
        registrar.enter(named(code), hr());
    }
}
