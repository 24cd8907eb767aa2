package org.probity.supply.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Spreadsheet;
import org.probity.house.ui.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The invoices that fell due in a month, as the ERP reports them after its end: taken whole or not at all. */
@Service
public class Invoices {
    /** As a program or a file writes it. @param supplier the register's id or number @param paid empty: not paid yet @param size {@code SMALL} or {@code OTHER} */
    public record Line(
            @Nullable String invoice, @Nullable String supplier, @Nullable String received, @Nullable String due, @Nullable String amount, @Nullable String size,
            @Nullable String paid) {}

    /** @param month such as {@code 2026-10} @param rows and {@code amount}: what the ERP says of it, so that a file cut short is noticed */
    public record Stated(@Nullable String source, @Nullable String month, int rows, @Nullable String amount) {}

    /** What was taken. */
    public record Taken(UUID report, YearMonth month, int invoices) {}

    /** A month that was reported. @param inTime of the amount: paid by the day agreed @param open not paid when it was reported */
    record Month(LocalDate month, String source, int invoices, BigDecimal amount, BigDecimal inTime, BigDecimal open, Instant reportedAt) {}

    static final List<String> COLUMNS = List.of("invoice", "supplier", "received", "due", "amount", "size", "paid");
    static final int LONGEST = 50_000;
    static final int SOURCE_LONGEST = 200;
    private static final int FAULTS_SHOWN = 50;

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Invoices(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes the invoices that fell due in a month. A month that was reported before is reported anew: the newest report counts from now on.
     *
     * <p>Refusals: {@code payment.source-missing}, {@code payment.source-long}; {@code payment.month-wrong} none, or one that is not over;
     * {@code payment.report-empty}; {@code payment.report-long}; {@code payment.report-rows} and {@code payment.report-amount} it states another number or sum
     * than it has; and for a line, with its number: {@code payment.line-invoice} missing, too long or twice, {@code payment.line-supplier},
     * {@code payment.line-received} none, or after it was due, {@code payment.line-due} none, or of another month, {@code payment.line-amount},
     * {@code payment.line-size}, {@code payment.line-paid} no day, or one to come.
     */
    @Transactional
    public Answer<Taken> report(Stated stated, @Nullable List<@Nullable Line> said, Me by) {
        var source = Typed.words(stated.source());
        if (source.isEmpty()) {
            return Answer.refused("source", "payment.source-missing");
        }
        if (source.length() > SOURCE_LONGEST) {
            return Answer.refused("source", "payment.source-long", SOURCE_LONGEST);
        }
        var month = month(Typed.words(stated.month())).filter(it -> it.atEndOfMonth().isBefore(today()));
        if (month.isEmpty()) {
            return Answer.refused("month", "payment.month-wrong");
        }
        // A program may leave out what a form cannot; a line that says nothing has every fault there is.
        var lines = said == null ? List.<Line>of() : said.stream().map(it -> it == null ? new Line(null, null, null, null, null, null, null) : it).toList();
        if (lines.isEmpty()) {
            return Answer.refused("file", "payment.report-empty");
        }
        if (lines.size() > LONGEST) {
            return Answer.refused("file", "payment.report-long", LONGEST);
        }
        if (stated.rows() != lines.size()) {
            return Answer.refused("rows", "payment.report-rows", stated.rows(), lines.size());
        }
        var faults = new ArrayList<Reason>();
        var invoices = read(lines, month.get(), faults);
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)));
        }
        var sum = invoices.stream().map(Invoice::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (amount(stated.amount()).filter(it -> it.compareTo(sum) == 0).isEmpty()) {
            return Answer.refused("amount", "payment.report-amount", Typed.words(stated.amount()), sum.toPlainString());
        }
        return Answer.done(keep(source, month.get(), invoices, sum, by));
    }

    private Taken keep(String source, YearMonth month, List<Invoice> invoices, BigDecimal sum, Me by) {
        var id = UUID.randomUUID();
        var record = log.recordBatch("payment.report", today(), Map.of("report", id.toString(), "month", month.toString(), "rows", invoices.size(), "amount", sum),
                invoices.stream().map(Invoices::content).toList());
        db.sql("""
                INSERT INTO payment.report (id, source, due_month, stated_rows, stated_amount, reported_by, reported_at, record)
                VALUES (:id, :source, :month, :rows, :amount, :by, :at, :record)
                """)
                .param("id", id).param("source", source).param("month", month.atDay(1)).param("rows", invoices.size()).param("amount", sum).param("by", by.account())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record)
                .update();
        db.sql("""
                INSERT INTO payment.invoice (report, invoice, supplier, received_day, due_day, amount, size, paid_day)
                SELECT :report, it.invoice, it.supplier, it.received, it.due, it.amount, it.size, it.paid
                  FROM unnest(:invoices::text[], :suppliers::uuid[], :received::date[], :due::date[], :amounts::numeric[], :sizes::text[], :paid::date[])
                           AS it (invoice, supplier, received, due, amount, size, paid)
                """)
                .param("report", id)
                .param("invoices", invoices.stream().map(Invoice::number).toArray(String[]::new))
                .param("suppliers", invoices.stream().map(Invoice::supplier).toArray(UUID[]::new))
                .param("received", invoices.stream().map(it -> it.receivedDay().toString()).toArray(String[]::new))
                .param("due", invoices.stream().map(it -> it.dueDay().toString()).toArray(String[]::new))
                .param("amounts", invoices.stream().map(Invoice::amount).toArray(BigDecimal[]::new))
                .param("sizes", invoices.stream().map(it -> it.size().name()).toArray(String[]::new))
                .param("paid", invoices.stream().map(it -> it.paidDay() == null ? null : it.paidDay().toString()).toArray(String[]::new))
                .update();
        return new Taken(id, month, invoices.size());
    }

    private static Map<String, Object> content(Invoice it) {
        var content = new TreeMap<String, Object>(Map.of("invoice", it.number(), "supplier", it.supplier().toString(), "received", it.receivedDay().toString(),
                "due", it.dueDay().toString(), "amount", it.amount(), "size", it.size().name()));
        if (it.paidDay() != null) {
            content.put("paid", it.paidDay().toString());
        }
        return content;
    }

    private List<Invoice> read(List<Line> lines, YearMonth month, List<Reason> faults) {
        var suppliers = suppliers(lines);
        var seen = new HashSet<String>();
        var invoices = new ArrayList<Invoice>();
        for (var i = 0; i < lines.size(); i++) {
            var it = lines.get(i);
            var number = Typed.words(it.invoice());
            var supplier = Optional.ofNullable(suppliers.get(Typed.words(it.supplier())));
            var due = Typed.day(it.due()).filter(day -> YearMonth.from(day).equals(month));
            var received = Typed.day(it.received()).filter(day -> due.isEmpty() || !day.isAfter(due.get()));
            var amount = amount(it.amount()).filter(of -> of.signum() > 0);
            var size = Arrays.stream(Invoice.Size.values()).filter(of -> of.name().equals(Typed.words(it.size()).toUpperCase(Locale.ROOT))).findFirst();
            var open = Typed.words(it.paid()).isEmpty();
            var paid = Typed.day(it.paid()).filter(day -> !day.isAfter(today()));
            var fault = number.isEmpty() || number.length() > 60 || !seen.add(number) ? "payment.line-invoice"
                    : supplier.isEmpty() ? "payment.line-supplier"
                    : due.isEmpty() ? "payment.line-due"
                    : received.isEmpty() ? "payment.line-received"
                    : amount.isEmpty() ? "payment.line-amount"
                    : size.isEmpty() ? "payment.line-size"
                    : !open && paid.isEmpty() ? "payment.line-paid" : "";
            if (fault.isEmpty()) {
                invoices.add(new Invoice(number, supplier.get(), received.get(), due.get(), amount.get(), size.get(), paid.orElse(null)));
            } else {
                faults.add(new Reason("", fault, List.of(i + 1)));
            }
        }
        return invoices;
    }

    private Map<String, UUID> suppliers(List<Line> lines) {
        var words = lines.stream().map(it -> Typed.words(it.supplier())).distinct().toArray(String[]::new);
        var found = new HashMap<String, UUID>();
        db.sql("SELECT id, number, now FROM supplier.name WHERE number = ANY (:words) OR id::text = ANY (:words)").param("words", words).query(row -> {
            found.put(row.getString("number"), row.getObject("now", UUID.class));
            found.put(row.getString("id"), row.getObject("now", UUID.class));
        });
        return found;
    }

    private static Optional<BigDecimal> amount(@Nullable String typed) {
        return Typed.words(typed).matches("[0-9]{1,15}(\\.[0-9]{1,2})?") ? Optional.of(new BigDecimal(Typed.words(typed))) : Optional.empty();
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return typed.matches("2[0-9]{3}-[0-9]{2}") ? Optional.of(YearMonth.parse(typed)) : Optional.empty();
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    /** Refusals: those of {@link Spreadsheet}; {@code payment.report-columns}. */
    static Answer<List<Line>> read(byte[] file) {
        try {
            var columns = Columns.of(Spreadsheet.read(file), COLUMNS);
            return columns.missing().isEmpty()
                    ? Answer.done(columns.lines().stream().map(it -> new Line(it.of("invoice"), it.of("supplier"), it.of("received"), it.of("due"), it.of("amount"), it.of("size"), it.of("paid"))).toList())
                    : Answer.refused("file", "payment.report-columns", String.join(", ", columns.missing()));
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
    }

    /** The newest report of each month, the newest month first. */
    List<Month> months() {
        return db.sql("""
                SELECT newest.due_month, report.source, count(*)::int AS invoices, sum(invoice.amount) AS amount,
                       coalesce(sum(invoice.amount) FILTER (WHERE invoice.paid_day <= invoice.due_day), 0) AS in_time,
                       coalesce(sum(invoice.amount) FILTER (WHERE invoice.paid_day IS NULL), 0) AS open, newest.reported_at
                  FROM payment.newest('infinity') AS newest
                  JOIN payment.report ON report.id = newest.report
                  JOIN payment.invoice ON invoice.report = newest.report
                 GROUP BY newest.due_month, report.source, newest.reported_at
                 ORDER BY newest.due_month DESC
                """)
                .query((row, n) -> new Month(row.getObject("due_month", LocalDate.class), row.getString("source"), row.getInt("invoices"), row.getBigDecimal("amount"),
                        row.getBigDecimal("in_time"), row.getBigDecimal("open"), row.getObject("reported_at", OffsetDateTime.class).toInstant())).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
