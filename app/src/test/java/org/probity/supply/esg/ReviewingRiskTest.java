package org.probity.supply.esg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.esg.ASelfAssessment.EHS;
import static org.probity.supply.esg.ASelfAssessment.OFFICER;
import static org.probity.supply.esg.ASelfAssessment.contact;
import static org.probity.supply.esg.ASelfAssessment.done;
import static org.probity.supply.esg.ASelfAssessment.key;
import static org.probity.supply.esg.ASelfAssessment.someone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CaseRulings;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.esg.Risk.Band;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true)
@Import(ASelfAssessment.class)
class ReviewingRiskTest {
    @Autowired ASelfAssessment made;
    @Autowired Risks risks;
    @Autowired RiskPlans plans;
    @Autowired Rules rules;
    @Autowired Campaigns campaigns;
    @Autowired SelfAssessments assessments;
    @Autowired Comparison comparison;
    @Autowired Obligations obligations;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired Cases cases;
    @Autowired CaseRulings rulings;
    @Autowired Figures figures;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;

    UUID supplier;
    int year;

    @BeforeEach
    void somebodyDelivers() {
        year = made.today.getYear();
        supplier = made.supplier(made.category());
    }

    private Risk now() {
        risks.review(made.today, supplier, null);
        return risks.of(supplier).orElseThrow();
    }

    private static List<String> told(Risk risk, String pillar) {
        return risk.of(pillar).stream().map(it -> it.reason().substring("esg.because.".length()) + " " + it.points().toPlainString()).toList();
    }

    @Test
    void nothingKnownIsNoGoodMark() {
        assertThat(told(now(), "S")).containsExactly("silence 15.00", "country 10.00");
        assertThat(now().side("S").orElseThrow().band()).isEqualTo(Band.LOW);
    }

    @Test
    void answersTakeThePlaceOfSilenceAndLeadToTheirRecord() {
        made.accepted(Topic.SOCIAL, supplier, year, Map.of("S7", "66", "S10", "no", "S15", "partly"), OFFICER);
        var risk = risks.of(supplier).orElseThrow();
        var answers = risk.of("S").stream().filter(it -> it.factor().equals("answers")).findFirst().orElseThrow();
        // Weights of 23 have marks; missing are 3·50 + 2·100 + 2·50, and 2·100 of the slip that no file shows: 650 over 23, times .40
        assertThat(answers.points()).isEqualByComparingTo("11.30");
        log.settle();
        assertThat(log.place(Objects.requireNonNull(answers.record()))).isPresent();
        assertThat(told(risk, "E")).as("a form about people says nothing about the environment").contains("silence 15.00");
        assertThat(browser.get().uri("/app/suppliers/" + supplier + "/esg").with(As.a(Role.BUYER))).bodyText().contains("Self-assessment: social responsibility " + year, "a dated rule", "entry");
        assertThat(browser.get().uri("/app/portal/esg-result").with(As.contactOf(supplier))).bodyText().contains("Self-assessment: social responsibility " + year);
    }

    @Test
    void formsOfOneSideShareItsPoints() {
        made.accepted(Topic.ENVIRONMENT, supplier, year, Map.of("E1", "no"), EHS);
        var alone = risks.of(supplier).orElseThrow().of("E").stream().filter(it -> it.factor().equals("answers")).map(Risk.Point::points).toList();
        assertThat(alone).as("a shut gate: all that is missing").usingElementComparator(BigDecimal::compareTo).containsExactly(new BigDecimal("40"));
        made.accepted(Topic.FORM, supplier, year, Map.of(), OFFICER);
        assertThat(risks.of(supplier).orElseThrow().of("E").stream().filter(it -> it.factor().equals("answers")).map(Risk.Point::points).toList())
                .usingElementComparator(BigDecimal::compareTo).containsExactly(new BigDecimal("20"));
    }

