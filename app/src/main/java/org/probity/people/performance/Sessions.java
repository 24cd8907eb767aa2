package org.probity.people.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.performance.Assessment.Origin;
import org.probity.people.performance.Session.Code;
import org.probity.people.performance.Session.Moved;
import org.probity.people.performance.Session.Panelist;
import org.probity.people.performance.Session.Recusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calibration: a panel moves ratings one by one, each with a reason and those who spoke. There is no way to move several at once. */
@Service
public class Sessions {
    private final JdbcClient db;
    private final Cycles cycles;
    private final Schemes schemes;
    private final Assessments assessments;
    private final People people;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Sessions(JdbcClient db, Cycles cycles, Schemes schemes, Assessments assessments, People people, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.cycles = cycles;
        this.schemes = schemes;
        this.assessments = assessments;
        this.people = people;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Human resources call a panel for one group of employees below a unit.
     *
     * <p>Refusals: {@code performance.cycle-unknown}; {@code performance.closed}; {@code performance.scheme-unknown} nobody of the cycle goes by it; {@code performance.unit-unknown};
     * {@code performance.nobody-in-session}; {@code performance.person-unknown} a staff number nobody has; {@code performance.panel-too-small} fewer than the quorum.
     *
     * @param panel staff numbers
     */
    @Transactional
    public Answer<UUID> call(UUID cycle, UUID scheme, String unit, List<String> panel, Me by) {
        var found = cycles.held(cycle);
        if (found.isEmpty()) {
            return Answer.refused("", "performance.cycle-unknown");
        }
        if (found.get().closed()) {
            return Answer.refused("", "performance.closed");
        }
        if (!schemes(cycle).contains(scheme)) {
            return Answer.refused("scheme", "performance.scheme-unknown");
        }
        var place = db.sql("SELECT id FROM directory.unit WHERE code = :code").param("code", unit.strip()).query(UUID.class).optional();
        if (place.isEmpty()) {
            return Answer.refused("unit", "performance.unit-unknown", unit.strip());
        }
        var members = new LinkedHashSet<UUID>();
        for (var number : panel) {
            var person = directory.byNumber(number);
            if (person.isEmpty()) {
                return Answer.refused("panel", "performance.person-unknown", number);
            }
            members.add(person.get().id());
        }
        var quorum = schemes.find(scheme).quorum();
        if (members.size() < quorum) {
            return Answer.refused("panel", "performance.panel-too-small", quorum);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO performance.session (id, cycle, scheme, unit, held_on, opened_by, opened_at) VALUES (:id, :cycle, :scheme, :unit, :day, :by, :at)")
                .param("id", id).param("cycle", cycle).param("scheme", scheme).param("unit", place.get()).param("day", LocalDate.now(clock))
                .param("by", by.account()).param("at", now())
                .update();
        if (members(find(id).orElseThrow()).isEmpty()) {
            db.sql("DELETE FROM performance.session WHERE id = :id").param("id", id).update();
            return Answer.refused("unit", "performance.nobody-in-session");
        }
        members.forEach(it -> db.sql("INSERT INTO performance.panelist (session, person) VALUES (:session, :person)").param("session", id).param("person", it).update());
        return Answer.done(id);
    }

    /**
     * One of the panel says that they take no part when somebody is spoken about: family, money, a quarrel. Human resources may note it for them.
     *
     * <p>Refusals: {@code performance.session-closed}; {@code performance.not-on-panel}; {@code performance.not-in-session}; {@code performance.recused-already}; {@code performance.words-missing};
     * {@code performance.too-long}.
     */
    @Transactional
    public Answer<UUID> recuse(UUID session, UUID panelist, UUID person, String words, Me by) {
        var found = held(session);
        if (found.isEmpty() || found.get().closed()) {
            return Answer.refused("", "performance.session-closed");
        }
        if (panel(session).stream().noneMatch(it -> it.person().equals(panelist))) {
            return Answer.refused("panelist", "performance.not-on-panel");
        }
        if (members(found.get()).stream().noneMatch(it -> it.person().equals(person))) {
            return Answer.refused("person", "performance.not-in-session");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "performance.words-missing");
        }
        if (words.length() > Notes.LONG) {
            return Answer.refused("words", "performance.too-long", Notes.LONG);
        }
        var said = db.sql("""
                INSERT INTO performance.recusal (session, panelist, person, words, said_by, said_at)
                VALUES (:session, :panelist, :person, :words, :by, :at)
                ON CONFLICT DO NOTHING
                """)
                .param("session", session).param("panelist", panelist).param("person", person).param("words", words.strip()).param("by", by.account()).param("at", now())
                .update();
        return said == 1 ? Answer.done(session) : Answer.refused("panelist", "performance.recused-already");
    }

    /**
     * The panel moves one rating. Whoever is spoken about, leads them, or has said that they take no part does not count among those who spoke.
     *
     * <p>Refusals: {@code performance.session-closed}; {@code performance.not-in-session}; {@code performance.not-rated}; {@code performance.rated-anew}; {@code performance.code-missing};
     * {@code performance.not-on-panel}; {@code performance.recused-spoke}; {@code performance.quorum-missing}; {@code performance.closed}; those of a rating: {@code performance.rating-unknown},
     * {@code performance.nothing-moved}, {@code performance.words-missing}, {@code performance.too-long}.
     *
     * @param seen the rating they looked at
     * @param spoke those of the panel who took part
     */
    @Transactional
    public Answer<UUID> move(UUID session, UUID person, UUID seen, String rating, Optional<Code> code, String words, Set<UUID> spoke, Me by) {
        var found = held(session);
        if (found.isEmpty() || found.get().closed()) {
            return Answer.refused("", "performance.session-closed");
        }
        if (cycles.held(found.get().cycle()).orElseThrow().closed()) {
            return Answer.refused("", "performance.closed");
        }
        var standing = members(found.get()).stream().filter(it -> it.person().equals(person)).findFirst().flatMap(it -> people.held(it.cycle(), it.person()));
        // Of human resources too nobody writes down what becomes of their own rating.
        if (standing.isEmpty() || people.of(by).filter(person::equals).isPresent()) {
            return Answer.refused("person", "performance.not-in-session");
        }
        var it = standing.get();
        if (it.assessment() == null || it.rating() == null) {
            return Answer.refused("person", "performance.not-rated");
        }
        if (!seen.equals(it.assessment())) {
            return Answer.refused("person", "performance.rated-anew");
        }
        if (code.isEmpty()) {
            return Answer.refused("code", "performance.code-missing");
        }
        var panel = panel(session).stream().map(Panelist::person).toList();
        if (!panel.containsAll(spoke)) {
            return Answer.refused("spoke", "performance.not-on-panel");
        }
        var out = recusals(session).stream().filter(one -> one.person().equals(person)).map(Recusal::panelist).toList();
        if (spoke.stream().anyMatch(one -> one.equals(person) || one.equals(it.manager()) || out.contains(one))) {
            return Answer.refused("spoke", "performance.recused-spoke");
        }
        var quorum = schemes.find(found.get().scheme()).quorum();
        if (spoke.size() < quorum) {
            return Answer.refused("spoke", "performance.quorum-missing", quorum);
        }
        var refused = assessments.moved(it, rating, words);
        if (refused.isPresent()) {
            return refused.get();
        }
        var id = assessments.add(it, rating, Origin.CALIBRATION, words.strip(), by);
        db.sql("""
                INSERT INTO performance.move (assessment, session, was, becomes, code, spoke, quorum)
                VALUES (:assessment, :session, :was, :becomes, :code, CAST(:spoke AS uuid[]), :quorum)
                """)
                .param("assessment", id).param("session", session).param("was", it.rating()).param("becomes", rating).param("code", code.get().name())
                .param("spoke", spoke.stream().sorted().toArray(UUID[]::new)).param("quorum", quorum)
                .update();
        return Answer.done(id);
    }

    /**
     * The panel has spoken about everybody it wanted to.
     *
     * <p>Refusals: {@code performance.session-closed}; {@code performance.not-all-rated} somebody of the group has no rating yet.
     */
    @Transactional
    public Answer<UUID> end(UUID session, Me by) {
        var found = held(session);
        if (found.isEmpty() || found.get().closed()) {
            return Answer.refused("", "performance.session-closed");
        }
        var unrated = members(found.get()).stream().filter(it -> it.assessment() == null).count();
        if (unrated > 0) {
            return Answer.refused("", "performance.not-all-rated", unrated);
        }
        var moved = moved(session);
        var record = log.recordBatch("performance.session", LocalDate.now(clock), Map.of("session", session.toString(), "moved", moved.size()),
                moved.stream().map(it -> Map.of("assessment", it.assessment().toString(), "code", it.code().name(), "spoke", it.spoke().size())).toList());
        db.sql("UPDATE performance.session SET closed_by = :by, closed_at = :at, record = :record WHERE id = :id")
                .param("by", by.account()).param("at", now()).param("record", record).param("id", session)
                .update();
        return Answer.done(session);
    }

    private Optional<Session> held(UUID id) {
        db.sql("SELECT FROM performance.session WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        return find(id);
    }

    Optional<Session> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Session.class).optional();
    }

