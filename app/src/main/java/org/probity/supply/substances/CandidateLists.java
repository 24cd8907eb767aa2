package org.probity.supply.substances;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Spreadsheet;
import org.probity.shapes.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The candidate list of REACH in its versions, as somebody brought them in; the house fetches none. */
@Service
public class CandidateLists {
    /** A version. @param entries how many it names; @param numberless of those, how many have no CAS number and are looked for by nobody */
    public record Edition(UUID id, String version, LocalDate day, String source, Instant loadedAt, long entries, long numberless) {}

    /** An entry. @param added whether the version before did not have it */
    public record Candidate(int no, String name, String ec, String cas, String reason, @Nullable LocalDate includedOn, boolean added) {}

    private final JdbcClient db;
    private final Evidence evidence;
    private final Renewals renewals;
    private final TransactionTemplate transaction;
    private final Log log;
    private final Clock clock;

    CandidateLists(JdbcClient db, Evidence evidence, Renewals renewals, TransactionTemplate transaction, Log log, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.renewals = renewals;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes another version. Statements that speak of an older one are stale as far as it adds something: who made one is asked to renew it, in the
     * same transaction. What suppliers declared substance by substance is compared with it at once.
     *
     * <p>Refusals: {@code substances.list-version-missing}; {@code substances.list-known} this version was loaded before;
     * {@code substances.list-day-missing}; {@code substances.list-to-come} its day is not yet there; those of {@link CandidateTable} with the line;
     * what {@link Spreadsheet} says of a file that is no table.
     */
    public Answer<Renewals.Effect> load(String fileName, byte[] file, String version, @Nullable LocalDate day, String source, Me by) {
        if (version.isBlank()) {
            return Answer.refused("version", "substances.list-version-missing");
        }
        if (day == null) {
            return Answer.refused("day", "substances.list-day-missing");
        }
        if (day.isAfter(LocalDate.now(clock))) {
            return Answer.refused("day", "substances.list-to-come");
        }
        Spreadsheet table;
        try {
            table = Spreadsheet.read(file);
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        return switch (CandidateTable.read(table)) {
            case Answer.Refused<List<CandidateTable.Line>>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<List<CandidateTable.Line>>(var lines) -> transaction.execute(status -> keep(fileName, file, version.strip(), day, source.strip(), lines, by));
        };
    }

    private Answer<Renewals.Effect> keep(String fileName, byte[] file, String version, LocalDate day, String source, List<CandidateTable.Line> lines, Me by) {
        // One at a time: what is stale is reckoned against the list before.
        db.sql("SELECT pg_advisory_xact_lock(hashtext('substances.edition'))").query((row, n) -> n).list();
        if (all().stream().anyMatch(it -> it.version().equals(version))) {
            return Answer.refused("version", "substances.list-known", version);
        }
        var kept = evidence.keep(fileName, "application/octet-stream", file, by.account());
        var id = UUID.randomUUID();
        var record = log.record("substances.edition", LocalDate.now(clock), Map.of(
                "edition", id.toString(), "version", version, "day", day.toString(), "entries", lines.size(), "sha256", kept.sha256()));
        db.sql("""
                INSERT INTO substances.edition (id, version, day, source, loaded_by, loaded_at, evidence, record)
                VALUES (:id, :version, :day, :source, :by, :at, :evidence, :record)
                """)
                .param("id", id).param("version", version).param("day", day).param("source", source).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("evidence", kept.id()).param("record", record)
                .update();
        db.sql("""
                INSERT INTO substances.candidate (edition, no, key, name, ec, cas, reason, included_on)
                SELECT :edition, no, key, name, ec, string_to_array(cas, ' '), reason, CAST(nullif(day, '') AS date)
                  FROM unnest(:nos, :keys, :names, :ecs, :cas, :reasons, :days) AS line (no, key, name, ec, cas, reason, day)
                """)
                .param("edition", id)
                .param("nos", lines.stream().map(CandidateTable.Line::no).toArray(Integer[]::new))
                .param("keys", lines.stream().map(CandidateTable.Line::key).toArray(String[]::new))
                .param("names", lines.stream().map(CandidateTable.Line::name).toArray(String[]::new))
                .param("ecs", lines.stream().map(CandidateTable.Line::ec).toArray(String[]::new))
                .param("cas", lines.stream().map(it -> String.join(" ", it.cas())).toArray(String[]::new))
                .param("reasons", lines.stream().map(CandidateTable.Line::reason).toArray(String[]::new))
                .param("days", lines.stream().map(it -> it.day() == null ? "" : it.day().toString()).toArray(String[]::new))
                .update();
        var edition = find(id).orElseThrow();
        return Answer.done(inForce(LocalDate.now(clock)).filter(edition::equals).map(it -> renewals.ask(it, by)).orElse(new Renewals.Effect(edition, 0, 0, 0)));
    }

    /** The versions, newest first. */
    public List<Edition> all() {
        return db.sql(SELECT + " GROUP BY edition.id ORDER BY day DESC, loaded_at DESC").query(Edition.class).list();
    }

    public Optional<Edition> find(UUID id) {
        return db.sql(SELECT + " WHERE edition.id = :id GROUP BY edition.id").param("id", id).query(Edition.class).optional();
    }

    /** What statements must speak of on a day. */
    public Optional<Edition> inForce(LocalDate day) {
        return db.sql(SELECT + " WHERE edition.id = substances.edition_on(:day, 'infinity') GROUP BY edition.id").param("day", day).query(Edition.class).optional();
    }

    /** What a version names, as far as a word asks; those it added first. */
    List<Candidate> candidates(Edition edition, String words) {
        return db.sql("""
                WITH before AS (
                    SELECT id FROM substances.edition WHERE (day, loaded_at) < (SELECT day, loaded_at FROM substances.edition WHERE id = :edition)
                     ORDER BY day DESC, loaded_at DESC LIMIT 1
                )
                SELECT no, name, ec, array_to_string(cas, ', ') AS cas, reason, included_on,
                       EXISTS (SELECT FROM before)
                       AND NOT EXISTS (SELECT FROM substances.candidate AS older JOIN before ON older.edition = before.id WHERE older.key = candidate.key) AS added
                  FROM substances.candidate
                 WHERE edition = :edition
                   AND (:words = '' OR name ILIKE :part OR array_to_string(cas, ' ') LIKE :part OR ec LIKE :part)
                 ORDER BY added DESC, no
                """)
                .param("edition", edition.id()).param("words", words)
                .param("part", "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .query(Candidate.class).list();
    }

    private static final String SELECT = """
            SELECT edition.id, version, day, source, loaded_at, count(candidate.no) AS entries,
                   count(candidate.no) FILTER (WHERE candidate.cas = '{}') AS numberless
              FROM substances.edition
              LEFT JOIN substances.candidate ON candidate.edition = edition.id
            """;
}
