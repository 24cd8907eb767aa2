package org.probity.supply.minerals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class ReviewingByTwoDepartmentsTest {
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Reviews reviews;
    @Autowired Obligations obligations;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;
    @Autowired Clock clock;

    final Me sourcing = someone(Role.SOURCING_OFFICER);
    final Me quality = someone(Role.QUALITY);
    UUID supplier;
    LocalDate today;
    Paper paper;

    @BeforeEach
    void aPaperCame() {
        today = LocalDate.now(clock);
        var number = "V" + UUID.randomUUID();
        supplier = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料" + number, "CN", "solder", null, null), sourcing));
        suppliers.sayContent(suppliers.addMaterial(supplier, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(today.getYear(), 1, 1));
        done(minerals.open(today.getYear(), today.plusDays(9), sourcing));
        paper = send();
    }

    /** Whatever happened in a test of this class, what is found of who is waited for is what the facts say. */
    @AfterEach
    void whoIsWaitedForFollowsFromTheFacts() {
        var differing = db.sql("""
                SELECT count(*)
                  FROM ((SELECT paper, department, obligation, since, spoken FROM minerals.unspoken EXCEPT SELECT paper, department, obligation, since, spoken FROM minerals.awaited_of_facts)
                         UNION ALL
                        (SELECT paper, department, obligation, since, spoken FROM minerals.awaited_of_facts EXCEPT SELECT paper, department, obligation, since, spoken FROM minerals.unspoken)) AS differing
                """).query(Long.class).single();
        assertThat(differing).isZero();
    }

    @Test
    void theMenuCountsThePapersThatWaitForOnesWord() {
        var both = someone(Role.SOURCING_OFFICER, Role.QUALITY);
        var before = reviews.waiting(quality);
        var ofBoth = reviews.waiting(both);
        accept(today, both);
        assertThat(reviews.waiting(quality)).isEqualTo(before);
        assertThat(reviews.waiting(both)).as("who spoke for one department does not speak for the other").isEqualTo(ofBoth - 1);
        done(reviews.sendBack(paper.id(), "not signed", quality));
        assertThat(reviews.waiting(quality)).isEqualTo(before - 1);
        paper = send();
        assertThat(reviews.waiting(quality)).isEqualTo(before);
        obligations.sendBack(List.of(owed().id()), "minerals.remarks-at-cells");
        whoIsWaitedForFollowsFromTheFacts();
        assertThat(reviews.waiting(quality)).as("sent back by a rule, with many others").isEqualTo(before - 1);
        paper = send();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            db.sql("INSERT INTO minerals.review_rule (kind, from_day, departments) VALUES (:kind, :day, ARRAY['SOURCING'])")
                    .param("kind", PaperKind.SELF_DECLARATION.obligation()).param("day", today).update();
            whoIsWaitedForFollowsFromTheFacts();
            assertThat(reviews.waiting(quality)).as("by a rule of today it is not asked").isLessThan(before);
        });
    }

    @Test
    void onlyTheSecondDepartmentsWordAcceptsAndTheEarlierDayCounts() {
        assertThat(accept(today.plusDays(20), sourcing).state()).isEqualTo(State.SENT_IN);
        var after = accept(today.plusDays(30), quality);
        assertThat(after.state()).isEqualTo(State.MET);
        assertThat(after.validUntil()).isEqualTo(today.plusDays(20));
    }

    @Test
    void nobodySpeaksForBothDepartments() {
        var both = someone(Role.SOURCING_OFFICER, Role.QUALITY);
        assertThat(accept(today, both).state()).isEqualTo(State.SENT_IN);
        assertThat(key(reviews.accept(paper.id(), today, "fine", both))).isEqualTo("minerals.two-people");
    }

    @Test
    void aDepartmentSpeaksOnce() {
        accept(today, sourcing);
        assertThat(key(reviews.accept(paper.id(), today, "fine", someone(Role.SOURCING_OFFICER)))).isEqualTo("minerals.not-your-department");
        assertThat(key(reviews.accept(paper.id(), today, "fine", someone(Role.BUYER)))).isEqualTo("minerals.not-your-department");
    }

    @Test
    void eitherSendsBackAndMayAcceptTheNextVersion() {
        accept(today, sourcing);
        assertThat(done(reviews.sendBack(paper.id(), "Smelter List!C7：另一家冶炼厂\nPlease sign.", quality)).state()).isEqualTo(State.SENT_BACK);
        assertThat(owed().reason()).isEqualTo("Please sign.");
        assertThat(minerals.findings(paper.id())).singleElement()
                .satisfies(finding -> assertThat(finding.sheet() + finding.address() + finding.wordsEn()).isEqualTo("Smelter ListC7另一家冶炼厂"));
        assertThat(key(reviews.accept(paper.id(), today, "fine", quality))).isEqualTo("minerals.not-waiting");
        var first = paper;
        paper = send();
        assertThat(key(reviews.accept(first.id(), today, "fine", quality))).isEqualTo("minerals.newer-paper-came");
        accept(today, quality);
        assertThat(accept(today, sourcing).state()).isEqualTo(State.MET);
    }

    /** The file that nobody saw would stand under the word that accepted the one before it. */
    @Test
    void aPaperThatComesWhileTheOneBeforeIsAcceptedIsNotAcceptedUnseen() {
        accept(today, sourcing);
        var told = Meanwhile.slower(transaction, db, this::send, () -> reviews.accept(paper.id(), today, "fine", quality));
        assertThat(key(told)).isEqualTo("minerals.newer-paper-came");
        assertThat(owed().state()).isEqualTo(State.SENT_IN);
    }

    @Test
    void whatIsSaidOnlyAtCellsStillTellsTheSupplierWhereToLook() {
        done(reviews.sendBack(paper.id(), "Declaration!D26: no tin?", quality));
        assertThat(owed().reason()).isEqualTo("minerals.remarks-at-cells");
        assertThat(browser.get().uri("/app/portal/minerals/" + owed().id()).with(As.contactOf(supplier)).exchange())
                .bodyText().contains("no tin?", "The reviewers’ remarks stand at the cells below.");
    }

    @Test
    void anOpinionHasItsReasonAndADayThatIsNotPast() {
        assertThat(key(reviews.accept(paper.id(), today, " ", sourcing))).isEqualTo("minerals.grounds-missing");
        assertThat(key(reviews.accept(paper.id(), today.minusDays(1), "fine", sourcing))).isEqualTo("minerals.holds-until-past");
        assertThat(key(reviews.accept(paper.id(), today.plusYears(9), "fine", sourcing))).isEqualTo("minerals.holds-until-far");
        assertThat(key(reviews.sendBack(paper.id(), " ", sourcing))).isEqualTo("minerals.reason-missing");
        assertThat(key(reviews.accept(UUID.randomUUID(), today, "fine", sourcing))).isEqualTo("minerals.paper-unknown");
    }

    @Test
    void whoMustAgreeGoesByTheRuleOfTheDayThePaperCame() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            db.sql("INSERT INTO minerals.review_rule (kind, from_day, departments) VALUES (:kind, :day, ARRAY['QUALITY'])")
                    .param("kind", PaperKind.SELF_DECLARATION.obligation()).param("day", today).update();
            assertThat(key(reviews.accept(paper.id(), today, "fine", sourcing))).isEqualTo("minerals.not-your-department");
            assertThat(accept(today, quality).state()).isEqualTo(State.MET);
        });
    }

    @Test
    void thePageTellsWhoSpokeAndWhoIsWaitedFor() {
        accept(today, sourcing);
        var page = browser.get().uri("/app/minerals/papers/" + paper.id()).with(As.me(quality)).exchange();
        assertThat(page).bodyText().contains("Responsible sourcing", "It agrees", "waited for", "Your opinion for Quality");
        assertThat(browser.get().uri("/app/minerals/papers/" + paper.id()).with(As.me(sourcing)).exchange()).bodyText().doesNotContain("Your opinion for");
    }

    @Test
    void acceptingIsABindingAct() {
        assertThat(browser.post().uri("/app/minerals/papers/" + paper.id() + "/acceptance").with(As.stale(sourcing))
                .param("validUntil", today.toString()).param("grounds", "fine").exchange()).hasStatus3xxRedirection();
        assertThat(reviews.of(paper.id())).isEmpty();
        assertThat(browser.post().uri("/app/minerals/papers/" + paper.id() + "/acceptance").with(As.me(sourcing))
                .param("validUntil", today.toString()).param("grounds", "fine").exchange()).hasStatus(303);
        assertThat(reviews.of(paper.id())).hasSize(1);
    }

    @Test
    void theSecondDepartmentIsRemindedAfterFiveDaysAndOnceADay() {
        accept(today.plusDays(30), sourcing);
        assertThat(reminded(today.plusDays(4))).isZero();
        assertThat(reminded(today.plusDays(5))).isOne();
        assertThat(reminded(today.plusDays(5))).isOne();
        accept(today.plusDays(30), quality);
        assertThat(reminded(today.plusDays(10))).isOne();
    }

    /** How often anybody was reminded of this paper once the day has begun. */
    private long reminded(LocalDate day) {
        transaction.executeWithoutResult(status -> new ReviewReminders(db, events).on(new org.probity.house.time.DayHasBegun(day)));
        return db.sql("SELECT count(*) FROM minerals.review_reminder WHERE paper = :paper").param("paper", paper.id()).query(Long.class).single();
    }

    private Obligation accept(LocalDate until, Me by) {
        return done(reviews.accept(paper.id(), until, "It agrees", by));
    }

    private Paper send() {
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        return done(minerals.send(owed().id(), "a.pdf", "%PDF-1".getBytes(), contact));
    }

    private Obligation owed() {
        return obligations.of(supplier).stream().filter(it -> it.kind().equals(PaperKind.SELF_DECLARATION.obligation())).findFirst().orElseThrow();
    }

    private static Me someone(Role... roles) {
        return new Me(UUID.randomUUID(), "Someone", Set.copyOf(List.of(roles)), Optional.empty());
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
