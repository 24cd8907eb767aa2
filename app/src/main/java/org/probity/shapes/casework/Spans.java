package org.probity.shapes.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long cases may take: the days of each room's pack, and those the house chose instead. */
@Service
public class Spans {
    static final int DAYS_MOST = 1000;

    private final JdbcClient db;
    private final ObjectProvider<CaseKind> kinds;
    private final Log log;
    private final Clock clock;

    Spans(JdbcClient db, ObjectProvider<CaseKind> kinds, Log log, Clock clock) {
        this.db = db;
        this.kinds = kinds;
        this.log = log;
        this.clock = clock;
    }

    List<CaseKind> kinds() {
        return kinds.stream().sorted(Comparator.comparing(CaseKind::key)).toList();
    }

    Optional<CaseKind> kind(String key) {
        return kinds.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** What holds for a severity on a day: what the house chose, else the pack of the room. */
    public Optional<CaseKind.Span> of(CaseKind kind, String severity, LocalDate day) {
        return db.sql("""
                SELECT severity, from_day, plan_days, close_days, source
                  FROM casework.span
                 WHERE kind = :kind
                   AND severity = :severity
                   AND from_day <= :day
                 ORDER BY from_day DESC, set_at DESC
                 LIMIT 1
                """)
                .param("kind", kind.key()).param("severity", severity).param("day", day)
                .query((row, n) -> new CaseKind.Span(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getInt(3), row.getInt(4), row.getString(5)))
                .optional()
                .or(() -> kind.spans().stream().filter(it -> it.severity().equals(severity) && !it.from().isAfter(day))
                        .max(Comparator.comparing(CaseKind.Span::from)));
    }

    /**
     * Chooses other days for a severity, from a day on. Open cases keep theirs.
     *
     * <p>Refusals: {@code casework.span-unknown} no such kind or severity; {@code casework.span-not-yours}; {@code casework.span-days} no days, or a
     * plan after the closing; {@code casework.span-source-missing}; {@code casework.day-past}.
     */
    @Transactional
    public Answer<CaseKind.Span> choose(String kind, String severity, LocalDate from, int planDays, int closeDays, String source, Me by) {
        var found = kind(kind).filter(it -> it.spans().stream().anyMatch(span -> span.severity().equals(severity)));
        if (found.isEmpty()) {
            return Answer.refused("severity", "casework.span-unknown");
        }
        if (!found.get().handledBy(by)) {
            return Answer.refused("", "casework.span-not-yours");
        }
        if (planDays < 1 || closeDays < planDays || closeDays > DAYS_MOST) {
            return Answer.refused("planDays", "casework.span-days", DAYS_MOST);
        }
        if (source.isBlank()) {
            return Answer.refused("source", "casework.span-source-missing");
        }
        if (from.isBefore(LocalDate.now(clock))) {
            return Answer.refused("from", "casework.day-past");
        }
        var record = log.record("casework.span", LocalDate.now(clock), Map.of("kind", kind, "severity", severity, "from", from.toString(),
                "plan_days", planDays, "close_days", closeDays, "by", by.account().toString()));
        db.sql("""
                INSERT INTO casework.span (kind, severity, from_day, plan_days, close_days, source, set_by, set_at, record)
                VALUES (:kind, :severity, :from, :plan, :close, :source, :by, :at, :record)
                """)
                .param("kind", kind).param("severity", severity).param("from", from).param("plan", planDays).param("close", closeDays)
                .param("source", source.strip()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(new CaseKind.Span(severity, from, planDays, closeDays, source.strip()));
    }
}
