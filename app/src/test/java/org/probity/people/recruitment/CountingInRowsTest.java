package org.probity.people.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums and desks in rows say what counting every application anew would say, whatever comes and goes, and in whichever order. */
@WholeHouse
class CountingInRowsTest {
    /** As it was counted before it was kept: of every application and step, at each look. */
    private static final String FARED = """
            SELECT quarter, requisition, stage, outcome, activity, count(*)::int AS people
              FROM (SELECT application.requisition, date_trunc('quarter', application.day)::date AS quarter, 'APPLY' AS stage, 'ON' AS outcome, application.activity FROM recruitment.application
                    UNION ALL
                    SELECT application.requisition, date_trunc('quarter', step.day)::date, step.stage, step.outcome, application.activity
                      FROM recruitment.step JOIN recruitment.application ON application.id = step.application) AS each
             GROUP BY 1, 2, 3, 4, 5
            """;
    private static final String GROUPS = """
            SELECT date_trunc('quarter', step.day)::date AS quarter, application.requisition, step.stage, step.outcome, told.attribute, told.value, count(*)::int AS people
              FROM recruitment.step
              JOIN recruitment.application ON application.id = step.application
              JOIN recruitment.apart ON apart.application = application.id
             CROSS JOIN LATERAL (VALUES ('SEX'::text, apart.sex), ('AGE', apart.age)) AS told (attribute, value)
             WHERE told.value <> '' AND step.outcome IN ('ON', 'REFUSED')
             GROUP BY 1, 2, 3, 4, 5, 6
            """;
    private static final String UNDECIDED = """
            SELECT id AS application, requisition, 'SCREEN' AS stage, applied_at FROM recruitment.application WHERE NOT EXISTS (SELECT FROM recruitment.step WHERE step.application = application.id)
            UNION ALL
            SELECT application.id, requisition, stages.then, applied_at
              FROM recruitment.step
              JOIN recruitment.application ON application.id = step.application
              JOIN (VALUES ('SCREEN', 'INTERVIEW'), ('INTERVIEW', 'OFFER'), ('OFFER', 'HIRE')) AS stages (stage, "then") ON stages.stage = step.stage
             WHERE step.outcome = 'ON' AND NOT EXISTS (SELECT FROM recruitment.step AS later WHERE later.application = application.id AND later.stage = stages.then)
            """;

    @Autowired Erasing erasing;
    @Autowired JdbcClient db;
    @Autowired ApplicationContext house;

    AHiring hiring;
    Random random;

    @BeforeEach
    void seeded() {
        hiring = new AHiring(house);
        random = new Random(20261203);
    }

    private void same() {
        for (var it : List.of(List.of("fared", FARED), List.of("fared_group", GROUPS), List.of("undecided", UNDECIDED))) {
            var kept = "SELECT * FROM recruitment." + it.getFirst();
            assertThat(db.sql("(%1$s EXCEPT ALL (%2$s)) UNION ALL ((%2$s) EXCEPT ALL %1$s)".formatted(kept, it.getLast())).query().listOfRows()).as(it.getFirst()).isEmpty();
        }
    }

    private void come(UUID posting, int people) {
        db.sql("""
                WITH sent AS (
                    INSERT INTO recruitment.application (id, code, requisition, notice, token_hash, sender_hash, activity, applied_at, day, keep_until, record)
                    SELECT id, left(id::text, 8) || n, :posting, 1, sha256(id::text::bytea), sha256(id::text::bytea), (ARRAY['', 'FAIR'])[1 + n % 2], now(), current_date - n * 17, current_date + 180, gen_random_uuid()
                      FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, :people) AS n) AS drawn
                    RETURNING id
                )
                SELECT count(*) FROM sent
                """).param("posting", posting).param("people", people).query(Long.class).single();
    }