    List<Session> of(UUID cycle) {
        return db.sql(SELECT + " WHERE cycle = :cycle ORDER BY opened_at").param("cycle", cycle).query(Session.class).list();
    }

    /** The open sessions somebody sits on. */
    List<Session> sitting(UUID person) {
        return db.sql(SELECT + " WHERE closed_at IS NULL AND id IN (SELECT session FROM performance.panelist WHERE person = :person) ORDER BY opened_at").param("person", person)
                .query(Session.class).list();
    }

    /** The groups of a cycle. */
    List<UUID> schemes(UUID cycle) {
        return db.sql("""
                SELECT scheme.id
                  FROM performance.scheme
                 WHERE EXISTS (SELECT FROM performance.member WHERE member.cycle = :cycle AND member.scheme = scheme.id)
                 ORDER BY priority
                """)
                .param("cycle", cycle).query(UUID.class).list();
    }

    /** Those who are spoken about: the group's members in the unit or below it, as the directory was when the cycle read it. */
    List<Standing> members(Session it) {
        return db.sql(People.SELECT + """
                  JOIN performance.cycle ON cycle.id = standing.cycle
                  JOIN directory.places(cycle.lines_on, :known) AS place ON place.unit = standing.unit
                 WHERE standing.cycle = :cycle AND standing.scheme = :scheme AND CAST(:unit AS uuid) = ANY (place.path)
                 ORDER BY standing.manager, name.number
                """)
                .param("cycle", it.cycle()).param("scheme", it.scheme()).param("unit", it.unit()).param("known", now())
                .query(Standing.class).list();
    }

