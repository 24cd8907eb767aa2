package org.probity.people.learning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to be at a session, in the order of asking. A place that becomes free goes to the next who asked, and they are told. */
@Service
public class Enrolments {
    static final int WORDS_LONGEST = 1_000;

    /** A session that lies ahead, as one person sees it. @param mine their enrolment; @param place theirs in the order of asking */
    public record Ahead(
            UUID session, UUID course, String titleEn, String titleZh, Kind kind, Instant startsAt, Instant endsAt, String where, boolean online, @Nullable Integer capacity, long enrolled,
            @Nullable UUID mine, @Nullable Long place, boolean seated) {}

    /** Somebody enrolled, as human resources or their line manager sees it. @param says the manager's newest word; null: none */
    public record Enrolled(
            UUID id, UUID session, UUID person, String number, String nameEn, String nameZh, String titleEn, String titleZh, Instant startsAt, long place, boolean seated, @Nullable String says,
            @Nullable String words) {}

    private final JdbcClient db;
    private final Sessions sessions;
    private final Directory directory;
    private final Outbox outbox;
    private final Company company;
    private final Clock clock;

    Enrolments(JdbcClient db, Sessions sessions, Directory directory, Outbox outbox, Company company, Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.directory = directory;
        this.outbox = outbox;
        this.company = company;
        this.clock = clock;
    }

    /**
     * Somebody asks for a place: for themselves, or human resources for them.
     *
     * <p>Refusals: {@code learning.person-unknown} nobody of the directory; {@code learning.not-yours} for somebody else; {@code learning.session-unknown};
     * {@code learning.session-begun} or it was called off; {@code learning.enrolled-already}; {@code learning.enrolled-elsewhere} in another session of the
     * same hours.
     *
     * @return the enrolment
     */
    @Transactional
    public Answer<UUID> enrol(UUID session, UUID person, Me by) {
        if (directory.person(person).isEmpty()) {
            return Answer.refused("person", "learning.person-unknown");
        }
        if (!by.is(Role.HR) && directory.personOf(by).filter(person::equals).isEmpty()) {
            return Answer.refused("person", "learning.not-yours");
        }
        var found = sessions.find(session);
        if (found.isEmpty()) {
            return Answer.refused("", "learning.session-unknown");
        }
        // First the person and then the session, everybody in this order: two sessions of the same hours are asked for one after the other.
        db.sql("SELECT FROM directory.person WHERE id = :id FOR NO KEY UPDATE").param("id", person).query((row, n) -> n).optional();
        lock(session);
        if (!found.get().startsAt().isAfter(clock.instant()) || off(session)) {
            return Answer.refused("", "learning.session-begun");
        }
        var theirs = db.sql("""
                SELECT enrolment.session FROM learning.enrolment
                  JOIN learning.session ON session.session = enrolment.session
                 WHERE enrolment.person = :person AND enrolment.withdrawn_at IS NULL AND session.off_at IS NULL
                   AND session.during && (SELECT during FROM learning.session WHERE session = :session)
                """)
                .param("person", person).param("session", session).query(UUID.class).list();
        if (theirs.contains(session)) {
            return Answer.refused("", "learning.enrolled-already");
        }
        if (!theirs.isEmpty()) {
            return Answer.refused("", "learning.enrolled-elsewhere");
        }
        return Answer.done(db.sql("INSERT INTO learning.enrolment (id, session, person, asked_at, asked_by) VALUES (gen_random_uuid(), :session, :person, :at, :by) RETURNING id")
                .param("session", session).param("person", person).param("at", now()).param("by", by.account()).query(UUID.class).single());
    }

