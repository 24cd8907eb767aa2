package org.probity.supply.clearance;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Spreadsheet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was ordered, taken in and paid, as the ERP reports it: to be held against what was allowed. A report is taken whole or not at all, and
 * says how many lines it has, so that a file cut short is noticed.
 */
@Service
public class Deeds {
    public enum Kind {
        ORDER, RECEIPT, PAYMENT;

        Act act() {
            return switch (this) {
                case ORDER -> Act.ORDER;
                case RECEIPT -> Act.RECEIPT;
                case PAYMENT -> Act.PAYMENT;
            };
        }
    }

    /** As a program or a file writes it. @param supplier the register's id or number @param clearance the id of the answer that was asked for; may be absent */
    public record Line(@Nullable String kind, @Nullable String document, @Nullable String supplier, @Nullable String day, @Nullable String amount, @Nullable String currency,
                       @Nullable String clearance) {}

    /** @param allowed what the clearance said; null: nobody asked */
    public record Deed(Kind kind, String document, UUID supplier, LocalDate day, BigDecimal amount, String currency, @Nullable Boolean allowed) {}

    /** Published in the transaction in which they were reported. */
    public record Reported(UUID report, List<Deed> deeds) {
        public Reported {
            deeds = List.copyOf(deeds);
        }
    }

    /** @param asked how many were asked before */
    public record Taken(UUID report, int lines, long asked) {}

    static final List<String> COLUMNS = List.of("kind", "document", "supplier", "day", "amount", "currency", "clearance");
    static final int LONGEST = 20_000;
    private static final int FAULTS_SHOWN = 50;

