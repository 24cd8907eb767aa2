package org.probity.people.labour;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The eleven indicators of forced labour of the ILO, each with what this house knows of it. One can be enough, usually several come together; where nothing here measures
 * one, the board says so, because an empty place must not read as none.
 */
@Service
public class Indicators {
    public enum Indicator {
        VULNERABILITY("/app/labour/findings?check=juvenile"), DECEPTION(null), MOVEMENT(null), ISOLATION(null), VIOLENCE("/app/labour/incidents"), INTIMIDATION("/app/labour/incidents"),
        DOCUMENTS("/app/labour/findings?check=held"), WAGES(null), DEBT("/app/labour/findings?check=held"), CONDITIONS(null), OVERTIME("/app/labour/findings?check=overtime-month");

        /** Where the rows are that are counted; null: nothing here measures it. */
        final @Nullable String href;

        Indicator(@Nullable String href) {
            this.href = href;
        }

        boolean measured() {
            return href != null;
        }
    }

    /** @param count null: not measurable here */
    public record Reading(Indicator indicator, @Nullable Long count) {}

    private final JdbcClient db;

    Indicators(JdbcClient db) {
        this.db = db;
    }

    List<Reading> now() {
        var counts = new HashMap<String, Long>();
        db.sql("""
                SELECT 'VULNERABILITY' AS indicator, count(*) AS open FROM labour.finding_now WHERE code IN ('juvenile', 'child') AND state <> 'CLOSED'
                UNION ALL SELECT 'VIOLENCE', count(*) FROM labour.incidents_at('infinity') WHERE ground IN ('ABUSE', 'HARASSMENT') AND confirmed
                UNION ALL SELECT 'INTIMIDATION', count(*) FROM labour.incidents_at('infinity') WHERE ground = 'FORCED_LABOUR' AND confirmed
                UNION ALL SELECT 'DOCUMENTS', count(*) FROM labour.held WHERE kind = 'DOCUMENT' AND returned_on IS NULL
                UNION ALL SELECT 'DEBT', count(*) FROM labour.held WHERE kind IN ('DEPOSIT', 'RECRUITMENT_FEE') AND returned_on IS NULL
                UNION ALL SELECT 'OVERTIME', count(*) FROM labour.finding_now WHERE code = 'overtime-month' AND state <> 'CLOSED'
                """).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return Arrays.stream(Indicator.values()).map(it -> new Reading(it, it.measured() ? counts.getOrDefault(it.name(), 0L) : null)).toList();
    }
}
