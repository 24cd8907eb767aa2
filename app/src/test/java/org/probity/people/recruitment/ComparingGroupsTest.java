package org.probity.people.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.recruitment.AHiring.done;
import static org.probity.people.recruitment.AHiring.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.people.recruitment.Fairness.Attribute;
import org.probity.people.recruitment.Fairness.Line;
import org.probity.people.recruitment.Fairness.Within;
import org.probity.reckon.Verdict;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Stage by stage: exact ratios, strata that explain, cells that stay closed; then what was planned, what it cost and what figures say. */
@WholeHouse(own = true)
class ComparingGroupsTest {
    @Autowired Fairness fairness;
    @Autowired Activities activities;
    @Autowired Plans plans;
    @Autowired Erasing erasing;
    @Autowired Figures figures;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired ApplicationContext house;

    AHiring hiring;
    int year;

    @BeforeEach
    void lastYear() {
        hiring = new AHiring(house);
        year = hiring.today().getYear() - 1;
        db.sql("DELETE FROM recruitment.anonymous").update();
        db.sql("DELETE FROM recruitment.anonymous_group").update();
    }

    /** As if so many had applied and gone since: what is left are numbers, and numbers are what is compared. */
    private void decided(UUID posting, Stage stage, String sex, String age, int on, int not) {
        decided(posting, 2, stage, sex, age, on, not);
    }

    private void decided(UUID posting, int quarter, Stage stage, String sex, String age, int on, int not) {
        for (var outcome : List.of("ON", "REFUSED")) {
            var people = outcome.equals("ON") ? on : not;
            if (people > 0) {
                db.sql("""
                        INSERT INTO recruitment.anonymous AS before (requisition, quarter, stage, outcome, ground, sex, age, activity, people)
                        VALUES (:posting, :quarter, :stage, :outcome, :ground, '', '', '', :people)
                        ON CONFLICT (requisition, quarter, stage, outcome, ground, sex, age, activity) DO UPDATE SET people = before.people + excluded.people
                        """)
                        .param("posting", posting).param("quarter", LocalDate.of(year, quarter * 3 - 2, 1)).param("stage", stage.name()).param("outcome", outcome)
                        .param("ground", outcome.equals("ON") ? "" : "LOWER_MARKS").param("people", people).update();
                for (var told : Map.of("SEX", sex, "AGE", age).entrySet()) {
                    if (!told.getValue().isEmpty()) {
                        db.sql("INSERT INTO recruitment.anonymous_group (requisition, quarter, stage, outcome, attribute, value, people) VALUES (:posting, :quarter, :stage, :outcome, :attribute, :value, :people)")
                                .param("posting", posting).param("quarter", LocalDate.of(year, quarter * 3 - 2, 1)).param("stage", stage.name()).param("outcome", outcome)
                                .param("attribute", told.getKey()).param("value", told.getValue()).param("people", people).update();
                    }
                }
            }
        }
    }

    private Line line(Stage stage, Attribute attribute) {
        return fairness.of(year, Within.POSTING).lines().stream().filter(it -> it.stage() == stage && it.attribute() == attribute).findFirst().orElseThrow();
    }

    /** (3/5)/(15/20) reads 0.7999… in doubles; it is four fifths exactly, and four fifths is not less than four fifths. */
    @Test
    void exactlyFourFifthsIsNotFlagged() {
        var posting = hiring.open(9).id();
        decided(posting, Stage.SCREEN, "F", "", 30, 20);
        decided(posting, Stage.SCREEN, "M", "", 75, 25);
        var it = line(Stage.SCREEN, Attribute.SEX);
        assertThat(it.one().name()).isEqualTo("F");
        assertThat(it.ratio()).isEqualTo(BigFraction.of(4, 5));
        assertThat(it.flagged()).isFalse();
    }

