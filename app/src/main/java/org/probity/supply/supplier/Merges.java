package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Merging.Moves;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merging two records that are the same company. Rows go from the one to the other as each room says ({@link Merging}); the record that goes
 * stays in the register with what is its own, is found under its number and names, and leads to the other. Two people may undo it for some days.
 * What becomes of the rows is in {@link MergedRows}.
 */
@Service
class Merges {
    static final String MATTER = "supplier.merge";
    static final String MATTER_UNDO = "supplier.unmerge";

    /** So many days a merge may be undone; after them it is final. Long enough for a month's invoices to show a mistake. */
    static final int UNDO_DAYS = 30;

    static final int REASON_LONGEST = 2000;

    private final JdbcClient db;
    private final MergedRows rows;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merges(JdbcClient db, MergedRows rows, Decisions decisions, Accounts accounts, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.decisions = decisions;
        this.accounts = accounts;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a merge before a second person.
     *
     * <p>Refusals: {@code supplier.merge-unknown} one is not in the register; {@code supplier.merge-self}; {@code supplier.merge-gone} one was
     * merged already; {@code supplier.merge-waits} a proposal about one of them waits; {@code supplier.merge-reason} none, or too long; what a
     * room has against it ({@link Moves#why}).
     */
    @Transactional
    Answer<UUID> propose(UUID gone, UUID stays, String reason, Me by) {
        if (gone.equals(stays)) {
            return Answer.refused("other", "supplier.merge-self");
        }
        var refused = objection(gone, stays);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (about(List.of(gone, stays)).stream().anyMatch(Merge::waits)) {
            return Answer.refused("", "supplier.merge-waits");
        }
        var why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LONGEST) {
            return Answer.refused("reason", "supplier.merge-reason", REASON_LONGEST);
        }
        var proposal = decisions.propose(MATTER, gone, why, by);
        db.sql("INSERT INTO supplier.merge (proposal, gone, stays, reason) VALUES (:proposal, :gone, :stays, :reason)")
                .param("proposal", proposal).param("gone", gone).param("stays", stays).param("reason", why).update();
        return Answer.done(proposal);
    }

    /** What stands against it now. In a fixed order, so that two who merge the same two the other way round wait for each other and not for ever. */
    private Optional<Answer<UUID>> objection(UUID gone, UUID stays) {
        var merged = db.sql("SELECT merged_into IS NOT NULL FROM supplier.supplier WHERE id IN (:gone, :stays) ORDER BY id FOR UPDATE")
                .param("gone", gone).param("stays", stays).query(Boolean.class).list();
        if (merged.size() < 2) {
            return Optional.of(Answer.refused("other", "supplier.merge-unknown"));
        }
        if (merged.contains(true)) {
            return Optional.of(Answer.refused("other", "supplier.merge-gone"));
        }
        return rows.preview(gone, stays).against().stream().findFirst().map(it -> Answer.refused("", it));
    }

    /**
     * Rules on a proposed merge; approved, the rows go at once.
     *
     * <p>Refusals: {@code supplier.merge-not-there}; while it is approved those of {@link #propose} that hold by then; those of
     * {@link Decisions#rule}.
     */
    @Transactional
    Answer<UUID> rule(UUID merge, Outcome outcome, Me by) {
        var found = find(merge);
        if (found.isEmpty()) {
            return Answer.refused("", "supplier.merge-not-there");
        }
        if (outcome == Outcome.APPROVED && found.get().waits()) {
            var refused = objection(found.get().gone(), found.get().stays());
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return ruled(decisions.rule(MATTER, merge, outcome, "", by), merge);
    }

    private static Answer<UUID> ruled(Answer<Decisions.Ruled> answer, UUID merge) {
        return switch (answer) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(merge);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'supplier.merge' && #ruled.outcome().name() == 'APPROVED'")
    void merge(Decisions.Ruled ruled) {
        var it = find(ruled.proposal()).orElseThrow();
        var number = db.sql("SELECT number FROM supplier.supplier WHERE id = :id").param("id", it.gone()).query(String.class).single();
        var today = LocalDate.now(clock);
        // The rows that note what moved hang on this one; the entry of the log names how many there were of each, so it comes last.
        var record = UUID.randomUUID();
        db.sql("""
                INSERT INTO supplier.merged (merge, merged_by, merged_at, merged_on, undo_until, record)
                VALUES (:merge, :by, :at, :day, :until, :record)
                """)
                .param("merge", it.id()).param("by", ruled.ruledBy()).param("at", now()).param("day", today).param("until", today.plusDays(UNDO_DAYS))
                .param("record", record).update();
        var counts = rows.go(it, number);
        db.sql("UPDATE supplier.merged SET record = :record WHERE merge = :merge")
                .param("merge", it.id())
                .param("record", log.record("supplier.merged", today, Map.of("merge", it.id().toString(), "gone", it.gone().toString(), "stays", it.stays().toString(), "rows", counts)))
                .update();
        lead();
        events.publishEvent(new Suppliers.Said(List.of(it.gone(), it.stays())));
    }

    /** Every record that was merged leads to where its chain of merges ends; those that were not lead nowhere. */
    private void lead() {
        db.sql("""
                WITH RECURSIVE step AS (
                    SELECT merge.gone, merge.stays
                      FROM supplier.merge
                      JOIN supplier.merged ON merged.merge = merge.proposal
                     WHERE NOT EXISTS (SELECT FROM supplier.unmerged WHERE unmerged.merge = merge.proposal)
                ), way AS (
                    SELECT gone, stays FROM step
                     UNION
                    SELECT way.gone, step.stays FROM way JOIN step ON step.gone = way.stays
                ), ends AS (
                    SELECT gone, stays FROM way WHERE NOT EXISTS (SELECT FROM step WHERE step.gone = way.stays)
                )
                UPDATE supplier.supplier
                   SET merged_into = ends.stays
                  FROM supplier.supplier AS it
                  LEFT JOIN ends ON ends.gone = it.id
                 WHERE supplier.id = it.id
                   AND (it.merged_into IS NOT NULL OR ends.gone IS NOT NULL)
                   AND it.merged_into IS DISTINCT FROM ends.stays
                """).update();
    }

    /**
     * Puts the undoing of a merge before a second person.
     *
     * <p>Refusals: {@code supplier.merge-not-there}; {@code supplier.unmerge-needless} it is not in force; {@code supplier.unmerge-late} its
     * last day is over; {@code supplier.unmerge-chain} the record that stayed was merged itself since, which has to be undone first;
     * {@code supplier.unmerge-waits} somebody proposed it already; {@code supplier.merge-reason} none, or too long.
     */
    @Transactional
    Answer<UUID> proposeUndoing(UUID merge, String reason, Me by) {
        var refused = undoing(merge);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (find(merge).orElseThrow().undo() != null) {
            return Answer.refused("", "supplier.unmerge-waits");
        }
        var why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LONGEST) {
            return Answer.refused("reason", "supplier.merge-reason", REASON_LONGEST);
        }
        db.sql("INSERT INTO supplier.unmerge (proposal, merge, reason) VALUES (:proposal, :merge, :reason)")
                .param("proposal", decisions.propose(MATTER_UNDO, merge, why, by)).param("merge", merge).param("reason", why).update();
        return Answer.done(merge);
    }

    private Optional<Answer<UUID>> undoing(UUID merge) {
        db.sql("SELECT FROM supplier.merge WHERE proposal = :merge FOR UPDATE").param("merge", merge).query((row, n) -> row).optional();
        var found = find(merge);
        if (found.isEmpty()) {
            return Optional.of(Answer.refused("", "supplier.merge-not-there"));
        }
        if (!found.get().inForce()) {
            return Optional.of(Answer.refused("", "supplier.unmerge-needless"));
        }
        if (found.get().isFinal(LocalDate.now(clock))) {
            return Optional.of(Answer.refused("", "supplier.unmerge-late", String.valueOf(found.get().undoUntil())));
        }
        return into(found.get().stays()).isPresent() ? Optional.of(Answer.refused("", "supplier.unmerge-chain")) : Optional.empty();
    }

    /** Rules on a proposal to undo; approved, the rows that went go back. Refusals: those of {@link #proposeUndoing}, of {@link Decisions#rule}. */
    @Transactional
    Answer<UUID> ruleUndoing(UUID merge, Outcome outcome, Me by) {
        var refused = outcome == Outcome.APPROVED ? undoing(merge) : Optional.<Answer<UUID>>empty();
        if (refused.isPresent()) {
            return refused.get();
        }
        var undo = find(merge).map(Merge::undo);
        if (undo.isEmpty()) {
            return Answer.refused("", "supplier.merge-not-there");
        }
        return ruled(decisions.rule(MATTER_UNDO, undo.get(), outcome, "", by), merge);
    }

    @EventListener(condition = "#ruled.matter() == 'supplier.unmerge' && #ruled.outcome().name() == 'APPROVED'")
    void undo(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        var today = LocalDate.now(clock);
        rows.goBack(it);
        peopleGoBack(it);
        db.sql("""
                INSERT INTO supplier.unmerged (merge, unmerge, unmerged_by, unmerged_at, unmerged_on, record)
                VALUES (:merge, :unmerge, :by, :at, :day, :record)
                """)
                .param("merge", it.id()).param("unmerge", ruled.proposal()).param("by", ruled.ruledBy()).param("at", now()).param("day", today)
                .param("record", log.record("supplier.unmerged", today, Map.of("merge", it.id().toString(), "gone", it.gone().toString(), "stays", it.stays().toString())))
                .update();
        lead();
        events.publishEvent(new Suppliers.Said(List.of(it.gone(), it.stays())));
    }

    /** Whom people of the record that goes back brought in since reads the other company's portal by the mistake that is taken back now. */
    private void peopleGoBack(Merge it) {
        var theirs = db.sql("SELECT CAST(key ->> 0 AS uuid) FROM supplier.moved WHERE merge = :merge AND relation = 'access.account.supplier'").param("merge", it.id())
                .query(UUID.class).list();
        var since = db.sql("SELECT merged_at FROM supplier.merged WHERE merge = :merge").param("merge", it.id()).query(OffsetDateTime.class).single().toInstant();
        db.sql("UPDATE supplier.contact SET supplier = :gone WHERE supplier = :stays AND lower(email) = ANY (:addresses)")
                .param("gone", it.gone()).param("stays", it.stays())
                .param("addresses", accounts.bringAlong(theirs, it.stays(), it.gone(), since).stream().map(address -> address.toLowerCase(java.util.Locale.ROOT)).toArray(String[]::new))
                .update();
    }

    /** The record that stands for this one now; empty when it stands for itself. */
    Optional<UUID> into(UUID supplier) {
        return db.sql("SELECT merged_into FROM supplier.supplier WHERE id = :id AND merged_into IS NOT NULL").param("id", supplier).query(UUID.class).optional();
    }

    Optional<Merge> find(UUID merge) {
        return db.sql(SELECT + " WHERE merge.proposal = :id").param("id", merge).query(Merge.class).optional();
    }

    /** All that was proposed about any of these, the newest first. */
    List<Merge> about(Collection<UUID> suppliers) {
        return db.sql(SELECT + " WHERE merge.gone = ANY (:ids) OR merge.stays = ANY (:ids) ORDER BY decided.proposed_at DESC")
                .param("ids", suppliers.toArray(UUID[]::new)).query(Merge.class).list();
    }

    /** Those that wait first, then the newest. */
    List<Merge> all() {
        return db.sql(SELECT + " ORDER BY decided.outcome NULLS FIRST, decided.proposed_at DESC LIMIT 500").query(Merge.class).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static final String SELECT = """
            SELECT merge.proposal AS id, merge.gone, merge.stays, merge.reason, decided.proposed_by, decided.proposed_at, decided.outcome, decided.ruled_by,
                   merged.merged_on, merged.undo_until, undo.proposal AS undo, undo.proposed_by AS undo_by, undo.reason AS undo_reason, unmerged.unmerged_on
              FROM supplier.merge
              JOIN decision.standing AS decided ON decided.proposal = merge.proposal
              LEFT JOIN supplier.merged ON merged.merge = merge.proposal
              LEFT JOIN supplier.unmerged ON unmerged.merge = merge.proposal
              LEFT JOIN LATERAL (SELECT unmerge.proposal, open.proposed_by, unmerge.reason
                                   FROM supplier.unmerge
                                   JOIN decision.standing AS open ON open.proposal = unmerge.proposal AND open.outcome IS NULL
                                  WHERE unmerge.merge = merge.proposal) AS undo ON TRUE
            """;
}
