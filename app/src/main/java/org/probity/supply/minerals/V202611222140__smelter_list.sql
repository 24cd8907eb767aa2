-- Editions of the reference list of smelters, as an officer brought them in.
CREATE TABLE minerals.smelter_list (
    id        uuid        PRIMARY KEY,
    version   text        NOT NULL,
    day       date        NOT NULL,
    loaded_by uuid        NOT NULL,
    loaded_at timestamptz NOT NULL,
    evidence  uuid        NOT NULL REFERENCES evidence.item,
    record    uuid        NOT NULL,
    CONSTRAINT version_loaded_once UNIQUE (version)
);

-- Being listed is not being conformant: the status is of its own, and NONE unless it was loaded.
CREATE TABLE minerals.listed_smelter (
    list    uuid NOT NULL REFERENCES minerals.smelter_list,
    smelter text NOT NULL,
    metal   text NOT NULL,
    name    text NOT NULL,
    country text NOT NULL,
    status  text NOT NULL,
    PRIMARY KEY (list, smelter, metal),
    CONSTRAINT status_known CHECK (status IN ('ACTIVE', 'CONFORMANT', 'NONE'))
);

-- The list in force at a moment: the newest that was loaded by then.
CREATE FUNCTION minerals.list_at(known_at timestamptz)
RETURNS uuid
LANGUAGE sql STABLE AS $$
    SELECT id
      FROM minerals.smelter_list
     WHERE loaded_at <= known_at
     ORDER BY day DESC, loaded_at DESC
     LIMIT 1
$$;

-- The papers that stood accepted at a moment, each with what it rests on.
CREATE FUNCTION minerals.accepted_at(wanted text, wanted_year int, known_at timestamptz)
RETURNS TABLE (supplier uuid, paper uuid, record uuid, valid_until date)
LANGUAGE sql STABLE AS $$
    SELECT standing.party, paper.id, obligation.accepted_record(standing.id, known_at), standing.valid_until
      FROM obligation.standing_at(known_at) AS standing
      JOIN LATERAL (SELECT id
                      FROM minerals.paper
                     WHERE paper.obligation = standing.id
                       AND paper.received_at <= known_at
                     ORDER BY received_at DESC
                     LIMIT 1) AS paper ON true
     WHERE standing.kind = wanted
       AND standing.period = wanted_year
       AND standing.state IN ('MET', 'LAPSED')
$$;
