package org.probity.people.labour;

import java.util.List;
import org.probity.people.labour.Check.Severity;

/** All checks, in the order of a working life. Numbers stand in {@code labour.rule}; where a place has none, a check says nothing there. */
final class Checks {
    private Checks() {}

    /** Labour Law of the PRC, art. 15: at the offer and at the first shift, by a document that somebody held. */
    static final Check AGE = new Check("age", Severity.BLOCK, true, """
            SELECT at_work.person, at_work.place, '' AS about, law.rule, CASE WHEN identity.id IS NULL THEN 'age-unknown' ELSE 'age-young' END AS key,
                   jsonb_build_array(at_work.since, law.value) AS args
              FROM at_work
              JOIN law ON law.country = at_work.country AND law.region = at_work.region AND law.key = 'min-age'
              LEFT JOIN labour.identity ON identity.person = at_work.person AND identity.superseded_at IS NULL
             WHERE identity.id IS NULL OR identity.born + make_interval(years => law.value::int) > at_work.since
            """);

    /** Whoever worked before they were of age, whatever a plan said. */
    static final Check CHILD = new Check("child", Severity.BLOCK, true, """
            SELECT spent.person, spent.place, to_char(CAST(:first AS date), 'YYYY-MM') AS about, law.rule, 'child' AS key, jsonb_build_array(count(*), law.value) AS args
              FROM spent
              JOIN labour.identity ON identity.person = spent.person AND identity.superseded_at IS NULL
              JOIN law ON law.country = spent.country AND law.region = spent.region AND law.key = 'min-age'
             WHERE spent.worked > 0 AND spent.day >= :first AND spent.day < identity.born + make_interval(years => law.value::int)
             GROUP BY spent.person, spent.place, law.rule, law.value
            """);

    /** Labour Law, art. 58 and 65; Provisions on special protection of juvenile workers: registration, health check, no night, no overtime. */
    static final Check JUVENILE = new Check("juvenile", Severity.BLOCK, true, """
            WITH juvenile AS (
                SELECT at_work.person, at_work.place, at_work.since, identity.born + make_interval(years => law.value::int) AS grown, law.rule, law.value
                  FROM at_work
                  JOIN labour.identity ON identity.person = at_work.person AND identity.superseded_at IS NULL
                  JOIN law ON law.country = at_work.country AND law.region = at_work.region AND law.key = 'adult-age'
                 WHERE identity.born + make_interval(years => law.value::int) > :day
            )
            SELECT juvenile.person, juvenile.place, needed.key AS about, juvenile.rule, needed.key, jsonb_build_array(juvenile.since) AS args
              FROM juvenile
             CROSS JOIN (VALUES ('juvenile-registration', 'JUVENILE_REGISTRATION'), ('juvenile-health', 'HEALTH_CHECK')) AS needed (key, kind)
             WHERE NOT EXISTS (SELECT FROM labour.paper WHERE paper.person = juvenile.person AND paper.kind = needed.kind AND paper.withdrawn_at IS NULL
                                  AND paper.day <= :day AND (needed.kind <> 'HEALTH_CHECK' OR paper.day > CAST(:day AS date) - interval '1 year'))
            UNION ALL
            SELECT juvenile.person, juvenile.place, 'night ' || to_char(CAST(:first AS date), 'YYYY-MM'), juvenile.rule, 'juvenile-night', jsonb_build_array(count(*))
              FROM juvenile
              JOIN nights ON nights.person = juvenile.person AND nights.day < juvenile.grown
             GROUP BY juvenile.person, juvenile.place, juvenile.rule
            UNION ALL
            SELECT juvenile.person, juvenile.place, 'overtime ' || to_char(CAST(:first AS date), 'YYYY-MM'), juvenile.rule, 'juvenile-overtime', jsonb_build_array(count(*))
              FROM juvenile
              JOIN spent ON spent.person = juvenile.person AND spent.day >= :first AND spent.day < juvenile.grown AND spent.extra > 0
             GROUP BY juvenile.person, juvenile.place, juvenile.rule
            """);

    /** Labour Contract Law of the PRC, art. 10. */
    static final Check WRITTEN = new Check("written", Severity.OWED, true, """
            SELECT at_work.person, at_work.place, '' AS about, law.rule, 'written' AS key, jsonb_build_array(at_work.since, law.value) AS args
              FROM at_work
              JOIN law ON law.country = at_work.country AND law.region = at_work.region AND law.key = 'contract-months'
             WHERE at_work.kind IN ('EMPLOYEE', 'PART_TIME')
               AND at_work.since + make_interval(months => law.value::int) <= :day
               AND NOT EXISTS (SELECT FROM labour.contract WHERE contract.person = at_work.person AND contract.known_until IS NULL AND contract.signed_on IS NOT NULL
                                  AND contract.from_day <= :day AND coalesce(contract.until_day, 'infinity') >= :day)
            """);

