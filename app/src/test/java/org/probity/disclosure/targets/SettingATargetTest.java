package org.probity.disclosure.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.targets.Target.Direction;
import org.probity.disclosure.targets.Target.Standing;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true)
class SettingATargetTest {
    private static final String FIGURE = "tin-due-diligence";

    @Autowired Targets targets;
    @Autowired Accounts accounts;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;
    @Autowired Decisions decisions;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    Me publisher = new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());
    Me officer;
    int year;

    @BeforeEach
    void somebodyWhoAnswers() {
        year = LocalDate.now(clock).getYear();
        var id = ((Ruling.Granted<UUID>) accounts.invite(new Accounts.Newcomer("Zhao", UUID.randomUUID() + "@helia.example", Set.of(Role.SOURCING_OFFICER),
                Optional.empty(), "en"), Accounts.HOUSE)).value();
        officer = new Me(id, "Zhao", Set.of(Role.SOURCING_OFFICER), Optional.empty());
        targets.all().stream().filter(it -> it.approvedAt() == null).forEach(it -> targets.rule(it.id(), Outcome.REJECTED, "", publisher));
    }

    @Test
    void itHoldsOnceASecondPersonHasApprovedAndALaterOneFollows() {
        var first = done(targets.propose(form(2018, "80", "", ""), officer));
        assertThat(targets.now(FIGURE, 2018)).isEmpty();
        assertThat(key(targets.rule(first.id(), Outcome.APPROVED, "", officer))).isEqualTo("decision.needs-another-person");
        done(targets.rule(first.id(), Outcome.APPROVED, "", publisher));
        var between = clock.instant();
        var second = done(targets.propose(form(2018, "90", "", ""), officer));
        assertThat(key(targets.propose(form(2018, "91", "", ""), officer))).isEqualTo("targets.already-proposed");
        done(targets.rule(second.id(), Outcome.APPROVED, "", publisher));

        assertThat(targets.now(FIGURE, 2018).orElseThrow().value()).isEqualByComparingTo("90");
        assertThat(targets.at(FIGURE, 2018, between).orElseThrow().value()).isEqualByComparingTo("80");
        assertThat(targets.at(FIGURE, 2018, Instant.EPOCH)).isEmpty();
        assertThat(targets.history(FIGURE, 2018)).hasSize(2);
    }

    /** What shall not happen at all: decisions that a law about work was broken. */
    @Test
    void noughtIsATargetToo() {
        var target = done(targets.propose(new Targets.Form("ppl-law-breach", "2016", "AT_MOST", "0", "0", "", officer.account().toString()), officer));
        done(targets.rule(target.id(), Outcome.APPROVED, "", publisher));
        var held = targets.now("ppl-law-breach", 2016).orElseThrow();
        assertThat(held.standing(BigDecimal.ZERO, LocalDate.of(2016, 12, 31), Optional.empty())).isEqualTo(Standing.MET);
        assertThat(held.standing(BigDecimal.ONE, LocalDate.of(2016, 12, 31), Optional.empty())).isEqualTo(Standing.MISSED);
    }

    @Test
    void whatCannotBeIsRefusedWhereItWasTyped() {
        var who = officer.account().toString();
        assertThat(refused(new Targets.Form("none", "2019", "AT_LEAST", "1", "", "", who))).isEqualTo("targets.figure-missing");
        assertThat(refused(new Targets.Form(FIGURE, "19", "AT_LEAST", "1", "", "", who))).isEqualTo("targets.year-wrong");
        assertThat(refused(new Targets.Form(FIGURE, "2019", "", "1", "", "", who))).isEqualTo("targets.direction-missing");
        assertThat(refused(new Targets.Form(FIGURE, "2019", "AT_LEAST", "-1", "", "", who))).isEqualTo("targets.value-wrong");
        assertThat(refused(new Targets.Form(FIGURE, "2019", "AT_LEAST", "95", "96", "", who))).isEqualTo("targets.warning-wrong");
        assertThat(refused(new Targets.Form(FIGURE, "2019", "AT_MOST", "95", "94", "", who))).isEqualTo("targets.warning-wrong");
        assertThat(refused(new Targets.Form(FIGURE, "2019", "AT_LEAST", "95", "", "2019", who))).isEqualTo("targets.base-wrong");
        assertThat(refused(new Targets.Form(FIGURE, "2019", "AT_LEAST", "95", "", "", UUID.randomUUID().toString()))).isEqualTo("targets.responsible-missing");
        assertThat(key(targets.rule(UUID.randomUUID(), Outcome.APPROVED, "", publisher))).isEqualTo("targets.unknown");
    }

    @Test
    void theWayBeginsAtTheBaseYearsValue() {
        var target = new Target(UUID.randomUUID(), FIGURE, 2026, Direction.AT_LEAST, new BigDecimal("100"), new BigDecimal("90"), 2025, UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);
        var base = Optional.of(new BigDecimal("53.5"));
        assertThat(target.due(LocalDate.of(2026, 12, 31), base)).isEqualByComparingTo("90");
        assertThat(target.due(LocalDate.of(2026, 1, 1), base)).isEqualByComparingTo("53.6");
        assertThat(target.standing(new BigDecimal("53.59"), LocalDate.of(2026, 1, 1), base)).isEqualTo(Standing.BEHIND);
        assertThat(target.standing(new BigDecimal("53.60"), LocalDate.of(2026, 1, 1), base)).isEqualTo(Standing.ON_SCHEDULE);
        assertThat(target.due(LocalDate.of(2026, 1, 1), Optional.empty())).isEqualByComparingTo("90");
        assertThat(target.due(LocalDate.of(2026, 1, 1), Optional.of(new BigDecimal("95")))).isEqualByComparingTo("90");
    }

    @Test
    void aYearThatIsOverIsMetOrMissedAndNeverBehind() {
        var target = new Target(UUID.randomUUID(), FIGURE, 2026, Direction.AT_LEAST, new BigDecimal("100"), new BigDecimal("90"), 2025, UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);
        assertThat(target.standing(new BigDecimal("89"), LocalDate.of(2026, 12, 30), Optional.empty())).isEqualTo(Standing.BEHIND);
        assertThat(target.standing(new BigDecimal("89"), LocalDate.of(2026, 12, 31), Optional.empty())).isEqualTo(Standing.MISSED);
        assertThat(target.standing(new BigDecimal("99"), LocalDate.of(2027, 3, 1), Optional.empty())).isEqualTo(Standing.MISSED);
        assertThat(target.standing(new BigDecimal("100"), LocalDate.of(2027, 3, 1), Optional.empty())).isEqualTo(Standing.MET);
    }

    @Test
    void theSlowerOfTwoWhoProposeIsToldThatOneWaitsAlready() {
        var told = Meanwhile.slower(transaction, db, () -> done(targets.propose(form(2017, "80", "", ""), officer)),
                () -> targets.propose(form(2017, "81", "", ""), officer));
        assertThat(key(told)).isEqualTo("targets.already-proposed");
        assertThat(targets.history(FIGURE, 2017)).singleElement().satisfies(it -> assertThat(it.value()).isEqualByComparingTo("80"));
        assertThat(decisions.waitingFor(Targets.MATTER, publisher)).as("nothing waits that is no target").allSatisfy(it -> assertThat(targets.find(it.subject())).isPresent());
    }

    @Test
    void whoAnswersIsWarnedWhenTheValueFallsBehindAndNobodyElse() {
        supplierWithoutPapers();
        var proposed = done(targets.propose(form(year, "100", "90", ""), officer));
        assertThat(desk(publisher)).contains("Approve a target");
        done(targets.rule(proposed.id(), Outcome.APPROVED, "", publisher));
        assertThat(desk(officer)).contains("behind schedule");
        assertThat(desk(new Me(UUID.randomUUID(), "Other", Set.of(Role.SOURCING_OFFICER), Optional.empty()))).doesNotContain("behind schedule");
    }

    private void supplierWithoutPapers() {
        var number = "G" + UUID.randomUUID();
        var supplier = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料", "CN", "solder", null, null), officer));
        var solder = suppliers.addMaterial(supplier, "M1", "Solder ribbon", "焊带");
        suppliers.sayContent(solder, Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(year, 1, 1));
        var file = evidence.keep("ledger.csv", "text/csv", number.getBytes(), officer.account());
        done(suppliers.receive("ERP", year, List.of(new Suppliers.Receipt(number, 1, supplier, solder, LocalDate.of(year, 1, 1), BigDecimal.TEN)),
                1, BigDecimal.TEN, file.id(), file.sha256(), officer));
        // Desks show what was computed some minutes ago; those minutes have passed.
        db.sql("DELETE FROM figure.lately").update();
    }

    private Targets.Form form(int year, String value, String warning, String base) {
        return new Targets.Form(FIGURE, String.valueOf(year), "AT_LEAST", value, warning, base, officer.account().toString());
    }

    private String refused(Targets.Form form) {
        return key(targets.propose(form, officer));
    }

    private String desk(Me who) {
        return new String(browser.get().uri("/app").with(As.me(who)).exchange().getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
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
