package org.probity.supply.esg;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where points come from. Each reads what its room publishes. */
@Configuration
class EsgFactors {
    /** Points of which a supplier is never told: whoever knows that its name is compared, or was found, moves its business to another one. */
    static final String UNTOLD = "alerts";

    /** What is missing to a full score: of accepted answers of this year or the one before, the newest of each form, in equal parts over the forms of a side. */
    @Bean
    static Factor riskOfAnswers() {
        return new Factor("answers", """
                WITH newest AS (
                    SELECT DISTINCT ON (standing.party, standing.kind) standing.id, standing.party, standing.kind, standing.period
                      FROM obligation.standing
                     WHERE standing.kind IN ('esg.process', 'esg.social', 'esg.ehs', 'esg.environment', 'esg.form')
                       AND standing.state IN ('MET', 'LAPSED')
                       AND standing.period >= extract(year FROM CAST(:day AS date)) - 1
                     ORDER BY standing.party, standing.kind, standing.period DESC
                ), marked AS (
                    SELECT newest.party, newest.kind, newest.period, scored.pillar, scored.score, obligation.accepted_record(newest.id, 'infinity') AS record,
                           count(*) OVER (PARTITION BY newest.party, scored.pillar) AS forms
                      FROM newest
                      JOIN form.scored_at('infinity') AS scored ON scored.about = newest.id AND scored.pillar <> ''
                )
                SELECT marked.party AS supplier, marked.pillar, round((100 - marked.score) * rule.points / marked.forms, 2) AS points, 'esg.because.answers' AS reason,
                       jsonb_build_array(jsonb_build_object('key', marked.kind), marked.period::text, trunc(marked.score, 1)) AS words, marked.record
                  FROM marked
                  JOIN rule ON rule.key = 'answers.mark'
                """);
    }

    /** No side is safe because nobody asked. */
    @Bean
    static Factor riskOfSilence() {
        return new Factor("silence", """
                SELECT active.supplier, side.pillar, rule.points, 'esg.because.silence' AS reason, '[]'::jsonb AS words, NULL::uuid AS record
                  FROM supplier.active(:day, 'infinity') AS active
                 CROSS JOIN (VALUES ('E'), ('S'), ('G')) AS side (pillar)
                  JOIN rule ON rule.key = 'answers.none'
                 WHERE NOT EXISTS (SELECT FROM obligation.standing
                                     JOIN form.scored_at('infinity') AS scored ON scored.about = standing.id AND scored.pillar = side.pillar
                                    WHERE standing.party = active.supplier
                                      AND standing.kind IN ('esg.process', 'esg.social', 'esg.ehs', 'esg.environment', 'esg.form')
                                      AND standing.state IN ('MET', 'LAPSED')
                                      AND standing.period >= extract(year FROM CAST(:day AS date)) - 1)
                """);
    }

    @Bean
    static Factor riskOfLateAnswers() {
        return new Factor("late", """
                SELECT standing.party AS supplier, 'G' AS pillar, rule.points, 'esg.because.late' AS reason,
                       jsonb_build_array(jsonb_build_object('key', standing.kind), standing.due_day::text) AS words, standing.record
                  FROM obligation.standing
                  JOIN rule ON rule.key = 'answers.late'
                 WHERE standing.kind IN ('esg.process', 'esg.social', 'esg.ehs', 'esg.environment', 'esg.form')
                   AND standing.state IN ('OWED', 'SENT_BACK')
                   AND standing.due_day < :day
                """);
    }

    /** Of the supplier's country; one without a rule of its own takes that of the others. */
    @Bean
    static Factor riskOfCountry() {
        return new Factor("country", """
                SELECT name.id AS supplier, side.pillar, coalesce(own.points, other.points) AS points, 'esg.because.country' AS reason,
                       jsonb_build_array(name.country) AS words, NULL::uuid AS record
                  FROM supplier.name
                 CROSS JOIN (VALUES ('E'), ('S'), ('G')) AS side (pillar)
                  LEFT JOIN rule AS own ON own.key = 'country.' || name.country || '.' || side.pillar
                  LEFT JOIN rule AS other ON other.key = 'country.other.' || side.pillar
                """);
    }

    @Bean
    static Factor riskOfCategory() {
        return new Factor("category", """
                SELECT name.id AS supplier, side.pillar, rule.points, 'esg.because.category' AS reason,
                       jsonb_build_array(jsonb_build_object('en', name.category_en, 'zh', name.category_zh)) AS words, NULL::uuid AS record
                  FROM supplier.name
                 CROSS JOIN (VALUES ('E'), ('S'), ('G')) AS side (pillar)
                  JOIN rule ON rule.key = 'category.' || name.category || '.' || side.pillar
                """);
    }

    /** A ban in force: an accident is about people, a spill about the environment, everything else about governance. */
    @Bean
    static Factor riskOfBarred() {
        return new Factor("barred", """
                SELECT barred.supplier, CASE barred.ground WHEN 'SAFETY_ACCIDENT' THEN 'S' WHEN 'ENVIRONMENT' THEN 'E' ELSE 'G' END AS pillar,
                       rule.points, 'esg.because.barred' AS reason, jsonb_build_array(barred.from_day::text) AS words, barred.record
                  FROM blacklist.barred
                  JOIN rule ON rule.key = 'barred'
                 WHERE barred.in_force @> CAST(:day AS date)
                """);
    }

    /** What was found on site and is not put right yet; labour stands among the questions on business. */
    @Bean
    static Factor riskOfFindings() {
        return new Factor("findings", """
                SELECT found.supplier,
                       CASE WHEN found.topic = 'ENVIRONMENT' THEN 'E' WHEN found.topic IN ('SAFETY', 'MINERALS') OR found.clause LIKE 'RBA A%' THEN 'S' ELSE 'G' END AS pillar,
                       rule.points, 'esg.because.finding' AS reason,
                       jsonb_build_array(jsonb_build_object('key', 'audit.finding.' || found.severity), jsonb_build_object('en', found.title_en, 'zh', found.title_zh)) AS words,
                       coalesce(standing.record, found.record) AS record
                  FROM audit.found
                  JOIN casework.standing ON standing.kind = 'audit.finding' AND standing.subject = found.id AND standing.state <> 'CLOSED'
                  JOIN rule ON rule.key = 'finding.' || found.severity
                """);
    }

    /** Corrective actions of any room that are past their closing day. */
    @Bean
    static Factor riskOfLateCases() {
        return new Factor("cases", """
                SELECT standing.supplier, 'G' AS pillar, rule.points, 'esg.because.case' AS reason,
                       jsonb_build_array(jsonb_build_object('en', standing.title_en, 'zh', standing.title_zh), standing.close_due_day::text) AS words, standing.record
                  FROM casework.standing
                  JOIN rule ON rule.key = 'case.late'
                 WHERE standing.state <> 'CLOSED'
                   AND standing.close_due_day < :day
                """);
    }

    /** A name on a list of restricted parties, while somebody looks at it and when it is true. */
    @Bean
    static Factor riskOfAlerts() {
        return new Factor(UNTOLD, """
                SELECT standing.supplier, 'G' AS pillar, rule.points, 'esg.because.alert.' || standing.state AS reason,
                       jsonb_build_array(jsonb_build_object('en', standing.list_en, 'zh', standing.list_zh)) AS words, standing.record
                  FROM screening.standing
                  JOIN rule ON rule.key = 'alert.' || standing.state
                """);
    }
}
