package org.probity.people.reward;

import static org.probity.shapes.gathering.AnOccasion.done;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Intake;
import org.probity.house.start.PageBench;
import org.probity.people.equity.Grantings;
import org.probity.people.equity.Registrar;
import org.probity.people.equity.StockPlan;
import org.probity.people.equity.StockPlans;
import org.probity.people.reward.Plan.Formula;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.Allocation;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./probity bench reward pages [--quick]`: a house of 10,000 people with a rating each; a quarter's gain shared among all of them, units of five years, options of a thousand holders. How long the pages take of one of
/// them and of human resources, how long a split is reckoned, put forward and agreed to, and how long the book takes what became people's own.
///
/// Ends with 0 when all goals are met, 1 when one is short, 2 when it could not run.
public final class RewardPagesBench {
    private static final int PEOPLE = 10_000;
    private static final int HOLDERS = 1_000;
    private static final LocalDate TODAY = LocalDate.now();
    private static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    private static final Me OTHER = new Me(UUID.randomUUID(), "Bai Lan", Set.of(Role.HR), Optional.empty());

    private RewardPagesBench() {}

    public static void main(String[] args) {
        try {
            System.exit(run(List.of(args).contains("--quick") ? 15 : 40) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("reward could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean run(int times) throws Exception {
        return PageBench.house(house -> {
            var db = house.getBean(JdbcClient.class);
            people(house, db);
            var worker = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
            db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', 'somebody@helia.example', 'en', now(), :id)").param("id", worker.account()).update();
            db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) SELECT id, :account, now(), :account FROM directory.name WHERE number = 'P7'").param("account", worker.account()).update();
            db.sql("ANALYZE").update();
            var bench = new PageBench("reward", house, HR, times);
            var period = shared(house, bench);
            units(house);
            var plan = stock(house, bench);
            db.sql("ANALYZE").update();
            PageBench.where(PEOPLE + " people, " + HOLDERS + " holders of options");
            var met = true;
            for (var path : List.of("/app/reward/periods", "/app/reward/periods/" + period, "/app/reward/unit-plans", "/app/reward/stock-plans", "/app/reward/stock-plans/" + plan, "/app/reward/stock-rules", "/app")) {
                met &= bench.page(path, path.replaceAll("[0-9a-f-]{36}", "ONE"));
            }
            var own = new PageBench("reward", house, worker, times);
            for (var path : List.of("/app/reward", "/app/reward/units", "/app/reward/equity")) {
                met &= own.page(path, path + " of a holder");
            }
            return met;
        });
    }

    private static void people(ConfigurableApplicationContext house, JdbcClient db) {
        var intake = house.getBean(Intake.class);
        bring(intake, "code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\nHS,ENTITY,Helia Solar,赫利亚太阳能,,2010-01-01,,,,,\nHF,SITE,Hefei,合肥,HS,2010-01-01,,CN,Anhui,,\nBIG,UNIT,Cells,电池,HF,2010-01-01,,,,,\n");
        var people = new StringBuilder("number,name_zh,name_en,email,engagement,unit,title,from,until\n");
        for (var i = 0; i < PEOPLE; i++) {
            people.append("P").append(i).append(",,Person ").append(i).append(",,EMPLOYEE,BIG,Operator,2015-01-01,\n");
        }
        bring(intake, people.toString());
        var manager = db.sql("SELECT id FROM directory.name WHERE number = 'P0'").query(UUID.class).single();
        for (int back = 1; back <= 6; back++) {
            var cycle = UUID.randomUUID();
            var end = LocalDate.of(TODAY.getYear() - back, 12, 20);
            db.sql("""
                    INSERT INTO performance.cycle (id, from_day, until_day, population_day, sign_by, mid_year_by, self_by, rate_by, calibrate_by, talk_by, lines_on, followed_on, followed_at, opened_by, opened_at)
                    SELECT :id, :from, :until, :until, :until, :until, :until, :until, :until, :until, :until, :until, now(), :by, now()
                    """).param("id", cycle).param("from", end.minusDays(300)).param("until", end).param("by", HR.account()).update();
            db.sql("""
                    INSERT INTO performance.member (cycle, person, kind, unit, title, since, scheme, manager, added_at)
                    SELECT :cycle, name.id, 'EMPLOYEE', (SELECT id FROM directory.unit WHERE code = 'BIG'), '', :day, (SELECT scheme FROM performance.rating WHERE code = 'A' ORDER BY scheme LIMIT 1), :manager, now()
                      FROM directory.name WHERE number LIKE 'P%' AND name.id <> :manager
                    """).param("cycle", cycle).param("day", end).param("manager", manager).update();
            db.sql("""
                    INSERT INTO performance.assessment (id, cycle, person, no, scheme, rating, origin, words, by, at, salt)
                    SELECT gen_random_uuid(), :cycle, person, 1, scheme, 'A', 'BROUGHT_IN', '', :by, now(), gen_random_uuid() FROM performance.member WHERE cycle = :cycle
                    """).param("cycle", cycle).param("by", HR.account()).update();
            db.sql("UPDATE performance.cycle SET closed_by = :by, closed_at = now() WHERE id = :cycle").param("by", HR.account()).param("cycle", cycle).update();
        }
    }

    private static UUID shared(ConfigurableApplicationContext house, PageBench bench) {
        var plans = house.getBean(Plans.class);
        var splits = house.getBean(Splits.class);
        var until = TODAY.minusDays(20);
        var plan = done(plans.propose(new Plans.Draft("HF", "Gains", "收益分享", Formula.SCANLON, LocalDate.of(2020, 1, 1), new BigDecimal("55000000"), new BigDecimal("125000000"), null, null, null, new BigDecimal("75"), new BigDecimal("20"),
                true, "NONE = 1", "NONE = 1\nA = 1.5", "Staff congress"), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        var period = done(house.getBean(Periods.class).say(new Periods.Said(plan, until.minusDays(90), until, new BigDecimal("7000000"), new BigDecimal("18000000"), null, "BIG = 1", "Closing", "closing.txt", new byte[] {1}), HR));
        var begun = System.nanoTime();
        var split = done(splits.propose(period, done(splits.reckon(period, HR)).seen(), HR));
        bench.met("a split looked at and put forward", (System.nanoTime() - begun) / 1e6, 10_000);
        begun = System.nanoTime();
        done(splits.rule(split, Outcome.APPROVED, OTHER));
        bench.met("a split agreed to", (System.nanoTime() - begun) / 1e6, 10_000);
        return period;
    }

    private static void units(ConfigurableApplicationContext house) {
        var plans = house.getBean(UnitPlans.class);
        var units = house.getBean(Units.class);
        var first = TODAY.getYear() - 4;
        var plan = done(plans.propose(new UnitPlans.Draft("TUP", "Units", "时间单位", first, "0, 1/3, 2/3, 1, 1", "NONE A = 1000", "NONE = 5000", "VOLUNTARY_RETIREMENT = TO_TERM", "Board"), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        for (int year = first; year <= TODAY.getYear(); year++) {
            done(plans.say(plan, year - 1, UnitPlans.Kind.VALUE, BigDecimal.valueOf(year - first + 1), "Valuer", "v.txt", new byte[] {1}, HR));
            done(units.rule(done(units.propose(plan, year, done(units.preview(plan, year, HR)).seen(), HR)), Outcome.APPROVED, OTHER));
            done(plans.say(plan, year, UnitPlans.Kind.DIVIDEND, new BigDecimal("0.5"), "Board", "d.txt", new byte[] {1}, HR));
        }
    }

    private static UUID stock(ConfigurableApplicationContext house, PageBench bench) {
        var plans = house.getBean(StockPlans.class);
        var grantings = house.getBean(Grantings.class);
        var day = TODAY.minusMonths(30);
        var plan = done(plans.propose(new StockPlans.Draft("ESOP", "Options", "期权", StockPlan.Kind.OPTION, StockPlan.Market.GROWTH, 1_000_000_000L, 5_000_000, BigDecimal.TEN, BigDecimal.TEN, day.minusDays(9), day.plusYears(9),
                "start = 0 | start\nyear = 1/4 | 12 months after start\nmonths = 1/48 | 1 month x 36 after year", Allocation.CUMULATIVE_ROUND_DOWN, EnumSet.of(StockPlan.Pause.FAMILY), 30, "", "Meeting"), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        var lines = new StringBuilder();
        for (int at = 0; at < HOLDERS; at++) {
            lines.append('P').append(at).append(" = ").append(4_800 + at % 7).append('\n');
        }
        var seen = done(grantings.preview(plan, day, lines.toString(), "", HR)).seen();
        done(grantings.rule(done(grantings.propose(plan, day, lines.toString(), "", seen, HR)), Outcome.APPROVED, OTHER));
        var begun = System.nanoTime();
        done(house.getBean(Registrar.class).enter(plan, HR));
        bench.met("a plan of a thousand holders entered", (System.nanoTime() - begun) / 1e6, 10_000);
        return plan;
    }

    private static void bring(Intake intake, String csv) {
        done(intake.bringIn(done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", HR.account())), HR.account()));
    }
}
