package org.probity.people.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.house.vault.Vault;
import org.probity.people.reward.UnitPlans.Kind;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.UnitPlan;
import org.probity.vest.UnitPlan.Line;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Units of five years ago, by grade and rating under a cap, through dividends to settlement; the words of years come with papers, and without them nothing is reckoned. */
@WholeHouse
class GivingUnitsTest {
    /** None ends on the day of another. */
    static final AtomicInteger CYCLES = new AtomicInteger();
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final Me OTHER = new Me(UUID.randomUUID(), "Bai Lan", Set.of(Role.HR), Optional.empty());
    static final LocalDate BEGUN = LocalDate.of(2010, 1, 1);

    @Autowired UnitPlans plans;
    @Autowired Units units;
    @Autowired UnitHoldings holdings;
    @Autowired PayLists lists;
    @Autowired Departures departures;
    @Autowired org.probity.shapes.figure.Figures figures;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;
    @Autowired Vault vault;
    @Autowired TransactionTemplate transaction;

    int first;
    String code;
    UUID unit;
    String number;
    UUID ren;
    Me worker;

    @BeforeEach
    void somebodyRated() {
        first = LocalDate.now(clock).getYear() - 5;
        code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), BEGUN, "", HR.account()));
        unit = done(organisation.found(code, Place.Kind.UNIT, company, new Organisation.Details("Cells", "电池", "", "", "", ""), BEGUN, "", HR.account()));
        number = "T" + UUID.randomUUID().toString().substring(0, 10);
        ren = engaged(number);
        worker = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", worker.account()).param("email", worker.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", ren).param("account", worker.account()).update();
        rated(ren, first - 1, "A");
    }

    /** As the role to which pay belongs; the house's own connection reads none of it. */
    <T> T apart(java.util.function.Supplier<T> work) {
        return transaction.execute(_ -> vault.open(work));
    }

    UUID engaged(String of) {
        return done(staff.takeOn(new Staff.Identity(of, "任" + of, "Ren " + of, of + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, unit, "", BEGUN, null), "", HR.account()));
    }

    /** A closed cycle that ended on some day of a year. */
    void rated(UUID person, int year, String rating) {
        var cycle = UUID.randomUUID();
        var end = LocalDate.of(year, 1, 1).plusDays(CYCLES.getAndIncrement() % 360);
        db.sql("""
                INSERT INTO performance.cycle (id, from_day, until_day, population_day, sign_by, mid_year_by, self_by, rate_by, calibrate_by, talk_by, lines_on, followed_on, followed_at, opened_by, opened_at)
                SELECT :id, :from, :until, :until, :until, :until, :until, :until, :until, :until, :until, :until, now(), :by, now()
                """).param("id", cycle).param("from", end.minusDays(83)).param("until", end).param("by", HR.account()).update();
        db.sql("""
                INSERT INTO performance.member (cycle, person, kind, unit, title, since, scheme, manager, added_at)
                SELECT :cycle, :person, 'EMPLOYEE', :unit, '', :day, rating.scheme, :manager, now() FROM performance.rating WHERE rating.code = :rating ORDER BY scheme LIMIT 1
                """).param("cycle", cycle).param("person", person).param("unit", unit).param("day", end).param("manager", engaged("M" + UUID.randomUUID().toString().substring(0, 10))).param("rating", rating).update();
        db.sql("""
                INSERT INTO performance.assessment (id, cycle, person, no, scheme, rating, origin, words, by, at, salt)
                SELECT gen_random_uuid(), :cycle, :person, 1, member.scheme, :rating, 'BROUGHT_IN', '', :by, now(), gen_random_uuid()
                  FROM performance.member WHERE member.cycle = :cycle AND member.person = :person
                """).param("cycle", cycle).param("person", person).param("rating", rating).param("by", HR.account()).update();
        db.sql("UPDATE performance.cycle SET closed_by = :by, closed_at = now() WHERE id = :cycle").param("by", HR.account()).param("cycle", cycle).update();
    }

    UnitPlans.Draft draft() {
        return new UnitPlans.Draft(code, "Units", "时间单位", first, "0, 1/3, 2/3, 1, 1", "NONE A = 10000\nNONE B = 2000", "NONE = 15000", "VOLUNTARY_RETIREMENT = TO_TERM", "Board of January");
    }

    UUID plan() {
        var plan = done(plans.propose(draft(), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        return plan;
    }

    UUID word(UUID plan, int year, Kind kind, String amount) {
        return done(plans.say(plan, year, kind, new BigDecimal(amount), "Board minute", "minute.pdf", new byte[] {1}, HR));
    }

    void give(UUID plan, int year) {
        done(units.rule(done(units.propose(plan, year, done(units.preview(plan, year, HR)).seen(), HR)), Outcome.APPROVED, OTHER));
    }

    /** What would be listed. */
    String payments(UUID plan, int year) {
        return String.join("\n", done(java.util.Objects.requireNonNull(transaction.execute(_ -> holdings.due(plans.find(plan).orElseThrow(), year)))).stream().map(it -> it.number() + "," + it.yearGiven() + "," + it.kind() + "," + Splits.yuan(it.fen())).toList());
    }

    @Test
    void fiveYearsFromTheMatrixToTheSettlement() {
        var plan = plan();
        assertThat(key(units.preview(plan, first, HR))).as("a plan without a value").isEqualTo("reward.value-missing");
        word(plan, first - 1, Kind.VALUE, "1.00");
        var preview = done(units.preview(plan, first, HR));
        assertThat(preview.given()).filteredOn(it -> it.person().equals(ren)).singleElement().satisfies(it -> assertThat(it.units()).isEqualTo(10_000));
        assertThat(key(units.propose(plan, first, "another", HR))).isEqualTo("reward.seen-changed");
        var giving = done(units.propose(plan, first, preview.seen(), HR));
        assertThat(key(units.rule(giving, Outcome.APPROVED, HR))).isEqualTo("decision.needs-another-person");
        assertThat(holdings.of(ren)).isEmpty();
        done(units.rule(giving, Outcome.APPROVED, OTHER));
        assertThat(key(units.preview(plan, first, HR))).isEqualTo("reward.given-already");
        assertThat(key(plans.say(plan, first - 1, Kind.VALUE, BigDecimal.TEN, "Later", "x", new byte[] {1}, HR))).isEqualTo("reward.word-used");
        for (int year = first; year < first + 5; year++) {
            word(plan, year, Kind.DIVIDEND, "0.50");
        }
        assertThat(key(lists.ofUnits(plan, first + 4, HR))).isEqualTo("reward.value-missing");
        word(plan, first + 4, Kind.VALUE, "5.00");
        var held = holdings.of(ren).getFirst();
        assertThat(held.lines()).extracting(Line::paid).containsExactly(0L, 166_667L, 333_333L, 500_000L, 500_000L, 4_000_000L, 0L);
        assertThat(payments(plan, first)).doesNotContain(number);
        assertThat(payments(plan, first + 1)).contains(number + "," + first + ",dividend,1666.67");
        assertThat(payments(plan, first + 4)).contains(number + "," + first + ",dividend,5000.00", number + "," + first + ",settlement,40000.00");
        assertThat(browser.get().uri("/app/reward/units").with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains("10,000 × 1/3 × 0.5", "10,000 × (5 − 1)");
        assertThat(browser.get().uri("/app/reward/unit-plans/" + plan).with(As.me(worker)).exchange()).hasStatus(403);
        for (var path : List.of("/app/reward/unit-plans", "/app/reward/unit-plans/" + plan, "/app/reward/unit-plans/" + plan + "/years/" + first)) {
            assertThat(browser.get().uri(path).with(As.me(HR)).exchange()).as(path).hasStatusOk();
        }
        assertThat(db.sql("SELECT count(*) FROM log.opening WHERE content LIKE '%4000000%' OR content LIKE '%' || :person || '%units%'").param("person", ren.toString()).query(Long.class).single()).isZero();
    }

    @Test
    void aYearIsListedOnceAndWhatComesLaterInAnotherList() {
        var plan = plan();
        word(plan, first - 1, Kind.VALUE, "1");
        give(plan, first);
        word(plan, first, Kind.VALUE, "1");
        word(plan, first + 1, Kind.DIVIDEND, "0.50");
        assertThat(key(lists.ofUnits(plan, first + 1, worker))).isEqualTo("reward.not-yours");
        var list = done(lists.ofUnits(plan, first + 1, HR));
        assertThat(lists.lines(list)).filteredOn(it -> it.person().equals(ren)).singleElement().satisfies(it -> {
            assertThat(it.what()).isEqualTo("dividend " + (first + 1) + " of " + first);
            assertThat(it.fen()).isEqualTo(166_667);
        });
        assertThat(key(lists.ofUnits(plan, first + 1, HR))).isEqualTo("reward.nothing-due");
        word(plan, first + 1, Kind.DIVIDEND, "0.60");
        assertThat(key(lists.ofUnits(plan, first + 1, HR))).as("what was listed stands").isEqualTo("reward.nothing-due");
        word(plan, first + 2, Kind.DIVIDEND, "0.50");
        var next = done(lists.ofUnits(plan, first + 2, HR));
        assertThat(lists.of(plan)).extracting(PayLists.Made::id).containsExactly(next, list);
        assertThat(browser.get().uri("/app/reward/unit-plans/" + plan).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("/app/reward/lists/" + list);
        var said = lists.unitsIn(clock.instant().minusSeconds(3_600), clock.instant().plusSeconds(3_600));
        assertThat(said.get(ren)).as("1,666.67 and 3,333.33").isEqualTo(500_000);
    }

    @Test
    void figuresKnowGivingsAndWhoHolds() {
        var inTerm = shown("units-in-term", first);
        var settled = shown("units-settled", first + 4);
        var plan = plan();
        word(plan, first - 1, Kind.VALUE, "1");
        give(plan, first);
        var given = units.givings(plan).getFirst().units();
        assertThat(given).isPositive();
        assertThat(shown("units-in-term", first) - inTerm).isEqualTo(given);
        assertThat(shown("units-settled", first + 4) - settled).as("the last year settles them").isEqualTo(given);
        assertThat(shown("units-in-term", first + 4)).as("and then they run no longer").isLessThan(shown("units-in-term", first + 3));
        var holding = figures.live(figures.find("people-holding").orElseThrow(), first + 1);
        assertThat(new BigDecimal(holding.shown())).isBetween(BigDecimal.ZERO, new BigDecimal("100"));
        assertThat(db.sql("SELECT count(*) FROM reward.holder WHERE person = :person AND until_day = :day").param("person", ren).param("day", LocalDate.of(first + 4, 12, 31)).query(Long.class).single()).isOne();
    }

    /** Nothing where no row is. */
    long shown(String figure, int year) {
        var words = figures.live(figures.find(figure).orElseThrow(), year).shown().replace(",", "");
        return words.matches("[0-9]+") ? Long.parseLong(words) : 0;
    }

    @Test
    void theCapLeavesLessInTheSecondYear() {
        rated(ren, first, "A");
        var plan = plan();
        word(plan, first - 1, Kind.VALUE, "1");
        give(plan, first);
        word(plan, first, Kind.VALUE, "1.2");
        var second = done(units.preview(plan, first + 1, HR)).given().stream().filter(it -> it.person().equals(ren)).findFirst().orElseThrow();
        assertThat(second.units()).as("15,000 less 10,000").isEqualTo(5_000);
        assertThat(second.capped()).isTrue();
    }

    @Test
    void whoLeftGetsWhatTheReasonSays() {
        var plan = plan();
        word(plan, first - 1, Kind.VALUE, "1");
        give(plan, first);
        for (int year = first; year < first + 5; year++) {
            word(plan, year, Kind.DIVIDEND, "0.5");
        }
        word(plan, first + 4, Kind.VALUE, "5");
        db.sql("UPDATE directory.engagement SET until_day = :day WHERE person = :person AND superseded_at IS NULL").param("day", LocalDate.of(first + 2, 6, 30)).param("person", ren).update();
        assertThat(key(lists.ofUnits(plan, first + 3, HR))).isEqualTo("reward.reason-missing");
        assertThat(key(departures.say(number, null, UnitPlan.Reason.VOLUNTARY_OTHER, HR))).isEqualTo("reward.day-missing");
        assertThat(key(departures.say("nobody", LocalDate.of(first + 2, 6, 30), UnitPlan.Reason.VOLUNTARY_OTHER, HR))).isEqualTo("reward.no-such-person");
        assertThat(key(departures.say(number, LocalDate.of(first + 2, 6, 30), null, HR))).isEqualTo("reward.reason-missing");
        done(departures.say(number, LocalDate.of(first + 2, 6, 30), UnitPlan.Reason.VOLUNTARY_OTHER, HR));
        assertThat(payments(plan, first + 3)).doesNotContain(number);
        assertThat(holdings.of(ren).getFirst().lines().getLast()).isInstanceOf(Line.Void.class);
        done(departures.say(number, LocalDate.of(first + 2, 6, 30), UnitPlan.Reason.VOLUNTARY_RETIREMENT, HR));
        assertThat(payments(plan, first + 4)).contains("settlement,40000.00");
    }

    @Test
    void whatCannotBeIsRefused() {
        var d = draft();
        assertThat(key(plans.propose(d, worker))).isEqualTo("reward.not-yours");
        assertThat(key(plans.propose(new UnitPlans.Draft(code, d.nameEn(), d.nameZh(), first, "0, 4/3", d.sizes(), d.caps(), d.leaving(), d.source()), HR))).isEqualTo("reward.dividends-wrong");
        assertThat(key(plans.propose(new UnitPlans.Draft(code, d.nameEn(), d.nameZh(), first, d.dividends(), "NONE = 5", d.caps(), d.leaving(), d.source()), HR))).isEqualTo("reward.sizes-wrong");
        assertThat(key(plans.propose(new UnitPlans.Draft(code, d.nameEn(), d.nameZh(), first, d.dividends(), d.sizes(), "16 = 5", d.leaving(), d.source()), HR))).isEqualTo("reward.caps-wrong");
        assertThat(key(plans.propose(new UnitPlans.Draft(code, d.nameEn(), d.nameZh(), first, d.dividends(), d.sizes(), d.caps(), "BORED = VOID", d.source()), HR))).isEqualTo("reward.leaving-wrong");
        var plan = done(plans.propose(d, HR));
        assertThat(key(plans.propose(d, HR))).isEqualTo("reward.waits");
        assertThat(key(plans.say(plan, first, Kind.VALUE, BigDecimal.ONE, "x", "x", new byte[] {1}, HR))).isEqualTo("reward.plan-unknown");
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        assertThat(key(plans.say(plan, first + 9, Kind.VALUE, BigDecimal.ONE, "x", "x", new byte[] {1}, HR))).isEqualTo("reward.year-wrong");
        assertThat(key(plans.say(plan, first, Kind.VALUE, null, "x", "x", new byte[] {1}, HR))).isEqualTo("reward.amount-wrong");
        assertThat(key(plans.say(plan, first, Kind.VALUE, BigDecimal.ONE, "x", "x", new byte[0], HR))).isEqualTo("reward.file-missing");
        assertThat(key(plans.say(plan, first, Kind.VALUE, BigDecimal.ONE, " ", "x", new byte[] {1}, HR))).isEqualTo("reward.source-wrong");
        word(plan, first - 1, Kind.VALUE, "1");
        var seen = done(units.preview(plan, first, HR)).seen();
        var giving = done(units.propose(plan, first, seen, HR));
        assertThat(key(units.propose(plan, first, seen, OTHER))).isEqualTo("reward.waits");
        word(plan, first - 1, Kind.VALUE, "2");
        assertThat(key(units.rule(giving, Outcome.APPROVED, OTHER))).as("worth something else since").isEqualTo("reward.stale");
        done(units.rule(giving, Outcome.REJECTED, OTHER));
        assertThat(this.<Long>apart(() -> db.sql("SELECT count(*) FROM pay.unit_given WHERE giving = :giving").param("giving", giving).query(Long.class).single())).isZero();
        assertThat(key(lists.ofUnits(UUID.randomUUID(), first, HR))).isEqualTo("reward.plan-unknown");
    }

    @Test
    void sumsBeyondAllReasonGoToNoList() {
        var d = draft();
        var plan = done(plans.propose(new UnitPlans.Draft(code, d.nameEn(), d.nameZh(), first, d.dividends(), "NONE A = 999999999", "NONE = 999999999", d.leaving(), d.source()), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        for (var amount : List.of("-1", "0.0000001", "1000000.01")) {
            assertThat(key(plans.say(plan, first - 1, Kind.VALUE, new BigDecimal(amount), "x", "x", new byte[] {1}, HR))).as(amount).isEqualTo("reward.amount-wrong");
        }
        word(plan, first - 1, Kind.VALUE, "1");
        give(plan, first);
        word(plan, first + 1, Kind.DIVIDEND, "1000000");
        assertThat(key(lists.ofUnits(plan, first + 1, HR))).isEqualTo("reward.list-large");
        assertThat(lists.of(plan)).isEmpty();
        assertThat(browser.get().uri("/app/reward/units").with(As.me(worker)).exchange()).as("one's own page says what was said").hasStatusOk();
        word(plan, first + 1, Kind.DIVIDEND, "0.01");
        done(lists.ofUnits(plan, first + 1, HR));
    }

    @Test
    void aPlanThatFitsNobodyGivesNothing() {
        var d = draft();
        var plan = done(plans.propose(new UnitPlans.Draft(code, d.nameEn(), d.nameZh(), first, d.dividends(), "Z9 A = 5", "Z9 = 5", d.leaving(), d.source()), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        word(plan, first - 1, Kind.VALUE, "1");
        assertThat(key(units.propose(plan, first, done(units.preview(plan, first, HR)).seen(), HR))).isEqualTo("reward.nobody-given");
    }
}
