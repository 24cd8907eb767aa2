-- Traced silicon: of the rods and silicon materials of others that our plants used in the period, the kilograms whose way to quartz is known, by grade.
--
-- Counted: each lot that a transformation at a place of ours used up, with its grams; what we made ourselves is counted as what it was made of.
-- Mapped: each step up to quartz has an event at a place somebody named. Linked: and each is about lots. Documented: and each names a document that was
-- brought here for one of its lots. Reconciled: and each closes by mass within what the rule of its day allows. A lot that several events made
-- counts by what each of them made. What was drawn from a silo, a bin or a melt counts as what was in it then, by mass: of a mixed pool all of it, of a queue what had been
-- in it longest; who poured something in is a step like every other.
-- Known edge: a lot that is mixed from traced and untraced inputs counts by their mass; an input that nobody weighed beside others counts as if it were all of
-- it, and what came out beyond what went in came from nowhere, and what nobody weighed into a pool may be any part of what is drawn later. A share is rounded down to the gram. A lot that was used up without a mass is not in the
-- figure; the plant's stated charge is held against it. An event that was declared wrong takes its lot away with the next judgement. As known: what was judged last before.
SELECT md5('traceability.item ' || judged.item)::uuid AS subject, item.uri AS number, item.uri AS name_en, item.uri AS name_zh, NULL::text AS reason,
       jsonb_build_object('kilograms', (judged.grams / 1000.0)::numeric(16, 3)::text,
                          'mapped', (judged.mapped / 1000.0)::numeric(16, 3)::text,
                          'linked', (judged.linked / 1000.0)::numeric(16, 3)::text,
                          'documented', (judged.documented / 1000.0)::numeric(16, 3)::text,
                          'reconciled', (judged.reconciled / 1000.0)::numeric(16, 3)::text) AS inputs,
       jsonb_build_object('traceability.gap', judged.gap) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'traceability.judged', 'record', judged.record, 'class', 'statement')) AS evidence
  FROM traceability.judged_at(:year, :known_at) AS judged
  JOIN traceability.item ON item.number = judged.item
 ORDER BY 1
