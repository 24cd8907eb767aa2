package org.probity.shapes.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody took on, and what they said about it. */
@Component
class MeasureData implements PersonalData {
    private final JdbcClient db;

    MeasureData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "measure.data.";
    }

    @Override
    public int order() {
        return 59;
    }

    @Override
    public List<Part> about(Account person) {
        var owned = db.sql("""
                SELECT number, what, due_day, state
                  FROM measure.standing
                 WHERE id IN (SELECT promise FROM measure.holding WHERE owner = :account)
                 ORDER BY due_day, number
                """)
                .param("account", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("measure", row.getString("number") + " " + row.getString("what"));
                    fields.put("due", row.getDate("due_day").toLocalDate());
                    fields.put("state", new Code("measure.state.", row.getString("state")));
                    return fields;
                }).list();
        var said = db.sql("""
                SELECT promise.number, step.state, step.words, step.at
                  FROM measure.step
                  JOIN measure.promise ON promise.id = step.promise
                 WHERE step.by = :account AND step.words <> ''
                 ORDER BY step.at
                """)
                .param("account", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("measure", row.getString("number"));
                    fields.put("state", new Code("measure.state.", row.getString("state")));
                    fields.put("words", row.getString("words"));
                    fields.put("at", row.getTimestamp("at").toInstant());
                    return fields;
                }).list();
        return Stream.of(new Part("owned", owned), new Part("said", said)).filter(it -> !it.rows().isEmpty()).toList();
    }
}