    @Test
    void theSameAgainWritesNothing() {
        now();
        var before = db.sql("SELECT count(*) FROM esg.assessment WHERE supplier = :id").param("id", supplier).query(Long.class).single();
        assertThat(risks.review(made.today, supplier, null)).isZero();
        assertThat(db.sql("SELECT count(*) FROM esg.assessment WHERE supplier = :id").param("id", supplier).query(Long.class).single()).isEqualTo(before).isEqualTo(1);
    }

    @Test
    void lateAnswersAndLateCasesCount() {
        var owed = made.asked(Topic.PROCESS, supplier, year).owed();
        db.sql("UPDATE obligation.obligation SET due_day = :day WHERE id = :id").param("day", made.today.minusDays(1)).param("id", owed.id()).update();
        var action = cases.open("evaluation.plan", "C", UUID.randomUUID(), supplier, "Grade C", "评级 C", someone(Role.QUALITY));
        db.sql("UPDATE casework.correction SET close_due_day = :day, plan_due_day = :day, opened_day = :day WHERE id = :id").param("day", made.today.minusDays(1)).param("id", action.id()).update();
        assertThat(told(now(), "G")).containsExactlyInAnyOrder("silence 15.00", "country 10.00", "late 10.00", "case 10.00");
        db.sql("UPDATE casework.correction SET close_due_day = :day WHERE id = :id").param("day", made.today).param("id", action.id()).update();
        assertThat(told(now(), "G")).doesNotContain("case 10.00");
    }

    @Test
    void aFindingThatIsOpenCountsForItsSideUntilItIsClosed() {
        var finding = finding("PRIORITY", "ENVIRONMENT", "ISO 14001:2015 8.2");
        finding("MAJOR", "BUSINESS", "RBA A3");
        finding("MINOR", "BUSINESS", "RBA D1");
        var risk = now();
        assertThat(told(risk, "E")).contains("finding 25.00");
        assertThat(told(risk, "S")).as("labour stands among the questions on business").contains("finding 12.00");
        assertThat(told(risk, "G")).contains("finding 4.00");
        var it = cases.about("audit.finding", finding).orElseThrow();
        db.sql("""
                INSERT INTO casework.step (correction, no, state, at, by, due_day, after_by, record)
                VALUES (:id, 2, 'CLOSED', now(), gen_random_uuid(), current_date, gen_random_uuid(), gen_random_uuid())
                """).param("id", it.id()).update();
        assertThat(told(now(), "E")).doesNotContain("finding 25.00");
    }

