package org.probity.supply.substances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.substances.InScope.done;
import static org.probity.supply.substances.InScope.key;
import static org.probity.supply.substances.InScope.someone;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.time.Spans;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.obligation.State;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Question;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class AskingForReportsTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Substances substances;
    @Autowired SubstanceRulings rulings;
    @Autowired Clearances clearances;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    InScope in;
    LocalDate today;

    @BeforeEach
    void somebody() {
        in = beans.createBean(InScope.class);
        today = in.today;
    }

    @Test
    void whoIsInScopeIsAskedForEachPaperOnceAYear() {
        var supplier = in.asked(InScope.ALL);
        in.asked(InScope.BOTH);
        assertThat(in.obligations.of(supplier)).extracting(it -> it.kind() + " " + it.period())
                .containsExactlyInAnyOrder("substances.rohs " + today.getYear(), "substances.reach " + today.getYear(), "substances.declaration " + today.getYear());
        assertThat(in.obligations.of(in.supplier())).isEmpty();
    }

    @Test
    void whoComesIntoScopeLaterIsAskedAsTheDayBegins() {
        in.asked(InScope.BOTH);
        var late = in.supplier();
        in.scope(in.material(late), List.of("substances.rohs"));
        in.requests.on(new DayHasBegun(today));
        assertThat(in.obligations.of(late)).singleElement().satisfies(it -> assertThat(it.dueDay()).isEqualTo(today.plusDays(30)));
        in.requests.on(new DayHasBegun(today));
        assertThat(in.obligations.of(late)).hasSize(1);
    }

    @Test
    void aRequestHasADayThatCanBeKept() {
        in.asked(InScope.BOTH);
        assertThat(key(in.requests.open(today.getYear(), null, in.ehs))).isEqualTo("substances.due-missing");
        assertThat(key(in.requests.open(today.getYear(), today.minusDays(1), in.ehs))).isEqualTo("substances.due-in-the-past");
        assertThat(key(in.requests.open(today.getYear() + 3, today, in.ehs))).isEqualTo("substances.due-outside-year");
    }

    @Test
    void whatIsAskedOfWhomIsSaidByTwoAndAMaterialGoesBeforeItsCategory() {
        var supplier = in.supplier();
        var material = in.material(supplier);
        assertThat(key(in.scopes.propose(null, null, today, InScope.BOTH, "3.2", "why", in.quality))).isEqualTo("substances.scope-of-one");
        assertThat(key(in.scopes.propose("glass", material, today, InScope.BOTH, "3.2", "why", in.quality))).isEqualTo("substances.scope-of-one");
        assertThat(key(in.scopes.propose("nothing", null, today, InScope.BOTH, "3.2", "why", in.quality))).isEqualTo("substances.category-unknown");
        assertThat(key(in.scopes.propose(null, UUID.randomUUID(), today, InScope.BOTH, "3.2", "why", in.quality))).isEqualTo("substances.material-unknown");
        assertThat(key(in.scopes.propose(null, material, today.minusDays(1), InScope.BOTH, "3.2", "why", in.quality))).isEqualTo("substances.from-past");
        assertThat(key(in.scopes.propose(null, material, today, List.of("substances.renewal"), "3.2", "why", in.quality))).isEqualTo("substances.kind-unknown");
        assertThat(key(in.scopes.propose(null, material, today, InScope.BOTH, " ", "why", in.quality))).isEqualTo("substances.clause-missing");
        assertThat(key(in.scopes.propose(null, material, today, InScope.BOTH, "3.2", " ", in.quality))).isEqualTo("substances.reasons-missing");
        var proposal = done(in.scopes.propose(null, material, today, InScope.BOTH, "3.2", "why", in.quality));
        assertThat(key(in.scopes.rule(proposal, Decisions.Outcome.APPROVED, in.quality))).isEqualTo("decision.needs-another-person");
        assertThat(asked(supplier)).isZero();
        done(in.scopes.rule(proposal, Decisions.Outcome.APPROVED, in.ehs));
        assertThat(asked(supplier)).isEqualTo(2);
        in.scope(material, List.of());
        assertThat(asked(supplier)).as("nothing is asked any more").isZero();
    }

    private long asked(UUID supplier) {
        return db.sql("SELECT count(*) FROM substances.asked(:today, 'infinity') AS asked WHERE asked.supplier = :supplier").param("today", today).param("supplier", supplier)
                .query(Long.class).single();
    }

    @Test
    void aReportNeedsItsLaboratoryItsDayItsArticlesAndItsResult() {
        var supplier = in.asked(InScope.BOTH);
        var owed = in.owed(supplier, PaperKind.ROHS).id();
        var nothing = new Substances.Report("", "", "", "", null, List.of(), "", null, null);
        assertThat(((org.probity.house.ui.Answer.Refused<Paper>) substances.send(owed, nothing, "r.pdf", InScope.pdf("x"), InScope.contact(supplier))).reasons())
                .extracting(it -> it.key()).containsExactly("substances.laboratory-missing", "substances.accreditor-missing", "substances.accreditation-missing",
                        "substances.number-missing", "substances.day-missing", "substances.covers-missing", "substances.articles-missing", "substances.result-missing");
        assertThat(key(send(supplier, today.plusDays(1), InScope.pdf("x")))).isEqualTo("substances.day-to-come");
        assertThat(key(send(supplier, today.minusMonths(12), InScope.pdf("x")))).isEqualTo("substances.report-old");
        assertThat(key(send(supplier, today, new byte[0]))).isEqualTo("substances.file-missing");
        assertThat(key(send(supplier, today, new byte[Substances.FILE_BYTES_MAX + 1]))).isEqualTo("substances.file-too-big");
        assertThat(key(send(supplier, today, "<html>".getBytes()))).isEqualTo("substances.not-a-paper");
        assertThat(key(substances.send(owed, in.report(supplier, today), "r.pdf", InScope.pdf("x"), InScope.contact(UUID.randomUUID())))).isEqualTo("substances.not-yours");
        assertThat(substances.papers(owed)).isEmpty();
        done(send(supplier, Spans.firstWithin(12, today), InScope.pdf("x")));
        assertThat(in.owed(supplier, PaperKind.ROHS).state()).isEqualTo(State.SENT_IN);
    }

    private org.probity.house.ui.Answer<Paper> send(UUID supplier, LocalDate day, byte[] file) {
        return substances.send(in.owed(supplier, PaperKind.ROHS).id(), in.report(supplier, day), "r.pdf", file, InScope.contact(supplier));
    }

    @Test
    void anAcceptedReportHoldsTwelveMonthsFromItsOwnDayAndIsNotOwedAgain() {
        var supplier = in.asked(InScope.BOTH);
        var paper = in.send(supplier, PaperKind.ROHS, today.minusMonths(3));
        var after = done(rulings.accept(paper.id(), "Compared with the report", in.ehs));
        assertThat(after.state()).isEqualTo(State.MET);
        assertThat(after.validUntil()).isEqualTo(today.minusMonths(3).plusMonths(12).minusDays(1));
        assertThat(key(send(supplier, today, InScope.pdf("x")))).isEqualTo("obligation.step-not-allowed");
        assertThat(key(rulings.accept(paper.id(), "again", in.ehs))).isEqualTo("substances.not-waiting");
    }

    @Test
    void whoRulesSaysWhyAndIsOfQualityOrOfEnvironmentAndSafety() {
        var supplier = in.asked(InScope.BOTH);
        var first = in.send(supplier, PaperKind.REACH, today);
        assertThat(key(rulings.accept(first.id(), "fine", someone(Role.BUYER)))).isEqualTo("substances.not-your-department");
        assertThat(key(rulings.accept(first.id(), " ", in.quality))).isEqualTo("substances.grounds-missing");
        assertThat(key(rulings.sendBack(first.id(), " ", in.quality))).isEqualTo("substances.reason-missing");
        assertThat(key(rulings.accept(UUID.randomUUID(), "fine", in.quality))).isEqualTo("substances.paper-unknown");
        assertThat(done(rulings.sendBack(first.id(), "Page 3 is missing", in.quality)).state()).isEqualTo(State.SENT_BACK);
        var second = in.send(supplier, PaperKind.REACH, today);
        assertThat(key(rulings.accept(first.id(), "fine", in.quality))).isEqualTo("substances.newer-paper-came");
        assertThat(done(rulings.accept(second.id(), "fine", in.quality)).state()).isEqualTo(State.MET);
    }

    @Test
    void aReportWhoseTwelveMonthsEndedWhileItWaitedIsNotAccepted() {
        var supplier = in.asked(InScope.BOTH);
        var paper = in.send(supplier, PaperKind.ROHS, today);
        db.sql("UPDATE substances.paper SET report_day = :day WHERE id = :id").param("day", today.minusMonths(12)).param("id", paper.id()).update();
        assertThat(key(rulings.accept(paper.id(), "fine", in.ehs))).isEqualTo("substances.would-not-hold");
    }

    @Test
    void theSameFileOrTheSameReportFromTwoSuppliersIsShownToUsAndNotToThem() {
        var one = in.asked(InScope.BOTH);
        var other = in.asked(InScope.BOTH);
        var file = InScope.pdf("one report " + one);
        done(substances.send(in.owed(one, PaperKind.ROHS).id(), in.report(one, today), "r.pdf", file, InScope.contact(one)));
        var copy = done(substances.send(in.owed(other, PaperKind.ROHS).id(), in.report(other, today), "other-name.pdf", file, InScope.contact(other)));
        assertThat(substances.findings(copy.id())).extracting(Paper.Finding::key).containsExactly("substances.same-file");
        var number = in.report(one, today);
        var renamed = new Substances.Report("anhe testing", "CNAS", "L-0001", number.reportNumber().toLowerCase(), today, List.of(in.material(other)), "Ribbon", Paper.Result.BELOW, number.edition());
        done(substances.send(in.owed(one, PaperKind.REACH).id(), number, "r.pdf", InScope.pdf("a"), InScope.contact(one)));
        var twin = done(substances.send(in.owed(other, PaperKind.REACH).id(), renamed, "r.pdf", InScope.pdf("b"), InScope.contact(other)));
        assertThat(substances.findings(twin.id())).extracting(Paper.Finding::key).containsExactly("substances.same-report");
        assertThat(browser.get().uri("/app/substances/papers/" + copy.id()).with(As.me(in.ehs)).exchange()).bodyText().contains("Another supplier sent the very same file");
        assertThat(browser.get().uri("/app/portal/substances/" + in.owed(other, PaperKind.ROHS).id()).with(As.contactOf(other)).exchange())
                .bodyText().doesNotContain("Another supplier");
    }

    @Test
    void aSupplierSendsAReportOnTheirPageAndWhatTheyTypedStaysWhenItIsRefused() {
        var supplier = in.asked(InScope.BOTH);
        var path = "/app/portal/substances/" + in.owed(supplier, PaperKind.ROHS).id();
        var report = new MockMultipartFile("file", "r.pdf", "application/pdf", InScope.pdf("x"));
        assertThat(browser.post().uri(path).multipart().file(report).param("laboratory", "Anhe <Testing>").with(As.contactOf(supplier)).exchange())
                .hasStatus(422).bodyText().contains("Anhe &lt;Testing>", "Give the number of the report.");
        assertThat(browser.post().uri(path).multipart().file(report).param("laboratory", "Anhe").param("accreditor", "CNAS").param("accreditation", "L1").param("reportNumber", "R1")
                .param("reportDay", today.toString()).param("covers", in.material(supplier).toString()).param("articles", "Ribbon").param("result", "BELOW").with(As.contactOf(supplier)).exchange())
                .hasStatus3xxRedirection();
        assertThat(browser.get().uri(path).with(As.contactOf(supplier)).exchange()).bodyText().contains("We have it.", "voluntary");
    }

    @Test
    void anOrderIsWarnedOfWhenAReportRanOutAndNotBefore() {
        var supplier = in.asked(InScope.BOTH);
        assertThat(warned(supplier)).isEmpty();
        var paper = in.send(supplier, PaperKind.ROHS, today);
        done(rulings.accept(paper.id(), "fine", in.ehs));
        assertThat(warned(supplier)).isEmpty();
        db.sql("UPDATE obligation.step SET valid_until = :day WHERE obligation = :id AND state = 'MET'").param("day", today.minusDays(1)).param("id", paper.obligation()).update();
        assertThat(warned(supplier)).containsExactly("WARN substances.clearance.lapsed");
        db.sql("UPDATE obligation.obligation SET due_day = :day WHERE id = :id").param("day", today.minusDays(1)).param("id", in.owed(supplier, PaperKind.REACH).id()).update();
        assertThat(warned(supplier)).containsExactlyInAnyOrder("WARN substances.clearance.lapsed", "WARN substances.clearance.missing");
        in.scope(in.material(supplier), List.of());
        assertThat(warned(supplier)).as("out of scope").isEmpty();
    }

    private List<String> warned(UUID supplier) {
        return clearances.ask(new Question(supplier, null, null, Act.ORDER), someone(Role.BUYER)).orElseThrow().reasons().stream()
                .filter(it -> it.rule().equals("substances.reports")).map(it -> it.verdict() + " " + it.key()).toList();
    }

    @Test
    void programsAskForTheSameList() {
        var supplier = in.asked(InScope.BOTH);
        var number = in.suppliers.find(supplier).orElseThrow().number();
        assertThat(browser.get().uri("/api/substances/papers?year=" + today.getYear() + "&kind=ROHS&q=" + number).with(As.me(in.ehs)).exchange()).hasStatusOk()
                .bodyText().contains("\"kind\":\"ROHS\"", "\"state\":\"OWED\"", number).doesNotContain("REACH");
    }

    @Test
    void theListOfAYearComesAsAFile() {
        var supplier = in.asked(InScope.BOTH);
        var number = in.suppliers.find(supplier).orElseThrow().nameEn();
        assertThat(browser.get().uri("/app/substances?format=csv&q=" + in.suppliers.find(supplier).orElseThrow().number()).with(As.me(in.ehs)).exchange()).bodyText().contains(number);
        assertThat(browser.get().uri("/app/substances?kind=ROHS&state=OWED&q=" + in.suppliers.find(supplier).orElseThrow().number()).with(As.me(in.ehs)).exchange()).bodyText().contains(number);
    }
}
