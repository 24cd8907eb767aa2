package org.probity.people.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.people.equity.StockPlan.Kind;
import org.probity.people.equity.StockPlan.Market;
import org.probity.people.equity.StockPlan.Pause;
import org.probity.people.reward.Departures;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.Allocation;
import org.probity.vest.Facts;
import org.probity.vest.Grant;
import org.probity.vest.UnitPlan;
import org.probity.vest.Vesting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Options and restricted stock from a plan by two to somebody's own: steps, leave, targets, what came sooner, shares that were divided, leaving, exercise, and packages that come and go. */
@WholeHouse
class GrantingSharesTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final Me OTHER = new Me(UUID.randomUUID(), "Bai Lan", Set.of(Role.HR), Optional.empty());
    static final LocalDate BEGUN = LocalDate.of(2010, 1, 1);
    static final long CAPITAL = 1_827_617_666L;
    static final String STEPS = "start = 0 | start\ny1 = 30% | 12 months after start\ny2 = 30% | 12 months after y1\ny3 = 40% | 12 months after y2";

    @Autowired StockPlans plans;
    @Autowired Grantings grantings;
    @Autowired Holdings holdings;
    @Autowired Happenings happenings;
    @Autowired Accelerations accelerations;
    @Autowired Registrar registrar;
    @Autowired EquityPackages packages;
    @Autowired Listing listing;
    @Autowired StockBook book;
    @Autowired Departures departures;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired org.probity.house.vault.Vault vault;

    /** As the role to which pay belongs; the house's own connection reads none of it. */
    <T> T apart(java.util.function.Supplier<T> work) {
        return transaction.execute(_ -> vault.open(work));
    }

    LocalDate today;
    LocalDate day;
    String code;
    UUID unit;
    String number;
    UUID ren;
    Me worker;

    @BeforeEach
    void somebodyHere() {
        today = LocalDate.now(clock);
        day = today.minusMonths(30);
        code = "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), BEGUN, "", HR.account()));
        unit = done(organisation.found(code, Place.Kind.UNIT, company, new Organisation.Details("Cells", "电池", "", "", "", ""), BEGUN, "", HR.account()));
        number = "S" + UUID.randomUUID().toString().substring(0, 10);
        ren = engaged(number);
        worker = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", worker.account()).param("email", worker.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", ren).param("account", worker.account()).update();
    }

    UUID engaged(String of) {
        return done(staff.takeOn(new Staff.Identity(of, "任" + of, "Ren " + of, of + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, unit, "", BEGUN, null), "", HR.account()));
    }

    StockPlans.Draft draft(Kind kind, String steps) {
        return new StockPlans.Draft(code, "Plan", "股权计划", kind, Market.GROWTH, CAPITAL, 1_000_000, new BigDecimal("10.00"), new BigDecimal("10.00"), day.minusDays(10), day.plusYears(9), steps,
                Allocation.CUMULATIVE_ROUND_DOWN, EnumSet.of(Pause.FAMILY), 30, "VOLUNTARY_RETIREMENT = GOES_ON\nINVOLUNTARY_DEATH = AT_ONCE", "Shareholders of May");
    }

    UUID plan(Kind kind, String steps) {
        var id = done(plans.propose(draft(kind, steps), HR));
        assertThat(key(plans.rule(id, Outcome.APPROVED, HR))).isEqualTo("decision.needs-another-person");
        done(plans.rule(id, Outcome.APPROVED, OTHER));
        return id;
    }

    UUID granted(UUID plan, long shares) {
        var lines = number + " = " + shares;
        var seen = done(grantings.preview(plan, day, lines, "", HR)).seen();
        var granting = done(grantings.propose(plan, day, lines, "", seen, HR));
        assertThat(holdings.of(ren)).as("waits for a second person").isEmpty();
        done(grantings.rule(granting, Outcome.APPROVED, OTHER));
        return granting;
    }

    Holdings.Holding held() {
        return holdings.of(ren).getFirst();
    }

    static List<Long> now(Holdings.Holding it) {
        return Stream.of(it.now().vested(), it.now().certain(), it.now().contingent(), it.now().lapsed()).map(BigFraction::longValue).toList();
    }

    /** They stand in no book: whoever counts leave in the same house would miss their hours there. */
    @AfterEach
    void nobodyIsAwayAnyMore() {
        db.sql("DELETE FROM care.answered WHERE leave IN (SELECT id FROM care.leave WHERE number LIKE 'LX%')").update();
        db.sql("DELETE FROM care.leave WHERE number LIKE 'LX%'").update();
    }

    void away(String kind, LocalDate from, LocalDate until) {
        var leave = UUID.randomUUID();
        db.sql("INSERT INTO care.leave (id, number, person, kind, from_day, until_day, part, amount, words, asked_by, asked_at) VALUES (:id, :number, :person, :kind, :from, :until, 'WHOLE', 800, '', :by, now())")
                .param("id", leave).param("number", "LX" + leave.toString().substring(0, 12)).param("person", ren).param("kind", kind).param("from", from).param("until", until).param("by", HR.account()).update();
        db.sql("INSERT INTO care.answered (leave, outcome, reason, answered_by, answered_at, record) VALUES (:leave, 'AGREED', '', :by, now(), gen_random_uuid())").param("leave", leave).param("by", HR.account()).update();
    }

    @Test
    void anOptionBecomesOnesOwnByStepsAndLeaveMovesWhatComesLater() {
        var plan = plan(Kind.OPTION, STEPS);
        assertThat(book.standing(plans.find(plan).orElseThrow())).isEqualTo(new StockBook.Standing(1_000_000, 0, 0));
        granted(plan, 10_000);
        assertThat(book.standing(plans.find(plan).orElseThrow())).isEqualTo(new StockBook.Standing(990_000, 10_000, 0));
        assertThat(now(held())).containsExactly(6_000L, 4_000L, 0L, 0L);
        assertThat(held().next().orElseThrow().day()).isEqualTo(day.plusMonths(36));
        // Ninety days of leave around a birth after the first year: what comes later comes ninety days later.
        away("MATERNITY", day.plusMonths(14), day.plusMonths(14).plusDays(89));
        away("SICK", day.plusMonths(20), day.plusMonths(20).plusDays(89));
        assertThat(held().facts().pauses()).as("sick leave is not named by the plan").hasSize(1);
        assertThat(held().instalments()).extracting(Vesting.Instalment::day).containsExactly(day.plusMonths(12), day.plusMonths(24).plusDays(90), day.plusMonths(36).plusDays(90));
        assertThat(browser.get().uri("/app/reward/equity").with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains("6,000 of 10,000 are yours", "90 days");
        assertThat(browser.get().uri("/app/reward/equity/statement-zh.pdf").with(As.me(worker)).exchange()).hasStatusOk();
        var json = browser.get().uri("/app/reward/equity/statement.json").with(As.me(worker)).exchange();
        assertThat(json).hasStatusOk().bodyText().contains("\"quantity\" : \"10000\"", "\"leave\"", "VESTING_SCHEDULE_RELATIVE");
        for (var path : List.of("/app/reward/stock-plans", "/app/reward/stock-plans/" + plan, "/app/reward/stock-plans/" + plan + "/import", "/app/reward/stock-rules")) {
            assertThat(browser.get().uri(path).with(As.me(HR)).exchange()).as(path).hasStatusOk();
            assertThat(browser.get().uri(path).with(As.me(worker)).exchange()).as(path).hasStatus(403);
        }
        assertThat(db.sql("SELECT count(*) FROM log.opening WHERE content LIKE '%' || :person || '%'").param("person", ren.toString()).query(Long.class).single()).as("nobody who holds shares stands in the log").isZero();
        assertThat(this.<Long>apart(() -> db.sql("SELECT count(*) FROM pay.stock_given WHERE person = :person AND encode(sealed, 'escape') LIKE '%10000%'").param("person", ren).query(Long.class).single())).isZero();
        transaction.executeWithoutResult(_ -> events.publishEvent(new Directory.Forgotten(ren)));
        assertThat(holdings.of(ren)).isEmpty();
    }

    @Test
    void whatIsOnesOwnIsExercisedOnceAndEntered() {
        var plan = plan(Kind.OPTION, STEPS);
        granted(plan, 10_000);
        var given = held().given().id();
        assertThat(key(holdings.exercise(given, 1, HR))).as("somebody else's").isEqualTo("equity.grant-unknown");
        assertThat(key(holdings.exercise(given, 0, worker))).isEqualTo("equity.number-wrong");
        assertThat(key(holdings.exercise(given, 6_001, worker))).isEqualTo("equity.too-many");
        done(holdings.exercise(given, 2_500, worker));
        assertThat(held().left()).isEqualTo(3_500);
        assertThat(key(holdings.exercise(given, 3_501, worker))).isEqualTo("equity.too-many");
        assertThat(key(registrar.enter(plan, worker))).isEqualTo("equity.not-yours");
        // Until yesterday: what was exercised today comes with the next list.
        apart(() -> db.sql("ALTER TABLE pay.stock_act DISABLE TRIGGER nothing_agreed_is_changed").update() + db.sql("UPDATE pay.stock_act SET day = day - 1 WHERE given = :given").param("given", given).update()
                + db.sql("ALTER TABLE pay.stock_act ENABLE TRIGGER nothing_agreed_is_changed").update());
        assertThat(new String(done(registrar.enter(plan, HR)), StandardCharsets.UTF_8)).contains(number + ",").contains(",exercised,2500");
        assertThat(book.standing(plans.find(plan).orElseThrow())).isEqualTo(new StockBook.Standing(990_000, 7_500, 2_500));
        assertThat(key(registrar.enter(plan, HR))).isEqualTo("equity.entered-already");
    }

    /** One says it, and another agrees. */
    UUID agreed(UUID event) {
        return done(happenings.rule(event, Outcome.APPROVED, OTHER));
    }

    @Test
    void targetsAccelerationAndDividedSharesAreEvents() {
        var plan = plan(Kind.RESTRICTED, "start = 0 | start\ny1 = 1/2 | 12 months after start\ntarget = rest | happens");
        granted(plan, 1_001);
        assertThat(now(held())).containsExactly(500L, 0L, 501L, 0L);
        assertThat(key(happenings.happened(plan, "y1", today, "Audit", "a", new byte[] {1}, HR))).isEqualTo("equity.step-unknown");
        assertThat(key(happenings.happened(plan, "target", today, "Audit", "a", new byte[0], HR))).isEqualTo("equity.file-missing");
        assertThat(key(happenings.divided(plan, 2, 2, today, "Meeting", "a", new byte[] {1}, HR))).isEqualTo("equity.ratio-wrong");
        agreed(done(happenings.divided(plan, 3, 2, today, "Meeting", "a", new byte[] {1}, HR)));
        assertThat(now(held())).as("1,001 became 1,501").containsExactly(750L, 0L, 751L, 0L);
        assertThat(book.standing(plans.find(plan).orElseThrow())).isEqualTo(new StockBook.Standing((1_000_000 - 1_001) * 3 / 2, 1_501, 0));
        assertThat(key(accelerations.propose(plan, number, 752, "Board", HR))).isEqualTo("equity.sooner-many");
        done(accelerations.rule(done(accelerations.propose(plan, number, 150, "Board", HR)), Outcome.APPROVED, OTHER));
        assertThat(now(held())).containsExactly(900L, 0L, 601L, 0L);
        assertThat(key(happenings.divided(plan, 2, 1, today.minusDays(2), "Meeting", "a", new byte[] {1}, HR))).as("in which shares did those come?").isEqualTo("equity.acts-since");
        agreed(done(happenings.happened(plan, "target", today, "Audit", "a", new byte[] {1}, HR)));
        assertThat(now(held()).stream().mapToLong(Long::longValue).sum()).isEqualTo(1_501);
        assertThat(now(held()).getFirst()).isEqualTo(1_501);
        assertThat(key(happenings.happened(plan, "target", today, "Audit", "a", new byte[] {1}, HR))).isEqualTo("equity.told-already");
        assertThat(key(holdings.exercise(held().given().id(), 1, worker))).isEqualTo("equity.no-option");
    }

    @Test
    void nothingFollowsFromWhatOnePersonSays() {
        var plan = plan(Kind.OPTION, "start = 0 | start\ny1 = 1/2 | 12 months after start\ntarget = rest | happens");
        granted(plan, 1_000);
        var met = done(happenings.happened(plan, "target", today, "Audit", "a", new byte[] {1}, HR));
        assertThat(now(held())).as("waits for a second person").containsExactly(500L, 0L, 500L, 0L);
        assertThat(key(happenings.rule(met, Outcome.APPROVED, HR))).isEqualTo("decision.needs-another-person");
        assertThat(key(happenings.rule(met, Outcome.APPROVED, worker))).isEqualTo("equity.not-yours");
        assertThat(key(happenings.happened(plan, "target", today, "Audit", "a", new byte[] {1}, worker))).isEqualTo("equity.not-yours");
        assertThat(key(happenings.happened(UUID.randomUUID(), "target", today, "Audit", "a", new byte[] {1}, HR))).isEqualTo("equity.plan-unknown");
        assertThat(key(happenings.happened(plan, "target", today.plusDays(1), "Audit", "a", new byte[] {1}, HR))).as("to come").isEqualTo("equity.day-missing");
        assertThat(key(happenings.happened(plan, "target", today, " ", "a", new byte[] {1}, HR))).isEqualTo("equity.source-wrong");
        assertThat(key(happenings.happened(plan, "target", today, "Audit", "a", new byte[] {1}, OTHER))).as("it waits already").isEqualTo("equity.told-already");
        done(happenings.rule(met, Outcome.REJECTED, OTHER));
        assertThat(key(happenings.rule(met, Outcome.APPROVED, OTHER))).as("it is gone").isEqualTo("equity.event-unknown");

        var divided = done(happenings.divided(plan, 2, 1, today, "Meeting", "a", new byte[] {1}, HR));
        assertThat(book.standing(plans.find(plan).orElseThrow()).granted()).isEqualTo(1_000);
        done(holdings.exercise(held().given().id(), 10, worker));
        assertThat(key(happenings.rule(divided, Outcome.APPROVED, OTHER))).as("somebody exercised meanwhile").isEqualTo("equity.acts-since");
        done(happenings.rule(divided, Outcome.WITHDRAWN, HR));

        assertThat(key(accelerations.propose(plan, number, 100, "", HR))).isEqualTo("equity.source-wrong");
        assertThat(key(accelerations.propose(plan, "nobody", 100, "Board", HR))).isEqualTo("equity.no-such-person");
        assertThat(key(accelerations.propose(plan, number, 0, "Board", HR))).isEqualTo("equity.number-wrong");
        assertThat(key(accelerations.propose(plan, number, 100, "Board", worker))).isEqualTo("equity.not-yours");
        var sooner = done(accelerations.propose(plan, number, 500, "Board", HR));
        assertThat(key(accelerations.propose(plan, number, 1, "Board", OTHER))).as("one of theirs waits").isEqualTo("equity.waits");
        assertThat(now(held())).containsExactly(500L, 0L, 500L, 0L);
        assertThat(browser.get().uri("/app/reward/stock-plans/" + plan).with(As.me(OTHER)).exchange()).hasStatusOk().bodyText().contains(number + ": 500 shares");
        assertThat(browser.get().uri("/app/reward/stock-plans/" + plan).with(As.me(new Me(UUID.randomUUID(), "U", Set.of(Role.UNION), Optional.empty()))).exchange()).hasStatusOk().bodyText().doesNotContain(number + ": 500");
        assertThat(key(accelerations.rule(sooner, Outcome.APPROVED, HR))).isEqualTo("decision.needs-another-person");
        assertThat(key(accelerations.rule(UUID.randomUUID(), Outcome.APPROVED, OTHER))).isEqualTo("equity.sooner-unknown");
        agreed(done(happenings.happened(plan, "target", today, "Audit", "a", new byte[] {1}, HR)));
        assertThat(key(accelerations.rule(sooner, Outcome.APPROVED, OTHER))).as("the target was met meanwhile").isEqualTo("equity.sooner-many");
        done(accelerations.rule(sooner, Outcome.REJECTED, OTHER));
        assertThat(apart(() -> db.sql("SELECT count(*) FROM pay.stock_asked WHERE person = :person").param("person", ren).query(Integer.class).single())).isZero();
    }

    @Test
    void whoLeavesKeepsWhatTheReasonSays() {
        var plan = plan(Kind.RESTRICTED, STEPS);
        granted(plan, 10_000);
        db.sql("UPDATE directory.engagement SET until_day = :day WHERE person = :person AND superseded_at IS NULL").param("day", today.minusDays(20)).param("person", ren).update();
        assertThat(key(registrar.enter(plan, HR))).isEqualTo("equity.reason-missing");
        done(departures.say(number, today.minusDays(20), UnitPlan.Reason.VOLUNTARY_OTHER, HR));
        assertThat(now(held())).containsExactly(6_000L, 0L, 0L, 4_000L);
        done(departures.say(number, today.minusDays(20), UnitPlan.Reason.VOLUNTARY_RETIREMENT, HR));
        assertThat(now(held())).containsExactly(6_000L, 4_000L, 0L, 0L);
        done(departures.say(number, today.minusDays(20), UnitPlan.Reason.INVOLUNTARY_DEATH, HR));
        assertThat(now(held())).containsExactly(10_000L, 0L, 0L, 0L);
        done(departures.say(number, today.minusDays(20), UnitPlan.Reason.INVOLUNTARY_WITH_CAUSE, HR));
        assertThat(new String(done(registrar.enter(plan, HR)), StandardCharsets.UTF_8)).contains(",released,6000").contains(",lapsed,4000");
        assertThat(book.standing(plans.find(plan).orElseThrow())).as("what lapsed stands ready again").isEqualTo(new StockBook.Standing(994_000, 0, 6_000));
    }

    @Test
    void aPackageGoesOutAndComesBackEqual() throws IOException {
        var plan = plan(Kind.OPTION, STEPS);
        granted(plan, 10_000);
        assertThat(key(packages.export(plan, worker))).isEqualTo("equity.not-yours");
        assertThat(key(grantings.rule(UUID.randomUUID(), Outcome.APPROVED, OTHER))).isEqualTo("equity.granting-unknown");
        var out = done(packages.export(plan, HR));
        assertThat(new String(out, StandardCharsets.UTF_8)).contains("\"exercise_price\"", "\"stock_plan_id\" : \"" + code + "\"", "\"issuer_assigned_id\" : \"" + number + "\"");
        var before = held();
        assertThat(done(packages.check(plan, out, HR)).faults()).as("it is here already").extracting(EquityPackages.Fault::key).containsExactly("equity.fault.TWICE");
        code = "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var other = plan(Kind.OPTION, STEPS);
        assertThat(key(packages.export(other, HR))).isEqualTo("equity.nothing");
        var checked = done(packages.check(other, zip(out), HR));
        assertThat(checked.faults()).isEmpty();
        assertThat(checked).extracting(EquityPackages.Checked::grants, EquityPackages.Checked::people, EquityPackages.Checked::shares).containsExactly(1, 1, 10_000L);
        var granting = done(packages.bringIn(other, zip(out), HR));
        done(grantings.rule(granting, Outcome.APPROVED, OTHER));
        var after = holdings.under(other, today).getFirst();
        assertThat(after.instalments()).isEqualTo(before.instalments());
        assertThat(now(after)).isEqualTo(now(before));
        assertThat(book.standing(plans.find(other).orElseThrow()).granted()).isEqualTo(10_000);
    }

    private static byte[] zip(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Package.ocf.json"));
            zip.write(file);
        }
        return bytes.toByteArray();
    }

    @Test
    void everyFaultOfAPackageIsListedBeforeItCounts() {
        var plan = plan(Kind.OPTION, STEPS);
        var bad = """
                {'vestingTerms':[{'id':'round','object_type':'VESTING_TERMS','name':'n','description':'d','allocation_type':'CUMULATIVE_ROUNDING','vesting_conditions':[
                   {'id':'s','quantity':'0','trigger':{'type':'VESTING_START_DATE'},'next_condition_ids':['a']},
                   {'id':'a','portion':{'numerator':'1','denominator':'2'},'trigger':{'type':'VESTING_EVENT'},'next_condition_ids':['b']},
                   {'id':'b','portion':{'numerator':'1','denominator':'2'},'trigger':{'type':'VESTING_EVENT'},'next_condition_ids':['a']}]}],
                 'transactions':[
                   {'id':'1','object_type':'TX_EQUITY_COMPENSATION_ISSUANCE','date':'2025-01-01','security_id':'x','stakeholder_id':'nobody','quantity':'ten','compensation_type':'OPTION'},
                   {'id':'2','object_type':'TX_EQUITY_COMPENSATION_ISSUANCE','date':'2025-01-01','security_id':'y','stakeholder_id':'nobody','quantity':'10','vesting_terms_id':'none','compensation_type':'OPTION'},
                   {'id':'3','object_type':'TX_EQUITY_COMPENSATION_ISSUANCE','date':'2025-01-01','security_id':'z','stakeholder_id':'nobody','quantity':'10','vesting_terms_id':'round','compensation_type':'OPTION'}]}
                """.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(done(packages.check(plan, bad, HR)).faults()).extracting(EquityPackages.Fault::key).containsExactly("equity.terms.CIRCLE", "equity.fault.MEMBER", "equity.fault.NO_TERMS");
        assertThat(key(packages.bringIn(plan, bad, HR))).isEqualTo("equity.faults");
        var odd = """
                {'transactions':[{'id':'1','object_type':'TX_EQUITY_COMPENSATION_ISSUANCE','date':'2025-01-01','security_id':'x','stakeholder_id':'nobody','quantity':'10','compensation_type':'RSU',
                   'exercise_price':{'amount':'9.00','currency':'CNY'}}]}
                """.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(done(packages.check(plan, odd, HR)).faults()).extracting(EquityPackages.Fault::key).containsExactly("equity.person-unknown", "equity.fault.KIND", "equity.fault.PRICE");
        // Nineteen numbers whose sum begins again at nothing and comes to five.
        var huge = new StringBuilder();
        for (int at = 0; at < 19; at++) {
            huge.append(at == 0 ? "" : ",").append("""
                    {'id':'%1$d','object_type':'TX_EQUITY_COMPENSATION_ISSUANCE','date':'2025-01-01','security_id':'s%1$d','stakeholder_id':'%2$s','quantity':'%3$s','compensation_type':'OPTION'}
                    """.formatted(at, number, at == 0 ? "446744073709551639" : "999999999999999999"));
        }
        var many = ("{'transactions':[" + huge + "]}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(done(packages.check(plan, many, HR)).faults()).hasSize(19).extracting(EquityPackages.Fault::key).containsOnly("equity.fault.QUANTITY");
        assertThat(key(packages.bringIn(plan, many, HR))).isEqualTo("equity.faults");
        assertThat(done(packages.check(plan, "nothing".getBytes(StandardCharsets.UTF_8), HR)).faults()).extracting(EquityPackages.Fault::key).containsExactly("equity.fault.DAMAGED");
        assertThat(key(packages.check(plan, new byte[0], HR))).isEqualTo("equity.file-missing");
        assertThat(browser.post().multipart().uri("/app/reward/stock-plans/" + plan + "/import").file("file", bad).param("act", "check").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("circle");
    }

    @Test
    void rulesOfTheMarketRefuseWhatIsCertainAndTellTheRest() {
        var d = draft(Kind.OPTION, STEPS);
        assertThat(key(plans.propose(new StockPlans.Draft(code, d.nameEn(), d.nameZh(), d.kind(), Market.MAIN, 1_000_000, 100_001, d.price(), d.reference(), d.from(), d.until(), d.steps(), d.allocation(), d.pauses(), 30, d.leaving(),
                d.source()), HR))).isEqualTo("equity.limit.ALL_PLANS");
        var plan = done(plans.propose(new StockPlans.Draft(code, d.nameEn(), d.nameZh(), d.kind(), d.market(), d.capital(), 23_087_500, new BigDecimal("9.99"), d.reference(), d.from(), d.from().plusYears(11),
                "start = 0 | start\nall = 100% | 6 months after start", d.allocation(), d.pauses(), 30, d.leaving(), d.source()), HR));
        assertThat(plans.findings(plans.find(plan).orElseThrow())).extracting(it -> it.rule().code()).contains(Listing.Code.PRICE_OF_OPTION, Listing.Code.YEARS, Listing.Code.FIRST_RELEASE, Listing.Code.ONE_RELEASE);
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        // The published plan: 80.00 % of it at first, 1.01 % of the capital; what one person gets is below one per cent.
        var lines = new StringBuilder();
        for (int at = 0; at < 2; at++) {
            var of = number + at;
            engaged(of);
            lines.append(of).append(" = ").append(9_235_000).append('\n');
        }
        assertThat(Listing.percent(23_087_500, CAPITAL).bigDecimalValue(2, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("1.26");
        assertThat(Listing.percent(18_470_000, 23_087_500).bigDecimalValue(2, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("80.00");
        assertThat(Listing.percent(18_470_000, CAPITAL).bigDecimalValue(2, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("1.01");
        assertThat(Listing.percent(4_617_500, 23_087_500).bigDecimalValue(2, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("20.00");
        assertThat(done(grantings.preview(plan, day, lines.toString(), "", HR)).findings()).isEmpty();
        assertThat(key(grantings.preview(plan, day, number + " = 18300000", "", HR))).isEqualTo("equity.limit.ONE_PERSON");
        assertThat(done(grantings.preview(plan, day, number + " = 18300000", "Meeting of shareholders, resolution 7", HR)).findings()).extracting(it -> it.rule().code()).contains(Listing.Code.ONE_PERSON);
        assertThat(key(grantings.preview(plan, day, number + " = 23087501", "", HR))).isEqualTo("equity.ready-short");
        assertThat(key(listing.say(null, null, today, BigDecimal.ONE, true, "x", HR))).isEqualTo("equity.rule-missing");
        assertThat(key(listing.say(Market.GROWTH, Listing.Code.YEARS, today, null, true, "x", HR))).isEqualTo("equity.value-wrong");
        assertThat(key(listing.say(Market.GROWTH, Listing.Code.YEARS, null, BigDecimal.TEN, true, "x", HR))).isEqualTo("equity.day-missing");
        assertThat(key(listing.say(Market.GROWTH, Listing.Code.YEARS, today, BigDecimal.TEN, true, "", HR))).isEqualTo("equity.source-wrong");
    }

    @Test
    void stepsThatCannotBeAreRefusedWithTheirReason() {
        for (var it : List.of(List.of("nothing at all", "equity.step-wrong"), List.of("a = 50% | happens | b\nb = 50% | happens | a", "equity.terms.NO_FIRST"),
                List.of("s = 0 | start\na = 50% | happens | b\nb = 50% | happens | a", "equity.terms.CIRCLE"), List.of("s = 60% | start\na = 60% | 12 months after s", "equity.terms.TOO_MUCH"),
                List.of("s = 0 | start\na = 1/2 | 12 months after nobody", "equity.terms.UNKNOWN"), List.of("s = 0 | start\ns = 1/2 | 12 months after s", "equity.terms.TWICE"), List.of("", "equity.terms.EMPTY"))) {
            assertThat(key(plans.propose(draft(Kind.OPTION, it.getFirst()), HR))).as(it.getFirst()).isEqualTo(it.getLast());
        }
        assertThat(key(plans.propose(draft(Kind.OPTION, STEPS), worker))).isEqualTo("equity.not-yours");
        var waiting = done(plans.propose(draft(Kind.OPTION, STEPS), HR));
        assertThat(key(plans.propose(draft(Kind.OPTION, STEPS), HR))).isEqualTo("equity.waits");
        assertThat(key(grantings.preview(waiting, day, number + " = 1", "", HR))).isEqualTo("equity.plan-unknown");
        done(plans.rule(waiting, Outcome.APPROVED, OTHER));
        assertThat(key(grantings.preview(waiting, today.plusDays(1), number + " = 1", "", HR))).isEqualTo("equity.days-wrong");
        assertThat(key(grantings.preview(waiting, day, number + " is one", "", HR))).isEqualTo("equity.lines-wrong");
        assertThat(key(grantings.preview(waiting, day, "nobody = 1", "", HR))).isEqualTo("equity.person-unknown");
        var seen = done(grantings.preview(waiting, day, number + " = 5", "", HR)).seen();
        assertThat(key(grantings.propose(waiting, day, number + " = 6", "", seen, HR))).isEqualTo("equity.seen-changed");
        var granting = done(grantings.propose(waiting, day, number + " = 5", "", seen, HR));
        assertThat(key(grantings.propose(waiting, day, number + " = 5", "", seen, HR))).isEqualTo("equity.waits");
        done(grantings.rule(granting, Outcome.REJECTED, OTHER));
        assertThat(holdings.of(ren)).isEmpty();
        assertThat(browser.post().uri("/app/reward/stock-plans").param("code", "a b").param("nameEn", "Typed before").with(As.me(HR)).exchange()).hasStatus(422).bodyText().contains("Typed before");
    }

    /** Whoever has the statement reckons it again: the same steps and facts give the same instalments. */
    @Test
    void aStatementIsReckonedAgain() {
        var plan = plan(Kind.OPTION, STEPS);
        granted(plan, 7_777);
        var it = held();
        var again = new Vesting(new Grant(it.given().day(), Holdings.exact(it.given().quantity()), new Grant.Plan.ByTerms(StepLines.parse(STEPS, Allocation.CUMULATIVE_ROUND_DOWN).terms())),
                new Facts(List.of(new Facts.Happened("start", it.given().day())), List.of(), List.of(), List.of(), List.of(), Optional.empty()));
        assertThat(it.instalments()).isEqualTo(again.instalments(today));
    }

    @Test
    void afterAPlanEndedNobodyExercises() {
        var d = draft(Kind.OPTION, STEPS);
        var plan = done(plans.propose(new StockPlans.Draft(code, d.nameEn(), d.nameZh(), d.kind(), d.market(), d.capital(), d.shares(), d.price(), d.reference(), d.from(), today.minusDays(1), d.steps(), d.allocation(), d.pauses(), 30,
                d.leaving(), d.source()), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        granted(plan, 10_000);
        assertThat(key(holdings.exercise(held().given().id(), 1, worker))).isEqualTo("equity.over");
    }
}
