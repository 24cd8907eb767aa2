package org.probity.people.career;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.probity.people.career.Application.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person applies for a level. What they write and bring to show it is in {@link Proofs}, who judges it in {@link Seats} and {@link Panels}. */
@Service
public class Applications {
    /** Something became of an application; heard in its transaction. */
    record Moved(Application application) {}

    /** A level somebody holds on a track. */
    public record Held(String track, Ladder ladder, String trackEn, String trackZh, int level, LocalDate fromDay, LocalDate untilDay, UUID application) {
        String track(org.probity.house.ui.Lang lang) {
            return lang == org.probity.house.ui.Lang.ZH ? trackZh : trackEn;
        }
    }

    private final JdbcClient db;
    private final Register register;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applications(JdbcClient db, Register register, Directory directory, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.register = register;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins an application; what the person wants is known from then on, so that their gaps can be shown.
     *
     * <p>Refusals: {@code career.no-person} the account is nobody of the directory; {@code career.not-engaged} today; {@code career.track-unknown};
     * {@code career.no-standard} the track has none yet; {@code career.level-unknown} the standard does not describe it; {@code career.level-far} more than one
     * above the level held on the track; {@code career.level-below} under it; {@code career.open-already} one on this track is open.
     */
    @Transactional
    public Answer<UUID> open(String code, int level, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty()) {
            return Answer.refused("", "career.no-person");
        }
        // One after the other: of two applications at once the second sees the first.
        db.sql("SELECT FROM directory.person WHERE id = :id FOR NO KEY UPDATE").param("id", person.get()).query((row, n) -> row).optional();
        if (!engaged(person.get())) {
            return Answer.refused("", "career.not-engaged");
        }
        var track = register.track(code);
        if (track.isEmpty()) {
            return Answer.refused("track", "career.track-unknown");
        }
        var standard = register.standard(code);
        if (standard.isEmpty()) {
            return Answer.refused("track", "career.no-standard");
        }
        if (level < 1 || level > standard.get().levels()) {
            return Answer.refused("level", "career.level-unknown", standard.get().levels());
        }
        var held = held(person.get()).stream().filter(it -> it.track().equals(code)).mapToInt(Held::level).findFirst().orElse(0);
        if (held > 0 && level > held + 1) {
            return Answer.refused("level", "career.level-far", track.get().ladder().name() + (held + 1));
        }
        if (level < held) {
            return Answer.refused("level", "career.level-below", track.get().ladder().name() + held);
        }
        if (of(person.get()).stream().anyMatch(it -> it.track().equals(code) && it.state().open())) {
            return Answer.refused("", "career.open-already");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO career.application (id, number, person, track, version, level, held, opened_by, opened_at)
                VALUES (:id, 'Q' || :year || '-' || lpad(nextval('career.number')::text, 5, '0'), :person, :track, :version, :level, :held, :by, :at)
                """)
                .param("id", id).param("year", register.today().getYear()).param("person", person.get()).param("track", code).param("version", standard.get().id())
                .param("level", level).param("held", held).param("by", by.account()).param("at", now())
                .update();
        step(id, State.DRAFT, null, by);
        wish(person.get(), code, level);
        return Answer.done(id);
    }

    void wish(UUID person, String track, int level) {
        db.sql("INSERT INTO career.wish (id, person, track, level, at) VALUES (gen_random_uuid(), :person, :track, :level, :at)")
                .param("person", person).param("track", track).param("level", level).param("at", now())
                .update();
    }

    /** Takes it back, at any time before it is decided. Refusals: {@code career.not-yours}; {@code career.not-open}. */
    @Transactional
    public Answer<Application> withdraw(UUID application, Me by) {
        var found = locked(application).filter(it -> it.openedBy().equals(by.account()));
        if (found.isEmpty()) {
            return Answer.refused("", "career.not-yours");
        }
        if (!found.get().state().open()) {
            return Answer.refused("", "career.not-open");
        }
        step(application, State.WITHDRAWN, null, by);
        return moved(application);
    }

    /** Whoever acts on an application acts alone. */
    Optional<Application> locked(UUID application) {
        db.sql("SELECT FROM career.application WHERE id = :id FOR UPDATE").param("id", application).query((row, n) -> row).optional();
        return find(application);
    }

    void step(UUID application, State state, @Nullable UUID record, Me by) {
        db.sql("""
                INSERT INTO career.step (application, no, state, by, at, record)
                SELECT :application, coalesce(max(no), 0) + 1, :state, :by, :at, :record FROM career.step WHERE application = :application
                """)
                .param("application", application).param("state", state.name()).param("by", by.account()).param("at", now())
                .param("record", record, java.sql.Types.OTHER)
                .update();
    }

    Answer<Application> moved(UUID application) {
        var it = find(application).orElseThrow();
        events.publishEvent(new Moved(it));
        return Answer.done(it);
    }

    private static final String SELECT = select("true AS found");

    /** The same, with what another list asks of each besides. */
    static String select(String besides) {
        return """
                SELECT application.id, application.number, application.person, name.name_en AS person_en, name.name_zh AS person_zh, application.track, track.ladder,
                       track.name_en AS track_en, track.name_zh AS track_zh, application.version, application.level, application.held, application.opened_by,
                       newest.state, newest.at, newest.because, %s
                  FROM career.application
                  JOIN directory.name ON name.id = application.person
                  JOIN LATERAL (SELECT state, at, because FROM career.step WHERE step.application = application.id ORDER BY no DESC LIMIT 1) AS newest ON true
                  JOIN career.tracks('infinity', 'infinity') AS track ON track.code = application.track
                """.formatted(besides);
    }

    public Optional<Application> find(UUID application) {
        return db.sql(SELECT + " WHERE application.id = :id").param("id", application).query(Application.class).optional();
    }

    public List<Application> of(UUID person) {
        return db.sql(SELECT + " WHERE application.person = :person ORDER BY application.opened_at DESC").param("person", person).query(Application.class).list();
    }

    /** Whether they may read it: the applicant, the panel, human resources. To others it does not exist. */
    boolean sees(Application it, Me me) {
        return it.openedBy().equals(me.account()) || me.is(Role.HR) && it.state() != State.DRAFT
                || db.sql("SELECT EXISTS (SELECT FROM career.panelist WHERE application = :id AND account = :account)").param("id", it.id()).param("account", me.account())
                        .query(Boolean.class).single();
    }

    /** Drafts are their writers' own; human resources see what was sent. */
    List<Application> lines(Query query) {
        return db.sql(SELECT + LINES + " ORDER BY " + query.orderBy(Map.of("number", "application.number", "at", "newest.at", "state", "newest.state"), "newest.at DESC, application.number")
                + " LIMIT :most OFFSET :skip")
                .param("state", query.filter("state")).param("q", "%" + query.filter("q") + "%").param("most", query.limit()).param("skip", query.offset())
                .query(Application.class).list();
    }

    long count(Query query) {
        return db.sql("SELECT count(*) FROM (" + SELECT + LINES + ") AS found").param("state", query.filter("state")).param("q", "%" + query.filter("q") + "%")
                .query(Long.class).single();
    }

    private static final String LINES = """
             WHERE newest.state <> 'DRAFT'
               AND (:state = '' OR newest.state = :state)
               AND (:q = '%%' OR application.number ILIKE :q OR name.name_en ILIKE :q OR name.name_zh ILIKE :q OR track.name_en ILIKE :q OR track.name_zh ILIKE :q)
            """;

    /** What is asked for the level applied for, by the version of its day. */
    public List<Standard.Item> asked(Application it) {
        return register.version(it.version()).asked(it.level());
    }

    /** Levels somebody holds, also those whose last day is past. */
    public List<Held> held(UUID person) {
        return db.sql("""
                SELECT held.track, track.ladder, track.name_en AS track_en, track.name_zh AS track_zh, held.level, held.from_day, held.until_day, held.application
                  FROM career.held(:day, 'infinity') AS held
                  JOIN career.tracks('infinity', 'infinity') AS track ON track.code = held.track
                 WHERE held.person = :person
                 ORDER BY held.until_day DESC
                """)
                .param("day", register.today()).param("person", person).query(Held.class).list();
    }

    boolean engaged(UUID person) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') WHERE person = :person AND kind <> 'RETIREE')")
                .param("day", register.today()).param("person", person).query(Boolean.class).single();
    }

    OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
