-- Points of the category's green criteria that a supplier had shown at the end of the period, of the points there are. Nothing of categories without criteria.
SELECT supplier, points AS over, possible AS under,
       jsonb_build_object('points', points, 'possible', possible, 'shown', shown, 'asked', asked) AS facts, records
  FROM green.standing(least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date), :known_at)
