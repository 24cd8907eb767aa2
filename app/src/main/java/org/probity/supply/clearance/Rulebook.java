package org.probity.supply.clearance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.proof.Json;

/** All rules of a house, by key, and the one statement in which they answer. */
record Rulebook(List<Rule> rules) {
    Rulebook {
        rules = rules.stream().sorted(Comparator.comparing(Rule::key)).toList();
        if (rules.stream().map(Rule::key).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("two rules bear the same key: " + rules.stream().map(Rule::key).toList());
        }
    }

    /** What was asked of a supplier: rules, versions, acts. */
    Json content() {
        return Json.of(rules.stream().map(it -> Map.of("key", it.key(), "version", it.version(), "since", it.since(), "source", it.source(),
                "acts", it.acts().stream().map(Act::name).sorted().toList())).toList());
    }

    /** The same rules have the same id on every node. */
    UUID id() {
        return UUID.nameUUIDFromBytes(content().canonical());
    }

    /**
     * Takes ids, suppliers, suppliers' numbers, categories, sites, acts, askers and references as arrays, then the day, the moment and this
     * book's id. Gives a row for each question that can be answered: one whose supplier, category and site the register knows, the site
     * being the supplier's.
     *
     * <p>A reason is kept as an array without names, because there are many of them:
     * {@code [rule, version, verdict, key, words, record, index, until, exception]}.
     *
     * @param kept whether the answers are written down, or only looked at; what is written down comes with the state of the database it goes by
     */
    String sql(boolean kept) {
        return """
                WITH sent AS MATERIALIZED (
                    SELECT no::int, id, COALESCE((SELECT name.now FROM supplier.name WHERE name.id = a.supplier),
                                             (SELECT name.now FROM supplier.name WHERE name.number = a.number)) AS supplier,
                           category, site, act, by, reference, day, at, rulebook
                      FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::text[]) WITH ORDINALITY
                               AS a (id, supplier, number, category, site, act, by, reference, no),
                           (SELECT ?::date AS day, ?::timestamptz AS at, ?::uuid AS rulebook) AS now
                ), asked AS MATERIALIZED (
                    SELECT *
                      FROM sent
                     WHERE supplier IS NOT NULL
                       AND (category IS NULL OR EXISTS (SELECT FROM supplier.category_known WHERE code = sent.category))
                       AND (site IS NULL OR EXISTS (SELECT FROM supplier.site_of WHERE site_of.site = sent.site AND site_of.supplier = sent.supplier))
                ), question AS (
                    SELECT no, supplier, category, site, act, day FROM asked
                ), objection AS (
                    """ + objections() + """
                ), judged AS (
                    SELECT o.no, o.rule,
                           CASE WHEN o.verdict = 'WARN' OR o.verdict = 'STOP' AND x.until_day IS NOT NULL THEN 'WARNED' ELSE 'NO' END AS outcome,
                           jsonb_build_array(o.rule, o.version, o.verdict, o.reason, o.words, o.record, place.index, o.until_day, x.until_day) AS told
                      FROM objection AS o
                      JOIN asked ON asked.no = o.no
                      LEFT JOIN log.place ON place.record = o.record
                      LEFT JOIN LATERAL (
                               SELECT max(e.until_day) AS until_day
                                 FROM clearance.exception_in_force AS e
                                WHERE o.verdict = 'STOP'
                                  AND e.supplier = asked.supplier
                                  AND e.until_day >= asked.day
                                  AND asked.act = ANY (e.acts)
                                  AND o.rule = ANY (e.rules)) AS x ON TRUE
                ), told AS (
                    SELECT no, min(outcome) AS outcome, jsonb_agg(told ORDER BY outcome, rule) AS reasons FROM judged GROUP BY no
                ), answer AS (
                    SELECT asked.id, asked.at, asked.by AS asked_by, asked.supplier, asked.category, asked.site, asked.act, asked.reference,
                           COALESCE(told.outcome, 'YES') AS outcome, asked.rulebook, told.reasons
                      FROM asked
                      LEFT JOIN told ON told.no = asked.no
                )
                """ + (kept ? """
                INSERT INTO clearance.answer (id, at, asked_by, supplier, category, site, act, reference, outcome, rulebook, reasons)
                SELECT id, at, asked_by, supplier, category, site, act, reference, outcome, rulebook, reasons FROM answer
                RETURNING *, pg_current_snapshot()::text AS state, pg_postmaster_start_time()::text AS house
                """ : "SELECT * FROM answer");
    }

    private String objections() {
        if (rules.isEmpty()) {
            return "SELECT NULL::int AS no, NULL AS rule, 1 AS version, 'STOP' AS verdict, NULL AS reason, NULL::jsonb AS words, NULL::uuid AS record, "
                    + "NULL::date AS until_day WHERE FALSE";
        }
        return IntStream.range(0, rules.size()).mapToObj(it -> objection(rules.get(it), "r" + it)).collect(Collectors.joining("\nUNION ALL\n"));
    }

    /** Keys and acts have no quote in them, so they may stand in the text. */
    private static String objection(Rule rule, String alias) {
        return "SELECT no, '" + rule.key() + "' AS rule, " + rule.version() + " AS version, verdict, reason, words, record, until_day\n"
                + "  FROM (WITH question AS (SELECT * FROM question WHERE day >= DATE '" + rule.since() + "' AND act = ANY ('{"
                + rule.acts().stream().map(Act::name).sorted().collect(Collectors.joining(",")) + "}'))\n"
                + rule.sql() + ") AS " + alias + " (no, verdict, reason, words, record, until_day)";
    }
}
