package org.probity.disclosure.assurance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Term;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Until when an assurer may look. Before they are engaged, and from the day after, the role opens nothing anywhere in the house. */
@Service
public class Engagements implements Term {
    /** @param lastDay the last on which they may look */
    public record Engagement(UUID id, UUID assurer, String firm, LocalDate lastDay, UUID agreedBy, Instant agreedAt, UUID record) {}

    private final JdbcClient db;
    private final Accounts accounts;
    private final Log log;
    private final Clock clock;

    Engagements(JdbcClient db, Accounts accounts, Log log, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Lets an assurer look until a day; a later word replaces an earlier one, so that this is also how an engagement is cut short.
     *
     * <p>Refusals: {@code assurance.not-an-assurer}; {@code assurance.not-yourself}; {@code assurance.firm-missing};
     * {@code assurance.day-past}.
     */
    @Transactional
    public Answer<Engagement> agree(UUID assurer, String firm, LocalDate lastDay, Me by) {
        if (assurer.equals(by.account())) {
            return Answer.refused("assurer", "assurance.not-yourself");
        }
        if (accounts.holding(Role.ASSURER).stream().noneMatch(it -> it.id().equals(assurer))) {
            return Answer.refused("assurer", "assurance.not-an-assurer");
        }
        if (firm.isBlank()) {
            return Answer.refused("firm", "assurance.firm-missing");
        }
        var today = LocalDate.now(clock);
        if (lastDay.isBefore(today)) {
            return Answer.refused("lastDay", "assurance.day-past");
        }
        var id = UUID.randomUUID();
        var record = log.record("assurance.engaged", today, Map.of("engagement", id.toString(), "last_day", lastDay.toString()));
        return Answer.done(db.sql("""
                INSERT INTO assurance.engagement (id, assurer, firm, last_day, agreed_by, agreed_at, record)
                VALUES (:id, :assurer, :firm, :lastDay, :by, :at, :record)
                RETURNING *
                """)
                .param("id", id).param("assurer", assurer).param("firm", firm.strip()).param("lastDay", lastDay)
                .param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .query(Engagement.class).single());
    }

    /** The engagement under which this person may look today. */
    public Optional<Engagement> inForce(Me me) {
        return inForce(me.account());
    }

    private Optional<Engagement> inForce(UUID assurer) {
        return of(assurer).filter(it -> !it.lastDay().isBefore(LocalDate.now(clock)));
    }

    @Override
    public Role role() {
        return Role.ASSURER;
    }

    @Override
    public boolean runs(UUID account) {
        return inForce(account).isPresent();
    }

    private Optional<Engagement> of(UUID assurer) {
        return db.sql("SELECT * FROM assurance.engagement WHERE assurer = :assurer ORDER BY agreed_at DESC, id LIMIT 1")
                .param("assurer", assurer)
                .query(Engagement.class).optional();
    }

    /** The newest of every assurer, the longest first. */
    public List<Engagement> all() {
        return db.sql("""
                SELECT *
                  FROM (SELECT DISTINCT ON (assurer) * FROM assurance.engagement ORDER BY assurer, agreed_at DESC, id) AS newest
                 ORDER BY last_day DESC
                """)
                .query(Engagement.class).list();
    }

    /** Who has only this role is kept out; who has others keeps those. Figures and suppliers outside this room close with it. */
    @EventListener
    void on(DayHasBegun begun) {
        all().stream().filter(it -> it.lastDay().isBefore(begun.day())).flatMap(it -> accounts.find(it.assurer()).stream())
                .filter(account -> !account.disabled() && account.roles().contains(Role.ASSURER))
                .forEach(account -> {
                    var others = EnumSet.copyOf(account.roles());
                    others.remove(Role.ASSURER);
                    if (others.isEmpty()) {
                        accounts.disable(account.id(), "engagement ended", Accounts.HOUSE);
                    } else {
                        accounts.changeRoles(account.id(), others, Accounts.HOUSE);
                    }
                });
    }
}
