package org.probity.people.reward;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.vault.Vault;
import org.probity.proof.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists for payroll: of a split, or of what a year brought by a plan of units. A list is kept as it was made; what stood in one stands in no other, so that nobody is paid twice, and payroll's file of the year is held against them.
 */
@Service
public class PayLists {
    private static final String SEALED_AS = "listed";
    /** Fen of a list, a million million yuan: whatever comes to more came of a wrong number. */
    private static final long FEN_MOST = 100_000_000_000_000L;

    public enum Kind { GAIN, UNITS }

    /** A list, without anybody in it. */
    public record Made(UUID id, Kind kind, UUID source, int year, int no, int lines, UUID madeBy, Instant madeAt) {}

    /** @param what such as {@code gain} or {@code dividend 2026 of 2022} @param fen what is to be paid */
    public record Line(UUID person, String number, String nameEn, String nameZh, String what, long fen) {}

    private record Due(UUID person, UUID source, String what, long fen) {}

    private record Kept(UUID person, UUID source, String what, UUID list, byte[] sealed) {}

    private final JdbcClient db;
    private final Splits splits;
    private final SplitParts parts;
    private final Periods periods;
    private final UnitPlans unitPlans;
    private final UnitHoldings units;
    private final PaySeal seal;
    private final Vault vault;
    private final Log log;
    private final Clock clock;

    PayLists(JdbcClient db, Splits splits, SplitParts parts, Periods periods, UnitPlans unitPlans, UnitHoldings units, PaySeal seal, Vault vault, Log log, Clock clock) {
        this.db = db;
        this.splits = splits;
        this.parts = parts;
        this.periods = periods;
        this.unitPlans = unitPlans;
        this.units = units;
        this.seal = seal;
        this.vault = vault;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Lists the parts of a split that was agreed to.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.split-unknown} none that was agreed to; {@code reward.nothing-due} all stands in lists, or nobody has any.
     */
    @Transactional
    public Answer<UUID> ofSplit(UUID id, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var split = splits.find(id).filter(it -> it.agreedAt() != null);
        if (split.isEmpty()) {
            return Answer.refused("", "reward.split-unknown");
        }
        var due = parts.amounts(id).entrySet().stream().filter(it -> it.getValue() > 0).map(it -> new Due(it.getKey(), id, "gain", it.getValue())).toList();
        return make(Kind.GAIN, id, periods.find(split.get().period()).orElseThrow().untilDay().getYear(), due, by);
    }

    /**
     * Lists what a year brought by a plan of units, and stands in no list yet.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.plan-unknown}; {@code reward.dividend-missing}, {@code reward.value-missing} nobody said it of that year, and somebody's line needs it; {@code reward.reason-missing} somebody
     * who holds units is no longer engaged and nobody said why; {@code reward.nothing-due}.
     */
    @Transactional
    public Answer<UUID> ofUnits(UUID id, int year, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var plan = unitPlans.find(id).filter(UnitPlans.Named::agreed);
        if (plan.isEmpty()) {
            return Answer.refused("", "reward.plan-unknown");
        }
        return switch (units.due(plan.get(), year)) {
            case Answer.Refused<List<UnitHoldings.Due>>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<List<UnitHoldings.Due>>(var all) -> make(Kind.UNITS, id, year, all.stream().map(it -> new Due(it.person(), it.giving(), it.kind() + " " + year + " of " + it.yearGiven(), it.fen())).toList(), by);
        };
    }

