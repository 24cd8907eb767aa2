-- An index of how places stand. A standing is computed from dated facts (admission.standing) and nowhere else; what was computed is kept here for
-- as long as no day and no fact can change it, so that a list of ten thousand places need not be computed for each reader. Whatever is not kept,
-- lists compute.
CREATE TABLE admission.kept (
    dossier       uuid PRIMARY KEY,
    of_day        date   NOT NULL,
    good_until    date   NOT NULL,   -- last day on which it stands like this if no fact comes
    outcome       text,
    from_day      date,
    until_day     date,
    missing       text[] NOT NULL,
    suspension    uuid,
    condition_due date,
    record        uuid,
    CONSTRAINT kept_for_some_days CHECK (good_until >= of_day)
);

COMMENT ON TABLE admission.kept IS 'Not in backups. Computed anew from the facts.';

-- The standing of each place and the last day on which time alone leaves it as it is.
CREATE FUNCTION admission.standing_for_days(on_day date)
RETURNS TABLE (dossier uuid, good_until date, outcome text, from_day date, until_day date, missing text[], suspension uuid, condition_due date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT standing.dossier,
           least((SELECT min(legs.until_day) FROM admission.legs(on_day, 'infinity') AS legs WHERE legs.dossier = standing.dossier AND legs.until_day >= on_day),
                 (SELECT min(entry.until_day) FROM admission.entry('infinity') AS entry WHERE entry.dossier = standing.dossier AND entry.until_day >= on_day),
                 (SELECT min(requirement.from_day) - 1 FROM admission.requirement WHERE requirement.from_day > on_day),
                 (SELECT min(duty.from_day) - 1 FROM admission.duty WHERE duty.from_day > on_day),
                 (SELECT min(signed.from_day) - 1 FROM admission.signed('infinity') AS signed WHERE signed.supplier = standing.supplier AND signed.from_day > on_day),
                 (SELECT min(passing.on_day) - 1 FROM admission.passing('infinity') AS passing WHERE passing.supplier = standing.supplier AND passing.on_day > standing_for_days.on_day),
                 DATE '9999-12-31'),
           standing.outcome, standing.from_day, standing.until_day, standing.missing, standing.suspension, standing.condition_due, standing.record
      FROM admission.standing(on_day, 'infinity') AS standing
$$;

-- Every place as it stands on a day, as known now. What is not kept is computed place by place, and planned only where there is some.
CREATE FUNCTION admission.standing_now(wanted_day date)
RETURNS TABLE (dossier uuid, outcome text, from_day date, until_day date, missing text[], suspension uuid, condition_due date, record uuid)
LANGUAGE plpgsql STABLE ROWS 10000 AS $$
DECLARE
    unkept uuid;
BEGIN
    RETURN QUERY
    SELECT kept.dossier, kept.outcome, kept.from_day, kept.until_day, kept.missing, kept.suspension, kept.condition_due, kept.record
      FROM admission.kept
     WHERE wanted_day BETWEEN kept.of_day AND kept.good_until;
    FOR unkept IN
        SELECT place.id
          FROM admission.dossier AS place
         WHERE NOT EXISTS (SELECT FROM admission.kept WHERE kept.dossier = place.id AND wanted_day BETWEEN kept.of_day AND kept.good_until)
    LOOP
        RETURN QUERY
        SELECT standing.dossier, standing.outcome, standing.from_day, standing.until_day, standing.missing, standing.suspension,
               standing.condition_due, standing.record
          FROM admission.standing(wanted_day, 'infinity') AS standing
         WHERE standing.dossier = unkept;
    END LOOP;
END
$$;

-- A fact about a supplier forgets what was kept of its places. Facts share a lock that whoever keeps must have alone: so nobody keeps what a fact
-- that is still being written changes (Keeping).
CREATE FUNCTION admission.forget()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('admission.kept'));
    CASE TG_ARGV[0]
        WHEN 'proof' THEN
            DELETE FROM admission.kept USING admission.dossier, admission.proof, added
             WHERE kept.dossier = dossier.id AND dossier.supplier = proof.supplier AND proof.id = added.proof;
        WHEN 'agreement' THEN
            DELETE FROM admission.kept USING admission.dossier, admission.agreement, added
             WHERE kept.dossier = dossier.id AND dossier.supplier = agreement.supplier AND agreement.id = added.agreement;
        WHEN 'motion' THEN
            DELETE FROM admission.kept USING admission.motion, added WHERE kept.dossier = motion.dossier AND motion.id = added.motion;
        WHEN 'dossier' THEN
            DELETE FROM admission.kept USING added WHERE kept.dossier = added.dossier;
        WHEN 'suspension' THEN
            DELETE FROM admission.kept USING admission.suspension, added WHERE kept.dossier = suspension.dossier AND suspension.id = added.suspension;
        WHEN 'all' THEN
            DELETE FROM admission.kept;
    END CASE;
    RETURN NULL;
