package org.probity.shapes.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.probity.shapes.measure.Measure.State;
import org.probity.shapes.measure.Measure.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A room that is made up for this: human resources lead, and its subjects exist for everybody but the assurer. */
@WholeHouse
class PromisingAMeasureTest {
    private static final String KIND = "measure.title";

    private static final MeasureKind MADE_UP = new MeasureKind() {
        @Override
        public String key() {
            return KIND;
        }

        @Override
        public boolean mayLead(Me me) {
            return me.is(Role.HR);
        }

        @Override
        public Optional<About> about(UUID subject, Me me) {
            return me.is(Role.ASSURER) ? Optional.empty() : Optional.of(new About("Canteen", "食堂", "/app", me.is(Role.HR)));
        }
    };

    @Autowired JdbcClient db;
    @Autowired Accounts accounts;
    @Autowired Evidence evidence;
    @Autowired LettingGo lettingGo;
    @Autowired Log log;
    @Autowired ApplicationEventPublisher events;
    @Autowired Clock clock;
    @Autowired TransactionTemplate together;
    @Autowired MeasureLetters letters;

    Measures measures;
    Subject subject;
    Me leader;
    Me another;
    Me owner;
    LocalDate today;

    @BeforeEach
    void aSubjectWithNothingPromised() {
        measures = new Measures(db, Optional.of(List.of(MADE_UP)), accounts, evidence, lettingGo, log, events, clock);
        subject = new Subject(KIND, UUID.randomUUID());
        leader = somebody(Role.HR);
        another = somebody(Role.HR);
        owner = somebody(Role.EMPLOYEE);
        today = LocalDate.now(clock);
    }

