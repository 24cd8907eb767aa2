package org.probity.people.recruitment;

import java.util.Locale;
import java.util.UUID;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.rule.Rules;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many letters one address gets. A stranger types whose address they like, so a day has an end for each. What came in stands all the same and is answered
 * as any other, so that no answer tells whether somebody else has used an address before.
 */
@Component
class Recipients {
    private final JdbcClient db;
    private final Requisitions requisitions;
    private final Rules rules;

    Recipients(JdbcClient db, Requisitions requisitions, Rules rules) {
        this.db = db;
        this.requisitions = requisitions;
        this.rules = rules;
    }

    /** What holds today, for whoever is told of it. */
    int most() {
        return rules.on(RecruitmentRule.LETTERS_A_DAY, requisitions.today());
    }

    /** Counts one letter, by one statement, so that two at once do not both be the last. @return whether it may still be written */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean another(String email) {
        return db.sql("""
                INSERT INTO recruitment.written AS sum (day, address, letters) VALUES (:day, :address, 1)
                ON CONFLICT (day, address) DO UPDATE SET letters = sum.letters + 1 WHERE sum.letters < :most
                """)
                .param("day", requisitions.today()).param("address", Secret.hash(box(email))).param("most", most()).update() == 1;
    }

    /** What is behind a plus sign reaches the same box. */
    private static String box(String email) {
        return email.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    /** Nobody is ever written to about this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void silence(UUID application) {
        db.sql("INSERT INTO recruitment.unwritten (application, at) VALUES (:id, :at)").param("id", application).param("at", requisitions.now()).update();
    }

    boolean silent(UUID application) {
        return db.sql("SELECT EXISTS (SELECT FROM recruitment.unwritten WHERE application = :id)").param("id", application).query(Boolean.class).single();
    }

    @EventListener
    @Transactional
    public void day(DayHasBegun begun) {
        db.sql("DELETE FROM recruitment.written WHERE day < :day").param("day", begun.day()).update();
    }
}
