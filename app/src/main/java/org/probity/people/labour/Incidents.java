package org.probity.people.labour;

import java.sql.Types;
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
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Harassment, abuse, discrimination on a ground, forced labour, child labour: from the report to the closing. Who reads an incident is a list of people, with nobody on it
 * who is accused; everybody else sees counts. The log learns that there is one, of which ground, and how it stands.
 */
@Service
public class Incidents {
    /** The seven from COLOUR to DISABILITY are grounds of discrimination. */
    public enum Ground { HARASSMENT, ABUSE, COLOUR, RACE, RELIGION, GENDER, AGE, ORIENTATION, DISABILITY, FORCED_LABOUR, CHILD_LABOUR }

    public enum Source { REPORT, FINDING }

    public enum State { REPORTED, CONFIRMED, UNFOUNDED, MEASURED, REMEDIED, CLOSED }

    /** As it is reported. @param affected and {@code accused}: staff numbers */
    public record Opening(Ground ground, @Nullable UUID place, LocalDate happenedOn, Source source, String words, List<String> affected, List<String> accused) {
        public Opening {
            affected = List.copyOf(affected);
            accused = List.copyOf(accused);
        }
    }

    public record Incident(UUID id, String number, Ground ground, @Nullable UUID place, LocalDate happenedOn, Source source, String words, State state, int step, UUID by) {}

    public record Step(int no, State state, String words, UUID by, Instant at) {}

    public record Concerned(String number, String nameEn, String nameZh, String part) {}

    /** How many there are of a ground in a state. */
    public record Count(Ground ground, State state, boolean confirmed, long incidents) {}

    static final int WORDS_LONGEST = 4_000;

    private final JdbcClient db;
    private final Directory directory;
    private final Accounts accounts;
    private final Log log;
    private final Clock clock;