    /** Labour Contract Law, art. 19: by the length of the term, none for a task or under three months, and once with one employer. */
    static final Check PROBATION = new Check("probation", Severity.BLOCK, true, """
            WITH agreed AS (
                SELECT contract.person, contract.from_day, contract.probation_days, at_work.place, at_work.country, at_work.region,
                       CASE WHEN contract.term = 'TASK' THEN 'none'
                            WHEN contract.term = 'OPEN' OR contract.until_day + 1 >= contract.from_day + interval '3 years' THEN 'probation-long-months'
                            WHEN contract.until_day + 1 >= contract.from_day + interval '1 year' THEN 'probation-middle-months'
                            WHEN contract.until_day + 1 >= contract.from_day + interval '3 months' THEN 'probation-short-months'
                            ELSE 'none' END AS key,
                       EXISTS (SELECT FROM labour.contract AS before WHERE before.person = contract.person AND before.known_until IS NULL AND before.from_day < contract.from_day
                                  AND before.probation_days > 0) AS again
                  FROM labour.contract
                  JOIN at_work ON at_work.person = contract.person
                 WHERE contract.known_until IS NULL AND contract.act = 'CONTRACT' AND contract.probation_days > 0 AND contract.from_day <= :day AND coalesce(contract.until_day, 'infinity') >= :first
            )
            SELECT agreed.person, agreed.place, agreed.from_day::text AS about, law.rule, CASE WHEN agreed.again THEN 'probation-again' ELSE 'probation-long' END AS key,
                   jsonb_build_array(agreed.probation_days, coalesce((agreed.from_day + make_interval(months => law.value::int))::date - agreed.from_day, 0)) AS args
              FROM agreed
              LEFT JOIN law ON law.country = agreed.country AND law.region = agreed.region AND law.key = agreed.key
             WHERE EXISTS (SELECT FROM law AS any_here WHERE any_here.country = agreed.country AND any_here.region = agreed.region AND any_here.key = 'probation-long-months')
               AND (agreed.again OR agreed.from_day + agreed.probation_days > coalesce((agreed.from_day + make_interval(months => law.value::int))::date, agreed.from_day))
            """);

    /** Labour Contract Law, art. 9: no document is kept, no deposit is taken, under whatever name. */
    static final Check HELD = new Check("held", Severity.BLOCK, true, """
            SELECT held.person, at_work.place, held.id::text AS about, CAST(NULL AS uuid) AS rule, 'held-' || held.kind AS key, jsonb_build_array(held.since_day) AS args
              FROM labour.held
              LEFT JOIN at_work ON at_work.person = held.person
             WHERE held.returned_on IS NULL AND held.since_day <= :day
            """);

    /** Labour Law, art. 41: three hours a day. */
    static final Check OVERTIME_DAY = new Check("overtime-day", Severity.BLOCK, true, """
            SELECT spent.person, spent.place, to_char(CAST(:first AS date), 'YYYY-MM') AS about, law.rule, 'overtime-day' AS key,
                   jsonb_build_array(count(*), round(max(spent.extra) / 3600.0, 1), law.value) AS args
              FROM spent
              JOIN law ON law.country = spent.country AND law.region = spent.region AND law.key = 'overtime-day'
             WHERE spent.day >= :first AND spent.day_kind = 'WORK' AND spent.extra > law.value * 3600
             GROUP BY spent.person, spent.place, law.rule, law.value
            """);

    /** Labour Law, art. 41: thirty-six hours a month. */
    static final Check OVERTIME_MONTH = new Check("overtime-month", Severity.BLOCK, true, """
            SELECT spent.person, spent.place, to_char(CAST(:first AS date), 'YYYY-MM') AS about, law.rule, 'overtime-month' AS key,
                   jsonb_build_array(round(sum(spent.extra) / 3600.0, 1), law.value) AS args
              FROM spent
              JOIN law ON law.country = spent.country AND law.region = spent.region AND law.key = 'overtime-month'
             WHERE spent.day >= :first
             GROUP BY spent.person, spent.place, law.rule, law.value
            HAVING sum(spent.extra) > law.value * 3600
            """);

