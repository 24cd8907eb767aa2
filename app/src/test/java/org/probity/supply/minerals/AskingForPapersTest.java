package org.probity.supply.minerals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.FrozenFigures;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class AskingForPapersTest {
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Obligations obligations;
    @Autowired Evidence evidence;
    @Autowired Figures figures;
    @Autowired FrozenFigures frozenFigures;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    UUID supplier;
    Me contact;
    int year;

    @BeforeEach
    void aSupplierOfSolder() {
        year = LocalDate.now(clock).getYear();
        var number = "T" + UUID.randomUUID();
        supplier = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料" + number, "CN", "solder", null, null), officer));
        contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var solder = suppliers.addMaterial(supplier, "M1", "Solder ribbon", "焊带");
        suppliers.sayContent(solder, Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(year, 1, 1));
        var file = evidence.keep("ledger.csv", "text/csv", number.getBytes(), officer.account());
        var kilograms = new BigDecimal("1250.500");
        done(suppliers.receive("ERP", year,
                List.of(new Suppliers.Receipt(number, 1, supplier, solder, LocalDate.of(year, 1, 1), kilograms)),
                1, kilograms, file.id(), file.sha256(), officer));
    }

    @Test
    void aYearThatNobodyCanReadOpensNoCampaign() {
        assertThat(browser.post().uri("/app/minerals").with(As.a(Role.SOURCING_OFFICER)).param("year", "2O26").param("dueDay", "2026-12-31").exchange()).hasStatus(422);
    }

    @Test
    void whoeverSuppliesTinOwesFourPapersAYear() {
        open();
        assertThat(obligations.of(supplier)).extracting(Obligation::kind)
                .containsExactlyInAnyOrderElementsOf(PaperKind.obligations());
        open();
        assertThat(obligations.of(supplier)).hasSize(4);
    }

    @Test
    void aCampaignHasOneDueDayAndWhatIsAcceptedKeepsItsOwn() {
        open();
        meet(owed(PaperKind.ORIGIN_CERTIFICATE));
        done(minerals.open(year, LocalDate.of(year + 1, 1, 31), officer));
        assertThat(owed(PaperKind.CMRT).dueDay()).isEqualTo(LocalDate.of(year + 1, 1, 31));
        assertThat(owed(PaperKind.ORIGIN_CERTIFICATE).dueDay()).isEqualTo(LocalDate.of(year, 12, 31));
        assertThat(minerals.campaign(year).orElseThrow().dueDay()).isEqualTo(LocalDate.of(year + 1, 1, 31));
    }

    @Test
    void theFigureMovesOnlyWhenTheLastPaperIsAccepted() {
        open();
        var before = row();
        assertThat(before.input("met")).isEqualByComparingTo("0");
        assertThat(before.input("kilograms")).isEqualByComparingTo("1250.5");
        for (var owed : obligations.of(supplier)) {
            assertThat(row().input("met")).isEqualByComparingTo("0");
            meet(owed);
        }
        assertThat(row().input("met")).isEqualByComparingTo("1");
        assertThat(row().evidence()).hasSize(4);
    }

    @Test
    void theLedgerAndTheRowsAgree() {
        assertThat(figures.live(figures.find("tin-due-diligence").orElseThrow(), year).control().difference()).isEqualByComparingTo("0");
    }

    @Test
    void aFrozenFigureStaysWhenTheRecordsGoOn() {
        open();
        var frozen = frozenFigures.frozen(figures.freeze(figures.find("tin-due-diligence").orElseThrow(), year, officer).id());
        obligations.of(supplier).forEach(this::meet);
        var later = frozenFigures.frozen(frozen.id());
        assertThat(later.value().rows()).isEqualTo(frozen.value().rows());
        assertThat(later.value().exact()).isEqualTo(frozen.value().exact());
    }

    @Test
    void anUnreadableWorkbookGoesBackWithTheReason() {
        open();
        var cmrt = owed(PaperKind.CMRT);
        var paper = done(minerals.send(cmrt.id(), "cmrt.xlsx", "not a workbook".getBytes(), contact));
        assertThat(paper.unreadable()).isEqualTo("cmrt.unreadable.not-a-workbook");
        assertThat(obligations.find(cmrt.id()).orElseThrow().state()).isEqualTo(State.SENT_BACK);
    }

    @Test
    void nobodySendsForAnotherSupplier() {
        open();
        var stranger = new Me(UUID.randomUUID(), "Stranger", Set.of(Role.SUPPLIER), Optional.of(UUID.randomUUID()));
        assertThat(key(minerals.send(owed(PaperKind.CMRT).id(), "a.xlsx", new byte[1], stranger))).isEqualTo("minerals.not-yours");
    }

    @Test
    void aDutyOfAnotherRoomIsNoPaperOfOurs() {
        obligations.open("policy.acknowledge", year, LocalDate.of(year, 12, 31), List.of(supplier), UUID.randomUUID(), officer);
        var other = obligations.of(supplier).stream().filter(it -> it.kind().equals("policy.acknowledge")).findFirst().orElseThrow();
        assertThat(key(minerals.send(other.id(), "a.xlsx", new byte[1], contact))).isEqualTo("minerals.not-yours");
        assertThat(browser.get().uri("/app/portal/minerals/" + other.id()).with(As.contactOf(supplier)).exchange()).hasStatus(404);
    }

    @Test
    void anAcceptedPaperIsNotUndoneByItsSupplier() {
        open();
        var owed = owed(PaperKind.SELF_DECLARATION);
        meet(owed);
        assertThat(key(minerals.send(owed.id(), "junk.pdf", "junk".getBytes(), contact))).isEqualTo("obligation.step-not-allowed");
        assertThat(obligations.find(owed.id()).orElseThrow().state()).isEqualTo(State.MET);
    }

    @Test
    void anEmptyFileIsRefused() {
        open();
        assertThat(key(minerals.send(owed(PaperKind.CMRT).id(), "a.xlsx", new byte[0], contact))).isEqualTo("minerals.file-missing");
    }

    private void open() {
        done(minerals.open(year, LocalDate.of(year, 12, 31), officer));
    }

    private void meet(Obligation owed) {
        var item = evidence.keep("paper.pdf", "application/pdf", owed.id().toString().getBytes(), contact.account());
        done(obligations.sendIn(owed.id(), item.id(), contact));
        done(obligations.accept(owed.id(), LocalDate.of(year, 12, 31), officer));
    }

    private Obligation owed(PaperKind kind) {
        return obligations.of(supplier).stream().filter(it -> it.kind().equals(kind.obligation())).findFirst().orElseThrow();
    }

    private org.probity.shapes.figure.FigureValue.Row row() {
        return figures.live(figures.find("tin-due-diligence").orElseThrow(), year).rows().stream()
                .filter(row -> row.subject().equals(supplier)).findFirst().orElseThrow();
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    private static String key(Answer<?> answer) {
        return ((Refused<?>) answer).reasons().getFirst().key();
    }
}
