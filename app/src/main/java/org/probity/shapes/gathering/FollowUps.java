package org.probity.shapes.gathering;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.gathering.Occasion.FollowUp;
import org.probity.shapes.gathering.Occasion.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody does after an occasion, by which day, and that it was done. */
@Service
public class FollowUps {
    static final int LONGEST = 1_000;

    /** Published in the transaction of the step. */
    public record Moved(FollowUp after) {}

    private final JdbcClient db;
    private final Occasions occasions;
    private final Accounts accounts;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUps(JdbcClient db, Occasions occasions, Accounts accounts, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.occasions = occasions;
        this.accounts = accounts;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody takes something on: one of us, or a company that was there.
     *
     * <p>Refusals: {@code gathering.unknown}; {@code gathering.not-held-by-you}; {@code gathering.called-off-already}; {@code gathering.not-begun};
     * {@code gathering.what-missing}; {@code gathering.what-long}; {@code gathering.owner-missing} neither one of us nor a company that was there;
     * {@code gathering.day-past}.
     */
    @Transactional
    public Answer<FollowUp> agree(UUID occasion, String what, @Nullable UUID account, @Nullable UUID party, LocalDate dueDay, Me by) {
        return occasions.held(occasion, by, it -> {
            if (it.startsAt().isAfter(clock.instant())) {
                return Answer.refused("", "gathering.not-begun");
            }
            if (what.isBlank()) {
                return Answer.refused("what", "gathering.what-missing");
            }
            if (what.length() > LONGEST) {
                return Answer.refused("what", "gathering.what-long", LONGEST);
            }
            if (party == null ? account == null || accounts.find(account).filter(found -> !found.disabled() && found.supplier().isEmpty()).isEmpty() : !it.parties().contains(party)) {
                return Answer.refused("owner", "gathering.owner-missing");
            }
            if (dueDay.isBefore(today())) {
                return Answer.refused("dueDay", "gathering.day-past");
            }
            var id = UUID.randomUUID();
            db.sql("""
                    INSERT INTO gathering.follow_up (id, occasion, no, what, account, party, due_day)
                    VALUES (:id, :occasion, (SELECT coalesce(max(no), 0) + 1 FROM gathering.follow_up WHERE occasion = :occasion), :what, :account, :party, :due)
                    """)
                    .param("id", id).param("occasion", occasion).param("what", what.strip()).param("account", party == null ? account : null, Types.OTHER)
                    .param("party", party, Types.OTHER).param("due", dueDay)
                    .update();
            return Answer.done(write(id, 1, Standing.OWED, "", null, by));
        });
    }

    /**
     * Whoever owes it says what they did.
     *
     * <p>Refusals: {@code gathering.follow-up-unknown}; {@code gathering.follow-up-not-yours}; {@code gathering.step-not-allowed}; {@code gathering.done-missing};
     * {@code gathering.words-long}.
     */
    @Transactional
    public Answer<FollowUp> done(UUID id, String words, Me by) {
        var found = lock(id);
        if (found.isEmpty()) {
            return Answer.refused("", "gathering.follow-up-unknown");
        }
        if (!owes(found.get(), by)) {
            return Answer.refused("", "gathering.follow-up-not-yours");
        }
        return move(found.get(), Standing.DONE, words, "gathering.done-missing", by);
    }

    /**
     * Those who hold the occasion say that it is done, that it is not, or that it is not needed any more; never the one who did it.
     *
     * <p>Refusals: {@code gathering.follow-up-unknown}; {@code gathering.not-held-by-you}; {@code gathering.step-not-allowed};
     * {@code gathering.another-person} they did it themselves; {@code gathering.reason-missing}; {@code gathering.words-long}.
     */
    @Transactional
    public Answer<FollowUp> rule(UUID id, Standing next, String words, Me by) {
        var found = lock(id);
        if (found.isEmpty()) {
            return Answer.refused("", "gathering.follow-up-unknown");
        }
        if (!occasions.holds(occasions.find(found.get().occasion()).orElseThrow(), by)) {
            return Answer.refused("", "gathering.not-held-by-you");
        }
        if (next == Standing.SETTLED && found.get().state() == Standing.DONE && found.get().by().equals(by.account())) {
            return Answer.refused("", "gathering.another-person");
        }
        return move(found.get(), next, words, next == Standing.SETTLED ? "" : "gathering.reason-missing", by);
    }

    private Answer<FollowUp> move(FollowUp it, Standing next, String words, String missing, Me by) {
        if (!it.state().mayBecome(next)) {
            return Answer.refused("", "gathering.step-not-allowed");
        }
        if (words.isBlank() && !missing.isEmpty()) {
            return Answer.refused("words", missing);
        }
        if (words.length() > Occasions.WORDS_LONGEST) {
            return Answer.refused("words", "gathering.words-long", Occasions.WORDS_LONGEST);
        }
        return Answer.done(write(it.id(), it.step() + 1, next, words.strip(), next == Standing.SETTLED ? it.by() : null, by));
    }

    private FollowUp write(UUID id, int no, Standing state, String words, @Nullable UUID afterBy, Me by) {
        var record = log.record("gathering.follow-up", today(), Map.of("follow_up", id.toString(), "step", no, "state", state.name(), "by", by.account().toString()));
        db.sql("""
                INSERT INTO gathering.follow_up_step (follow_up, no, state, words, by, at, after_by, record)
                VALUES (:id, :no, :state, :words, :by, :at, :after, :record)
                """)
                .param("id", id).param("no", no).param("state", state.name()).param("words", words).param("by", by.account()).param("at", now())
                .param("after", afterBy, Types.OTHER).param("record", record)
                .update();
        var after = find(id).orElseThrow();
        events.publishEvent(new Moved(after));
        return after;
    }

    private Optional<FollowUp> lock(UUID id) {
        db.sql("SELECT FROM gathering.follow_up WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
        return find(id);
    }

    public boolean owes(FollowUp it, Me me) {
        return it.party() == null ? me.account().equals(it.account()) : me.supplier().filter(it.party()::equals).isPresent();
    }

    public Optional<FollowUp> find(UUID id) {
        return db.sql("SELECT * FROM gathering.follow_up_standing WHERE id = :id").param("id", id).query(FollowUp.class).optional();
    }

    public List<FollowUp> of(UUID occasion) {
        return db.sql("SELECT * FROM gathering.follow_up_standing WHERE occasion = :occasion ORDER BY no").param("occasion", occasion).query(FollowUp.class).list();
    }

    /** What a company owes or has just done. */
    public List<FollowUp> owedBy(UUID party) {
        return db.sql("SELECT * FROM gathering.follow_up_standing WHERE party = :party AND state IN ('OWED', 'RETURNED', 'DONE') ORDER BY due_day, id").param("party", party)
                .query(FollowUp.class).list();
    }

    /** What one of us owes. */
    List<FollowUp> mine(UUID account) {
        return db.sql("SELECT * FROM gathering.follow_up_standing WHERE account = :account AND state IN ('OWED', 'RETURNED') ORDER BY due_day, id").param("account", account)
                .query(FollowUp.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