    /** Our own: somebody looks before the month is full. */
    static final Check OVERTIME_NEAR = new Check("overtime-near", Severity.WARN, true, """
            SELECT spent.person, spent.place, to_char(CAST(:first AS date), 'YYYY-MM') AS about, law.rule, 'overtime-near' AS key,
                   jsonb_build_array(round(sum(spent.extra) / 3600.0, 1), most.value) AS args
              FROM spent
              JOIN law ON law.country = spent.country AND law.region = spent.region AND law.key = 'overtime-warn'
              JOIN law AS most ON most.country = spent.country AND most.region = spent.region AND most.key = 'overtime-month'
             WHERE spent.day >= :first
             GROUP BY spent.person, spent.place, law.rule, law.value, most.value
            HAVING sum(spent.extra) BETWEEN law.value * 3600 AND most.value * 3600
            """);

    /** Labour Law, art. 38: a day of rest each week. Runs that began before the month count with their days in the week before it. */
    static final Check REST = new Check("rest", Severity.BLOCK, true, """
            WITH worked AS (
                SELECT person, place, country, region, day, day - (row_number() OVER (PARTITION BY person ORDER BY day))::int AS run FROM spent WHERE worked > 0
            ), runs AS (
                SELECT person, min(place::text)::uuid AS place, min(country) AS country, min(region) AS region, count(*) AS days, max(day) AS last FROM worked GROUP BY person, run
            )
            SELECT runs.person, runs.place, to_char(CAST(:first AS date), 'YYYY-MM') AS about, law.rule, 'rest' AS key, jsonb_build_array(max(runs.days), law.value) AS args
              FROM runs
              JOIN law ON law.country = runs.country AND law.region = runs.region AND law.key = 'days-in-a-row'
             WHERE runs.last >= :first AND runs.days > law.value
             GROUP BY runs.person, runs.place, law.rule, law.value
            """);

    /** Special Provisions on Labour Protection of Female Employees, art. 6, 7 and 9: no overtime and no night work, and none at all in leave around a birth. Only human resources see whom it is about. */
    static final Check PROTECTED = new Check("protected", Severity.BLOCK, true, """
            SELECT spent.person, spent.place, to_char(CAST(:first AS date), 'YYYY-MM') AS about, min(law.rule::text)::uuid AS rule, 'protected' AS key,
                   jsonb_build_array(count(*) FILTER (WHERE spent.extra > 0 OR paper.kind = 'MATERNITY'), count(nights.day)) AS args
              FROM spent
              JOIN labour.paper ON paper.person = spent.person AND paper.kind IN ('PREGNANT', 'NURSING', 'MATERNITY') AND paper.withdrawn_at IS NULL AND spent.day BETWEEN paper.day AND paper.until_day
              JOIN law ON law.country = spent.country AND law.region = spent.region AND law.key = CASE paper.kind WHEN 'PREGNANT' THEN 'pregnant-weeks' WHEN 'MATERNITY' THEN 'maternity-days' ELSE 'nursing-months' END
              LEFT JOIN nights ON nights.person = spent.person AND nights.day = spent.day
             WHERE spent.day >= :first AND (spent.extra > 0 OR nights.day IS NOT NULL OR paper.kind = 'MATERNITY')
             GROUP BY spent.person, spent.place
            """);

    /** Labour Contract Law, art. 14: after two fixed terms in a row, or ten years. */
    static final Check OPEN_TERM = new Check("open-term", Severity.OWED, true, """
            WITH fixed AS (
                SELECT contract.person, contract.from_day,
                       (SELECT count(*) FROM labour.contract AS before WHERE before.person = contract.person AND before.known_until IS NULL AND before.act = 'CONTRACT'
                           AND before.term = 'FIXED' AND before.from_day < contract.from_day) AS before
                  FROM labour.contract
                 WHERE contract.known_until IS NULL AND contract.term = 'FIXED' AND contract.act = 'CONTRACT' AND :day BETWEEN contract.from_day AND contract.until_day
            )
            SELECT at_work.person, at_work.place, fixed.from_day::text AS about, CASE WHEN fixed.before >= terms.value THEN terms.rule ELSE years.rule END AS rule,
                   CASE WHEN fixed.before >= terms.value THEN 'open-term-third' ELSE 'open-term-years' END AS key, jsonb_build_array(fixed.before + 1, at_work.since) AS args
              FROM fixed
              JOIN at_work ON at_work.person = fixed.person AND at_work.kind = 'EMPLOYEE'
              JOIN law AS terms ON terms.country = at_work.country AND terms.region = at_work.region AND terms.key = 'fixed-contracts'
              JOIN law AS years ON years.country = at_work.country AND years.region = at_work.region AND years.key = 'open-after-years'
             WHERE fixed.before >= terms.value OR at_work.since + make_interval(years => years.value::int) <= :day
            """);

