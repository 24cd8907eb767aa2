package org.probity.people.reward;

import java.util.List;
import org.probity.house.directory.Directory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When who somebody was is forgotten, their parts go; what payroll must keep of payments by law lies in payroll's books. Sums of units and the root over all parts stay. */
@Component("rewardLeavers")
class Leavers {
    private final JdbcClient db;
    private final StockVault vault;

    Leavers(JdbcClient db, StockVault vault) {
        this.db = db;
        this.vault = vault;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        for (var sql : List.of("DELETE FROM pay.part WHERE person = :person", "DELETE FROM reward.split_out WHERE person = :person", "DELETE FROM pay.unit_given WHERE person = :person",
                "DELETE FROM reward.unit_left WHERE person = :person",
                "DELETE FROM reward.holder WHERE person = :person")) {
            db.sql(sql).param("person", somebody.person()).update();
        }
        vault.forget(somebody.person());
    }
}