    /**
     * Somebody does not come, or human resources take them off; whoever moves up by it is told.
     *
     * <p>Refusals: {@code learning.enrolment-unknown}; {@code learning.not-yours}; {@code learning.session-begun}; {@code learning.because-missing} human
     * resources say why; {@code learning.words-long}.
     */
    @Transactional
    public Answer<UUID> withdraw(UUID enrolment, String because, Me by) {
        var of = db.sql("SELECT session FROM learning.enrolment WHERE id = :id AND withdrawn_at IS NULL").param("id", enrolment).query(UUID.class).optional();
        if (of.isEmpty()) {
            return Answer.refused("", "learning.enrolment-unknown");
        }
        lock(of.get());
        var person = db.sql("SELECT person FROM learning.enrolment WHERE id = :id AND withdrawn_at IS NULL").param("id", enrolment).query(UUID.class).optional();
        if (person.isEmpty()) {
            return Answer.refused("", "learning.enrolment-unknown");
        }
        var own = directory.personOf(by).filter(person.get()::equals).isPresent();
        if (!own && !by.is(Role.HR)) {
            return Answer.refused("", "learning.not-yours");
        }
        if (!sessions.find(of.get()).orElseThrow().startsAt().isAfter(clock.instant())) {
            return Answer.refused("", "learning.session-begun");
        }
        if (!own && because.isBlank()) {
            return Answer.refused("because", "learning.because-missing");
        }
        if (because.length() > WORDS_LONGEST) {
            return Answer.refused("because", "learning.words-long", WORDS_LONGEST);
        }
        var before = seated(of.get());
        db.sql("UPDATE learning.enrolment SET withdrawn_at = :at, withdrawn_by = :by, because = :because WHERE id = :id")
                .param("at", now()).param("by", by.account()).param("because", because.strip()).param("id", enrolment).update();
        var up = new ArrayList<>(seated(of.get()));
        up.removeAll(before);
        up.forEach(moved -> tell(moved, of.get()));
        return Answer.done(of.get());
    }

    private List<UUID> seated(UUID session) {
        return db.sql("SELECT person FROM learning.seat WHERE session = :session AND seated").param("session", session).query(UUID.class).list();
    }

    private void tell(UUID person, UUID session) {
        var it = sessions.find(session).orElseThrow();
        Readers.of(db, person).forEach(reader -> outbox.write(new Letter(reader.email(), reader.lang(), "learning.letter.moved-up",
                List.of(company.signs(reader.lang()), it.title(reader.lang()), it.day()), "/app/my-training/sessions")));
    }

