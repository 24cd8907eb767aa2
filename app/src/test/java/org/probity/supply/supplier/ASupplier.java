package org.probity.supply.supplier;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One that is there, for tests of rooms that know of suppliers only that somebody may speak for one. */
public final class ASupplier {
    private ASupplier() {}

    public static UUID in(JdbcClient db) {
        return db.sql("""
                INSERT INTO supplier.supplier (id, number, name_en, name_zh, country, category, registered_by, registered_at, record)
                VALUES (gen_random_uuid(), gen_random_uuid()::text, 'Somebody', '某公司', 'CN', 'glass', gen_random_uuid(), now(), gen_random_uuid())
                RETURNING id
                """)
                .query(UUID.class).single();
    }
}
