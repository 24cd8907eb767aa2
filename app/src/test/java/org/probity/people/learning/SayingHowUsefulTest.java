package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.learning.ATraining.HR;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class SayingHowUsefulTest {
    @Autowired ApplicationContext house;
    @Autowired Feedback feedback;
    @Autowired Sessions sessions;
    @Autowired Attendance attendance;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    LocalDate today;
    List<GuestList.Key> people;
    List<String> numbers;

    @BeforeEach
    void twelvePeople() {
        // Each test has the year to itself.
        db.sql("DELETE FROM learning.feedback_closing").update();
        db.sql("DELETE FROM learning.feedback").update();
        db.sql("DELETE FROM learning.attended").update();
        db.sql("DELETE FROM learning.list").update();
        today = LocalDate.now(clock);
        var unit = AnOccasion.unit(house, "SU" + UUID.randomUUID());
        people = new ArrayList<>();
        numbers = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> {
            numbers.add("U" + i + UUID.randomUUID().toString().substring(0, 8));
            people.add(AnOccasion.colleague(house, unit, numbers.getLast()));
        });
    }

    UUID held(Kind kind, int heads) {
        var session = ATraining.session(house, ATraining.course(house, kind), today.atStartOfDay(clock.getZone()).toInstant(), Duration.ofSeconds(60));
        done(attendance.enter(session, people.subList(0, heads).stream().map(it -> new Came(it, null, null)).toList(), Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
        return session;
    }

    Answer<Integer> bring(UUID session, int... ratings) {
        var number = sessions.find(session).orElseThrow().number();
        var file = new StringBuilder("number,session,rating\n");
        IntStream.range(0, ratings.length).forEach(i -> file.append(numbers.get(i)).append(',').append(number).append(',').append(ratings[i]).append('\n'));
        return feedback.bringIn(file.toString().getBytes(StandardCharsets.UTF_8), HR);
    }

    FigureValue value() {
        return figures.live(figures.find(LearningFigures.SATISFACTION).orElseThrow(), today.getYear());
    }

    UUID course(UUID session) {
        return sessions.find(session).orElseThrow().course();
    }

    static Row row(FigureValue value, UUID subject) {
        return value.rows().stream().filter(it -> it.subject().equals(subject)).findFirst().orElseThrow();
    }

    @Test
    void whoeverWasThereIsAskedOnceAndForFourteenDays() {
        var session = held(Kind.PROFESSIONAL, 2);
        Me me = AnOccasion.account(db, people.getFirst(), Role.EMPLOYEE);
        Me away = AnOccasion.account(db, people.getLast(), Role.EMPLOYEE);
        assertThat(feedback.of(me)).singleElement().satisfies(it -> assertThat(it.until()).isEqualTo(today.plusDays(14)));
        assertThat(feedback.of(away)).isEmpty();
        assertThat(browser.get().uri("/app").with(As.me(me)).exchange()).bodyText().contains("Say how useful it was");
        assertThat(browser.get().uri("/app/my-training").with(As.me(me)).exchange()).bodyText().contains("very useful");
        assertThat(key(feedback.give(session, 5, away))).isEqualTo("learning.feedback-not-asked");
        assertThat(key(feedback.give(session, 6, me))).isEqualTo("learning.rating-missing");
        assertThat(browser.post().uri("/app/my-training/feedback/" + session).with(As.me(me)).exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/my-training/feedback/" + session).param("rating", "4").with(As.me(me)).exchange()).hasStatus(303);
        assertThat(key(feedback.give(session, 1, me))).as("once").isEqualTo("learning.feedback-not-asked");
        assertThat(feedback.of(me)).isEmpty();
        assertThat(feedback.close(today.plusDays(14))).as("its last day is not over").isZero();
        assertThat(feedback.close(today.plusDays(15))).isEqualTo(1);
        assertThat(feedback.said(session)).contains(new Feedback.Said(2, 1, 3, true, false));
        assertThat(browser.get().uri("/app/trainings/sessions/" + session).with(As.me(HR)).exchange()).as("one answer is one person's").bodyText().contains("too few to show a mean");
        Me late = AnOccasion.account(db, people.get(1), Role.EMPLOYEE);
        assertThat(key(feedback.give(session, 5, late))).isEqualTo("learning.feedback-not-asked");
        assertThat(feedback.close(today.plusDays(15))).as("once").isZero();
    }

    @Test
    void answersOfTerminalsAreTakenAsAWholeAndTheFirstWordCounts() {
        var session = held(Kind.PROFESSIONAL, 3);
        var number = sessions.find(session).orElseThrow().number();
        assertThat(key(feedback.bringIn(new byte[0], HR))).isEqualTo("ui.file-empty");
        assertThat(key(feedback.bringIn("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), HR))).isEqualTo("learning.badge-columns");
        assertThat(key(feedback.bringIn("number,session,rating\n".getBytes(StandardCharsets.UTF_8), HR))).isEqualTo("learning.badge-empty");
        assertThat(key(feedback.bringIn("x".getBytes(StandardCharsets.UTF_8), AnOccasion.OFFICER))).isEqualTo("learning.not-yours");
        assertThat(key(bring(session, 5, 5, 5, 5))).as("the fourth was not there").isEqualTo("learning.feedback-line");
        assertThat(key(bring(session, 5, 0))).isEqualTo("learning.rating-line");
        assertThat(key(bring(session, 6))).isEqualTo("learning.rating-line");
        assertThat(done(bring(session, 5, 4))).isEqualTo(2);
        assertThat(done(bring(session, 1, 1, 3))).as("two have answered before").isEqualTo(1);
        feedback.close(today.plusDays(15));
        assertThat(feedback.said(session)).contains(new Feedback.Said(3, 3, 9, true, false));
        assertThat(key(bring(session, 5))).as("closed").isEqualTo("learning.feedback-line");
        var other = held(Kind.PROFESSIONAL, 1);
        var file = ("工号,场次,评分\n" + numbers.getFirst() + "," + sessions.find(other).orElseThrow().number() + ",5\n").getBytes(StandardCharsets.UTF_8);
        assertThat(browser.post().uri("/app/trainings/badges/answers").with(As.me(HR)).multipart().file(new MockMultipartFile("answers", "a.csv", "text/csv", file)).exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/trainings/badges/answers").with(As.me(HR)).multipart()
                .file(new MockMultipartFile("answers", "a.csv", "text/csv", ("number,session,rating\nnobody," + number + ",5\n").getBytes(StandardCharsets.UTF_8))).exchange()).hasStatus(422);
    }

    @Test
    void theFigureHasNoValueWhileFewerThanThirtyPercentOrFiveHaveAnswered() {
        var first = held(Kind.PROFESSIONAL, 10);
        done(bring(first, 5, 5, 5, 4));
        assertThat(row(value(), course(first)).reason()).isEqualTo("learning.figure.feedback-open");
        feedback.close(today.plusDays(15));
        assertThat(value().shown()).as("four of ten").isEqualTo(Figures.NO_VALUE);
        assertThat(row(value(), course(first)).reason()).isEqualTo("learning.figure.too-few-answers");

        var second = held(Kind.LEADERSHIP, 12);
        done(bring(second, 5, 5, 5, 5, 4));
        feedback.close(today.plusDays(15));
        assertThat(value().shown()).as("nine of twenty-two; 19 of 20 points of the course that five answered about").isEqualTo("95.00");
        assertThat(row(value(), course(first)).reason()).as("what four people thought is theirs").isEqualTo("learning.figure.few-of-course");
        assertThat(row(value(), course(first)).inputs().inputs().keySet()).as("and their points and how many they are stand in no row").containsExactly("asked");
        var third = held(Kind.PROFESSIONAL, 8);
        feedback.close(today.plusDays(15));
        var value = value();
        assertThat(value.shown()).as("nine of thirty").isEqualTo("95.00");
        assertThat(row(value, course(third))).extracting(Row::reason, it -> it.input("asked").intValue(), it -> it.input("answered").intValue()).containsExactly(null, 8, 0);
        assertThat(value.control().stated()).isEqualByComparingTo("9");
        assertThat(value.control().difference()).isZero();
        assertThat(browser.get().uri("/app/figures/" + LearningFigures.SATISFACTION).with(As.a(Role.REVIEWER)).exchange()).bodyText().contains("95", "People asked", "People who answered");
        held(Kind.FRESHERS, 1);
        feedback.close(today.plusDays(15));
        assertThat(value().shown()).as("nine of thirty-one").isEqualTo(Figures.NO_VALUE);
        db.sql("DELETE FROM learning.feedback WHERE session = :id").param("id", second).update();
        assertThat(value().control().difference()).as("answers that vanished show").isNotZero();
    }

    @Test
    void noMeanOfASessionTellsOfTheFewInTheCoursesOtherSessions() {
        var course = ATraining.course(house, Kind.PROFESSIONAL);
        var sessions = IntStream.range(0, 2).mapToObj(i -> ATraining.session(house, course, today.atStartOfDay(clock.getZone()).plusMinutes(i * 10L).toInstant(), Duration.ofSeconds(60))).toList();
        sessions.forEach(it -> {
            done(attendance.enter(it, people.subList(0, 8).stream().map(who -> new Came(who, null, null)).toList(), Means.ENTERED, HR));
            done(attendance.close(it, 0, "", HR));
        });
        done(bring(sessions.getFirst(), 5, 5, 5, 5, 4, 4));
        done(bring(sessions.getLast(), 1, 1, 2, 2));
        feedback.close(today.plusDays(15));
        assertThat(row(value(), course).input("answered").intValue()).as("the course has ten answers").isEqualTo(10);
        assertThat(feedback.said(sessions.getFirst()).orElseThrow()).as("six, and four beside").extracting(Feedback.Said::few, Feedback.Said::beside).containsExactly(false, true);
        assertThat(browser.get().uri("/app/trainings/sessions/" + sessions.getFirst()).with(As.me(HR)).exchange()).bodyText().contains("no mean is shown").doesNotContain("91.6");
        assertThat(feedback.said(sessions.getLast()).orElseThrow().few()).isTrue();
        db.sql("UPDATE learning.feedback_closing SET answered = 5 WHERE session = :id").param("id", sessions.getLast()).update();
        assertThat(feedback.said(sessions.getFirst()).orElseThrow().mean()).as("five beside are told").isTrue();
        assertThat(browser.get().uri("/app/trainings/sessions/" + sessions.getFirst()).with(As.me(HR)).exchange()).bodyText().contains("91.6");
        db.sql("INSERT INTO figure.cell_rule (from_day, least, source, set_at) VALUES (:day, 6, 'of a test', now())").param("day", today).update();
        assertThat(feedback.said(sessions.getLast()).orElseThrow().few()).as("the dated setting").isTrue();
        db.sql("DELETE FROM figure.cell_rule WHERE source = 'of a test'").update();
    }

    @Test
    void participantsAreDistinctPeopleWhoCompletedTrainingForAQualification() {
        held(Kind.QUALIFICATION, 3);
        held(Kind.QUALIFICATION, 2);
        held(Kind.PROFESSIONAL, 8);
        var start = today.atStartOfDay(clock.getZone()).toInstant().truncatedTo(ChronoUnit.SECONDS);
        var session = ATraining.session(house, ATraining.course(house, Kind.QUALIFICATION), start, Duration.ofSeconds(100));
        done(attendance.enter(session, List.of(new Came(people.get(9), null, start.plusSeconds(75)), new Came(people.get(10), null, start.plusSeconds(74))), Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
        var value = figures.live(figures.find(LearningFigures.PARTICIPANTS).orElseThrow(), today.getYear());
        assertThat(value.shown()).as("three, and the one who was there for three quarters to the second").isEqualTo("4");
        assertThat(row(value, people.get(10).guest()).reason()).isEqualTo("learning.figure.not-completed");
        assertThat(row(value, people.getFirst().guest()).evidence()).hasSize(2);
        assertThat(value.control().difference()).isZero();
    }
}
