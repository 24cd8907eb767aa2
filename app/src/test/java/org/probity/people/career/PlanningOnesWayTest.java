package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Query;
import org.probity.people.career.ACareer.Someone;
import org.probity.people.learning.Courses;
import org.probity.people.learning.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From what one wants over the gap to a course that answers it; a step is done when evidence of it exists, and the gap goes when a panel finds it shown. */
@WholeHouse
class PlanningOnesWayTest {
    @Autowired ApplicationContext house;
    @Autowired Plans plans;
    @Autowired Gaps gaps;
    @Autowired Register register;
    @Autowired Applications applications;
    @Autowired Courses courses;
    @Autowired JdbcClient db;
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

    /** What one wants comes first; the application comes when there is something to show. */
    @Test
    void whoAimsAtALevelNeedNotApplyForIt() {
        var lu = career.someone(career.unit());
        var stranger = new Me(UUID.randomUUID(), "Nobody", Set.of(Role.EMPLOYEE), Optional.empty());
        assertThat(key(plans.aim("PRC-DIF", 3, stranger))).isEqualTo("career.no-person");
        assertThat(key(plans.aimNoMore(stranger))).isEqualTo("career.no-person");
        assertThat(key(plans.aim("NO-SUCH", 3, lu.me()))).isEqualTo("career.track-unknown");
        assertThat(key(plans.aim("PRC-DIF", 0, lu.me()))).isEqualTo("career.level-unknown");
        assertThat(key(plans.aim("PRC-DIF", 9, lu.me()))).isEqualTo("career.level-unknown");
        var without = register.tracks(Query.all("/app/careers")).stream().filter(it -> it.version() == null).findFirst().orElseThrow();
        assertThat(key(plans.aim(without.code(), 1, lu.me()))).as("the track that is a gap").isEqualTo("career.no-standard");
        assertThat(browser.get().uri("/app/career/plan?track=PRC-DIF").with(As.me(lu.me())).exchange()).hasStatusOk().bodyText().contains("What I aim at", "<option value=\"PRC-DIF\" selected");
        assertThat(browser.post().uri("/app/career/aim").param("track", "PRC-DIF").param("level", "4").with(As.me(lu.me())).exchange()).as("several levels on").hasStatus(303);
        assertThat(plans.aimOf(lu.person())).get().extracting(Plans.Aim::track, Plans.Aim::level).containsExactly("PRC-DIF", 4);
        assertThat(applications.of(lu.person())).as("no application").isEmpty();
        var missing = gaps.of(lu.person());
        assertThat(missing).isNotEmpty().allMatch(it -> it.wanted() == 4);
        done(plans.plan(missing.getFirst().item(), "ROTATION", null, later, "A year in another workshop", lu.me()));
        assertThat(plans.of(lu.person())).singleElement().extracting(Plans.Step::aimed, Plans.Step::shown).containsExactly(true, false);
        assertThat(plans.aimOf(ren.person())).as("nobody else's").get().extracting(Plans.Aim::level).isEqualTo(2);
        assertThat(browser.post().uri("/app/career/aim/end").with(As.me(lu.me())).exchange()).hasStatus(303);
        assertThat(gaps.of(lu.person())).isEmpty();
        assertThat(plans.of(lu.person())).as("what is no longer aimed at was not shown by that").singleElement().extracting(Plans.Step::aimed, Plans.Step::shown).containsExactly(false, false);
        assertThat(browser.get().uri("/app/career/plan").with(As.me(lu.me())).exchange()).hasStatusOk().bodyText().contains("not part of your aim now");
    }

    @Test
    void aLevelThatIsHeldIsNoAimAndWhoHasLeftAimsAtNothing() {
        var holder = career.someone(career.unit());
        career.decided(career.sent(holder, "PRC-DIF", 2), 2, Map.of());
        assertThat(key(plans.aim("PRC-DIF", 2, holder.me()))).isEqualTo("career.aim-held");
        assertThat(key(plans.aim("PRC-DIF", 1, holder.me()))).isEqualTo("career.aim-held");
        done(plans.aim("PRC-DIF", 3, holder.me()));
        var left = career.someone(career.unit());
        db.sql("UPDATE directory.engagement SET until_day = DATE '2025-01-01' WHERE person = :person").param("person", left.person()).update();
        assertThat(key(plans.aim("PRC-DIF", 3, left.me()))).isEqualTo("career.not-engaged");
    }
}
