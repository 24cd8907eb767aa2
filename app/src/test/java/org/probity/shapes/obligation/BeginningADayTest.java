package org.probity.shapes.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer.Done;
import org.probity.shapes.evidence.Evidence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class BeginningADayTest {
    @Autowired Obligations obligations;
    @Autowired Evidence evidence;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    final UUID party = UUID.randomUUID();
    final Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    LocalDate today;

    @BeforeEach
    void somethingIsDueInAWeek() {
        today = LocalDate.now(clock);
        obligations.open("test.paper", today.getYear(), today.plusDays(7), List.of(party), officer);
    }

    @Test
    void whoOwesIsRemindedOnceOnThatDay() {
        begin(today);
        begin(today);
        assertThat(reminders()).containsExactly(7);
    }

    @Test
    void onADayBetweenNobodyIsReminded() {
        begin(today.plusDays(1));
        assertThat(reminders()).isEmpty();
    }

    @Test
    void whoSentItInIsNotReminded() {
        sendIn();
        begin(today);
        assertThat(reminders()).isEmpty();
    }

    @Test
    void aProofHoldsThroughItsLastDayAndLapsesOnTheNext() {
        sendIn();
        assertThat(obligations.accept(owed().id(), today, officer)).isInstanceOf(Done.class);
        begin(today);
        assertThat(owed().state()).isEqualTo(State.MET);
        begin(today.plusDays(1));
        assertThat(owed().state()).isEqualTo(State.LAPSED);
        assertThat(owed().by()).isNull();
        var steps = owed().step();
        begin(today.plusDays(1));
        assertThat(owed().step()).isEqualTo(steps);
    }

    @Test
    void aRuleSendsManyBackAtOnceAndLeavesWhatCannotBe() {
        sendIn();
        obligations.open("test.other", today.getYear(), today.plusDays(7), List.of(party), officer);
        var ids = obligations.of(party).stream().map(Obligation::id).toList();
        assertThat(obligations.sendBack(ids, "test.rule")).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo("test.paper");
            assertThat(it.state()).isEqualTo(State.SENT_BACK);
            assertThat(it.reason()).isEqualTo("test.rule");
            assertThat(it.evidence()).as("it stands on its proof").isNotNull();
            assertThat(it.record()).as("it has its place in the log").isNotNull();
        });
        assertThat(obligations.sendBack(ids, "test.rule")).isEmpty();
    }

    @Test
    void whatLapsedOfAPastYearIsOwedByNobody() {
        sendIn();
        obligations.accept(owed().id(), today, officer);
        begin(today.plusDays(1));
        assertThat(owed().waits(LocalDate.of(today.getYear(), 12, 31))).isTrue();
        assertThat(owed().waits(LocalDate.of(today.getYear() + 1, 1, 1))).isFalse();
    }

    /** As the house does it: in one transaction for all who listen. */
    private void begin(LocalDate day) {
        transaction.executeWithoutResult(status -> events.publishEvent(new DayHasBegun(day)));
    }

    private void sendIn() {
        var item = evidence.keep("paper.pdf", "application/pdf", party.toString().getBytes(), officer.account());
        obligations.sendIn(owed().id(), item.id(), officer);
    }

    private Obligation owed() {
        return obligations.of(party).getFirst();
    }

    private List<Integer> reminders() {
        return db.sql("SELECT days_left FROM obligation.reminder WHERE obligation = :id").param("id", owed().id()).query(Integer.class).list();
    }
}
