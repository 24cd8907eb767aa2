package org.probity.supply.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.webhook.Happened;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.clearance.Clearance.Reason;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
@RecordApplicationEvents
class MakingAnExceptionTest {
    static final Me BUYER = AskingWhetherWeMayTest.BUYER;
    static final Me LEGAL = new Me(UUID.randomUUID(), "Legal", Set.of(Role.LEGAL), Optional.empty());

    @Autowired ApplicationEvents events;
    @Autowired Clearances clearances;
    @Autowired Exceptions exceptions;
    @Autowired TransactionTemplate transaction;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    UUID supplier;
    Clearance no;

    @BeforeEach
    void anEndedRelation() {
        supplier = ASupplier.in(db);
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, current_date - 9, 'OTHER', '', gen_random_uuid(), now(), gen_random_uuid())
                """).param("supplier", supplier).update();
        no = ask(Act.ORDER);
    }

    Clearance ask(Act act) {
        return clearances.ask(new Question(supplier, null, null, act), BUYER).orElseThrow();
    }

    Optional<Reason> ended(Act act) {
        return ask(act).reasons().stream().filter(it -> it.rule().equals("clearance.ended")).findFirst();
    }

    Answer<UUID> propose(String until) {
        return exceptions.propose(no.id(), List.of("ORDER"), until, "The last spare parts", BUYER);
    }

    String until(int days) {
        return LocalDate.now(clock).plusDays(days).toString();
    }

    @Test
    void twoPeopleAllowOneActForAWhileAndTheAnswerShowsIt() {
        assertThat(no.allowed()).isFalse();
        var exception = ((Answer.Done<UUID>) propose(until(30))).value();
        assertThat(ended(Act.ORDER).orElseThrow().exception()).as("a proposal allows nothing").isNull();
        assertThat(askAgain(supplier)).isZero();
        assertThat(exceptions.rule(exception, Outcome.APPROVED, BUYER)).isEqualTo(Answer.refused("", "decision.needs-another-person"));
        assertThat(exceptions.rule(exception, Outcome.APPROVED, LEGAL)).isInstanceOf(Answer.Done.class);
        assertThat(ended(Act.ORDER).orElseThrow().exception()).isEqualTo(LocalDate.now(clock).plusDays(30));
        assertThat(ended(Act.CONTRACT).orElseThrow().exception()).as("another act").isNull();
        assertThat(askAgain(supplier)).as("whoever keeps our answers asks again").isEqualTo(1);
        assertThat(exceptions.takeBack(exception, "", LEGAL)).isEqualTo(Answer.refused("reason", "clearance.exception-reason", 1000));
        assertThat(exceptions.takeBack(exception, "They came", LEGAL)).isInstanceOf(Answer.Done.class);
        assertThat(askAgain(supplier)).isEqualTo(2);
        assertThat(ended(Act.ORDER).orElseThrow().exception()).isNull();
        assertThat(exceptions.takeBack(exception, "again", LEGAL)).isEqualTo(Answer.refused("", "clearance.exception-unknown"));
    }

    @Test
    void whoHasAnInterestOfTheirOwnNeitherProposesNorRules() {
        var own = new Me(((Ruling.Granted<UUID>) accounts.invite(
                new Accounts.Newcomer("Wen", UUID.randomUUID() + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "zh"), Accounts.HOUSE)).value(), "Wen", Set.of(Role.BUYER), Optional.empty());
        var mine = ((Answer.Done<UUID>) exceptions.propose(no.id(), List.of("ORDER"), until(30), "The last spare parts", own)).value();
        db.sql("INSERT INTO blacklist.dealing (id, account, party, supplier, kind, words, declared_at, refused, record) VALUES (gen_random_uuid(), :own, 'x', :supplier, 'SHARE', '', now(), false, gen_random_uuid())")
                .param("own", own.account()).param("supplier", supplier).update();
        assertThat(exceptions.rule(mine, Outcome.WITHDRAWN, own)).as("one's own is taken back").isInstanceOf(Answer.Done.class);
        assertThat(exceptions.propose(no.id(), List.of("ORDER"), until(30), "Again", own)).isEqualTo(Answer.refused("", "clearance.own-interest"));
        var other = ((Answer.Done<UUID>) propose(until(30))).value();
        assertThat(exceptions.rule(other, Outcome.APPROVED, own)).isEqualTo(Answer.refused("", "clearance.own-interest"));
        assertThat(exceptions.rule(other, Outcome.REJECTED, own)).isEqualTo(Answer.refused("", "clearance.own-interest"));
    }

    @Test
    void itEndsWithItsDay() {
        var exception = ((Answer.Done<UUID>) propose(until(1))).value();
        exceptions.rule(exception, Outcome.APPROVED, LEGAL);
        db.sql("UPDATE clearance.exception SET until_day = :day WHERE id = :id").param("day", LocalDate.now(clock)).param("id", exception).update();
        assertThat(ended(Act.ORDER).orElseThrow().exception()).as("its last day").isNotNull();
        dayBegins();
        assertThat(askAgain(supplier)).as("on its last day only what was agreed").isEqualTo(1);
        db.sql("UPDATE clearance.exception SET until_day = until_day - 1 WHERE id = :id").param("id", exception).update();
        dayBegins();
        assertThat(askAgain(supplier)).as("the day after").isEqualTo(2);
        assertThat(ended(Act.ORDER).orElseThrow().exception()).isNull();
    }

    @Test
    void anExceptionFromSomethingBarredForGoodIsRefused() {
        var matter = UUID.randomUUID();
        db.sql("INSERT INTO blacklist.matter (id, supplier, ground, happened_day, facts, opened_by, opened_at, record) VALUES (:id, :s, 'BRIBERY', current_date, 'x', :id, now(), :id)")
                .param("id", matter).param("s", supplier).update();
        db.sql("INSERT INTO decision.proposal (id, matter, subject, reason, proposed_by, proposed_at) VALUES (:id, 'test', :id, '', :id, now())").param("id", matter).update();
        db.sql("INSERT INTO blacklist.sentence (id, matter, reason, proposal, proposed_at) VALUES (:id, :id, 'x', :id, now())").param("id", matter).update();
        db.sql("INSERT INTO blacklist.ban (id, matter, supplier, from_day, in_force, decided_by, decided_at, record) VALUES (:id, :id, :s, current_date, daterange(current_date - 1, NULL), :id, now(), :id)")
                .param("id", matter).param("s", supplier).update();
        assertThat(ask(Act.ORDER).open()).isFalse();
        assertThat(propose(until(9))).isEqualTo(Answer.refused("", "clearance.exception-barred"));
        db.sql("DELETE FROM blacklist.ban WHERE id = :id").param("id", matter).update();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(exceptions.propose(UUID.randomUUID(), List.of("ORDER"), until(9), "x", BUYER)).isEqualTo(Answer.refused("", "clearance.unknown"));
        assertThat(exceptions.propose(no.id(), List.of(), until(9), "x", BUYER)).isEqualTo(Answer.refused("acts", "clearance.exception-acts"));
        for (var day : List.of("", "soon", until(0), until(181), "2026-02-31")) {
            assertThat(propose(day)).as(day).isEqualTo(Answer.refused("until", "clearance.exception-day", 180));
        }
        assertThat(exceptions.propose(no.id(), List.of("ORDER"), until(9), " ", BUYER)).isEqualTo(Answer.refused("reason", "clearance.exception-reason", 1000));
        assertThat(propose(until(180))).isInstanceOf(Answer.Done.class);
        assertThat(propose(until(9))).isEqualTo(Answer.refused("", "clearance.exception-waits"));
        db.sql("UPDATE supplier.ending SET resumed_by = id, resumed_at = now() WHERE supplier = :s").param("s", supplier).update();
        if (ask(Act.ORDER).allowed()) {
            assertThat(propose(until(9))).isEqualTo(Answer.refused("", "clearance.exception-needless"));
        }
        assertThat(exceptions.rule(UUID.randomUUID(), Outcome.APPROVED, LEGAL)).isEqualTo(Answer.refused("", "clearance.exception-unknown"));
    }

    private void dayBegins() {
        transaction.executeWithoutResult(_ -> exceptions.over(new DayHasBegun(LocalDate.now(clock))));
    }

    private long askAgain(UUID supplier) {
        return events.stream(Happened.class).filter(it -> it.kind().name().equals("clearance.changed") && it.ids().containsValue(supplier.toString())).count();
    }
}
