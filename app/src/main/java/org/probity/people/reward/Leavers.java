package org.probity.people.reward;

import java.util.List;
import org.probity.house.directory.Directory;
import org.probity.house.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When who somebody was is forgotten, their parts go; what payroll must keep of payments by law lies in payroll's books. Sums of units and the root over all parts stay. */
@Component("rewardLeavers")
class Leavers {
    private final JdbcClient db;
    private final Vault vault;

    Leavers(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    @EventListener
    @Transactional
    void forgotten(Directory.Forgotten somebody) {
        vault.open(() -> all(List.of("DELETE FROM pay.listed WHERE person = :person", "DELETE FROM pay.part WHERE person = :person", "DELETE FROM pay.unit_given WHERE person = :person"), somebody));
        all(List.of("DELETE FROM reward.split_out WHERE person = :person", "DELETE FROM reward.unit_left WHERE person = :person", "DELETE FROM reward.holder WHERE person = :person"), somebody);
    }

    private int all(List<String> statements, Directory.Forgotten somebody) {
        return statements.stream().mapToInt(sql -> db.sql(sql).param("person", somebody.person()).update()).sum();
    }
}
