package org.probity.supply.minerals;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.reading.KeptFiles;
import org.probity.house.ui.Answer;
import org.probity.proof.Json;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Due diligence of minerals: the yearly campaign, the papers that come, and where each stands. What people rule on them is in {@link Reviews}. */
@Service
public class Minerals {
    static final int FILE_BYTES_MAX = 20 << 20;

    /**
     * A yearly campaign.
     *
     * @param asked how many suppliers were in its scope when it was opened
     */
    public record Campaign(int year, LocalDate dueDay, UUID openedBy, Instant openedAt, int asked) {}

    /** Published in the transaction that opened a campaign. @param suppliers those who were not asked for this year before */
    public record Asked(int year, LocalDate dueDay, List<UUID> suppliers) {}

    private final JdbcClient db;
    private final Obligations obligations;
    private final Evidence evidence;
    private final Readings readings;
    private final KeptFiles files;
    private final TransactionTemplate transaction;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Minerals(
            JdbcClient db, Obligations obligations, Evidence evidence, Readings readings, KeptFiles files, TransactionTemplate transaction, Log log,
            ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.obligations = obligations;
        this.evidence = evidence;
        this.readings = readings;
        this.files = files;
        this.transaction = transaction;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks every supplier whose materials hold tin for the four papers of the year. Opening it again asks those who came into scope since, and
     * moves the due day of everything that is still waited for: one campaign has one due day.
     *
     * <p>Refusals: {@code minerals.due-in-the-past}; {@code minerals.due-outside-year}; {@code minerals.nobody-in-scope}.
     */
    @Transactional
    public Answer<Campaign> open(int year, LocalDate dueDay, Me by) {
        if (dueDay.isBefore(today())) {
            return Answer.refused("dueDay", "minerals.due-in-the-past");
        }
        if (dueDay.getYear() < year || dueDay.getYear() > year + 1) {
            return Answer.refused("dueDay", "minerals.due-outside-year", year);
        }
        var scope = db.sql("SELECT supplier FROM supplier.with_substance(:tin, :today, 'infinity')")
                .param("tin", Suppliers.TIN).param("today", today())
                .query(UUID.class).list();
        if (scope.isEmpty()) {
            return Answer.refused("", "minerals.nobody-in-scope");
        }
        // First, so that of two who open it at once the second waits here, and nobody is written to twice.
        var campaign = db.sql("""
                INSERT INTO minerals.campaign (year, due_day, opened_by, opened_at, asked)
                VALUES (:year, :due, :by, :at, :asked)
                ON CONFLICT (year) DO UPDATE SET asked = excluded.asked, due_day = excluded.due_day
                RETURNING year, due_day, opened_by, opened_at, asked
                """)
                .param("year", year).param("due", dueDay).param("by", by.account()).param("at", now()).param("asked", scope.size())
                .query(Campaign.class).single();
        var asked = db.sql("SELECT DISTINCT party FROM obligation.standing WHERE kind = ANY (:kinds) AND period = :year")
                .param("kinds", PaperKind.obligations().toArray(String[]::new)).param("year", year)
                .query(UUID.class).set();
        for (var kind : PaperKind.values()) {
            obligations.due(kind.obligation(), year, dueDay);
            obligations.open(kind.obligation(), year, dueDay, scope, by);
        }
        events.publishEvent(new Asked(year, dueDay, scope.stream().filter(supplier -> !asked.contains(supplier)).toList()));
        return Answer.done(campaign);
    }

    /**
     * A supplier sends a paper. It is kept first; a workbook is then read and checked at once, or as soon as a reader is free: with cells to
     * correct it goes back by rule, each fault at its cell; without, it waits for people. Other papers wait for people.
     *
     * <p>Refusals: {@code minerals.not-yours} another supplier's, or no such obligation; {@code minerals.file-missing};
     * {@code minerals.file-too-big}; {@code obligation.step-not-allowed} it is not owed any more. An unreadable workbook is no refusal:
     * it is kept and goes back with the reason.
     */
    public Answer<Paper> send(UUID obligation, String fileName, byte[] file, Me by) {
        var kept = transaction.execute(status -> keep(obligation, fileName, file, by));
        if (kept instanceof Answer.Done<Paper>(var paper) && paper.readAt() == null) {
            readings.read(paper.id(), KeptFiles.PATIENCE);
            return Answer.done(find(paper.id()).orElseThrow());
        }
        return kept;
    }

    private Answer<Paper> keep(UUID obligation, String fileName, byte[] file, Me by) {
        var owed = obligations.find(obligation).filter(it -> by.supplier().equals(Optional.of(it.party())) && PaperKind.obligations().contains(it.kind()));
        if (owed.isEmpty()) {
            return Answer.refused("", "minerals.not-yours");
        }
        if (file.length == 0) {
            return Answer.refused("file", "minerals.file-missing");
        }
        if (file.length > FILE_BYTES_MAX) {
            return Answer.refused("file", "minerals.file-too-big", FILE_BYTES_MAX >> 20);
        }
        if (!owed.get().state().mayBecome(State.SENT_IN)) {
            return Answer.refused("", "obligation.step-not-allowed");
        }
        var kept = evidence.keep(fileName, mediaType(fileName), file, by.account());
        return switch (obligations.sendIn(obligation, kept.id(), by)) {
            case Answer.Refused<Obligation>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Obligation>(var sent) -> Answer.done(enter(sent, kept, by));
        };
    }

    /** A workbook is entered unread; what no reader reads counts as read. */
    private Paper enter(Obligation sent, Evidence.Item file, Me by) {
        var id = UUID.randomUUID();
        var record = log.record("minerals.paper", today(), Map.of(
                "paper", id.toString(), "obligation", sent.id().toString(), "sha256", file.sha256()));
        var workbook = PaperKind.of(sent.kind()) == PaperKind.CMRT;
        db.sql("""
                INSERT INTO minerals.paper (id, obligation, evidence, received_at, received_by, read_at, record)
                VALUES (:id, :obligation, :evidence, :at, :by, :read, :record)
                """)
                .param("id", id).param("obligation", sent.id()).param("evidence", file.id()).param("at", now()).param("by", by.account())
                .param("read", workbook ? null : now(), Types.TIMESTAMP_WITH_TIMEZONE).param("record", record)
                .update();
        if (workbook) {
            files.promise(Readings.READING, id);
        }
        return find(id).orElseThrow();
    }

    /**
     * Reminds the suppliers of the chosen papers that are still with them, one letter a supplier and due day.
     *
     * <p>Refusals: {@code minerals.none-chosen}; {@code minerals.nobody-to-remind} none of them is a paper of ours that waits for a supplier, or all
     * were reminded today.
     */
    @Transactional
    public Answer<Integer> remindChosen(List<UUID> chosen) {
        if (chosen.isEmpty()) {
            return Answer.refused("", "minerals.none-chosen");
        }
        var reminded = obligations.remind(db.sql("SELECT id FROM obligation.standing WHERE id = ANY (:chosen) AND kind = ANY (:kinds)")
                .param("chosen", chosen.toArray(UUID[]::new)).param("kinds", PaperKind.obligations().toArray(String[]::new))
                .query(UUID.class).list());
        return reminded == 0 ? Answer.refused("", "minerals.nobody-to-remind") : Answer.done(reminded);
    }

    /** Until when a paper holds if nobody says otherwise: a workbook a year from its effective day, other papers to the year's end. */
    LocalDate holdsUntil(Paper paper, Obligation obligation) {
        return paper.effectiveDay() == null
                ? LocalDate.of(obligation.period(), 12, 31)
                : paper.effectiveDay().plusYears(1).minusDays(1);
    }

    public Optional<Paper> find(UUID paper) {
        return db.sql(SELECT + " WHERE id = :id").param("id", paper).query(Paper.class).optional();
    }

    /** All that came for an obligation, newest first. */
    public List<Paper> papers(UUID obligation) {
        return db.sql(SELECT + " WHERE obligation = :obligation ORDER BY received_at DESC, id")
                .param("obligation", obligation)
                .query(Paper.class).list();
    }

    /** Numbered as both sides read them: what must be corrected first. */
    List<Paper.Finding> findings(UUID paper) {
        return db.sql("""
                SELECT paper, row_number() OVER (ORDER BY severity = 'MUST_CORRECT' DESC, no) AS no,
                       key, severity, sheet, address, value, words_en, words_zh, other
                  FROM minerals.finding
                 WHERE paper = :paper
                 ORDER BY no
                """)
                .param("paper", paper)
                .query(Paper.Finding.class).list();
    }

    /** How many workbooks wait to be read before this one. */
    long ahead(Paper paper) {
        return readings.ahead(paper);
    }

    List<Paper.NamedSmelter> smelters(UUID paper) {
        return db.sql("SELECT row, metal, smelter, name, country FROM minerals.named_smelter WHERE paper = :paper ORDER BY row")
                .param("paper", paper)
                .query(Paper.NamedSmelter.class).list();
    }

    /** What stands in a workbook's cells, by sheet and address. */
    Map<String, String> cells(UUID paper) {
        var text = db.sql("SELECT cells FROM minerals.paper WHERE id = :id").param("id", paper).query(String.class).single();
        var cells = new HashMap<String, String>();
        ((Json.Obj) Json.parse(text)).members().forEach((at, value) -> cells.put(at, ((Json.Str) value).value()));
        return cells;
    }

    public Optional<Campaign> campaign(int year) {
        return db.sql("SELECT year, due_day, opened_by, opened_at, asked FROM minerals.campaign WHERE year = :year")
                .param("year", year)
                .query(Campaign.class).optional();
    }

    List<Campaign> campaigns() {
        return db.sql("SELECT year, due_day, opened_by, opened_at, asked FROM minerals.campaign ORDER BY year DESC")
                .query(Campaign.class).list();
    }

    private static final String SELECT = """
            SELECT id, obligation, evidence, received_at, received_by, read_at, unreadable, unreadable_en, unreadable_zh,
                   version, effective_day, company, record
              FROM minerals.paper
            """;

    /** By the name's end, for the browser that saves it; nothing is ever run or shown inline from it. */
    private static String mediaType(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        if (name.endsWith(".xls")) {
            return "application/vnd.ms-excel";
        }
        return name.endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
