package org.probity.people.labour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.probity.people.labour.Finding.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What checks found and what becomes of it: taken on, done, and verified by somebody other than who did it. The union sees findings without names. */
@Service
public class Findings {
    /** Open ones of a check in a place. */
    public record Count(String code, UUID place, String placeEn, String placeZh, long open) {}

    private static final UUID NOWHERE = new UUID(0, 0);
    static final int WORDS_LONGEST = 2_000;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Log log;
    private final Clock clock;

    Findings(JdbcClient db, JsonMapper json, Log log, Clock clock) {
        this.db = db;
        this.json = json;
        this.log = log;
        this.clock = clock;
    }

    /** Who sees whom a finding is about. What protects women is seen by human resources alone. */
    static boolean sees(Finding it, Me me) {
        return me.is(Role.HR) || me.is(Role.LEGAL) && !it.code().equals(Checks.PROTECTED.code());
    }

    List<Count> counts() {
        return db.sql("""
                SELECT now.code, coalesce(now.place, :nowhere) AS place, coalesce(min(place.name_en), '') AS place_en, coalesce(min(place.name_zh), '') AS place_zh, count(*) AS open
                  FROM labour.finding_now AS now
                  LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = now.place
                 WHERE now.state <> 'CLOSED'
                 GROUP BY now.code, now.place
                """)
                .param("nowhere", NOWHERE).param("day", today()).query(Count.class).list();
    }

    /** As a list is narrowed. */
    public List<Finding> lines(Query query) {
        return asked("SELECT * FROM (" + SELECT + ") AS found" + WHERE + " ORDER BY stage = 'CLOSED', severity, code, number, about LIMIT :most OFFSET :skip", query)
                .param("most", query.limit()).param("skip", query.offset()).query(this::finding).list();
    }

    long count(Query query) {
        return asked("SELECT count(*) FROM (" + SELECT + ") AS found" + WHERE, query).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, Query query) {
        return db.sql(sql).param("day", today()).param("check", query.filter("check")).param("place", query.filter("place")).param("stage", query.filter("stage")).param("run", query.filter("run"));
    }

    private static final String WHERE = """
             WHERE (:check = '' OR code = :check)
               AND (:place = '' OR place::text = :place)
               AND CASE :stage WHEN '' THEN stage <> 'CLOSED' WHEN 'ALL' THEN true ELSE stage = :stage END
               AND (:run = '' OR EXISTS (SELECT FROM labour.run_hit WHERE run_hit.finding = found.id AND run_hit.run::text = :run))
            """;

    private static final String SELECT = """
            SELECT now.id, now.code, now.severity, now.person, now.place, coalesce(name.number, '') AS number, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh,
                   coalesce(place.name_en, '') AS place_en, coalesce(place.name_zh, '') AS place_zh, now.about, now.facts, now.rule, rule.value, rule.proposal IS NOT NULL AS signed,
                   coalesce(rule.source, '') AS source, now.no, now.state AS stage, now.by, now.found_at, now.last_seen,
                   now.last_seen < (SELECT max(newest.ran_at) FROM labour.run AS newest JOIN labour.run AS own ON own.id = now.run AND own.first = newest.first) AS gone
              FROM labour.finding_now AS now
              LEFT JOIN directory.name ON name.id = now.person
              LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = now.place
              LEFT JOIN labour.rule ON rule.id = now.rule
            """;

