package org.probity.people.recruitment;

import java.util.Set;
import java.util.UUID;
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

    Apart(JdbcClient db) {
        this.db = db;
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

    /** Before an application goes: how it fared is added to counts that name nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    void countWhatGoes(UUID application) {
        db.sql("""
                INSERT INTO recruitment.anonymous AS left_over (requisition, quarter, stage, outcome, ground, sex, age, activity, people)
                SELECT application.requisition, date_trunc('quarter', fared.day)::date, fared.stage, fared.outcome, fared.ground, coalesce(apart.sex, ''), coalesce(apart.age, ''),
                       application.activity, 1
                  FROM recruitment.application
                 CROSS JOIN LATERAL (SELECT application.day, 'APPLY' AS stage, 'ON' AS outcome, '' AS ground
                                     UNION ALL SELECT step.day, step.stage, step.outcome, step.ground FROM recruitment.step WHERE step.application = application.id) AS fared
                  LEFT JOIN recruitment.apart ON apart.application = application.id
                 WHERE application.id = :application
                ON CONFLICT (requisition, quarter, stage, outcome, ground, sex, age, activity) DO UPDATE SET people = left_over.people + 1
                """)
                .param("application", application).update();
    }
}
