package org.probity.shapes.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.policy.Policy.Stage;
import org.probity.shapes.policy.Policy.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signatures on paper, as a workshop gives them in a meeting: a file with the staff numbers of those who signed the version in force, one a line. Each of them to whom the reading was still owed
 * has done it; the file is kept, and all of them are one entry in the log.
 */
@Service
public class Signatures {
    /** A file of more lines is no list of one meeting. */
    static final int MOST = 20_000;
    private static final int NAMED = 5;

    /** @param stated signatures on the list @param met of whom it was still owed */
    public record Sheet(UUID id, int stated, int met) {}

    /** A list that was taken. @param no of the version */
    public record Taken(UUID id, int no, int stated, int met, UUID by, Instant at) {}

    private final JdbcClient db;
    private final Policies policies;
    private final Obligations obligations;
    private final Evidence evidence;
    private final Log log;
    private final Clock clock;

    Signatures(JdbcClient db, Policies policies, Obligations obligations, Evidence evidence, Log log, Clock clock) {
        this.db = db;
        this.policies = policies;
        this.obligations = obligations;
        this.evidence = evidence;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a list whole or not at all.
     *
     * <p>Refusals: {@code policy.nothing-in-force}; {@code policy.sheet-unreadable} not one staff number a line under the heading {@code number}; {@code policy.sheet-twice} somebody stands on
     * it twice; {@code policy.sheet-count} its lines are not as many as whoever hands it in counted; {@code policy.sheet-unknown} numbers that nobody has; {@code policy.sheet-taken} the same
     * file was taken for this version; {@code policy.sheet-nobody} nobody on it still owes the reading.
     *
     * @param stated how many signatures it has, counted on the paper
     */
    @Transactional
    public Answer<Sheet> bringIn(UUID policy, int stated, byte[] file, Me by) {
        var version = policies.versions(policy).stream().filter(it -> it.stage() == Stage.IN_FORCE).findFirst();
        if (version.isEmpty()) {
            return Answer.refused("", "policy.nothing-in-force");
        }
        var lines = new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "").lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (lines.size() < 2 || lines.size() > MOST + 1 || !lines.getFirst().equals("number") || lines.stream().skip(1).anyMatch(it -> !it.matches("[\\p{L}\\p{N}._-]{1,40}"))) {
            return Answer.refused("sheet", "policy.sheet-unreadable", MOST);
        }
        var numbers = lines.subList(1, lines.size());
        if (numbers.stream().distinct().count() < numbers.size()) {
            return Answer.refused("sheet", "policy.sheet-twice");
        }
        if (numbers.size() != stated) {
            return Answer.refused("stated", "policy.sheet-count", numbers.size());
        }
        var unknown = db.sql("SELECT number FROM unnest(:numbers) AS number WHERE number NOT IN (SELECT name.number FROM directory.name) ORDER BY number")
                .param("numbers", numbers.toArray(String[]::new)).query(String.class).list();
        if (!unknown.isEmpty()) {
            return Answer.refused("sheet", "policy.sheet-unknown", unknown.size(), String.join(", ", unknown.stream().limit(NAMED).toList()));
        }
        return take(policy, version.get(), numbers, file, by);
    }

    /** Lists of a rule, the newest first. */
    List<Taken> of(UUID policy) {
        return db.sql("""
                SELECT sheet.id, version.no, sheet.stated, sheet.met, sheet.by, sheet.at
                  FROM policy.signed_sheet AS sheet JOIN policy.version ON version.id = sheet.version
                 WHERE version.policy = :policy ORDER BY sheet.at DESC LIMIT 200
                """).param("policy", policy).query(Taken.class).list();
    }

    /** The list as it was brought, for whoever brings lists: an assurer asks them for it. */
    Optional<byte[]> file(UUID policy, UUID sheet) {
        return db.sql("SELECT sheet.evidence FROM policy.signed_sheet AS sheet JOIN policy.version ON version.id = sheet.version WHERE version.policy = :policy AND sheet.id = :sheet")
                .param("policy", policy).param("sheet", sheet).query(UUID.class).optional().flatMap(evidence::find).map(evidence::bytes);
    }

    private Answer<Sheet> take(UUID policy, Version version, List<String> numbers, byte[] file, Me by) {
        var today = LocalDate.now(clock);
        var kept = evidence.keep("signatures.csv", "text/csv", file, by.account());
        if (db.sql("SELECT count(*) FROM policy.signed_sheet WHERE version = :version AND sha256 = :sha256").param("version", version.id()).param("sha256", kept.sha256()).query(Long.class).single() > 0) {
            return Answer.refused("sheet", "policy.sheet-taken");
        }
        var owed = db.sql("""
                SELECT acknowledged.id
                  FROM policy.acknowledged('infinity') AS acknowledged
                  JOIN directory.name ON name.id = acknowledged.party
                 WHERE acknowledged.version = :version AND acknowledged.state IN ('OWED', 'SENT_BACK', 'LAPSED') AND name.number = ANY (:numbers)
                """)
                .param("version", version.id()).param("numbers", numbers.toArray(String[]::new)).query(UUID.class).list();
        var met = obligations.meet(owed, today.plusMonths(policies.find(policy).renewMonths())).size();
        if (met == 0) {
            return Answer.refused("sheet", "policy.sheet-nobody");
        }
        var id = UUID.randomUUID();
        var record = log.record("policy.signatures", today, Map.of("sheet", id.toString(), "version", version.id().toString(), "sha256", kept.sha256(), "stated", numbers.size(), "met", met));
        db.sql("INSERT INTO policy.signed_sheet (id, version, evidence, sha256, stated, met, by, at, record) VALUES (:id, :version, :evidence, :sha256, :stated, :met, :by, :now, :record)")
                .param("id", id).param("version", version.id()).param("evidence", kept.id()).param("sha256", kept.sha256()).param("stated", numbers.size()).param("met", met).param("by", by.account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(new Sheet(id, numbers.size(), met));
    }
}