    /** A finding of a report that holds; how it came to that is another test's. */
    private UUID finding(String severity, String topic, String clause) {
        var audit = UUID.randomUUID();
        var site = db.sql("INSERT INTO supplier.site (id, supplier, name, address, country) VALUES (gen_random_uuid(), :supplier, :name, '', 'CN') RETURNING id").param("supplier", supplier)
                .param("name", "Plant " + audit).query(UUID.class).single();
        db.sql("""
                INSERT INTO audit.audit (id, number, supplier, site, scope, pack, pack_version, pack_sha256, from_day, until_day, arranged_by)
                VALUES (:id, :number, :supplier, :site, 'Line', 'general', 1, 'x', current_date, current_date, gen_random_uuid())
                """).param("id", audit).param("number", "F" + audit).param("supplier", supplier).param("site", site).update();
        var answer = UUID.randomUUID();
        db.sql("""
                INSERT INTO audit.answer (id, audit, question, verdict, severity, clause, note, by, made_at, came_at)
                VALUES (:id, :audit, 'E1', 'FINDING', :severity, :clause, 'seen', gen_random_uuid(), now(), now())
                """).param("id", answer).param("audit", audit).param("severity", severity).param("clause", clause).update();
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO audit.finding (id, audit, no, answer, question, topic, clause, severity, title_en, title_zh, words, day, record)
                VALUES (:id, :audit, 1, :answer, 'E1', :topic, :clause, :severity, 'Found', '发现', 'seen', current_date, gen_random_uuid())
                """).param("id", id).param("audit", audit).param("answer", answer).param("topic", topic).param("clause", clause).param("severity", severity).update();
        cases.open("audit.finding", severity, id, supplier, "Found", "发现", someone(Role.QUALITY));
        return id;
    }

    @Test
    void aBanCountsForTheSideOfItsGroundWhileItIsInForce() {
        barred("SAFETY_ACCIDENT", made.today.minusDays(3), made.today);
        barred("COUNTERFEIT", made.today.minusDays(30), made.today.minusDays(5));
        var risk = now();
        assertThat(told(risk, "S")).contains("barred 40.00");
        assertThat(told(risk, "G")).as("over since five days").noneMatch(it -> it.startsWith("barred"));
    }

    private void barred(String ground, LocalDate from, LocalDate until) {
        var proposal = db.sql("""
                INSERT INTO decision.proposal (id, matter, subject, reason, proposed_by, proposed_at) VALUES (gen_random_uuid(), 'test', gen_random_uuid(), 'x', gen_random_uuid(), now()) RETURNING id
                """).query(UUID.class).single();
        var matter = db.sql("""
                INSERT INTO blacklist.matter (id, supplier, ground, happened_day, facts, opened_by, opened_at, record)
                VALUES (gen_random_uuid(), :supplier, :ground, :day, 'seen', gen_random_uuid(), now(), gen_random_uuid()) RETURNING id
                """).param("supplier", supplier).param("ground", ground).param("day", from).query(UUID.class).single();
        var sentence = db.sql("""
                INSERT INTO blacklist.sentence (id, matter, reason, proposal, proposed_at) VALUES (gen_random_uuid(), :matter, 'so', :proposal, now()) RETURNING id
                """).param("matter", matter).param("proposal", proposal).query(UUID.class).single();
        db.sql("""
                INSERT INTO blacklist.ban (id, matter, supplier, from_day, in_force, until_day, decided_by, decided_at, record)
                VALUES (:id, :matter, :supplier, :from, daterange(:from, :until, '[]'), :until, gen_random_uuid(), now(), gen_random_uuid())
                """).param("id", sentence).param("matter", matter).param("supplier", supplier).param("from", from).param("until", until).update();
    }

    @Test
    void aNameOnAListCountsWhileItIsLookedAtAndMoreWhenItIsTrue() {
        var alert = UUID.randomUUID();
        var list = UUID.randomUUID();
        db.sql("""
                INSERT INTO screening.list (id, code, source, name_en, name_zh, bar, verdict, opened_by, opened_at)
                VALUES (:id, :code, 'OWN', 'Our list', '自有名单', 800, 'WARN', gen_random_uuid(), now())
                """).param("id", list).param("code", "t" + list.toString().substring(0, 8)).update();
        var entry = db.sql("INSERT INTO screening.entry (id, list, code, content, likeness, sha256, first_no) VALUES (gen_random_uuid(), :list, 'c', '', 'l', 'x', 1) RETURNING id")
                .param("list", list).query(UUID.class).single();
        var run = db.sql("INSERT INTO screening.run (id, cause, rules, begun_at) VALUES (gen_random_uuid(), 'SUPPLIER', 1, now()) RETURNING id").query(UUID.class).single();
        db.sql("""
                INSERT INTO screening.alert (id, supplier, list, entry, code, likeness, subject, score, name, listed_name, links, run, opened_at)
                VALUES (:id, :supplier, :list, :entry, 'c', 'l', 's', 900, 'n', 'n', '', :run, now())
                """).param("id", alert).param("supplier", supplier).param("list", list).param("entry", entry).param("run", run).update();
        step(alert, 1, "OPEN");
        assertThat(told(now(), "G")).contains("alert.OPEN 10.00");
        assertThat(risks.of(supplier).orElseThrow().side("G").orElseThrow().band()).isEqualTo(Band.MEDIUM);
        assertThat(itself()).contains("low").doesNotContain("medium", "Our list", "35");
        step(alert, 2, "TRUE_HIT");
        assertThat(told(now(), "G")).contains("alert.TRUE_HIT 40.00").doesNotContain("alert.OPEN 10.00");
        assertThat(risks.of(supplier).orElseThrow().side("G").orElseThrow().band()).isEqualTo(Band.HIGH);
        assertThat(itself()).as("nobody is told that they stand on a list").contains("low").doesNotContain("high", "Our list", "65");
        assertThat(plans.needed(supplier)).as("nor by a plan that nothing they know of asks for").isEmpty();
        step(alert, 3, "FALSE_HIT");
        assertThat(told(now(), "G")).noneMatch(it -> it.startsWith("alert"));
    }

    /** What the page of the supplier says below its heading and the text that is always there. */
    private String itself() {
        var page = browser.get().uri("/app/portal/esg-result").header("Accept-Language", "en").with(As.contactOf(supplier)).exchange();
        assertThat(page).hasStatusOk();
        var html = new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        return html.substring(html.indexOf("class=\"hint\""), html.indexOf("</main>")).toLowerCase(java.util.Locale.ROOT);
    }

    private void step(UUID alert, int no, String state) {
        db.sql("""
                INSERT INTO screening.step (alert, no, state, by, second, at, reason, record)
                VALUES (:alert, :no, :state, gen_random_uuid(), gen_random_uuid(), now(), 'x', gen_random_uuid())
                """).param("alert", alert).param("no", no).param("state", state).update();
    }

    @Test
    void categoryAndTheNewDaySpeakForThemselves() {
        var silicon = made.supplier("wafer");
        transaction.executeWithoutResult(status -> events.publishEvent(new DayHasBegun(made.today)));
        var risk = risks.of(silicon).orElseThrow();
        assertThat(told(risk, "S")).contains("category 20.00");
        assertThat(told(risk, "E")).contains("category 10.00");
        assertThat(told(risk, "G")).noneMatch(it -> it.startsWith("category"));
    }

    @Test
    void whoseRelationEndedIsReviewedNoMore() {
        now();
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :day, 'OTHER', '', gen_random_uuid(), now(), gen_random_uuid())
                """).param("supplier", supplier).param("day", made.today.minusDays(1)).update();
        assertThat(risks.review(made.today, supplier, null)).isZero();
        assertThat(value("esg-risk").rows()).noneMatch(it -> it.subject().equals(supplier));
        // What it delivered before it left is in the ledger, and so it is a row that is left out.
        deliver(supplier);
        assertThat(row("esg-risk", supplier).reason()).isEqualTo("esg.was-not-active");
        assertThat(value("esg-risk").control().stated()).isEqualByComparingTo("10.5");
        assertThat(value("esg-risk").control().difference()).isEqualByComparingTo("0");
    }

    private void deliver(UUID whom) {
        var material = suppliers.materials(whom).stream().findFirst().map(Supplier.Material::id).orElseGet(() -> suppliers.addMaterial(whom, "M-1", "Wafer", "硅片"));
        var receipts = List.of(new Suppliers.Receipt("GR-1", 1, whom, material, made.today, new BigDecimal("10.5")));
        var file = evidence.keep("ledger.csv", "text/csv", "GR-1".getBytes(java.nio.charset.StandardCharsets.UTF_8), OFFICER.account());
        done(suppliers.receive("ERP", year, receipts, 1, new BigDecimal("10.5"), file.id(), file.sha256(), OFFICER));
    }

    @Test
    void programsReadRiskAndAssessments() {
        made.accepted(Topic.SOCIAL, supplier, year, Map.of("S1", "yes"), OFFICER);
        assertThat(browser.get().uri("/api/esg/risk/" + supplier).with(As.a(Role.BUYER))).hasStatusOk().bodyText().contains("\"pillar\":\"S\"", "esg.because.answers", "\"band\":\"HIGH\"");
        assertThat(browser.get().uri("/api/esg/risk?band=HIGH").with(As.a(Role.BUYER))).hasStatusOk().bodyText().contains(supplier.toString());
        assertThat(browser.get().uri("/api/esg/assessments?year=" + year + "&state=MET").with(As.a(Role.BUYER))).hasStatusOk().bodyText().contains(supplier.toString(), "\"form\":\"social\"");
        assertThat(browser.get().uri("/api/esg/risk/" + UUID.randomUUID()).with(As.a(Role.BUYER))).hasStatus(404);
    }

    @Test
    void bandsBeginExactlyAtTheirThreshold() {
        assertThat(Band.of(new BigDecimal("29.99"), new BigDecimal("30"), new BigDecimal("50"))).isEqualTo(Band.LOW);
        assertThat(Band.of(new BigDecimal("30.00"), new BigDecimal("30"), new BigDecimal("50"))).isEqualTo(Band.MEDIUM);
        assertThat(Band.of(new BigDecimal("49.99"), new BigDecimal("30"), new BigDecimal("50"))).isEqualTo(Band.MEDIUM);
        assertThat(Band.of(new BigDecimal("50.00"), new BigDecimal("30"), new BigDecimal("50"))).isEqualTo(Band.HIGH);
    }

    @Test
    void aNumberIsChangedByTwoAndFromADayOn() {
        assertThat(key(rules.propose("band.highest", BigDecimal.TEN, made.today, "x", OFFICER))).isEqualTo("key esg.rule-unknown");
        assertThat(key(rules.propose("category.nothing.S", BigDecimal.TEN, made.today, "x", OFFICER))).isEqualTo("key esg.rule-unknown");
        assertThat(key(rules.propose("country.vn.S", BigDecimal.TEN, made.today, "x", OFFICER))).isEqualTo("key esg.rule-unknown");
        assertThat(key(rules.propose("country.VN.S", new BigDecimal("1000.01"), made.today, "x", OFFICER))).isEqualTo("points esg.points-wrong");
        assertThat(key(rules.propose("country.VN.S", new BigDecimal("1.005"), made.today, "x", OFFICER))).isEqualTo("points esg.points-wrong");
        assertThat(key(rules.propose("country.VN.S", null, made.today, "x", OFFICER))).isEqualTo("points esg.points-wrong");
        assertThat(key(rules.propose("country.VN.S", BigDecimal.TEN, made.today.minusDays(1), "x", OFFICER))).isEqualTo("fromDay esg.from-past");
        assertThat(key(rules.propose("country.VN.S", BigDecimal.TEN, made.today, " ", OFFICER))).isEqualTo("source esg.source-missing");
        assertThat(key(rules.propose("country.VN.S", BigDecimal.TEN, made.today, "x".repeat(1_001), OFFICER))).isEqualTo("source esg.source-long");
        assertThat(key(rules.propose("band.high", new BigDecimal("30"), made.today, "x", OFFICER))).isEqualTo("points esg.bands-crossed");

        var proposal = done(rules.propose("country.CN.S", new BigDecimal("25"), made.today.plusDays(1), "Index of 2026", OFFICER));
        assertThat(key(rules.rule(proposal, Outcome.APPROVED, OFFICER))).isEqualTo("decision.needs-another-person");
        done(rules.rule(proposal, Outcome.APPROVED, EHS));
        assertThat(rules.on(made.today).rules()).doesNotContainKey("country.CN.S");
        assertThat(rules.on(made.today.plusDays(1)).points("country.CN.S")).isEqualByComparingTo("25");
        risks.review(made.today.plusDays(1), supplier, null);
        assertThat(told(risks.of(supplier).orElseThrow(), "S")).contains("country 25.00");
        db.sql("DELETE FROM esg.rule WHERE key = 'country.CN.S'").update();
    }

    @Test
    void aFormHasAFieldForEachNumberAndProposesWhatWasChanged() {
        var day = made.today.plusDays(400);
        var typed = new java.util.HashMap<String, String>();
        rules.on(day).rules().forEach((key, rule) -> typed.put("points." + key, rule.points().stripTrailingZeros().toPlainString()));
        assertThat(reasons(rules.change(typed, day, "Board", OFFICER))).containsExactly(" esg.rules-same");
        typed.put("points.band.high", "many");
        typed.putAll(Map.of("country", "vn", "country.S", "1000.5", "category", "nothing", "category.E", "3"));
        assertThat(reasons(rules.change(typed, made.today.minusDays(1), " ", OFFICER)))
                .containsExactly("fromDay esg.from-past", "source esg.source-missing", "points.band.high esg.points-wrong", "country.S esg.points-wrong", "category esg.category-unknown");
        typed.putAll(Map.of("points.band.high", "20", "country.S", "15", "category", ""));
        typed.remove("category.E");
        assertThat(reasons(rules.change(typed, day, "x".repeat(1_001), OFFICER))).containsExactly("source esg.source-long", "country esg.country-wrong");
        typed.put("country", "VN");
        assertThat(reasons(rules.change(typed, day, "Board", OFFICER))).containsExactly("points.band.high esg.bands-crossed");
        typed.putAll(Map.of("points.band.medium", "10", "points.barred", "45"));
        var proposed = done(rules.change(typed, day, "Board", OFFICER));
        assertThat(rules.changes()).filteredOn(it -> proposed.contains(it.proposal())).extracting(Rules.Change::key)
                .containsExactlyInAnyOrder("band.high", "band.medium", "barred", "country.VN.S");
    }

    private static List<String> reasons(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).reasons().stream().map(it -> it.field() + " " + it.key()).toList();
    }

    @Test
    void aProposalWhoseDayIsOverOrWhoseBandsCrossedIsNotAgreedTo() {
        var late = done(rules.propose("country.DE.S", BigDecimal.TEN, made.today, "x", OFFICER));
        db.sql("UPDATE esg.rule_proposed SET from_day = :day WHERE proposal = :id").param("day", made.today.minusDays(1)).param("id", late).update();
        assertThat(key(rules.rule(late, Outcome.APPROVED, EHS))).isEqualTo("esg.from-past");
        var high = done(rules.propose("band.high", new BigDecimal("40"), made.today.plusDays(300), "x", OFFICER));
        var medium = done(rules.propose("band.medium", new BigDecimal("45"), made.today.plusDays(300), "x", OFFICER));
        done(rules.rule(high, Outcome.APPROVED, EHS));
        assertThat(key(rules.rule(medium, Outcome.APPROVED, EHS))).isEqualTo("esg.bands-crossed");
        db.sql("DELETE FROM esg.rule WHERE key = 'band.high' AND from_day = :day").param("day", made.today.plusDays(300)).update();
    }

    @Test
    void highRiskOpensOnePlanForEachSideAndNotASecondOne() {
        made.accepted(Topic.SOCIAL, supplier, year, Map.of("S1", "yes"), OFFICER);
        assertThat(risks.of(supplier).orElseThrow().side("S").orElseThrow().band()).as("40 for answers, 10 for the country").isEqualTo(Band.HIGH);
        var mine = cases.of(supplier).stream().filter(it -> it.kind().equals(EsgCases.KIND)).toList();
        assertThat(mine).hasSize(1);
        assertThat(mine.getFirst().titleEn()).isEqualTo("High risk: people, 50 points");
        risks.review(OFFICER);
        assertThat(cases.of(supplier).stream().filter(it -> it.kind().equals(EsgCases.KIND))).hasSize(1);
        assertThat(browser.get().uri("/app/esg/plans/" + mine.getFirst().subject()).with(As.a(Role.BUYER))).hasStatus(302).hasHeader("Location", "/app/suppliers/" + supplier + "/esg");
    }

    @Test
    void theDayFindsHighRiskAndAPersonOpensThePlan() {
        made.asked(Topic.SOCIAL, supplier, year);
        db.sql("UPDATE obligation.obligation SET due_day = :day WHERE party = :id").param("day", made.today.minusDays(1)).param("id", supplier).update();
        for (int i = 0; i < 2; i++) {
            finding("MAJOR", "PROCESS", "ISO 9001");
        }
        assertThat(now().side("G").orElseThrow().points()).isEqualByComparingTo("59");
        assertThat(plans.needed(supplier)).extracting(RiskPlans.Needed::pillar).containsExactly("G");
        assertThat(cases.of(supplier)).noneMatch(it -> it.kind().equals(EsgCases.KIND));
        assertThat(browser.get().uri("/app").with(As.a(Role.SOURCING_OFFICER))).bodyText().contains("Open plans");
        assertThat(browser.post().uri("/app/esg/risk").with(As.me(OFFICER))).hasStatus(303);
        assertThat(plans.needed(supplier)).isEmpty();
    }

    @Test
    void theFigureCountsHighRiskAndWhetherAPlanWasAgreed() {
        made.accepted(Topic.SOCIAL, supplier, year, Map.of("S1", "yes"), OFFICER);
        var low = made.supplier(made.category());
        risks.review(OFFICER);
        assertThat(row("esg-risk", supplier).reason()).isNull();
        assertThat(row("esg-risk", supplier).input("met")).isEqualByComparingTo("0");
        assertThat(row("esg-risk", low).reason()).isEqualTo("esg.is-low");
        assertThat(value("esg-risk").control().difference()).isEqualByComparingTo("0");

        var action = cases.of(supplier).stream().filter(it -> it.kind().equals(EsgCases.KIND)).findFirst().orElseThrow();
        var day = made.today.plusDays(9);
        done(cases.plan(action.id(), new Cases.Plan("Papers given back", "The agent kept them", List.of(new Case.Measure(Case.Aim.CORRECTIVE, "All papers back", "Plant", day),
                new Case.Measure(Case.Aim.PREVENTIVE, "Another agent", "Plant", day))), contact(supplier)));
        assertThat(row("esg-risk", supplier).input("met")).as("sent is not agreed").isEqualByComparingTo("0");
        done(rulings.accept(action.id(), OFFICER));
        assertThat(row("esg-risk", supplier).input("met")).isEqualByComparingTo("1");
        assertThat(browser.get().uri("/app/figures/esg-risk").with(As.a(Role.REVIEWER))).hasStatusOk();
    }

    /** Who can complain is said by the supplier and accepted by us; what waits, or was asked of another form, does not count. */
    @Test
    void theFigureOfChannelsCountsAcceptedAnswersAlone() {
        var open = made.supplier(made.category());
        var shut = made.supplier(made.category());
        var waits = made.supplier(made.category());
        var otherForm = made.supplier(made.category());
        made.accepted(Topic.SOCIAL, open, year, Map.of("S13", "yes", "S14", "3"), OFFICER);
        made.accepted(Topic.SOCIAL, shut, year, Map.of("S13", "no", "S14", "0"), OFFICER);
        var sent = made.asked(Topic.SOCIAL, waits, year);
        made.answer(sent, Map.of("S13", "yes"), contact(waits));
        done(assessments.send(made.fresh(sent), contact(waits)));
        made.accepted(Topic.ENVIRONMENT, otherForm, year, Map.of(), EHS);

        assertThat(row("worker-channels", open).input("met")).isEqualByComparingTo("1");
        assertThat(row("worker-channels", open).input("complaints")).isEqualByComparingTo("3");
        assertThat(row("worker-channels", shut).reason()).isNull();
        assertThat(row("worker-channels", shut).input("met")).isEqualByComparingTo("0");
        assertThat(row("worker-channels", waits).reason()).as("sent is not accepted").isEqualTo("esg.not-accepted");
        assertThat(value("worker-channels").rows()).noneMatch(it -> it.subject().equals(otherForm));
        assertThat(value("worker-channels").control().difference()).isEqualByComparingTo("0");
        assertThat(figures.live(figures.find("worker-channels").orElseThrow(), year - 1).rows()).noneMatch(it -> it.subject().equals(open));
    }

    @Test
    void theFigureOfSelfAssessmentsCountsAtItsEdges() {
        var accepted = made.accepted(Topic.PROCESS, supplier, year, Map.of(), someone(Role.PROCESS)).owed().id();
        var sent = made.asked(Topic.EHS, supplier, year);
        made.answer(sent, Map.of(), contact(supplier));
        done(assessments.send(made.fresh(sent), contact(supplier)));
        var waits = made.asked(Topic.SOCIAL, supplier, year).owed().id();
        var waived = made.asked(Topic.FORM, supplier, year).owed().id();
        done(obligations.waive(waived, "not one of ours", OFFICER));

        assertThat(row("self-assessment", accepted).input("met")).isEqualByComparingTo("1");
        assertThat(row("self-assessment", sent.owed().id()).reason()).as("sent, and not due yet").isEqualTo("esg.not-due-yet");
        assertThat(row("self-assessment", waits).reason()).isEqualTo("esg.not-due-yet");
        assertThat(row("self-assessment", waived).reason()).isEqualTo("esg.was-waived");
        due(waits, made.today);
        assertThat(row("self-assessment", waits).reason()).as("due today is not late").isEqualTo("esg.not-due-yet");
        due(waits, made.today.minusDays(1));
        due(sent.owed().id(), made.today.minusDays(1));
        assertThat(row("self-assessment", waits).reason()).isNull();
        assertThat(row("self-assessment", waits).input("met")).isEqualByComparingTo("0");
        assertThat(row("self-assessment", sent.owed().id()).input("met")).as("with us is not accepted").isEqualByComparingTo("0");
        assertThat(value("self-assessment").control().difference()).isEqualByComparingTo("0");
    }

    private void due(UUID obligation, LocalDate day) {
        db.sql("UPDATE obligation.obligation SET due_day = :day WHERE id = :id").param("day", day).param("id", obligation).update();
    }

    private FigureValue value(String key) {
        return figures.find(key).map(it -> figures.live(it, year)).orElseThrow();
    }

    private FigureValue.Row row(String key, UUID subject) {
        return value(key).rows().stream().filter(it -> it.subject().equals(subject)).findFirst().orElseThrow();
    }

    @Test
    void aCategoryIsSummedUpFromTenSuppliersOn() {
        var category = made.category();
        var all = new ArrayList<UUID>();
        for (int i = 0; i < Comparison.FEWEST; i++) {
            all.add(made.supplier(category));
        }
        done(campaigns.open(Topic.PROCESS, year, made.today.plusDays(20), List.of(category), OFFICER));
        for (int i = 0; i < all.size(); i++) {
            assertThat(comparison.of(Topic.PROCESS, year, category)).isEmpty();
            var it = made.owned(Topic.PROCESS, all.get(i), year);
            made.answer(it, i % 2 == 0 ? Map.of() : Map.of("P4", "no"), contact(all.get(i)));
            done(assessments.send(made.fresh(it), contact(all.get(i))));
            if (i < all.size() - 1) {
                done(assessments.accept(it.owed().id(), made.sent(it), someone(Role.QUALITY)));
            }
        }
        assertThat(comparison.of(Topic.PROCESS, year, category)).as("the tenth is sent and not accepted").isEmpty();
        var last = made.owned(Topic.PROCESS, all.getLast(), year);
        done(assessments.accept(last.owed().id(), made.sent(last), someone(Role.QUALITY)));
        assertThat(comparison.of(Topic.PROCESS, year, category).orElseThrow().suppliers()).isEqualTo(10);
    }

    @Test
    void whateverTheScoresNineAreNeverSummedUpAndTenLieInOrder() {
        var random = new Random(52);
        for (int i = 0; i < 1_000; i++) {
            var scores = random.ints(random.nextInt(25), 0, 1_000_001).mapToObj(it -> BigDecimal.valueOf(it, 4)).toList();
            var typical = Comparison.typical(scores);
            assertThat(typical.isPresent()).isEqualTo(scores.size() >= 10);
            typical.ifPresent(it -> {
                assertThat(it.lower()).isLessThanOrEqualTo(it.middle());
                assertThat(it.middle()).isLessThanOrEqualTo(it.upper());
                assertThat(List.of(it.lower(), it.middle(), it.upper())).allMatch(part -> part.scale() == 0);
                assertThat(scores.stream().filter(score -> score.compareTo(it.middle()) >= 0).count()).isGreaterThanOrEqualTo(scores.size() / 2);
            });
        }
    }
}