    /**
     * The line manager says whether somebody can be spared. It is a word and no ruling: human resources and the person see it.
     *
     * <p>Refusals: {@code learning.enrolment-unknown}; {@code learning.not-their-manager}; {@code learning.because-missing} a no has a reason;
     * {@code learning.words-long}.
     */
    @Transactional
    public Answer<UUID> say(UUID enrolment, boolean yes, String words, Me by) {
        var found = db.sql("SELECT person FROM learning.enrolment WHERE id = :id AND withdrawn_at IS NULL").param("id", enrolment).query(UUID.class).optional();
        if (found.isEmpty()) {
            return Answer.refused("", "learning.enrolment-unknown");
        }
        var manager = directory.manager(found.get(), LocalDate.now(clock)).map(Directory.Person::id);
        if (manager.isEmpty() || directory.personOf(by).filter(manager.get()::equals).isEmpty()) {
            return Answer.refused("", "learning.not-their-manager");
        }
        if (!yes && words.isBlank()) {
            return Answer.refused("words", "learning.because-missing");
        }
        if (words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "learning.words-long", WORDS_LONGEST);
        }
        db.sql("INSERT INTO learning.manager_word (enrolment, says, words, by, at) VALUES (:enrolment, :says, :words, :by, :at)")
                .param("enrolment", enrolment).param("says", yes ? "YES" : "NO").param("words", words.strip()).param("by", by.account()).param("at", now()).update();
        return Answer.done(enrolment);
    }

    /** Sessions that lie ahead, the next first, as one person sees them; training that waits on nobody's desk stands here too. */
    List<Ahead> ahead(Me me) {
        return directory.personOf(me).map(person -> db.sql("""
                SELECT named.session, named.course, named.title_en, named.title_zh, named.kind, named.starts_at, named.ends_at, named.place AS "where", named.online, session.capacity,
                       (SELECT count(*) FROM learning.enrolment WHERE enrolment.session = named.session AND enrolment.withdrawn_at IS NULL) AS enrolled,
                       seat.id AS mine, seat.place, coalesce(seat.seated, false) AS seated
                  FROM learning.session_named AS named
                  JOIN learning.session ON session.session = named.session
                  LEFT JOIN learning.seat ON seat.session = named.session AND seat.person = :person
                 WHERE named.starts_at > :now AND session.off_at IS NULL
                 ORDER BY seat.id IS NULL, named.starts_at, named.number
                 LIMIT 60
                """)
                .param("person", person).param("now", now()).query(Ahead.class).list()).orElse(List.of());
    }

    /** Who is enrolled for a session, in the order of asking. */
    List<Enrolled> of(UUID session) {
        return db.sql(ENROLLED + " WHERE seat.session = :session ORDER BY seat.place").param("session", session).query(Enrolled.class).list();
    }

    /** Enrolments ahead of those whom whoever is at the screen manages. Only who leads something manages anybody, and only those who asked are looked up. */
    List<Enrolled> managed(Me me) {
        return directory.personOf(me).filter(this::leads).map(person -> db.sql(ENROLLED + """
                  JOIN directory.managers(:today, 'infinity') AS manages ON manages.person = seat.person AND manages.manager = :me
                 WHERE named.starts_at > :now AND manages.person = ANY (:asked) ORDER BY word.says IS NOT NULL, named.starts_at, seat.place LIMIT 200
                """)
                .param("today", LocalDate.now(clock)).param("me", person).param("now", now())
                .param("asked", db.sql("SELECT DISTINCT enrolment.person FROM learning.enrolment JOIN learning.session ON session.session = enrolment.session WHERE withdrawn_at IS NULL AND lower(during) > :now")
                        .param("now", now()).query(UUID.class).list().toArray(UUID[]::new))
                .query(Enrolled.class).list()).orElse(List.of());
    }

    /** Whether somebody leads a unit, and so may manage people. */
    boolean leads(UUID person) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.heads(:today, 'infinity') AS head WHERE head.person = :person)").param("today", LocalDate.now(clock)).param("person", person)
                .query(Boolean.class).single();
    }

    /** How many of them wait for a word of theirs. */
    long unsaid(Me me) {
        return managed(me).stream().filter(it -> it.says() == null).count();
    }

    private static final String ENROLLED = """
            SELECT seat.id, seat.session, seat.person, name.number, name.name_en, name.name_zh, named.title_en, named.title_zh, named.starts_at, seat.place, seat.seated, word.says, word.words
              FROM learning.seat
              JOIN learning.session_named AS named ON named.session = seat.session
              JOIN directory.name ON name.id = seat.person
              LEFT JOIN LATERAL (SELECT says, words FROM learning.manager_word WHERE enrolment = seat.id ORDER BY at DESC LIMIT 1) AS word ON true
            """;

    private boolean off(UUID session) {
        return db.sql("SELECT off_at IS NOT NULL FROM learning.session WHERE session = :session").param("session", session).query(Boolean.class).optional().orElse(true);
    }

    /** One at a time for each session, so that the last place is given once. */
    private void lock(UUID session) {
        db.sql("SELECT FROM learning.session WHERE session = :session FOR UPDATE").param("session", session).query((row, n) -> n).optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Accounts of a person, to write to. */
    record Readers(String email, Lang lang) {
        static List<Readers> of(JdbcClient db, UUID person) {
            return db.sql("SELECT member.email, member.language FROM access.member JOIN directory.pass ON pass.account = member.id WHERE pass.person = :person AND member.supplier IS NULL")
                    .param("person", person).query((row, n) -> new Readers(row.getString(1), Lang.of(row.getString(2)).orElse(Lang.EN))).list();
        }
    }
}
