package org.probity.people.career;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's track, applications, what was found in them, and what they found in others'. */
@Component
class CareerData implements PersonalData {
    private final JdbcClient db;
    private final Directory directory;

    CareerData(JdbcClient db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "career.data.";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public List<Part> about(Account account) {
        var person = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        return person.map(it -> List.of(new Part("tracks", tracks(it)), new Part("applications", applications(it)), new Part("said", said(it)), new Part("found", found(it)),
                new Part("judged", judged(account.id())), new Part("wishes", wishes(it)), new Part("plan", plan(it))).stream().filter(part -> !part.rows().isEmpty()).toList()).orElse(List.of());
    }

    private List<Map<String, Object>> tracks(UUID person) {
        return db.sql("SELECT track, from_day FROM career.placement WHERE person = :person ORDER BY placed_at").param("person", person)
                .query((row, n) -> fields("track", row.getString(1), "from", row.getObject(2, LocalDate.class))).list();
    }

    private List<Map<String, Object>> applications(UUID person) {
        return db.sql("""
                SELECT application.number, application.track, application.level, application.opened_at, step.state, decision.outcome, decision.level AS held, decision.until_day
                  FROM career.application
                  JOIN LATERAL (SELECT state FROM career.step WHERE step.application = application.id ORDER BY no DESC LIMIT 1) AS step ON true
                  LEFT JOIN career.decision ON decision.application = application.id
                 WHERE application.person = :person ORDER BY application.opened_at
                """)
                .param("person", person)
                .query((row, n) -> {
                    var fields = fields("number", row.getString("number"), "track", row.getString("track"), "level", row.getInt("level"), "at",
                            row.getObject("opened_at", OffsetDateTime.class).toInstant(), "state", new Code("career.state.", row.getString("state")));
                    Optional.ofNullable(row.getString("outcome")).ifPresent(it -> fields.put("outcome", new Code("career.outcome.", it)));
                    Optional.ofNullable(row.getObject("until_day", LocalDate.class)).ifPresent(it -> fields.put("until", it));
                    return fields;
                }).list();
    }

    private List<Map<String, Object>> said(UUID person) {
        return db.sql("""
                SELECT application.number, said.words, said.at FROM career.said JOIN career.application ON application.id = said.application
                 WHERE application.person = :person ORDER BY said.at
                """)
                .param("person", person)
                .query((row, n) -> fields("number", row.getString(1), "words", row.getString(2), "at", row.getObject(3, OffsetDateTime.class).toInstant())).list();
    }

    /** What panels found, without who of them found it. */
    private List<Map<String, Object>> found(UUID person) {
        return db.sql("""
                SELECT application.number, vote.shown, vote.reason, vote.at FROM career.vote JOIN career.application ON application.id = vote.application
                  JOIN career.decision ON decision.application = application.id
                 WHERE application.person = :person ORDER BY vote.at
                """)
                .param("person", person)
                .query((row, n) -> fields("number", row.getString(1), "level", row.getInt(2), "words", row.getString(3), "at", row.getObject(4, OffsetDateTime.class).toInstant())).list();
    }

    /** What they wrote on panels, without whom it was about. */
    private List<Map<String, Object>> judged(UUID account) {
        return db.sql("""
                SELECT vote.shown, vote.reason, vote.at FROM career.vote
                  JOIN career.panelist ON panelist.application = vote.application AND panelist.person = vote.person
                 WHERE panelist.account = :account ORDER BY vote.at
                """)
                .param("account", account)
                .query((row, n) -> fields("level", row.getInt(1), "words", row.getString(2), "at", row.getObject(3, OffsetDateTime.class).toInstant())).list();
    }

    /** What they would like in rounds of rotation, every version of it. */
    private List<Map<String, Object>> wishes(UUID person) {
        return db.sql("""
                SELECT round.number, cardinality(choice.openings) AS many, choice.words, choice.at FROM career.choice JOIN career.round ON round.id = choice.round
                 WHERE choice.person = :person ORDER BY choice.at
                """)
                .param("person", person)
                .query((row, n) -> fields("number", row.getString(1), "choices", row.getInt(2), "words", row.getString(3), "at", row.getObject(4, OffsetDateTime.class).toInstant())).list();
    }

    /** What they aim at, and how they mean to get there. */
    private List<Map<String, Object>> plan(UUID person) {
        var aims = db.sql("SELECT track, level, at FROM career.wish WHERE person = :person ORDER BY at").param("person", person)
                .query((row, n) -> fields("track", row.getString(1), "level", row.getInt(2), "at", row.getObject(3, OffsetDateTime.class).toInstant())).list();
        var steps = db.sql("SELECT way, words, until_day, at FROM career.plan WHERE person = :person ORDER BY at").param("person", person)
                .query((row, n) -> {
                    var fields = fields("way", new Code("career.way.", row.getString(1)), "words", row.getString(2), "at", row.getObject(4, OffsetDateTime.class).toInstant());
                    Optional.ofNullable(row.getObject(3, LocalDate.class)).ifPresent(it -> fields.put("until", it));
                    return fields;
                }).list();
        return Stream.concat(aims.stream(), steps.stream()).toList();
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
