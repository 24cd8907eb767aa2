package org.probity.shapes.form;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person answered in forms, in their own words. */
@Component
class FormData implements PersonalData {
    private final JdbcClient db;

    FormData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "form.data.";
    }

    @Override
    public int order() {
        return 56;
    }

    @Override
    public List<Part> about(Account person) {
        var rows = db.sql("""
                SELECT sheet.form, sheet.period, answer.question, answer.value, answer.words, answer.at
                  FROM form.answer
                  JOIN form.sheet ON sheet.id = answer.sheet
                 WHERE answer.by = :person
                 ORDER BY answer.no DESC
                """)
                .param("person", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("at", row.getObject("at", OffsetDateTime.class).toInstant());
                    fields.put("form", row.getString("form"));
                    fields.put("year", row.getLong("period"));
                    fields.put("question", row.getString("question"));
                    fields.put("value", row.getString("value"));
                    fields.put("words", row.getString("words"));
                    return fields;
                }).list();
        return rows.isEmpty() ? List.of() : List.of(new Part("answers", rows));
    }
}
