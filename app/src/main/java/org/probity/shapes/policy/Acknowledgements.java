package org.probity.shapes.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.shapes.policy.Policy.Version;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is bound by a rule says that they read its newest version: asked when it is published, each morning whoever came in since, and again for a
 * new version or when the last acknowledgement ran out. What is owed of an older version is let go.
 *
 * <p>Known edge: who was bound, let go and is bound again within one year owes nothing of that version until the next.
 */
@Service
public class Acknowledgements {
    public static final String KIND = "policy.acknowledge";

    /** Published in the transaction of the asking. @param parties those that owe it and whose circle writes to them at once */
    record Asked(Version version, Circle circle, List<UUID> parties, LocalDate dueDay) {}

    /** One reading that is owed or done. */
    public record Reading(UUID id, UUID version, UUID party, LocalDate dueDay, State state, OffsetDateTime at, @Nullable LocalDate validUntil) {}

    /** How far a version has been read. */
    public record Rate(long asked, long done, long late) {
        public static final Rate NOTHING = new Rate(0, 0, 0);
    }

    private final JdbcClient db;
    private final Policies policies;
    private final Obligations obligations;
    private final List<Circle> circles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Acknowledgements(JdbcClient db, Policies policies, Obligations obligations, List<Circle> circles, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.policies = policies;
        this.obligations = obligations;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(Policies.Published published) {
        letGo(db.sql("""
                SELECT id FROM policy.acknowledged('infinity') WHERE policy = :policy AND version <> :version AND state IN ('OWED', 'SENT_BACK')
                """)
                .param("policy", published.policy()).param("version", published.version()).query(UUID.class).list(), "policy.replaced");
        ask(policies.version(published.version()).orElseThrow(), today());
    }

    @EventListener
    void on(Withdrawals.Withdrawn withdrawn) {
        letGo(db.sql("SELECT id FROM policy.acknowledged('infinity') WHERE policy = :policy AND state IN ('OWED', 'SENT_BACK')")
                .param("policy", withdrawn.policy()).query(UUID.class).list(), "policy.was-withdrawn");
    }

    /** Each morning: whoever came in since is asked, who is bound no longer is let go. The same day twice does nothing twice. */
    @EventListener
    @Transactional
    public void on(DayHasBegun begun) {
        db.sql("""
                SELECT DISTINCT ON (publication.policy) publication.version
                  FROM policy.publication
                 WHERE NOT EXISTS (SELECT FROM policy.withdrawal WHERE withdrawal.policy = publication.policy)
                 ORDER BY publication.policy, publication.from_day DESC
                """)
                .query(UUID.class).list().forEach(version -> ask(policies.version(version).orElseThrow(), begun.day()));
    }

    private void ask(Version version, LocalDate day) {
        var policy = policies.find(version.policy());
        var begins = version.fromDay().isBefore(day) ? day : version.fromDay();
        var due = begins.plusDays(policy.acknowledgeDays());
        var members = new HashMap<Circle, Set<UUID>>();
        for (var bound : policies.bound(policy.id())) {
            circle(bound.circle()).ifPresent(circle -> members.computeIfAbsent(circle, _ -> new HashSet<>()).addAll(circle.members(bound.value(), day)));
        }
        var asked = new HashSet<UUID>(db.sql("""
                SELECT acknowledged.party
                  FROM policy.acknowledged('infinity') AS acknowledged
                 WHERE acknowledged.version = :version
                   AND (acknowledged.state IN ('OWED', 'SENT_IN', 'SENT_BACK', 'MET') OR extract(year FROM acknowledged.due_day) = :year)
                """)
                .param("version", version.id()).param("year", due.getYear()).query(UUID.class).list());
        members.forEach((circle, parties) -> {
            var fresh = parties.stream().filter(it -> !asked.contains(it)).sorted().toList();
            if (!fresh.isEmpty() && obligations.open(KIND, due.getYear(), due, fresh, version.id(), null) > 0) {
                asked.addAll(fresh);
                if (circle.writtenToWhenAsked()) {
                    events.publishEvent(new Asked(version, circle, fresh, due));
                }
            }
        });
        var all = new HashSet<UUID>();
        members.values().forEach(all::addAll);
        letGo(db.sql("SELECT id FROM policy.acknowledged('infinity') WHERE version = :version AND state = 'OWED' AND party <> ALL (:members)")
                .param("version", version.id()).param("members", all.toArray(UUID[]::new)).query(UUID.class).list(), "policy.not-bound-any-more");
    }

    private void letGo(List<UUID> ids, String reason) {
        obligations.waive(ids, reason);
    }

    /**
     * Somebody bound says that they read it. The proof is the text itself, byte for byte as it was published.
     *
     * <p>Refusals: {@code policy.reading-unknown} nothing like that is asked of them; {@code policy.yes-missing} they did not say so;
     * {@code policy.read-already}; {@code policy.owed-no-more} a newer version took its place.
     */
    @Transactional
    public Answer<Obligation> acknowledge(UUID obligation, boolean yes, Me me) {
        var found = mine(obligation, me);
        if (found.isEmpty()) {
            return Answer.refused("", "policy.reading-unknown");
        }
        switch (found.get().state()) {
            case MET, SENT_IN -> {
                return Answer.refused("", "policy.read-already");
            }
            case WAIVED -> {
                return Answer.refused("", "policy.owed-no-more");
            }
            case OWED, SENT_BACK, LAPSED -> {}
        }
        if (!yes) {
            return Answer.refused("yes", "policy.yes-missing");
        }
        var version = policies.version(found.get().version()).orElseThrow();
        return switch (obligations.sendIn(obligation, Objects.requireNonNull(version.evidence()), me)) {
            case Answer.Refused<Obligation> refused -> refused;
            case Answer.Done<Obligation> _ -> obligations.accept(obligation, today().plusMonths(policies.find(version.policy()).renewMonths()), me);
        };
    }

    /** Something that is asked of whoever looks; empty when it is somebody else's. */
    public Optional<Reading> mine(UUID obligation, Me me) {
        return db.sql(READINGS + " WHERE acknowledged.id = :id AND acknowledged.party = ANY (:parties)")
                .param("id", obligation).param("parties", parties(me)).query(Reading.class).optional();
    }

    /** All that is asked of whoever looks, what waits first. */
    public List<Reading> mine(Me me) {
        return db.sql(READINGS + " WHERE acknowledged.party = ANY (:parties) AND acknowledged.state <> 'WAIVED' ORDER BY acknowledged.state = 'MET', acknowledged.due_day, acknowledged.id")
                .param("parties", parties(me)).query(Reading.class).list();
    }

    /** The readings of a version, those that wait first. */
    public List<Reading> of(UUID version, int most, long skip) {
        return db.sql(READINGS + """
                 WHERE acknowledged.version = :version AND acknowledged.state <> 'WAIVED'
                 ORDER BY acknowledged.state = 'MET', acknowledged.due_day, acknowledged.id LIMIT :most OFFSET :skip
                """)
                .param("version", version).param("most", most).param("skip", skip).query(Reading.class).list();
    }

    /** How far each version has been read. */
    public Map<UUID, Rate> rates() {
        var rates = new HashMap<UUID, Rate>();
        db.sql("""
                SELECT version, count(*) AS asked, count(*) FILTER (WHERE state = 'MET') AS done,
                       count(*) FILTER (WHERE state <> 'MET' AND due_day < :today) AS late
                  FROM policy.acknowledged('infinity')
                 WHERE state <> 'WAIVED'
                 GROUP BY version
                """)
                .param("today", today())
                .query(row -> {
                    rates.put(row.getObject("version", UUID.class), new Rate(row.getLong("asked"), row.getLong("done"), row.getLong("late")));
                });
        return rates;
    }

    /** What parties are called, whichever circle knows them. */
    public Map<UUID, Circle.Name> names(List<UUID> parties) {
        var names = new HashMap<UUID, Circle.Name>();
        circles.forEach(circle -> circle.names(parties).forEach(names::putIfAbsent));
        return names;
    }

    Optional<Circle> circle(String key) {
        return circles.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    List<Circle> circles() {
        return circles;
    }

    private UUID[] parties(Me me) {
        return circles.stream().flatMap(it -> it.partyOf(me).stream()).distinct().toArray(UUID[]::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static final String READINGS = """
            SELECT acknowledged.id, acknowledged.version, acknowledged.party, acknowledged.due_day, acknowledged.state, acknowledged.at, acknowledged.valid_until
              FROM policy.acknowledged('infinity') AS acknowledged
            """;
}
