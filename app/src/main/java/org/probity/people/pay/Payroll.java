package org.probity.people.pay;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Columns;
import org.probity.house.vault.Vault;
import org.probity.people.reward.PaySeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payroll's files of a year: each line is held against what the house knows before it counts. What differs is listed and does not count; nothing of a file is lost, and a mended file of the same year takes its place.
 */
@Service
public class Payroll {
    static final String SEALED_AS = "stated";
    static final int LINES_MOST = 100_000;
    static final int SOURCE_LONGEST = 200;
    static final int REASON_LONGEST = 1_000;
    static final List<String> COLUMNS = Stream.concat(Stream.concat(Stream.of("number"), Stream.of(Pay.Part.values()).map(Pay.Part::column)), Stream.of("hours")).toList();

    /** A file. @param countedAt null: it does not count @param reason why lines that differ were left out @param letters null: none were written */
    public record Brought(UUID id, int year, int no, String source, int lines, int differ, Instant saidAt, @Nullable Instant countedAt, @Nullable String reason, @Nullable Integer people, @Nullable UUID letters,
            @Nullable Instant writtenAt) {
        public boolean counts() {
            return countedAt != null;
        }
    }

    /** A line that does not agree, or somebody about whom there is none. @param about the column that cannot be read; empty: none */
    public record Difference(int row, @Nullable UUID person, String number, String nameEn, String nameZh, String why, String about) {}

    private final JdbcClient db;
    private final Vault vault;
    private final PaySeal seal;
    private final Comparing comparing;
    private final Log log;
    private final Clock clock;

