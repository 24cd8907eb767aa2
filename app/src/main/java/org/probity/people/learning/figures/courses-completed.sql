-- The lists, and quizzes passed online, say by themselves who completed which of the two courses in the year, apart from what anybody owed. Who was never asked, such as a retiree who
-- came along, is not the rows' business.
SELECT count(*)::numeric AS stated, count(*) FILTER (WHERE owed.party IS NULL)::numeric AS other
  FROM (SELECT DISTINCT attended.person, course.duty
          FROM learning.lists(:from_day, :until_day, :known_at) AS lists
          JOIN learning.course ON course.id = lists.course AND course.duty IN ('EQUAL_EMPLOYMENT', 'HARASSMENT')
          JOIN learning.attended ON attended.session = lists.session AND attended.no = lists.no
         WHERE attended.completed
        UNION
        SELECT passed.person, course.duty
          FROM learning.passed
          JOIN learning.course ON course.id = passed.course AND course.duty IN ('EQUAL_EMPLOYMENT', 'HARASSMENT')
         WHERE passed.day BETWEEN :from_day AND :until_day AND passed.at <= :known_at) AS done
  LEFT JOIN (SELECT DISTINCT accepted.party, course.duty
               FROM obligation.accepted('learning.yearly', :year, :known_at) AS accepted
               JOIN learning.course ON course.id = accepted.about) AS owed ON owed.party = done.person AND owed.duty = done.duty
