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
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class ChoosingManyPapersTest {
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Reviews reviews;
    @Autowired Obligations obligations;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    final Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    UUID supplier;

    @BeforeEach
    void twoOfFourPapersCame() {
        var today = LocalDate.now(clock);
        var number = "C" + UUID.randomUUID();
        supplier = ((Done<UUID>) suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料" + number, "CN", "solder", null, null), officer)).value();
        suppliers.sayContent(suppliers.addMaterial(supplier, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(today.getYear(), 1, 1));
        minerals.open(today.getYear(), today.plusDays(9), officer);
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        for (var kind : List.of(PaperKind.SELF_DECLARATION, PaperKind.ORIGIN_CERTIFICATE)) {
            minerals.send(owed(kind).id(), "a.pdf", "%PDF-1".getBytes(), contact);
        }
    }

    @Test
    void workbooksWithoutFindingsAreAcceptedAndWhatNobodyReadIsLeft() {
        var workbook = org.probity.formats.cmrt.Sample.workbook(org.probity.formats.cmrt.SampleOrder.complete(
                "Solder", "Contact", "contact@supplier.example", java.time.LocalDate.now().minusDays(20)));
        minerals.send(owed(PaperKind.CMRT).id(), "cmrt.xlsx", workbook, new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier)));
        assertThat(reviews.acceptChosen(all(), officer)).isEqualTo(new Done<>(new Reviews.Chosen(1, 0, 3)));
        assertThat(owed(PaperKind.CMRT).state()).isEqualTo(State.SENT_IN);
        var quality = new Me(UUID.randomUUID(), "Quality", Set.of(Role.QUALITY), Optional.empty());
        assertThat(reviews.acceptChosen(all(), quality)).isEqualTo(new Done<>(new Reviews.Chosen(1, 1, 3)));
        assertThat(owed(PaperKind.CMRT).state()).isEqualTo(State.MET);
        assertThat(owed(PaperKind.SELF_DECLARATION).state()).isEqualTo(State.SENT_IN);
    }

    @Test
    void whoeverOwesIsRemindedOnceADay() {
        assertThat(minerals.remindChosen(all())).isEqualTo(new Done<>(2));
        assertThat(key(minerals.remindChosen(all()))).isEqualTo("minerals.nobody-to-remind");
    }

    @Test
    void aDutyOfAnotherRoomIsNotRemindedOfFromHere() {
        var today = LocalDate.now(clock);
        obligations.open("policy.acknowledge", today.getYear(), today.plusDays(5), List.of(supplier), UUID.randomUUID(), officer);
        var other = obligations.of(supplier).stream().filter(it -> it.kind().equals("policy.acknowledge")).map(Obligation::id).toList();
        assertThat(key(minerals.remindChosen(other))).isEqualTo("minerals.nobody-to-remind");
    }

    @Test
    void nothingChosenIsRefused() {
        assertThat(key(reviews.acceptChosen(List.of(), officer))).isEqualTo("minerals.none-chosen");
        assertThat(key(minerals.remindChosen(List.of()))).isEqualTo("minerals.none-chosen");
    }

    @Test
    void theTableOffersBothToTheOneWhoRulesAndNobodyElse() {
        assertThat(browser.post().uri("/app/minerals/chosen").with(As.me(officer)).param("act", "accept")
                .param("chosen", owed(PaperKind.SELF_DECLARATION).id().toString()).exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/minerals/chosen").with(As.me(officer)).param("act", "accept").exchange())
                .hasStatus(422).bodyText().contains("Choose rows first.", "Accept those without findings");
        assertThat(browser.post().uri("/app/minerals/chosen").with(As.a(Role.BUYER)).param("act", "accept").exchange()).hasStatus(403);
        assertThat(browser.get().uri("/app/minerals").with(As.a(Role.BUYER)).exchange()).bodyText().doesNotContain("Accept those without findings");
    }

    private List<UUID> all() {
        return obligations.of(supplier).stream().map(Obligation::id).toList();
    }

    private Obligation owed(PaperKind kind) {
        return obligations.of(supplier).stream().filter(it -> it.kind().equals(kind.obligation())).findFirst().orElseThrow();
    }

    private static String key(Answer<?> answer) {
        return ((Refused<?>) answer).reasons().getFirst().key();
    }
}
