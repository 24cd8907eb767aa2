-- The list in force on a day, as known at a moment: the newest of those whose day had come.
CREATE FUNCTION minerals.list_on(on_day date, known_at timestamptz)
RETURNS uuid
LANGUAGE sql STABLE AS $$
    SELECT id
      FROM minerals.smelter_list
     WHERE day <= on_day
       AND loaded_at <= known_at
     ORDER BY day DESC, loaded_at DESC
     LIMIT 1
$$;

-- Whom a figure about tin counts: each with the kilograms that came, or with why it is left out.
CREATE FUNCTION minerals.tin_suppliers(from_day date, until_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, number text, name_en text, name_zh text, kilograms numeric, reason text)
LANGUAGE sql STABLE AS $$
    WITH delivered AS (
        SELECT supplier, sum(kilograms) AS kilograms
          FROM supplier.received_with('7440-31-5', from_day, until_day, known_at)
         GROUP BY supplier
    ), listed AS (
        SELECT supplier FROM supplier.with_substance('7440-31-5', until_day, known_at)
         UNION
        SELECT supplier FROM delivered
    )
    SELECT listed.supplier, name.number, name.name_en, name.name_zh, coalesce(delivered.kilograms, 0),
           CASE WHEN delivered.supplier IS NULL THEN 'minerals.no-delivery' END
      FROM listed
      JOIN supplier.name ON name.id = listed.supplier
      LEFT JOIN delivered ON delivered.supplier = listed.supplier
$$;

-- What the accepted answers of a year say about tin, with the standing of each smelter on a day. Active: the audit is agreed and not done.
CREATE FUNCTION minerals.tin_answers(wanted_year int, on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, record uuid, smelters bigint, identified bigint, conformant bigint, active bigint)
LANGUAGE sql STABLE AS $$
    SELECT accepted.supplier, accepted.record, count(named.metal), count(*) FILTER (WHERE named.smelter <> ''),
           count(*) FILTER (WHERE listed.status = 'CONFORMANT'), count(*) FILTER (WHERE listed.status = 'ACTIVE')
      FROM minerals.accepted_at('minerals.cmrt', wanted_year, known_at) AS accepted
      LEFT JOIN minerals.named_smelter AS named ON named.paper = accepted.paper AND named.metal = 'TIN'
      LEFT JOIN minerals.listed_smelter AS listed ON listed.list = minerals.list_on(on_day, known_at)
                                                 AND listed.smelter = named.smelter
                                                 AND listed.metal = named.metal
     GROUP BY accepted.supplier, accepted.record
$$;
