package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.probity.people.learning.ATraining.HR;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.AttendanceFiles;
import org.probity.shapes.gathering.AttendanceFiles.Line;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class BringingBadgesTest {
    static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Autowired ApplicationContext house;
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;
    @Autowired BadgeFiles badges;
    @Autowired Sessions sessions;
    @Autowired Lists lists;
    @Autowired Attendance attendance;
    @Autowired AttendanceFiles files;
    @Autowired Occasions occasions;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    Instant from;
    UUID session;
    String number;
    GuestList.Key one;
    GuestList.Key other;
    String oneNumber;
    String otherNumber;

    @BeforeEach
    void aSessionThatIsOver() {
        from = clock.instant().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);
        session = ATraining.session(house, ATraining.course(house, Kind.PROFESSIONAL), from, Duration.ofHours(2));
        number = sessions.find(session).orElseThrow().number();
        var unit = AnOccasion.unit(house, "BA" + UUID.randomUUID());
        oneNumber = "B1" + UUID.randomUUID().toString().substring(0, 8);
        otherNumber = "B2" + UUID.randomUUID().toString().substring(0, 8);
        one = AnOccasion.colleague(house, unit, oneNumber);
        other = AnOccasion.colleague(house, unit, otherNumber);
    }

    String at(long minutes) {
        return WHEN.format(from.plus(Duration.ofMinutes(minutes)).atZone(ZoneId.of("Asia/Shanghai")));
    }

    Answer<BadgeFiles.Brought> bring(String... lines) {
        return badges.bringIn(("number,session,in,out\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8), "readers.csv", HR);
    }

    String line(String who, String in, String out) {
        return who + "," + number + "," + in + "," + out;
    }

    @Test
    void aFileClosesTheListsOfItsSessionsWithOneEntry() {
        // Out for a smoke in between, and told twice by two readers.
        var brought = done(bring(line(oneNumber, at(-5), at(30)), line(oneNumber, at(40), at(120)), line(oneNumber, at(100), at(125)), line(otherNumber, at(60), at(120))));
        assertThat(brought).extracting(BadgeFiles.Brought::lines, BadgeFiles.Brought::sessions, BadgeFiles.Brought::lost).containsExactly(4, 1, 0);
        assertThat(lists.there(session)).extracting(Lists.There::person, Lists.There::seconds, Lists.There::completed)
                .containsExactlyInAnyOrder(tuple(one.guest(), 110 * 60L, true), tuple(other.guest(), 60 * 60L, false));
        assertThat(lists.closings(session)).singleElement().extracting(Lists.Closing::people, Lists.Closing::seconds).containsExactly(2L, 170 * 60L);
        assertThat(occasions.session(session).orElseThrow().closed()).isTrue();
    }

    @Test
    void whoDidNotBadgeOutCountsNothingUntilSomebodySaysUntilWhen() {
        var brought = done(bring(line(oneNumber, at(0), at(120)), line(otherNumber, at(10), "")));
        assertThat(brought.lost()).isEqualTo(1);
        assertThat(lists.there(session)).extracting(Lists.There::person).containsExactly(one.guest());
        var lost = badges.lost(session).getFirst();
        assertThat(lost.person()).isEqualTo(other.guest());
        assertThat(browser.get().uri("/app/trainings/sessions/" + session).with(As.me(HR)).exchange()).bodyText().contains("badged in and not out", otherNumber);
        assertThat(browser.get().uri("/app/trainings/badges").with(As.me(HR)).exchange()).bodyText().contains(number);
        assertThat(key(badges.settle(lost.id(), from.plus(Duration.ofMinutes(90)), " ", HR))).isEqualTo("learning.because-missing");
        assertThat(key(badges.settle(lost.id(), from.plus(Duration.ofMinutes(90)), "x".repeat(1_001), HR))).isEqualTo("learning.words-long");
        assertThat(key(badges.settle(lost.id(), null, "Why", AnOccasion.OFFICER))).isEqualTo("learning.not-yours");
        assertThat(key(badges.settle(lost.id(), from.plus(Duration.ofMinutes(5)), "Before they came", HR))).isEqualTo("gathering.stay-turned");
        assertThat(badges.lost(session)).as("nothing of a refused settling stays").hasSize(1);
        done(badges.settle(lost.id(), from.plus(Duration.ofMinutes(100)), "The trainer saw them leave", HR));
        assertThat(key(badges.settle(lost.id(), null, "Again", HR))).isEqualTo("learning.lost-unknown");
        assertThat(lists.there(session)).extracting(Lists.There::seconds).containsExactlyInAnyOrder(7_200L, 90 * 60L);
        assertThat(lists.closings(session)).hasSize(2);
        assertThat(badges.lost(session)).isEmpty();
    }

    @Test
    void whoWasNotThereAfterAllLeavesTheListAsItWas() {
        done(bring(line(oneNumber, at(0), at(120)), line(otherNumber, at(10), "")));
        var lost = badges.lost(session).getFirst();
        assertThat(browser.post().uri("/app/trainings/sessions/" + session + "/lost").with(As.me(HR)).param("lost", lost.id().toString()).param("until", "soon").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/trainings/sessions/" + session + "/lost").with(As.me(HR)).param("lost", lost.id().toString()).param("because", "Went to the wrong room").exchange())
                .hasStatus(303);
        assertThat(lists.closings(session)).hasSize(1);
        assertThat(badges.lost(session)).isEmpty();
    }

    @Test
    void eachFileOnceAndAsAWhole() {
        assertThat(key(badges.bringIn(new byte[0], "empty.csv", HR))).isEqualTo("ui.file-empty");
        assertThat(key(badges.bringIn("number,session\n1,2\n".getBytes(StandardCharsets.UTF_8), "x.csv", HR))).isEqualTo("learning.badge-columns");
        assertThat(key(bring())).isEqualTo("learning.badge-empty");
        assertThat(key(badges.bringIn("x".getBytes(StandardCharsets.UTF_8), "x.csv", AnOccasion.OFFICER))).isEqualTo("learning.not-yours");
        assertThat(bring(line("nobody-" + number, at(0), at(10)), oneNumber + ",L0/0," + at(0) + "," + at(10), line(oneNumber, at(50), at(40)), line(oneNumber, at(130), at(140)),
                line(oneNumber, "", at(40)), line(oneNumber, at(1), at(2)), line(oneNumber, at(1), "later")))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(((Answer.Refused<?>) refused).reasons()).extracting(it -> it.key() + it.args())
                        .containsExactly("learning.badge-person[2]", "learning.badge-session[3]", "learning.badge-time[4]", "learning.badge-time[5]", "learning.badge-time[6]",
                                "learning.badge-time[8]"));
        assertThat(lists.closings(session)).as("nothing of a refused file is kept").isEmpty();
        var file = ("工号,场次,签到,签退\n" + line(oneNumber, at(0), at(120)) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(browser.post().uri("/app/trainings/badges").with(As.me(HR)).multipart().file(new MockMultipartFile("file", "november.csv", "text/csv", file)).exchange()).hasStatus(303);
        assertThat(key(badges.bringIn(file, "november again.csv", HR))).isEqualTo("learning.badge-known");
        assertThat(browser.post().uri("/app/trainings/badges").with(As.me(HR)).multipart().file(new MockMultipartFile("file", "november.csv", "text/csv", file)).exchange()).hasStatus(422)
                .bodyText().contains("brought in before");
        assertThat(browser.get().uri("/app/trainings/badges/empty.xlsx").with(As.a(Role.HR)).exchange()).hasStatusOk();
    }

    @Test
    void readersAtDoorsHandOverByThemselves() {
        var hr = granted(accounts.invite(new Accounts.Newcomer("Readers", UUID.randomUUID() + "@helia.example", Set.of(Role.HR), Optional.empty(), "en"), Accounts.HOUSE));
        var bearer = "Bearer " + granted(tokens.make(hr, "readers", Tokens.May.WRITE, 30));
        var day = from.atZone(clock.getZone()).toLocalDate();
        assertThat(browser.get().uri("/api/trainings/sessions/" + day).header("Authorization", bearer).exchange()).hasStatusOk().bodyText().contains(number, session.toString());
        assertThat(browser.get().uri("/api/trainings/sessions/someday").header("Authorization", bearer).exchange()).hasStatus(404);
        assertThat(post(bearer, "number,session,in,out\n" + line("nobody", at(0), at(10)))).hasStatus(422).bodyText().contains("learning.badge-person");
        assertThat(post(bearer, "number,session,in,out\n" + line(oneNumber, at(0), at(120)) + "\n" + line(otherNumber, at(5), ""))).hasStatusOk().bodyText().contains("\"lines\":2", "\"lost\":1");
        assertThat(lists.there(session)).hasSize(1);
        assertThat(browser.get().uri("/api/trainings/" + day.getYear()).header("Authorization", bearer).exchange()).hasStatusOk().bodyText().contains("\"seconds\":7200").doesNotContain(oneNumber);
    }

    private static <T> T granted(Ruling<T> ruling) {
        return ((Ruling.Granted<T>) ruling).value();
    }

    private MvcTestResult post(String bearer, String table) {
        return browser.post().uri("/api/trainings/badges").header("Authorization", bearer).contentType("text/csv").content(table.getBytes(StandardCharsets.UTF_8)).exchange();
    }

    @Test
    void linesOfManySessionsAreRefusedForWhatNoneOfThemMayBe() {
        var good = new Line(session, one.guest(), from, from.plusSeconds(60));
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(), "0", "why", HR))).isEqualTo("gathering.list-empty");
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(good), "0", "why", AnOccasion.OFFICER))).isEqualTo("gathering.not-held-by-you");
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(good), "0", " ", HR))).isEqualTo("gathering.reason-missing");
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(good), "0", "x".repeat(4_001), HR))).isEqualTo("gathering.words-long");
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(good, new Line(UUID.randomUUID(), one.guest(), from, from.plusSeconds(60))), "0", "why", HR))).isEqualTo("gathering.unknown");
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(new Line(session, UUID.randomUUID(), from, from.plusSeconds(60))), "0", "why", HR))).isEqualTo("gathering.guest-unknown");
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(new Line(session, one.guest(), from.plusSeconds(60), from)), "0", "why", HR))).isEqualTo("gathering.stay-turned");
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(new Line(session, one.guest(), from.minusSeconds(60), from)), "0", "why", HR))).isEqualTo("gathering.stay-outside");
        var running = ATraining.session(house, ATraining.course(house, Kind.LEADERSHIP), clock.instant().minusSeconds(60), Duration.ofHours(1));
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(new Line(running, one.guest(), clock.instant(), clock.instant().plusSeconds(60))), "0", "why", HR)))
                .isEqualTo("gathering.not-over");
        done(occasions.callOff(sessions.find(running).orElseThrow().occasion(), "No trainer", HR));
        assertThat(key(files.bringIn(Trainings.KIND, "staff", List.of(new Line(running, one.guest(), clock.instant(), clock.instant().plusSeconds(60))), "0", "why", HR)))
                .isEqualTo("gathering.called-off-already");
    }

    @Test
    void aListThatWasKeptByHandIsClosedAgainWithWhatTheReadersSay() {
        done(attendance.enter(session, List.of(new Came(other, null, null)), Means.ENTERED, HR));
        done(attendance.close(session, 2, "", HR));
        done(bring(line(oneNumber, at(0), at(60))));
        assertThat(lists.closings(session)).extracting(Lists.Closing::no, Lists.Closing::people).containsExactly(tuple(2, 2L), tuple(1, 1L));
        assertThat(occasions.session(session).orElseThrow().others()).as("who is named nowhere stays").isEqualTo(2);
    }
}
