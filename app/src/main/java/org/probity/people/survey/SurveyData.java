package org.probity.people.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody is asked while a round is open, and what somebody did for a round. What they answered is not known to be theirs. */
@Component
class SurveyData implements PersonalData {
    private final JdbcClient db;

    SurveyData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "survey.data.";
    }

    @Override
    public int order() {
        return 78;
    }

    @Override
    public List<Part> about(Account account) {
        var parts = new ArrayList<Part>();
        var asked = db.sql("""
                SELECT round.number, round.last_day, place.people
                  FROM survey.invited
                  JOIN directory.pass ON pass.person = invited.person
                  JOIN survey.round ON round.id = invited.round
                  JOIN survey.place ON place.round = invited.round AND place.no = invited.place
                 WHERE pass.account = :account
                 ORDER BY round.last_day
                """).param("account", account.id()).query((row, n) -> fields("round", row.getString(1), "until", row.getObject(2, java.time.LocalDate.class), "group", row.getInt(3))).list();
        if (!asked.isEmpty()) {
            parts.add(new Part("asked", asked));
        }
        var acts = db.sql("""
                SELECT 'LAUNCHED', round.number, round.launched_at FROM survey.round WHERE launched_by = :account
                UNION ALL
                SELECT 'PRINTED', round.number, printing.printed_at FROM survey.printing JOIN survey.round ON round.id = printing.round WHERE printed_by = :account
                UNION ALL
                SELECT 'RELEASED', round.number, released.released_at FROM survey.released JOIN survey.round ON round.id = released.round WHERE released_by = :account
                UNION ALL
                SELECT 'CUT', round.number, refused.refused_at FROM survey.refused JOIN survey.round ON round.id = refused.round WHERE asked_by = :account
                UNION ALL
                SELECT 'PACK', pack.code, pack.brought_at FROM survey.pack WHERE brought_by = :account
                 ORDER BY 3
                """).param("account", account.id())
                .query((row, n) -> fields("what", new Code("survey.data.what.", row.getString(1)), "round", row.getString(2), "day", row.getObject(3, java.time.OffsetDateTime.class).toInstant())).list();
        if (!acts.isEmpty()) {
            parts.add(new Part("acts", acts));
        }
        return List.copyOf(parts);
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }
}
