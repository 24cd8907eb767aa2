package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class StandingUpTest {
    @Autowired JdbcClient db;
    @Autowired Environment settings;

    @Test
    void theHouseStandsOnPostgres18() {
        assertThat(db.sql("SELECT current_setting('server_version_num')::int / 10000").query(Integer.class).single()).isEqualTo(18);
    }

    @Test
    void springAndOurOwnMigrationsReadTheSameFiles() {
        assertThat(settings.getProperty("spring.flyway.locations")).isEqualTo(Migrations.LOCATION);
        assertThat(settings.getProperty("spring.flyway.default-schema")).isEqualTo(Migrations.SCHEMA);
    }
}
