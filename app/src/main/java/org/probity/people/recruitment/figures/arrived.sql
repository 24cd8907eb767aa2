-- People who came as far as a stage through postings: a row a posting by which somebody did within the year.
--
-- An application that was withdrawn, or whose time was over, is counted all the same: a number without a name stays of it. Known edge: that number knows its
-- quarter and no moment, so what has gone since is counted as if it had always been known.
SELECT requisition.id AS subject, requisition.number, requisition.title_en AS name_en, requisition.title_zh AS name_zh, NULL::text AS reason,
       jsonb_build_object('people', sum(arrived.people)) AS inputs,
       '{}'::jsonb AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'recruitment.posting', 'record', posting.record, 'class', 'signed')) AS evidence
  FROM recruitment.arrived
  JOIN recruitment.requisition ON requisition.id = arrived.requisition
  JOIN recruitment.posting ON posting.requisition = requisition.id
 WHERE arrived.stage = '{stage}'
   AND arrived.at <= :known_at
   AND arrived.day BETWEEN :from_day AND :until_day
 GROUP BY requisition.id, posting.record
 ORDER BY requisition.id
