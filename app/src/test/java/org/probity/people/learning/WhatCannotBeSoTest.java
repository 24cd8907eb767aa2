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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.DoorCodes;
import org.probity.shapes.gathering.Doors;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lists as life writes them: told twice, the wrong way round, without an end, and corrected. A clear answer, nothing lost. */
@WholeHouse
class WhatCannotBeSoTest {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    @Autowired ApplicationContext house;
    @Autowired BadgeFiles badges;
    @Autowired Sessions sessions;
    @Autowired Lists lists;
    @Autowired Attendance attendance;
    @Autowired Doors doors;
    @Autowired DoorCodes codes;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    Instant from;
    UUID course;
    UUID session;
    String number;
    GuestList.Key who;

    @BeforeEach
    void aSessionThatIsOver() {
        from = clock.instant().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);
        course = ATraining.course(house, Kind.PROFESSIONAL);
        session = ATraining.session(house, course, from, Duration.ofHours(2));
        number = "W" + UUID.randomUUID().toString().substring(0, 8);
        who = AnOccasion.colleague(house, AnOccasion.unit(house, "WC" + UUID.randomUUID()), number);
    }

    String line(int in, int out) {
        return number + "," + sessions.find(session).orElseThrow().number() + "," + WHEN.format(from.plus(Duration.ofMinutes(in))) + "," + (out < 0 ? "" : WHEN.format(from.plus(Duration.ofMinutes(out)))) + "\n";
    }

    org.probity.house.ui.Answer<BadgeFiles.Brought> bring(String... lines) {
        return badges.bringIn(("number,session,in,out\n" + String.join("", lines)).getBytes(StandardCharsets.UTF_8), "readers.csv", HR);
    }

    @Test
    void aCourseThatWasAttendedCannotBeDeletedByAnybody() {
        done(bring(line(0, 120)));
        assertThat(house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream().map(Object::toString)
                .filter(it -> it.contains("/app/trainings/{id") && (it.contains("DELETE") || it.contains("removal") || it.contains("deletion")))).as("there is no such verb").isEmpty();
        for (var statement : List.of("DELETE FROM learning.course WHERE id = :id", "DELETE FROM learning.list WHERE course = :id")) {
            assertThatThrownBy(() -> db.sql(statement).param("id", course).update()).isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(lists.attended(who.guest())).hasSize(1);
    }

    @Test
    void whoBadgedInTwiceWasThereOnceAndTheLineWithoutAnEndWaits() {
        done(bring(line(0, -1), line(1, 110), line(2, -1)));
        assertThat(lists.there(session)).singleElement().extracting(Lists.There::seconds).isEqualTo(109 * 60L);
        assertThat(badges.lost(session)).hasSize(2);
        var lost = badges.lost(session);
        done(badges.settle(lost.getFirst().id(), from.plus(Duration.ofMinutes(120)), "The trainer saw them", HR));
        done(badges.settle(lost.getLast().id(), null, "The same person", HR));
        assertThat(lists.there(session)).as("what two lines tell together counts once").singleElement().satisfies(it -> assertThat(it.seconds()).isBetween(118 * 60L, 120 * 60L));
        assertThat(badges.lost(session)).isEmpty();
    }

    @Test
    void whoSignedOutBeforeTheySignedInIsPointedAtAndNothingOfTheFileIsKept() {
        assertThat(key(bring(line(0, 60), line(90, 30)))).isEqualTo("learning.badge-time");
        assertThat(key(bring(line(30, 30)))).as("no time at all").isEqualTo("learning.badge-time");
        assertThat(lists.closings(session)).isEmpty();
        assertThat(attendance.presences(session)).isEmpty();
        assertThat(key(attendance.enter(session, List.of(new Came(who, from.plusSeconds(60), from)), Means.ENTERED, HR))).isEqualTo("gathering.stay-turned");
    }

    @Test
    void onAPhoneNobodySignsInTwiceOrLeavesBeforeTheyCame() {
        var running = ATraining.session(house, course, clock.instant().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS), Duration.ofHours(1));
        var me = AnOccasion.account(db, who, Role.EMPLOYEE);
        assertThat(key(attendance.leave(UUID.randomUUID(), me))).as("leaving without coming").isEqualTo("gathering.not-here");
        done(doors.here(codes.now(running), me));
        assertThat(key(doors.here(codes.now(running), me))).isEqualTo("gathering.here-already");
        var presence = attendance.presences(running).getFirst().id();
        db.sql("UPDATE gathering.presence SET came_at = came_at - interval '5 minutes' WHERE id = :id").param("id", presence).update();
        done(attendance.leave(presence, me));
        assertThat(key(attendance.leave(presence, me))).as("twice").isEqualTo("gathering.not-here");
        done(doors.here(codes.now(running), me));
        assertThat(attendance.presences(running)).as("went and came back").hasSize(2);
    }

    @Test
    void aCorrectionIsNewRowsAndWhatWasSaidBeforeCanStillBeRead() {
        done(bring(line(0, 120)));
        var before = clock.instant();
        var presence = attendance.presences(session).getFirst().id();
        done(attendance.withdraw(session, presence, HR));
        done(attendance.enter(session, List.of(new Came(who, from, from.plus(Duration.ofMinutes(60)))), Means.ENTERED, HR));
        assertThat(key(attendance.close(session, 0, " ", HR))).isEqualTo("gathering.reason-missing");
        done(attendance.close(session, 0, "Left at half time", HR));
        assertThat(lists.closings(session)).extracting(Lists.Closing::no, Lists.Closing::seconds).containsExactly(tuple(2, 3_600L), tuple(1, 7_200L));
        assertThat(db.sql("SELECT no, seconds FROM learning.attended WHERE session = :id ORDER BY no").param("id", session).query((row, n) -> row.getInt(1) + ":" + row.getInt(2)).list())
                .containsExactly("1:7200", "2:3600");
        assertThat(db.sql("SELECT seconds FROM gathering.spent(:at) WHERE session = :id").param("at", before.atOffset(java.time.ZoneOffset.UTC)).param("id", session).query(Long.class).single())
                .as("as known before").isEqualTo(7_200);
        assertThat(Arrays.asList(lists.attended(who.guest()).getFirst().seconds(), (long) lists.attended(who.guest()).size())).containsExactly(3_600L, 1L);
    }
}