    Incidents(JdbcClient db, Directory directory, Accounts accounts, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Human resources or legal affairs take it up; whoever does handles it.
     *
     * <p>Refusals: {@code labour.not-for-you}; {@code labour.happened-future}; {@code labour.words-missing}; {@code labour.words-long}; {@code labour.concerned-unknown}
     * no such staff number; {@code labour.accused-handles} who takes it up is accused.
     */
    @Transactional
    public Answer<UUID> open(Opening it, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.LEGAL)) {
            return Answer.refused("", "labour.not-for-you");
        }
        if (it.happenedOn().isAfter(today())) {
            return Answer.refused("happened", "labour.happened-future");
        }
        if (it.words().isBlank()) {
            return Answer.refused("words", "labour.words-missing");
        }
        if (it.words().strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "labour.words-long", WORDS_LONGEST);
        }
        for (var number : it.affected()) {
            if (directory.byNumber(number).isEmpty()) {
                return Answer.refused("affected", "labour.concerned-unknown", number);
            }
        }
        for (var number : it.accused()) {
            var person = directory.byNumber(number);
            if (person.isEmpty()) {
                return Answer.refused("accused", "labour.concerned-unknown", number);
            }
            if (directory.personOf(by).filter(person.get().id()::equals).isPresent()) {
                return Answer.refused("accused", "labour.accused-handles");
            }
        }
        db.sql("LOCK TABLE labour.incident IN SHARE ROW EXCLUSIVE MODE").update();
        var id = UUID.randomUUID();
        var year = today().getYear();
        var number = "LI-" + year + "-" + (db.sql("SELECT count(*) FROM labour.incident WHERE number LIKE :of").param("of", "LI-" + year + "-%").query(Long.class).single() + 1);
        var record = log.record("labour.incident-opened", today(), Map.of("incident", id.toString(), "ground", it.ground().name(), "source", it.source().name()));
        db.sql("""
                INSERT INTO labour.incident (id, number, ground, place, happened_on, source, words, opened_by, opened_at, record)
                VALUES (:id, :number, :ground, :place, :happened, :source, :words, :by, :now, :record)
                """)
                .param("id", id).param("number", number).param("ground", it.ground().name()).param("place", it.place(), Types.OTHER).param("happened", it.happenedOn())
                .param("source", it.source().name()).param("words", it.words().strip()).param("by", by.account()).param("now", now()).param("record", record)
                .update();
        concern(id, it.affected(), "AFFECTED");
        concern(id, it.accused(), "ACCUSED");
        handler(id, by.account(), by);
        write(id, 1, State.REPORTED, "", null, by);
        return Answer.done(id);
    }

    private void concern(UUID incident, List<String> numbers, String part) {
        numbers.forEach(number -> db.sql("INSERT INTO labour.concerned (incident, person, part) VALUES (:incident, :person, :part) ON CONFLICT DO NOTHING")
                .param("incident", incident).param("person", directory.byNumber(number).orElseThrow().id()).param("part", part).update());
    }

    /** Another reads and works on it. Refusals: {@code labour.incident-unknown}; {@code labour.handler-wrong} no account of human resources or legal affairs; {@code labour.accused-handles}. */
    @Transactional
    public Answer<UUID> add(UUID incident, String email, Me by) {
        if (find(incident, by).isEmpty()) {
            return Answer.refused("", "labour.incident-unknown");
        }
        var account = accounts.find(email.strip());
        if (account.filter(it -> !it.disabled() && (it.roles().contains(Role.HR) || it.roles().contains(Role.LEGAL))).isEmpty()) {
            return Answer.refused("handler", "labour.handler-wrong");
        }
        var accused = db.sql("""
                SELECT EXISTS (SELECT FROM labour.concerned JOIN directory.account ON account.person = concerned.person
                                WHERE concerned.incident = :incident AND concerned.part = 'ACCUSED' AND account.account = :account)
                """)
                .param("incident", incident).param("account", account.get().id()).query(Boolean.class).single();
        if (accused) {
            return Answer.refused("handler", "labour.accused-handles");
        }
        handler(incident, account.get().id(), by);
        return Answer.done(incident);
    }

    private void handler(UUID incident, UUID account, Me by) {
        db.sql("INSERT INTO labour.incident_handler (incident, account, added_by, added_at) VALUES (:incident, :account, :by, :now) ON CONFLICT DO NOTHING")
                .param("incident", incident).param("account", account).param("by", by.account()).param("now", now()).update();
    }

    /**
     * The next step: confirmed or not, a measure, the remedy for whom it happened to, the closing.
     *
     * <p>Refusals: {@code labour.incident-unknown} also for whoever does not handle it; {@code labour.step-not-allowed}; {@code labour.words-missing} each step says why;
     * {@code labour.words-long}; {@code labour.own-work} who remedied it, or found it unfounded, does not close it.
     */
    @Transactional
    public Answer<UUID> step(UUID incident, State next, String words, Me by) {
        db.sql("SELECT FROM labour.incident WHERE id = :id FOR UPDATE").param("id", incident).query((row, n) -> n).optional();
        var found = find(incident, by);
        if (found.isEmpty()) {
            return Answer.refused("", "labour.incident-unknown");
        }
        if (!after(found.get().state()).contains(next)) {
            return Answer.refused("", "labour.step-not-allowed");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "labour.words-missing");
        }
        if (words.strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "labour.words-long", WORDS_LONGEST);
        }
        if (next == State.CLOSED && found.get().by().equals(by.account())) {
            return Answer.refused("", "labour.own-work");
        }
        write(incident, found.get().step() + 1, next, words.strip(), next == State.CLOSED ? found.get().by() : null, by);
        return Answer.done(incident);
    }

    static List<State> after(State state) {
        return switch (state) {
            case REPORTED -> List.of(State.CONFIRMED, State.UNFOUNDED);
            case CONFIRMED -> List.of(State.MEASURED);
            case MEASURED -> List.of(State.REMEDIED);
            case UNFOUNDED, REMEDIED -> List.of(State.CLOSED);
            case CLOSED -> List.of();
        };
    }

    private void write(UUID incident, int no, State state, String words, @Nullable UUID doneBy, Me by) {
        var record = log.record("labour.incident", today(), Map.of("incident", incident.toString(), "no", no, "state", state.name(), "by", by.account().toString()));
        db.sql("INSERT INTO labour.incident_step (incident, no, state, words, by, at, done_by, record) VALUES (:incident, :no, :state, :words, :by, :now, :done, :record)")
                .param("incident", incident).param("no", no).param("state", state.name()).param("words", words).param("by", by.account()).param("now", now())
                .param("done", doneBy, Types.OTHER).param("record", record).update();
    }

    /** One of those that somebody handles; for everybody else there is none. */
    Optional<Incident> find(UUID id, Me me) {
        return db.sql(SELECT + " AND incident.id = :id").param("me", me.account()).param("id", id).query(Incident.class).optional();
    }

    /** Those that somebody handles, open ones first. */
    public List<Incident> mine(Me me) {
        return db.sql(SELECT + " ORDER BY standing.state = 'CLOSED', incident.opened_at DESC LIMIT 200").param("me", me.account()).query(Incident.class).list();
    }

    private static final String SELECT = """
            SELECT incident.id, incident.number, incident.ground, incident.place, incident.happened_on, incident.source, incident.words, step.state, step.no AS step, step.by
              FROM labour.incident
              JOIN labour.incident_handler AS handler ON handler.incident = incident.id AND handler.account = :me
              JOIN LATERAL (SELECT * FROM labour.incident_step WHERE incident_step.incident = incident.id ORDER BY no DESC LIMIT 1) AS step ON true
             CROSS JOIN LATERAL (SELECT step.state) AS standing
             WHERE true
            """;

    List<Step> steps(UUID id) {
        return db.sql("SELECT no, state, words, by, at FROM labour.incident_step WHERE incident = :id ORDER BY no DESC").param("id", id).query(Step.class).list();
    }

    List<Concerned> concerned(UUID id) {
        return db.sql("""
                SELECT name.number, name.name_en, name.name_zh, concerned.part
                  FROM labour.concerned JOIN directory.name ON name.id = concerned.person
                 WHERE concerned.incident = :id ORDER BY concerned.part, name.number
                """).param("id", id).query(Concerned.class).list();
    }

    List<UUID> handlers(UUID id) {
        return db.sql("SELECT account FROM labour.incident_handler WHERE incident = :id").param("id", id).query(UUID.class).list();
    }

    /** Of a year, by when they were taken up; for everybody who may open the page. */
    List<Count> counts(int year) {
        return db.sql("""
                SELECT ground, state, confirmed, count(*) AS incidents
                  FROM labour.incidents_at('infinity')
                 WHERE extract(year FROM opened_at AT TIME ZONE 'Asia/Shanghai') = :year
                 GROUP BY ground, state, confirmed
                """).param("year", year).query(Count.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
