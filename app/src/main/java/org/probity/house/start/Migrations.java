package org.probity.house.start;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Where the house's tables come from: every room's {@code V<yyyyMMddHHmm>__room.sql}, in the order of their time. The application's
 * own properties say the same to Spring; a test compares the two.
 */
final class Migrations {
    static final String LOCATION = "classpath:org/probity";
    /** Flyway's own table of what has been applied. */
    static final String SCHEMA = "house";

    private Migrations() {}

    static FluentConfiguration on(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations(LOCATION)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                // Rooms are built side by side; one may arrive later with an earlier time.
                .outOfOrder(true);
    }
}
