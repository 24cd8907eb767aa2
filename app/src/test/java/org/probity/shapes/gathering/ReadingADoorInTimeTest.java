package org.probity.shapes.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.OFFICER;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.settings.SettingsKey;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.gathering.Occasion.Means;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** With a clock that goes as the test says. */
@WholeHouse
class ReadingADoorInTimeTest {
    @Autowired ApplicationContext house;
    @Autowired Occasions occasions;
    @Autowired Attendance attendance;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    Instant now;
    DoorCodes codes;
    Doors doors;
    UUID session;
    Me me;
    Me colleague;

    @BeforeEach
    void aSessionThatRuns() {
        var ticking = new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        codes = new DoorCodes(db, house.getBean(SettingsKey.class), ticking);
        doors = new Doors(db, occasions, attendance, codes, house.getBean(GuestList.class), ticking);
        session = running();
        me = somebody();
        colleague = somebody();
        // The first second of a half minute in the middle of it.
        now = Instant.ofEpochSecond(clock.instant().plus(Duration.ofMinutes(20)).getEpochSecond() / DoorCodes.SECONDS * DoorCodes.SECONDS);
    }

    UUID running() {
        return occasions.sessions(done(occasions.open(new Occasions.Opening("exchange.exchange", "Door", List.of("CLIMATE"), List.of(), List.of(AnOccasion.running(clock))), OFFICER))).getFirst().id();
    }

    Me somebody() {
        return AnOccasion.account(db, AnOccasion.colleague(house, AnOccasion.unit(house, "RD" + UUID.randomUUID()), "R" + UUID.randomUUID().toString().substring(0, 8)), Role.EMPLOYEE);
    }

    org.probity.house.ui.Answer<UUID> here(String code, UUID session, String seen, Me who) {
        return transaction.execute(_ -> doors.here(code, session, seen, who));
    }

    java.util.Optional<String> look(String code, Me who) {
        return transaction.execute(_ -> doors.look(code, session, who));
    }

    @Test
    void aCodeHoldsWhileItIsShownAndForTheHalfMinuteAfterIt() {
        var code = codes.now(session);
        assertThat(code).matches("[0-9]{6}");
        assertThat(codes.left()).isEqualTo(DoorCodes.SECONDS);
        now = now.plusSeconds(29);
        assertThat(codes.now(session)).as("the last second of the same half minute").isEqualTo(code);
        now = now.plusSeconds(1);
        assertThat(codes.now(session)).isNotEqualTo(code);
        now = now.plusSeconds(29);
        assertThat(codes.shows(session, code)).as("a minute less a second after it was shown first").isTrue();
        now = now.plusSeconds(1);
        assertThat(codes.shows(session, code)).isFalse();
        assertThat(codes.shows(running(), codes.now(session))).as("of another session").isFalse();
    }

    @Test
    void aPictureSentToSomebodyElseIsWorthNothingAMinuteLater() {
        var code = codes.now(session);
        done(here(code, session, "", me));
        now = now.plusSeconds(60);
        assertThat(key(here(code, session, "", colleague))).isEqualTo("gathering.code-wrong");
        assertThat(key(here(code, null, "", colleague))).as("typed").isEqualTo("gathering.code-wrong");
        assertThat(look(code, colleague)).as("as a square").isEmpty();
        done(here(codes.now(session), null, "", colleague));
        assertThat(attendance.presences(session)).extracting(Occasion.Presence::means).containsOnly(Means.CODE);
    }

    @Test
    void whoHasReadItInTimeHasSomeMinutesToSaySoAndNobodySaysItForThem() {
        var code = codes.now(session);
        var seen = look(code, me).orElseThrow();
        now = now.plusSeconds(DoorCodes.SEEN_SECONDS);
        assertThat(key(here(code, session, seen, colleague))).as("what one saw is not another's").isEqualTo("gathering.code-wrong");
        assertThat(key(here(code, running(), seen, me))).as("of another session").isEqualTo("gathering.code-wrong");
        assertThat(key(here(code, session, seen.replace("CODE", "SHEET"), me))).as("changed").isEqualTo("gathering.code-wrong");
        assertThat(key(here(code, session, "no.such.thing", me))).isEqualTo("gathering.code-wrong");
        done(here(code, session, seen, me));
        var late = look(codes.now(session), colleague).orElseThrow();
        now = now.plusSeconds(DoorCodes.SEEN_SECONDS + 1);
        assertThat(key(here(code, session, late, colleague))).isEqualTo("gathering.code-wrong");
    }

    @Test
    void lookingAtWrongCodesIsGuessingToo() {
        for (var i = 0; i < Doors.GUESSES_MOST; i++) {
            assertThat(look("00000" + i + "x", me)).isEmpty();
        }
        assertThat(look(codes.now(session), me)).as("held up even with the right one").isEmpty();
        assertThat(key(here(codes.now(session), session, "", me))).isEqualTo("gathering.code-guessed");
    }

    @Test
    void whatIsPrintedHoldsAllTheTimeAndIsToldFromWhatChanges() {
        var fixed = occasions.session(session).orElseThrow().code();
        assertThat(key(here(fixed, session, "", me))).as("nobody printed it").isEqualTo("gathering.code-wrong");
        transaction.executeWithoutResult(_ -> doors.print(session, OFFICER));
        transaction.executeWithoutResult(_ -> doors.print(session, OFFICER));
        now = now.plusSeconds(600);
        var seen = look(fixed, me).orElseThrow();
        done(here(fixed, session, seen, me));
        done(here(fixed, null, "", colleague));
        assertThat(attendance.presences(session)).extracting(Occasion.Presence::means).containsOnly(Means.SHEET);
    }

    @Test
    void aHouseThatWasRestoredUnderAnotherKeyShowsCodesAgain() {
        var before = codes.now(session);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            db.sql("INSERT INTO gathering.door_key (sealed, made_at) VALUES (:sealed, now())").param("sealed", house.getBean(SettingsKey.class).seal("c2VjcmV0", "another name")).update();
            assertThat(codes.now(session)).matches("[0-9]{6}").isNotEqualTo(before);
            assertThat(codes.shows(session, codes.now(session))).as("and stays with the new key").isTrue();
        });
        assertThat(db.sql("SELECT count(*) FROM gathering.door_key WHERE sealed LIKE '%' || :code || '%'").param("code", before).query(Long.class).single()).isZero();
    }
}
