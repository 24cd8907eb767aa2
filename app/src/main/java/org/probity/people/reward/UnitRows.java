package org.probity.people.reward;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed rows of time units: what each person was given, by which grade and rating. */
@Component
class UnitRows {
    private static final String SEALED_AS = "units";

    private record Kept(UUID giving, UUID person, @Nullable UUID assessment, byte[] sealed) {}

    record Row(UUID giving, Units.Given given) {}

    private final JdbcClient db;
    private final PaySeal seal;
    private final Vault vault;

    UnitRows(JdbcClient db, PaySeal seal, Vault vault) {
        this.db = db;
        this.seal = seal;
        this.vault = vault;
    }

    void keep(UUID giving, List<Units.Given> all) {
        var sealing = seal.sealing();
        vault.open(() -> db.sql("""
                INSERT INTO pay.unit_given (giving, person, assessment, sealed)
                SELECT :giving, of.person, of.assessment, decode(of.sealed, 'hex') FROM unnest(CAST(:people AS uuid[]), CAST(:assessments AS uuid[]), CAST(:sealed AS text[])) AS of (person, assessment, sealed)
                """)
                .param("giving", giving).param("people", all.stream().map(Units.Given::person).toArray(UUID[]::new)).param("assessments", all.stream().map(Units.Given::assessment).toArray(UUID[]::new))
                .param("sealed", all.stream().map(it -> HexFormat.of().formatHex(sealing.seal(SEALED_AS, giving, it.person(), it.words()))).toArray(String[]::new))
                .update());
    }

    void drop(UUID giving) {
        vault.open(() -> db.sql("DELETE FROM pay.unit_given WHERE giving = :giving").param("giving", giving).update());
    }

    List<UUID> people(UUID giving) {
        return vault.open(() -> db.sql("SELECT person FROM pay.unit_given WHERE giving = :giving").param("giving", giving).query(UUID.class).list());
    }

    private List<Row> opened(List<Kept> rows) {
        var sealing = seal.sealing();
        return rows.stream().map(it -> new Row(it.giving(), Units.Given.of(it.person(), it.assessment(), sealing.open(SEALED_AS, it.giving(), it.person(), it.sealed())))).toList();
    }

    private static final String AGREED = """
            SELECT given.giving, given.person, given.assessment, given.sealed
              FROM pay.unit_given AS given
              JOIN reward.unit_giving_agreed AS agreed ON agreed.giving = given.giving
            """;

    /** Units of a plan that have not run out in a year. */
    List<Row> running(UUID plan, int year, int term) {
        return opened(vault.open(() -> db.sql(AGREED + " WHERE agreed.plan = :plan AND agreed.year > :year - :term AND agreed.year < :year").param("plan", plan).param("year", year).param("term", term).query(Kept.class).list()));
    }

    /** Everything of one person, newest first. */
    List<Row> of(UUID person) {
        return opened(vault.open(() -> db.sql(AGREED + " WHERE given.person = :person ORDER BY agreed.year DESC, agreed.at DESC").param("person", person).query(Kept.class).list()));
    }

    /** Everything under a plan, by who holds it and then by year. */
    List<Row> under(UUID plan) {
        return opened(vault.open(() -> db.sql(AGREED + " JOIN directory.name ON name.id = given.person WHERE agreed.plan = :plan ORDER BY name.number, agreed.year").param("plan", plan).query(Kept.class).list()));
    }
}
