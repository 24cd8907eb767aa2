-- Women among employees in management at the end of the period, or today while it runs (GRI 405-1-b). Rows name nobody: sex is used here in sums and never beside a name.
--
-- Counted: everybody employed that day whose contract says management and of whom a document was checked. Met: the document says F.
-- Left out: employees of other categories, without a contract that day, or in management without a checked document. All of them are held against the other source.
-- Known edge: a document knows two words for it. Of who was forgotten since, neither sex nor category is known any more.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), employed AS (
    SELECT DISTINCT engaged.person
      FROM ends
     CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged
     WHERE engaged.kind IN ('EMPLOYEE', 'PART_TIME')
), held AS (
    SELECT DISTINCT ON (identity.person) identity.person, identity.sex, coalesce(identity.record, batch.record) AS record
      FROM labour.identity
      LEFT JOIN labour.batch ON batch.id = identity.batch
     WHERE identity.recorded_at <= :known_at AND (identity.superseded_at IS NULL OR identity.superseded_at > :known_at)
     ORDER BY identity.person
), contracted AS (
    SELECT DISTINCT ON (contract.person) contract.person, contract.category
      FROM labour.contract, ends
     WHERE contract.from_day <= ends.day AND coalesce(contract.until_day, 'infinity') >= ends.day
       AND contract.known_from <= :known_at AND (contract.known_until IS NULL OR contract.known_until > :known_at)
     ORDER BY contract.person, contract.from_day DESC
)
SELECT employed.person AS subject, '' AS number, 'An employee' AS name_en, '员工' AS name_zh,
       CASE WHEN contracted.category IS NULL THEN 'labour.figure.no-contract'
            WHEN contracted.category <> 'MANAGEMENT' THEN 'labour.figure.no-manager'
            WHEN held.sex IS NULL THEN 'labour.figure.no-document' END AS reason,
       jsonb_build_object('met', CASE WHEN held.sex = 'F' THEN 1 ELSE 0 END) AS inputs,
       '{}'::jsonb AS facts,
       CASE WHEN held.record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'labour.identity', 'record', held.record, 'class', 'statement')) END AS evidence
  FROM employed
  LEFT JOIN held ON held.person = employed.person
  LEFT JOIN contracted ON contracted.person = employed.person
 ORDER BY employed.person
