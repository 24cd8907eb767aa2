package org.probity.supply.minerals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Finds;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Asked;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A list is read a page at a time, whatever its length, and what narrows it stands in its address. */
@WholeHouse(own = true)
class ListingACampaignTest {
    private static final int SUPPLIERS = 14;

    @Autowired CampaignLines lines;
    @Autowired MineralsDesk desk;
    @Autowired Minerals minerals;
    @Autowired Suppliers suppliers;
    @Autowired Obligations obligations;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;
    @Autowired TransactionTemplate transaction;

    Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    int year;

    @BeforeEach
    void fourteenSuppliersOweFourPapersEach() {
        year = LocalDate.now(clock).getYear();
        if (minerals.campaign(year).isPresent()) {
            return;
        }
        for (var no = 1; no <= SUPPLIERS; no++) {
            var id = done(suppliers.register(new Suppliers.Registration("L-%03d".formatted(no), "Listed " + no, "列" + no, "CN", "solder", null, null), officer));
            suppliers.sayContent(suppliers.addMaterial(id, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(2024, 1, 1));
        }
        done(minerals.open(year, LocalDate.now(clock), officer));
        done(obligations.accept(sent(), LocalDate.of(year, 12, 31), officer));
    }

    private UUID sent() {
        var owed = obligations.of(suppliers.byNumber("L-001").orElseThrow().id()).stream().filter(it -> !it.kind().equals(PaperKind.CMRT.obligation())).findFirst().orElseThrow();
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(owed.party()));
        done(minerals.send(owed.id(), "paper.pdf", "%PDF-1.4 listed".getBytes(), contact));
        return owed.id();
    }

    @Test
    void pagesFollowEachOtherWithoutAGapAndCountsAreOfTheWhole() {
        var counts = lines.counts(year);
        assertThat(List.of(counts.papers(), counts.suppliers(), counts.in("MET"), counts.in("OWED"), counts.in(Asked.LATE))).containsExactly(56L, 14L, 1L, 55L, 0L);
        var seen = new HashSet<UUID>();
        for (var from = 0; from < 60; from += 20) {
            lines.page(sought("", ""), 20, from).forEach(line -> assertThat(seen.add(line.obligation())).isTrue());
        }
        assertThat(seen).hasSize(56);
        assertThat(lines.page(sought("", ""), 20, 40)).hasSize(16);
    }

    @Test
    void thoseThatWaitForUsComeFirstAndTheRestFollowsAfterThem() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            done(minerals.send(owed("L-009").getFirst(), "nine.pdf", "%PDF-1.4 nine".getBytes(), contact("L-009")));
            done(minerals.send(owed("L-013").getFirst(), "thirteen.pdf", "%PDF-1.4 thirteen".getBytes(), contact("L-013")));
            var all = lines.page(sought("", ""), 100, 0);
            assertThat(all).hasSize(56);
            assertThat(all.subList(0, 2)).extracting(CampaignLines.Line::number).containsExactly("L-009", "L-013");
            assertThat(all.subList(2, 56)).extracting(CampaignLines.Line::number).isSorted();
            for (var from = 0; from < 5; from++) {
                assertThat(lines.page(sought("", ""), 3, from)).as("from %d", from).isEqualTo(all.subList(from, from + 3));
            }
            assertThat(lines.page(sought("", "L-013"), 2, 0)).first().satisfies(line -> assertThat(line.state()).isEqualTo(State.SENT_IN));
        });
    }

    @Test
    void theSearchFindsPapersByWhoseTheyAreAndByTheirFile() {
        assertThat(desk.find("listed.pdf", officer)).isEmpty();
        assertThat(desk.find("PAPER.pdf", officer)).hasSize(1);
        assertThat(desk.find("列1", officer)).as("one of fourteen has sent something").hasSizeGreaterThanOrEqualTo(1);
        var found = desk.find("Listed", officer);
        for (var no = 101; no <= 150; no++) {
            done(suppliers.register(new Suppliers.Registration("L-%03d".formatted(no), "Listed " + no, "列" + no, "CN", "solder", null, null), officer));
        }
        assertThat(desk.find("Listed", officer)).as("the same, of however many the name is").hasSameSizeAs(found).extracting(Finds.Hit::href)
                .containsExactlyElementsOf(found.stream().map(Finds.Hit::href).toList());
        assertThat(desk.find("Listed", contact("L-009"))).isEmpty();
    }

    private List<UUID> owed(String number) {
        return obligations.of(suppliers.byNumber(number).orElseThrow().id()).stream().filter(it -> !it.kind().equals(PaperKind.CMRT.obligation()) && it.state() == State.OWED)
                .map(Obligation::id).toList();
    }

    private Me contact(String number) {
        return new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(suppliers.byNumber(number).orElseThrow().id()));
    }

    @Test
    void wordsAndStatesNarrowIt() {
        assertThat(lines.count(sought("MET", ""), lines.counts(year))).isEqualTo(1);
        assertThat(lines.page(sought("MET", ""), 50, 0)).singleElement().satisfies(line -> assertThat(line.paper()).isNotNull());
        assertThat(lines.count(sought("", "l-014"), lines.counts(year))).isEqualTo(4);
        assertThat(lines.count(sought("", "列14"), lines.counts(year))).isEqualTo(4);
        assertThat(lines.count(sought("", "_-014"), lines.counts(year))).as("no wildcard of the database").isZero();
        assertThat(lines.count(sought("OWED", "listed 1"), lines.counts(year))).isEqualTo(4 * 6 - 1);
        assertThat(lines.count(sought("no such state", ""), lines.counts(year))).isZero();
    }

    @Test
    void theSecondPageHasAnAddressOfItsOwn() {
        var page = browser.get().uri("/app/minerals?state=OWED&page=2").with(As.me(officer)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("rel=\"prev\"", "/app/minerals?state=OWED\"").doesNotContain("rel=\"next\"");
    }

    private Asked.Sought sought(String state, String words) {
        return CampaignLines.sought(year, state, words);
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }
}
