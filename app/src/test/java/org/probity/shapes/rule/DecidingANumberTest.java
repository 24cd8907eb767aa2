package org.probity.shapes.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A number from a day on, decided by one or by two; what was done before keeps the number it was done by. */
@WholeHouse
class DecidingANumberTest {
    static final Me HR = somebody(Role.HR);
    static final Me OTHER = somebody(Role.HR);
    static final Me UNION = somebody(Role.UNION);
    static final Me BUYER = somebody(Role.BUYER);
    static final Set<Role> AGREES = Set.of(Role.HR, Role.UNION);

    @Autowired Rules rules;
    @Autowired RulesByTwo byTwo;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    String room;
    RuleKey months;
    List<RuleKey> all;
    LocalDate today;

    static Me somebody(Role role) {
        return new Me(UUID.randomUUID(), "Somebody", Set.of(role), Optional.empty());
    }

    @BeforeEach
    void aRoomWithANumber() {
        today = LocalDate.now(clock);
        room = "room-" + UUID.randomUUID();
        months = new RuleKey(room, "months", "x.months", 3, 60, Role.HR);
        all = List.of(months, new RuleKey(room, "percent", "x.percent", 1, 100, Role.HR));
        db.sql("INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES (:room, 'months', '2024-01-01', 24, 'our rule', '2024-01-01T00:00:00Z')").param("room", room).update();
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    static String key(Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?>(var value) -> throw new AssertionError("done: " + value);
            case Answer.Refused<?>(var reasons) -> reasons.getFirst().key();
        };
    }

    @Test
    void whatCannotBeIsSaid() {
        assertThat(key(rules.decide(all, "years", 12, today, "Board", HR))).isEqualTo("rule.unknown");
        assertThat(key(rules.decide(all, "months", 12, today, "Board", UNION))).isEqualTo("rule.not-yours");
        assertThat(key(rules.decide(all, "months", 2, today, "Board", HR))).isEqualTo("rule.value-wrong");
        assertThat(key(rules.decide(all, "months", 61, today, "Board", HR))).isEqualTo("rule.value-wrong");
        assertThat(key(rules.decide(all, "months", 12, today.minusDays(1), "Board", HR))).isEqualTo("rule.day-past");
        assertThat(key(rules.decide(all, "months", 12, today, " ", HR))).isEqualTo("rule.source-wrong");
        assertThat(key(rules.decide(all, "months", 12, today, "x".repeat(301), HR))).isEqualTo("rule.source-wrong");
        assertThat(rules.all(room)).as("nothing of it was written").hasSize(1);
    }

    @Test
    void aNumberHoldsFromItsDayAndTheOneBeforeStays() {
        done(rules.decide(all, "months", 3, today, "Board of today", HR));
        done(rules.decide(all, "months", 60, today.plusDays(9), " Board of spring ", HR));
        assertThat(rules.on(months, today.minusDays(1))).isEqualTo(24);
        assertThat(rules.on(months, today)).isEqualTo(3);
        assertThat(rules.on(months, today.plusDays(8))).isEqualTo(3);
        assertThat(rules.on(months, today.plusDays(9))).isEqualTo(60);
        assertThat(rules.all(room)).extracting(Rules.Rule::source).containsExactly("Board of spring", "Board of today", "our rule");
        assertThat(rules.all(room)).extracting(Rules.Rule::setBy).containsExactly(HR.account(), HR.account(), null);
        assertThat(db.sql("SELECT count(*) FROM log.recorded WHERE class = :class").param("class", room + ".rule").query(Long.class).single()).isEqualTo(2);
    }

    /** Said twice for the same day, the later word counts, and what was known before can still be asked. */
    @Test
    void aCorrectionIsAnotherRow() {
        var before = clock.instant().atOffset(java.time.ZoneOffset.UTC).minusSeconds(1);
        done(rules.decide(all, "months", 12, today, "Board", HR));
        assertThat(db.sql("SELECT rule.at(:room, 'months', :day, :known)").param("room", room).param("day", today).param("known", before).query(Integer.class).single()).isEqualTo(24);
        assertThat(rules.on(months, today)).isEqualTo(12);
    }

