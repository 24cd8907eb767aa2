package org.probity.people.recruitment;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.probity.shapes.figure.SmallCells;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What applicants say of themselves by choice, and what must not matter: it comes in here, is shown to themselves, is counted, and goes. Nothing that shows or
 * decides on an application reads it; a test holds that. Only what law allows to be asked, and nobody has to say anything.
 */
@Component
class Apart {
    /** @param sex {@code F}, {@code M} or empty @param age a band, or empty */
    record Told(String sex, String age) {
        private static final Set<String> SEXES = Set.of("F", "M");
        private static final Set<String> AGES = Set.of("UNDER_30", "30_TO_50", "OVER_50");
        // Below what it is checked against.
        static final Told NOTHING = new Told("", "");

        /** Whatever else was typed into the address of a form is as if nothing was said. */
        Told {
            sex = SEXES.contains(sex) ? sex : "";
            age = AGES.contains(age) ? age : "";
        }
    }

    private final JdbcClient db;
    private final SmallCells cells;

    Apart(JdbcClient db, SmallCells cells) {
        this.db = db;
        this.cells = cells;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(UUID application, Told told) {
        if (!told.equals(Told.NOTHING)) {
            db.sql("INSERT INTO recruitment.apart (application, sex, age) VALUES (:application, :sex, :age)")
                    .param("application", application).param("sex", told.sex()).param("age", told.age()).update();
        }
    }

    /** For the applicant alone. */
    Told of(UUID application) {
        return db.sql("SELECT sex, age FROM recruitment.apart WHERE application = :application").param("application", application).query(Told.class).optional()
                .orElse(Told.NOTHING);
    }

    /**
     * Before applications go: how they fared is added to counts that name nobody, and the day of a hire to those of its posting. What groups they are of is added where each cell of the
     * quarter and stage holds enough people, those who are still here among them: to the posting's where the posting's do, else to the company's. Where they do not, they count like those
     * who did not say.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void countWhatGoes(Collection<UUID> applications) {
        var ids = applications.toArray(UUID[]::new);
        db.sql("""
                INSERT INTO recruitment.anonymous AS left_over (requisition, quarter, stage, outcome, ground, sex, age, activity, people)
                SELECT application.requisition, date_trunc('quarter', fared.day)::date, fared.stage, fared.outcome, fared.ground, '', '', application.activity, count(*)
                  FROM recruitment.application
                 CROSS JOIN LATERAL (SELECT application.day, 'APPLY' AS stage, 'ON' AS outcome, '' AS ground
                                     UNION ALL SELECT step.day, step.stage, step.outcome, step.ground FROM recruitment.step WHERE step.application = application.id) AS fared
                 WHERE application.id = ANY (:ids)
                 GROUP BY 1, 2, 3, 4, 5, application.activity
                ON CONFLICT (requisition, quarter, stage, outcome, ground, sex, age, activity) DO UPDATE SET people = left_over.people + excluded.people
                """)
                .param("ids", ids).update();
        db.sql("""
                INSERT INTO recruitment.hire_gone AS left_over (requisition, activity, day, people)
                SELECT application.requisition, application.activity, step.day, count(*)
                  FROM recruitment.application JOIN recruitment.step ON step.application = application.id
                 WHERE application.id = ANY (:ids) AND step.stage = 'HIRE' AND step.outcome = 'ON'
                 GROUP BY 1, 2, 3
                ON CONFLICT (requisition, activity, day) DO UPDATE SET people = left_over.people + excluded.people
                """)
                .param("ids", ids).update();
        db.sql("""
                WITH gone AS (
                    SELECT application.requisition, date_trunc('quarter', step.day)::date AS quarter, step.stage, step.outcome, told.attribute, told.value, count(*) AS people
                      FROM recruitment.step
                      JOIN recruitment.application ON application.id = step.application
                      JOIN recruitment.apart ON apart.application = application.id
                     CROSS JOIN LATERAL (VALUES ('SEX', apart.sex), ('AGE', apart.age)) AS told (attribute, value)
                     WHERE application.id = ANY (:ids) AND step.outcome IN ('ON', 'REFUSED') AND told.value <> ''
                     GROUP BY 1, 2, 3, 4, 5, 6
                ), cell AS MATERIALIZED (
                    SELECT requisition, quarter, stage, attribute, value, outcome, sum(people) AS people
                      FROM recruitment.counted_group
                     WHERE (quarter, stage, attribute) IN (SELECT quarter, stage, attribute FROM gone)
                     GROUP BY 1, 2, 3, 4, 5, 6
                ), posting AS (
                    SELECT requisition, quarter, stage, attribute, min(people) >= :least AS enough FROM cell GROUP BY 1, 2, 3, 4
                ), company AS (
                    SELECT quarter, stage, attribute, min(people) >= :least AS enough
                      FROM (SELECT quarter, stage, attribute, value, outcome, sum(people) AS people FROM cell GROUP BY 1, 2, 3, 4, 5) AS whole
                     GROUP BY 1, 2, 3
                )
                INSERT INTO recruitment.anonymous_group AS left_over (requisition, quarter, stage, outcome, attribute, value, people)
                SELECT CASE WHEN posting.enough THEN gone.requisition END, gone.quarter, gone.stage, gone.outcome, gone.attribute, gone.value, sum(gone.people)
                  FROM gone
                  JOIN posting USING (requisition, quarter, stage, attribute)
                  JOIN company USING (quarter, stage, attribute)
                 WHERE company.enough
                 GROUP BY 1, 2, 3, 4, 5, 6
                ON CONFLICT ON CONSTRAINT anonymous_group_once DO UPDATE SET people = left_over.people + excluded.people
                """)
                .param("ids", ids).param("least", cells.least()).update();
    }
}