    private final JdbcClient db;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deeds(JdbcClient db, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a report. An order counts as asked when it names its answer, or an answer bears its document as reference, about the same supplier
     * and act and not later than its day.
     *
     * <p>Refusals: {@code clearance.source-missing}; {@code clearance.report-empty}; {@code clearance.report-long};
     * {@code clearance.report-rows} it states another number of lines than it has; and for a line, with its number:
     * {@code clearance.line-kind}, {@code clearance.line-document} missing or twice, {@code clearance.line-known} reported before,
     * {@code clearance.line-supplier}, {@code clearance.line-day} none or to come, {@code clearance.line-amount}.
     */
    @Transactional
    public Answer<Taken> report(@Nullable String source, int statedRows, @Nullable List<@Nullable Line> said, Me by) {
        if (source == null || source.isBlank()) {
            return Answer.refused("source", "clearance.source-missing");
        }
        // A program may leave out what a form cannot; a line that says nothing has every fault there is.
        var lines = said == null ? List.<Line>of() : said.stream().map(it -> it == null ? new Line(null, null, null, null, null, null, null) : it).toList();
        if (lines.isEmpty()) {
            return Answer.refused("file", "clearance.report-empty");
        }
        if (lines.size() > LONGEST) {
            return Answer.refused("file", "clearance.report-long", LONGEST);
        }
        if (statedRows != lines.size()) {
            return Answer.refused("rows", "clearance.report-rows", statedRows, lines.size());
        }
        var faults = new ArrayList<Reason>();
        var deeds = read(lines, faults);
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)));
        }
        var id = UUID.randomUUID();
        var record = log.recordBatch("clearance.report", LocalDate.now(clock), Map.of("report", id.toString(), "rows", lines.size()), deeds.stream().map(it -> Map.of(
                "kind", it.kind().name(), "document", it.document(), "supplier", it.supplier().toString(), "day", it.day().toString(), "amount", it.amount())).toList());
        db.sql("INSERT INTO clearance.report (id, source, stated_rows, reported_by, reported_at, record) VALUES (:id, :source, :rows, :by, :at, :record)")
                .param("id", id).param("source", source.strip()).param("rows", statedRows).param("by", by.account())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record)
                .update();
        var kept = db.sql("""
                INSERT INTO clearance.deed (kind, document, supplier, day, amount, currency, answer, allowed, report)
                SELECT d.kind, d.document, d.supplier, d.day, d.amount, d.currency, asked.id, asked.outcome <> 'NO', :report
                  FROM unnest(:kinds::text[], :documents::text[], :suppliers::uuid[], :days::date[], :amounts::numeric[], :currencies::text[], :clearances::uuid[])
                           AS d (kind, document, supplier, day, amount, currency, clearance)
                  LEFT JOIN LATERAL (
                           SELECT answer.id, answer.outcome
                             FROM clearance.answer
                            WHERE (answer.id = d.clearance OR answer.reference = d.document)
                              -- Whoever was asked about under a number that was merged since is the same.
                              AND (answer.supplier = d.supplier OR EXISTS (SELECT FROM supplier.name WHERE name.id = answer.supplier AND name.now = d.supplier))
                              AND answer.act = d.kind
                              AND (answer.at AT TIME ZONE :zone)::date <= d.day
                            ORDER BY answer.id = d.clearance DESC NULLS LAST, answer.id DESC
                            LIMIT 1) AS asked ON TRUE
                RETURNING kind, document, supplier, day, amount, currency, allowed
                """)
                .param("report", id).param("zone", clock.getZone().getId())
                .param("kinds", deeds.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("documents", deeds.stream().map(Deed::document).toArray(String[]::new))
                .param("suppliers", deeds.stream().map(Deed::supplier).toArray(UUID[]::new))
                .param("days", deeds.stream().map(it -> it.day().toString()).toArray(String[]::new))
                .param("amounts", deeds.stream().map(Deed::amount).toArray(BigDecimal[]::new))
                .param("currencies", deeds.stream().map(Deed::currency).toArray(String[]::new))
                .param("clearances", lines.stream().map(it -> it.clearance() == null || !Typed.isId(it.clearance().strip()) ? null : UUID.fromString(it.clearance().strip()))
                        .toArray(UUID[]::new))
                .query(Deed.class).list();
        events.publishEvent(new Reported(id, kept));
        return Answer.done(new Taken(id, kept.size(), kept.stream().filter(it -> it.allowed() != null).count()));
    }

    private List<Deed> read(List<Line> lines, List<Reason> faults) {
        var suppliers = suppliers(lines);
        var known = new HashSet<>(db.sql("SELECT kind || ' ' || document FROM clearance.deed WHERE document = ANY (:documents)")
                .param("documents", lines.stream().map(it -> word(it.document())).toArray(String[]::new)).query(String.class).list());
        var seen = new HashSet<String>();
        var today = LocalDate.now(clock);
        var deeds = new ArrayList<Deed>();
        for (var i = 0; i < lines.size(); i++) {
            var it = lines.get(i);
            var kind = kind(word(it.kind()));
            var document = word(it.document());
            var supplier = Optional.ofNullable(suppliers.get(word(it.supplier())));
            var day = day(word(it.day())).filter(when -> !when.isAfter(today) && when.getYear() >= 2000);
            var amount = word(it.amount()).matches("[0-9]{1,15}(\\.[0-9]{1,2})?") ? Optional.of(new BigDecimal(word(it.amount()))) : Optional.<BigDecimal>empty();
            var fault = kind.isEmpty() ? "clearance.line-kind"
                    : document.isEmpty() || document.length() > 60 || !seen.add(kind.get() + " " + document) ? "clearance.line-document"
                    : known.contains(kind.get() + " " + document) ? "clearance.line-known"
                    : supplier.isEmpty() ? "clearance.line-supplier"
                    : day.isEmpty() ? "clearance.line-day"
                    : amount.isEmpty() ? "clearance.line-amount" : "";
            if (fault.isEmpty()) {
                deeds.add(new Deed(kind.get(), document, supplier.get(), day.get(), amount.get(),
                        word(it.currency()).isEmpty() ? "CNY" : word(it.currency()).toUpperCase(Locale.ROOT), null));
            } else {
                faults.add(new Reason("", fault, List.of(i + 1)));
            }
        }
        return deeds;
    }

    private Map<String, UUID> suppliers(List<Line> lines) {
        var words = lines.stream().map(it -> word(it.supplier())).distinct().toArray(String[]::new);
        var found = new HashMap<String, UUID>();
        db.sql("SELECT id, number, now FROM supplier.name WHERE number = ANY (:words) OR id::text = ANY (:words)").param("words", words).query(row -> {
            found.put(row.getString("number"), row.getObject("now", UUID.class));
            found.put(row.getString("id"), row.getObject("now", UUID.class));
        });
        return found;
    }

    /** Refusals: those of {@link Spreadsheet}; {@code clearance.report-columns}. */
    static Answer<List<Line>> read(byte[] file) {
        try {
            var lines = Spreadsheet.read(file).lines();
            var heading = lines.isEmpty() ? List.<String>of() : lines.getFirst().stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
            if (!heading.containsAll(COLUMNS.subList(0, 5))) {
                return Answer.refused("file", "clearance.report-columns");
            }
            return Answer.done(lines.subList(1, lines.size()).stream().filter(it -> it.stream().anyMatch(cell -> !cell.isBlank())).map(it -> new Line(
                    Lists.cell(it, heading, "kind"), Lists.cell(it, heading, "document"), Lists.cell(it, heading, "supplier"), Lists.cell(it, heading, "day"),
                    Lists.cell(it, heading, "amount"), Lists.cell(it, heading, "currency"), Lists.cell(it, heading, "clearance"))).toList());
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
    }

    private static Optional<Kind> kind(String word) {
        return java.util.Arrays.stream(Kind.values()).filter(it -> it.name().equalsIgnoreCase(word)).findFirst();
    }

    private static Optional<LocalDate> day(String word) {
        try {
            return word.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(word.substring(0, 10)));
        } catch (java.time.DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String word(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
