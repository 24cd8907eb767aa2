package org.probity.people.pay;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grades and from where to where their fixed pay of a year goes, each from a day on. Everybody may read them. */
@Service
public class Bands {
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    /** @param low and {@code high}: yuan a year */
    public record Band(UUID id, String grade, LocalDate fromDay, BigDecimal low, BigDecimal high, String source, Instant setAt) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Bands(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A grade's range from a day on; what held before stays as it was.
     *
     * <p>Refusals: {@code pay.not-yours}; {@code pay.grade-wrong}; {@code pay.day-missing}; {@code pay.range-wrong} no amounts, or the upper below the lower; {@code pay.source-wrong}.
     */
    @Transactional
    public Answer<UUID> set(String grade, @Nullable LocalDate from, @Nullable BigDecimal low, @Nullable BigDecimal high, String source, Me by) {
        if (!by.is(Role.REMUNERATION)) {
            return Answer.refused("", "pay.not-yours");
        }
        if (!grade.strip().matches("[A-Za-z0-9][A-Za-z0-9.+-]{0,19}")) {
            return Answer.refused("grade", "pay.grade-wrong");
        }
        if (from == null) {
            return Answer.refused("from", "pay.day-missing");
        }
        if (low == null || high == null || low.signum() <= 0 || high.compareTo(low) < 0 || high.compareTo(MOST) > 0 || low.stripTrailingZeros().scale() > 2 || high.stripTrailingZeros().scale() > 2) {
            return Answer.refused("low", "pay.range-wrong");
        }
        if (source.isBlank() || source.strip().length() > 300) {
            return Answer.refused("source", "pay.source-wrong", 300);
        }
        var id = UUID.randomUUID();
        // A range is no person's pay; it may stand in the log.
        var record = log.record("pay.band", LocalDate.now(clock), Map.of("band", id.toString(), "grade", grade.strip(), "from", from.toString(), "low", low.toPlainString(), "high", high.toPlainString(), "by", by.account().toString()));
        db.sql("INSERT INTO payroll.band (id, grade, from_day, low, high, source, set_by, set_at, record) VALUES (:id, :grade, :from, :low, :high, :source, :by, :at, :record)")
                .param("id", id).param("grade", grade.strip()).param("from", from).param("low", low).param("high", high).param("source", source.strip()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(id);
    }

    /** What holds on a day, by grade. */
    public List<Band> on(LocalDate day) {
        return db.sql("""
                SELECT DISTINCT ON (length(grade), grade) id, grade, from_day, low, high, source, set_at FROM payroll.band WHERE from_day <= :day ORDER BY length(grade), grade, from_day DESC, set_at DESC
                """).param("day", day).query(Band.class).list();
    }

    Optional<Band> of(String grade, LocalDate day) {
        return on(day).stream().filter(it -> it.grade().equals(grade)).findFirst();
    }

    /** Everything that was ever set, the newest first. */
    List<Band> all() {
        return db.sql("SELECT id, grade, from_day, low, high, source, set_at FROM payroll.band ORDER BY from_day DESC, length(grade), grade, set_at DESC LIMIT 500").query(Band.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
