package org.probity.people.reward;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds units or stock, from when until when, and never how much: figures count them without opening anything. */
@Component
public class Holders {
    private final JdbcClient db;
    private final Clock clock;

    Holders(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public void keep(UUID source, List<UUID> people, LocalDate from, LocalDate until, UUID record) {
        db.sql("""
                INSERT INTO reward.holder (source, person, from_day, until_day, said_at, record)
                SELECT :source, of.person, :from, :until, :at, :record FROM unnest(CAST(:people AS uuid[])) AS of (person)
                """)
                .param("source", source).param("from", from).param("until", until).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).param("people", people.toArray(UUID[]::new))
                .update();
    }
}
