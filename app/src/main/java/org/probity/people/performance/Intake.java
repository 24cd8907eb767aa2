package org.probity.people.performance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/**
 * What the system before knew of a cycle, brought in as a file: ratings and talks that were not held here, and who was away. Each file is one entry of the
 * log with the root over its lines, and what came by it says so for good. It is no way to move ratings: whoever has one keeps it.
 */
@Service
public class Intake {
    /** What a file tells. */
    public enum Kind {
        RATINGS("number", "rating"), TALKS("number", "day"), ABSENCES("number", "days");

        final List<String> columns;

        Kind(String... columns) {
            this.columns = List.of(columns);
        }

        String value() {
            return columns.getLast();
        }

        static Optional<Kind> of(String written) {
            return Arrays.stream(values()).filter(it -> it.name().equals(written)).findFirst();
        }
    }

    private record Known(String number, UUID person, UUID scheme, boolean rated, boolean talked) {}

    private record Line(Known who, String value) {}

    /** So many faults are told at once. */
    private static final int FAULTS = 20;

    private final JdbcClient db;
    private final Cycles cycles;
    private final Schemes schemes;
    private final Log log;
    private final Clock clock;

    Intake(JdbcClient db, Cycles cycles, Schemes schemes, Log log, Clock clock) {
        this.db = db;
        this.cycles = cycles;
        this.schemes = schemes;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Brings a file in, all of it or nothing.
     *
     * <p>Refusals: those of {@link Spreadsheet#read}; {@code performance.cycle-unknown}; {@code performance.closed} (ratings, absences); {@code performance.not-closed} (talks);
     * {@code performance.column-missing}; {@code performance.file-without-lines}; of a line {@code performance.line-unknown} nobody of the cycle has this number, {@code performance.line-twice},
     * {@code performance.line-wrong} the value cannot be one, {@code performance.line-rated} they are rated, {@code performance.line-talked} the talk was held, {@code performance.line-not-rated}.
     *
     * @return how many lines
     */
    @Transactional
    public Answer<Integer> bring(UUID cycle, Kind kind, String name, byte[] bytes, Me by) {
        Columns file;
        try {
            file = Columns.of(Spreadsheet.read(bytes), kind.columns);
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        db.sql("SELECT FROM performance.cycle WHERE id = :id FOR UPDATE").param("id", cycle).query((row, n) -> row).optional();
        var found = cycles.find(cycle);
        if (found.isEmpty()) {
            return Answer.refused("", "performance.cycle-unknown");
        }
        if (found.get().closed() != (kind == Kind.TALKS)) {
            return Answer.refused("", kind == Kind.TALKS ? "performance.not-closed" : "performance.closed");
        }
        if (!file.missing().isEmpty()) {
            return Answer.refused("file", "performance.column-missing", file.missing().getFirst());
        }
        if (file.lines().isEmpty()) {
            return Answer.refused("file", "performance.file-without-lines");
        }
        var faults = new ArrayList<Reason>();
        var lines = lines(found.get(), kind, file, faults);
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults);
        }
        switch (kind) {
            case RATINGS -> ratings(cycle, lines, by);
            case TALKS -> talks(cycle, lines, by);
            case ABSENCES -> absences(cycle, name, lines, by);
        }
        return Answer.done(lines.size());
    }

    private List<Line> lines(Cycle cycle, Kind kind, Columns file, List<Reason> faults) {
        Map<String, Known> known = new HashMap<>();
        db.sql("""
                SELECT name.number, standing.person, standing.scheme, standing.assessment IS NOT NULL AS rated, standing.talk_at IS NOT NULL AS talked
                  FROM performance.standing
                  JOIN directory.name ON name.id = standing.person
                 WHERE standing.cycle = :cycle
                """)
                .param("cycle", cycle.id()).query(Known.class).list().forEach(it -> known.put(it.number(), it));
        var goingBy = schemes.find(known.values().stream().map(Known::scheme).distinct().toList());
        var told = new HashSet<String>();
        var lines = new ArrayList<Line>();
        for (var line : file.lines()) {
            var number = line.of("number");
            var who = known.get(number);
            var value = line.of(kind.value());
            String wrong = who == null ? "performance.line-unknown" : !told.add(number) ? "performance.line-twice" : wrong(cycle, kind, who, goingBy, value);
            if (wrong.isEmpty() && who != null) {
                lines.add(new Line(who, value));
            } else {
                faults.add(new Reason("file", wrong, List.of(line.row(), who == null || wrong.endsWith("twice") ? number : value)));
            }
            if (faults.size() >= FAULTS) {
                break;
            }
        }
        return lines;
    }

    private String wrong(Cycle cycle, Kind kind, Known who, Map<UUID, Scheme> goingBy, String value) {
        return switch (kind) {
            case RATINGS -> who.rated() ? "performance.line-rated" : goingBy.get(who.scheme()).rating(value).isEmpty() ? "performance.line-wrong" : "";
            case TALKS -> who.talked() ? "performance.line-talked" : !who.rated() ? "performance.line-not-rated"
                    : Typed.day(value).filter(it -> !it.isAfter(LocalDate.now(clock)) && it.isAfter(cycle.untilDay())).isEmpty() ? "performance.line-wrong" : "";
            case ABSENCES -> Typed.number(value, 0) < 1 || Typed.number(value, 0) > 366 ? "performance.line-wrong" : "";
        };
    }

    private void ratings(UUID cycle, List<Line> lines, Me by) {
        var ids = lines.stream().map(it -> UUID.randomUUID()).toList();
        var salts = lines.stream().map(it -> UUID.randomUUID()).toList();
        var rows = new ArrayList<Map<String, String>>();
        for (var i = 0; i < lines.size(); i++) {
            rows.add(Map.of("assessment", ids.get(i).toString(), "said", Assessments.hash(salts.get(i), lines.get(i).value(), "")));
        }
        var record = log.recordBatch("performance.ratings-brought", LocalDate.now(clock), Map.of("cycle", cycle.toString(), "lines", lines.size()), rows);
        db.sql("""
                INSERT INTO performance.assessment (id, cycle, person, no, scheme, rating, origin, words, by, at, salt, record)
                SELECT told.id, :cycle, told.person, 1, told.scheme, told.rating, 'BROUGHT_IN', '', :by, :at, told.salt, :record
                  FROM unnest(CAST(:ids AS uuid[]), CAST(:people AS uuid[]), CAST(:schemes AS uuid[]), CAST(:ratings AS text[]), CAST(:salts AS uuid[])) AS told (id, person, scheme, rating, salt)
                """)
                .param("cycle", cycle).param("by", by.account()).param("at", now()).param("record", record).param("ids", ids.toArray(UUID[]::new))
                .param("people", lines.stream().map(it -> it.who().person()).toArray(UUID[]::new)).param("schemes", lines.stream().map(it -> it.who().scheme()).toArray(UUID[]::new))
                .param("ratings", lines.stream().map(Line::value).toArray(String[]::new)).param("salts", salts.toArray(UUID[]::new))
                .update();
    }

    private void talks(UUID cycle, List<Line> lines, Me by) {
        var ids = lines.stream().map(it -> UUID.randomUUID()).toList();
        var rows = new ArrayList<Map<String, String>>();
        for (var i = 0; i < lines.size(); i++) {
            rows.add(Map.of("note", ids.get(i).toString(), "day", lines.get(i).value()));
        }
        var record = log.recordBatch("performance.talks-brought", LocalDate.now(clock), Map.of("cycle", cycle.toString(), "lines", lines.size()), rows);
        db.sql("""
                INSERT INTO performance.note (id, cycle, person, kind, words, day, written_by, written_at, handed_in_at, record)
                SELECT told.id, :cycle, told.person, 'TALK', '', told.day, :by, :at, :at, :record
                  FROM unnest(CAST(:ids AS uuid[]), CAST(:people AS uuid[]), CAST(:days AS date[])) AS told (id, person, day)
                """)
                .param("cycle", cycle).param("by", by.account()).param("at", now()).param("record", record).param("ids", ids.toArray(UUID[]::new))
                .param("people", lines.stream().map(it -> it.who().person()).toArray(UUID[]::new)).param("days", lines.stream().map(Line::value).toArray(String[]::new))
                .update();
    }

    private void absences(UUID cycle, String name, List<Line> lines, Me by) {
        var id = UUID.randomUUID();
        var record = log.recordBatch("performance.absences", LocalDate.now(clock), Map.of("list", id.toString(), "lines", lines.size()),
                lines.stream().map(it -> Map.of("person", it.who().person().toString(), "days", it.value())).toList());
        db.sql("INSERT INTO performance.absence_list (id, cycle, file, brought_by, brought_at, record) VALUES (:id, :cycle, :file, :by, :at, :record)")
                .param("id", id).param("cycle", cycle).param("file", name.substring(0, Math.min(name.length(), 300))).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        db.sql("""
                INSERT INTO performance.absence (list, person, days)
                SELECT :list, told.person, told.days FROM unnest(CAST(:people AS uuid[]), CAST(:days AS int[])) AS told (person, days)
                """)
                .param("list", id).param("people", lines.stream().map(it -> it.who().person()).toArray(UUID[]::new)).param("days", lines.stream().map(it -> Integer.valueOf(it.value())).toArray(Integer[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
