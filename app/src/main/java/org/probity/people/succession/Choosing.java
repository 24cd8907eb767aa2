package org.probity.people.succession;

import org.probity.people.succession.PositionPage.Choices;
import org.probity.people.succession.PositionPage.Named;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a post can ask: tracks of today and courses. */
@Component
class Choosing {
    private final JdbcClient db;
    private final Positions positions;

    Choosing(JdbcClient db, Positions positions) {
        this.db = db;
        this.positions = positions;
    }

    Choices choices() {
        return new Choices(
                db.sql("SELECT code AS value, code || ' ' || name_en AS en, code || ' ' || name_zh AS zh FROM career.tracks(:day, 'infinity') ORDER BY code").param("day", positions.today())
                        .query(Named.class).list(),
                db.sql("SELECT id::text AS value, number || ' ' || title_en AS en, number || ' ' || title_zh AS zh FROM learning.course_named ORDER BY number").query(Named.class).list());
    }
}
