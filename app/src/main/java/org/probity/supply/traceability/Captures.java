package org.probity.supply.traceability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.reading.KeptFiles;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.traceability.Capture.Done;
import org.probity.supply.traceability.Capture.Fault;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.supply.traceability.Capture.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of events: kept as they came, then read, then counted. What was acknowledged is on disk and will be read, whatever happens between. */
@Service
public class Captures {
    private static final Logger LOG = LoggerFactory.getLogger(Captures.class);
    /** Whose work brings events: the plants' and the laboratories', those who buy, and partners for themselves. */
    static final Set<Role> SENDERS = Set.of(Role.PROCESS, Role.QUALITY, Role.BUYER, Role.SOURCING_OFFICER, Role.SUPPLIER);
    /** Up to here whoever sends a file waits until it is read; what is longer is read behind their back. */
    private static final long READ_AT_ONCE = 2 << 20;

    private static final String SELECT = """
            SELECT capture.id, capture.no, capture.form, capture.supplier, capture.evidence, item.name AS file, blob.size AS bytes, capture.faulty, capture.sent_by, capture.sent_at,
                   captured.outcome, captured.events, captured.taken, captured.duplicates, captured.declared, captured.refused, captured.done_at, captured.record
              FROM traceability.capture
              JOIN evidence.item ON item.id = capture.evidence
              JOIN evidence.blob USING (sha256)
              LEFT JOIN traceability.captured ON captured.capture = capture.id
            """;

    private final JdbcClient db;
    private final Evidence evidence;
    private final KeptFiles files;
    private final Storing storing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Captures(JdbcClient db, Evidence evidence, KeptFiles files, Storing storing, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.files = files;
        this.storing = storing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a file in. It is kept first and acknowledged by its number; a small one is read at once, others as soon as the scheduler comes to it. A
     * supplier's events count where they happened at a place of its own.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.file-missing}. What is wrong with the file or with one of its events is no refusal: it is kept, and
     * its faults are listed.
     */
    public Answer<Capture> receive(Form form, String name, Path file, Faulty faulty, Me by) throws IOException {
        if (SENDERS.stream().noneMatch(by::is)) {
            return Answer.refused("", "traceability.not-yours");
        }
        var size = Files.size(file);
        if (size == 0) {
            return Answer.refused("file", "traceability.file-missing");
        }
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> keep(id, form, name, file, faulty, by));
        if (TimeMachine.telling()) {
            storing.read(id, KeptFiles.PATIENCE);
        } else if (size <= READ_AT_ONCE) {
            readAtOnce(id);
        }
        return Answer.done(find(id).orElseThrow());
    }

    /** What fails here is taken up by the scheduler; the file is kept, and whoever sent it has its number. */
    private void readAtOnce(UUID id) {
        try {
            storing.read(id, KeptFiles.PATIENCE);
        } catch (RuntimeException failed) {
            LOG.warn("capture {} could not be read at once", id, failed);
        }
    }

    /** When a file was tried for the last time that was given up. */
    Optional<Instant> givenUp(Capture capture) {
        return capture.waits() ? files.givenUp(Storing.READING, capture.id()) : Optional.empty();
    }

    /** Tries once more to read a file that was given up. @return false where it was not */
    boolean again(UUID capture) {
        return files.again(Storing.READING, capture);
    }

    private void keep(UUID id, Form form, String name, Path file, Faulty faulty, Me by) {
        try {
            var kept = evidence.keep(name, "application/octet-stream", file, by.account());
            db.sql("""
                    INSERT INTO traceability.capture (id, form, supplier, evidence, faulty, sent_by, sent_at)
                    VALUES (:id, :form, :supplier, :evidence, :faulty, :by, :at)
                    """)
                    .param("id", id).param("form", form.name()).param("supplier", by.supplier().orElse(null), Types.OTHER).param("evidence", kept.id())
                    .param("faulty", faulty.name()).param("by", by.account()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
            files.begin(Storing.READING, id);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public Optional<Capture> find(UUID id) {
        return db.sql(SELECT + " WHERE capture.id = :id").param("id", id).query(Captures::of).optional();
    }

    /** The newest first; a supplier sees its own. */
    List<Capture> page(Optional<UUID> supplier, int limit, long offset) {
        return db.sql(SELECT + " WHERE (CAST(:supplier AS uuid) IS NULL OR capture.supplier = :supplier) ORDER BY capture.no DESC LIMIT :limit OFFSET :offset")
                .param("supplier", supplier.orElse(null), Types.OTHER).param("limit", limit).param("offset", offset)
                .query(Captures::of).list();
    }

    long count(Optional<UUID> supplier) {
        return db.sql("SELECT count(*) FROM traceability.capture WHERE CAST(:supplier AS uuid) IS NULL OR supplier = :supplier")
                .param("supplier", supplier.orElse(null), Types.OTHER).query(Long.class).single();
    }

    /** How many wait to be read, here or on another node. */
    long waiting() {
        return db.sql("SELECT count(*) FROM traceability.capture WHERE NOT EXISTS (SELECT FROM traceability.captured WHERE captured.capture = capture.id)").query(Long.class).single();
    }

    List<Fault> faults(UUID capture, int limit, long offset) {
        return db.sql("SELECT event, place, key, value FROM traceability.fault WHERE capture = :capture ORDER BY no LIMIT :limit OFFSET :offset")
                .param("capture", capture).param("limit", limit).param("offset", offset)
                .query(Fault.class).list();
    }

    long faults(UUID capture) {
        return db.sql("SELECT count(*) FROM traceability.fault WHERE capture = :capture").param("capture", capture).query(Long.class).single();
    }

    private static Capture of(ResultSet row, int n) throws SQLException {
        var outcome = row.getString("outcome");
        return new Capture(row.getObject("id", UUID.class), row.getLong("no"), Form.valueOf(row.getString("form")), row.getObject("supplier", UUID.class),
                row.getObject("evidence", UUID.class), row.getString("file"), row.getLong("bytes"), Faulty.valueOf(row.getString("faulty")), row.getObject("sent_by", UUID.class),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                outcome == null ? Optional.empty() : Optional.of(new Done(Outcome.valueOf(outcome), row.getLong("events"), row.getLong("taken"), row.getLong("duplicates"),
                        row.getLong("declared"), row.getLong("refused"), row.getObject("done_at", OffsetDateTime.class).toInstant(), row.getObject("record", UUID.class))));
    }
}
