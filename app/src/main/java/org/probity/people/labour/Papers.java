package org.probity.people.labour;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person has shown that the law asks about: registration and health check of a juvenile, a certificate of disability, the days on which pregnancy, nursing or leave around a birth
 * protects. And what was found taken from somebody that nobody may take: it is not arranged here, it is given back.
 */
@Service
public class Papers {
    public enum Kind { JUVENILE_REGISTRATION, HEALTH_CHECK, DISABILITY, PREGNANT, NURSING, MATERNITY }

    public enum Thing { DEPOSIT, DOCUMENT, RECRUITMENT_FEE }

    public record Paper(UUID id, Kind kind, LocalDate day, @Nullable LocalDate untilDay) {}

    public record Held(UUID id, Thing kind, LocalDate sinceDay, @Nullable LocalDate returnedOn) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Papers(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A paper was shown. For protection, the day is the first and until the last of it.
     *
     * <p>Refusals: {@code labour.paper-future} it cannot have been shown on a day to come; {@code labour.paper-until} protection needs a last day, not before the first;
     * {@code labour.maternity-short} leave around a birth is shorter than the number that holds where they work.
     */
    @Transactional
    public Answer<UUID> show(UUID person, Kind kind, LocalDate day, @Nullable LocalDate until, Me by) {
        var protects = kind == Kind.PREGNANT || kind == Kind.NURSING || kind == Kind.MATERNITY;
        if (!protects && day.isAfter(today())) {
            return Answer.refused("day", "labour.paper-future");
        }
        if (until == null ? protects : until.isBefore(day)) {
            return Answer.refused("untilDay", "labour.paper-until");
        }
        if (kind == Kind.MATERNITY && until != null) {
            var least = maternity(person, day);
            if (ChronoUnit.DAYS.between(day, until) + 1 < least) {
                return Answer.refused("untilDay", "labour.maternity-short", least);
            }
        }
        var id = UUID.randomUUID();
        var record = log.record("labour.paper", today(), Map.of("paper", id.toString()));
        db.sql("INSERT INTO labour.paper (id, person, kind, day, until_day, told_by, told_at, record) VALUES (:id, :person, :kind, :day, :until, :by, :now, :record)")
                .param("id", id).param("person", person).param("kind", kind.name()).param("day", day).param("until", until, Types.DATE).param("by", by.account())
                .param("now", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    /** Days of leave around a birth that hold where somebody works: a province's number before its country's; none where no number is known. */
    private int maternity(UUID person, LocalDate day) {
        return db.sql("""
                SELECT at.value::int
                  FROM directory.stretches(:day, :day, 'infinity') AS engaged
                  JOIN directory.places(:day, 'infinity') AS place ON place.unit = engaged.unit
                  JOIN directory.places(:day, 'infinity') AS site ON site.unit = place.site
                 CROSS JOIN LATERAL labour.rules_at(coalesce(site.country, ''), coalesce(site.region, ''), :day, 'infinity') AS at
                 WHERE engaged.person = :person AND at.key = 'maternity-days'
                 ORDER BY engaged.from_day DESC
                 LIMIT 1
                """)
                .param("day", day).param("person", person).query(Integer.class).optional().orElse(0);
    }

    /** It was told by mistake. Refusals: {@code labour.paper-gone}. */
    @Transactional
    public Answer<UUID> withdraw(UUID person, UUID paper, Me by) {
        if (db.sql("UPDATE labour.paper SET withdrawn_at = :now WHERE id = :id AND person = :person AND withdrawn_at IS NULL").param("now", now()).param("id", paper).param("person", person).update() == 0) {
            return Answer.refused("", "labour.paper-gone");
        }
        log.record("labour.paper", today(), Map.of("paper", paper.toString(), "withdrawn_by", by.account().toString()));
        return Answer.done(paper);
    }

    /**
     * Something was found that nobody may take or keep. There is no way to say that it is meant to be so: the next run of the checks makes a finding of it, which stays
     * open until it was given back.
     *
     * <p>Refusals: {@code labour.paper-future} found on a day to come.
     */
    @Transactional
    public Answer<UUID> found(UUID person, Thing thing, LocalDate since, Me by) {
        if (since.isAfter(today())) {
            return Answer.refused("since", "labour.paper-future");
        }
        var id = UUID.randomUUID();
        var record = log.record("labour.held", today(), Map.of("held", id.toString(), "kind", thing.name()));
        db.sql("INSERT INTO labour.held (id, person, kind, since_day, found_by, found_at, record) VALUES (:id, :person, :kind, :since, :by, :now, :record)")
                .param("id", id).param("person", person).param("kind", thing.name()).param("since", since).param("by", by.account()).param("now", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    /** It was given back. Refusals: {@code labour.held-gone}; {@code labour.paper-future}. */
    @Transactional
    public Answer<UUID> returned(UUID person, UUID held, LocalDate on, Me by) {
        if (on.isAfter(today())) {
            return Answer.refused("", "labour.paper-future");
        }
        if (db.sql("UPDATE labour.held SET returned_on = :on, returned_by = :by WHERE id = :id AND person = :person AND returned_on IS NULL AND since_day <= :on")
                .param("on", on).param("by", by.account()).param("id", held).param("person", person).update() == 0) {
            return Answer.refused("", "labour.held-gone");
        }
        log.record("labour.held", today(), Map.of("held", held.toString(), "returned", on.toString(), "by", by.account().toString()));
        return Answer.done(held);
    }

    List<Paper> of(UUID person) {
        return db.sql("SELECT id, kind, day, until_day FROM labour.paper WHERE person = :person AND withdrawn_at IS NULL ORDER BY day DESC").param("person", person).query(Paper.class).list();
    }

    List<Held> heldOf(UUID person) {
        return db.sql("SELECT id, kind, since_day, returned_on FROM labour.held WHERE person = :person ORDER BY since_day DESC").param("person", person).query(Held.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
