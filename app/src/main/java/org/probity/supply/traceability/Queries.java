package org.probity.supply.traceability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Questions about events that have a name. */
@Service
class Queries {
    /** Whose work brings events says what other systems are told of them. */
    static final Set<Role> KEEPERS = Set.of(Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER);
    private static final Set<String> OF_A_PAGE = Set.of("nextPageToken", "perPage", "eventCountLimit", "orderBy", "orderDirection", EventQuery.CAPTURE);
    private static final TypeReference<TreeMap<String, List<String>>> PARAMETERS = new TypeReference<>() {};
    private static final int LONGEST = 15_000;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Queries(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps a question under a name.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.query-name} no name for an address; {@code traceability.query-there} there is one of this
     * name; {@code traceability.query-empty} asks nothing; {@code traceability.query-page} says how to page, which whoever asks says; those of {@link EventQuery#of}.
     */
    @Transactional
    public Answer<NamedQuery> keep(String name, Map<String, List<String>> parameters, Me by) {
        if (KEEPERS.stream().noneMatch(by::is)) {
            return Answer.refused("", "traceability.not-yours");
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,59}")) {
            return Answer.refused("name", "traceability.query-name");
        }
        if (find(name).isPresent()) {
            return Answer.refused("name", "traceability.query-there", name);
        }
        if (parameters.isEmpty()) {
            return Answer.refused("parameters", "traceability.query-empty");
        }
        if (parameters.keySet().stream().anyMatch(OF_A_PAGE::contains)) {
            return Answer.refused("parameters", "traceability.query-page");
        }
        if (EventQuery.of(parameters) instanceof Answer.Refused<EventQuery>(var reasons)) {
            return new Answer.Refused<>(reasons.stream().map(it -> new Answer.Reason("parameters", it.key(), it.args())).toList());
        }
        var text = json.writeValueAsString(parameters);
        if (text.length() > LONGEST) {
            return Answer.refused("parameters", "traceability.query-long");
        }
        return Answer.done(db.sql("""
                INSERT INTO traceability.query (id, name, parameters, made_by, made_at)
                VALUES (:id, :name, :parameters::jsonb, :by, :now)
                RETURNING id, name, parameters, made_by, made_at
                """)
                .param("id", UUID.randomUUID()).param("name", name).param("parameters", text).param("by", by.account()).param("now", now())
                .query(this::of).single());
    }

    /** Refusals: {@code traceability.not-yours}; {@code traceability.query-subscribed} somebody is told what comes of it. */
    @Transactional
    public Answer<UUID> end(NamedQuery it, Me by) {
        if (KEEPERS.stream().noneMatch(by::is)) {
            return Answer.refused("", "traceability.not-yours");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM traceability.subscription WHERE query = :id AND ended_at IS NULL)").param("id", it.id()).query(Boolean.class).single()) {
            return Answer.refused("", "traceability.query-subscribed");
        }
        db.sql("UPDATE traceability.query SET ended_by = :by, ended_at = :now WHERE id = :id AND ended_at IS NULL").param("id", it.id()).param("by", by.account()).param("now", now()).update();
        return Answer.done(it.id());
    }

    List<NamedQuery> all() {
        return db.sql("SELECT id, name, parameters, made_by, made_at FROM traceability.query WHERE ended_at IS NULL ORDER BY name LIMIT 1000").query(this::of).list();
    }

    Optional<NamedQuery> find(String name) {
        return db.sql("SELECT id, name, parameters, made_by, made_at FROM traceability.query WHERE name = :name AND ended_at IS NULL").param("name", name).query(this::of).optional();
    }

    Optional<NamedQuery> find(UUID id) {
        return db.sql("SELECT id, name, parameters, made_by, made_at FROM traceability.query WHERE id = :id AND ended_at IS NULL").param("id", id).query(this::of).optional();
    }

    /** What was kept was readable when it was kept. */
    static EventQuery asked(NamedQuery it) {
        return switch (EventQuery.of(it.parameters())) {
            case Answer.Done<EventQuery>(var query) -> query;
            case Answer.Refused<EventQuery>(var reasons) -> throw new IllegalStateException("the query " + it.name() + " cannot be asked any more: " + reasons);
        };
    }

    private NamedQuery of(ResultSet row, int n) throws SQLException {
        return new NamedQuery(row.getObject("id", UUID.class), row.getString("name"), json.readValue(row.getString("parameters"), PARAMETERS), row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