    Me somebody(Role role) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(role), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", me.account() + "@helia.example").update();
        return me;
    }

    <T> Answer<T> answer(Supplier<Answer<T>> act) {
        return together.execute(status -> act.get());
    }

    Measure done(Supplier<Answer<Measure>> act) {
        return switch (answer(act)) {
            case Answer.Done<Measure>(var value) -> value;
            case Answer.Refused<Measure>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    String key(Supplier<Answer<Measure>> act) {
        return switch (answer(act)) {
            case Answer.Done<Measure>(var value) -> throw new AssertionError("done: " + value);
            case Answer.Refused<Measure>(var reasons) -> reasons.getFirst().key();
        };
    }

    Measure promised() {
        return done(() -> measures.promise(subject, "A second counter", owner.account(), today.plusDays(3), leader));
    }

    Measure saidDone() {
        var it = promised();
        return done(() -> measures.done(it.id(), "Open since Monday", List.of(), owner));
    }

    long letters(Me to, String subject) {
        return db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to AND subject LIKE :subject").param("to", to.account() + "@helia.example").param("subject", "%" + subject + "%").query(Long.class).single();
    }

    @Test
    void fromAPromiseToWhatIsPublished() {
        var it = promised();
        assertThat(measures.of(subject)).containsExactly(it);
        assertThat(measures.owedBy(owner.account())).containsExactly(it);
        assertThat(letters(owner, "yours to do")).isEqualTo(1);
        var said = done(() -> measures.done(it.id(), "Open since Monday", List.of(new Measures.Shown("counter.jpg", "image/jpeg", new byte[] {1, 2})), owner));
        assertThat(said.doneDay()).as("nobody has seen it").isNull();
        assertThat(measures.toSee(another)).containsExactly(said);
        assertThat(measures.toSee(owner)).isEmpty();
        assertThat(measures.steps(it.id()).getLast().files()).extracting(Evidence.Item::name).containsExactly("counter.jpg");
        var seen = done(() -> measures.seenDone(it.id(), "", another));
        assertThat(seen.state()).isEqualTo(State.SEEN);
        assertThat(seen.inTime()).isTrue();
        assertThat(done(() -> measures.publish(it.id(), "Two counters.", leader)).published()).contains("Two counters.");
        assertThat(done(() -> measures.publish(it.id(), "Two counters, as of May.", leader)).published()).contains("Two counters, as of May.");
        assertThat(db.sql("SELECT count(*) FROM log.recorded WHERE class = :class AND day = :day").param("class", KIND + ".measure").param("day", today.plusDays(3)).query(Long.class).single())
                .isPositive();
    }

    @Test
    void nobodyPromisesWhatTheyDoNotLead() {
        assertThat(key(() -> measures.promise(subject, "A second counter", owner.account(), today, owner))).isEqualTo("measure.not-led-by-you");
        assertThat(key(() -> measures.promise(new Subject("no.kind", subject.id()), "A second counter", owner.account(), today, leader))).isEqualTo("measure.not-led-by-you");
    }

    @Test
    void aPromiseNeedsWordsAnOwnerAndADayToCome() {
        assertThat(key(() -> measures.promise(subject, " ", owner.account(), today, leader))).isEqualTo("measure.what-missing");
        assertThat(key(() -> measures.promise(subject, "x".repeat(1_001), owner.account(), today, leader))).isEqualTo("measure.what-long");
        assertThat(key(() -> measures.promise(subject, "Do it", UUID.randomUUID(), today, leader))).isEqualTo("measure.owner-unknown");
        assertThat(key(() -> measures.promise(subject, "Do it", owner.account(), today.minusDays(1), leader))).isEqualTo("measure.day-past");
    }

    @Test
    void onlyItsOwnerSaysThatItIsDoneAndInWords() {
        var it = promised();
        assertThat(key(() -> measures.done(it.id(), "Done", List.of(), leader))).isEqualTo("measure.not-yours");
        assertThat(key(() -> measures.done(it.id(), "", List.of(), owner))).isEqualTo("measure.done-missing");
        assertThat(key(() -> measures.done(it.id(), "x".repeat(4_001), List.of(), owner))).isEqualTo("measure.words-long");
        assertThat(key(() -> measures.done(it.id(), "Done", List.of(new Measures.Shown("empty", "text/plain", new byte[0])), owner))).isEqualTo("measure.file-wrong");
        assertThat(key(() -> measures.done(UUID.randomUUID(), "Done", List.of(), owner))).isEqualTo("measure.unknown");
    }

    @Test
    void nobodySeesTheirOwnDone() {
        var own = done(() -> measures.promise(subject, "Mine", leader.account(), today, leader));
        done(() -> measures.done(own.id(), "Done", List.of(), leader));
        assertThat(key(() -> measures.seenDone(own.id(), "", leader))).isEqualTo("measure.another-person");
        assertThat(key(() -> measures.seenDone(own.id(), "", owner))).isEqualTo("measure.not-led-by-you");
        assertThatThrownBy(() -> db.sql("UPDATE measure.step SET state = 'SEEN', after_by = by WHERE promise = :id AND state = 'DONE'").param("id", own.id()).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("seen_by_another");
        done(() -> measures.seenDone(own.id(), "", another));
    }

    @Test
    void whatIsNotDoneGoesBackWithAReason() {
        var it = saidDone();
        assertThat(key(() -> measures.sendBack(it.id(), "", another))).isEqualTo("measure.reason-missing");
        assertThat(done(() -> measures.sendBack(it.id(), "It is closed at noon", another)).state()).isEqualTo(State.RETURNED);
        assertThat(letters(owner, "not yet done")).isEqualTo(1);
        assertThat(key(() -> measures.seenDone(it.id(), "", another))).isEqualTo("measure.step-not-allowed");
        done(() -> measures.done(it.id(), "Open at noon too", List.of(), owner));
        assertThat(done(() -> measures.seenDone(it.id(), "", another)).open()).isFalse();
    }

    @Test
    void oneThatIsDroppedSaysWhyAndIsOver() {
        var it = promised();
        assertThat(key(() -> measures.drop(it.id(), " ", leader))).isEqualTo("measure.reason-missing");
        assertThat(key(() -> measures.publish(it.id(), "Nothing", leader))).isEqualTo("measure.not-ended");
        var dropped = done(() -> measures.drop(it.id(), "The canteen moves", leader));
        assertThat(dropped.doneDay()).isNull();
        assertThat(key(() -> measures.done(it.id(), "Done", List.of(), owner))).isEqualTo("measure.step-not-allowed");
        assertThat(key(() -> measures.publish(it.id(), "", leader))).isEqualTo("measure.result-missing");
        assertThat(key(() -> measures.publish(it.id(), "x".repeat(4_001), leader))).isEqualTo("measure.words-long");
        done(() -> measures.publish(it.id(), "The canteen moves in June.", leader));
    }

    @Test
    void anotherMayOweItByTheSameDay() {
        var it = promised();
        assertThat(key(() -> measures.handOver(it.id(), owner.account(), "Leaves", leader))).isEqualTo("measure.owner-same");
        assertThat(key(() -> measures.handOver(it.id(), UUID.randomUUID(), "Leaves", leader))).isEqualTo("measure.owner-unknown");
        assertThat(key(() -> measures.handOver(it.id(), another.account(), "", leader))).isEqualTo("measure.reason-missing");
        var after = done(() -> measures.handOver(it.id(), another.account(), "Leaves", leader));
        assertThat(after.dueDay()).isEqualTo(it.dueDay());
        assertThat(measures.owedBy(owner.account())).isEmpty();
        assertThat(measures.owedBy(another.account())).containsExactly(after);
        assertThat(letters(another, "yours to do")).isEqualTo(1);
    }

    @Test
    void itsOwnerIsRemindedOnceADayAndWhoWroteItDownWhenItIsAWeekLate() {
        var it = promised();
        var lateDay = it.dueDay().plusDays(7);
        for (var day : List.of(it.dueDay().minusDays(1), it.dueDay().minusDays(1), lateDay)) {
            together.executeWithoutResult(status -> letters.on(new DayHasBegun(day)));
        }
        assertThat(letters(owner, ": by ")).isEqualTo(1);
        assertThat(letters(owner, "late by")).isEqualTo(1);
        assertThat(letters(leader, "late by")).isEqualTo(1);
    }

    @Test
    void whatIsDoneAfterTheDayIsLate() {
        var it = saidDone();
        db.sql("UPDATE measure.step SET day = :day WHERE promise = :id AND state = 'DONE'").param("day", it.dueDay().plusDays(1)).param("id", it.id()).update();
        assertThat(done(() -> measures.seenDone(it.id(), "", another)).inTime()).isFalse();
    }
}
