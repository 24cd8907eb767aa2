package org.probity.people.succession;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was asked and answered, what was found of their potential, and for which project an outsider could look. */
@Component
class SuccessionData implements PersonalData {
    private final JdbcClient db;
    private final Directory directory;

    SuccessionData(JdbcClient db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "succession.data.";
    }

    @Override
    public int order() {
        return 72;
    }

    @Override
    public List<Part> about(Account account) {
        var person = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        var looked = new Part("access", access(account.id()));
        return person.map(it -> List.of(new Part("named", named(it)), new Part("potential", potential(it)), looked)).orElse(List.of(looked)).stream().filter(it -> !it.rows().isEmpty()).toList();
    }

    private List<Map<String, Object>> named(UUID person) {
        return db.sql("""
                SELECT coalesce(post.number, project.number) AS number, coalesce(post.role_en, project.title_en) AS what, step.state, step.reason, step.at
                  FROM succession.naming
                  JOIN succession.naming_step AS step ON step.naming = naming.id
                  LEFT JOIN succession.post ON post.id = naming.post
                  LEFT JOIN succession.project ON project.id = naming.project
                 WHERE naming.person = :person ORDER BY step.at, step.no
                """)
                .param("person", person)
                .query((row, n) -> fields("number", row.getString(1), "what", row.getString(2), "state", new Code("succession.state.", row.getString(3)), "reason", row.getString(4), "at",
                        row.getObject(5, OffsetDateTime.class).toInstant())).list();
    }

    private List<Map<String, Object>> potential(UUID person) {
        return db.sql("""
                SELECT potential.aspect, potential.found, potential.words, potential.day, potential.until_day
                  FROM succession.potential JOIN succession.naming ON naming.id = potential.naming
                 WHERE naming.person = :person ORDER BY potential.at
                """)
                .param("person", person)
                .query((row, n) -> fields("aspect", new Code("succession.aspect.", row.getString(1)), "found", new Code("succession.found.", row.getString(2)), "words", row.getString(3), "day",
                        row.getObject(4, LocalDate.class), "until", row.getObject(5, LocalDate.class))).list();
    }

    private List<Map<String, Object>> access(UUID account) {
        return db.sql("""
                SELECT project.number, access.firm, access.last_day, access.agreed_at FROM succession.access JOIN succession.project ON project.id = access.project
                 WHERE access.account = :account ORDER BY access.no
                """)
                .param("account", account)
                .query((row, n) -> fields("number", row.getString(1), "firm", row.getString(2), "until", row.getObject(3, LocalDate.class), "at", row.getObject(4, OffsetDateTime.class).toInstant())).list();
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
