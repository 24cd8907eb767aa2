package org.probity.shapes.gathering;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasion.Session;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coming in by a code: typed from a screen in the room, read as a square at the door, or from a printed sheet where there is no screen. */
@Service
public class Doors {
    /** A code opens a little before the session does: people come early and are counted from its beginning. */
    static final int MINUTES_EARLY = 30;

    /** A code has six digits: whoever types so many wrong ones within these minutes is guessing, from wherever they sit. */
    static final int GUESSES_MOST = 10;
    static final int GUESSES_MINUTES = 10;

    private record Door(Session session, Means means) {}

    private final JdbcClient db;
    private final Occasions occasions;
    private final Attendance attendance;
    private final DoorCodes codes;
    private final GuestList guests;
    private final Clock clock;

    Doors(JdbcClient db, Occasions occasions, Attendance attendance, DoorCodes codes, GuestList guests, Clock clock) {
        this.db = db;
        this.occasions = occasions;
        this.attendance = attendance;
        this.codes = codes;
        this.guests = guests;
        this.clock = clock;
    }

    /**
     * Somebody types the code that is shown in the room: they are there from now on.
     *
     * <p>Refusals: {@code gathering.not-known} whoever is at the screen stands in no list of people; {@code gathering.code-guessed} too many wrong ones
     * within minutes, whatever this one is; {@code gathering.code-wrong} no session that runs now shows it; {@code gathering.here-already}.
     */
    @Transactional
    public Answer<UUID> here(String code, Me me) {
        return here(code, null, "", me);
    }

    /**
     * The same from a square at the door, which says which session it is of.
     *
     * @param seen that they read the code while it was shown ({@link #look}); empty: the code itself must be shown now
     */
    @Transactional
    public Answer<UUID> here(String code, @Nullable UUID session, String seen, Me me) {
        var who = guests.of(me);
        if (who.isEmpty()) {
            return Answer.refused("code", "gathering.not-known");
        }
        if (guesses(me)) {
            return Answer.refused("code", "gathering.code-guessed", GUESSES_MINUTES);
        }
        var found = session == null || seen.isEmpty() ? door(code, session, me)
                : codes.saw(session, seen, me).flatMap(means -> running(session, me).stream().findFirst().map(it -> new Door(it, means)));
        if (found.isEmpty()) {
            guessed(me);
            return Answer.refused("code", "gathering.code-wrong");
        }
        var at = found.get().session();
        attendance.lock(at.id());
        if (attendance.open(me).stream().anyMatch(it -> it.session().equals(at.id()))) {
            return Answer.refused("code", "gathering.here-already");
        }
        attendance.write(at.id(), who.get(), clock.instant().truncatedTo(ChronoUnit.SECONDS), null, found.get().means(), me);
        return Answer.done(at.occasion());
    }

    /**
     * A phone has read a square and its owner has said nothing yet.
     *
     * @return what they show when they say that they are there; nothing: the code is not shown any more, or never was, which counts as a guess
     */
    @Transactional
    public Optional<String> look(String code, UUID session, Me me) {
        if (guests.of(me).isEmpty() || running(session, me).isEmpty() || guesses(me)) {
            return Optional.empty();
        }
        var found = door(code, session, me);
        if (found.isEmpty()) {
            guessed(me);
        }
        return found.map(it -> codes.seen(session, it.means(), me));
    }

    /** Of several that show the same digits at once none is meant: in half a minute they show others. */
    private Optional<Door> door(String code, @Nullable UUID session, Me me) {
        var running = running(session, me);
        var shown = running.stream().filter(it -> codes.shows(it.id(), code)).toList();
        return shown.isEmpty() ? running.stream().filter(it -> it.code().equals(code.strip()) && printed(it.id())).findFirst().map(it -> new Door(it, Means.SHEET))
                : shown.size() > 1 ? Optional.empty() : Optional.of(new Door(shown.getFirst(), Means.CODE));
    }

    /** @param session null: any */
    private List<Session> running(@Nullable UUID session, Me me) {
        var now = clock.instant();
        return db.sql(Occasions.SESSIONS + " WHERE session.starts_at <= :soon AND session.ends_at > :now AND closing.no IS NULL AND (CAST(:session AS uuid) IS NULL OR session.id = :session)")
                .param("soon", Occasions.at(now.plus(MINUTES_EARLY, ChronoUnit.MINUTES))).param("now", Occasions.at(now)).param("session", session, Types.OTHER)
                .query(Session.class).list().stream().filter(it -> occasions.find(it.occasion()).filter(of -> !of.calledOff() && occasions.reads(of, me)).isPresent()).toList();
    }

    /** Whether a sheet was printed for a session. */
    public boolean printed(UUID session) {
        return db.sql("SELECT EXISTS (SELECT FROM gathering.sheet WHERE session = :session)").param("session", session).query(Boolean.class).single();
    }

    /**
     * A sheet for a session in whose room there is no screen; whoever may, the room says. From then on its code opens too, and each who came by it is told from
     * those who came by one that changes.
     */
    @Transactional
    public void print(UUID session, Me by) {
        db.sql("INSERT INTO gathering.sheet (session, by, at) VALUES (:session, :by, :at) ON CONFLICT DO NOTHING").param("session", session).param("by", by.account()).param("at", now()).update();
    }

    /** One at a time for each person, so that a hundred tries at once are counted as a hundred. */
    private boolean guesses(Me me) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:me, 1905))").param("me", me.account().toString()).query((row, n) -> n).list();
        return db.sql("SELECT count(*) FROM gathering.guess WHERE account = :me AND at > :since").param("me", me.account())
                .param("since", now().minusMinutes(GUESSES_MINUTES)).query(Long.class).single() >= GUESSES_MOST;
    }

    private void guessed(Me me) {
        db.sql("INSERT INTO gathering.guess (account, at) VALUES (:me, :now)").param("me", me.account()).param("now", now()).update();
    }

    @EventListener
    void forgetGuesses(DayHasBegun begun) {
        db.sql("DELETE FROM gathering.guess WHERE at < :before").param("before", now().minusDays(1)).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
