package org.probity.supply.substances;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.formats.ipc1752.Declaration;
import org.probity.formats.ipc1752.Limits;
import org.probity.formats.ipc1752.Reading;
import org.probity.house.log.Log;
import org.probity.house.reading.KeptFiles;
import org.probity.house.reading.Readers;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.substances.DeclarationJudge.Told;
import org.probity.supply.substances.Paper.Finding.Severity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads declarations that were kept, as {@link KeptFiles} go it; what was read is judged in one transaction. */
@Component
class Declarations {
    static final TaskDescriptor<Void> READING = TaskDescriptor.of("substances.reading");
    /** Why the rule sends a file back that it could read. */
    static final String FAULTS = "substances.faults-to-correct";

    private final JdbcClient db;
    private final Readers readers;
    private final DeclarationJudge judge;
    private final Twins twins;
    private final Evidence evidence;
    private final Obligations obligations;
    private final Log log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Declarations(
            JdbcClient db, Readers readers, DeclarationJudge judge, Twins twins, Evidence evidence, Obligations obligations, Log log,
            TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.readers = readers;
        this.judge = judge;
        this.twins = twins;
        this.evidence = evidence;
        this.obligations = obligations;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Configuration
    static class Later {
        @Bean
        Task<Void> readingDeclarations(Declarations declarations, KeptFiles files) {
            return files.task(READING, declarations::read);
        }
    }

    private record Unread(UUID paper, UUID obligation, UUID evidence, @Nullable UUID edition) {}

    /**
     * Reads a kept declaration and judges it; one that was read before is left alone.
     *
     * @return whether it is read now; not when every reader stayed busy
     */
    boolean read(UUID paper, Duration patience) {
        var found = db.sql("SELECT id AS paper, obligation, evidence, edition FROM substances.paper WHERE id = :paper AND read_at IS NULL")
                .param("paper", paper)
                .query(Unread.class).optional();
        if (found.isEmpty()) {
            return true;
        }
        var unread = found.get();
        var file = evidence.bytes(evidence.find(unread.evidence()).orElseThrow());
        var came = readers.with(patience, reader -> reader.readDeclaration(file, Limits.standard()));
        came.ifPresent(it -> transaction.executeWithoutResult(status -> judge(unread, it)));
        return came.isPresent();
    }

    /** Whoever comes second, after a crash or on another node, finds it done. A file that a newer one replaced keeps its findings and moves nothing. */
    private void judge(Unread unread, Reading reading) {
        obligations.hold(unread.obligation());
        var mine = db.sql("SELECT FROM substances.paper WHERE id = :paper AND read_at IS NULL FOR UPDATE").param("paper", unread.paper()).query((row, n) -> unread).optional();
        if (mine.isEmpty()) {
            return;
        }
        var back = switch (reading) {
            case Reading.Unreadable it -> write(unread, it);
            case Reading.Read(var declaration) -> write(unread, declaration);
        };
        var newest = db.sql("SELECT id FROM substances.paper WHERE obligation = :obligation ORDER BY received_at DESC, id LIMIT 1")
                .param("obligation", unread.obligation()).query(UUID.class).single();
        if (newest.equals(unread.paper()) && obligations.find(unread.obligation()).orElseThrow().state() == State.SENT_IN) {
            back.ifPresent(reason -> obligations.sendBack(unread.obligation(), reason, null));
        }
    }

    private Optional<String> write(Unread unread, Reading.Unreadable it) {
        db.sql("UPDATE substances.paper SET read_at = :now, unreadable = :key, unreadable_en = :en, unreadable_zh = :zh WHERE id = :paper")
                .param("paper", unread.paper()).param("now", now()).param("key", it.key()).param("en", judge.english(it)).param("zh", judge.chinese(it))
                .update();
        log.record("substances.reading", today(), Map.of("paper", unread.paper().toString(), "read", false, "findings", 0));
        return Optional.of(it.key());
    }

    private Optional<String> write(Unread unread, Declaration it) {
        var told = judge.judge(it, unread.edition(), names(unread.obligation()), today());
        db.sql("UPDATE substances.paper SET read_at = :now, report_day = :day, company = :company, sections = :sections WHERE id = :paper")
                .param("paper", unread.paper()).param("now", now()).param("day", it.day().orElse(null), Types.DATE).param("company", it.company().text())
                .param("sections", it.sections().stream().map(Enum::name).sorted().collect(Collectors.joining()))
                .update();
        for (var no = 1; no <= told.size(); no++) {
            finding(unread.paper(), no, told.get(no - 1));
        }
        declared(unread.paper(), it);
        twins.look(unread.paper());
        log.record("substances.reading", today(), Map.of("paper", unread.paper().toString(), "read", true, "findings", told.size()));
        return told.stream().anyMatch(finding -> finding.severity() == Severity.MUST_CORRECT) ? Optional.of(FAULTS) : Optional.empty();
    }

    private List<String> names(UUID obligation) {
        return db.sql("""
                SELECT unnest(ARRAY[name.name_en, name.name_zh])
                  FROM obligation.standing
                  JOIN supplier.name ON name.id = standing.party
                 WHERE standing.id = :obligation
                """).param("obligation", obligation).query(String.class).list();
    }

    private void finding(UUID paper, int no, Told it) {
        db.sql("""
                INSERT INTO substances.finding (paper, no, key, severity, path, line, value, words_en, words_zh)
                VALUES (:paper, :no, :key, :severity, :path, :line, :value, :en, :zh)
                """)
                .param("paper", paper).param("no", no).param("key", it.key()).param("severity", it.severity().name()).param("path", it.path())
                .param("line", it.line()).param("value", it.value()).param("en", it.en()).param("zh", it.zh())
                .update();
    }

    private record Row(int articleNo, String article, @Nullable BigDecimal articleMg, String material, Declaration.Substance substance, @Nullable BigDecimal mg, @Nullable BigDecimal ppm) {}

    private void declared(UUID paper, Declaration it) {
        var rows = new ArrayList<Row>();
        var articles = it.articles().toList();
        for (var no = 0; no < articles.size(); no++) {
            var article = articles.get(no);
            var whole = article.milligrams().orElse(null);
            for (var material : article.materials()) {
                for (var substance : material.substances()) {
                    rows.add(new Row(no + 1, article.called(), whole, material.name().text(), substance, substance.milligrams(material).orElse(null),
                            substance.share(material).map(share -> share.ppm()).orElse(null)));
                }
            }
        }
        db.sql("""
                INSERT INTO substances.declared (paper, no, article_no, article, article_mg, material, substance, cas, mg, ppm, line, path)
                SELECT :paper, row_number() OVER (), article_no, article, article_mg, material, substance, cas, mg, ppm, line, path
                  FROM unnest(:articleNos, :articles, :wholes, :materials, :substances, :cas, :mgs, :ppms, :lines, :paths)
                       AS row (article_no, article, article_mg, material, substance, cas, mg, ppm, line, path)
                """)
                .param("paper", paper)
                .param("articleNos", rows.stream().map(Row::articleNo).toArray(Integer[]::new))
                .param("articles", rows.stream().map(Row::article).toArray(String[]::new))
                .param("wholes", rows.stream().map(Row::articleMg).toArray(BigDecimal[]::new))
                .param("materials", rows.stream().map(Row::material).toArray(String[]::new))
                .param("substances", rows.stream().map(row -> row.substance().name().text()).toArray(String[]::new))
                .param("cas", rows.stream().map(row -> row.substance().identity().text()).toArray(String[]::new))
                .param("mgs", rows.stream().map(Row::mg).toArray(BigDecimal[]::new))
                .param("ppms", rows.stream().map(Row::ppm).toArray(BigDecimal[]::new))
                .param("lines", rows.stream().map(row -> row.substance().at().line()).toArray(Integer[]::new))
                .param("paths", rows.stream().map(row -> row.substance().at().path()).toArray(String[]::new))
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
