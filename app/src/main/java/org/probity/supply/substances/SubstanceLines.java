package org.probity.supply.substances;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Asked;
import org.probity.supply.supplier.Asked.Counts;
import org.probity.supply.supplier.Asked.Sought;
import org.probity.supply.supplier.Typed;
import org.springframework.stereotype.Service;

/** What a year asked for, with what stands, a page at a time; renewals of the year too. */
@Service
class SubstanceLines {
    /** A paper that is asked for. @param mustCorrect faults in what came last; @param lookAt what a person should look at in it */
    record Line(
            UUID obligation, UUID supplier, String number, String nameEn, String nameZh, String kind, LocalDate dueDay, State state, @Nullable LocalDate validUntil,
            @Nullable UUID paper, @Nullable LocalDate reportDay, @Nullable String laboratory, @Nullable String listVersion, long mustCorrect, long lookAt) {}

    private final Asked asked;

    SubstanceLines(Asked asked) {
        this.asked = asked;
    }

    /** @param kind name of a {@link PaperKind}; anything else narrows nothing */
    static Sought sought(int year, String state, String kind, String words) {
        return new Sought(Typed.one(PaperKind.class, kind).map(it -> List.of(it.obligation())).orElseGet(PaperKind::obligations), year, state, words);
    }

    List<Line> page(Sought sought, int limit, long offset) {
        return asked.page(sought, limit, offset, """
                       , step.valid_until, paper.id AS paper, paper.report_day, paper.laboratory, edition.version AS list_version,
                       (SELECT count(*) FROM substances.finding WHERE finding.paper = paper.id AND severity = 'MUST_CORRECT') AS must_correct,
                       (SELECT count(*) FROM substances.finding WHERE finding.paper = paper.id AND severity = 'LOOK_AT') AS look_at
                """, """
                  LEFT JOIN LATERAL (SELECT id, report_day, laboratory, edition
                                       FROM substances.paper
                                      WHERE paper.obligation = shown.id
                                      ORDER BY received_at DESC, id
                                      LIMIT 1) AS paper ON true
                  LEFT JOIN substances.edition ON edition.id = paper.edition
                """)
                .query(Line.class).list();
    }

    /** How many {@link #page} finds. */
    long count(Sought sought) {
        return asked.count(sought);
    }

    Counts counts(int year) {
        return asked.counts(PaperKind.obligations(), year);
    }
}