    @Test
    void byTwoOneProposesAndAnotherAgrees() {
        var from = today.plusDays(1);
        assertThat(key(byTwo.propose(all, "months", 12, from, "Board", UNION))).isEqualTo("rule.not-yours");
        assertThat(key(byTwo.propose(all, "months", 61, from, "Board", HR))).isEqualTo("rule.value-wrong");
        assertThat(key(byTwo.propose(all, "months", 12, today, "Board", HR))).as("nobody is measured by a number that comes today").isEqualTo("rule.day-soon");
        var proposal = done(byTwo.propose(all, "months", 12, from, "Board", HR));
        assertThat(rules.on(months, from)).as("proposed is not decided").isEqualTo(24);
        assertThat(byTwo.waiting(room)).singleElement().satisfies(it -> assertThat(it.proposedBy()).isEqualTo(HR.account()));
        assertThat(key(byTwo.propose(all, "months", 6, from, "Board", OTHER))).isEqualTo("rule.waits");
        done(byTwo.propose(all, "percent", 6, from, "Board", OTHER));
        assertThat(key(byTwo.rule(all, UUID.randomUUID(), Outcome.APPROVED, AGREES, OTHER))).isEqualTo("rule.unknown");
        assertThat(key(byTwo.rule(List.of(new RuleKey("another room", "a", "a", 1, 2, Role.HR)), proposal, Outcome.APPROVED, AGREES, OTHER))).as("each room its own").isEqualTo("rule.unknown");
        assertThat(key(byTwo.rule(all, proposal, Outcome.APPROVED, AGREES, BUYER))).isEqualTo("rule.not-yours");
        assertThat(key(byTwo.rule(all, proposal, Outcome.APPROVED, AGREES, HR))).isEqualTo("decision.needs-another-person");
        done(byTwo.rule(all, proposal, Outcome.APPROVED, AGREES, UNION));
        assertThat(rules.on(months, from)).isEqualTo(12);
        assertThat(rules.on(months, today)).isEqualTo(24);
        assertThat(rules.all(room).getFirst()).satisfies(it -> {
            assertThat(it.setBy()).isEqualTo(HR.account());
            assertThat(it.agreedBy()).isEqualTo(UNION.account());
        });
        assertThat(key(byTwo.rule(all, proposal, Outcome.REJECTED, AGREES, UNION))).as("ruled already").isEqualTo("rule.unknown");
    }

    @Test
    void whatIsRejectedOrTakenBackOrTooLateIsNoNumber() {
        var from = today.plusDays(1);
        done(byTwo.rule(all, done(byTwo.propose(all, "months", 12, from, "Board", HR)), Outcome.REJECTED, AGREES, OTHER));
        done(byTwo.rule(all, done(byTwo.propose(all, "months", 12, from, "Board", HR)), Outcome.WITHDRAWN, AGREES, HR));
        var late = done(byTwo.propose(all, "months", 12, from, "Board", HR));
        db.sql("UPDATE rule.proposed SET from_day = :today WHERE proposal = :id").param("today", today).param("id", late).update();
        assertThat(key(byTwo.rule(all, late, Outcome.APPROVED, AGREES, OTHER))).as("its day came while it waited").isEqualTo("rule.day-soon");
        done(byTwo.rule(all, late, Outcome.REJECTED, AGREES, OTHER));
        assertThat(rules.all(room)).hasSize(1);
        assertThat(byTwo.waiting(room)).isEmpty();
    }

    @Test
    void theTableHoldsFourEyesToo() {
        assertThatThrownBy(() -> db.sql("INSERT INTO rule.number (room, key, from_day, value, source, set_by, agreed_by, set_at) VALUES (:room, 'months', '2025-01-01', 6, 'x', :me, :me, now())")
                .param("room", room).param("me", HR.account()).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("number_four_eyes");
    }
}
