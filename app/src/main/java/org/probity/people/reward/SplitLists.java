package org.probity.people.reward;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a split leaves the house for whoever reckons again. What payroll gets is a list of its own ({@link PayLists}). */
@Service
public class SplitLists {
    private final JdbcClient db;
    private final Splits splits;
    private final SplitParts parts;
    private final Periods periods;
    private final Log log;
    private final Clock clock;

    SplitLists(JdbcClient db, Splits splits, SplitParts parts, Periods periods, Log log, Clock clock) {
        this.db = db;
        this.splits = splits;
        this.parts = parts;
        this.periods = periods;
        this.log = log;
        this.clock = clock;
    }

    enum Handing { WEIGHTS, PACKAGE }

    /**
     * Weights under names that mean nothing, from which anybody reckons the split again; that they were handed out is kept.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.split-unknown} none that was agreed to.
     */
    @Transactional
    public Answer<byte[]> weights(UUID id, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.ASSURER) && !by.is(Role.UNION)) {
            return Answer.refused("", "reward.not-yours");
        }
        var split = splits.find(id).filter(it -> it.agreedAt() != null);
        if (split.isEmpty()) {
            return Answer.refused("", "reward.split-unknown");
        }
        noteHanding(id, Handing.WEIGHTS, by);
        return Answer.done(weights(split.get()).getBytes(StandardCharsets.UTF_8));
    }

    /** Who took a list, and when, is kept. */
    void noteHanding(UUID id, Handing kind, Me by) {
        var record = log.record("reward.handed-out", LocalDate.now(clock), Map.of("split", id.toString(), "kind", kind.name(), "by", by.account().toString()));
        db.sql("INSERT INTO reward.handed_out (id, split, kind, by, at, record) VALUES (gen_random_uuid(), :split, :kind, :by, :at, :record)")
                .param("split", id).param("kind", kind.name()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
    }

    private String weights(Split split) {
        var period = periods.find(split.period()).orElseThrow();
        var factors = new HashMap<String, BigDecimal>();
        splits.units(split, period).forEach(it -> factors.put(it.code(), it.factor()));
        var csv = new StringBuilder("code,unit,unit_factor,grade_factor,rating_factor,days_present,days_scheduled,fen\n");
        parts.of(split.id()).forEach(it -> csv.append(String.join(",", it.code(), it.unit(), there(factors.get(it.unit())).toPlainString(), it.gradeFactor().toPlainString(), it.ratingFactor().toPlainString(),
                String.valueOf(it.scheduled() - it.absent()), String.valueOf(it.scheduled()), String.valueOf(it.amount()))).append('\n'));
        return csv.toString();
    }

    private static <T> T there(@Nullable T it) {
        return Objects.requireNonNull(it);
    }
}
