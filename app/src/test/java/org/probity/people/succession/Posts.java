package org.probity.people.succession;

import java.util.Map;
import org.probity.people.career.ACareer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hundred key positions in the units of a benchmark, each with three who said yes. */
public final class Posts {
    private Posts() {}

    public static void fill(ApplicationContext house, JdbcClient db) {
        var posts = house.getBean(Positions.class);
        for (var i = 0; i < 200; i++) {
            var post = ACareer.done(posts.open(new Position.Plan("U" + i % 50, "Specialist " + i, "专家", false), ACareer.HR));
            ACareer.done(posts.judge(post, Map.of(Criterion.SCARCE, "Eleven months", Criterion.SINGLE, "One knows it"), ACareer.HR));
            ACareer.done(house.getBean(Requirements.class).ask(post, new Requirement.Want("LEVEL", "PRC-DIF", 1 + i % 3, "", "", 0), ACareer.HR));
            ACareer.done(house.getBean(Requirements.class).ask(post, new Requirement.Want("UNIT", "", 0, "", "U" + (i + 1) % 50, 24), ACareer.HR));
        }
        db.sql("""
                WITH named AS (
                    INSERT INTO succession.naming (id, post, person, by, at)
                    SELECT gen_random_uuid(), post.id, person.id, gen_random_uuid(), now()
                      FROM (SELECT id, row_number() OVER (ORDER BY number) AS turn FROM succession.post) AS post
                      JOIN (SELECT id, row_number() OVER (ORDER BY number) AS turn FROM directory.name) AS person ON person.turn BETWEEN post.turn * 3 AND post.turn * 3 + 2
                    RETURNING id
                )
                INSERT INTO succession.naming_step (naming, no, state, reason, day, by, at, record)
                SELECT id, 1, 'AGREED', '', current_date - 1, gen_random_uuid(), now(), gen_random_uuid() FROM named
                """).update();
    }
}
