package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.disclosure.statement.TinYear.done;
import static org.probity.disclosure.statement.TinYear.key;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.proof.Level;
import org.probity.proof.Report;
import org.probity.proof.SealedPackage;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes and evidence of rows are open to assurers alone until two people decide otherwise; an edition keeps what held for it. */
@WholeHouse(own = true)
class OpeningTheRowsTest {
    private static final String FIGURE = "tin-due-diligence";

    @Autowired Levels levels;
    @Autowired Statements statements;
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Obligations obligations;
    @Autowired Evidence evidence;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Chapters chapters;
    @Autowired MockMvcTester browser;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    Me publisher = new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());

    @BeforeEach
    void nothingWaits() {
        levels.all().stream().filter(it -> it.approvedAt() == null).forEach(it -> levels.rule(it.id(), Outcome.REJECTED, "", publisher));
    }

    @Test
    void theNarrowestHoldsUntilASecondPersonApprovesAndEarlierEditionsKeepTheirs() {
        delivered(2016).delivering();
        publish(2016, null);
        assertThat(page(2016)).contains("open to assurers alone").doesNotContain("DD-0001");
        assertThat(rows(2016, Level.PUBLIC)).doesNotContain("\"detail\":{");
        assertThat(rows(2016, Level.CUSTOMER)).doesNotContain("\"detail\":{");
        assertThat(rows(2016, Level.ASSURER)).contains("\"detail\":{");

        var proposed = done(levels.propose(FIGURE, "CUSTOMER", "Customers ask for it.", officer));
        assertThat(levels.of(FIGURE)).isEqualTo(Figure.Level.ASSURER);
        assertThat(key(levels.rule(proposed.id(), Outcome.APPROVED, "", officer))).isEqualTo("decision.needs-another-person");
        assertThat(browser.get().uri("/app").with(As.me(publisher)).exchange()).bodyText().contains("Approve who sees the rows");
        done(levels.rule(proposed.id(), Outcome.APPROVED, "", publisher));
        assertThat(levels.of(FIGURE)).isEqualTo(Figure.Level.CUSTOMER);
        assertThat(rows(2016, Level.CUSTOMER)).as("what was published stays").doesNotContain("\"detail\":{");

        delivered(2016).delivering();
        publish(2016, Report.Cause.LATE_DATA);
        assertThat(page(2016)).contains("open to customers and assurers");
        assertThat(rows(2016, Level.PUBLIC)).doesNotContain("\"detail\":{");
        assertThat(rows(2016, Level.CUSTOMER)).contains("\"detail\":{", "\"code\":\"DD-").doesNotContain("Solder");
        for (var level : Level.values()) {
            assertThat(Verifier.verify(statements.sealed(statements.published(2016).orElseThrow(), level).orElseThrow(), Optional.empty())).isInstanceOf(Verdict.ConsistentSignerUnknown.class);
        }
    }

    /** Three people alone work here in that year: how many, and what they did or did not, is nobody's business outside. */
    @Test
    void whatTellsOfThreePeopleIsNotInTheEditionWhichSaysSo() {
        var day = LocalDate.of(2017, 1, 1);
        var company = done(organisation.found("FEW", Place.Kind.ENTITY, null, new Organisation.Details("Few", "", "", "", "", ""), day, "", officer.account()));
        var unit = done(organisation.found("FEW-U", Place.Kind.UNIT, company, new Organisation.Details("Unit", "", "", "", "", ""), day, "", officer.account()));
        for (var number : List.of("F1", "F2", "F3")) {
            done(staff.takeOn(new Staff.Identity(number, "", "Colleague " + number, number + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, unit, "", day, null), "", officer.account()));
        }
        done(chapters.save(new Chapters.Draft("few", 0, "1", List.of("headcount", FIGURE), "", false, Map.of(Chapter.Part.TITLE, new Words("Few", "少数人"))), officer));
        delivered(2017).delivering();
        publish(2017, null);

        var edition = statements.published(2017).orElseThrow();
        assertThat(statements.value(edition, "headcount")).isEmpty();
        assertThat(statements.value(edition, FIGURE)).isPresent();
        assertThat(browser.get().uri("/report/2017").exchange()).hasStatusOk().bodyText().contains("Kept closed", "People who work here");
        assertThat(browser.get().uri("/report/2017/headcount").exchange()).hasStatus(404);
        for (var level : Level.values()) {
            var zip = statements.sealed(edition, level).orElseThrow();
            assertThat(Verifier.verify(zip, Optional.empty())).isInstanceOf(Verdict.ConsistentSignerUnknown.class);
            assertThat(SealedPackage.unpack(zip).keySet()).noneMatch(it -> it.contains("headcount"));
        }
    }

    @Test
    void whatCannotBeIsRefusedWhereItWasTyped() {
        assertThat(key(levels.propose("none", "PUBLIC", "x", officer))).isEqualTo("statement.level-figure");
        assertThat(key(levels.propose("tin-compliance", "", "x", officer))).isEqualTo("statement.level-missing");
        assertThat(key(levels.propose("tin-compliance", "ASSURER", "x", officer))).isEqualTo("statement.level-same");
        assertThat(key(levels.propose("tin-compliance", "PUBLIC", " ", officer))).isEqualTo("statement.level-reason");
        done(levels.propose("tin-compliance", "PUBLIC", "x", officer));
        assertThat(key(levels.propose("tin-compliance", "CUSTOMER", "x", officer))).isEqualTo("statement.level-waits");
        assertThat(key(levels.rule(UUID.randomUUID(), Outcome.APPROVED, "", publisher))).isEqualTo("statement.level-unknown");
        var page = browser.post().uri("/app/levels").with(As.me(officer)).param("figure", "tin-compliance").param("level", "PUBLIC").exchange();
        assertThat(page).hasStatus(422).bodyText().contains("Say why.");
    }

    @Test
    void aDefinitionMayForbidTheWiderCircles() {
        var figure = new Figure("pay", "P-1", 1, LocalDate.of(2024, 1, 1), new org.probity.proof.Fold.Count(), org.probity.proof.Rounding.places(0), "", Figure.Level.CUSTOMER, "P", "x",
                "SELECT 1", new Figure.Control("x", "x", "SELECT 1"));
        assertThat(Levels.objection(figure, Figure.Level.PUBLIC, Figure.Level.ASSURER, "x").orElseThrow().key()).isEqualTo("statement.level-too-wide");
        assertThat(Levels.objection(figure, Figure.Level.CUSTOMER, Figure.Level.ASSURER, "x")).isEmpty();
    }

    @Test
    void theSlowerOfTwoWhoProposeIsToldThatOneWaitsAlready() {
        var told = Meanwhile.slower(transaction, db, () -> done(levels.propose("tin-traceability", "PUBLIC", "x", officer)),
                () -> levels.propose("tin-traceability", "CUSTOMER", "y", officer));
        assertThat(key(told)).isEqualTo("statement.level-waits");
        assertThat(levels.history("tin-traceability")).hasSize(1);
    }

    private TinYear delivered(int year) {
        return new TinYear(suppliers, minerals, obligations, evidence, officer, year);
    }

    private void publish(int year, Report.Cause cause) {
        var edition = done(statements.prepare(year, cause, "More suppliers.", "新增供应商。", officer));
        done(statements.rule(edition.id(), Outcome.APPROVED, "", publisher));
    }

    private String page(int year) {
        var shown = browser.get().uri("/report/" + year + "/" + FIGURE).exchange();
        return new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String rows(int year, Level level) {
        Map<String, byte[]> files = SealedPackage.unpack(statements.sealed(statements.published(year).orElseThrow(), level).orElseThrow());
        return new String(files.get("figures/" + FIGURE + ".rows.jsonl"), StandardCharsets.UTF_8);
    }
}
