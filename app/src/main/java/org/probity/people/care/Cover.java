package org.probity.people.care;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is covered by social insurance and who has a housing fund: payroll's word of a month, held against who is employed. Yes or no is kept, and no amount. */
@Service
public class Cover {
    static final List<String> COLUMNS = List.of("number", "insurance", "fund");
    static final int LINES_MOST = 100_000;
    private static final int SOURCE_LONGEST = 200;
    private static final int FAULTS_SHOWN = 30;

    /** A file of payroll. @param month its first day */
    public record Report(UUID id, LocalDate month, String source, int lines, Instant saidAt) {}

    /** Somebody for whom payroll and the directory do not agree, or who is not covered. @param person null: nobody whom the directory knows @param why message key */
    public record Difference(@Nullable UUID person, String number, String nameEn, String nameZh, String why) {}

    /** What one file says. */
    public record Sums(int employed, int insured, int funded) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Cover(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a month's file as a whole or not at all: columns number (of staff), insurance and fund, each yes or no. A line about a number that nobody has is kept and listed.
     *
     * <p>Refusals: {@code care.not-yours}; {@code care.month-wrong} none, or not over; {@code care.source-wrong}; those of {@link Columns#taken}; {@code care.cover.columns};
     * {@code care.cover.empty}; {@code care.cover.long}; and with the number of the line {@code care.cover-word} neither yes nor no; {@code care.cover-twice}.
     */
    @Transactional
    public Answer<UUID> bring(@Nullable YearMonth month, String source, byte[] file, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "care.not-yours");
        }
        if (month == null || !month.atEndOfMonth().isBefore(today().plusDays(1)) || month.getYear() < 2000) {
            return Answer.refused("month", "care.month-wrong");
        }
        if (source.isBlank() || source.strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "care.source-wrong", SOURCE_LONGEST);
        }
        var taken = Columns.taken(file, COLUMNS, LINES_MOST, "care.cover");
        if (taken instanceof Answer.Refused<Columns>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        var columns = ((Answer.Done<Columns>) taken).value();
        var people = new HashMap<String, UUID>();
        db.sql("SELECT number, id FROM directory.name WHERE number = ANY (:numbers)").param("numbers", columns.lines().stream().map(it -> it.of("number")).distinct().toArray(String[]::new)).query(row -> {
            people.put(row.getString(1), row.getObject(2, UUID.class));
        });
        record Line(int row, String number, @Nullable UUID person, boolean insured, boolean fund) {}
        var lines = new ArrayList<Line>();
        var faults = new ArrayList<Reason>();
        var met = new HashSet<String>();
        for (var it : columns.lines()) {
            var insured = yes(it.of("insurance"));
            var fund = yes(it.of("fund"));
            if (insured.isEmpty() || fund.isEmpty()) {
                faults.add(new Reason("file", "care.cover-word", List.of(it.row())));
            } else if (!met.add(it.of("number"))) {
                faults.add(new Reason("file", "care.cover-twice", List.of(it.row())));
            } else {
                lines.add(new Line(it.row(), it.of("number"), people.get(it.of("number")), insured.get(), fund.get()));
            }
        }
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)));
        }
        var id = UUID.randomUUID();
        var record = log.recordBatch("care.cover", today(), Map.of("report", id.toString(), "month", month.toString(), "lines", lines.size()),
                lines.stream().map(it -> Map.of("who", it.person() == null ? it.number() : it.person().toString(), "insured", it.insured() ? "yes" : "no", "fund", it.fund() ? "yes" : "no")).toList());
        db.sql("INSERT INTO care.cover_report (id, month, source, lines, said_by, said_at, record) VALUES (:id, :month, :source, :lines, :by, :at, :record)")
                .param("id", id).param("month", month.atDay(1)).param("source", source.strip()).param("lines", lines.size()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        var known = lines.stream().filter(it -> it.person() != null).toList();
        db.sql("INSERT INTO care.cover (report, person, insured, fund) SELECT :id, of.person, of.insured, of.fund FROM unnest(CAST(:people AS uuid[]), CAST(:insured AS boolean[]), CAST(:funds AS boolean[])) AS of (person, insured, fund)")
                .param("id", id).param("people", known.stream().map(Line::person).toArray(UUID[]::new)).param("insured", known.stream().map(Line::insured).toArray(Boolean[]::new))
                .param("funds", known.stream().map(Line::fund).toArray(Boolean[]::new))
                .update();
        var strangers = lines.stream().filter(it -> it.person() == null).toList();
        db.sql("INSERT INTO care.cover_stranger (report, line, number) SELECT :id, of.line, of.number FROM unnest(CAST(:lines AS int[]), CAST(:numbers AS text[])) AS of (line, number)")
                .param("id", id).param("lines", strangers.stream().map(Line::row).toArray(Integer[]::new)).param("numbers", strangers.stream().map(Line::number).toArray(String[]::new))
                .update();
        return Answer.done(id);
    }

    private static Optional<Boolean> yes(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "y", "1", "是" -> Optional.of(true);
            case "no", "n", "0", "否" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    List<Report> all() {
        return db.sql("SELECT id, month, source, lines, said_at FROM care.cover_report ORDER BY month DESC, said_at DESC LIMIT 60").query(Report.class).list();
    }

    Optional<Report> find(UUID id) {
        return db.sql("SELECT id, month, source, lines, said_at FROM care.cover_report WHERE id = :id").param("id", id).query(Report.class).optional();
    }

    private static final String EMPLOYED = """
            employed AS MATERIALIZED (
                SELECT DISTINCT engaged.person FROM directory.engaged(:last, 'infinity') AS engaged WHERE engaged.kind = 'EMPLOYEE'
            ), said AS MATERIALIZED (
                SELECT person, insured, fund FROM care.cover WHERE report = :report
            )
            """;

    Sums sums(Report it) {
        return db.sql("WITH " + EMPLOYED + """
                SELECT count(*)::int AS employed, (count(*) FILTER (WHERE said.insured))::int AS insured, (count(*) FILTER (WHERE said.fund))::int AS funded
                  FROM employed LEFT JOIN said ON said.person = employed.person
                """)
                .param("last", YearMonth.from(it.month()).atEndOfMonth()).param("report", it.id()).query(Sums.class).single();
    }

    private static final String DIFFERENCES = "WITH " + EMPLOYED + """
            , found AS (
                SELECT employed.person, CASE WHEN said.person IS NULL THEN 'care.cover.missing' WHEN NOT said.insured AND NOT said.fund THEN 'care.cover.neither'
                                             WHEN NOT said.insured THEN 'care.cover.no-insurance' ELSE 'care.cover.no-fund' END AS why
                  FROM employed LEFT JOIN said ON said.person = employed.person
                 WHERE said.person IS NULL OR NOT said.insured OR NOT said.fund
                UNION ALL
                SELECT said.person, 'care.cover.not-employed' FROM said WHERE NOT EXISTS (SELECT FROM employed WHERE employed.person = said.person)
            ), told AS (
                SELECT name.id AS person, name.number, name.name_en, name.name_zh, found.why FROM found JOIN directory.name ON name.id = found.person
                UNION ALL
                SELECT NULL, number, '', '', 'care.cover.stranger' FROM care.cover_stranger WHERE report = :report
            )
            """;

    List<Difference> differences(Report it, Query query) {
        return db.sql(DIFFERENCES + "SELECT * FROM told ORDER BY why, number LIMIT :most OFFSET :skip")
                .param("last", YearMonth.from(it.month()).atEndOfMonth()).param("report", it.id()).param("most", query.limit()).param("skip", query.offset()).query(Difference.class).list();
    }

    long count(Report it) {
        return db.sql(DIFFERENCES + "SELECT count(*) FROM told").param("last", YearMonth.from(it.month()).atEndOfMonth()).param("report", it.id()).query(Long.class).single();
    }

    /** What payroll said of somebody, month by month; the newest file of each. */
    public record Month(LocalDate month, boolean insured, boolean fund) {}

    List<Month> of(UUID person) {
        return db.sql("""
                SELECT DISTINCT ON (report.month) report.month, cover.insured, cover.fund
                  FROM care.cover JOIN care.cover_report AS report ON report.id = cover.report
                 WHERE cover.person = :person
                 ORDER BY report.month DESC, report.said_at DESC
                """)
                .param("person", person).query(Month.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