    private Finding finding(ResultSet row, int n) throws SQLException {
        var facts = json.readTree(row.getString("facts"));
        var args = new ArrayList<>();
        facts.get("args").forEach(it -> args.add(it.isNumber() ? Overtime.plain(it.decimalValue()) : it.asString("")));
        var value = row.getBigDecimal("value");
        return new Finding(row.getObject("id", UUID.class), row.getString("code"), row.getString("severity"), row.getObject("person", UUID.class), row.getString("number"),
                row.getString("name_en"), row.getString("name_zh"), row.getString("place_en"), row.getString("place_zh"), row.getString("about"), facts.get("key").asString(), args,
                row.getObject("rule", UUID.class), value == null ? "" : Overtime.plain(value), row.getBoolean("signed"), row.getString("source"), row.getInt("no"),
                Stage.valueOf(row.getString("stage")), row.getObject("by", UUID.class), row.getTimestamp("found_at").toInstant(), row.getTimestamp("last_seen").toInstant(), row.getBoolean("gone"));
    }

    Optional<Finding> find(UUID id) {
        return db.sql(SELECT + " WHERE now.id = :id").param("id", id).param("day", today()).query(this::finding).optional();
    }

    List<Finding.Step> steps(UUID id) {
        return db.sql("SELECT no, state AS stage, words, by, at FROM labour.finding_step WHERE finding = :id ORDER BY no DESC").param("id", id).query(Finding.Step.class).list();
    }

    /** Somebody takes it on. Refusals: {@code labour.finding-unknown}; {@code labour.not-for-you}; {@code labour.step-not-allowed}. */
    @Transactional
    public Answer<UUID> take(UUID id, Me by) {
        return step(id, Stage.TAKEN, "", by);
    }

    /** They say what was done. Refusals: as {@link #take}; {@code labour.words-missing}; {@code labour.words-long}. */
    @Transactional
    public Answer<UUID> done(UUID id, String words, Me by) {
        return words.isBlank() ? Answer.refused("words", "labour.words-missing") : step(id, Stage.DONE, words, by);
    }

    /**
     * Another looked and it is so: it is closed; or it is not, and goes back to who had it.
     *
     * <p>Refusals: as {@link #take}; {@code labour.own-work} who did it does not verify it; {@code labour.words-missing} when it goes back; {@code labour.words-long}.
     */
    @Transactional
    public Answer<UUID> verify(UUID id, boolean good, String words, Me by) {
        return !good && words.isBlank() ? Answer.refused("words", "labour.words-missing") : step(id, good ? Stage.CLOSED : Stage.TAKEN, words, by);
    }

    private Answer<UUID> step(UUID id, Stage next, String words, Me by) {
        if (words.strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "labour.words-long", WORDS_LONGEST);
        }
        db.sql("SELECT FROM labour.finding WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "labour.finding-unknown");
        }
        var it = found.get();
        // The union verifies, and does not do the company's work.
        if (!by.is(Role.HR) && !by.is(Role.LEGAL) && !(it.stage() == Stage.DONE && by.is(Role.UNION))) {
            return Answer.refused("", "labour.not-for-you");
        }
        var allowed = switch (next) {
            case OPEN -> false;
            case TAKEN -> it.stage() == Stage.OPEN || it.stage() == Stage.DONE;
            case DONE -> it.stage() == Stage.OPEN || it.stage() == Stage.TAKEN;
            case CLOSED -> it.stage() == Stage.DONE;
        };
        if (!allowed) {
            return Answer.refused("", "labour.step-not-allowed");
        }
        @Nullable UUID doneBy = it.stage() == Stage.DONE ? it.by() : null;
        if (it.stage() == Stage.DONE && by.account().equals(doneBy)) {
            return Answer.refused("", "labour.own-work");
        }
        var record = log.record("labour.finding", today(), new TreeMap<>(Map.of("finding", id.toString(), "no", it.step() + 1, "state", next.name(), "by", by.account().toString())));
        db.sql("INSERT INTO labour.finding_step (finding, no, state, words, by, at, done_by, record) VALUES (:id, :no, :state, :words, :by, :at, :done, :record)")
                .param("id", id).param("no", it.step() + 1).param("state", next.name()).param("words", words.strip()).param("by", by.account()).param("at", now())
                .param("done", doneBy, Types.OTHER).param("record", record)
                .update();
        return Answer.done(id);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
