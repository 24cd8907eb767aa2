package org.probity.supply.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.audit.AnAudit.done;
import static org.probity.supply.audit.AnAudit.key;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.webhook.Happened;
import org.probity.shapes.casework.CaseRulings;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.Figures;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearance;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Question;
import org.probity.supply.evaluation.AGate;
import org.probity.supply.evaluation.Source;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
@Import(AnAudit.class)
@RecordApplicationEvents
class PlanningAYearOfAuditsTest {
    @Autowired ApplicationEvents events;
    @Autowired FindingsTold told;
    @Autowired AnAudit an;
    @Autowired Plans plans;
    @Autowired Reports reports;
    @Autowired CaseRulings rulings;
    @Autowired Figures figures;
    @Autowired Clearances clearances;
    @Autowired Source priorityFindingLate;
    @Autowired Evidence evidence;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    int year;

    @BeforeEach
    void whoseYear() {
        year = an.today.getYear();
        db.sql("DELETE FROM audit.plan_change").update();
        db.sql("DELETE FROM audit.planned").update();
        db.sql("DELETE FROM audit.capacity").update();
    }

    void delivers(UUID supplier, String kilograms) {
        var material = an.suppliers.addMaterial(supplier, "M" + UUID.randomUUID(), "Sheet", "板");
        var day = an.today.getDayOfYear() > 1 ? an.today.minusDays(1) : an.today;
        var file = evidence.keep("ledger.csv", "text/csv", UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), an.entered.account());
        var amount = new BigDecimal(kilograms);
        done(an.suppliers.receive("ERP", day.getYear(), List.of(new Suppliers.Receipt("GR" + UUID.randomUUID(), 1, supplier, material, day, amount)), 1, amount, file.id(), file.sha256(), an.entered));
    }

    @Test
    void pointsFollowFromShareCategoryTinAndVisitsAndAreExplained() {
        var wafers = an.supplier("wafer");
        delivers(wafers, "1000");
        var risk = plans.risks(an.today).stream().filter(it -> it.supplier().equals(wafers)).findFirst().orElseThrow();
        assertThat(risk.why()).extracting(Plans.Why::reason).contains("audit.risk.share", "audit.risk.category", "audit.risk.never");
        assertThat(risk.points()).isEqualTo(risk.why().stream().mapToInt(Plans.Why::points).sum());
        assertThat(risk.isKey()).as("half of wafers: 30 + 20").isTrue();
        assertThat(browser.get().uri("/app/audits/plan").with(As.me(an.quality)).exchange()).bodyText().contains("of its category", "never audited");
    }

    /** High risk in two of three makes a key supplier of one that delivers little; medium risk has no points until somebody gives it some. */
    @Test
    void esgRiskDrivesThePlan() {
        var small = an.supplier("equipment");
        var another = an.supplier("equipment");
        delivers(another, "1000000");
        delivers(small, "1");
        assertThat(risk(small).isKey()).isFalse();
        assessed(small, "HIGH", "HIGH", "MEDIUM");
        assessed(another, "MEDIUM", "LOW", "LOW");
        assertThat(risk(small).why()).filteredOn(it -> it.reason().equals("audit.risk.esg")).singleElement().satisfies(it -> {
            assertThat(it.points()).isEqualTo(40);
            assertThat(it.words()).contains("E, S", "high");
        });
        assertThat(risk(small).isKey()).isTrue();
        assertThat(risk(another).why()).extracting(Plans.Why::reason).doesNotContain("audit.risk.esg");
        assertThat(browser.get().uri("/app/audits/plan").with(As.me(an.quality)).exchange()).bodyText().contains("high ESG risk (E, S) +40");
        assessed(small, "LOW", "LOW", "LOW");
        assertThat(risk(small).isKey()).as("the newest assessment counts").isFalse();
    }

    private Plans.Risk risk(UUID supplier) {
        return plans.risks(an.today).stream().filter(it -> it.supplier().equals(supplier)).findFirst().orElseThrow();
    }

    private void assessed(UUID supplier, String... bands) {
        var review = db.sql("INSERT INTO esg.review (id, day, at, changed, record) VALUES (gen_random_uuid(), :day, now(), 1, gen_random_uuid()) RETURNING id").param("day", an.today)
                .query(UUID.class).single();
        var assessment = db.sql("INSERT INTO esg.assessment (id, review, supplier, at) VALUES (gen_random_uuid(), :review, :supplier, now()) RETURNING id")
                .param("review", review).param("supplier", supplier).query(UUID.class).single();
        for (var at = 0; at < bands.length; at++) {
            db.sql("INSERT INTO esg.band (assessment, pillar, points, band) VALUES (:assessment, :pillar, 10, :band)").param("assessment", assessment)
                    .param("pillar", List.of("E", "S", "G").get(at)).param("band", bands[at]).update();
        }
    }

    @Test
    void thePlanTakesKeySuppliersUpToWhatTheYearBears() {
        assertThat(key(plans.drawUp(year, an.quality))).isEqualTo("audit.capacity-missing");
        assertThat(key(plans.capacity(year, 2001, an.quality))).isEqualTo("audit.capacity-wrong");
        assertThat(key(plans.capacity(year - 1, 1, an.quality))).isEqualTo("audit.year-past");
        assertThat(key(plans.drawUp(year - 1, an.quality))).isEqualTo("audit.year-past");
        delivers(an.supplier("chemicals"), "500000");
        done(plans.capacity(year, 1, an.quality));
        assertThat(done(plans.drawUp(year, an.quality))).isEqualTo(1);
        assertThat(key(plans.drawUp(year, an.quality))).as("full").isEqualTo("audit.nobody-to-visit");
        assertThat(plans.lines(year).getFirst().basis()).contains("audit.risk.share");
    }

    @Test
    void whatIsChangedByHandHasAReason() {
        var supplier = an.supplier("frame");
        assertThat(key(plans.add(year - 1, supplier, 12, "new line", an.quality))).isEqualTo("audit.year-past");
        assertThat(key(plans.add(year, UUID.randomUUID(), 12, "x", an.quality))).isEqualTo("audit.supplier-unknown");
        assertThat(key(plans.add(year, supplier, 13, "x", an.quality))).isEqualTo("audit.month-wrong");
        assertThat(key(plans.add(year, supplier, 12, " ", an.quality))).isEqualTo("audit.reason-missing");
        var line = done(plans.add(year, supplier, 12, "new line", an.quality));
        assertThat(key(plans.add(year, supplier, 12, "again", an.quality))).isEqualTo("audit.planned-already");
        assertThat(key(plans.change(UUID.randomUUID(), Plans.Change.MOVED, 11, "x", an.quality))).isEqualTo("audit.line-unknown");
        assertThat(key(plans.change(line, Plans.Change.MOVED, 0, "x", an.quality))).isEqualTo("audit.month-wrong");
        assertThat(key(plans.change(line, Plans.Change.DROPPED, 12, " ", an.quality))).isEqualTo("audit.reason-missing");
        done(plans.change(line, Plans.Change.DROPPED, 12, "line is not running", an.quality));
        assertThat(plans.lines(year)).singleElement().satisfies(it -> {
            assertThat(it.dropped()).isTrue();
            assertThat(it.reason()).isEqualTo("line is not running");
        });
        assertThat(browser.post().uri("/app/audits/plan/" + year).param("supplier", supplier.toString()).param("month", "3").param("reason", "x").with(As.me(an.quality)).exchange())
                .hasStatus(422).bodyText().contains("stands in the plan already");
        assertThat(browser.get().uri("/app/audits/plan?format=csv").with(As.me(an.quality)).exchange()).bodyText().contains("line is not running");
    }

    @Test
    void figuresCountKeySuppliersAndFindingsAndAgreeWithTheirTotals() {
        var audit = an.reported(Severity.PRIORITY, "S1", "E2");
        delivers(audit.supplier(), "900000");
        var visited = figures.live(figures.find("key-suppliers-audited").orElseThrow(), year);
        assertThat(visited.control().difference()).isZero();
        assertThat(visited.rows()).filteredOn(it -> it.subject().equals(audit.supplier())).singleElement()
                .satisfies(it -> assertThat(it.input("met")).isEqualByComparingTo("1"));
        var found = figures.live(figures.find("audit-findings").orElseThrow(), year);
        assertThat(found.rows()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(found.control().difference()).isZero();
        // A figure of what is closed counts what is closed, whenever it is due, and leaves out what is still to come.
        var closed = figures.live(figures.find("findings-closed-in-time").orElseThrow(), an.today.plusDays(30).getYear());
        assertThat(closed.control().difference()).isZero();
        var finding = reports.findings(audit.id()).getFirst();
        var action = an.cases.about("audit.finding", finding.id()).orElseThrow();
        var before = closed.included().size();
        done(rulings.noAction(action.id(), "the door is a cupboard", an.quality));
        assertThat(key(rulings.close(action.id(), an.quality))).isEqualTo("casework.two-people");
        done(rulings.close(action.id(), an.ehs));
        var after = figures.live(figures.find("findings-closed-in-time").orElseThrow(), an.today.plusDays(30).getYear());
        assertThat(after.included().size()).isEqualTo(before + 1);
    }

    @Test
    void aPriorityFindingOpenPastItsDayFailsTheGateOfTheGrade() {
        var gate = new AGate(priorityFindingLate, an.db);
        var late = an.reported(Severity.PRIORITY, "S1").supplier();
        var major = an.reported(Severity.MAJOR, "S1").supplier();
        var closes = an.cases.of(late).getFirst().closeDueDay();
        var now = java.time.Instant.now().plusSeconds(1);
        assertThat(gate.shut(an.today.minusDays(90), closes.minusDays(1), now)).as("in time yet").doesNotContain(late);
        assertThat(gate.shut(an.today.minusDays(90), closes, now)).contains(late).doesNotContain(major);
        assertThat(gate.shut(closes.plusDays(1), closes.plusDays(180), now)).as("and as long as it stays open").contains(late);
        assertThat(gate.shut(an.today.minusDays(90), closes, java.time.Instant.now().minusSeconds(600))).as("as known before the report").doesNotContain(late);
        assertThat(askAgain(late)).as("an open Priority finding changes answers").isEqualTo(1);
        assertThat(askAgain(major)).isZero();
        told.on(new DayHasBegun(closes));
        assertThat(askAgain(late)).as("its closing day").isEqualTo(1);
        told.on(new DayHasBegun(closes.plusDays(1)));
        assertThat(askAgain(late)).as("the day after").isEqualTo(2);
        var action = an.cases.of(late).getFirst();
        done(rulings.noAction(action.id(), "the door is a cupboard", an.quality));
        done(rulings.close(action.id(), an.ehs));
        assertThat(gate.shut(an.today.minusDays(90), closes, java.time.Instant.now().plusSeconds(1))).doesNotContain(late);
    }

    @Test
    void anOpenPriorityFindingWarnsAndOneThatIsLateStopsNewBusiness() {
        var audit = an.reported(Severity.PRIORITY, "S2");
        assertThat(said(audit.supplier(), Act.ORDER)).containsExactly("audit.clearance.open");
        assertThat(said(audit.supplier(), Act.PAYMENT)).as("what was begun is ended").isEmpty();
        db.sql("UPDATE casework.correction SET opened_day = opened_day - 60, plan_due_day = plan_due_day - 60, close_due_day = close_due_day - 60 WHERE supplier = :supplier")
                .param("supplier", audit.supplier()).update();
        assertThat(said(audit.supplier(), Act.ORDER)).containsExactly("audit.clearance.late");
        assertThat(ask(audit.supplier(), Act.ORDER).outcome()).isEqualTo(Clearance.Outcome.NO);
    }

    /** What this room's rule says; others may object too. */
    private List<String> said(UUID supplier, Act act) {
        return ask(supplier, act).reasons().stream().filter(it -> it.rule().equals("audit.priority-open")).map(Clearance.Reason::key).toList();
    }

    private Clearance ask(UUID supplier, Act act) {
        return clearances.ask(new Question(supplier, null, null, act), an.quality).orElseThrow();
    }

    private long askAgain(UUID supplier) {
        return events.stream(Happened.class).filter(it -> it.kind().name().equals("clearance.changed") && it.ids().containsValue(supplier.toString())).count();
    }
}
