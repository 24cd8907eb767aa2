package org.probity.people.subsidy;

import java.math.BigDecimal;
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
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.subsidy.Scheme.Kind;
import org.probity.people.subsidy.Scheme.Per;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Schemes, their budgets, and the lists by which payroll pays what was agreed to. */
@Service
public class Schemes {
    public record Details(String code, @Nullable Kind kind, String nameEn, String nameZh, @Nullable Per per, @Nullable BigDecimal most, int times, boolean receipt, @Nullable LocalDate from, @Nullable LocalDate until, String source) {}

    public record Payment(UUID id, String number, int lines, BigDecimal total, UUID madeBy, java.time.Instant madeAt) {}

    /** What a list would hold now. */
    public record Due(int claims, BigDecimal total) {}

    private static final int NAME_LONGEST = 100;
    private static final int CODE_LONGEST = 20;
    private static final int SOURCE_LONGEST = 300;

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Schemes(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Human resources set a scheme, with its source.
     *
     * <p>Refusals: {@code subsidy.not-yours}, {@code subsidy.code-wrong}, {@code subsidy.code-taken}, {@code subsidy.kind-missing}, {@code subsidy.name-wrong}, {@code subsidy.per-missing}, {@code subsidy.amount-missing},
     * {@code subsidy.times-wrong}, {@code subsidy.day-missing}, {@code subsidy.days-turned}, {@code subsidy.source-wrong}.
     */
    @Transactional
    public Answer<UUID> set(Details it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "subsidy.not-yours");
        }
        var code = it.code().strip();
        if (code.isEmpty() || code.length() > CODE_LONGEST) {
            return Answer.refused("code", "subsidy.code-wrong", CODE_LONGEST);
        }
        if (it.kind() == null) {
            return Answer.refused("kind", "subsidy.kind-missing");
        }
        if (it.nameEn().isBlank() && it.nameZh().isBlank() || it.nameEn().length() > NAME_LONGEST || it.nameZh().length() > NAME_LONGEST) {
            return Answer.refused("nameEn", "subsidy.name-wrong", NAME_LONGEST);
        }
        if (it.per() == null) {
            return Answer.refused("per", "subsidy.per-missing");
        }
        if (it.most() == null || it.most().signum() <= 0) {
            return Answer.refused("most", "subsidy.amount-missing");
        }
        if (it.times() < 0 || it.times() > 366) {
            return Answer.refused("times", "subsidy.times-wrong");
        }
        if (it.from() == null) {
            return Answer.refused("from", "subsidy.day-missing");
        }
        if (it.until() != null && it.until().isBefore(it.from())) {
            return Answer.refused("until", "subsidy.days-turned");
        }
        if (it.source().isBlank() || it.source().strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "subsidy.source-wrong", SOURCE_LONGEST);
        }
        if (db.sql("SELECT EXISTS (SELECT FROM subsidy.scheme WHERE code = :code)").param("code", code).query(Boolean.class).single()) {
            return Answer.refused("code", "subsidy.code-taken");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO subsidy.scheme (id, code, kind, name_en, name_zh, per, most, times, receipt, from_day, until_day, source, set_by, set_at, record)
                VALUES (:id, :code, :kind, :en, :zh, :per, :most, :times, :receipt, :from, :until, :source, :by, :at, :record)
                """)
                .param("id", id).param("code", code).param("kind", it.kind().name()).param("en", it.nameEn().strip()).param("zh", it.nameZh().strip()).param("per", it.per().name()).param("most", it.most())
                .param("times", it.times() == 0 ? null : it.times()).param("receipt", it.receipt() ? "YES" : "NO").param("from", it.from()).param("until", it.until()).param("source", it.source().strip()).param("by", by.account())
                .param("at", now()).param("record", log.record("subsidy.scheme", it.from(), Map.of("scheme", code, "per", it.per().name(), "most", it.most().toPlainString()))).update();
        return Answer.done(id);
    }

    /**
     * Human resources set what a scheme may give in a year, never less than was agreed already.
     *
     * <p>Refusals: {@code subsidy.not-yours}, {@code subsidy.scheme-missing}, {@code subsidy.year-wrong}, {@code subsidy.amount-missing}, {@code subsidy.budget-less} with what was agreed.
     */
    @Transactional
    public Answer<UUID> budget(@Nullable UUID scheme, int year, @Nullable BigDecimal amount, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "subsidy.not-yours");
        }
        if (scheme != null) {
            db.sql("SELECT FROM subsidy.scheme WHERE id = :id FOR NO KEY UPDATE").param("id", scheme).query((row, n) -> row).optional();
        }
        var found = scheme == null ? Optional.<Scheme>empty() : find(scheme, year);
        if (found.isEmpty()) {
            return Answer.refused("scheme", "subsidy.scheme-missing");
        }
        if (year < 2000 || year > 2200) {
            return Answer.refused("year", "subsidy.year-wrong");
        }
        if (amount == null || amount.signum() < 0) {
            return Answer.refused("amount", "subsidy.amount-missing");
        }
        if (amount.compareTo(found.get().agreed()) < 0) {
            return Answer.refused("amount", "subsidy.budget-less", found.get().agreed());
        }
        db.sql("INSERT INTO subsidy.budget (id, scheme, year, amount, set_by, set_at, record) VALUES (gen_random_uuid(), :scheme, :year, :amount, :by, :at, :record)").param("scheme", scheme).param("year", year)
                .param("amount", amount).param("by", by.account()).param("at", now())
                .param("record", log.record("subsidy.budget", today(), Map.of("scheme", found.get().code(), "year", year, "amount", amount.toPlainString()))).update();
        return Answer.done(scheme);
    }

    /**
     * Human resources make a list of all that was agreed to and stands in none yet.
     *
     * <p>Refusals: {@code subsidy.not-yours}; {@code subsidy.nothing-due}; {@code subsidy.seen-changed} it is no longer what was shown.
     */
    @Transactional
    public Answer<UUID> pay(int claims, @Nullable BigDecimal total, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "subsidy.not-yours");
        }
        db.sql("LOCK TABLE subsidy.line IN SHARE ROW EXCLUSIVE MODE").update();
        record Line(UUID claim, String number, BigDecimal amount) {}
        var lines = db.sql("""
                SELECT answer.claim, claim.number, answer.amount
                  FROM subsidy.answer
                  JOIN subsidy.claim ON claim.id = answer.claim
                 WHERE answer.outcome = 'AGREED' AND NOT EXISTS (SELECT FROM subsidy.line WHERE line.claim = answer.claim)
                 ORDER BY claim.number
                """).query(Line.class).list();
        if (lines.isEmpty()) {
            return Answer.refused("", "subsidy.nothing-due");
        }
        var sum = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total == null || claims != lines.size() || sum.compareTo(total) != 0) {
            return Answer.refused("", "subsidy.seen-changed");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO subsidy.payment (id, number, lines, total, made_by, made_at, record) VALUES (:id, 'P' || :year || '-' || lpad(nextval('subsidy.number')::text, 6, '0'), :lines, :total, :by, :at, :record)").param("id", id)
                .param("year", today().getYear()).param("lines", lines.size()).param("total", sum).param("by", by.account()).param("at", now())
                .param("record", log.recordBatch("subsidy.payment", today(), Map.of("payment", id.toString(), "total", sum.toPlainString()),
                        lines.stream().map(it -> Map.of("claim", it.number(), "amount", it.amount().toPlainString())).toList())).update();
        lines.forEach(it -> db.sql("INSERT INTO subsidy.line (claim, payment, amount) VALUES (:claim, :payment, :amount)").param("claim", it.claim()).param("payment", id).param("amount", it.amount()).update());
        return Answer.done(id);
    }

    Due due() {
        return db.sql("SELECT count(*)::int AS claims, coalesce(sum(answer.amount), 0) AS total FROM subsidy.answer WHERE answer.outcome = 'AGREED' AND NOT EXISTS (SELECT FROM subsidy.line WHERE line.claim = answer.claim)")
                .query(Due.class).single();
    }

    List<Payment> payments() {
        return db.sql("SELECT id, number, lines, total, made_by, made_at FROM subsidy.payment ORDER BY made_at DESC").query(Payment.class).list();
    }

    Optional<Payment> payment(UUID id) {
        return payments().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    List<Claim> lines(UUID payment) {
        return db.sql(Subsidies.SELECT + " WHERE line.payment = :payment ORDER BY claim.number").param("payment", payment).query(Claim.class).list();
    }

    private static final String SELECT = """
            SELECT scheme.id, scheme.code, scheme.kind, scheme.name_en, scheme.name_zh, scheme.per, scheme.most, scheme.times, scheme.receipt = 'YES' AS receipt, scheme.from_day, scheme.until_day, scheme.source,
                   (SELECT budget.amount FROM subsidy.budget WHERE budget.scheme = scheme.id AND budget.year = :year ORDER BY budget.set_at DESC LIMIT 1) AS budget,
                   coalesce((SELECT sum(answer.amount) FROM subsidy.answer JOIN subsidy.claim ON claim.id = answer.claim WHERE claim.scheme = scheme.id AND extract(year FROM claim.from_day) = :year), 0) AS agreed
              FROM subsidy.scheme
            """;

    List<Scheme> all(int year) {
        return db.sql(SELECT + " ORDER BY scheme.kind, scheme.code").param("year", year).query(Scheme.class).list();
    }

    Optional<Scheme> find(UUID id, int year) {
        return db.sql(SELECT + " WHERE scheme.id = :id").param("id", id).param("year", year).query(Scheme.class).optional();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
