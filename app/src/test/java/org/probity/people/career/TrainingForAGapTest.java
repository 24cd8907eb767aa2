package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.start.WholeHouse;
import org.probity.people.career.ACareer.Someone;
import org.probity.people.learning.Courses;
import org.probity.people.learning.Kind;
import org.probity.people.learning.Sessions;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Qualification as traction: a standard asks, a panel does not find it shown, a course answers that item, whoever completes it is a participant and has done their step. */
@WholeHouse
class TrainingForAGapTest {
    @Autowired ApplicationContext house;
    @Autowired Plans plans;
    @Autowired Gaps gaps;
    @Autowired Courses courses;
    @Autowired Sessions sessions;
    @Autowired Occasions occasions;
    @Autowired Attendance attendance;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    ACareer career;
    Someone ren;
    UUID item;
    LocalDate today;
    LocalDate yesterday;

    @BeforeEach
    void somebodyWithAGap() {
        today = LocalDate.now(clock);
        yesterday = today.minusDays(1);
        career = new ACareer(house);
        career.standards();
        ren = career.someone(career.unit());
        career.decided(career.sent(ren, "PRC-DIF", 2), 2, Map.of("K1", 1));
        item = gaps.of(ren.person()).getFirst().item();
    }

    Courses.Opening opening(Kind kind, UUID... items) {
        return new Courses.Opening(kind, "Junctions for technicians", "结与钝化培训", "", "", 24, List.of(items));
    }

    /** Yesterday; they were there for so many percent of it. */
    void held(UUID course, int percent) {
        Instant from = yesterday.atTime(9, 0).atZone(clock.getZone()).toInstant();
        var length = Duration.ofHours(1);
        var occasion = done(sessions.plan(course, List.of(new Sessions.Plan(from, from.plus(length), "Room 3", null, false)), HR));
        var session = occasions.sessions(occasion).getFirst().id();
        done(attendance.enter(session, List.of(new Came(new GuestList.Key(Colleagues.CIRCLE, ren.person()), from, from.plus(length.multipliedBy(percent).dividedBy(100)))),
                Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
    }

    Optional<Row> participant() {
        return figures.live(figures.find("ppl-training-participants").orElseThrow(), yesterday.getYear()).rows().stream().filter(it -> it.subject().equals(ren.person())).findFirst();
    }

    @Test
    void trainingForAQualificationNamesItemsOfStandardsInForceAndOthersNeedNone() {
        assertThat(key(courses.open(opening(Kind.QUALIFICATION), HR))).isEqualTo("learning.item-missing");
        assertThat(key(courses.open(opening(Kind.QUALIFICATION, item, UUID.randomUUID()), HR))).isEqualTo("learning.item-unknown");
        done(courses.open(opening(Kind.PROFESSIONAL), HR));
        assertThat(browser.get().uri("/app/trainings/new").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Find items of the standards");
        var found = browser.post().uri("/app/trainings").with(As.me(HR)).param("act", "seek").param("seek", "Junctions and").param("titleEn", "Kept while looking").exchange();
        assertThat(found).hasStatusOk().bodyText().contains("PRC-DIF K1", "Junctions and passivation", "Kept while looking");
        assertThat(browser.post().uri("/app/trainings").with(As.me(HR)).param("act", "seek").param("seek", "no such word").param("items", item.toString()).exchange()).as("what was chosen stays")
                .hasStatusOk().bodyText().contains("PRC-DIF K1");
        assertThat(browser.post().uri("/app/trainings").with(As.me(HR)).param("kind", "QUALIFICATION").param("titleEn", "A").param("titleZh", "甲").exchange()).hasStatus(422)
                .bodyText().contains("says which items of the standards it answers");
        var opened = browser.post().uri("/app/trainings").with(As.me(HR)).param("kind", "QUALIFICATION").param("titleEn", "A").param("titleZh", "甲").param("items", item.toString()).exchange();
        assertThat(opened).hasStatus(303);
        assertThat(browser.get().uri(opened.getResponse().getHeader("Location")).with(As.me(HR)).exchange()).bodyText().contains("PRC-DIF K1", "Junctions and passivation");
    }

    @Test
    void whoCompletesACourseThatAnswersTheirGapHasDoneTheirStepAndIsAParticipant() {
        var course = done(courses.open(opening(Kind.QUALIFICATION, item), HR));
        assertThat(plans.courses(List.of(item))).extracting(Plans.Course::id).contains(course);
        done(plans.plan(item, "COURSE", course, today.plusMonths(3), "", ren.me()));
        assertThat(participant()).isEmpty();
        held(course, 74);
        assertThat(participant().orElseThrow().reason()).as("too early by the rule of three quarters").isEqualTo("learning.figure.not-completed");
        assertThat(plans.of(ren.person())).singleElement().extracting(Plans.Step::doneOn).isNull();
        held(course, 100);
        assertThat(participant().orElseThrow().reason()).isNull();
        assertThat(plans.of(ren.person())).singleElement().extracting(Plans.Step::doneOn, Plans.Step::shown).containsExactly(yesterday, false);
        assertThat(gaps.of(ren.person())).as("being trained is not having shown it").extracting(Gaps.Gap::item).contains(item);
        assertThat(db.sql("SELECT count(*) FROM career.gap JOIN learning.course_answers AS answers ON answers.item = gap.item WHERE gap.person = :who AND answers.course = :course")
                .param("who", ren.person()).param("course", course).query(Long.class).single()).as("what the rooms publish fits together").isEqualTo(1);
        career.decided(career.sent(ren, "PRC-DIF", 2), 2, Map.of());
        assertThat(gaps.of(ren.person())).extracting(Gaps.Gap::item).doesNotContain(item);
        assertThat(participant()).as("and stays a participant").isPresent();
    }

    @Test
    void aCourseThatAnswersNothingMakesNobodyAParticipant() {
        held(done(courses.open(opening(Kind.LEADERSHIP), HR)), 100);
        assertThat(participant()).isEmpty();
    }
}
