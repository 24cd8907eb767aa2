package org.probity.people.equity;

import org.probity.house.directory.Directory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When who somebody was is forgotten, what they were granted and did with it goes; the registrar's books have what law asks to be kept. Sums of plans stay. */
@Component("equityLeavers")
class Leavers {
    private final JdbcClient db;
    private final StockVault vault;

    Leavers(JdbcClient db, StockVault vault) {
        this.db = db;
        this.vault = vault;
    }

    @EventListener
    @Transactional
    void forgotten(Directory.Forgotten somebody) {
        db.sql("DELETE FROM equity.stock_sooner WHERE person = :person").param("person", somebody.person()).update();
        vault.forget(somebody.person());
    }
}
