package org.probity.supply.traceability;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files behind the orders, bills and weighings that events name. A path whose handovers all have one is documented. */
@Service
public class Documents {
    static final int FILE_BYTES_MAX = 20 << 20;
    private static final Set<Role> KEEPERS = Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER);

    private final JdbcClient db;
    private final Evidence evidence;
    private final Log log;
    private final Clock clock;

    Documents(JdbcClient db, Evidence evidence, Log log, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.log = log;
        this.clock = clock;
    }

    static boolean keeps(Me by) {
        return KEEPERS.stream().anyMatch(by::is);
    }

    /**
     * Keeps the file behind a document that an event names. It stands behind every event that names it and shares a lot with this one: the same number on papers
     * of others is another document. A document may have several files.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.document-unknown} the event does not name it; {@code traceability.file-missing};
     * {@code traceability.file-too-big}.
     */
    @Transactional
    public Answer<UUID> bring(long event, String uri, String name, byte[] file, Me by) {
        if (!keeps(by)) {
            return Answer.refused("", "traceability.not-yours");
        }
        if (db.sql("SELECT count(*) FROM traceability.event_document WHERE event = :event AND uri = :uri").param("event", event).param("uri", uri).query(Long.class).single() == 0) {
            return Answer.refused("document", "traceability.document-unknown");
        }
        if (file.length == 0) {
            return Answer.refused("file", "traceability.file-missing");
        }
        if (file.length > FILE_BYTES_MAX) {
            return Answer.refused("file", "traceability.file-too-big", FILE_BYTES_MAX >> 20);
        }
        var kept = evidence.keep(name, "application/octet-stream", file, by.account());
        var record = log.record("traceability.document", LocalDate.now(clock), Map.of("uri", uri, "event", event, "sha256", kept.sha256()));
        db.sql("INSERT INTO traceability.document (uri, event, evidence, said_by, said_at, record) VALUES (:uri, :event, :evidence, :by, :at, :record)")
                .param("uri", uri).param("event", event).param("evidence", kept.id()).param("by", by.account()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(kept.id());
    }
}
