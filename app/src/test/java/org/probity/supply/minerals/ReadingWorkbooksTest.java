package org.probity.supply.minerals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.formats.cmrt.Metal;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.SmelterList;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.reading.Readers;
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

@WholeHouse(own = true)
class ReadingWorkbooksTest {
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Reviews reviews;
    @Autowired Readings readings;
    @Autowired Readers readers;
    @Autowired Obligations obligations;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    final Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    final Me quality = new Me(UUID.randomUUID(), "Quality", Set.of(Role.QUALITY), Optional.empty());
    final List<SmelterList.Smelter> tin = SmelterList.fictional().smelters(Metal.TIN).stream()
            .filter(it -> it.status() == SmelterList.Status.CONFORMANT).toList();
    UUID supplier;
    LocalDate today;

    @BeforeEach
    void aSupplierOfSolderIsAsked() {
        today = LocalDate.now(clock);
        supplier = solder();
        done(minerals.open(today.getYear(), today.plusDays(9), officer));
    }

    @Test
    void whyAFileCannotBeReadIsSaidInBothLanguagesWithWhatToDo() {
        var paper = send("PK-not".getBytes());
        assertThat(paper.unreadable(org.probity.house.ui.Lang.EN)).hasValueSatisfying(it -> assertThat(it).contains("not an Excel workbook", "Send the CMRT itself"));
        assertThat(browser.get().uri("/app/portal/minerals/" + owed().id()).with(As.contactOf(supplier)).cookie(new jakarta.servlet.http.Cookie("probity-lang", "zh")).exchange())
                .bodyText().contains("这不是 Excel 工作簿");
    }

    @Test
    void whileBothReadersAreBusyTheFileIsKeptAndThePageAsksAgainByItself() {
        var paper = whileBusy(() -> send(workbook(tin.subList(0, 6))));
        assertThat(paper.readAt()).isNull();
        assertThat(owed().state()).isEqualTo(State.SENT_IN);
        assertThat(key(reviews.accept(paper.id(), today, "fine", officer))).isEqualTo("minerals.not-your-department");
        assertThat(page()).hasStatusOk().hasHeader("Refresh", "3").bodyText().contains("is being read now", "Workbooks before it: 0");
        assertThat(readings.read(paper.id(), Duration.ofSeconds(30))).isTrue();
        assertThat(page()).doesNotContainHeader("Refresh").bodyText().contains("We have it");
    }

    @Test
    void whatWasReadIsNotReadAgain() {
        var paper = send(workbook(tin.subList(0, 6)));
        assertThat(readings.read(paper.id(), Duration.ZERO)).as("needs no reader").isTrue();
        assertThat(minerals.find(paper.id())).hasValue(paper);
    }

    @Test
    void aPaperThatANewerOneReplacedMovesNothingWhenItIsReadAtLast() {
        var first = whileBusy(() -> send("junk".getBytes()));
        var second = send(workbook(tin.subList(0, 6)));
        assertThat(readings.read(first.id(), Duration.ofSeconds(30))).isTrue();
        assertThat(minerals.find(first.id()).orElseThrow().unreadable()).isEqualTo("cmrt.unreadable.not-a-workbook");
        assertThat(minerals.papers(owed().id()).getFirst().id()).isEqualTo(second.id());
        assertThat(owed().state()).isEqualTo(State.SENT_IN);
    }

    @Test
    void aCopiedListLeadsOfficersToTheOtherAndNamesNobodyToTheSupplier() {
        send(workbook(tin.subList(0, 7)));
        var mine = suppliers.find(supplier).orElseThrow().nameEn();
        var first = minerals.papers(owed().id()).getFirst();
        supplier = solder();
        done(minerals.open(today.getYear(), today.plusDays(9), officer));
        var copy = send(workbook(tin.subList(0, 7).reversed()));
        assertThat(minerals.findings(copy.id())).singleElement().satisfies(finding -> {
            assertThat(finding.wordsEn()).isEqualTo("The smelter list is the same as that of another supplier.");
            assertThat(finding.wordsZh()).contains("另一家供应商");
            assertThat(finding.other()).isEqualTo(first.id());
            assertThat(finding.sheet()).isEqualTo("Smelter List");
        });
        assertThat(page()).bodyText().contains("same as that of another supplier").doesNotContain(mine, first.id().toString());
        assertThat(browser.get().uri("/app/minerals/papers/" + copy.id()).with(As.me(officer)).exchange()).bodyText().contains("/app/minerals/papers/" + first.id());
    }

