package org.probity.shapes.obligation;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is owed: opened in bulk, met step by step, lapsing by itself when its proof no longer holds. */
@Service
public class Obligations {
    /** Published in the transaction of the step. */
    public record Moved(Obligation obligation, State from) {}

    /**
     * Published in the transaction of the day on which a party should be told that things are, or were, due: once for all of one due day.
     *
     * @param daysLeft until they are due; negative when late
     */
    public record Reminded(UUID party, List<Obligation> obligations, LocalDate day, long daysLeft) {
        public Reminded {
            obligations = List.copyOf(obligations);
        }
    }

    private final JdbcClient db;
    private final Evidence evidenceKept;
    private final Log log;
    private final Together together;
    private final Reminding reminding;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Obligations(JdbcClient db, Evidence evidenceKept, Log log, Together together, Reminding reminding, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.evidenceKept = evidenceKept;
        this.log = log;
        this.together = together;
        this.reminding = reminding;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the obligation for each party that does not have it yet for that period; asking again changes nothing.
     *
     * @return how many were opened now
     */
    @Transactional
    public int open(String kind, int period, LocalDate dueDay, Collection<UUID> parties, @Nullable Me by) {
        return open(kind, period, dueDay, parties, null, by);
    }

    /** The same for what a party can owe several of in one period. @param about which of them, such as a version of a rule */
    @Transactional
    public int open(String kind, int period, LocalDate dueDay, Collection<UUID> parties, @Nullable UUID about, @Nullable Me by) {
        var opened = db.sql("""
                WITH opened AS (
                    INSERT INTO obligation.obligation (id, kind, party, period, due_day, about)
                    SELECT gen_random_uuid(), :kind, party, :period, :due, CAST(:about AS uuid)
                      FROM unnest(:parties) AS party
                    ON CONFLICT ON CONSTRAINT owed_once_a_period DO NOTHING
                    RETURNING id
                )
                INSERT INTO obligation.step (obligation, no, state, at, by)
                SELECT id, 1, 'OWED', :at, :by
                  FROM opened
                RETURNING obligation
                """)
                .param("kind", kind).param("period", period).param("due", dueDay)
                .param("parties", parties.toArray(UUID[]::new)).param("about", about, Types.OTHER)
                .param("at", now()).param("by", by == null ? null : by.account(), Types.OTHER)
                .query(UUID.class).list();
        if (!opened.isEmpty()) {
            var content = new TreeMap<String, Object>(Map.of("kind", kind, "period", period, "due", dueDay.toString(),
                    "obligations", opened.stream().map(UUID::toString).sorted().toList()));
            if (about != null) {
                content.put("about", about.toString());
            }
            var record = log.record("obligation.opened", today(), content);
            db.sql("UPDATE obligation.step SET record = :record WHERE obligation = ANY (:opened) AND no = 1")
                    .param("record", record).param("opened", opened.toArray(UUID[]::new))
                    .update();
        }
        return opened.size();
    }

    /**
     * Another due day for what is still waited for. What was proven keeps the day it was due.
     *
     * @return how many have another day now
     */
    @Transactional
    public int due(String kind, int period, LocalDate dueDay) {
        var moved = db.sql("""
                UPDATE obligation.obligation
                   SET due_day = :due
                  FROM obligation.standing
                 WHERE standing.id = obligation.id
                   AND standing.state NOT IN ('MET', 'WAIVED')
                   AND obligation.kind = :kind
                   AND obligation.period = :period
                   AND obligation.due_day <> :due
                RETURNING obligation.id
                """)
                .param("kind", kind).param("period", period).param("due", dueDay)
                .query(UUID.class).list();
        if (!moved.isEmpty()) {
            log.record("obligation.due", today(), Map.of("kind", kind, "period", period, "due", dueDay.toString(),
                    "obligations", moved.stream().map(UUID::toString).sorted().toList()));
        }
        return moved.size();
    }

    /**
     * Whoever judges a proof holds its obligation from before they look which proof is the newest until their word is kept: no other comes in
     * between and is accepted unseen, and of two who judge at once the second sees what the first said.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID id) {
        db.sql("SELECT FROM obligation.obligation WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
    }

    /** A proof has come. */
    @Transactional
    public Answer<Obligation> sendIn(UUID id, UUID evidence, Me by) {
        return step(id, State.SENT_IN, by, "", evidence, null);
    }

    /** The proof is not good enough; the reason is what the party reads. */
    @Transactional
    public Answer<Obligation> sendBack(UUID id, String reason, @Nullable Me by) {
        return step(id, State.SENT_BACK, by, reason, null, null);
    }

    /** The proof is good until its last valid day. */
    @Transactional
    public Answer<Obligation> accept(UUID id, LocalDate validUntil, @Nullable Me by) {
        return step(id, State.MET, by, "", null, validUntil);
    }

    /** Not owed after all. */
    @Transactional
    public Answer<Obligation> waive(UUID id, String reason, Me by) {
        return step(id, State.WAIVED, by, reason, null, null);
    }

    /**
     * Takes one step, and says so in the log in the same transaction.
     *
     * <p>Refusals: {@code obligation.unknown}; {@code obligation.step-not-allowed} from where it stands now (somebody may have been
     * faster).
     */
    private Answer<Obligation> step(
            UUID id, State next, @Nullable Me by, String reason, @Nullable UUID evidence, @Nullable LocalDate validUntil) {
        hold(id);
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "obligation.unknown");
        }
        var before = found.get();
        if (!before.state().mayBecome(next)) {
            return Answer.refused("", "obligation.step-not-allowed");
        }
        var proof = evidence != null ? evidence : before.evidence();
        var content = new TreeMap<String, Object>(Map.of(
                "obligation", id.toString(), "step", before.step() + 1, "state", next.name(), "at", now().toInstant().toString()));
        if (by != null) {
            content.put("by", by.account().toString());
        }
        // Whoever accepts, sends back or lapses does it to these bytes; so the row leads to the file.
        if (proof != null) {
            content.put("sha256", evidenceKept.find(proof).orElseThrow().sha256());
        }
        if (validUntil != null) {
            content.put("valid_until", validUntil.toString());
        }
        var record = log.record("obligation.step", today(), content);
        db.sql("""
                INSERT INTO obligation.step (obligation, no, state, at, by, reason, evidence, valid_until, record)
                VALUES (:id, :no, :state, :at, :by, :reason, :evidence, :until, :record)
                """)
                .param("id", id).param("no", before.step() + 1).param("state", next.name()).param("at", now())
                .param("by", by == null ? null : by.account(), Types.OTHER).param("reason", reason)
                .param("evidence", proof, Types.OTHER).param("until", validUntil, Types.DATE).param("record", record)
                .update();
        var after = find(id).orElseThrow();
        events.publishEvent(new Moved(after, before.state()));
        return Answer.done(after);
    }

    /**
     * A rule sends many back at once, each as it stands on its proof; those that cannot be sent back are left. Nobody hears of each by
     * itself: whose rule it is tells whom it concerns.
     *
     * @return those that were sent back
     */
    @Transactional
    public List<Obligation> sendBack(Collection<UUID> ids, String reason) {
        return together.step(ids, State.SENT_BACK, reason, null);
    }

    /**
     * A rule lets many go at once, such as the readers of a text that another took the place of; those that are met are left.
     *
     * @return those that are owed no more
     */
    @Transactional
    public List<Obligation> waive(Collection<UUID> ids, String reason) {
        return together.step(ids, State.WAIVED, reason, null);
    }

    /**
     * Something that was recorded elsewhere meets many at once, such as a closed list of those present: nobody sent a proof in and nobody judges one.
     * Those that are met already or not owed are left.
     *
     * @param validUntil last day on which it holds
     * @return those that are met now
     */
    @Transactional
    public List<Obligation> meet(Collection<UUID> ids, LocalDate validUntil) {
        return together.step(ids, State.MET, "", validUntil);
    }

    @EventListener
    void on(DayHasBegun begun) {
        begin(begun.day());
    }

    /**
     * What a new day brings: proofs that ended lapse, and those who owe are reminded. The same day twice does nothing twice. Only those are asked
     * for whom this day can change: what stands met and ended, what stands owed and is due in one of these numbers of days.
     */
    @Transactional
    public void begin(LocalDate day) {
        together.step(db.sql("""
                SELECT step.obligation
                  FROM obligation.step
                 WHERE step.state = 'MET'
                   AND step.valid_until < :day
                   AND NOT EXISTS (SELECT FROM obligation.step AS later WHERE later.obligation = step.obligation AND later.no > step.no)
                """)
                .param("day", day)
                .query(UUID.class).list(), State.LAPSED, "", null).forEach(lapsed -> events.publishEvent(new Moved(lapsed, State.MET)));
        reminding.onTheDay(day);
    }

    /**
     * A person reminds by hand those of these that wait for their party; nobody is reminded of the same thing twice a day.
     *
     * @return how many are reminded of now
     */
    @Transactional
    public int remind(Collection<UUID> ids) {
        return reminding.byHand(ids, today());
    }

    public Optional<Obligation> find(UUID id) {
        return db.sql("SELECT * FROM obligation.standing WHERE id = :id")
                .param("id", id)
                .query(Obligation.class).optional();
    }

    /** All that a party owes or has met, soonest due first. */
    public List<Obligation> of(UUID party) {
        return db.sql("SELECT * FROM obligation.standing WHERE party = :party ORDER BY due_day, kind")
                .param("party", party)
                .query(Obligation.class).list();
    }

    /** The steps an obligation has taken, newest first. */
    public List<Obligation> history(UUID id) {
        return db.sql("""
                SELECT obligation.id, kind, party, period, due_day,
                       step.no AS step, state, at, by, reason, evidence, valid_until, record
                  FROM obligation.step
                  JOIN obligation.obligation ON obligation.id = step.obligation
                 WHERE step.obligation = :id
                 ORDER BY no DESC
                """)
                .param("id", id)
                .query(Obligation.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
