package org.probity.supply.clearance;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.settings.DaysKept;
import org.probity.house.settings.Keeping;
import org.probity.house.time.DayHasBegun;
import org.probity.proof.Json;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The answers that were given, as they were given. Nothing here is ever changed; what is older than the house wants to keep is forgotten whole. */
@Service
class Answers {
    /** How many days an answer is kept; an administrator may choose another number. At the least as long as a year's figures are still made. */
    static final DaysKept KEPT = new DaysKept("clearance.days-kept", 400, 36_500, 1_100);

    /** So many in a step, so that forgetting a busy day does not hold one long lock. */
    private static final int FORGOTTEN_TOGETHER = 20_000;

    /** Which answers are looked for; null asks nothing. */
    record Sought(@Nullable UUID supplier, @Nullable String outcome, @Nullable String reference) {
        static final Sought ALL = new Sought(null, null, null);

        static Sought about(@Nullable UUID supplier) {
            return new Sought(supplier, null, null);
        }
    }

    private final JdbcClient db;
    private final Keeping keeping;
    private final Clock clock;

    Answers(JdbcClient db, Keeping keeping, Clock clock) {
        this.db = db;
        this.keeping = keeping;
        this.clock = clock;
    }

    Optional<Clearance> find(UUID id) {
        return db.sql("SELECT * FROM clearance.answer WHERE id = :id").param("id", id).query(Clearances::clearance).optional();
    }

    Optional<Given> given(UUID id) {
        return db.sql(SELECT + " WHERE answer.id = :id").param("id", id).query(Answers::given).optional();
    }

    List<Given> newest(Sought sought, int limit, long offset) {
        return narrowed(db.sql(SELECT + NARROWED + " ORDER BY answer.id DESC LIMIT :limit OFFSET :offset"), sought)
                .param("limit", limit).param("offset", offset)
                .query(Answers::given).list();
    }

    long count(Sought sought) {
        return narrowed(db.sql("SELECT count(*) FROM clearance.answer" + NARROWED), sought).query(Long.class).single();
    }

    /** The set of rules an answer was given by. */
    Optional<Json> rulebook(UUID id) {
        return db.sql("SELECT rules FROM clearance.rulebook WHERE id = :id").param("id", id).query(String.class).optional().map(Json::parse);
    }

    private static JdbcClient.StatementSpec narrowed(JdbcClient.StatementSpec statement, Sought sought) {
        return statement.param("supplier", sought.supplier(), Types.OTHER).param("outcome", sought.outcome(), Types.VARCHAR)
                .param("reference", sought.reference(), Types.VARCHAR);
    }

    @EventListener
    void forget(DayHasBegun begun) {
        var days = keeping.days(KEPT);
        while (forget(begun.day().minusDays(days)) == FORGOTTEN_TOGETHER) {
            // the next step
        }
    }

    /** Ids rise with time, so the oldest lie at the front of the index. */
    private int forget(LocalDate before) {
        var first = before.atStartOfDay(clock.getZone()).toInstant();
        return db.sql("DELETE FROM clearance.answer WHERE id IN (SELECT id FROM clearance.answer WHERE id < :id ORDER BY id LIMIT :some)")
                .param("id", lowest(first)).param("some", FORGOTTEN_TOGETHER)
                .update();
    }

    private static UUID lowest(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }

    private static Given given(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Given(Clearances.clearance(row, number), row.getString("number"), row.getString("name_en"), row.getString("name_zh"),
                row.getObject("asked_by", UUID.class));
    }

    private static final String SELECT = """
            SELECT answer.*, name.number, name.name_en, name.name_zh
              FROM clearance.answer
              JOIN supplier.name ON name.id = answer.supplier
            """;

    private static final String NARROWED = """
             WHERE (:supplier::uuid IS NULL OR answer.supplier = :supplier::uuid)
               AND (:outcome::text IS NULL OR answer.outcome = :outcome)
               AND (:reference::text IS NULL OR answer.reference = :reference)
            """;
}