    Payroll(JdbcClient db, Vault vault, PaySeal seal, Comparing comparing, Log log, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.seal = seal;
        this.comparing = comparing;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a year's file: number (of staff), the parts in yuan, and hours paid for. A line differs when it cannot be read, is not the only one about somebody, is about nobody whom the directory knows or about somebody who was not
     * engaged in the year, when it states another share of gains than was agreed to in the year, less of long-term incentive than the lists of units that were
     * handed to payroll say, or less in subsidies than theirs. What is more may be known to payroll alone. Who stands in a list and has no line is listed, too.
     *
     * <p>Refusals: {@code pay.not-yours}; {@code pay.year-wrong}; {@code pay.source-wrong}; those of {@link Columns#taken}; {@code pay.file.columns}; {@code pay.file.empty}; {@code pay.file.long}; {@code pay.file.strangers} no
     * number is anybody's, as when another column stands under that heading: amounts that were kept as numbers would lie open.
     */
    @Transactional
    public Answer<UUID> bring(int year, String source, byte[] file, Me by) {
        if (!by.is(Role.REMUNERATION)) {
            return Answer.refused("", "pay.not-yours");
        }
        if (year < 2000 || year > today().getYear()) {
            return Answer.refused("year", "pay.year-wrong");
        }
        if (source.isBlank() || source.strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "pay.source-wrong", SOURCE_LONGEST);
        }
        var taken = Columns.taken(file, COLUMNS, LINES_MOST, "pay.file");
        if (taken instanceof Answer.Refused<Columns>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        var columns = ((Answer.Done<Columns>) taken).value();
        var lines = comparing.lines(year, columns);
        if (lines.stream().allMatch(it -> it.person() == null)) {
            return Answer.refused("file", "pay.file.strangers");
        }
        return Answer.done(keep(year, source.strip(), lines, by));
    }

    private UUID keep(int year, String source, List<Comparing.Line> lines, Me by) {
        var id = UUID.randomUUID();
        var differ = (int) lines.stream().filter(it -> it.why() != null).count();
        var record = log.record("pay.file", today(), Map.of("file", id.toString(), "year", year, "lines", lines.size(), "differ", differ, "by", by.account().toString()));
        // Two files of one year at once: one waits for the other's number.
        db.sql("SELECT pg_advisory_xact_lock(hashtext('payroll.file ' || :year))").param("year", String.valueOf(year)).query((row, n) -> n).single();
        db.sql("""
                INSERT INTO payroll.file (id, year, no, source, lines, differ, said_by, said_at, record)
                SELECT :id, :year, 1 + coalesce(max(no), 0), :source, :lines, :differ, :by, :at, :record FROM payroll.file WHERE year = :year
                """)
                .param("id", id).param("year", year).param("source", source).param("lines", lines.size()).param("differ", differ).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        db.sql("""
                INSERT INTO payroll.line (file, row, number, person, why, about)
                SELECT :file, of.row, of.number, of.person, of.why, of.about
                  FROM unnest(CAST(:rows AS int[]), CAST(:numbers AS text[]), CAST(:people AS uuid[]), CAST(:whys AS text[]), CAST(:abouts AS text[])) AS of (row, number, person, why, about)
                """)
                .param("file", id).param("rows", lines.stream().map(Comparing.Line::row).toArray(Integer[]::new)).param("numbers", lines.stream().map(Comparing.Line::number).toArray(String[]::new))
                .param("people", lines.stream().map(Comparing.Line::person).toArray(UUID[]::new)).param("whys", lines.stream().map(Comparing.Line::why).toArray(String[]::new))
                .param("abouts", lines.stream().map(Comparing.Line::about).toArray(String[]::new))
                .update();
        var sealing = seal.sealing();
        var agree = lines.stream().filter(it -> it.why() == null).toList();
        vault.open(() -> db.sql("""
                INSERT INTO pay.stated (file, person, sealed)
                SELECT :file, of.person, decode(of.sealed, 'hex') FROM unnest(CAST(:people AS uuid[]), CAST(:sealed AS text[])) AS of (person, sealed)
                """)
                .param("file", id).param("people", agree.stream().map(Comparing.Line::person).toArray(UUID[]::new))
                .param("sealed", agree.stream().map(it -> HexFormat.of().formatHex(sealing.seal(SEALED_AS, id, it.person(), it.pay().words()))).toArray(String[]::new))
                .update());
        return id;
    }

    /**
     * From here on the lines that agree are what people were paid.
     *
     * <p>Refusals: {@code pay.not-yours}; {@code pay.file-unknown}; {@code pay.counts-already}; {@code pay.later-file} a later one of the year was brought; {@code pay.none-agrees}; {@code pay.reason-missing} lines differ and nobody said
     * why they are left out; {@code pay.reason-long}.
     */
    @Transactional
    public Answer<UUID> count(UUID id, String reason, Me by) {
        if (!by.is(Role.REMUNERATION)) {
            return Answer.refused("", "pay.not-yours");
        }
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "pay.file-unknown");
        }
        var file = found.get();
        db.sql("SELECT FROM payroll.file WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        if (find(id).orElseThrow().counts()) {
            return Answer.refused("", "pay.counts-already");
        }
        if (!newest(file)) {
            return Answer.refused("", "pay.later-file");
        }
        if (file.differ() == file.lines()) {
            return Answer.refused("", "pay.none-agrees");
        }
        if (file.differ() > 0 && reason.isBlank()) {
            return Answer.refused("reason", "pay.reason-missing");
        }
        if (reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", "pay.reason-long", REASON_LONGEST);
        }
        var people = file.lines() - file.differ();
        var record = log.record("pay.counted", today(), Map.of("file", id.toString(), "year", file.year(), "people", people, "left_out", file.differ(), "by", by.account().toString()));
        db.sql("INSERT INTO payroll.counted (file, people, reason, counted_by, counted_at, record) VALUES (:file, :people, :reason, :by, :at, :record)")
                .param("file", id).param("people", people).param("reason", file.differ() == 0 ? "" : reason.strip()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    private static final String SELECT = """
            SELECT file.id, file.year, file.no, file.source, file.lines, file.differ, file.said_at, counted.counted_at, counted.reason, counted.people, letters.id AS letters, letters.written_at
              FROM payroll.file
              LEFT JOIN payroll.counted ON counted.file = file.id
              LEFT JOIN payroll.letters ON letters.file = file.id
            """;

    List<Brought> all() {
        return db.sql(SELECT + " ORDER BY file.year DESC, file.no DESC LIMIT 200").query(Brought.class).list();
    }

    boolean newest(Brought file) {
        return db.sql("SELECT NOT EXISTS (SELECT FROM payroll.file WHERE year = :year AND no > :no)").param("year", file.year()).param("no", file.no()).query(Boolean.class).single();
    }

    public Optional<Brought> find(UUID id) {
        return db.sql(SELECT + " WHERE file.id = :id").param("id", id).query(Brought.class).optional();
    }

    /** The file that says what people were paid in a year. */
    public Optional<Brought> counting(int year) {
        return db.sql("SELECT file FROM payroll.counts(:year, 'infinity')").param("year", year).query(UUID.class).optional().flatMap(this::find);
    }

    private record Sealed(UUID person, byte[] sealed) {}

    /** What everybody was paid, for the room alone. */
    @Transactional
    Map<UUID, Pay> stated(UUID file) {
        var sealing = seal.sealing();
        var rows = vault.open(() -> db.sql("SELECT person, sealed FROM pay.stated WHERE file = :file").param("file", file).query(Sealed.class).list());
        var stated = HashMap.<UUID, Pay>newHashMap(rows.size());
        rows.forEach(it -> stated.put(it.person(), Pay.of(sealing.open(SEALED_AS, file, it.person(), it.sealed()))));
        return stated;
    }

    /** Somebody's own of a year, and from which file it is. */
    public record Own(Brought file, Pay pay) {}

    /** Each year that counts, the newest first. */
    @Transactional
    List<Own> of(UUID person) {
        var sealing = seal.sealing();
        var own = new ArrayList<Own>();
        for (var year : db.sql("SELECT DISTINCT file.year FROM payroll.counted JOIN payroll.file ON file.id = counted.file ORDER BY file.year DESC").query(Integer.class).list()) {
            var file = counting(year).orElseThrow();
            vault.open(() -> db.sql("SELECT person, sealed FROM pay.stated WHERE file = :file AND person = :person").param("file", file.id()).param("person", person).query(Sealed.class).optional())
                    .ifPresent(it -> own.add(new Own(file, Pay.of(sealing.open(SEALED_AS, file.id(), person, it.sealed())))));
        }
        return own;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
