package org.probity.people.labour;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.privacy.LegalBases;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps about the person an account belongs to. */
@Component
class LabourData implements PersonalData, LegalBases {
    /** Stretches of work shown; the file has as many. */
    private static final int STRETCHES = 2_000;

    private final JdbcClient db;
    private final Bases bases;

    LabourData(JdbcClient db, Bases bases) {
        this.db = db;
        this.bases = bases;
    }

    @Override
    public String messages() {
        return "labour.data.";
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public List<Part> about(Account account) {
        var found = db.sql("SELECT person FROM directory.account WHERE account = :account").param("account", account.id()).query(UUID.class).optional();
        return found.map(person -> List.of(
                part("document", person, "SELECT document, born, sex, verified_on, recorded_at, superseded_at FROM labour.identity WHERE person = :person ORDER BY recorded_at DESC"),
                part("contracts", person, """
                        SELECT act, term, signed_on, from_day, until_day, probation_days, category, full_time, known_from, known_until
                          FROM labour.contract WHERE person = :person ORDER BY from_day DESC, known_from DESC
                        """),
                part("papers", person, "SELECT kind AS paper, day, until_day, told_at, withdrawn_at FROM labour.paper WHERE person = :person ORDER BY day DESC"),
                part("shifts", person, """
                        SELECT day, begins::time::text AS begins, ends::time::text AS ends, withdrawn_at FROM labour.shift WHERE person = :person ORDER BY day DESC LIMIT %d
                        """.formatted(STRETCHES)),
                part("time", person, """
                        SELECT day, begins::time::text AS begins, seconds, kind AS worked, recorded_at FROM labour.worked WHERE person = :person ORDER BY day DESC, no DESC, part LIMIT %d
                        """.formatted(STRETCHES)),
                part("findings", person, """
                        SELECT code AS checked, about, found_at, state AS stage, last_seen FROM labour.finding_now WHERE person = :person ORDER BY found_at DESC
                        """))).orElse(List.of());
    }

    @Override
    public List<Basis> bases(Account account) {
        return of("labour", account);
    }

    /** What is said here of other rooms' fields, too. */
    @Override
    public List<Basis> of(String room, Account account) {
        return db.sql("SELECT person FROM directory.account WHERE account = :account").param("account", account.id()).query(UUID.class).optional()
                .map(person -> bases.of(person).stream().filter(it -> it.room().equals(room)).map(it -> new Basis(it.partOfRoom(), it.field(), it.fromDay(), it.source(), own(it), it.months(), it.confirmed())).toList()).orElse(List.of());
    }

    private static List<String> own(Bases.Basis it) {
        return it.ruleEn().isEmpty() ? List.of() : List.of(it.ruleEn() + " (" + it.steps() + "/3)", it.ruleZh() + "（" + it.steps() + "/3）");
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
                    case Boolean yes -> new Code("labour.", yes ? "yes" : "no");
                    case String code -> switch (field) {
                        case "document", "sex", "act", "term", "category", "paper", "stage", "worked" -> new Code("labour." + field + ".", code);
                        case "checked" -> new Code("labour.check.", code);
                        default -> code;
                    };
                    case Object value -> value;
                });
            }
            return (Map<String, Object>) fields;
        }).list());
    }
}
