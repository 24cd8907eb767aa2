package org.probity.shapes.gathering;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.gathering.Guests.Guest;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasion.Presence;
import org.probity.shapes.gathering.Occasion.Session;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was there from when to when. */
@Service
public class Attendance {
    /** Somebody was there. @param cameAt null: from the beginning; @param leftAt null: until the end */
    public record Came(GuestList.Key who, @Nullable Instant cameAt, @Nullable Instant leftAt) {}

    /** Published in the transaction in which the list of a session counts. */
    public record Closed(Occasion occasion, UUID session, int no) {}

    private final JdbcClient db;
    private final Occasions occasions;
    private final GuestList guests;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attendance(JdbcClient db, Occasions occasions, GuestList guests, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.occasions = occasions;
        this.guests = guests;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters people who were there; one person several times if they went and came back.
     *
     * <p>Refusals: {@code gathering.unknown}; {@code gathering.not-held-by-you}; {@code gathering.called-off-already}; {@code gathering.not-begun};
     * {@code gathering.guest-unknown}; {@code gathering.stay-turned} they left before they came; {@code gathering.stay-outside} not for a second within
     * the session.
     */
    @Transactional
    public Answer<Integer> enter(UUID session, List<Came> came, Means means, Me by) {
        return during(session, by, at -> {
            var known = guests.of(came.stream().map(Came::who).toList());
            for (var it : came) {
                var from = Optional.ofNullable(it.cameAt()).orElse(at.startsAt());
                var until = Optional.ofNullable(it.leftAt()).orElse(at.endsAt());
                if (!known.containsKey(it.who())) {
                    return Answer.refused("who", "gathering.guest-unknown");
                }
                if (!from.isBefore(until)) {
                    return Answer.refused("until", "gathering.stay-turned");
                }
                if (!from.isBefore(at.endsAt()) || !until.isAfter(at.startsAt())) {
                    return Answer.refused("from", "gathering.stay-outside");
                }
            }
            came.forEach(it -> write(session, known.get(it.who()), Optional.ofNullable(it.cameAt()).orElse(at.startsAt()), Optional.ofNullable(it.leftAt()).orElse(at.endsAt()),
                    means, by));
            return Answer.done(came.size());
        });
    }

    void write(UUID session, Guest who, Instant cameAt, @Nullable Instant leftAt, Means means, Me by) {
        db.sql("""
                INSERT INTO gathering.presence (id, session, circle, guest, party, came_at, left_at, means, by, recorded)
                VALUES (gen_random_uuid(), :session, :circle, :guest, :party, :came, :left, :means, :by, tstzrange(:now, NULL))
                """)
                .param("session", session).param("circle", who.circle()).param("guest", who.id()).param("party", who.party(), Types.OTHER).param("came", Occasions.at(cameAt))
                .param("left", leftAt == null ? null : Occasions.at(leftAt), Types.TIMESTAMP_WITH_TIMEZONE).param("means", means.name()).param("by", by.account()).param("now", now())
                .update();
    }

    /** They leave before the end. Refusals: {@code gathering.not-here}. */
    @Transactional
    public Answer<UUID> leave(UUID presence, Me me) {
        // Once the list is closed nobody leaves any more: the log holds it as it was.
        open(me).stream().filter(found -> found.id().equals(presence)).findFirst().ifPresent(found -> lock(found.session()));
        var it = open(me).stream().filter(found -> found.id().equals(presence)).findFirst();
        if (it.isEmpty()) {
            return Answer.refused("", "gathering.not-here");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        // Who leaves within the second in which they came was not there.
        if (now.isAfter(it.get().cameAt())) {
            db.sql("UPDATE gathering.presence SET left_at = :now WHERE id = :id AND left_at IS NULL").param("now", Occasions.at(now)).param("id", presence).update();
        } else {
            takeBack(it.get().session(), presence);
        }
        return Answer.done(presence);
    }

    /** Where somebody is now, by a code they read. */
    public List<Presence> open(Me me) {
        return guests.of(me).map(who -> db.sql(PRESENCES + """
                 WHERE presence.circle = :circle AND presence.guest = :guest AND presence.left_at IS NULL AND upper_inf(presence.recorded)
                   AND session.ends_at > :now AND NOT EXISTS (SELECT FROM gathering.closing WHERE closing.session = session.id)
                """)
                .param("circle", who.circle()).param("guest", who.id()).param("now", now())
                .query(Presence.class).list()).orElse(List.of());
    }

    /** Somebody was not there after all. Refusals: those of {@link #enter}; {@code gathering.presence-unknown}. */
    @Transactional
    public Answer<UUID> withdraw(UUID session, UUID presence, Me by) {
        return during(session, by, at -> takeBack(session, presence) == 0 ? Answer.refused("", "gathering.presence-unknown") : Answer.done(presence));
    }

    private int takeBack(UUID session, UUID presence) {
        return db.sql("UPDATE gathering.presence SET recorded = tstzrange(lower(recorded), :now) WHERE id = :id AND session = :session AND upper_inf(recorded) AND lower(recorded) < :now")
                .param("now", now()).param("id", presence).param("session", session).update();
    }

    /**
     * The list counts from now on: one entry in the log with the root over its lines. A list that was corrected is closed again.
     *
     * <p>Refusals: those of {@link #enter}; {@code gathering.not-over} the session still runs; {@code gathering.others-wrong}; {@code gathering.nobody} nobody
     * was there; {@code gathering.reason-missing} it was closed before; {@code gathering.words-long}.
     */
    @Transactional
    public Answer<Integer> close(UUID session, int others, String reason, Me by) {
        return during(session, by, at -> {
            if (at.endsAt().isAfter(clock.instant())) {
                return Answer.refused("", "gathering.not-over");
            }
            if (others < 0 || others > 100_000) {
                return Answer.refused("others", "gathering.others-wrong");
            }
            if (reason.length() > Occasions.WORDS_LONGEST) {
                return Answer.refused("reason", "gathering.words-long", Occasions.WORDS_LONGEST);
            }
            if (at.closed() && reason.isBlank()) {
                return Answer.refused("reason", "gathering.reason-missing");
            }
            var there = presences(session);
            if (there.isEmpty() && others == 0) {
                return Answer.refused("", "gathering.nobody");
            }
            return Answer.done(close(at, there, others, reason, by));
        });
    }

    private int close(Session at, List<Presence> there, int others, String reason, Me by) {
        var spent = seconds(at, there);
        var no = at.closings() + 1;
        var occasion = occasions.find(at.occasion()).orElseThrow();
        var rows = there.stream().sorted(Comparator.comparing(Presence::id)).map(it -> Map.of("circle", it.circle(), "guest", it.guest().toString(), "came", it.cameAt().toString(),
                "left", Optional.ofNullable(it.leftAt()).orElse(at.endsAt()).toString())).toList();
        var record = log.recordBatch("gathering.list", LocalDate.ofInstant(at.startsAt(), clock.getZone()), new TreeMap<>(Map.of("session", at.id().toString(), "no", no,
                "people", spent.size(), "others", others, "seconds", spent.values().stream().mapToLong(Long::longValue).sum())), rows);
        db.sql("INSERT INTO gathering.closing (session, no, at, by, people, others, reason, record) VALUES (:session, :no, :at, :by, :people, :others, :reason, :record)")
                .param("session", at.id()).param("no", no).param("at", now()).param("by", by.account()).param("people", spent.size()).param("others", others)
                .param("reason", reason.strip()).param("record", record)
                .update();
        spent.keySet().stream().map(GuestList.Key::circle).distinct().forEach(circle -> db.sql("""
                INSERT INTO gathering.closing_total (session, no, circle, people, seconds) VALUES (:session, :no, :circle, :people, :seconds)
                """)
                .param("session", at.id()).param("no", no).param("circle", circle)
                .param("people", spent.keySet().stream().filter(it -> it.circle().equals(circle)).count())
                .param("seconds", spent.entrySet().stream().filter(it -> it.getKey().circle().equals(circle)).mapToLong(Map.Entry::getValue).sum())
                .update());
        events.publishEvent(new Closed(occasion, at.id(), no));
        return no;
    }

    /** Seconds of each person within the session. */
    static Map<GuestList.Key, Long> seconds(Session at, List<Presence> there) {
        var stays = there.stream().collect(Collectors.groupingBy(it -> new GuestList.Key(it.circle(), it.guest()), LinkedHashMap::new, Collectors.toList()));
        var seconds = new LinkedHashMap<GuestList.Key, Long>();
        stays.forEach((who, all) -> {
            var within = new ArrayList<Stays.Stay>();
            all.forEach(it -> {
                var from = it.cameAt().isBefore(at.startsAt()) ? at.startsAt() : it.cameAt();
                var left = Optional.ofNullable(it.leftAt()).orElse(at.endsAt());
                var until = left.isAfter(at.endsAt()) ? at.endsAt() : left;
                if (from.isBefore(until)) {
                    within.add(new Stays.Stay(from, until));
                }
            });
            if (!within.isEmpty()) {
                seconds.put(who, Stays.seconds(within));
            }
        });
        return seconds;
    }

    /** The list as it stands now. */
    public List<Presence> presences(UUID session) {
        return db.sql(PRESENCES + " WHERE presence.session = :session AND upper_inf(presence.recorded) ORDER BY presence.came_at, presence.id").param("session", session)
                .query(Presence.class).list();
    }

    private static final String PRESENCES = """
            SELECT presence.id, presence.session, presence.circle, presence.guest, presence.party, presence.came_at, presence.left_at, presence.means
              FROM gathering.presence
              JOIN gathering.session ON session.id = presence.session
            """;

    private <T> Answer<T> during(UUID session, Me by, Function<Session, Answer<T>> act) {
        var found = occasions.session(session);
        if (found.isEmpty()) {
            return Answer.refused("", "gathering.unknown");
        }
        return occasions.held(found.get().occasion(), by, it -> {
            var at = lock(session);
            return at.startsAt().isAfter(clock.instant()) ? Answer.refused("", "gathering.not-begun") : act.apply(at);
        });
    }

    /** One at a time for each session. */
    Session lock(UUID session) {
        db.sql("SELECT FROM gathering.session WHERE id = :id FOR UPDATE").param("id", session).query((row, n) -> n).optional();
        return occasions.session(session).orElseThrow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
