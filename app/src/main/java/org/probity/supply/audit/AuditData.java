package org.probity.supply.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What audits keep about the people who make them. */
@Component
class AuditData implements PersonalData {
    private final JdbcClient db;

    AuditData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "audit.data.";
    }

    @Override
    public int order() {
        return 54;
    }

    @Override
    public List<Part> about(Account person) {
        var rows = db.sql("""
                SELECT standing.number, member.department, member.dealings, member.named_at,
                       (SELECT count(*) FROM audit.answer WHERE answer.audit = standing.id AND answer.by = member.account) AS answers,
                       (SELECT CASE WHEN agrees THEN 'AGREE' ELSE words END FROM audit.word WHERE word.audit = standing.id AND word.account = member.account) AS word
                  FROM audit.member
                  JOIN audit.standing ON standing.id = member.audit
                 WHERE member.account = :account
                 ORDER BY member.named_at
                """)
                .param("account", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("audit", row.getString("number"));
                    fields.put("department", row.getString("department"));
                    fields.put("dealings", row.getString("dealings") == null ? "" : row.getString("dealings"));
                    fields.put("named", row.getTimestamp("named_at").toInstant());
                    fields.put("answers", row.getLong("answers"));
                    fields.put("word", row.getString("word") == null ? "" : row.getString("word"));
                    return fields;
                }).list();
        return rows.isEmpty() ? List.of() : List.of(new Part("audits", rows));
    }
}
