package org.probity.shapes.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.GuestList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class CountingTimeOnlineTest {
    private static final Takings.Marking HOW = new Takings.Marking(80, 3, "course.test", "course.test", Map.of());
    private static final Map<String, Integer> RIGHT = Map.of("q1", 1, "q2", 0);

    @Autowired ApplicationContext house;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired TransactionTemplate transaction;
    @Autowired Lessons lessons;

    Instant now = Instant.parse("2026-11-20T01:00:00Z");
    Takings takings;
    GuestList.Key who;
    Me me;
    UUID taking;

    @BeforeEach
    void somebodyBegins() {
        takings = new Takings(db, house.getBean(GuestList.class), house.getBean(Log.class), house, new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
        who = AnOccasion.colleague(house, AnOccasion.unit(house, "CO" + UUID.randomUUID()), "O" + UUID.randomUUID().toString().substring(0, 8));
        me = AnOccasion.account(db, who, Role.EMPLOYEE);
        taking = begin(Duration.ofMinutes(20));
    }

    UUID begin(Duration most) {
        return transaction.execute(_ -> takings.begin(who, ALesson.OF_TWO.sha256(), most));
    }

    private <T> T in(java.util.function.Supplier<T> act) {
        return transaction.execute(_ -> act.get());
    }

    void sign(UUID which, long secondsLater) {
        now = now.plusSeconds(secondsLater);
        assertThat(in(() -> takings.sign(which, me))).isTrue();
    }

    long seconds(UUID which) {
        return takings.progress(which, ALesson.OF_TWO).seconds();
    }

    @Test
    void secondsLieBetweenTwoSignsAndALongSilenceIsNotReading() {
        sign(taking, 20);
        sign(taking, 20);
        assertThat(seconds(taking)).isEqualTo(40);
        sign(taking, 120);
        assertThat(seconds(taking)).as("two minutes over one page are reading").isEqualTo(160);
        sign(taking, 121);
        assertThat(seconds(taking)).as("a second more is not").isEqualTo(160);
        sign(taking, 30);
        assertThat(seconds(taking)).isEqualTo(190);
        assertThat(db.sql("SELECT count(*) FROM course.online WHERE taking = :taking").param("taking", taking).query(Long.class).single()).as("two stretches").isEqualTo(2);
    }

    @Test
    void moreSignsMakeNothingLonger() {
        for (var i = 0; i < 500; i++) {
            assertThat(in(() -> takings.sign(taking, me))).isTrue();
        }
        assertThat(seconds(taking)).isZero();
        now = now.minusSeconds(600);
        assertThat(in(() -> takings.sign(taking, me))).as("a clock that was set back counts nothing").isTrue();
        assertThat(seconds(taking)).isZero();
    }

    @Test
    void twoCoursesAtOnceAreOneTimeAndTheDatabaseHoldsIt() {
        var other = begin(Duration.ofMinutes(20));
        for (var i = 0; i < 30; i++) {
            sign(taking, 5);
            sign(other, 5);
        }
        assertThat(seconds(taking) + seconds(other)).as("five minutes on the wall").isEqualTo(300);
        assertThatThrownBy(() -> db.sql("INSERT INTO course.stretch (id, taking, circle, who, from_at, until_at) SELECT gen_random_uuid(), id, circle, who, :from, :until FROM course.taking WHERE id = :taking")
                .param("from", now.minusSeconds(7).atOffset(java.time.ZoneOffset.UTC)).param("until", now.atOffset(java.time.ZoneOffset.UTC)).param("taking", taking).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("nobody_online_twice");
    }

    @Test
    void aCourseCountsNoLongerThanItsRoomAllowsAndNothingOnceItIsPassed() {
        var brief = begin(Duration.ofSeconds(50));
        for (var i = 0; i < 10; i++) {
            sign(brief, 20);
        }
        assertThat(seconds(brief)).isEqualTo(50);
        sign(taking, 20);
        done(takings.read(taking, ALesson.OF_TWO, 1));
        now = now.plusSeconds(30);
        done(takings.read(taking, ALesson.OF_TWO, 2));
        now = now.plusSeconds(45);
        var passed = done(in(() -> takings.answer(taking, ALesson.OF_TWO, RIGHT, HOW)));
        assertThat(passed).extracting(Attempt::passed, Attempt::seconds, Attempt::day).containsExactly(true, 75, LocalDate.of(2026, 11, 20));
        sign(taking, 20);
        sign(taking, 20);
        assertThat(seconds(taking)).as("looking at it again is not learning it again").isEqualTo(75);
    }

    @Test
    void whereNoTimeIsMeasuredNoSignOfLifeIsKept() {
        var unmeasured = begin(Duration.ZERO);
        sign(unmeasured, 20);
        done(takings.read(unmeasured, ALesson.OF_TWO, 1));
        now = now.plusSeconds(20);
        sign(taking, 0);
        assertThat(seconds(unmeasured)).isZero();
        assertThat(db.sql("SELECT count(*) FROM course.sign WHERE taking = :taking").param("taking", unmeasured).query(Long.class).single()).isZero();
    }

    @Test
    void aQuizIsHandedInWholeAndThriceADay() {
        assertThat(key(takings.read(taking, ALesson.OF_TWO, 3))).isEqualTo("course.page-unknown");
        assertThat(key(in(() -> takings.answer(taking, ALesson.OF_TWO, RIGHT, HOW)))).isEqualTo("course.pages-unread");
        done(takings.read(taking, ALesson.OF_TWO, 1));
        done(takings.read(taking, ALesson.OF_TWO, 2));
        assertThat(key(in(() -> takings.answer(taking, ALesson.OF_TWO, Map.of("q1", 1), HOW)))).isEqualTo("course.answer-missing");
        assertThat(key(in(() -> takings.answer(taking, ALesson.OF_TWO, Map.of("q1", 1, "q2", 7), HOW)))).isEqualTo("course.answer-missing");
        for (var i = 0; i < 3; i++) {
            assertThat(done(in(() -> takings.answer(taking, ALesson.OF_TWO, Map.of("q1", 0, "q2", 0), HOW))).passed()).isFalse();
        }
        assertThat(key(in(() -> takings.answer(taking, ALesson.OF_TWO, RIGHT, HOW)))).isEqualTo("course.attempts-used");
        now = now.plus(Duration.ofDays(1));
        assertThat(done(in(() -> takings.answer(taking, ALesson.OF_TWO, RIGHT, HOW))).no()).isEqualTo(4);
        assertThat(key(in(() -> takings.answer(taking, ALesson.OF_TWO, RIGHT, HOW)))).isEqualTo("course.passed-already");
    }

    @Test
    void aSignComesFromWhoeverTakesItAndFromNobodyElse() {
        var at = "/app/course/" + taking + "/sign";
        var stranger = AnOccasion.account(db, AnOccasion.colleague(house, AnOccasion.unit(house, "CS" + UUID.randomUUID()), "S" + UUID.randomUUID().toString().substring(0, 8)), Role.EMPLOYEE);
        assertThat(browser.post().uri(at).with(As.me(me)).exchange()).hasStatus(204);
        assertThat(browser.post().uri(at).with(As.me(stranger)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/course/sign.js").with(As.me(me)).exchange()).hasStatusOk().bodyText().contains("visibilityState");
    }

    @Test
    void whatWasTaughtIsFoundUnderItsHashAsItWas() {
        var sha256 = in(() -> lessons.keep(ALesson.OF_TWO));
        assertThat(in(() -> lessons.keep(ALesson.OF_TWO))).isEqualTo(sha256);
        assertThat(lessons.find(sha256)).contains(ALesson.OF_TWO);
        assertThat(lessons.find("0".repeat(64))).isEmpty();
        assertThat(List.of(ALesson.OF_TWO.sha256(), Lesson.read(ALesson.OF_TWO.text()).sha256())).containsOnly(sha256);
    }
}
