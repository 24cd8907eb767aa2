package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.people.career.ACareer.Someone;
import org.probity.people.learning.Courses;
import org.probity.people.learning.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From what one wants over the gap to a course that answers it; a step is done when evidence of it exists, and the gap goes when a panel finds it shown. */
@WholeHouse
class PlanningOnesWayTest {
    @Autowired ApplicationContext house;
    @Autowired Plans plans;
    @Autowired Gaps gaps;
    @Autowired Courses courses;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    ACareer career;
    Someone ren;
    UUID item;
    LocalDate later;

    @BeforeEach
    void somebodyWithAGap() {
        career = new ACareer(house);
        career.standards();
        ren = career.someone(career.unit());
        later = LocalDate.now(clock).plusMonths(3);
        career.decided(career.sent(ren, "PRC-DIF", 2), 2, Map.of("K1", 1));
        item = gaps.of(ren.person()).getFirst().item();
    }

    @Test
    void aStepNamesAGapAWayAndADay() {
        assertThat(key(plans.plan(item, "OTHER", null, later, "", HR))).isEqualTo("career.no-person");
        assertThat(key(plans.plan(UUID.randomUUID(), "OTHER", null, later, "", ren.me()))).isEqualTo("career.gap-unknown");
        assertThat(key(plans.plan(item, "MAGIC", null, later, "", ren.me()))).isEqualTo("career.way-unknown");
        assertThat(key(plans.plan(item, "COURSE", UUID.randomUUID(), later, "", ren.me()))).isEqualTo("career.course-unknown");
        assertThat(key(plans.plan(item, "OTHER", null, LocalDate.now(clock), "", ren.me()))).isEqualTo("career.plan-day");
        assertThat(key(plans.plan(item, "OTHER", null, later, "x".repeat(2_001), ren.me()))).isEqualTo("career.words-long");
        done(plans.plan(item, "ROTATION", null, later, "A year at the furnace", ren.me()));
        assertThat(plans.of(ren.person())).singleElement().extracting(Plans.Step::way, Plans.Step::doneOn, Plans.Step::shown).containsExactly(Plans.Way.ROTATION, null, false);
        assertThat(browser.get().uri("/app/career/plan").with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().contains("A year at the furnace");
        assertThat(browser.get().uri("/app/career/plan").with(As.a(Role.EMPLOYEE)).exchange()).hasStatusOk().bodyText().doesNotContain("A year at the furnace");
        done(plans.plan(item, "DROPPED", null, null, "", ren.me()));
        assertThat(plans.of(ren.person())).isEmpty();
    }

    @Test
    void aCourseThatAnswersTheGapIsOfferedAndTheGapGoesWhenAPanelFindsItShown() {
        var course = done(courses.open(new Courses.Opening(Kind.QUALIFICATION, "Junctions for technicians", "结与钝化培训", "", "", 24, List.of(item)), HR));
        assertThat(plans.courses(List.of(item))).extracting(Plans.Course::id).contains(course);
        assertThat(browser.post().uri("/app/career/plan").with(As.me(ren.me())).param("item", item.toString()).param("way", "COURSE").param("course", course.toString())
                .param("until", later.toString()).exchange()).hasStatus(303);
        assertThat(plans.of(ren.person())).singleElement().extracting(Plans.Step::way, Plans.Step::courseEn).containsExactly(Plans.Way.COURSE, "Junctions for technicians");
        career.decided(career.sent(ren, "PRC-DIF", 2), 2, Map.of());
        assertThat(plans.of(ren.person())).singleElement().extracting(Plans.Step::shown).isEqualTo(true);
    }
}
