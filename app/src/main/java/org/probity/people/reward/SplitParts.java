package org.probity.people.reward;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed rows of splits: what each person got and what made it. */
@Component
class SplitParts {
    private static final String SEALED_AS = "part";

    private record Kept(UUID split, UUID person, byte[] sealed) {}

    record Agreed(UUID split, Part part) {}

    private final JdbcClient db;
    private final PaySeal seal;
    private final Vault vault;

    SplitParts(JdbcClient db, PaySeal seal, Vault vault) {
        this.db = db;
        this.seal = seal;
        this.vault = vault;
    }

    void keep(UUID split, List<Splits.Person> people) {
        var sealing = seal.sealing();
        vault.open(() -> db.sql("""
                INSERT INTO pay.part (split, person, code, assessment, sealed)
                SELECT :split, of.person, of.code, of.assessment, decode(of.sealed, 'hex')
                  FROM unnest(CAST(:people AS uuid[]), CAST(:codes AS text[]), CAST(:assessments AS uuid[]), CAST(:sealed AS text[])) AS of (person, code, assessment, sealed)
                """)
                .param("split", split).param("people", people.stream().map(Splits.Person::person).toArray(UUID[]::new)).param("codes", people.stream().map(it -> it.part().code()).toArray(String[]::new))
                .param("assessments", people.stream().map(it -> it.part().assessment()).toArray(UUID[]::new))
                .param("sealed", people.stream().map(it -> HexFormat.of().formatHex(sealing.seal(SEALED_AS, split, it.person(), it.part().words()))).toArray(String[]::new))
                .update());
    }

    void drop(UUID split) {
        vault.open(() -> db.sql("DELETE FROM pay.part WHERE split = :split").param("split", split).update());
    }

    private static Part opened(PaySeal.Sealing sealing, Kept it) {
        return Part.of(sealing.open(SEALED_AS, it.split(), it.person(), it.sealed()));
    }

    /** In the order of their codes. */
    List<Part> of(UUID split) {
        var sealing = seal.sealing();
        return vault.open(() -> db.sql("SELECT split, person, sealed FROM pay.part WHERE split = :split ORDER BY code").param("split", split).query(Kept.class).list()).stream().map(it -> opened(sealing, it)).toList();
    }

    Part one(UUID split, UUID person) {
        return opened(seal.sealing(), vault.open(() -> db.sql("SELECT split, person, sealed FROM pay.part WHERE split = :split AND person = :person").param("split", split).param("person", person).query(Kept.class).single()));
    }

    /** In fen. */
    Map<UUID, Long> amounts(UUID split) {
        var sealing = seal.sealing();
        var amounts = new HashMap<UUID, Long>();
        vault.open(() -> db.sql("SELECT split, person, sealed FROM pay.part WHERE split = :split").param("split", split).query(Kept.class).list()).forEach(it -> amounts.put(it.person(), opened(sealing, it).amount()));
        return amounts;
    }

    /** Somebody's, newest first: of splits that were agreed to alone. */
    List<Agreed> agreed(UUID person) {
        var sealing = seal.sealing();
        return vault.open(() -> db.sql("""
                SELECT part.split, part.person, part.sealed FROM pay.part JOIN reward.split_agreed AS agreed ON agreed.split = part.split
                 WHERE part.person = :person ORDER BY agreed.at DESC
                """).param("person", person).query(Kept.class).list()).stream().map(it -> new Agreed(it.split(), opened(sealing, it))).toList();
    }
}
