package org.probity.supply.substances;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.reading.KeptFiles;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports and declarations of substances: those that suppliers send, and what stands in them. What people rule on them is in {@link SubstanceRulings}. */
@Service
public class Substances {
    static final int FILE_BYTES_MAX = 20 << 20;

    /** What a supplier says of a laboratory's report. @param covers the materials it covers */
    public record Report(
            String laboratory, String accreditor, String accreditation, String reportNumber, @Nullable LocalDate reportDay, List<UUID> covers, String articles,
            Paper.@Nullable Result result, @Nullable UUID edition) {}

    private final JdbcClient db;
    private final Obligations obligations;
    private final Evidence evidence;
    private final Declarations declarations;
    private final KeptFiles files;
    private final CandidateLists lists;
    private final Twins twins;
    private final TransactionTemplate transaction;
    private final Log log;
    private final Clock clock;

    Substances(
            JdbcClient db, Obligations obligations, Evidence evidence, Declarations declarations, KeptFiles files, CandidateLists lists, Twins twins, TransactionTemplate transaction,
            Log log, Clock clock) {
        this.db = db;
        this.obligations = obligations;
        this.evidence = evidence;
        this.declarations = declarations;
        this.files = files;
        this.lists = lists;
        this.twins = twins;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A supplier sends a laboratory's report, and says what stands in it.
     *
     * <p>Refusals: {@code substances.not-yours} another supplier's, or no such request; {@code substances.file-missing};
     * {@code substances.file-too-big}; {@code substances.not-a-paper} neither PDF nor picture; {@code obligation.step-not-allowed} it is not owed any
     * more; {@code substances.laboratory-missing}; {@code substances.accreditor-missing}; {@code substances.accreditation-missing};
     * {@code substances.number-missing}; {@code substances.day-missing}; {@code substances.day-to-come}; {@code substances.report-old} it would not
     * hold today; {@code substances.covers-missing}; {@code substances.articles-missing}; {@code substances.result-missing};
     * {@code substances.list-missing} it does not say of which candidate list it speaks; {@code substances.list-old} a newer one is in force.
     */
    @Transactional
    public Answer<Paper> send(UUID obligation, Report report, String fileName, byte[] file, Me by) {
        var owed = owed(obligation, PaperKind.Form.REPORT, by);
        if (owed.isEmpty()) {
            return Answer.refused("", "substances.not-yours");
        }
        var kind = PaperKind.of(owed.get().kind()).kept();
        var reasons = new Objections(report, kind, lists.inForce(today()), today()).reasons();
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        var fault = fault(owed.get(), file);
        if (fault.isPresent()) {
            return new Answer.Refused<>(List.of(fault.get()));
        }
        if (!Objections.isPaper(file)) {
            return Answer.refused("file", "substances.not-a-paper");
        }
        return switch (keep(owed.get(), fileName, file, by)) {
            case Answer.Refused<Kept>(var refused) -> new Answer.Refused<>(refused);
            case Answer.Done<Kept>(var kept) -> {
                var paper = enter(kept, kind, report, by);
                twins.look(paper.id());
                yield Answer.done(paper);
            }
        };
    }

    /**
     * A supplier sends a declaration of substances. It is kept first and then read at once, or as soon as a reader is free: with faults to correct it
     * goes back by rule, each at its place; without, it waits for a person. An unreadable file is no refusal: it is kept and goes back with the reason.
     *
     * <p>Refusals: {@code substances.not-yours}; {@code substances.file-missing}; {@code substances.file-too-big};
     * {@code obligation.step-not-allowed}.
     */
    public Answer<Paper> declare(UUID obligation, String fileName, byte[] file, Me by) {
        var kept = transaction.execute(status -> keepDeclaration(obligation, fileName, file, by));
        if (kept instanceof Answer.Done<Paper>(var paper)) {
            declarations.read(paper.id(), KeptFiles.PATIENCE);
            return Answer.done(find(paper.id()).orElseThrow());
        }
        return kept;
    }

    private Answer<Paper> keepDeclaration(UUID obligation, String fileName, byte[] file, Me by) {
        var owed = owed(obligation, PaperKind.Form.XML, by);
        if (owed.isEmpty()) {
            return Answer.refused("", "substances.not-yours");
        }
        var fault = fault(owed.get(), file);
        if (fault.isPresent()) {
            return new Answer.Refused<>(List.of(fault.get()));
        }
        return switch (keep(owed.get(), fileName, file, by)) {
            case Answer.Refused<Kept>(var refused) -> new Answer.Refused<>(refused);
            case Answer.Done<Kept>(var kept) -> {
                var nothing = new Report("", "", "", "", null, List.of(), "", null, lists.inForce(today()).map(CandidateLists.Edition::id).orElse(null));
                var paper = enter(kept, PaperKind.DECLARATION, nothing, by);
                files.promise(Declarations.READING, paper.id());
                yield Answer.done(paper);
            }
        };
    }

    private Optional<Obligation> owed(UUID obligation, PaperKind.Form form, Me by) {
        return obligations.find(obligation)
                .filter(it -> PaperKind.ours(it.kind()) && PaperKind.of(it.kind()).form() == form && by.supplier().equals(Optional.of(it.party())));
    }

    private static Optional<Answer.Reason> fault(Obligation owed, byte[] file) {
        if (file.length == 0) {
            return Optional.of(new Answer.Reason("file", "substances.file-missing", List.of()));
        }
        if (file.length > FILE_BYTES_MAX) {
            return Optional.of(new Answer.Reason("file", "substances.file-too-big", List.of(FILE_BYTES_MAX >> 20)));
        }
        return owed.state().mayBecome(State.SENT_IN) ? Optional.empty() : Optional.of(new Answer.Reason("", "obligation.step-not-allowed", List.of()));
    }

    private record Kept(Obligation sent, Evidence.Item file) {}

    private Answer<Kept> keep(Obligation owed, String fileName, byte[] file, Me by) {
        var kept = evidence.keep(fileName, mediaType(fileName), file, by.account());
        return switch (obligations.sendIn(owed.id(), kept.id(), by)) {
            case Answer.Refused<Obligation>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Obligation>(var sent) -> Answer.done(new Kept(sent, kept));
        };
    }

    private Paper enter(Kept kept, PaperKind kind, Report it, Me by) {
        var id = UUID.randomUUID();
        var record = log.record("substances.paper", today(), Map.of(
                "paper", id.toString(), "obligation", kept.sent().id().toString(), "kind", kind.name(), "sha256", kept.file().sha256(),
                "report_day", String.valueOf(it.reportDay())));
        db.sql("""
                INSERT INTO substances.paper (id, obligation, kind, evidence, received_at, received_by, laboratory, accreditor, accreditation, report_number,
                                              report_day, articles, result, edition, read_at, record)
                VALUES (:id, :obligation, :kind, :evidence, :at, :by, :laboratory, :accreditor, :accreditation, :number,
                        :day, :articles, :result, :edition, :read, :record)
                """)
                .param("id", id).param("obligation", kept.sent().id()).param("kind", kind.name()).param("evidence", kept.file().id()).param("at", now())
                .param("by", by.account()).param("laboratory", it.laboratory().strip()).param("accreditor", it.accreditor().strip())
                .param("accreditation", it.accreditation().strip()).param("number", it.reportNumber().strip()).param("day", it.reportDay(), Types.DATE)
                .param("articles", it.articles().strip()).param("result", it.result() == null ? null : it.result().name(), Types.VARCHAR)
                .param("edition", it.edition(), Types.OTHER).param("read", kind == PaperKind.DECLARATION ? null : now(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("record", record)
                .update();
        db.sql("""
                INSERT INTO substances.covered (paper, material)
                SELECT :paper, name.id
                  FROM supplier.material_name AS name
                 WHERE name.supplier = :supplier
                   AND name.id = ANY (:materials)
                """)
                .param("paper", id).param("supplier", kept.sent().party()).param("materials", it.covers().toArray(UUID[]::new))
                .update();
        return find(id).orElseThrow();
    }

    public Optional<Paper> find(UUID paper) {
        return db.sql(SELECT + " WHERE id = :id").param("id", paper).query(Paper.class).optional();
    }

    /** All that came for a request, newest first. */
    public List<Paper> papers(UUID obligation) {
        return db.sql(SELECT + " WHERE obligation = :obligation ORDER BY received_at DESC, id").param("obligation", obligation).query(Paper.class).list();
    }

    /** Numbered as both sides read them: what must be corrected first. */
    List<Paper.Finding> findings(UUID paper) {
        return db.sql("""
                SELECT paper, row_number() OVER (ORDER BY severity = 'MUST_CORRECT' DESC, no) AS no,
                       key, severity, path, line, value, words_en, words_zh, other
                  FROM substances.finding
                 WHERE paper = :paper
                 ORDER BY no
                """)
                .param("paper", paper)
                .query(Paper.Finding.class).list();
    }

    List<Paper.Declared> declared(UUID paper) {
        return db.sql("""
                SELECT no, article_no, article, article_mg, material, substance, cas, mg, ppm, line, path
                  FROM substances.declared
                 WHERE paper = :paper
                 ORDER BY no
                """)
                .param("paper", paper)
                .query(Paper.Declared.class).list();
    }

    /** A material we buy, and whether something is said of it. */
    public record Material(UUID id, String number, String nameEn, String nameZh, boolean covered) {}

    /** The materials for which a paper of this kind is asked, and whether this paper covers each; without a paper, none is covered. */
    List<Material> materials(UUID supplier, String obligationKind, @Nullable UUID paper) {
        return db.sql("""
                SELECT name.id, name.number, name.name_en, name.name_zh,
                       EXISTS (SELECT FROM substances.covered WHERE covered.paper = :paper AND covered.material = name.id) AS covered
                  FROM supplier.material_name AS name
                 WHERE name.supplier = :supplier
                   AND (name.id IN (SELECT material FROM substances.asked(:today, 'infinity') AS asked WHERE asked.supplier = :supplier AND asked.paper = :kind)
                        OR EXISTS (SELECT FROM substances.covered WHERE covered.paper = :paper AND covered.material = name.id))
                 ORDER BY name.number
                """)
                .param("supplier", supplier).param("today", today()).param("paper", paper, Types.OTHER)
                .param("kind", obligationKind.equals(PaperKind.RENEWAL.obligation()) ? PaperKind.REACH.obligation() : obligationKind)
                .query(Material.class).list();
    }

    private static final String SELECT = """
            SELECT id, obligation, kind, evidence, received_at, received_by, laboratory, accreditor, accreditation, report_number, report_day, articles,
                   result, edition, read_at, unreadable, unreadable_en, unreadable_zh, company, sections, record
              FROM substances.paper
            """;

    /** By the name's end, for the browser that saves it; nothing is ever run or shown inline from it. */
    private static String mediaType(String fileName) {
        var name = fileName.toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".pdf") ? "application/pdf" : name.endsWith(".xml") ? "application/xml" : "application/octet-stream";
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
