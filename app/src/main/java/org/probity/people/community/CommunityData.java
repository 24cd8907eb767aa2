package org.probity.people.community;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers and who moderates. Of those who write nothing is kept that could be found. */
@Component
class CommunityData implements PersonalData {
    private final JdbcClient db;

    CommunityData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "community.data.";
    }

    @Override
    public int order() {
        return 77;
    }

    @Override
    public List<Part> about(Account account) {
        var offices = db.sql("""
                SELECT liaison.rank, unit.code, liaison.from_day, liaison.until_day
                  FROM community.liaison JOIN directory.pass ON pass.person = liaison.person JOIN directory.unit ON unit.id = liaison.unit
                 WHERE pass.account = :account
                UNION ALL
                SELECT 'PANEL', seat.seat, seat.from_day, seat.until_day FROM community.seat JOIN directory.pass ON pass.person = seat.person WHERE pass.account = :account
                 ORDER BY 3
                """).param("account", account.id()).query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("what", new Code("community.data.what.", row.getString(1)));
                    fields.put("where", row.getString(2));
                    fields.put("from", row.getObject(3, java.time.LocalDate.class));
                    if (row.getObject(4) != null) {
                        fields.put("until", row.getObject(4, java.time.LocalDate.class));
                    }
                    return fields;
                }).list();
        return offices.isEmpty() ? List.of() : List.of(new Part("offices", offices));
    }
}
