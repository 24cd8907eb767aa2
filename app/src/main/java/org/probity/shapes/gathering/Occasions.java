package org.probity.shapes.gathering;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.gathering.Guests.Guest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Occasions and whom they ask. Who came is in {@link Attendance}, what was said in {@link Minutes}, what follows in {@link FollowUps}. */
@Service
public class Occasions {
    static final int WORDS_LONGEST = 4_000;
    static final int LINE_LONGEST = 300;

    /** What must be known to hold one. @param parties companies it is held with; may be none */
    public record Opening(String kind, String title, List<String> topics, List<UUID> parties, List<Occasion.Plan> sessions) {
        public Opening {
            title = title.strip();
            topics = List.copyOf(topics);
            parties = parties.stream().distinct().toList();
            sessions = List.copyOf(sessions);
        }
    }

    /** Published in the transaction in which an occasion is called off. */
    public record CalledOff(Occasion occasion) {}

    private final JdbcClient db;
    private final List<OccasionKind> kinds;
    private final GuestList guests;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Occasions(JdbcClient db, List<OccasionKind> kinds, GuestList guests, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.kinds = List.copyOf(kinds);
        this.guests = guests;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens an occasion, before it is held or after. It enters the log under the day of its first session, so that a figure of that year can be held
     * against the number of entries.
     *
     * <p>Refusals: {@code gathering.not-held-by-you}; {@code gathering.title-missing}; {@code gathering.title-long}; {@code gathering.topic-missing} none of
     * the kind's; {@code gathering.party-unknown}; {@code gathering.session-missing}; {@code gathering.session-times} it ends before it begins, or a day
     * later; {@code gathering.place-long}.
     */
    @Transactional
    public Answer<UUID> open(Opening it, Me by) {
        var kind = kind(it.kind());
        if (!kind.heldBy(by)) {
            return Answer.refused("", "gathering.not-held-by-you");
        }
        if (it.title().isEmpty()) {
            return Answer.refused("title", "gathering.title-missing");
        }
        if (it.title().length() > LINE_LONGEST) {
            return Answer.refused("title", "gathering.title-long", LINE_LONGEST);
        }
        if (it.topics().isEmpty() || !kind.topics().containsAll(it.topics())) {
            return Answer.refused("topics", "gathering.topic-missing");
        }
        if (!guests.parties(it.parties()).keySet().containsAll(it.parties())) {
            return Answer.refused("parties", "gathering.party-unknown");
        }
        if (it.sessions().isEmpty()) {
            return Answer.refused("day", "gathering.session-missing");
        }
        if (it.sessions().stream().anyMatch(session -> !session.endsAt().isAfter(session.startsAt()) || session.endsAt().isAfter(session.startsAt().plus(24, ChronoUnit.HOURS)))) {
            return Answer.refused("until", "gathering.session-times");
        }
        if (it.sessions().stream().anyMatch(session -> session.place().strip().length() > LINE_LONGEST)) {
            return Answer.refused("place", "gathering.place-long", LINE_LONGEST);
        }
        return Answer.done(write(it, kind, by));
    }

    private UUID write(Opening it, OccasionKind kind, Me by) {
        var id = UUID.randomUUID();
        var first = it.sessions().stream().map(Occasion.Plan::startsAt).min(Instant::compareTo).orElseThrow();
        var day = LocalDate.ofInstant(first, clock.getZone());
        var record = log.record(kind.opened(), day, Map.of("occasion", id.toString(), "topics", it.topics(), "parties", it.parties().stream().map(UUID::toString).sorted().toList(),
                "sessions", it.sessions().size(), "starts_at", first.toString()));
        db.sql("""
                INSERT INTO gathering.occasion (id, kind, number, title, topics, opened_by, opened_at, record)
                VALUES (:id, :kind, :letters || :year || '-' || to_char(nextval('gathering.number'), 'FM999999900000'), :title, :topics, :by, :at, :record)
                """)
                .param("id", id).param("kind", kind.key()).param("letters", kind.letters()).param("year", day.getYear()).param("title", it.title())
                .param("topics", it.topics().toArray(String[]::new)).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        it.parties().forEach(party -> db.sql("INSERT INTO gathering.side (occasion, party) VALUES (:id, :party)").param("id", id).param("party", party).update());
        var no = 0;
        for (var session : it.sessions()) {
            db.sql("""
                    INSERT INTO gathering.session (id, occasion, no, starts_at, ends_at, place, code)
                    VALUES (gen_random_uuid(), :id, :no, :starts, :ends, :place, :code)
                    """)
                    .param("id", id).param("no", ++no).param("starts", at(session.startsAt())).param("ends", at(session.endsAt())).param("place", session.place().strip())
                    .param("code", "%06d".formatted(random.nextInt(1_000_000)))
                    .update();
        }
        return id;
    }

    /**
     * Asks people to come. Who was asked already is not asked twice.
     *
     * <p>Refusals: {@code gathering.unknown}; {@code gathering.not-held-by-you}; {@code gathering.called-off-already}; {@code gathering.guest-unknown}.
     */
    @Transactional
    public Answer<Integer> ask(UUID occasion, Collection<GuestList.Key> whom, Me by) {
        return held(occasion, by, it -> {
            var known = guests.of(whom);
            if (!known.keySet().containsAll(whom)) {
                return Answer.refused("guest", "gathering.guest-unknown");
            }
            var all = List.copyOf(known.values());
            var asked = db.sql("""
                    INSERT INTO gathering.invitation (occasion, circle, guest, party, by, at)
                    SELECT :occasion, asked.circle, asked.guest, asked.party, :by, :at
                      FROM unnest(:circles::text[], :guests::uuid[], :parties::uuid[]) AS asked (circle, guest, party)
                    ON CONFLICT DO NOTHING
                    """)
                    .param("occasion", occasion).param("by", by.account()).param("at", now()).param("circles", all.stream().map(Guest::circle).toArray(String[]::new))
                    .param("guests", all.stream().map(Guest::id).toArray(UUID[]::new)).param("parties", all.stream().map(Guest::party).toArray(UUID[]::new))
                    .update();
            return Answer.done(asked);
        });
    }

    /**
     * It does not take place. Refusals: {@code gathering.unknown}; {@code gathering.not-held-by-you}; {@code gathering.called-off-already};
     * {@code gathering.reason-missing}; {@code gathering.words-long}; {@code gathering.list-closed} somebody was there.
     */
    @Transactional
    public Answer<UUID> callOff(UUID occasion, String reason, Me by) {
        return held(occasion, by, it -> {
            if (reason.isBlank()) {
                return Answer.refused("reason", "gathering.reason-missing");
            }
            if (reason.length() > WORDS_LONGEST) {
                return Answer.refused("reason", "gathering.words-long", WORDS_LONGEST);
            }
            if (sessions(occasion).stream().anyMatch(Occasion.Session::closed)) {
                return Answer.refused("", "gathering.list-closed");
            }
            var record = log.record("gathering.called-off", it.day(clock.getZone()), Map.of("occasion", occasion.toString(), "by", by.account().toString()));
            db.sql("INSERT INTO gathering.calling_off (occasion, reason, by, at, record) VALUES (:id, :reason, :by, :at, :record)")
                    .param("id", occasion).param("reason", reason.strip()).param("by", by.account()).param("at", now()).param("record", record)
                    .update();
            events.publishEvent(new CalledOff(it));
            return Answer.done(occasion);
        });
    }

    /** For those of us who hold it, one at a time. */
    <T> Answer<T> held(UUID id, Me by, Function<Occasion, Answer<T>> act) {
        db.sql("SELECT FROM gathering.occasion WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "gathering.unknown");
        }
        if (!holds(found.get(), by)) {
            return Answer.refused("", "gathering.not-held-by-you");
        }
        return found.get().calledOff() ? Answer.refused("", "gathering.called-off-already") : act.apply(found.get());
    }

    boolean holds(Occasion it, Me me) {
        return kind(it.kind()).heldBy(me);
    }

    /** Whether a person may read it: those of us who read its kind, and contacts of the companies it is held with. */
    boolean reads(Occasion it, Me me) {
        return me.supplier().map(it.parties()::contains).orElse(true);
    }

    /** Those for whose kind no minutes are kept. */
    List<String> withoutMinutes() {
        return kinds.stream().filter(it -> !it.minuted()).map(OccasionKind::key).toList();
    }

    OccasionKind kind(String key) {
        return kinds.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow(() -> new IllegalArgumentException("no kind of occasion is called " + key));
    }

    public Optional<Occasion> find(UUID id) {
        return db.sql("SELECT * FROM gathering.standing WHERE id = :id").param("id", id).query(Occasions::occasion).optional();
    }

    /** Those of these that there are. */
    public Map<UUID, Occasion> all(Collection<UUID> ids) {
        return db.sql("SELECT * FROM gathering.standing WHERE id = ANY (:ids)").param("ids", ids.toArray(UUID[]::new)).query(Occasions::occasion).list().stream()
                .collect(Collectors.toMap(Occasion::id, it -> it));
    }

    /** Those of a kind to which somebody was asked, or at which they were. */
    public Set<UUID> takenPartIn(String kind, Me me) {
        return guests.of(me).map(who -> Set.copyOf(db.sql("""
                SELECT invitation.occasion
                  FROM gathering.invitation
                  JOIN gathering.occasion ON occasion.id = invitation.occasion AND occasion.kind = :kind
                 WHERE invitation.circle = :circle AND invitation.guest = :guest
                UNION
                SELECT session.occasion
                  FROM gathering.presence
                  JOIN gathering.session ON session.id = presence.session
                  JOIN gathering.occasion ON occasion.id = session.occasion AND occasion.kind = :kind
                 WHERE presence.circle = :circle AND presence.guest = :guest AND upper_inf(presence.recorded)
                """)
                .param("kind", kind).param("circle", who.circle()).param("guest", who.id())
                .query(UUID.class).list())).orElse(Set.of());
    }

    /** All of a kind that were held with a company, newest first. */
    public List<Occasion> with(UUID party) {
        return db.sql("SELECT * FROM gathering.standing WHERE id IN (SELECT occasion FROM gathering.side WHERE party = :party) ORDER BY starts_at DESC, number DESC").param("party", party)
                .query(Occasions::occasion).list();
    }

    public List<Occasion.Session> sessions(UUID occasion) {
        return db.sql(SESSIONS + " WHERE session.occasion = :occasion ORDER BY session.no").param("occasion", occasion).query(Occasion.Session.class).list();
    }

    public Optional<Occasion.Session> session(UUID session) {
        return db.sql(SESSIONS + " WHERE session.id = :session").param("session", session).query(Occasion.Session.class).optional();
    }

    static final String SESSIONS = """
            SELECT session.id, session.occasion, session.no, session.starts_at, session.ends_at, session.place, session.code, coalesce(closing.no, 0) AS closings,
                   coalesce(closing.people, 0) AS people, coalesce(closing.others, 0) AS others
              FROM gathering.session
              LEFT JOIN LATERAL (SELECT no, people, others FROM gathering.closing WHERE closing.session = session.id ORDER BY no DESC LIMIT 1) AS closing ON true
            """;

    /** Whom it asks, and whom one may choose from. */
    public List<Guest> asked(UUID occasion) {
        var keys = db.sql("SELECT circle, guest FROM gathering.invitation WHERE occasion = :occasion ORDER BY at, guest").param("occasion", occasion)
                .query(GuestList.Key.class).list();
        var known = guests.of(keys);
        return keys.stream().filter(known::containsKey).map(known::get).toList();
    }

    static Occasion occasion(ResultSet row, int n) throws SQLException {
        return new Occasion(row.getObject("id", UUID.class), row.getString("kind"), row.getString("number"), row.getString("title"), List.of((String[]) row.getArray("topics").getArray()),
                new ArrayList<>(Arrays.asList((UUID[]) row.getArray("parties").getArray())), row.getObject("opened_by", UUID.class), instant(row, "opened_at"),
                instant(row, "starts_at"), instant(row, "ends_at"), row.getString("place"), row.getBoolean("called_off"), row.getBoolean("all_closed"), row.getLong("people"),
                row.getLong("others"), row.getObject("minutes_no", Integer.class), row.getObject("minutes_read_no", Integer.class), row.getObject("record", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
