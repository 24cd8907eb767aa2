package org.probity.supply.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a room's source says of a gate, asked as grades ask it. */
public record AGate(Source source, JdbcClient db) {
    /** Whom it shuts out of a half-year, as known at a moment. */
    public Set<UUID> shut(LocalDate from, LocalDate until, Instant knownAt) {
        return db.sql("SELECT supplier, over, under, facts::text FROM (" + source.sql() + ") AS source")
                .param("from_day", from).param("until_day", until).param("known_at", knownAt.atOffset(ZoneOffset.UTC))
                .query((row, n) -> {
                    if (!source.criterion().equals("no-breach") || row.getBigDecimal("over").signum() != 0 || row.getString("facts").length() < 5) {
                        throw new AssertionError("a gate says 0 and why: " + row.getString("facts"));
                    }
                    return row.getObject("supplier", UUID.class);
                }).stream().collect(Collectors.toSet());
    }
}
