package org.probity.people.labour;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What another source says of a year: how many people were newly registered, how many there are. Figures of people are held against it. */
@Service
public class Statements {
    public enum What { HIRES, HEADCOUNT, BREACHES, NONEMPLOYEES, LEAVERS, WOMEN, DISABLED }

    public record Stated(What what, int year, int number, String source, Instant statedAt) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Statements(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Refusals: {@code labour.year-wrong} none, or one to come; {@code labour.stated-number} no count of people; {@code labour.source-missing}; {@code labour.source-long}.
     *
     * @param number negative: none was given
     */
    @Transactional
    public Answer<UUID> state(What what, int year, int number, String source, Me by) {
        if (year < 2000 || year > LocalDate.now(clock).getYear()) {
            return Answer.refused("year", "labour.year-wrong");
        }
        if (number < 0) {
            return Answer.refused("number", "labour.stated-number");
        }
        if (source.isBlank()) {
            return Answer.refused("source", "labour.source-missing");
        }
        if (source.strip().length() > 300) {
            return Answer.refused("source", "labour.source-long", 300);
        }
        var id = UUID.randomUUID();
        var record = log.record("labour.stated", LocalDate.now(clock), Map.of("what", what.name(), "year", year, "number", number));
        db.sql("INSERT INTO labour.stated (id, what, year, number, source, stated_by, stated_at, record) VALUES (:id, :what, :year, :number, :source, :by, :now, :record)")
                .param("id", id).param("what", what.name()).param("year", year).param("number", number).param("source", source.strip()).param("by", by.account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(id);
    }

    /** Newest first. */
    List<Stated> all() {
        return db.sql("SELECT what, year, number, source, stated_at FROM labour.stated ORDER BY stated_at DESC LIMIT 20").query(Stated.class).list();
    }
}