    private Answer<UUID> make(Kind kind, UUID source, int year, List<Due> all, Me by) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('reward.pay_list ' || :source))").param("source", source.toString()).query((row, n) -> n).single();
        var listed = new HashSet<String>();
        vault.open(() -> db.sql("SELECT person, source, what FROM pay.listed WHERE source = ANY (:sources)").param("sources", all.stream().map(Due::source).distinct().toArray(UUID[]::new))
                .query((row, n) -> row.getString(1) + row.getString(2) + row.getString(3)).list()).forEach(listed::add);
        var due = all.stream().filter(it -> !listed.contains(it.person().toString() + it.source() + it.what())).toList();
        if (due.isEmpty()) {
            return Answer.refused("", "reward.nothing-due");
        }
        if (due.stream().anyMatch(it -> it.fen() > FEN_MOST) || due.stream().mapToLong(Due::fen).sum() > FEN_MOST) {
            return Answer.refused("", "reward.list-large");
        }
        var id = UUID.randomUUID();
        var sealing = seal.sealing();
        var sealed = due.stream().map(it -> HexFormat.of().formatHex(sealing.seal(SEALED_AS, id, it.person(), it.what() + "\t" + it.fen()))).toList();
        // The root is over what lies sealed: nobody finds an amount by trying.
        var record = log.recordBatch("reward.pay-list", LocalDate.now(clock), Map.of("list", id.toString(), "kind", kind.name(), "source", source.toString(), "year", year, "by", by.account().toString()),
                sealed.stream().map(it -> Map.of("sealed", Hash.sha256(HexFormat.of().parseHex(it)).hex())).toList());
        db.sql("""
                INSERT INTO reward.pay_list (id, kind, source, year, no, lines, made_by, made_at, record)
                SELECT :id, :kind, :source, :year, 1 + count(*), :lines, :by, :at, :record FROM reward.pay_list WHERE source = :source AND year = :year
                """)
                .param("id", id).param("kind", kind.name()).param("source", source).param("year", year).param("lines", due.size()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        vault.open(() -> db.sql("""
                INSERT INTO pay.listed (person, source, what, list, sealed)
                SELECT of.person, of.source, of.what, :list, decode(of.sealed, 'hex') FROM unnest(CAST(:people AS uuid[]), CAST(:sources AS uuid[]), CAST(:whats AS text[]), CAST(:sealed AS text[])) AS of (person, source, what, sealed)
                """)
                .param("list", id).param("people", due.stream().map(Due::person).toArray(UUID[]::new)).param("sources", due.stream().map(Due::source).toArray(UUID[]::new))
                .param("whats", due.stream().map(Due::what).toArray(String[]::new)).param("sealed", sealed.toArray(String[]::new))
                .update());
        return Answer.done(id);
    }

    private static final String SELECT = "SELECT id, kind, source, year, no, lines, made_by, made_at FROM reward.pay_list";

    public Optional<Made> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Made.class).optional();
    }

    /** Of a split or a plan, the newest first. */
    public List<Made> of(UUID source) {
        return db.sql(SELECT + " WHERE source = :source ORDER BY made_at DESC").param("source", source).query(Made.class).list();
    }

    private static long fen(PaySeal.Sealing sealing, Kept it) {
        var words = sealing.open(SEALED_AS, it.list(), it.person(), it.sealed());
        return Long.parseLong(words.substring(words.indexOf('\t') + 1));
    }

    /** By number. Who was forgotten since stands in it no more. */
    @Transactional
    public List<Line> lines(UUID list) {
        var sealing = seal.sealing();
        var rows = vault.open(() -> db.sql("SELECT person, source, what, list, sealed FROM pay.listed WHERE list = :list").param("list", list).query(Kept.class).list());
        record Name(UUID id, String number, String nameEn, String nameZh) {}
        var names = new HashMap<UUID, Name>();
        db.sql("SELECT id, number, name_en, name_zh FROM directory.name WHERE id = ANY (:people)").param("people", rows.stream().map(Kept::person).distinct().toArray(UUID[]::new)).query(Name.class).list().forEach(it -> names.put(it.id(), it));
        return rows.stream().filter(it -> names.containsKey(it.person())).map(it -> {
            var name = Objects.requireNonNull(names.get(it.person()));
            return new Line(it.person(), name.number(), name.nameEn(), name.nameZh(), it.what(), fen(sealing, it));
        }).sorted(Comparator.comparing(Line::number).thenComparing(Line::what)).toList();
    }

    /** Somebody's own line. */
    record Own(LocalDate day, String what, long fen) {}

    /** What payroll was given to pay somebody, the newest first. */
    @Transactional
    List<Own> own(UUID person) {
        var sealing = seal.sealing();
        var days = new HashMap<UUID, LocalDate>();
        var rows = vault.open(() -> db.sql("SELECT person, source, what, list, sealed FROM pay.listed WHERE person = :person").param("person", person).query(Kept.class).list());
        rows.stream().map(Kept::list).distinct().forEach(list -> days.put(list, LocalDate.ofInstant(find(list).orElseThrow().madeAt(), clock.getZone())));
        return rows.stream().map(it -> new Own(Objects.requireNonNull(days.get(it.list())), it.what(), fen(sealing, it))).sorted(Comparator.comparing(Own::day).reversed().thenComparing(Own::what)).toList();
    }

    /** By which payroll and the house know that they have the same list. */
    static String hash(List<Line> lines) {
        var all = new StringBuilder();
        lines.forEach(it -> all.append(it.number()).append(',').append(it.what()).append(',').append(Splits.yuan(it.fen()).toPlainString()).append('\n'));
        return Hash.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** That a list was taken out of the house. */
    @Transactional
    void taken(Made list, Me by) {
        log.record("reward.pay-list-taken", LocalDate.now(clock), Map.of("list", list.id().toString(), "by", by.account().toString()));
    }

    /** What lists of units that were made between two moments say, in fen: for the room that holds payroll's word against it. */
    @Transactional
    public Map<UUID, Long> unitsIn(Instant from, Instant until) {
        var sealing = seal.sealing();
        var sums = new HashMap<UUID, Long>();
        vault.open(() -> db.sql("""
                SELECT listed.person, listed.source, listed.what, listed.list, listed.sealed FROM pay.listed JOIN reward.pay_list AS list ON list.id = listed.list
                 WHERE list.kind = 'UNITS' AND list.made_at >= :from AND list.made_at < :until
                """).param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC)).query(Kept.class).list()).forEach(it -> sums.merge(it.person(), fen(sealing, it), Long::sum));
        return sums;
    }

    /** Who stands in lists that were made between two moments. */
    @Transactional
    public List<UUID> peopleIn(Instant from, Instant until) {
        return vault.open(() -> db.sql("SELECT DISTINCT listed.person FROM pay.listed JOIN reward.pay_list AS list ON list.id = listed.list WHERE list.made_at >= :from AND list.made_at < :until")
                .param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC)).query(UUID.class).list());
    }
}
