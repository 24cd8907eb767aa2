package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.learning.ATraining.HR;
import static org.probity.shapes.gathering.AnOccasion.done;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The year before this one: what was counted then and what was not. */
@WholeHouse(own = true)
class CountingHoursTest {
    @Autowired ApplicationContext house;
    @Autowired Attendance attendance;
    @Autowired Occasions occasions;
    @Autowired Figures figures;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    int year;
    UUID unit;

    @BeforeEach
    void lastYear() {
        year = LocalDate.now(clock).getYear() - 1;
        unit = AnOccasion.unit(house, "LH" + UUID.randomUUID());
    }

    Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(clock.getZone()).toInstant();
    }

    FigureValue value(String key, int of) {
        return figures.live(figures.find(key).orElseThrow(), of);
    }

    static Row row(FigureValue value, UUID subject) {
        return value.rows().stream().filter(it -> it.subject().equals(subject)).findFirst().orElseThrow();
    }

    GuestList.Key person(Engagement kind, LocalDate from, LocalDate until) {
        var number = "N" + UUID.randomUUID().toString().substring(0, 8);
        return new GuestList.Key("staff", done(staff.takeOn(new Staff.Identity(number, "", "Person " + number, ""), new Staff.Term(kind, unit, "", from, until), "", HR.account())));
    }

    @Test
    void everySecondOfAClosedListCountsOnceAndInTheYearInWhichItsSessionBegan() {
        var course = ATraining.course(house, Kind.PROFESSIONAL);
        var since = LocalDate.of(year - 1, 1, 1);
        var stays = person(Engagement.EMPLOYEE, since, null);
        var left = person(Engagement.EMPLOYEE, since, LocalDate.of(year, 6, 30));
        var joined = person(Engagement.DISPATCH, LocalDate.of(year, 12, 31), null);
        var retired = person(Engagement.RETIREE, since, null);
        var untrained = person(Engagement.CONTRACTOR, since, null);

        var march = ATraining.session(house, course, at(LocalDate.of(year, 3, 5), 9, 0), Duration.ofHours(2));
        done(attendance.enter(march, List.of(
                // Twice on the list for the same minutes, early and to the second.
                new Came(stays, at(LocalDate.of(year, 3, 5), 8, 50), at(LocalDate.of(year, 3, 5), 10, 0).plusSeconds(1)),
                new Came(stays, at(LocalDate.of(year, 3, 5), 9, 30), at(LocalDate.of(year, 3, 5), 10, 0)),
                new Came(left, null, null)), Means.ENTERED, HR));
        done(attendance.close(march, 3, "", HR));
        var overMidnight = ATraining.session(house, course, at(LocalDate.of(year, 12, 31), 23, 30), Duration.ofHours(1));
        done(attendance.enter(overMidnight, List.of(new Came(stays, null, null), new Came(retired, null, null)), Means.ENTERED, HR));
        done(attendance.close(overMidnight, 0, "", HR));
        var yearBefore = ATraining.session(house, course, at(LocalDate.of(year - 1, 12, 31), 23, 30), Duration.ofHours(1));
        done(attendance.enter(yearBefore, List.of(new Came(stays, null, null)), Means.ENTERED, HR));
        done(attendance.close(yearBefore, 0, "", HR));
        var open = ATraining.session(house, course, at(LocalDate.of(year, 4, 1), 9, 0), Duration.ofHours(2));
        done(attendance.enter(open, List.of(new Came(stays, null, null)), Means.ENTERED, HR));
        var calledOff = ATraining.session(house, course, at(LocalDate.of(year, 5, 1), 9, 0), Duration.ofHours(2));
        done(occasions.callOff(house.getBean(Sessions.class).find(calledOff).orElseThrow().occasion(), "A typhoon", HR));

        var hours = value(LearningFigures.HOURS, year);
        // 3601 + 7200 in March, 3600 + 3600 over midnight.
        assertThat(hours.shown()).isEqualTo("5.00");
        assertThat(row(hours, march).input("seconds")).isEqualByComparingTo("10801");
        assertThat(row(hours, march).evidence()).hasSize(1);
        assertThat(row(hours, open).reason()).isEqualTo("learning.figure.list-open");
        assertThat(row(hours, calledOff).reason()).isEqualTo("learning.figure.called-off");
        assertThat(hours.rows()).extracting(Row::subject).contains(overMidnight).doesNotContain(yearBefore);
        assertThat(hours.control().difference()).isZero();
        assertThat(hours.control().stated()).isEqualByComparingTo("18001");

        var each = value(LearningFigures.HOURS_PER_PERSON, year);
        var heads = each.rows().stream().filter(it -> it.input("person").signum() > 0).map(Row::subject).toList();
        assertThat(heads).contains(stays.guest(), joined.guest(), untrained.guest()).doesNotContain(left.guest(), retired.guest());
        assertThat(row(each, left.guest()).input("seconds")).as("their seconds count, their head does not").isEqualByComparingTo("7200");
        assertThat(row(each, untrained.guest()).input("seconds")).isZero();
        assertThat(each.exact().orElseThrow().toString()).isEqualTo(new org.probity.proof.Fraction(java.math.BigInteger.valueOf(18_001), java.math.BigInteger.valueOf(heads.size())).toString());
        assertThat(each.control().difference()).isZero();
        assertThat(figures.number(figures.find(LearningFigures.HOURS).orElseThrow(), year).shown()).as("folded in the database").isEqualTo("5.00");

        var before = clock.instant();
        done(attendance.enter(march, List.of(new Came(joined, null, null)), Means.ENTERED, HR));
        assertThat(value(LearningFigures.HOURS, year).shown()).as("a list that was not closed again says what it said").isEqualTo("5.00");
        done(attendance.close(march, 3, "Was overlooked", HR));
        assertThat(value(LearningFigures.HOURS, year).shown()).isEqualTo("7.00");
        assertThat(value(LearningFigures.HOURS, year).control().difference()).isZero();
        assertThat(figures.knownAt(figures.find(LearningFigures.HOURS).orElseThrow(), year, before).shown()).as("as known before the correction").isEqualTo("5.00");
        db.sql("DELETE FROM learning.attended WHERE session = :id AND person = :person").param("id", march).param("person", joined.guest()).update();
        assertThat(value(LearningFigures.HOURS, year).control().difference()).as("a line that vanished shows").isEqualByComparingTo("7200");
    }

    @Test
    void fromTheFigureToTheSessionItIsThreeClicks() {
        var course = ATraining.course(house, Kind.LEADERSHIP);
        var who = person(Engagement.EMPLOYEE, LocalDate.of(year - 1, 1, 1), null);
        var session = ATraining.session(house, course, at(LocalDate.of(year, 9, 9), 9, 0), Duration.ofHours(1));
        done(attendance.enter(session, List.of(new Came(who, null, null)), Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
        var publisher = As.a(Role.PUBLISHER);
        var toSession = "/app/trainings/sessions/" + session;
        var toPerson = "/app/trainings/people/" + who.guest();
        assertThat(browser.get().uri("/app/figures").with(publisher).exchange()).bodyText().contains("/app/figures/" + LearningFigures.HOURS, "/app/figures/" + LearningFigures.HOURS_PER_PERSON);
        assertThat(browser.get().uri("/app/figures/" + LearningFigures.HOURS + "?year=" + year).with(publisher).exchange()).bodyText().contains(toSession);
        assertThat(browser.get().uri("/app/figures/" + LearningFigures.HOURS_PER_PERSON + "?year=" + year).with(As.me(HR)).exchange()).bodyText().contains(toPerson, "Person N");
        assertThat(browser.get().uri("/app/figures/" + LearningFigures.HOURS_PER_PERSON + "?year=" + year).with(publisher).exchange()).as("names of people are no publisher's")
                .hasStatusOk().bodyText().doesNotContain(toPerson, "Person N");
        assertThat(browser.get().uri(toPerson).with(As.me(HR)).exchange()).bodyText().contains(toSession);
        assertThat(browser.get().uri(toSession).with(As.me(HR)).exchange()).bodyText().contains("1:00:00", "Person N");
        assertThat(browser.get().uri(toSession).with(As.a(Role.UNION)).exchange()).bodyText().contains("human resources and to the assurer").doesNotContain("Person N");
        assertThat(browser.get().uri(toPerson).with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(403);
    }
}
