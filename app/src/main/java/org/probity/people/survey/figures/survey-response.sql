-- How many of those asked answered: ballots counted over people asked. A row is a yearly round that was counted and whose last day lies in the year.
--
-- Nothing is left out: short rounds are not the yearly question. Known edge: whoever left while the round was open stays asked; a round that does not hold (more
-- ballots than tokens and slips) is left out with that reason.
SELECT round.id AS subject, round.number, round.number AS name_en, round.number AS name_zh,
       CASE WHEN closing.ballots - closing.by_slip > closing.tokens OR closing.by_slip > closing.slips THEN 'survey.fig.does-not-hold' END AS reason,
       jsonb_build_object('ballots', closing.ballots, 'invited', round.invited, 'counted', 1) AS inputs,
       '{}'::jsonb AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'survey.evidence.launched', 'record', round.record, 'class', 'signed'), jsonb_build_object('kind', 'survey.evidence.closed', 'record', closing.record, 'class', 'form')) AS evidence
  FROM survey.round
  JOIN survey.closing ON closing.round = round.id AND closing.closed_at <= :known_at
 WHERE round.kind = 'YEARLY' AND closing.day BETWEEN :from_day AND :until_day
 ORDER BY round.id
