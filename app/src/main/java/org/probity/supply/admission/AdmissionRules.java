package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.Set;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the qualified list says when somebody asks before an order. Whoever began the way to the list is judged by it; of others it speaks only
 * where the list binds their category. A quotation from somebody not yet admitted is a warning: it is how one gets to know them.
 */
@Configuration
class AdmissionRules {
    /**
     * A question is met when one of the supplier's places that it speaks of is on the list of its day. Otherwise the place that is nearest to
     * it says what is missing: one that is not stopped first, then the one with the fewest missing legs.
     *
     * <p>To compute a place takes a millisecond, and this is asked 2,000 times a second; so it goes by what is kept of a place, which every fact forgets in
     * its own transaction, and computes where nothing is kept.
     */
    @Bean
    Rule orderingFromTheQualifiedList() {
        return new Rule("admission.qualified", 1, LocalDate.of(2024, 1, 1), "Supplier Development and Management Procedure",
                Set.of(Act.QUOTATION, Act.ORDER, Act.CONTRACT, Act.RENEWAL), """
                SELECT question.no,
                       CASE question.act WHEN 'QUOTATION' THEN 'WARN' ELSE 'STOP' END AS verdict,
                       CASE WHEN near.dossier IS NULL AND theirs.places > 0 THEN 'admission.rule.not-for'
                            WHEN near.dossier IS NULL THEN 'admission.rule.never'
                            WHEN near.suspension IS NOT NULL THEN 'admission.rule.stopped'
                            WHEN near.missing <> '{}' THEN 'admission.rule.missing'
                            WHEN near.outcome = 'REFUSE' THEN 'admission.rule.refused'
                            ELSE 'admission.rule.undecided'
                       END AS reason,
                       CASE WHEN near.suspension IS NULL AND near.missing <> '{}'
                            THEN jsonb_build_array((SELECT jsonb_build_object('en', string_agg(leg.name_en, ', ' ORDER BY leg.place),
                                                                              'zh', string_agg(leg.name_zh, '、' ORDER BY leg.place))
                                                      FROM admission.leg
                                                     WHERE leg.code = ANY (near.missing)))
                            ELSE '[]'
                       END AS words,
                       coalesce(near.record, near.opened) AS record,
                       CAST(NULL AS date) AS until_day
                  FROM question
                 CROSS JOIN LATERAL (SELECT count(*) AS places FROM admission.dossier WHERE dossier.supplier = question.supplier) AS theirs
                  LEFT JOIN LATERAL (SELECT standing.*, dossier.record AS opened
                                       FROM admission.dossier
                                      CROSS JOIN LATERAL admission.standing_of(dossier.id, question.day) AS standing
                                      WHERE dossier.supplier = question.supplier
                                        AND (question.category IS NULL OR dossier.category = question.category)
                                        AND (question.site IS NULL OR dossier.site = question.site)
                                      ORDER BY standing.outcome = 'ADMIT' AND standing.missing = '{}' AND standing.suspension IS NULL DESC NULLS LAST,
                                               standing.suspension IS NULL, cardinality(standing.missing), dossier.id
                                      LIMIT 1) AS near ON true
                 WHERE (theirs.places > 0 OR admission.list_binds(question.category, question.day, 'infinity'))
                   AND (near.outcome = 'ADMIT' AND near.missing = '{}' AND near.suspension IS NULL) IS NOT TRUE
                """);
    }
}
