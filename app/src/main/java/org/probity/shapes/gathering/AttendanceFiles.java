package org.probity.shapes.gathering;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasion.Session;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of many sessions at once, as readers at doors hand them over by the month: whoever brings the file in closes them, with one entry in the log. */
@Service
public class AttendanceFiles {
    /** One of a circle was at a session from when to when. */
    public record Line(UUID session, UUID guest, Instant cameAt, Instant leftAt) {}

    /** Published in the transaction in which the lists of sessions of one kind count. */
    public record ClosedTogether(String kind, List<UUID> sessions, UUID record) {}

    private final JdbcClient db;
    private final Occasions occasions;
    private final GuestList guests;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AttendanceFiles(JdbcClient db, Occasions occasions, GuestList guests, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.occasions = occasions;
        this.guests = guests;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All lines or none; whoever was on a list already and is told again was there once. Lists that were closed before are closed again, for this reason.
     *
     * <p>Refusals: {@code gathering.list-empty}; {@code gathering.not-held-by-you}; {@code gathering.unknown} a session that is not there or of another kind;
     * {@code gathering.called-off-already}; {@code gathering.not-over}; {@code gathering.guest-unknown}; {@code gathering.stay-turned};
     * {@code gathering.stay-outside}; {@code gathering.reason-missing}; {@code gathering.words-long}.
     *
     * @param sha256 of the file the lines were read from, which the entry binds
     * @return the entry
     */
    @Transactional
    public Answer<UUID> bringIn(String kind, String circle, List<Line> lines, String sha256, String reason, Me by) {
        return bringIn(kind, circle, lines, Means.IMPORTED, sha256, reason, by);
    }

    /** The same for lines that came by other means than a file. @param sha256 of the lines, as whoever brings them writes them */
    @Transactional
    public Answer<UUID> bringIn(String kind, String circle, List<Line> lines, Means means, String sha256, String reason, Me by) {
        if (lines.isEmpty()) {
            return Answer.refused("file", "gathering.list-empty");
        }
        if (!occasions.kind(kind).heldBy(by)) {
            return Answer.refused("", "gathering.not-held-by-you");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "gathering.reason-missing");
        }
        if (reason.length() > Occasions.WORDS_LONGEST) {
            return Answer.refused("reason", "gathering.words-long", Occasions.WORDS_LONGEST);
        }
        var ids = lines.stream().map(Line::session).distinct().sorted().toArray(UUID[]::new);
        db.sql("SELECT FROM gathering.session WHERE id = ANY (:ids) ORDER BY id FOR UPDATE").param("ids", ids).query((row, n) -> n).list();
        var sessions = db.sql(Occasions.SESSIONS + " JOIN gathering.occasion ON occasion.id = session.occasion WHERE session.id = ANY (:ids) AND occasion.kind = :kind")
                .param("ids", ids).param("kind", kind).query(Session.class).list().stream().collect(Collectors.toMap(Session::id, it -> it));
        if (sessions.size() < ids.length) {
            return Answer.refused("file", "gathering.unknown");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM gathering.calling_off WHERE occasion = ANY (:ids))")
                .param("ids", sessions.values().stream().map(Session::occasion).distinct().toArray(UUID[]::new)).query(Boolean.class).single()) {
            return Answer.refused("file", "gathering.called-off-already");
        }
        if (sessions.values().stream().anyMatch(it -> it.endsAt().isAfter(clock.instant()))) {
            return Answer.refused("file", "gathering.not-over");
        }
        var known = guests.of(lines.stream().map(it -> new GuestList.Key(circle, it.guest())).distinct().toList());
        for (var it : lines) {
            var at = sessions.get(it.session());
            if (!known.containsKey(new GuestList.Key(circle, it.guest()))) {
                return Answer.refused("file", "gathering.guest-unknown");
            }
            if (!it.cameAt().isBefore(it.leftAt())) {
                return Answer.refused("file", "gathering.stay-turned");
            }
            if (!it.cameAt().isBefore(at.endsAt()) || !it.leftAt().isAfter(at.startsAt())) {
                return Answer.refused("file", "gathering.stay-outside");
            }
        }
        write(circle, lines, means, by);
        return Answer.done(close(kind, sessions, lines, sha256, reason, by));
    }

    private void write(String circle, List<Line> lines, Means means, Me by) {
        db.sql("""
                INSERT INTO gathering.presence (id, session, circle, guest, came_at, left_at, means, by, recorded)
                SELECT gen_random_uuid(), line.session, :circle, line.guest, line.came_at, line.left_at, :means, :by, tstzrange(:now, NULL)
                  FROM unnest(:sessions::uuid[], :guests::uuid[], CAST(:came AS timestamptz[]), CAST(:gone AS timestamptz[])) AS line (session, guest, came_at, left_at)
                """)
                .param("circle", circle).param("means", means.name()).param("by", by.account()).param("now", now())
                .param("sessions", lines.stream().map(Line::session).toArray(UUID[]::new)).param("guests", lines.stream().map(Line::guest).toArray(UUID[]::new))
                .param("came", lines.stream().map(it -> Occasions.at(it.cameAt()).toString()).toArray(String[]::new))
                .param("gone", lines.stream().map(it -> Occasions.at(it.leftAt()).toString()).toArray(String[]::new))
                .update();
    }

    private UUID close(String kind, Map<UUID, Session> sessions, List<Line> lines, String sha256, String reason, Me by) {
        var ids = sessions.keySet().stream().sorted().toList();
        var rows = new ArrayList<Map<String, Object>>();
        lines.forEach(it -> rows.add(new TreeMap<>(Map.of("session", it.session().toString(), "guest", it.guest().toString(), "came", it.cameAt().toString(),
                "left", it.leftAt().toString()))));
        var last = sessions.values().stream().map(Session::startsAt).max(Instant::compareTo).orElseThrow();
        var record = log.recordBatch("gathering.lists", LocalDate.ofInstant(last, clock.getZone()),
                new TreeMap<>(Map.of("kind", kind, "sessions", ids.size(), "lines", lines.size(), "sha256", sha256)), rows);
        var numbers = new HashMap<UUID, Integer>();
        ids.forEach(it -> numbers.put(it, sessions.get(it).closings() + 1));
        db.sql("""
                WITH closed AS (
                    SELECT session, no FROM unnest(:sessions::uuid[], :numbers::int[]) AS closed (session, no)
                ), there AS (
                    SELECT session, circle, count(*) AS people, sum(seconds)::bigint AS seconds
                      FROM (SELECT presence.session, presence.circle, presence.guest,
                                   (SELECT sum(extract(epoch FROM upper(stretch) - lower(stretch))) FROM unnest(range_agg(tstzrange(
                                        greatest(presence.came_at, session.starts_at), least(coalesce(presence.left_at, session.ends_at), session.ends_at)))) AS stretch) AS seconds
                              FROM closed
                              JOIN gathering.session ON session.id = closed.session
                              JOIN gathering.presence ON presence.session = session.id AND upper_inf(presence.recorded)
                             WHERE greatest(presence.came_at, session.starts_at) < least(coalesce(presence.left_at, session.ends_at), session.ends_at)
                             GROUP BY presence.session, presence.circle, presence.guest) AS person
                     GROUP BY session, circle
                ), closing AS (
                    INSERT INTO gathering.closing (session, no, at, by, people, others, reason, record)
                    SELECT closed.session, closed.no, :at, :by, coalesce((SELECT sum(people) FROM there WHERE there.session = closed.session), 0),
                           coalesce((SELECT others FROM gathering.closing AS before WHERE before.session = closed.session ORDER BY before.no DESC LIMIT 1), 0), :reason, :record
                      FROM closed
                )
                INSERT INTO gathering.closing_total (session, no, circle, people, seconds)
                SELECT closed.session, closed.no, there.circle, there.people, there.seconds
                  FROM closed
                  JOIN there ON there.session = closed.session
                """)
                .param("sessions", ids.toArray(UUID[]::new)).param("numbers", ids.stream().map(numbers::get).toArray(Integer[]::new)).param("at", now()).param("by", by.account())
                .param("reason", reason.strip()).param("record", record)
                .update();
        events.publishEvent(new ClosedTogether(kind, ids, record));
        return record;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
