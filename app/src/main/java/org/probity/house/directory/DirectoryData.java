package org.probity.house.directory;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the directory keeps about the person an account belongs to, also what was superseded. */
@Component
class DirectoryData implements PersonalData {
    private final JdbcClient db;

    DirectoryData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "directory.data.";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Part> about(Account account) {
        var found = db.sql("SELECT person FROM directory.account WHERE account = :account").param("account", account.id()).query(UUID.class).optional();
        if (found.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        parts.add(part("identity", found.get(), """
                SELECT person.number, fact.name_zh, fact.name_en, fact.email, fact.recorded_at, fact.superseded_at
                  FROM directory.person
                  JOIN directory.person_fact fact ON fact.person = person.id
                 WHERE person.id = :person
                 ORDER BY fact.recorded_at DESC
                """));
        parts.add(part("engagements", found.get(), """
                SELECT e.kind, unit.code AS unit, e.title, e.from_day, e.until_day, e.recorded_at, e.superseded_at, coalesce(act.reason, '') AS reason
                  FROM directory.engagement e
                  JOIN directory.unit ON unit.id = e.unit
                  LEFT JOIN directory.act ON act.id = e.act
                 WHERE e.person = :person
                 ORDER BY e.from_day DESC, e.recorded_at DESC
                """));
        parts.add(part("leading", found.get(), """
                SELECT head.rank, unit.code AS unit, head.from_day, head.until_day, head.recorded_at, head.superseded_at
                  FROM directory.head
                  JOIN directory.unit ON unit.id = head.unit
                 WHERE head.person = :person
                 ORDER BY head.from_day DESC, head.recorded_at DESC
                """));
        parts.add(part("deputies", found.get(), """
                SELECT CASE WHEN deputy.person = :person THEN 'AWAY' ELSE 'STANDS_IN' END AS rank, deputy.from_day, deputy.until_day,
                       deputy.recorded_at, deputy.superseded_at
                  FROM directory.deputy
                 WHERE :person IN (deputy.person, deputy.deputy)
                 ORDER BY deputy.from_day DESC, deputy.recorded_at DESC
                """));
        return parts;
    }

    private Part part(String name, UUID person, String sql) {
        return new Part(name, db.sql(sql).param("person", person).query((row, n) -> {
            var fields = new LinkedHashMap<String, Object>();
            for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                var field = row.getMetaData().getColumnLabel(column);
                fields.put(field, switch (row.getObject(column)) {
                    case null -> "";
                    case Timestamp at -> at.toInstant();
                    case Date day -> day.toLocalDate();
                    case String code when field.equals("kind") -> new Code("directory.engagement.", code);
                    case String code when field.equals("rank") -> new Code("directory.rank.", code);
                    case Object value -> value;
                });
            }
            return (Map<String, Object>) fields;
        }).list());
    }
}
