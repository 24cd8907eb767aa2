package org.probity.supply.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From what likeness on a list alerts, and what an open alert does to a clearance. Both decide what bars, so they are changed by two, from a day on; every
 * earlier setting stays.
 */
@Service
public class ListSettings {
    static final String MATTER = "screening.setting";
    static final int BAR_LEAST = 600;
    private static final int REASON_LONGEST = 2_000;

    /** @param decision null: as the list was opened @param inForceAt null: waits, or came to nothing */
    public record Setting(UUID id, UUID list, LocalDate fromDay, int bar, WatchList.Verdict verdict, @Nullable Decision decision, @Nullable Instant inForceAt) {
        boolean waits() {
            return decision != null && decision.open();
        }
    }

    /** Published when another setting is in force. */
    record Set(UUID list) {}

    private final JdbcClient db;
    private final WatchLists lists;
    private final Runs runs;
    private final Decisions decisions;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListSettings(JdbcClient db, WatchLists lists, Runs runs, Decisions decisions, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.lists = lists;
        this.runs = runs;
        this.decisions = decisions;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts another setting before a second person.
     *
     * <p>Refusals: {@code screening.list-unknown}; {@code screening.bar-wrong}; {@code screening.not-a-day}; {@code screening.setting-past} a day that is over;
     * {@code screening.setting-reason} none, or too long; {@code screening.setting-waits} another one waits already; {@code screening.setting-same}.
     */
    @Transactional
    Answer<UUID> propose(UUID list, int bar, WatchList.Verdict verdict, Optional<LocalDate> from, String reason, Me by) {
        // Of two who propose at once the second sees the first.
        db.sql("SELECT FROM screening.list WHERE id = :list FOR UPDATE").param("list", list).query((row, n) -> n).optional();
        var found = lists.find(list);
        if (found.isEmpty()) {
            return Answer.refused("", "screening.list-unknown");
        }
        if (bar < BAR_LEAST || bar > 1000) {
            return Answer.refused("bar", "screening.bar-wrong");
        }
        if (from.isEmpty()) {
            return Answer.refused("fromDay", "screening.not-a-day");
        }
        if (from.get().isBefore(today())) {
            return Answer.refused("fromDay", "screening.setting-past");
        }
        if (reason.isBlank() || reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", "screening.setting-reason", REASON_LONGEST);
        }
        if (of(list).stream().anyMatch(Setting::waits)) {
            return Answer.refused("", "screening.setting-waits");
        }
        if (found.get().bar() == bar && found.get().verdict() == verdict) {
            return Answer.refused("", "screening.setting-same");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO screening.setting (id, list, from_day, bar, verdict, proposal)
                VALUES (:id, :list, :from, :bar, :verdict, :proposal)
                """)
                .param("id", id).param("list", list).param("from", from.get()).param("bar", bar).param("verdict", verdict.name())
                .param("proposal", decisions.propose(MATTER, id, reason.strip(), by))
                .update();
        return Answer.done(id);
    }

    /**
     * Another person rules. Approved it holds from its day on, and everybody is looked for again.
     *
     * <p>Refusals: {@code screening.setting-unknown}; {@code screening.setting-past} its day went by while it waited; those of {@link Decisions#rule}.
     */
    @Transactional
    Answer<UUID> rule(UUID setting, Outcome outcome, String reason, Me by) {
        var found = find(setting).filter(it -> it.decision() != null);
        if (found.isEmpty()) {
            return Answer.refused("", "screening.setting-unknown");
        }
        if (outcome == Outcome.APPROVED && found.get().fromDay().isBefore(today())) {
            return Answer.refused("", "screening.setting-past");
        }
        return switch (decisions.rule(MATTER, found.get().decision().id(), outcome, reason.strip(), by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(setting);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'screening.setting' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        db.sql("UPDATE screening.setting SET record = :record WHERE id = :id").param("id", it.id())
                .param("record", log.record("screening.setting", today(), Map.of("setting", it.id().toString(), "list", it.list().toString(), "bar", it.bar(),
                        "verdict", it.verdict().name(), "from", it.fromDay().toString(), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString())))
                .update();
        if (!it.fromDay().isAfter(today())) {
            putInForce(it);
        }
    }

    /** Approved settings come into force on their day. */
    @EventListener
    @Transactional
    public void day(DayHasBegun begun) {
        db.sql("SELECT id FROM screening.setting WHERE record IS NOT NULL AND in_force_at IS NULL AND from_day <= :day ORDER BY from_day").param("day", begun.day())
                .query(UUID.class).list().forEach(it -> putInForce(find(it).orElseThrow()));
    }

    private void putInForce(Setting it) {
        db.sql("UPDATE screening.setting SET in_force_at = :at WHERE id = :id").param("id", it.id()).param("at", now()).update();
        db.sql("UPDATE screening.list SET bar = :bar, verdict = :verdict WHERE id = :list").param("bar", it.bar()).param("verdict", it.verdict().name())
                .param("list", it.list()).update();
        events.publishEvent(new Set(it.list()));
        lists.now(it.list()).ifPresent(version -> runs.ofVersion(version.id(), Run.Cause.SETTING, null));
    }

    Optional<Setting> find(UUID setting) {
        return db.sql(SELECT + " WHERE id = :id").param("id", setting).query(this::setting).optional();
    }

    /** Every one ever said of a list, the newest first. */
    List<Setting> of(UUID list) {
        return db.sql(SELECT + " WHERE list = :list ORDER BY from_day DESC, in_force_at DESC NULLS FIRST").param("list", list).query(this::setting).list();
    }

    private static final String SELECT = "SELECT id, list, from_day, bar, verdict, proposal, in_force_at FROM screening.setting";

    private Setting setting(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        var proposal = row.getObject("proposal", UUID.class);
        var at = row.getObject("in_force_at", OffsetDateTime.class);
        return new Setting(row.getObject("id", UUID.class), row.getObject("list", UUID.class), row.getObject("from_day", LocalDate.class), row.getInt("bar"),
                WatchList.Verdict.valueOf(row.getString("verdict")), proposal == null ? null : decisions.find(proposal).orElseThrow(), at == null ? null : at.toInstant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
