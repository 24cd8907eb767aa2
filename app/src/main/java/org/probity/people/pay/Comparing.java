package org.probity.people.pay;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Query;
import org.probity.people.reward.PayLists;
import org.probity.people.reward.Splits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Payroll's lines, held against what the house knows: who was engaged, what splits and lists said. What differs, and who has no line, is told by the line. */
@Component
class Comparing {
    private static final int NUMBER_LONGEST = 300;
    /** Less is nobody's work of a year; and a year has so many hours. */
    private static final BigDecimal HOURS_LEAST = new BigDecimal("0.01");
    private static final BigDecimal HOURS_MOST = BigDecimal.valueOf(8_784);
    private static final long FEN_MOST = 100_000_000_000L;

    record Line(int row, String number, @Nullable UUID person, @Nullable Pay pay, @Nullable String why, String about) {}

    private final JdbcClient db;
    private final Splits splits;
    private final PayLists payLists;
    private final Clock clock;

    Comparing(JdbcClient db, Splits splits, PayLists payLists, Clock clock) {
        this.db = db;
        this.splits = splits;
        this.payLists = payLists;
        this.clock = clock;
    }

    /** In the file's order, each with why it does not count. */
    List<Line> lines(int year, Columns columns) {
        var people = new HashMap<String, UUID>();
        db.sql("SELECT number, id FROM directory.name WHERE number = ANY (:numbers)").param("numbers", columns.lines().stream().map(it -> it.of("number")).distinct().toArray(String[]::new)).query(row -> {
            people.put(row.getString(1), row.getObject(2, UUID.class));
        });
        var engaged = engaged(year);
        var gains = splits.agreedIn(begins(year).toInstant(), begins(year + 1).toInstant());
        var units = payLists.unitsIn(begins(year).toInstant(), begins(year + 1).toInstant());
        var listed = new HashMap<UUID, Long>();
        db.sql("SELECT person, (100 * yuan)::bigint FROM subsidy.listed(:from, :until)").param("from", begins(year)).param("until", begins(year + 1)).query(row -> {
            listed.put(row.getObject(1, UUID.class), row.getLong(2));
        });
        var lines = new ArrayList<Line>();
        var times = columns.lines().stream().collect(Collectors.groupingBy(Comparing::number, Collectors.counting()));
        for (var it : columns.lines()) {
            var number = number(it);
            var person = people.get(number);
            var fen = new EnumMap<Pay.Part, Long>(Pay.Part.class);
            var wrong = "";
            for (var part : Pay.Part.values()) {
                var said = fen(it.of(part.column()));
                said.ifPresent(amount -> fen.put(part, amount));
                wrong = wrong.isEmpty() && said.isEmpty() ? part.column() : wrong;
            }
            var hours = hours(it.of("hours"));
            var about = wrong.isEmpty() && hours.isEmpty() ? "hours" : wrong;
            var pay = about.isEmpty() ? new Pay(fen, hours.orElseThrow()) : null;
            lines.add(new Line(it.row(), number, person, pay, why(person, pay, times.get(number) == 1, engaged, gains, units, listed), about));
        }
        return lines;
    }

    private static @Nullable String why(@Nullable UUID person, @Nullable Pay pay, boolean once, Set<UUID> engaged, Map<UUID, Long> gains, Map<UUID, Long> units, Map<UUID, Long> listed) {
        if (pay == null) {
            return "pay.why.unread";
        }
        if (person == null) {
            return "pay.why.stranger";
        }
        if (!once) {
            return "pay.why.twice";
        }
        if (!engaged.contains(person)) {
            return "pay.why.not-engaged";
        }
        if (pay.of(Pay.Part.GAIN) != gains.getOrDefault(person, 0L)) {
            return "pay.why.gain";
        }
        if (pay.of(Pay.Part.INCENTIVE) < units.getOrDefault(person, 0L)) {
            return "pay.why.incentive";
        }
        return pay.of(Pay.Part.SUBSIDY) < listed.getOrDefault(person, 0L) ? "pay.why.subsidy" : null;
    }

