package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class KeepingWhatWasTypedOutOfTheLogTest {
    static final String TYPED = "My secret complaint about Mr X";

    @Autowired JdbcClient db;

    static String written(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "INSERT INTO views.view VALUES (gen_random_uuid(), gen_random_uuid(), :typed, '/elsewhere', '', NULL, now()) | SQLSTATE 23514, constraint within_the_house, table view",
        "INSERT INTO webhook.endpoint VALUES (gen_random_uuid(), :typed, '{a}', now(), gen_random_uuid()) | SQLSTATE 23514, constraint over_tls, table endpoint",
        "INSERT INTO settings.setting (name, value, secret, set_at, set_by) VALUES (:typed, NULL, false, now(), gen_random_uuid()) | SQLSTATE 23502, table setting, column value",
        "SELECT CAST(:typed AS date) | SQLSTATE 22007"
    })
    void theLogNamesTheRuleAndNeverTheValue(String sql, String told) {
        var failure = catchThrowable(() -> db.sql(sql).param("typed", TYPED).query((row, n) -> row).list());
        assertThat(written(Discreet.of(failure))).contains(told, getClass().getSimpleName()).doesNotContain(TYPED);
    }

    /** Failures that are logged elsewhere, such as those of later work, have no row in them either. */
    @Test
    void theDriverLeavesTheRowOutOfItsMessages() {
        var failure = catchThrowable(() -> db.sql("INSERT INTO webhook.endpoint VALUES (gen_random_uuid(), :typed, '{a}', now(), gen_random_uuid())")
                .param("typed", TYPED).update());
        assertThat(written(failure)).contains("over_tls").doesNotContain(TYPED);
    }

    @Test
    void aFailureWithoutTheDatabaseIsLoggedAsItIs() {
        var failure = new IllegalStateException("batch 7 was read before", new IllegalArgumentException("x"));
        assertThat(Discreet.of(failure)).isSameAs(failure);
    }
}
