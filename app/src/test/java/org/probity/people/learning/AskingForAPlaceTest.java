package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.probity.people.learning.ATraining.HR;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Place;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.people.Traces;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class AskingForAPlaceTest {
    @Autowired ApplicationContext house;
    @Autowired Enrolments enrolments;
    @Autowired Rooms rooms;
    @Autowired Sessions sessions;
    @Autowired Calendar calendar;
    @Autowired Attendance attendance;
    @Autowired Occasions occasions;
    @Autowired Heads heads;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    UUID unit;
    Instant tomorrow;

    @BeforeEach
    void tomorrowMorning() {
        unit = AnOccasion.unit(house, "AP" + UUID.randomUUID());
        tomorrow = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    }

    GuestList.Key person() {
        return AnOccasion.colleague(house, unit, "A" + UUID.randomUUID().toString().substring(0, 8));
    }

    Sessions.Plan plan(Instant from, UUID trainer, UUID room, Integer capacity) {
        return new Sessions.Plan(from, from.plusSeconds(3_600), "", trainer, false, room, capacity);
    }

    UUID planned(Sessions.Plan plan) {
        return occasions.sessions(done(sessions.plan(ATraining.course(house, Kind.PROFESSIONAL), List.of(plan), HR))).getFirst().id();
    }

    String planning(Sessions.Plan... plans) {
        return key(sessions.plan(ATraining.course(house, Kind.PROFESSIONAL), List.of(plans), HR));
    }

    @Test
    void placesGoByTheOrderOfAskingAndOneThatIsFreeGoesToTheNext() {
        var session = planned(plan(tomorrow, null, null, 1));
        var first = person();
        var second = person();
        var third = person();
        var me = AnOccasion.account(db, second, Role.EMPLOYEE);
        var enrolled = done(enrolments.enrol(session, first.guest(), HR));
        assertThat(browser.post().uri("/app/my-training/sessions/" + session + "/enrolment").with(As.me(me)).exchange()).hasStatus(303);
        done(enrolments.enrol(session, third.guest(), HR));
        assertThat(enrolments.of(session)).extracting(Enrolments.Enrolled::person, Enrolments.Enrolled::seated)
                .containsExactly(tuple(first.guest(), true), tuple(second.guest(), false),
                        tuple(third.guest(), false));
        assertThat(browser.get().uri("/app/my-training/sessions").with(As.me(me)).exchange()).bodyText().contains("no. 1 on the waiting list");
        assertThat(browser.get().uri("/app/trainings/sessions/" + session).with(As.me(HR)).exchange()).bodyText().contains("Enrolled, in the order of asking", "waiting list");
        assertThat(key(enrolments.withdraw(enrolled, " ", HR))).isEqualTo("learning.because-missing");
        assertThat(key(enrolments.withdraw(enrolled, "x".repeat(1_001), HR))).isEqualTo("learning.words-long");
        assertThat(key(enrolments.withdraw(enrolled, "Why", me))).isEqualTo("learning.not-yours");
        done(enrolments.withdraw(enrolled, "Is ill", HR));
        assertThat(key(enrolments.withdraw(enrolled, "Again", HR))).isEqualTo("learning.enrolment-unknown");
        assertThat(browser.get().uri("/app/my-training/sessions").with(As.me(me)).exchange()).bodyText().contains("you have a place");
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to AND subject LIKE 'You have a place%'").param("to", me.account() + "@helia.example").query(Long.class).single())
                .isEqualTo(1);
        var own = enrolments.of(session).stream().filter(it -> it.person().equals(second.guest())).findFirst().orElseThrow().id();
        assertThat(browser.post().uri("/app/my-training/enrolments/" + own + "/withdrawal").with(As.me(me)).exchange()).hasStatus(303);
        assertThat(enrolments.of(session)).singleElement().satisfies(it -> assertThat(it.seated()).isTrue());
        assertThat(browser.post().uri("/app/my-training/enrolments/" + own + "/withdrawal").with(As.me(me)).exchange()).hasStatus(422);
    }

    @Test
    void nobodyIsEnrolledTwiceOrAtTwoPlacesOrForWhatHasBegun() {
        var session = planned(plan(tomorrow, null, null, null));
        var same = planned(plan(tomorrow.plusSeconds(1_800), null, null, null));
        var who = person();
        var me = AnOccasion.account(db, who, Role.EMPLOYEE);
        assertThat(key(enrolments.enrol(session, UUID.randomUUID(), HR))).isEqualTo("learning.person-unknown");
        assertThat(key(enrolments.enrol(session, person().guest(), me))).isEqualTo("learning.not-yours");
        assertThat(key(enrolments.enrol(UUID.randomUUID(), who.guest(), me))).isEqualTo("learning.session-unknown");
        assertThat(key(enrolments.enrol(planned(plan(clock.instant().minusSeconds(60), null, null, null)), who.guest(), me))).isEqualTo("learning.session-begun");
        done(enrolments.enrol(session, who.guest(), me));
        assertThat(key(enrolments.enrol(session, who.guest(), me))).isEqualTo("learning.enrolled-already");
        assertThat(key(enrolments.enrol(same, who.guest(), me))).isEqualTo("learning.enrolled-elsewhere");
        done(occasions.callOff(sessions.find(session).orElseThrow().occasion(), "No trainer", HR));
        assertThat(key(enrolments.enrol(session, person().guest(), HR))).isEqualTo("learning.session-begun");
        done(enrolments.enrol(same, who.guest(), me));
        assertThat(browser.post().uri("/app/my-training/sessions/" + same + "/enrolment").with(As.a(Role.EMPLOYEE)).exchange()).as("in no list of people").hasStatus(422);
        assertThat(browser.post().uri("/app/trainings/sessions/" + same + "/enrolments").with(As.me(HR)).param("person", "nobody").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/trainings/sessions/" + same + "/withdrawal").with(As.me(HR)).param("enrolment", enrolments.of(same).getFirst().id().toString()).exchange()).hasStatus(422);
    }

    /** Two clicks at once on two sessions of the same hours: whoever is second sees the first. */
    @Test
    void ofTwoSessionsOfTheSameHoursOneIsGivenAlsoAtOnce() throws Exception {
        for (var i = 0; i < 8; i++) {
            var session = planned(plan(tomorrow, null, null, null));
            var same = planned(plan(tomorrow.plusSeconds(1_800), null, null, null));
            var who = person();
            var ready = new CyclicBarrier(2);
            try (var both = Executors.newFixedThreadPool(2)) {
                var answers = both.invokeAll(Stream.of(session, same).map(one -> (Callable<Answer<UUID>>) () -> {
                    ready.await();
                    return enrolments.enrol(one, who.guest(), HR);
                }).toList()).stream().map(it -> it.resultNow()).toList();
                assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(1);
                assertThat(answers.stream().filter(Answer.Refused.class::isInstance).map(AnOccasion::key)).containsExactly("learning.enrolled-elsewhere");
            }
        }
    }

    @Test
    void theLineManagerSaysWhetherSomebodyCanBeSpared() {
        var head = person();
        var manages = AnOccasion.account(db, head, Role.EMPLOYEE);
        done(heads.appoint(unit, head.guest(), Place.Rank.HEAD, LocalDate.now(clock).minusDays(9), "", HR.account()));
        var who = person();
        var me = AnOccasion.account(db, who, Role.EMPLOYEE);
        var session = planned(plan(tomorrow, null, null, null));
        var enrolled = done(enrolments.enrol(session, who.guest(), me));
        assertThat(key(enrolments.say(UUID.randomUUID(), true, "", manages))).isEqualTo("learning.enrolment-unknown");
        assertThat(key(enrolments.say(enrolled, true, "", me))).isEqualTo("learning.not-their-manager");
        assertThat(key(enrolments.say(enrolled, false, "", manages))).isEqualTo("learning.because-missing");
        assertThat(key(enrolments.say(enrolled, false, "x".repeat(1_001), manages))).isEqualTo("learning.words-long");
        assertThat(browser.get().uri("/app").with(As.me(manages)).exchange()).as("it lies on their desk").bodyText().contains("1 enrolment waits for your word", "/app/my-training/team");
        assertThat(browser.get().uri("/app").with(As.me(me)).exchange()).bodyText().doesNotContain("for your word");
        assertThat(browser.get().uri("/app/my-training/team").with(As.me(manages)).exchange()).bodyText().contains("nothing said");
        assertThat(browser.post().uri("/app/my-training/team").with(As.me(manages)).param("enrolment", enrolled.toString()).param("says", "NO").param("words", "").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/my-training/team").with(As.me(manages)).param("enrolment", enrolled.toString()).param("says", "NO").param("words", "Night shift").exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app").with(As.me(manages)).exchange()).as("said").bodyText().doesNotContain("for your word");
        assertThat(browser.get().uri("/app/trainings/sessions/" + session).with(As.me(HR)).exchange()).as("a word and no ruling").bodyText().contains("Night shift", "has a place");
        assertThat(browser.get().uri("/app/my-training/team").with(As.me(me)).exchange()).bodyText().contains("Nothing of your people");
    }

    @Test
    void aRoomIsUsedOnceAtATimeAndNobodyLeadsTwoSessions() {
        assertThat(key(rooms.open("A", 10, AnOccasion.OFFICER))).isEqualTo("learning.not-yours");
        assertThat(key(rooms.open(" ", 10, HR))).isEqualTo("learning.room-name");
        assertThat(key(rooms.open("x".repeat(301), 10, HR))).isEqualTo("learning.words-long");
        assertThat(key(rooms.open("A", 0, HR))).isEqualTo("learning.seats-wrong");
        var name = "Room " + UUID.randomUUID();
        var room = done(rooms.open(name, 10, HR));
        assertThat(key(rooms.open(name, 10, HR))).isEqualTo("learning.room-there");
        assertThat(browser.get().uri("/app/trainings/rooms").with(As.me(HR)).exchange()).bodyText().contains(name);
        assertThat(browser.post().uri("/app/trainings/rooms").with(As.me(HR)).param("name", name).param("seats", "ten").exchange()).hasStatus(422);
        var trainer = person().guest();
        assertThat(planning(plan(tomorrow, null, UUID.randomUUID(), null))).isEqualTo("learning.room-unknown");
        assertThat(planning(plan(tomorrow, null, room, 11))).isEqualTo("learning.capacity-wrong");
        assertThat(planning(plan(tomorrow, null, null, 0))).isEqualTo("learning.capacity-wrong");
        assertThat(planning(plan(tomorrow, null, room, null), plan(tomorrow.plusSeconds(3_599), null, room, null))).as("among themselves").isEqualTo("learning.room-taken");
        assertThat(planning(plan(tomorrow, trainer, null, null), plan(tomorrow, trainer, null, null))).isEqualTo("learning.trainer-busy");
        var session = planned(plan(tomorrow, trainer, room, null));
        assertThat(planning(plan(tomorrow.minusSeconds(1), null, room, null))).isEqualTo("learning.room-taken");
        assertThat(planning(plan(tomorrow.plusSeconds(3_599), trainer, null, null))).isEqualTo("learning.trainer-busy");
        var after = planned(plan(tomorrow.plusSeconds(3_600), trainer, room, null));
        assertThatThrownBy(() -> db.sql("UPDATE learning.session SET during = (SELECT during FROM learning.session WHERE session = :one) WHERE session = :other").param("one", session)
                .param("other", after).update()).as("the database holds it too").isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("room_taken_once");
        done(occasions.callOff(sessions.find(session).orElseThrow().occasion(), "Flooded", HR));
        planned(plan(tomorrow, trainer, room, null));
        assertThat(browser.post().uri("/app/trainings/" + ATraining.course(house, Kind.LEADERSHIP) + "/sessions").with(As.me(HR)).param("day", LocalDate.now(clock).plusDays(30).toString())
                .param("from", "9:00").param("until", "10:00").param("room", room.toString()).param("capacity", "99").exchange()).hasStatus(422).bodyText().contains("From 1 to 10 places");
    }

    @Test
    void aCalendarIsReadBySecretAddressUntilAnotherTakesItsPlace() {
        var who = person();
        var me = AnOccasion.account(db, who, Role.EMPLOYEE);
        var session = planned(plan(tomorrow, null, null, null));
        done(enrolments.enrol(session, who.guest(), me));
        assertThat(key(calendar.make(HR))).isEqualTo("learning.not-known");
        assertThat(browser.post().uri("/app/my-training/calendar").with(As.me(me)).exchange()).hasStatusOk().bodyText().contains("/calendar/", ".ics");
        var secret = done(calendar.make(me));
        assertThat(browser.get().uri("/calendar/" + secret + ".ics").exchange()).hasStatusOk().bodyText().startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").contains("UID:" + session, "STATUS:CONFIRMED\r\n")
                .endsWith("END:VCALENDAR\r\n");
        var another = done(calendar.make(me));
        assertThat(browser.get().uri("/calendar/" + secret + ".ics").exchange()).hasStatus(404);
        assertThat(browser.get().uri("/calendar/" + another + ".ics").exchange()).hasStatusOk();
        assertThat(browser.get().uri("/calendar/" + "x".repeat(32) + ".ics").exchange()).hasStatus(404);
        db.sql("INSERT INTO access.disabling (account, disabled_at, disabled_by, reason) VALUES (:me, now(), :me, 'Left')").param("me", me.account()).update();
        assertThat(browser.get().uri("/calendar/" + another + ".ics").exchange()).as("let in no more").hasStatus(404);
        assertThat(db.sql("SELECT count(*) FROM learning.calendar WHERE sha256 LIKE '%' || :secret || '%'").param("secret", another).query(Long.class).single()).as("the address is kept nowhere").isZero();
    }

    @Test
    void linesOfACalendarAreFoldedWithinSeventyFiveOctetsAndNeverWithinASign() {
        var at = Instant.parse("2026-11-28T01:00:00Z");
        var text = Calendar.text(List.of(new Calendar.Entry(UUID.randomUUID(), "Gas; lines, \\ and\nmore ".repeat(4), "特气管路安全作业".repeat(8), at, at.plusSeconds(60), "Hall, 3", true, false)), at,
                "probity.example");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:Gas\\; lines\\, \\\\ and\\nmore ", "特气管路安全作业".repeat(8), "LOCATION:Hall\\, 3", "STATUS:TENTATIVE", "DTSTART:20261128T010000Z");
    }

    @Test
    void whoeverWasThereTakesAPaperHome() {
        var who = person();
        Me me = AnOccasion.account(db, who, Role.EMPLOYEE);
        var session = ATraining.session(house, ATraining.course(house, Kind.LEADERSHIP), clock.instant().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS), Duration.ofHours(1));
        done(attendance.enter(session, List.of(new Came(who, null, null)), Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
        var paper = browser.get().uri("/app/my-training/" + session + "/certificate-zh.pdf").with(As.me(me)).exchange();
        assertThat(paper).hasStatusOk();
        assertThat(new String(paper.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(browser.get().uri("/app/my-training/" + session + "/certificate-fr.pdf").with(As.me(me)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/my-training/" + session + "/certificate-en.pdf").with(As.me(AnOccasion.account(db, person(), Role.EMPLOYEE))).exchange()).as("somebody else's").hasStatus(404);
        var html = house.getBean(AttendancePaper.class).html(house.getBean(Directory.class).person(who.guest()).orElseThrow(),
                house.getBean(Lists.class).attended(who.guest(), session).orElseThrow(), Lang.EN);
        assertThat(html).contains("Certificate of training", "1:00:00", "A course");
    }

    @Test
    void aPathSaysWhatIsDoneAndWhatComesNext() {
        var paths = house.getBean(Paths.class);
        var courses = house.getBean(Courses.class);
        var numbers = Stream.generate(() -> courses.find(ATraining.course(house, Kind.FRESHERS)).orElseThrow()).limit(3).toList();
        var order = numbers.stream().map(Course::number).toList();
        assertThat(key(paths.open("A", "甲", order, AnOccasion.OFFICER))).isEqualTo("learning.not-yours");
        assertThat(key(paths.open("A", " ", order, HR))).isEqualTo("learning.title-missing");
        assertThat(key(paths.open("x".repeat(301), "甲", order, HR))).isEqualTo("learning.words-long");
        assertThat(key(paths.open("A", "甲", order.subList(0, 1), HR))).isEqualTo("learning.path-courses");
        assertThat(key(paths.open("A", "甲", List.of(order.getFirst(), order.getFirst()), HR))).isEqualTo("learning.course-twice");
        assertThat(key(paths.open("A", "甲", List.of(order.getFirst(), "K-none"), HR))).isEqualTo("learning.course-number");
        var title = "Path " + UUID.randomUUID();
        assertThat(browser.post().uri("/app/my-training/paths").with(As.me(HR)).param("titleEn", title).param("titleZh", "路径").param("courses", "K-none").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/my-training/paths").with(As.me(HR)).param("titleEn", title).param("titleZh", "路径").param("courses", String.join("，", order)).exchange()).hasStatus(303);
        var who = person();
        var me = AnOccasion.account(db, who, Role.EMPLOYEE);
        assertThat(browser.post().uri("/app/my-training/paths").with(As.me(me)).exchange()).hasStatus(403);
        var session = ATraining.session(house, numbers.getFirst().id(), clock.instant().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS), Duration.ofHours(1));
        done(attendance.enter(session, List.of(new Came(who, null, null)), Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
        assertThat(paths.of(me).stream().filter(it -> it.titleEn().equals(title)).findFirst().orElseThrow()).satisfies(it -> {
            assertThat(it.done()).isEqualTo(1);
            assertThat(it.next().orElseThrow().number()).isEqualTo(order.get(1));
        });
        assertThat(browser.get().uri("/app/my-training/paths").with(As.me(me)).exchange()).bodyText().contains(title, "1 of 3 completed", "comes next");
    }

    @Test
    void wordsAboutAPlaceGoWithWhoeverIsForgotten() {
        var word = "w" + UUID.randomUUID();
        var session = planned(plan(tomorrow, null, null, 5));
        var who = person();
        var me = AnOccasion.account(db, who, Role.EMPLOYEE);
        var secret = done(calendar.make(me));
        var head = person();
        done(heads.appoint(unit, head.guest(), Place.Rank.HEAD, LocalDate.of(2024, 1, 1), "", HR.account()));
        var enrolled = done(enrolments.enrol(session, who.guest(), HR));
        done(enrolments.say(enrolled, false, word, AnOccasion.account(db, head, Role.EMPLOYEE)));
        done(enrolments.withdraw(enrolled, word, HR));
        assertThat(Traces.of(db, word)).contains("learning.enrolment.because", "learning.manager_word.words");
        house.publishEvent(new Directory.Forgotten(who.guest()));
        assertThat(Traces.of(db, word)).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM learning.calendar WHERE person = :person").param("person", who.guest()).query(Long.class).single()).isZero();
        assertThat(browser.get().uri("/calendar/" + secret + ".ics").exchange()).hasStatus(404);
        assertThat(db.sql("SELECT count(*) FROM learning.enrolment WHERE person = :person").param("person", who.guest()).query(Long.class).single()).as("that they asked").isOne();
    }
}
