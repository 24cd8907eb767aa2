package org.probity.people.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are paid belongs to a role of its own: the database refuses it to every other statement of the house. */
@WholeHouse
class KeepingPayApartTest {
    @Autowired JdbcClient db;
    @Autowired Vault vault;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyTableOfPayBelongsToTheRoleAndNoneIsReadWithoutIt() {
        assertThat(vault.apart()).isTrue();
        var tables = db.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'pay'").query(String.class).list();
        assertThat(tables).contains("part", "unit_given", "stated", "letter");
        for (var table : tables) {
            assertThat(db.sql("SELECT tableowner FROM pg_tables WHERE schemaname = 'pay' AND tablename = :table").param("table", table).query(String.class).single()).as(table).isEqualTo("probity_pay");
            assertThatThrownBy(() -> db.sql("SELECT count(*) FROM pay." + table).query(Long.class).single()).as(table).isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("permission denied");
            Long rows = transaction.execute(_ -> vault.open(() -> db.sql("SELECT count(*) FROM pay." + table).query(Long.class).single()));
            assertThat(rows).as(table).isNotNegative();
        }
    }

    @Test
    void theRoleEndsWithWhatItWasPutOnFor() {
        transaction.executeWithoutResult(_ -> {
            String within = vault.open(() -> db.sql("SELECT current_user").query(String.class).single());
            assertThat(within).isEqualTo("probity_pay");
            assertThat(db.sql("SELECT current_user").query(String.class).single()).isEqualTo("probity");
        });
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
            assertThatThrownBy(() -> vault.open(() -> {
                throw new IllegalStateException("no statement");
            })).isInstanceOf(IllegalStateException.class);
            assertThat(db.sql("SELECT current_user").query(String.class).single()).as("also when it fails").isEqualTo("probity");
        })).as("and nothing of it stands").isInstanceOf(UnexpectedRollbackException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> vault.open(() -> db.sql("SELECT 1 / 0").query(Integer.class).single()))).isInstanceOf(DataAccessException.class);
        assertThat(db.sql("SELECT current_user").query(String.class).single()).isEqualTo("probity");
        assertThatThrownBy(() -> vault.open(() -> 1)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theRoleReadsWhatItJoinsAndNothingOfTheRest() {
        for (var table : new String[] {"access.account", "settings.setting", "labour.identity", "log.opening"}) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> vault.open(() -> db.sql("SELECT count(*) FROM " + table).query(Long.class).single()))).as(table).isInstanceOf(DataAccessException.class);
        }
    }
}
