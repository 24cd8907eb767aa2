package org.probity.people.community;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How rounds stood as days began, as the log has it. */
@Service
class Tallies {
    /** @param thread whose voices or judgements they are; none: posts of a month */
    public record Tally(LocalDate day, UUID round, String purpose, LocalDate firstDay, long people, long issued, long spent, long shown, boolean holds, String root, UUID record) {}

    private final JdbcClient db;

    Tallies(JdbcClient db) {
        this.db = db;
    }

    /** The newest of each round; months first. */
    List<Tally> newest(int most) {
        return db.sql("""
                SELECT newest.day, newest.round, round.purpose, round.first_day, newest.people, newest.issued, newest.spent, newest.shown, newest.holds, newest.root, newest.record
                  FROM (SELECT DISTINCT ON (tally.round) tally.* FROM community.tally ORDER BY tally.round, tally.day DESC) AS newest
                  JOIN ballot.round AS round ON round.id = newest.round
                 ORDER BY round.purpose <> 'community', round.first_day DESC, newest.round
                 LIMIT :most
                """).param("most", most).query(Tally.class).list();
    }
}
