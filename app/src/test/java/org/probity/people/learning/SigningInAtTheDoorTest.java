package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.learning.ATraining.HR;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.DoorCodes;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class SigningInAtTheDoorTest {
    @Autowired ApplicationContext house;
    @Autowired Courses courses;
    @Autowired Sessions sessions;
    @Autowired Attendance attendance;
    @Autowired Occasions occasions;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    GuestList.Key person() {
        return AnOccasion.colleague(house, AnOccasion.unit(house, "SD" + UUID.randomUUID()), "D" + UUID.randomUUID().toString().substring(0, 8));
    }

    UUID running(UUID trainer) {
        return ATraining.session(house, ATraining.course(house, Kind.YEARLY), clock.instant().minus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS), Duration.ofHours(1), trainer);
    }

    String door(UUID session) {
        return "/app/learning/here/" + session + "/" + house.getBean(DoorCodes.class).now(session);
    }

    @Test
    void aPhoneReadsTheSquareAndItsOwnerSaysThatTheyAreThereAndThatTheyLeave() {
        var who = person();
        var me = AnOccasion.account(db, who, Role.EMPLOYEE);
        var session = running(null);
        assertThat(browser.get().uri(door(session)).exchange().getResponse().getHeader("Location")).as("signed out, a phone is led to sign in and back")
                .contains("next=%2Fapp%2Flearning%2Fhere%2F" + session);
        assertThat(browser.get().uri(door(session)).with(As.me(me)).exchange()).hasStatusOk().bodyText().contains("I am here");
        assertThat(attendance.presences(session)).as("looking is not being there").isEmpty();
        assertThat(browser.post().uri("/app/learning/here/" + session + "/000000x").with(As.me(me)).exchange()).hasStatus(422);
        assertThat(browser.post().uri(door(session)).with(As.me(me)).exchange()).hasStatus(303);
        assertThat(attendance.presences(session)).singleElement().satisfies(it -> assertThat(it.guest()).isEqualTo(who.guest()));
        assertThat(browser.post().uri(door(session)).with(As.me(me)).exchange()).as("twice").hasStatus(422);
        var presence = attendance.presences(session).getFirst().id();
        assertThat(browser.get().uri(door(session)).with(As.me(me)).exchange()).bodyText().contains("You are here since", presence.toString());
        assertThat(browser.post().uri(door(session) + "/leaving").param("presence", UUID.randomUUID().toString()).with(As.me(me)).exchange()).hasStatus(422);
        assertThat(browser.post().uri(door(session) + "/leaving").param("presence", presence.toString()).with(As.me(me)).exchange()).hasStatus(303);
        assertThat(browser.get().uri(door(session)).with(As.me(HR)).exchange()).as("an account of nobody in the directory").bodyText().contains("in no list of people");
    }

    @Test
    void theSquareIsShownByWhoeverLeadsTheSessionAndByNobodyElse() {
        var trainer = person();
        var trains = AnOccasion.account(db, trainer, Role.EMPLOYEE);
        var comes = AnOccasion.account(db, person(), Role.EMPLOYEE);
        var session = running(trainer.guest());
        var door = "/app/trainings/sessions/" + session + "/door";
        assertThat(browser.get().uri(door).with(As.me(trains)).exchange()).hasStatusOk().bodyText().contains("<svg class=\"qr\"", house.getBean(DoorCodes.class).now(session));
        assertThat(browser.get().uri(door).with(As.me(HR)).exchange()).hasStatusOk();
        assertThat(browser.get().uri(door).with(As.me(comes)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/my-training").with(As.me(trains)).exchange()).bodyText().contains("You lead", door);
        assertThat(browser.get().uri("/app/my-training").with(As.me(comes)).exchange()).hasStatusOk().bodyText().doesNotContain(door);
    }

    @Test
    void whereThereIsNoScreenASheetIsPrintedAndWhoComesByItIsMarkedSo() {
        var trainer = person();
        var trains = AnOccasion.account(db, trainer, Role.EMPLOYEE);
        var who = person();
        var comes = AnOccasion.account(db, who, Role.EMPLOYEE);
        var session = running(trainer.guest());
        var sheet = "/app/trainings/sessions/" + session + "/sheet";
        var fixed = "/app/learning/here/" + session + "/" + occasions.session(session).orElseThrow().code();
        assertThat(browser.get().uri(sheet).with(As.me(trains)).exchange()).as("nobody printed one").hasStatus(404);
        assertThat(browser.get().uri(fixed).with(As.me(comes)).exchange()).bodyText().contains("The code has changed").doesNotContain("name=\"seen\"");
        assertThat(browser.post().uri(fixed).with(As.me(comes)).exchange()).hasStatus(422);
        assertThat(browser.post().uri(sheet).with(As.me(comes)).exchange()).as("whoever leads prints").hasStatus(404);
        assertThat(browser.post().uri(sheet).with(As.me(trains)).exchange()).hasStatus3xxRedirection();
        assertThat(browser.get().uri(sheet).with(As.me(trains)).exchange()).bodyText().contains("<svg class=\"qr\"", "not that they were in the room");
        assertThat(browser.get().uri("/app/trainings/sessions/" + session + "/door").with(As.me(trains)).exchange()).bodyText().contains("Open the sheet to print");
        assertThat(browser.get().uri(fixed).with(As.me(comes)).exchange()).bodyText().contains("name=\"seen\"");
        assertThat(browser.post().uri(fixed).with(As.me(comes)).exchange()).hasStatus(303);
        assertThat(attendance.presences(session)).singleElement().satisfies(it -> assertThat(it.means()).isEqualTo(Means.SHEET));
        assertThat(browser.get().uri("/app/gatherings/" + sessions.find(session).orElseThrow().occasion()).with(As.me(HR)).exchange()).bodyText().contains("by a printed code");
    }

    @Test
    void theDoorShowsTheNextCodeByItself() {
        var session = running(null);
        var shown = browser.get().uri("/app/trainings/sessions/" + session + "/door").with(As.me(HR)).exchange();
        assertThat(Integer.parseInt(shown.getResponse().getHeader("Refresh"))).isBetween(2, 31);
        var over = ATraining.session(house, ATraining.course(house, Kind.YEARLY), clock.instant().minus(Duration.ofHours(3)), Duration.ofHours(1));
        assertThat(browser.get().uri("/app/trainings/sessions/" + over + "/door").with(As.me(HR)).exchange().getResponse().getHeader("Refresh")).isNull();
        var at = "/app/gatherings/" + sessions.find(session).orElseThrow().occasion() + "/sessions/" + session + "/door";
        assertThat(browser.get().uri(at).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("changes every half minute");
        assertThat(browser.get().uri(at).with(As.a(Role.BUYER)).exchange()).hasStatus(404);
    }

    @Test
    void aSessionThatIsOverOrCalledOffLetsNobodyIn() {
        var me = AnOccasion.account(db, person(), Role.EMPLOYEE);
        var over = ATraining.session(house, ATraining.course(house, Kind.YEARLY), clock.instant().minus(Duration.ofHours(3)), Duration.ofHours(1));
        assertThat(browser.get().uri(door(over)).with(As.me(me)).exchange()).bodyText().contains("Nothing runs here now");
        assertThat(browser.post().uri(door(over)).with(As.me(me)).exchange()).hasStatus(422);
        var off = running(null);
        done(occasions.callOff(sessions.find(off).orElseThrow().occasion(), "Power cut", HR));
        assertThat(browser.get().uri(door(off)).with(As.me(me)).exchange()).bodyText().contains("Nothing runs here now");
        assertThat(browser.get().uri("/app/learning/here/" + UUID.randomUUID() + "/123456").with(As.me(me)).exchange()).bodyText().contains("Nothing runs here now");
    }

    @Test
    void coursesAndSessionsAreOpenedWhole() {
        assertThat(key(courses.open(new Courses.Opening(Kind.LEADERSHIP, "A", "甲", "", "", null, List.of()), AnOccasion.OFFICER))).isEqualTo("learning.not-yours");
        assertThat(key(courses.open(new Courses.Opening(Kind.LEADERSHIP, "A", " ", "", "", null, List.of()), HR))).isEqualTo("learning.title-missing");
        assertThat(key(courses.open(new Courses.Opening(Kind.LEADERSHIP, "A".repeat(301), "甲", "", "", null, List.of()), HR))).isEqualTo("learning.words-long");
        assertThat(key(courses.open(new Courses.Opening(Kind.LEADERSHIP, "A", "甲", "a".repeat(4_001), "", null, List.of()), HR))).isEqualTo("learning.words-long");
        assertThat(key(courses.open(new Courses.Opening(Kind.LEADERSHIP, "A", "甲", "", "", 121, List.of()), HR))).isEqualTo("learning.valid-months");
        assertThat(key(courses.open(new Courses.Opening(Kind.LEADERSHIP, "A", "甲", "", "", null, List.of(UUID.randomUUID())), HR))).isEqualTo("learning.item-unknown");
        var withStandards = new Courses(db, Optional.of(new Standards()), house.getBean(Log.class), clock);
        assertThat(key(withStandards.open(new Courses.Opening(Kind.QUALIFICATION, "A", "甲", "", "", null, List.of()), HR))).isEqualTo("learning.item-missing");
        var course = ATraining.course(house, Kind.LEADERSHIP);
        var now = clock.instant();
        assertThat(key(sessions.plan(UUID.randomUUID(), List.of(plan(now, null)), HR))).isEqualTo("learning.course-unknown");
        assertThat(key(sessions.plan(course, IntStream.range(0, 101).mapToObj(i -> plan(now, null)).toList(), HR))).isEqualTo("learning.sessions-many");
        assertThat(key(sessions.plan(course, List.of(plan(now, UUID.randomUUID())), HR))).isEqualTo("learning.trainer-unknown");
        assertThat(key(sessions.plan(course, List.of(plan(now, null)), AnOccasion.OFFICER))).isEqualTo("gathering.not-held-by-you");
        assertThat(key(sessions.plan(course, new ArrayList<>(), HR))).isEqualTo("gathering.session-missing");
    }

    /** Standards with one item. */
    private static final class Standards implements CompetencyItems {
        @Override
        public List<Item> find(String words, int most) {
            return List.of(new Item(UUID.randomUUID(), "DIF K1", "Furnaces", "扩散炉", "Diffusion", "扩散"));
        }

        @Override
        public Map<UUID, Item> named(Collection<UUID> items) {
            return Map.of();
        }
    }

    private static Sessions.Plan plan(Instant from, UUID trainer) {
        return new Sessions.Plan(from, from.plusSeconds(3_600), "", trainer, false);
    }

    @Test
    void humanResourcesOpenPlanAndKeepOnScreen() {
        var hr = As.me(HR);
        assertThat(browser.get().uri("/app/trainings/new").with(hr).exchange()).hasStatusOk();
        assertThat(browser.post().uri("/app/trainings").with(hr).param("kind", "FRESHERS").param("titleEn", "First week").param("titleZh", "").exchange()).hasStatus(422)
                .bodyText().contains("First week", "in both languages");
        var opened = browser.post().uri("/app/trainings").with(hr).param("kind", "FRESHERS").param("titleEn", "First week").param("titleZh", "第一周").param("validMonths", "").exchange();
        assertThat(opened).hasStatus(303);
        var course = opened.getResponse().getHeader("Location");
        assertThat(browser.get().uri(course).with(hr).exchange()).bodyText().contains("First week", "Plan a session");
        assertThat(browser.get().uri(course).with(As.a(Role.UNION)).exchange()).hasStatusOk().bodyText().doesNotContain("Plan a session");
        assertThat(browser.get().uri(course + "/sessions/new").with(hr).exchange()).hasStatusOk();
        assertThat(browser.post().uri(course + "/sessions").with(hr).param("day", "2026-11-30").param("from", "nine").param("until", "10:00").exchange()).hasStatus(422);
        assertThat(browser.post().uri(course + "/sessions").with(hr).param("day", "2026-11-30").param("from", "9:00").param("until", "10:00").param("trainer", "nobody").exchange()).hasStatus(422);
        var planned = browser.post().uri(course + "/sessions").with(hr).param("day", "2036-11-30").param("from", "9:00").param("until", "10:00").param("place", "Hall").exchange();
        assertThat(planned).hasStatus(303);
        var session = planned.getResponse().getHeader("Location");
        assertThat(browser.get().uri(session).with(hr).exchange()).bodyText().contains("Hall", "planned", "Show the square");
        assertThat(browser.get().uri("/app/trainings?q=First&kind=FRESHERS").with(hr).exchange()).bodyText().contains("First week");
        assertThat(browser.get().uri("/app/trainings?format=csv").with(hr).exchange()).hasStatusOk();
        var occasion = sessions.find(UUID.fromString(session.substring(session.length() - 36))).orElseThrow().occasion();
        assertThat(browser.get().uri("/app/gatherings/" + occasion + "?session=" + session.substring(session.length() - 36)).with(hr).exchange()).hasStatusOk()
                .bodyText().doesNotContain("Write minutes");
        assertThat(browser.get().uri("/app/gatherings/" + occasion).with(As.a(Role.BUYER)).exchange()).as("trainings of colleagues are not a buyer's").hasStatus(404);
    }

    @Test
    void whatSomebodyWasAtIsTheirsToSee() {
        var who = person();
        Me me = AnOccasion.account(db, who, Role.EMPLOYEE);
        var session = ATraining.session(house, ATraining.course(house, Kind.YEARLY), clock.instant().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS), Duration.ofHours(1));
        done(attendance.enter(session, List.of(new Attendance.Came(who, null, null)), Means.ENTERED, HR));
        done(attendance.close(session, 0, "", HR));
        assertThat(browser.get().uri("/app/my-training").with(As.me(me)).exchange()).bodyText().contains("A course", "1:00:00");
        assertThat(browser.get().uri("/app/me/data").with(As.me(me)).exchange()).hasStatusOk().bodyText().contains("Trainings you were at");
        assertThat(browser.get().uri("/app/trainings/people/" + who.guest()).with(As.me(HR)).exchange()).bodyText().contains("A course");
    }
}
