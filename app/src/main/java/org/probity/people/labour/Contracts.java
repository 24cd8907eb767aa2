package org.probity.people.labour;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/** The terms on which people are employed. What is told of a day again takes the place of what was believed; those rows stay. */
@Service
public class Contracts {
    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Contracts(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Terms from a day on. Those of the same first day are corrected.
     *
     * <p>Refusals: {@code labour.person-unknown}; those of {@link Contract#objections}; {@code labour.signed-future}; {@code labour.contract-overlaps} another
     * contract covers one of its days; {@code labour.nothing-new}.
     */
    @Transactional
    public Answer<UUID> tell(UUID person, Contract it, Me by) {
        if (!db.sql("SELECT EXISTS (SELECT FROM directory.name WHERE id = :person)").param("person", person).query(Boolean.class).single()) {
            return Answer.refused("person", "labour.person-unknown");
        }
        var wrong = it.objections();
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        if (it.signedOn() != null && it.signedOn().isAfter(today())) {
            return Answer.refused("signed", "labour.signed-future");
        }
        takeTurns();
        var known = of(person);
        if (known.contains(it)) {
            return Answer.refused("", "labour.nothing-new");
        }
        if (known.stream().anyMatch(other -> !other.fromDay().equals(it.fromDay()) && overlap(other, it))) {
            return Answer.refused("from", "labour.contract-overlaps");
        }
        db.sql("UPDATE labour.contract SET known_until = :now WHERE person = :person AND from_day = :from AND known_until IS NULL")
                .param("now", now()).param("person", person).param("from", it.fromDay()).update();
        var id = UUID.randomUUID();
        var record = log.record("labour.contract", today(), Map.of("contract", id.toString(), "act", it.act().name(), "term", it.term().name()));
        db.sql("""
                INSERT INTO labour.contract (id, person, act, term, signed_on, from_day, until_day, probation_days, category, full_time, told_by, known_from, record)
                VALUES (:id, :person, :act, :term, :signed, :from, :until, :probation, :category, :full, :by, :now, :record)
                """)
                .param("id", id).param("person", person).param("act", it.act().name()).param("term", it.term().name()).param("signed", it.signedOn(), Types.DATE)
                .param("from", it.fromDay()).param("until", it.untilDay(), Types.DATE).param("probation", it.probationDays()).param("category", it.category().name())
                .param("full", it.fullTime()).param("by", by.account()).param("now", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    /** Believed now, the latest first. */
    List<Contract> of(UUID person) {
        return db.sql("""
                SELECT act, term, signed_on, from_day, until_day, probation_days, category, full_time
                  FROM labour.contract
                 WHERE person = :person AND known_until IS NULL
                 ORDER BY from_day DESC
                """)
                .param("person", person).query(Contract.class).list();
    }

    private static boolean overlap(Contract one, Contract other) {
        return (one.untilDay() == null || !one.untilDay().isBefore(other.fromDay())) && (other.untilDay() == null || !other.untilDay().isBefore(one.fromDay()));
    }

    private void takeTurns() {
        db.sql("LOCK TABLE labour.contract IN SHARE ROW EXCLUSIVE MODE").update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
