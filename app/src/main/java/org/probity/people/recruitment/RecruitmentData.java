package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody of the house applied for and showed with its private link, and where they asked the questions. An address that was typed proves nothing; strangers
 * see theirs by their link.
 */
@Component
class RecruitmentData implements PersonalData {
    private final JdbcClient db;

    RecruitmentData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "recruitment.data.";
    }

    @Override
    public int order() {
        return 66;
    }

    @Override
    public List<Part> about(Account account) {
        var own = db.sql("""
                SELECT requisition.number, requisition.title_en AS post, application.code, application.day, application.keep_until
                  FROM recruitment.shown_own
                  JOIN recruitment.application ON application.id = shown_own.application
                  JOIN recruitment.requisition ON requisition.id = application.requisition
                 WHERE shown_own.account = :account
                 ORDER BY application.applied_at
                """).param("account", account.id()).query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("number", row.getString("number"));
                    fields.put("post", row.getString("post"));
                    fields.put("code", row.getString("code"));
                    fields.put("day", row.getObject("day", LocalDate.class));
                    fields.put("until", row.getObject("keep_until", LocalDate.class));
                    return fields;
                }).list();
        var asked = db.sql("""
                SELECT application.code, interview.day
                  FROM recruitment.interview JOIN recruitment.application ON application.id = interview.application
                 WHERE interview.interviewer = :account
                 ORDER BY interview.at
                """).param("account", account.id()).query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("code", row.getString("code"));
                    fields.put("day", row.getObject("day", LocalDate.class));
                    return fields;
                }).list();
        return Stream.of(new Part("applications", own), new Part("interviews", asked)).filter(it -> !it.rows().isEmpty()).toList();
    }
}
