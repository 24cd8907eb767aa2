-- Hours of training: seconds that people of the directory were present at sessions of our own courses held in the year, by the newest list of each.
--
-- A session counts with all who were there, whoever they are: employees, part-timers, dispatched, interns, contractors, also those who have left since.
-- Left out, with the reason: called off, list not closed. Nobody typed an hour: each second lies between a sign-in and a sign-out within the session, and
-- a minute that is told twice counts once. Whoever took a course online was there between signs of life that lie two minutes apart at most, never in two
-- courses in the same second, and no longer than twice what the version says; all of a day with a version are a session. Known edge: a session belongs to the year in which it began, also one over midnight of New Year's Eve;
-- who reads a course online in the hours of a session they are at is counted in both, as lists are kept by different hands.
WITH lists AS (
    SELECT * FROM learning.lists(:from_day, :until_day, :known_at)
), sums AS (
    SELECT lists.session, lists.record, coalesce(sum(attended.seconds), 0) AS seconds, count(attended.person) AS people
      FROM lists
      LEFT JOIN learning.attended ON attended.session = lists.session AND attended.no = lists.no
     GROUP BY lists.session, lists.record
)
SELECT named.session AS subject, named.number, named.title_en AS name_en, named.title_zh AS name_zh,
       CASE WHEN called_off.occasion IS NOT NULL THEN 'learning.figure.called-off'
            WHEN sums.session IS NULL THEN 'learning.figure.list-open' END AS reason,
       jsonb_build_object('seconds', coalesce(sums.seconds, 0), 'people', coalesce(sums.people, 0)) AS inputs,
       jsonb_build_object('learning.course', named.course_number, 'learning.kind', named.kind, 'learning.day', named.day) AS facts,
       CASE WHEN sums.session IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'learning.list', 'record', sums.record, 'class', 'signed')) END AS evidence
  FROM learning.session_named AS named
  LEFT JOIN gathering.called_off ON called_off.occasion = named.occasion AND called_off.at <= :known_at
  LEFT JOIN sums ON sums.session = named.session
 WHERE named.day BETWEEN :from_day AND :until_day
 ORDER BY named.session