    /** Regulations on Paid Annual Leave: looked at in the last two months of a year, by the years that are known here. */
    static final Check LEAVE = new Check("leave", Severity.OWED, true, """
            WITH due AS (
                SELECT at_work.person, at_work.place, law.rule, law.value
                  FROM at_work
                  JOIN law ON law.country = at_work.country AND law.region = at_work.region
                          AND law.key = CASE WHEN at_work.since + interval '20 years' <= :day THEN 'leave-twenty-years' WHEN at_work.since + interval '10 years' <= :day THEN 'leave-ten-years'
                                             ELSE 'leave-one-year' END
                 WHERE extract(month FROM CAST(:first AS date)) >= 11 AND at_work.kind = 'EMPLOYEE' AND at_work.since + interval '1 year' <= :day
            ), taken AS (
                SELECT worked.person, count(DISTINCT worked.day) AS days
                  FROM labour.worked
                 WHERE worked.kind = 'ANNUAL_LEAVE' AND worked.day BETWEEN date_trunc('year', CAST(:first AS date))::date AND :day
                   AND NOT EXISTS (SELECT FROM labour.worked AS later WHERE later.person = worked.person AND later.day = worked.day AND later.no > worked.no)
                 GROUP BY worked.person
            )
            SELECT due.person, due.place, extract(year FROM CAST(:first AS date))::text AS about, due.rule, 'leave' AS key, jsonb_build_array(coalesce(taken.days, 0), due.value) AS args
              FROM due
              LEFT JOIN taken ON taken.person = due.person
             WHERE coalesce(taken.days, 0) < due.value
            """);

    /** Interim Provisions on Labour Dispatch, art. 4: of a company's workers. */
    static final Check DISPATCH = new Check("dispatch", Severity.WARN, false, """
            SELECT CAST(NULL AS uuid) AS person, at_work.entity AS place, to_char(CAST(:first AS date), 'YYYY-MM') AS about, law.rule, 'dispatch' AS key,
                   jsonb_build_array(count(*) FILTER (WHERE at_work.kind = 'DISPATCH'), count(*), law.value) AS args
              FROM at_work
              JOIN law ON law.country = at_work.country AND law.region = at_work.company_region AND law.key = 'dispatch-share'
             WHERE at_work.kind IN ('EMPLOYEE', 'PART_TIME', 'DISPATCH') AND at_work.entity IS NOT NULL
             GROUP BY at_work.entity, law.rule, law.value
            HAVING count(*) FILTER (WHERE at_work.kind = 'DISPATCH') * 100 > law.value * count(*)
            """);

    /** Regulations on the Employment of Persons with Disabilities, art. 8: by certificates that people chose to show. */
    static final Check DISABLED = new Check("disabled", Severity.WARN, false, """
            SELECT CAST(NULL AS uuid) AS person, at_work.entity AS place, extract(year FROM CAST(:first AS date))::text AS about, law.rule, 'disabled' AS key,
                   jsonb_build_array(count(paper.person), count(*), law.value) AS args
              FROM at_work
              JOIN law ON law.country = at_work.country AND law.region = at_work.company_region AND law.key = 'disabled-share'
              LEFT JOIN (SELECT DISTINCT person FROM labour.paper WHERE kind = 'DISABILITY' AND withdrawn_at IS NULL AND day <= :day AND coalesce(until_day, 'infinity') >= :day) AS paper
                     ON paper.person = at_work.person
             WHERE at_work.kind IN ('EMPLOYEE', 'PART_TIME') AND at_work.entity IS NOT NULL
             GROUP BY at_work.entity, law.rule, law.value
            HAVING count(paper.person) * 100 < law.value * count(*)
            """);

    /** Labour Law, art. 44: 150, 200 and 300 per cent by the kind of day. Without a calendar that names the statutory days nobody can tell them apart. */
    static final Check DAY_KINDS = new Check("day-kinds", Severity.OWED, false, """
            SELECT CAST(NULL AS uuid) AS person, at_work.place, extract(year FROM CAST(:first AS date))::text AS about, CAST(NULL AS uuid) AS rule, 'day-kinds' AS key,
                   jsonb_build_array(at_work.country, extract(year FROM CAST(:first AS date))) AS args
              FROM (SELECT DISTINCT place, country FROM at_work WHERE place IS NOT NULL AND country = 'CN') AS at_work
             WHERE NOT EXISTS (SELECT FROM labour.calendar JOIN labour.calendar_day ON calendar_day.calendar = calendar.id
                                WHERE calendar.country = at_work.country AND calendar.year = extract(year FROM CAST(:first AS date)) AND calendar_day.statutory)
            """);

    static final List<Check> ALL = List.of(AGE, CHILD, JUVENILE, WRITTEN, PROBATION, HELD, OVERTIME_DAY, OVERTIME_MONTH, OVERTIME_NEAR, REST, PROTECTED, OPEN_TERM, LEAVE, DISPATCH, DISABLED, DAY_KINDS);
}
