-- People who began to work here in the year, whatever kind of engagement, and whether somebody had checked a document of theirs by their first day that says they
-- were old enough.
--
-- Counted: everybody whose first engagement ever begins in the period, by today while it runs. Retirees are no workers.
-- Met: the document that is known was checked on or before that first day, and the birth date on it makes them of age by the number that holds at the site, or by the
-- strictest that is known where a site has none.
-- Left out: nobody. Who was checked late, never, or was too young counts as not met.
-- Of who was forgotten since, it is kept that a document was looked at, on which day, and whether it made them of age there.
-- Known edge: somebody who comes back was checked when they first came. A document that was corrected later counts with the birth date and the day of the correction.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), hired AS (
    SELECT person, from_day, kind, unit FROM labour.hired(:from_day, (SELECT day FROM ends), :known_at)
), held AS (
    SELECT DISTINCT ON (identity.person) identity.person, identity.born, identity.verified_on, coalesce(identity.record, batch.record) AS record
      FROM labour.identity
      LEFT JOIN labour.batch ON batch.id = identity.batch
     WHERE identity.recorded_at <= :known_at AND (identity.superseded_at IS NULL OR identity.superseded_at > :known_at)
     ORDER BY identity.person
), judged AS (
    SELECT hired.person, hired.from_day, coalesce(held.verified_on, gone.verified_on) AS verified_on, coalesce(held.record, gone.record) AS record,
           coalesce(held.born + make_interval(years => labour.age_asked(coalesce(site.country, ''), coalesce(site.region, ''), hired.from_day, :known_at)) <= hired.from_day, gone.of_age) AS of_age
      FROM hired
      LEFT JOIN held ON held.person = hired.person
      LEFT JOIN labour.was_checked AS gone ON gone.person = hired.person AND gone.recorded_at <= :known_at
      LEFT JOIN directory.places((SELECT day FROM ends), :known_at) AS place ON place.unit = hired.unit
      LEFT JOIN directory.places((SELECT day FROM ends), :known_at) AS site ON site.unit = place.site
)
SELECT judged.person AS subject, name.number, name.name_en, name.name_zh,
       NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN judged.of_age AND judged.verified_on <= judged.from_day THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       jsonb_build_object('labour.first-day', judged.from_day) || CASE WHEN judged.verified_on IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('labour.document-checked', judged.verified_on) END AS facts,
       CASE WHEN judged.record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'labour.identity', 'record', judged.record, 'class', 'statement')) END AS evidence
  FROM judged
  JOIN directory.name ON name.id = judged.person
 ORDER BY judged.person