    @Test
    void aListThatIsNearlyAnothersIsSaidToBe() {
        send(workbook(tin.subList(0, 10)));
        supplier = solder();
        done(minerals.open(today.getYear(), today.plusDays(9), officer));
        assertThat(minerals.findings(send(workbook(tin.subList(0, 9))).id())).singleElement()
                .satisfies(finding -> assertThat(finding.wordsEn()).isEqualTo("9 of the 9 smelters named stand in the list of another supplier too."));
        assertThat(minerals.findings(send(workbook(tin.subList(0, 8))).id())).as("eight of ten are no copy").isEmpty();
    }

    @Test
    void whatChangedSinceLastYearStandsAtItsCellAndOnAPageOfItsOwn() {
        var year = today.getYear();
        acceptedLastYear(tin.subList(0, 6));
        var paper = send(workbook(tin.subList(1, 7)));
        assertThat(minerals.findings(paper.id())).extracting(Paper.Finding::key).containsExactlyInAnyOrder("cmrt.smelter-new", "cmrt.smelter-gone");
        assertThat(browser.get().uri("/app/minerals/papers/" + paper.id() + "/difference").with(As.me(officer)).exchange())
                .hasStatusOk().bodyText().contains("Difference to " + (year - 1), tin.get(0).id(), tin.get(6).id());
        assertThat(browser.get().uri("/app/minerals/papers/" + paper.id() + "/difference").with(As.contactOf(supplier)).exchange()).hasStatus(403);
    }

    private void acceptedLastYear(List<SmelterList.Smelter> named) {
        var year = today.getYear();
        obligations.open(PaperKind.CMRT.obligation(), year - 1, today, List.of(supplier), officer);
        var old = obligations.of(supplier).stream().filter(it -> it.kind().equals(PaperKind.CMRT.obligation()) && it.period() == year - 1).findFirst().orElseThrow();
        var paper = done(minerals.send(old.id(), "old.xlsx", workbook(named), contact()));
        done(reviews.accept(paper.id(), today.plusDays(9), "fine", officer));
        done(reviews.accept(paper.id(), today.plusDays(9), "fine", quality));
    }

    /** Both readers are taken by somebody else meanwhile. */
    private Paper whileBusy(java.util.function.Supplier<Paper> act) {
        var done = new CountDownLatch(1);
        var taken = new CountDownLatch(Readers.AT_ONCE);
        IntStream.range(0, Readers.AT_ONCE).forEach(n -> Thread.ofVirtual().start(() -> readers.with(Duration.ofSeconds(30), reader -> {
            taken.countDown();
            try {
                return done.await(30, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })));
        try {
            assertThat(taken.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            return act.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            done.countDown();
        }
    }

    private UUID solder() {
        var number = "R" + UUID.randomUUID();
        var id = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料" + number, "CN", "solder", null, null), officer));
        suppliers.sayContent(suppliers.addMaterial(id, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(today.getYear(), 1, 1));
        return id;
    }

    private byte[] workbook(List<SmelterList.Smelter> named) {
        return Sample.workbook(SampleOrder.complete("Solder", "Contact", "contact@supplier.example", today.minusDays(20)).naming(named));
    }

    private Paper send(byte[] file) {
        return done(minerals.send(owed().id(), "cmrt.xlsx", file, contact()));
    }

    private Me contact() {
        return new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    private Obligation owed() {
        return obligations.of(supplier).stream().filter(it -> it.kind().equals(PaperKind.CMRT.obligation()) && it.period() == today.getYear()).findFirst().orElseThrow();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult page() {
        return browser.get().uri("/app/portal/minerals/" + owed().id()).with(As.contactOf(supplier)).exchange();
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
