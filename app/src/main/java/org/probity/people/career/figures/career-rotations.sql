-- Moves to another post through the inner market: one row a move whose first day in the new post lies in the year and is not to come.
--
-- Counted: moves that were matched, released and signed in writing. Known edge: whoever came back later moved all the same.
SELECT md5('career.move ' || move.opening || ' ' || move.person)::uuid AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('counted', 1) AS inputs,
       jsonb_build_object('track', opening.track, 'returned', EXISTS (SELECT FROM career.move AS back WHERE back.opening = move.opening AND back.person = move.person AND back.step = 'RETURNED'
                                                                       AND back.at <= :known_at)) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'career.moved', 'record', move.record, 'class', 'signed')) AS evidence
  FROM career.move
  JOIN career.opening ON opening.id = move.opening
  JOIN directory.name ON name.id = move.person
 WHERE move.step = 'MOVED'
   AND move.at <= :known_at
   AND move.day BETWEEN :from_day AND least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date)
 ORDER BY move.opening, move.person