    /** Berkeley, 1973: as a whole one group fares far worse; department by department it does not. The published table, so the published numbers. */
    @Test
    void strataTellWhatTheWholeHides() {
        int[][] men = {{512, 313}, {353, 207}, {120, 205}, {138, 279}, {53, 138}, {22, 351}};
        int[][] women = {{89, 19}, {17, 8}, {202, 391}, {131, 244}, {94, 299}, {24, 317}};
        for (var department = 0; department < men.length; department++) {
            var posting = hiring.open(9).id();
            decided(posting, Stage.INTERVIEW, "M", "", men[department][0], men[department][1]);
            decided(posting, Stage.INTERVIEW, "F", "", women[department][0], women[department][1]);
        }
        var it = line(Stage.INTERVIEW, Attribute.SEX);
        assertThat(it.verdict()).isEqualTo(Verdict.BOTH);
        assertThat(it.ratio().doubleValue()).isBetween(0.681, 0.683);
        assertThat(it.fisher()).isLessThan(1e-20);
        assertThat(it.strata()).isEqualTo(6);
        assertThat(1 / it.odds().doubleValue()).isBetween(0.9046, 0.9048);
        assertThat(it.within()).isBetween(0.2322, 0.2324);
        assertThat(browser.get().uri("/app/recruitment/statistics?year=" + year).with(As.a(Role.UNION)).exchange()).hasStatusOk().bodyText().contains("large, and hardly chance", "6 strata", "female");
        assertThat(browser.get().uri("/app/recruitment/statistics?year=" + year + "&within=UNIT").with(As.a(Role.HR)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/recruitment/statistics").with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(403);
    }

    @Test
    void aCellOfFewPeopleIsClosedAndItIsSaidWhy() {
        var posting = hiring.open(9).id();
        decided(posting, Stage.OFFER, "F", "UNDER_30", 17, 4);
        decided(posting, Stage.OFFER, "M", "OVER_50", 23, 31);
        decided(posting, Stage.OFFER, "", "", 3, 3);
        var it = line(Stage.OFFER, Attribute.SEX);
        assertThat(it.closed()).as("four women were refused").isTrue();
        assertThat(it.ratio()).isNull();
        assertThat(it.verdict()).isNull();
        assertThat(browser.get().uri("/app/recruitment/statistics?year=" + year).with(As.a(Role.HR)).exchange()).hasStatusOk().bodyText().contains("closed: fewer than 5").doesNotContain("17 of 21", "23 of 54");
        assertThat(db.sql("SELECT count(*) FROM figure.released WHERE figure = 'recruitment-stages' AND NOT shown AND year = :year").param("year", year).query(Long.class).single()).as("in the house's register")
                .isPositive();
    }

    /** The second quarter brings one woman: whoever kept the page of the first would learn what became of her. */
    @Test
    void aQuarterWithAFewWaitsForTheNext() {
        var posting = hiring.open(9).id();
        decided(posting, 1, Stage.SCREEN, "F", "", 20, 30);
        decided(posting, 1, Stage.SCREEN, "M", "", 25, 25);
        var first = line(Stage.SCREEN, Attribute.SEX);
        decided(posting, 2, Stage.SCREEN, "F", "", 1, 0);
        decided(posting, 2, Stage.SCREEN, "M", "", 9, 9);
        var second = line(Stage.SCREEN, Attribute.SEX);
        assertThat(List.of(second.one(), second.best())).as("as in the first quarter").isEqualTo(List.of(first.one(), first.best()));
        decided(posting, 3, Stage.SCREEN, "F", "", 4, 4);
        assertThat(line(Stage.SCREEN, Attribute.SEX).one()).as("four refused women more are still a few").isEqualTo(first.one());
        decided(posting, 4, Stage.SCREEN, "F", "", 0, 1);
        assertThat(line(Stage.SCREEN, Attribute.SEX).one().of()).as("now it is five and five").isEqualTo(60);
        assertThat(line(Stage.SCREEN, Attribute.SEX).best().of()).isEqualTo(68);
        assertThat(fairness.of(year, Within.POSTING).stages().getFirst().of()).as("the whole tells of no group").isEqualTo(128);
    }

    /** What is left of an application that goes knows no sex and no age, and how groups fared only where none of its cells is of a few. */
    @Test
    void ofAFewWhoGoNoGroupIsKept() {
        var few = hiring.open(9);
        for (var i = 0; i < 2; i++) {
            hiring.screened(few);
        }
        db.sql("DELETE FROM recruitment.apart").update();
        var here = db.sql("SELECT application.id FROM recruitment.application JOIN recruitment.step ON step.application = application.id WHERE requisition = :id AND stage = 'SCREEN' AND outcome = 'ON'")
                .param("id", few.id()).query(UUID.class).list();
        here.forEach(it -> db.sql("INSERT INTO recruitment.apart (application, sex, age) VALUES (:id, 'F', 'UNDER_30')").param("id", it).update());
        db.sql("UPDATE recruitment.application SET keep_until = day + 1 WHERE id = ANY (:ids)").param("ids", here.toArray(UUID[]::new)).update();
        erasing.day(new DayHasBegun(hiring.today().plusDays(1)));
        assertThat(db.sql("SELECT sum(people) FROM recruitment.anonymous WHERE requisition = :id AND stage = 'SCREEN'").param("id", few.id()).query(Long.class).single()).isEqualTo(2);
        assertThat(db.sql("SELECT count(*) FROM recruitment.anonymous_group").query(Long.class).single()).as("of two women").isZero();
        assertThatThrownBy(() -> db.sql("UPDATE recruitment.anonymous SET sex = 'F'").update()).hasMessageContaining("anonymous_knows_no_group");

        var many = hiring.open(9);
        var rest = hiring.open(9);
        for (var i = 0; i < 6; i++) {
            hiring.screened(many);
        }
        hiring.screened(rest);
        db.sql("DELETE FROM recruitment.apart").update();
        var all = db.sql("SELECT application.id FROM recruitment.application JOIN recruitment.step ON step.application = application.id WHERE requisition IN (:many, :rest) AND stage = 'SCREEN' AND outcome = 'ON'")
                .param("many", many.id()).param("rest", rest.id()).query(UUID.class).list();
        all.forEach(it -> db.sql("INSERT INTO recruitment.apart (application, sex, age) VALUES (:id, 'M', '')").param("id", it).update());
        db.sql("UPDATE recruitment.application SET keep_until = day + 1 WHERE id = ANY (:ids)").param("ids", all.toArray(UUID[]::new)).update();
        erasing.day(new DayHasBegun(hiring.today().plusDays(1)));
        assertThat(db.sql("SELECT people FROM recruitment.anonymous_group WHERE requisition = :id AND stage = 'SCREEN' AND attribute = 'SEX'").param("id", many.id()).query(Integer.class).single()).isEqualTo(6);
        assertThat(db.sql("SELECT people FROM recruitment.anonymous_group WHERE requisition IS NULL AND stage = 'SCREEN' AND attribute = 'SEX'").query(Integer.class).single()).as("the one of the other posting stands with the company's").isOne();
    }

    @Test
    void whatRunsIsNotCountedAndAnApplicantsNoIsNoChoiceOfOurs() {
        var posting = hiring.open(3);
        hiring.screened(posting);
        assertThat(fairness.of(hiring.today().getYear(), Within.POSTING).stages().getFirst().of()).as("this quarter runs").isZero();
        db.sql("""
                INSERT INTO recruitment.anonymous (requisition, quarter, stage, outcome, ground, sex, age, activity, people)
                VALUES (:posting, :quarter, 'HIRE', 'DECLINED', '', '', '', '', 50)
                """).param("posting", posting.id()).param("quarter", LocalDate.of(year, 1, 1)).update();
        assertThat(fairness.of(year, Within.POSTING).stages().getLast().of()).isZero();
        assertThat(fairness.until(year)).isEqualTo(LocalDate.of(year + 1, 1, 1));
    }

    private FigureValue live(String figure) {
        var value = figures.live(figures.find(figure).orElseThrow(), hiring.today().getYear());
        assertThat(value.control().difference()).as(figure).isZero();
        return value;
    }

    /** Applications that were withdrawn are counted all the same, and the log agrees without knowing who. */
    @Test
    void figuresCountWhatHasGoneToo() {
        var applications = Integer.parseInt(live("job-applications").shown().replace(",", ""));
        var hires = Integer.parseInt(live("posting-hires").shown().replace(",", ""));
        var posting = hiring.open(3);
        hiring.sent(posting);
        done(erasing.withdraw(hiring.sent(posting).secret()));
        var hired = hiring.hired(posting);
        hiring.offered(posting);
        assertThat(live("job-applications").shown()).isEqualTo(String.valueOf(applications + 4));
        assertThat(live("posting-hires").shown()).isEqualTo(String.valueOf(hires + 1));
        db.sql("UPDATE recruitment.application SET keep_until = day + 1 WHERE id = :id").param("id", hired).update();
        erasing.day(new DayHasBegun(hiring.today().plusDays(1)));
        assertThat(live("posting-hires").shown()).as("an application goes, a hire stays counted").isEqualTo(String.valueOf(hires + 1));
    }

    @Test
    void anActivityIsHeldAgainstWhatItCost() {
        var hr = hiring.somebody(Role.HR);
        var today = hiring.today();
        var code = "F-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        var good = new Activities.Plan(code, Activities.Kind.FAIR, "Fair", "招聘会", today.withDayOfYear(1), today);
        assertThat(key(activities.add(good, hiring.somebody(Role.UNION)))).isEqualTo("recruitment.not-yours");
        assertThat(key(activities.add(new Activities.Plan("a b", Activities.Kind.FAIR, "Fair", "招聘会", today, today), hr))).isEqualTo("recruitment.code-wrong");
        assertThat(key(activities.add(new Activities.Plan(code, Activities.Kind.FAIR, " ", "招聘会", today, today), hr))).isEqualTo("recruitment.activity-title");
        assertThat(key(activities.add(new Activities.Plan(code, Activities.Kind.FAIR, "Fair", "招聘会", today, today.minusDays(1)), hr))).isEqualTo("recruitment.days-turned");
        var fair = done(activities.add(good, hr));
        assertThat(key(activities.add(good, hr))).isEqualTo("recruitment.code-taken");
        assertThat(key(activities.cost(fair, BigDecimal.TEN, today, "stand", hiring.somebody(Role.BUYER)))).isEqualTo("recruitment.not-yours");
        assertThat(key(activities.cost(UUID.randomUUID(), BigDecimal.TEN, today, "stand", hr))).isEqualTo("recruitment.activity-unknown");
        assertThat(key(activities.cost(fair, BigDecimal.ZERO, today, "stand", hr))).isEqualTo("recruitment.yuan-wrong");
        assertThat(key(activities.cost(fair, new BigDecimal("0.001"), today, "stand", hr))).isEqualTo("recruitment.yuan-wrong");
        assertThat(key(activities.cost(fair, BigDecimal.TEN, today.plusDays(1), "stand", hr))).isEqualTo("recruitment.day-wrong");
        assertThat(key(activities.cost(fair, BigDecimal.TEN, today, " ", hr))).isEqualTo("recruitment.cost-words");
        done(activities.cost(fair, new BigDecimal("1000.10"), today, "stand", hr));
        done(activities.cost(fair, new BigDecimal("-0.05"), today, "a correction", hr));
        var posting = hiring.open(3);
        var atTheFair = new AHiring(house, code);
        atTheFair.sent(posting);
        IntStream.range(0, 3).forEach(_ -> atTheFair.hired(posting));
        var result = activities.results(today.getYear()).stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();
        assertThat(result.applications()).isEqualTo(4);
        assertThat(result.interviews()).isEqualTo(3);
        assertThat(result.hires()).isEqualTo(3);
        assertThat(result.yuan()).isEqualByComparingTo("1000.05");
        assertThat(result.each()).contains(new BigDecimal("333.35"));
        assertThat(key(activities.state(today.getYear(), BigDecimal.TEN, "books", hiring.somebody(Role.BUYER)))).isEqualTo("recruitment.not-yours");
        assertThat(key(activities.state(today.getYear() + 1, BigDecimal.TEN, "books", hr))).isEqualTo("recruitment.year-wrong");
        assertThat(key(activities.state(today.getYear(), BigDecimal.TEN.negate(), "books", hr))).isEqualTo("recruitment.yuan-wrong");
        assertThat(key(activities.state(today.getYear(), BigDecimal.TEN, " ", hr))).isEqualTo("recruitment.source-wrong");
        done(activities.state(today.getYear(), new BigDecimal("1000.05"), "Account 6602.11", hr));
        var cost = live("cost-per-hire");
        assertThat(cost.rows()).filteredOn(it -> it.subject().equals(fair)).singleElement();
        assertThat(browser.get().uri("/app/recruitment/activities").with(As.me(hr)).exchange()).hasStatusOk().bodyText().contains(code, "333.35");
        assertThat(browser.post().uri("/app/recruitment/activities").param("code", code + "X").param("kind", "FAIR").param("titleEn", "a").param("titleZh", "甲").param("fromDay", today.toString()).with(As.me(hr))
                .exchange()).as("recruitment.day-missing of an activity").hasStatus(422).bodyText().contains("Please give a day", "#untilDay");
        assertThat(browser.post().uri("/app/recruitment/activities/costs").param("activity", fair.toString()).param("yuan", "1").param("words", "posters").with(As.me(hr)).exchange())
                .as("recruitment.day-missing of a cost").hasStatus(422).bodyText().contains("Please give a day", "#day");
        assertThat(browser.post().uri("/app/recruitment/activities/costs").param("activity", fair.toString()).param("yuan", "1,200.50").param("day", today.toString()).param("words", "posters").with(As.me(hr))
                .exchange()).hasStatus(303);
    }

    @Test
    void aPlanIsHeldAgainstWhoCame() {
        var hr = hiring.somebody(Role.HR);
        var posting = hiring.open(3);
        var unit = db.sql("SELECT unit FROM recruitment.requisition WHERE id = :id").param("id", posting.id()).query(UUID.class).single();
        var from = hiring.today().minusDays(10);
        var good = new Plans.Plan(Plans.Horizon.SHORT, unit, 2, from, from.plusYears(1), 5, "A line more");
        assertThat(key(plans.plan(good, hiring.somebody(Role.UNION)))).isEqualTo("recruitment.not-yours");
        assertThat(key(plans.plan(new Plans.Plan(Plans.Horizon.SHORT, UUID.randomUUID(), 2, from, from.plusYears(1), 5, "x"), hr))).isEqualTo("recruitment.unit-unknown");
        assertThat(key(plans.plan(new Plans.Plan(Plans.Horizon.SHORT, unit, 10, from, from.plusYears(1), 5, "x"), hr))).isEqualTo("recruitment.level-wrong");
        assertThat(key(plans.plan(new Plans.Plan(Plans.Horizon.SHORT, unit, 2, from, from.plusYears(1), 5_001, "x"), hr))).isEqualTo("recruitment.heads-wrong");
        assertThat(key(plans.plan(new Plans.Plan(Plans.Horizon.SHORT, unit, 2, from, from.plusYears(1).plusDays(1), 5, "x"), hr))).isEqualTo("recruitment.span-wrong");
        assertThat(key(plans.plan(new Plans.Plan(Plans.Horizon.SHORT, unit, 2, from, from, 5, "x"), hr))).isEqualTo("recruitment.span-wrong");
        assertThat(key(plans.plan(new Plans.Plan(Plans.Horizon.SHORT, unit, 2, from, from.plusYears(1), 5, " "), hr))).isEqualTo("recruitment.grounds-wrong");
        done(plans.plan(good, hr));
        done(plans.plan(new Plans.Plan(Plans.Horizon.SHORT, unit, 2, from, from.plusYears(1), 7, "Two more"), hr));
        done(plans.plan(new Plans.Plan(Plans.Horizon.LONG, unit, 0, from, from.plusYears(8), 40, "Growth"), hr));
        hiring.hired(posting);
        var gone = hiring.hired(posting);
        db.sql("UPDATE recruitment.application SET keep_until = day + 1 WHERE id = :id").param("id", gone).update();
        erasing.day(new DayHasBegun(hiring.today().plusDays(1)));
        var running = plans.running(hiring.today()).stream().filter(it -> it.unit().equals(unit)).toList();
        assertThat(running).hasSize(2);
        assertThat(running.getFirst().heads()).as("said again").isEqualTo(7);
        assertThat(running.getFirst().asked()).isEqualTo(3);
        assertThat(running.getFirst().hired()).as("one of them has had their application erased since").isEqualTo(2);
        assertThat(running.getFirst().open()).isEqualTo(5);
        assertThat(running.getLast().hired()).isEqualTo(2);
        assertThat(Plans.wanting(plans.ladder(), running).get(1).planned()).as("level 2").isEqualTo(5);
        db.sql("INSERT INTO career.ladder_level (ladder, level, grade, from_day, source) VALUES ('P', 7, 20, :day, 'of a test')").param("day", hiring.today()).update();
        assertThat(plans.ladder()).as("the rungs of the ladder of the day").extracting(Plans.Rung::level).containsExactly(1, 2, 3, 4, 5, 6, 7);
        db.sql("DELETE FROM career.ladder_level WHERE source = 'of a test'").update();
        assertThat(browser.get().uri("/app/recruitment/plans").with(As.a(Role.UNION)).exchange()).hasStatusOk().bodyText().contains("Two more").doesNotContain("Write the plan down");
        for (var missing : List.of("fromDay", "untilDay")) {
            assertThat(browser.post().uri("/app/recruitment/plans").param("horizon", "SHORT").param("unit", unit.toString()).param("heads", "3").param(missing.equals("fromDay") ? "untilDay" : "fromDay", from.toString())
                    .param("grounds", "x").with(As.me(hr)).exchange()).as("recruitment.day-missing " + missing).hasStatus(422).bodyText().contains("Please give a day", "#" + missing);
        }
        assertThat(browser.post().uri("/app/recruitment/plans").param("horizon", "MEDIUM").param("unit", unit.toString()).param("heads", "3").param("fromDay", from.toString())
                .param("untilDay", from.plusYears(3).toString()).param("grounds", "x").with(As.me(hr)).exchange()).hasStatus(303);
    }
}