    private static String number(Columns.Line it) {
        return it.of("number").substring(0, Math.min(NUMBER_LONGEST, it.of("number").length())).replace("\0", "");
    }

    /** Nothing is nought; a thousand's comma is none of ours, and neither is a third digit behind the point. */
    private static Optional<Long> fen(String typed) {
        if (typed.isBlank()) {
            return Optional.of(0L);
        }
        if (!typed.matches("[0-9]{1,12}(\\.[0-9]{1,2}0*)?")) {
            return Optional.empty();
        }
        var fen = new BigDecimal(typed).movePointRight(2).longValue();
        return fen <= FEN_MOST ? Optional.of(fen) : Optional.empty();
    }

    private static Optional<BigDecimal> hours(String typed) {
        return typed.matches("[0-9]{1,5}(\\.[0-9]{1,4})?") ? Optional.of(new BigDecimal(typed)).filter(it -> it.compareTo(HOURS_LEAST) >= 0 && it.compareTo(HOURS_MOST) <= 0) : Optional.empty();
    }

    private static final String DIFFERENCES = """
            WITH told AS (
                SELECT line.row, line.person, line.number, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh, line.why, line.about
                  FROM payroll.line LEFT JOIN directory.name ON name.id = line.person
                 WHERE line.file = :file AND line.why IS NOT NULL
                UNION ALL
                SELECT 0, name.id, name.number, name.name_en, name.name_zh, 'pay.why.missing', ''
                  FROM (SELECT DISTINCT stretch.person FROM directory.stretches(:first, :last, 'infinity') AS stretch WHERE stretch.kind IN ('EMPLOYEE', 'PART_TIME', 'REHIRED')) AS here
                  JOIN directory.name ON name.id = here.person
                 WHERE NOT EXISTS (SELECT FROM payroll.line WHERE line.file = :file AND line.person = here.person)
                UNION ALL
                SELECT 0, name.id, name.number, name.name_en, name.name_zh, 'pay.why.listed', ''
                  FROM directory.name
                 WHERE name.id = ANY (:listed)
                   AND NOT EXISTS (SELECT FROM payroll.line WHERE line.file = :file AND line.person = name.id)
                   AND NOT EXISTS (SELECT FROM directory.stretches(:first, :last, 'infinity') AS stretch WHERE stretch.person = name.id AND stretch.kind IN ('EMPLOYEE', 'PART_TIME', 'REHIRED'))
            )
            """;

    /** Who stands in lists of the year, whether employed in it or not. */
    private UUID[] listed(Payroll.Brought it) {
        return payLists.peopleIn(begins(it.year()).toInstant(), begins(it.year() + 1).toInstant()).toArray(UUID[]::new);
    }

    /** Lines that differ, in the file's order, and then who has no line: employed in the year, or to be paid something in it. */
    @Transactional
    List<Payroll.Difference> differences(Payroll.Brought it, Query query) {
        return db.sql(DIFFERENCES + "SELECT * FROM told ORDER BY row = 0, row, number LIMIT :most OFFSET :skip").param("file", it.id()).param("first", LocalDate.of(it.year(), 1, 1))
                .param("last", LocalDate.of(it.year(), 12, 31)).param("listed", listed(it)).param("most", query.limit()).param("skip", query.offset()).query(Payroll.Difference.class).list();
    }

    @Transactional
    long count(Payroll.Brought it) {
        return db.sql(DIFFERENCES + "SELECT count(*) FROM told").param("file", it.id()).param("first", LocalDate.of(it.year(), 1, 1)).param("last", LocalDate.of(it.year(), 12, 31)).param("listed", listed(it)).query(Long.class).single();
    }

    private Set<UUID> engaged(int year) {
        return new HashSet<>(db.sql("SELECT DISTINCT person FROM directory.stretches(:first, :last, 'infinity') WHERE kind <> 'RETIREE'").param("first", LocalDate.of(year, 1, 1)).param("last", LocalDate.of(year, 12, 31))
                .query(UUID.class).list());
    }

    private OffsetDateTime begins(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
