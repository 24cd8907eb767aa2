package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.learning.ATraining.HR;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.course.ALesson;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class OwingYearlyCoursesTest {
    @Autowired ApplicationContext house;
    @Autowired Courses courses;
    @Autowired Yearly yearly;
    @Autowired Attendance attendance;
    @Autowired Obligations obligations;
    @Autowired Figures figures;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    LocalDate today;
    UUID unit;
    UUID equal;
    UUID harassment;

    @BeforeEach
    void twoCourses() {
        today = LocalDate.now(clock);
        unit = AnOccasion.unit(house, "YC" + UUID.randomUUID());
        equal = course(Duty.EQUAL_EMPLOYMENT);
        harassment = course(Duty.HARASSMENT);
    }

    UUID course(Duty duty) {
        return done(courses.open(new Courses.Opening(Kind.YEARLY, duty, "Course " + duty, "课程 " + duty, "", "", 12, List.of()), HR));
    }

    GuestList.Key person(Engagement kind, LocalDate from, LocalDate until) {
        var number = "Y" + UUID.randomUUID().toString().substring(0, 8);
        return new GuestList.Key("staff", done(staff.takeOn(new Staff.Identity(number, "", "Person " + number, ""), new Staff.Term(kind, unit, "", from, until), "", HR.account())));
    }

    Map<UUID, State> owes(GuestList.Key who) {
        var about = db.sql("SELECT id, about FROM obligation.about").query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return obligations.of(who.guest()).stream().filter(it -> it.kind().equals(Yearly.KIND) && List.of(equal, harassment).contains(about.get(it.id())))
                .collect(Collectors.toMap(it -> about.get(it.id()), Obligation::state));
    }

    UUID attend(UUID course, int minutes, GuestList.Key... who) {
        // Begun and over today, whatever the hour.
        Instant from = today.atStartOfDay(clock.getZone()).toInstant();
        var over = clock.instant().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
        var length = Duration.between(from, over).compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : Duration.between(from, over);
        var session = ATraining.session(house, course, from, length);
        done(attendance.enter(session, List.of(who).stream().map(it -> new Came(it, null, from.plus(length.multipliedBy(minutes).dividedBy(60)).truncatedTo(ChronoUnit.SECONDS))).toList(), Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
        return session;
    }

    FigureValue value() {
        return figures.live(figures.find(LearningFigures.EQUAL).orElseThrow(), today.getYear());
    }

    static Row row(FigureValue value, GuestList.Key who) {
        return value.rows().stream().filter(it -> it.subject().equals(who.guest())).findFirst().orElseThrow();
    }

    @Test
    void everybodyEngagedOwesBothOnceAYearAndWhoLeavesOwesThemNoMore() {
        var stays = person(Engagement.EMPLOYEE, today.minusYears(2), null);
        var dispatched = person(Engagement.DISPATCH, today.minusYears(1), null);
        var retired = person(Engagement.RETIREE, today.minusYears(1), null);
        var leaves = person(Engagement.EMPLOYEE, today.minusYears(1), today);
        assertThat(yearly.ask(today)).isPositive();
        assertThat(yearly.ask(today)).as("the same day twice").isZero();
        assertThat(owes(stays)).isEqualTo(Map.of(equal, State.OWED, harassment, State.OWED));
        assertThat(owes(dispatched)).hasSize(2);
        assertThat(owes(retired)).isEmpty();
        var comes = person(Engagement.INTERN, today, null);
        assertThat(yearly.ask(today.plusDays(1))).as("whoever comes later, each open course").isPositive();
        if (today.plusDays(1).getYear() == today.getYear()) {
            assertThat(owes(comes)).hasSize(2);
            assertThat(owes(leaves)).isEqualTo(Map.of(equal, State.WAIVED, harassment, State.WAIVED));
        }
    }

    @Test
    void aClosedListMeetsItAndACorrectedOneCanTakeThatBack() {
        var both = person(Engagement.EMPLOYEE, today.minusYears(1), null);
        var one = person(Engagement.EMPLOYEE, today.minusYears(1), null);
        var early = person(Engagement.EMPLOYEE, today.minusYears(1), null);
        var none = person(Engagement.EMPLOYEE, today.minusYears(1), null);
        yearly.ask(today);
        attend(equal, 60, both, one);
        var session = attend(harassment, 60, both);
        attend(harassment, 40, early);
        assertThat(owes(both)).isEqualTo(Map.of(equal, State.MET, harassment, State.MET));
        assertThat(owes(one)).isEqualTo(Map.of(equal, State.MET, harassment, State.OWED));
        assertThat(owes(early)).as("two thirds of it are not enough").isEqualTo(Map.of(equal, State.OWED, harassment, State.OWED));
        var value = value();
        assertThat(row(value, both)).extracting(it -> it.input("met").intValue(), it -> it.evidence().size()).containsExactly(1, 2);
        assertThat(List.of(row(value, one), row(value, early), row(value, none))).allSatisfy(it -> assertThat(it.input("met")).isZero());
        assertThat(value.control().difference()).isZero();

        var presence = attendance.presences(session).getFirst().id();
        done(attendance.withdraw(session, presence, HR));
        done(attendance.enter(session, List.of(new Came(one, null, null)), Means.ENTERED, HR));
        done(attendance.close(session, 0, "It was the other one", HR));
        assertThat(owes(both)).isEqualTo(Map.of(equal, State.MET, harassment, State.SENT_BACK));
        assertThat(owes(one)).isEqualTo(Map.of(equal, State.MET, harassment, State.MET));
        assertThat(row(value(), one).input("met")).isEqualByComparingTo("1");
        assertThat(value().control().difference()).as("taken back is not met").isZero();
    }

    @Test
    void whoPassesOnlineOwesItNoMoreFromThatMomentAndBothWaysMeetTheDuty() {
        var both = person(Engagement.EMPLOYEE, today.minusYears(1), null);
        var me = AnOccasion.account(db, both, Role.EMPLOYEE);
        yearly.ask(today);
        var editions = house.getBean(Editions.class);
        done(editions.save(equal, Draft.of(ALesson.OF_TWO, 15), HR));
        done(editions.publish(equal, HR));
        assertThat(browser.get().uri("/app/my-training").with(As.me(me)).exchange()).bodyText().contains("Can be taken online now", OnlinePage.path(equal));
        assertThat(browser.get().uri("/app").with(As.me(me)).exchange()).as("from the desk in one tap").bodyText().contains(OnlinePage.path(equal));
        var online = house.getBean(Online.class);
        var taking = done(online.begin(equal, me));
        done(online.read(taking, 1, me));
        done(online.read(taking, 2, me));
        // As if they had read for four minutes.
        db.sql("""
                INSERT INTO course.stretch (id, taking, circle, who, from_at, until_at)
                SELECT gen_random_uuid(), id, circle, who, date_trunc('second', now()) - interval '1 hour', date_trunc('second', now()) - interval '56 minutes' FROM course.taking WHERE id = :taking
                """).param("taking", taking).update();
        assertThat(done(online.answer(taking, Map.of("q1", 0, "q2", 0), me)).passed()).isFalse();
        assertThat(owes(both)).isEqualTo(Map.of(equal, State.OWED, harassment, State.OWED));
        done(online.answer(taking, Map.of("q1", 1, "q2", 0), me));
        assertThat(owes(both)).isEqualTo(Map.of(equal, State.MET, harassment, State.OWED));
        attend(harassment, 60, both);
        assertThat(owes(both)).isEqualTo(Map.of(equal, State.MET, harassment, State.MET));
        assertThat(row(value(), both).input("met")).isEqualByComparingTo("1");
        assertThat(value().control().difference()).as("the quizzes say the same by themselves").isZero();
    }

    @Test
    void whatSomebodyOwesIsOnTheirDeskAndTheyAreRemindedOfIt() {
        var who = person(Engagement.EMPLOYEE, today.minusYears(1), null);
        var me = AnOccasion.account(db, who, Role.EMPLOYEE);
        yearly.ask(today);
        ATraining.session(house, equal, clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS), Duration.ofHours(1));
        assertThat(browser.get().uri("/app").with(As.me(me)).exchange()).bodyText().contains("Course EQUAL_EMPLOYMENT", "/app/my-training");
        assertThat(browser.get().uri("/app/my-training").with(As.me(me)).exchange()).bodyText().contains("Course HARASSMENT", "No session is planned yet", "Next session");
        var due = LocalDate.of(today.getYear(), 12, 31);
        obligations.begin(due.minusDays(7));
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to").param("to", me.account() + "@helia.example").query(Long.class).single()).isPositive();
    }

    @Test
    void aYearlyCourseSaysWhichDutyItMeetsAndOthersMeetNone() {
        assertThat(key(courses.open(new Courses.Opening(Kind.YEARLY, null, "A", "甲", "", "", null, List.of()), HR))).isEqualTo("learning.duty-missing");
        assertThat(key(courses.open(new Courses.Opening(Kind.LEADERSHIP, Duty.OTHER, "A", "甲", "", "", null, List.of()), HR))).isEqualTo("learning.duty-missing");
        assertThat(browser.post().uri("/app/trainings").with(As.me(HR)).param("kind", "YEARLY").param("titleEn", "A").param("titleZh", "甲").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/trainings").with(As.me(HR)).param("kind", "YEARLY").param("duty", "SAFETY").param("titleEn", "A").param("titleZh", "甲").exchange()).hasStatus(303);
    }
}