    List<Panelist> panel(UUID session) {
        return db.sql("""
                SELECT panelist.person, name.number, name.name_en, name.name_zh
                  FROM performance.panelist
                  JOIN directory.name ON name.id = panelist.person
                 WHERE session = :session
                 ORDER BY name.number
                """)
                .param("session", session)
                .query(Panelist.class).list();
    }

    List<Recusal> recusals(UUID session) {
        return db.sql("SELECT panelist, person, words FROM performance.recusal WHERE session = :session ORDER BY said_at").param("session", session).query(Recusal.class).list();
    }

    List<Moved> moved(UUID session) {
        return db.sql("""
                SELECT move.*, assessment.person, assessment.words, assessment.at
                  FROM performance.move
                  JOIN performance.assessment ON assessment.id = move.assessment
                 WHERE session = :session
                 ORDER BY assessment.at
                """)
                .param("session", session)
                .query(Sessions::moved).list();
    }

    private static Moved moved(ResultSet row, int n) throws SQLException {
        return new Moved(row.getObject("assessment", UUID.class), row.getObject("person", UUID.class), row.getString("was"), row.getString("becomes"), Code.valueOf(row.getString("code")),
                row.getString("words"), List.of((UUID[]) row.getArray("spoke").getArray()), row.getInt("quorum"), row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** The unit's code and name on the day the panel sat. */
    String unit(Session it) {
        return db.sql("SELECT code || ' ' || name_en FROM directory.units(:day, :known) WHERE unit = :unit").param("day", it.heldOn()).param("known", now()).param("unit", it.unit())
                .query(String.class).optional().orElse("");
    }

    /** Names of people by their ids, for those who lead. */
    Map<UUID, Panelist> names(List<UUID> ids) {
        return ids.isEmpty() ? Map.of() : db.sql("SELECT id AS person, number, name_en, name_zh FROM directory.name WHERE id IN (:ids)").param("ids", ids)
                .query(Panelist.class).list().stream().collect(Collectors.toMap(Panelist::person, it -> it));
    }

    private static final String SELECT = "SELECT id, cycle, scheme, unit, held_on, opened_by, opened_at, closed_at FROM performance.session";

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
