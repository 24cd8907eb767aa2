package org.probity.supply.minerals;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.formats.cmrt.Reading;
import org.probity.house.log.Log;
import org.probity.house.reading.KeptFiles;
import org.probity.house.reading.Readers;
import org.probity.proof.Json;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.minerals.Workbooks.Judged;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads workbooks that were kept, as {@link KeptFiles} go it; what was read is judged in one transaction. */
@Component
class Readings {
    static final TaskDescriptor<Void> READING = TaskDescriptor.of("minerals.reading");

    private final JdbcClient db;
    private final Readers readers;
    private final Workbooks workbooks;
    private final Evidence evidence;
    private final Obligations obligations;
    private final Log log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Readings(
            JdbcClient db, Readers readers, Workbooks workbooks, Evidence evidence, Obligations obligations, Log log,
            TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.readers = readers;
        this.workbooks = workbooks;
        this.evidence = evidence;
        this.obligations = obligations;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Configuration
    static class Later {
        @Bean
        Task<Void> readingWorkbooks(Readings readings, KeptFiles files) {
            return files.task(READING, readings::read);
        }
    }

    private record Unread(UUID paper, UUID obligation, UUID evidence, UUID party, int period) {}

    /** What came out of a reader, and the answer of the year before to hold it against. */
    private record Came(Reading reading, @Nullable Reading before) {}

    /**
     * Reads a kept workbook and judges it; one that was read before is left alone.
     *
     * @return whether it is read now; not when every reader stayed busy
     */
    boolean read(UUID paper, Duration patience) {
        var found = db.sql("""
                SELECT paper.id AS paper, paper.obligation, paper.evidence, standing.party, standing.period
                  FROM minerals.paper
                  JOIN obligation.standing ON standing.id = paper.obligation
                 WHERE paper.id = :paper
                   AND paper.read_at IS NULL
                """)
                .param("paper", paper)
                .query(Unread.class).optional();
        if (found.isEmpty()) {
            return true;
        }
        var unread = found.get();
        var file = bytes(unread.evidence());
        var before = accepted(unread.party(), unread.period() - 1).map(this::bytes);
        var came = readers.with(patience, reader -> new Came(reader.read(file), before.map(reader::read).orElse(null)));
        came.ifPresent(it -> transaction.executeWithoutResult(status -> judge(unread, it)));
        return came.isPresent();
    }

    private byte[] bytes(UUID item) {
        return evidence.bytes(evidence.find(item).orElseThrow());
    }

    /** The file that stood accepted for a year. */
    private Optional<UUID> accepted(UUID supplier, int year) {
        return db.sql("""
                SELECT paper.evidence
                  FROM minerals.accepted_at('minerals.cmrt', :year, 'infinity') AS accepted
                  JOIN minerals.paper ON paper.id = accepted.paper
                 WHERE accepted.supplier = :supplier
                """)
                .param("supplier", supplier).param("year", year)
                .query(UUID.class).optional();
    }

    /** How many workbooks wait to be read before this one, here or on another node. */
    long ahead(Paper paper) {
        return db.sql("SELECT count(*) FROM minerals.paper WHERE read_at IS NULL AND received_at < :at")
                .param("at", paper.receivedAt().atOffset(ZoneOffset.UTC))
                .query(Long.class).single();
    }

    /** Whoever comes second, after a crash or on another node, finds it done. A paper that a newer one replaced keeps its findings and moves nothing. */
    private void judge(Unread unread, Came came) {
        obligations.hold(unread.obligation());
        var mine = db.sql("SELECT FROM minerals.paper WHERE id = :paper AND read_at IS NULL FOR UPDATE")
                .param("paper", unread.paper()).query((row, n) -> unread).optional();
        if (mine.isEmpty()) {
            return;
        }
        var judged = workbooks.judge(came.reading(), came.before(), unread.party(), unread.period(), LocalDate.now(clock));
        switch (judged) {
            case Judged.Unreadable unreadable -> write(unread.paper(), unreadable);
            case Judged.Checked checked -> write(unread.paper(), checked);
        }
        log.record("minerals.reading", LocalDate.now(clock), Map.of("paper", unread.paper().toString(),
                "read", judged instanceof Judged.Checked, "findings", judged instanceof Judged.Checked checked ? checked.findings().size() : 0));
        var newest = db.sql("SELECT id FROM minerals.paper WHERE obligation = :obligation ORDER BY received_at DESC, id LIMIT 1")
                .param("obligation", unread.obligation()).query(UUID.class).single();
        if (newest.equals(unread.paper()) && obligations.find(unread.obligation()).orElseThrow().state() == State.SENT_IN) {
            back(judged).ifPresent(reason -> obligations.sendBack(unread.obligation(), reason, null));
        }
    }

    /** Rules may send back; only people accept. */
    private static Optional<String> back(Judged judged) {
        return switch (judged) {
            case Judged.Unreadable unreadable -> Optional.of(unreadable.key());
            case Judged.Checked checked when checked.mustBeCorrected() -> Optional.of("minerals.cells-to-correct");
            case Judged.Checked clean -> Optional.empty();
        };
    }

    private void write(UUID paper, Judged.Unreadable unreadable) {
        db.sql("""
                UPDATE minerals.paper
                   SET read_at = :now,
                       unreadable = :key,
                       unreadable_of = :of,
                       unreadable_en = :en,
                       unreadable_zh = :zh
                 WHERE id = :paper
                """)
                .param("paper", paper).param("now", now()).param("key", unreadable.key()).param("of", unreadable.of().toArray(String[]::new))
                .param("en", unreadable.wordsEn()).param("zh", unreadable.wordsZh())
                .update();
    }

    private void write(UUID paper, Judged.Checked checked) {
        db.sql("""
                UPDATE minerals.paper
                   SET read_at = :now,
                       version = :version,
                       effective_day = :effective,
                       company = :company,
                       cells = :cells::jsonb,
                       list_hash = :hash
                 WHERE id = :paper
                """)
                .param("paper", paper).param("now", now()).param("version", checked.version())
                .param("effective", checked.effectiveDay(), Types.DATE).param("company", checked.company())
                .param("cells", Json.of(checked.cells()).text()).param("hash", checked.listHash(), Types.VARCHAR)
                .update();
        findings(paper, checked.findings());
        smelters(paper, checked.smelters());
    }

    private void findings(UUID paper, List<Workbooks.Told> findings) {
        for (var no = 1; no <= findings.size(); no++) {
            var told = findings.get(no - 1);
            var finding = told.finding();
            db.sql("""
                    INSERT INTO minerals.finding (paper, no, key, severity, sheet, address, value, words_en, words_zh, other)
                    VALUES (:paper, :no, :key, :severity, :sheet, :address, :value, :en, :zh, :other)
                    """)
                    .param("paper", paper).param("no", no).param("key", finding.key()).param("severity", finding.severity().name())
                    .param("sheet", finding.cell().sheet()).param("address", finding.cell().address()).param("value", finding.value())
                    .param("en", told.en()).param("zh", told.zh()).param("other", told.other(), Types.OTHER)
                    .update();
        }
    }

    private void smelters(UUID paper, List<Paper.NamedSmelter> smelters) {
        db.sql("""
                INSERT INTO minerals.named_smelter (paper, row, metal, smelter, name, country)
                SELECT :paper, * FROM unnest(:rows, :metals, :smelters, :names, :countries)
                """)
                .param("paper", paper)
                .param("rows", smelters.stream().map(Paper.NamedSmelter::row).toArray(Integer[]::new))
                .param("metals", smelters.stream().map(Paper.NamedSmelter::metal).toArray(String[]::new))
                .param("smelters", smelters.stream().map(Paper.NamedSmelter::smelter).toArray(String[]::new))
                .param("names", smelters.stream().map(Paper.NamedSmelter::name).toArray(String[]::new))
                .param("countries", smelters.stream().map(Paper.NamedSmelter::country).toArray(String[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
