package org.probity.supply.minerals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Asked;
import org.probity.supply.supplier.Asked.Counts;
import org.probity.supply.supplier.Asked.Sought;
import org.springframework.stereotype.Service;

/** What a campaign asked for, a page at a time. */
@Service
class CampaignLines {
    /** A paper that a supplier owes. @param awaited the departments whose word is missing, blanks between */
    record Line(
            UUID obligation, UUID supplier, String number, String nameEn, String nameZh, String kind, LocalDate dueDay, State state,
            Instant at, @Nullable LocalDate validUntil, @Nullable UUID paper, String awaited, long mustCorrect, long lookAt) {}

    private final Asked asked;

    CampaignLines(Asked asked) {
        this.asked = asked;
    }

    static Sought sought(int year, String state, String words) {
        return new Sought(PaperKind.obligations(), year, state, words);
    }

    List<Line> page(Sought sought, int limit, long offset) {
        return asked.page(sought, limit, offset, """
                       , step.at, step.valid_until, paper.id AS paper,
                       coalesce((SELECT string_agg(department, ' ' ORDER BY department DESC)
                                   FROM minerals.awaited
                                  WHERE awaited.obligation = shown.id), '') AS awaited,
                       (SELECT count(*) FROM minerals.finding WHERE finding.paper = paper.id AND severity = 'MUST_CORRECT') AS must_correct,
                       (SELECT count(*) FROM minerals.finding WHERE finding.paper = paper.id AND severity = 'LOOK_AT') AS look_at
                """, """
                  LEFT JOIN LATERAL (SELECT id
                                       FROM minerals.paper
                                      WHERE paper.obligation = shown.id
                                      ORDER BY received_at DESC
                                      LIMIT 1) AS paper ON true
                """)
                .query(Line.class).list();
    }

    /** How many {@link #page} finds; without words the counts of the year say it already. */
    long count(Sought sought, Counts counts) {
        return sought.words().isEmpty() ? counts.in(sought.state()) : asked.count(sought);
    }

    Counts counts(int year) {
        return asked.counts(PaperKind.obligations(), year);
    }
}