END
$$;

CREATE TRIGGER forget AFTER INSERT ON admission.ruling REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('proof');
CREATE TRIGGER forget AFTER INSERT ON admission.withdrawn REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('proof');
CREATE TRIGGER forget AFTER INSERT ON admission.agreement_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('agreement');
CREATE TRIGGER forget AFTER INSERT ON admission.decided REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('motion');
CREATE TRIGGER forget AFTER INSERT ON admission.suspension REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('dossier');
CREATE TRIGGER forget AFTER INSERT ON admission.suspension_lifted REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('suspension');
-- Rare, and about any number of places: what everybody needs, who reviews it, conditions fulfilled, suppliers merged.
CREATE TRIGGER forget AFTER INSERT ON admission.condition_met FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget AFTER INSERT OR UPDATE OR DELETE ON admission.requirement FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget AFTER INSERT OR UPDATE OR DELETE ON admission.duty FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget_moved AFTER UPDATE OR DELETE ON admission.dossier FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget_moved AFTER UPDATE OR DELETE ON admission.proof FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget_moved AFTER UPDATE OR DELETE ON admission.agreement FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget_moved AFTER UPDATE OR DELETE ON admission.ruling FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');

-- The other index: which departments have not spoken about a proof. It is asked for on every page of theirs.
CREATE TABLE admission.unspoken (
    proof uuid NOT NULL,
    role  text NOT NULL,
    PRIMARY KEY (proof, role)
);
COMMENT ON TABLE admission.unspoken IS 'Not in backups. Follows from proofs and rulings as they come in again.';
CREATE INDEX unspoken_by_role ON admission.unspoken (role);

INSERT INTO admission.unspoken (proof, role) SELECT proof, role FROM admission.awaited;

CREATE FUNCTION admission.sent()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO admission.unspoken (proof, role)
    SELECT added.id, role FROM added CROSS JOIN LATERAL unnest(admission.duty_of(added.leg, added.sent_on)) AS role;
    DELETE FROM admission.unspoken USING added WHERE unspoken.proof = added.follows;
    RETURN NULL;
END
$$;

CREATE FUNCTION admission.spoken()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM admission.unspoken USING added
     WHERE unspoken.proof = added.proof AND (unspoken.role = added.role OR added.conclusion IN ('FAIL', 'ASK'));
    RETURN NULL;
END
$$;

-- Another department may have to speak about what was sent already.
CREATE FUNCTION admission.asked_anew()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM admission.unspoken;
    INSERT INTO admission.unspoken (proof, role)
    SELECT proof.id, role.role
      FROM admission.proof
     CROSS JOIN LATERAL unnest(admission.duty_of(proof.leg, proof.sent_on)) AS role (role)
     WHERE NOT EXISTS (SELECT FROM admission.ruling
                        WHERE ruling.proof = proof.id AND (ruling.role = role.role OR ruling.conclusion IN ('FAIL', 'ASK')))
       AND NOT EXISTS (SELECT FROM admission.proof AS later WHERE later.follows = proof.id);
    RETURN NULL;
END
$$;

CREATE TRIGGER sent AFTER INSERT ON admission.proof REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.sent();
CREATE TRIGGER spoken AFTER INSERT ON admission.ruling REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.spoken();
CREATE TRIGGER asked_anew AFTER INSERT OR UPDATE OR DELETE ON admission.duty FOR EACH STATEMENT EXECUTE FUNCTION admission.asked_anew();

CREATE OR REPLACE VIEW admission.awaited AS
    SELECT proof.id AS proof, proof.supplier, proof.leg, proof.sent_at, proof.sent_on, unspoken.role
      FROM admission.unspoken
      JOIN admission.proof ON proof.id = unspoken.proof;
