package org.probity.shapes.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.log.Log;
import org.probity.house.ui.Messages;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every version of a definition under which a value was ever frozen, as it was then. */
@Component
class Definitions {
    private final JdbcClient db;
    private final Log log;
    private final Messages messages;
    private final Clock clock;

    Definitions(JdbcClient db, Log log, Messages messages, Clock clock) {
        this.db = db;
        this.log = log;
        this.messages = messages;
        this.clock = clock;
    }

    /** The definition as the running version of Probity has it. */
    DefinitionVersion now(Figure figure) {
        return new DefinitionVersion(figure, Wording.of(figure, messages), Optional.empty());
    }

    /**
     * Keeps the definition if this is the first freezing under its version, with an entry in the log; gives it as it was kept. Whoever changes
     * what a figure computes without giving it a new version has made a mistake that must not reach a report.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DefinitionVersion keep(Figure figure) {
        var now = now(figure);
        var kept = find(figure.key(), figure.version());
        if (kept.isPresent()) {
            if (!kept.get().computesLike(now)) {
                throw new IllegalStateException(figure.key() + " computes otherwise than its version " + figure.version() + " did when it was frozen first");
            }
            return kept.get();
        }
        var hash = Hash.sha256(now.json().canonical());
        var record = log.record("figure.definition", LocalDate.now(clock), Map.of("figure", figure.key(), "version", figure.version(), "sha256", hash.hex()));
        return db.sql("""
                INSERT INTO figure.definition (figure, version, content, sha256, record, kept_at)
                VALUES (:figure, :version, :content, :sha256, :record, :at)
                RETURNING content, kept_at
                """)
                .param("figure", figure.key()).param("version", figure.version()).param("content", now.json().text()).param("sha256", hash.bytes())
                .param("record", record).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> DefinitionVersion.from((Json.Obj) Json.parse(row.getString(1)), row.getObject(2, OffsetDateTime.class).toInstant())).single();
    }

    Optional<DefinitionVersion> find(String figure, int version) {
        return all(figure).stream().filter(it -> it.figure().version() == version).findFirst();
    }

    /** Those that were kept, newest first. */
    List<DefinitionVersion> all(String figure) {
        return db.sql("SELECT content, kept_at FROM figure.definition WHERE figure = :figure ORDER BY version DESC")
                .param("figure", figure)
                .query((row, n) -> DefinitionVersion.from((Json.Obj) Json.parse(row.getString(1)), row.getObject(2, OffsetDateTime.class).toInstant())).list();
    }
}