    private void tell(UUID posting) {
        db.sql("""
                INSERT INTO recruitment.apart (application, sex, age)
                SELECT id, (ARRAY['F', 'M', ''])[1 + abs(hashtext(code || :salt)) % 3], (ARRAY['UNDER_30', 'OVER_50', ''])[1 + abs(hashtext(:salt || code)) % 3]
                  FROM recruitment.application WHERE requisition = :posting AND abs(hashtext(code || 'told' || :salt)) % 2 = 0
                ON CONFLICT DO NOTHING
                """).param("posting", posting).param("salt", String.valueOf(random.nextInt())).update();
    }

    private void decide(UUID posting, int of) {
        db.sql("""
                INSERT INTO recruitment.step (application, stage, outcome, ground, by, second, at, day, record)
                SELECT id, stage, outcome, CASE outcome WHEN 'REFUSED' THEN 'LOWER_MARKS' ELSE '' END, gen_random_uuid(), gen_random_uuid(), now(), day + 30, gen_random_uuid()
                  FROM (SELECT application.id, undecided.stage, application.day,
                               (ARRAY['ON', 'ON', 'REFUSED', CASE undecided.stage WHEN 'HIRE' THEN 'DECLINED' ELSE 'ON' END])[1 + abs(hashtext(code || :salt)) % 4] AS outcome
                          FROM recruitment.application JOIN recruitment.undecided ON undecided.application = application.id
                         WHERE application.requisition = :posting AND abs(hashtext(:salt || code)) % :of = 0) AS decided
                """).param("posting", posting).param("of", of).param("salt", String.valueOf(random.nextInt())).update();
    }

    private void go(UUID posting, int of) {
        db.sql("DELETE FROM recruitment.application WHERE requisition = :posting AND abs(hashtext(code || :salt)) % :of = 0").param("posting", posting).param("of", of)
                .param("salt", String.valueOf(random.nextInt())).update();
    }

    @Test
    void whateverComesAndGoes() {
        var postings = List.of(hiring.open(9).id(), hiring.open(9).id());
        for (var turn = 0; turn < 40; turn++) {
            var posting = postings.get(random.nextInt(2));
            switch (random.nextInt(6)) {
                case 0 -> come(posting, 1 + random.nextInt(12));
                case 1 -> tell(posting);
                case 2 -> db.sql("DELETE FROM recruitment.apart WHERE application IN (SELECT id FROM recruitment.application WHERE requisition = :posting ORDER BY code LIMIT 2)").param("posting", posting).update();
                case 3 -> go(posting, 3);
                default -> decide(posting, 1 + random.nextInt(3));
            }
            same();
        }
        assertThat(db.sql("SELECT count(*) FROM recruitment.fared WHERE requisition IN (:postings)").param("postings", postings).query(Long.class).single()).isPositive();
        postings.forEach(it -> go(it, 1));
        same();
        assertThat(db.sql("SELECT (SELECT count(*) FROM recruitment.fared WHERE requisition IN (:postings)) + (SELECT count(*) FROM recruitment.fared_group WHERE requisition IN (:postings))")
                .param("postings", postings).query(Long.class).single()).as("a sum of nobody is no row").isZero();
    }

    @Test
    void throughTheRoomsOwnDoors() {
        var posting = hiring.open(9);
        hiring.sent(posting);
        hiring.screened(posting);
        hiring.wanted(posting);
        var hired = hiring.hired(posting);
        same();
        db.sql("UPDATE recruitment.application SET keep_until = day + 1 WHERE id = :id").param("id", hired).update();
        erasing.day(new DayHasBegun(hiring.today().plusDays(1)));
        same();
        assertThat(db.sql("SELECT sum(people) FROM recruitment.fared_ever WHERE requisition = :id AND stage = 'APPLY'").param("id", posting.id()).query(Long.class).single()).as("whoever is gone is counted").isEqualTo(4);
    }

    @Test
    void whatIsSummedIsNeverChanged() {
        var sent = hiring.screened(hiring.open(1));
        for (var sql : List.of("UPDATE recruitment.application SET activity = 'X' WHERE id = :id", "UPDATE recruitment.step SET outcome = 'ON' WHERE application = :id", "UPDATE recruitment.apart SET sex = '' WHERE application = :id")) {
            assertThatThrownBy(() -> db.sql(sql).param("id", sent).update()).hasMessageContaining("never changed");
        }
    }
}
