package org.probity.people.home;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.people.home.Application.Takes;
import org.probity.people.home.Stay.State;
import org.probity.shapes.rule.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A bed is offered, and answered in its term; what happens with its key is {@link Keys}'s. */
@Service
public class Lodging {
    private static final int REASON_LONGEST = 500;
    private static final int TURN_LONGEST = 1_000;
    private static final int AHEAD_MOST = 90;
    /** Something became of a stay; heard in its transaction. */
    record Told(UUID stay, What what) {
        enum What { OFFERED, LAPSED, TAKEN_BACK, KEY }
    }

    public record Offer(@Nullable UUID bed, @Nullable LocalDate from, @Nullable BigDecimal rent, String turn) {}

    private final JdbcClient db;
    private final HomeQueue queue;
    private final Stays stays;
    private final Rules rules;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lodging(JdbcClient db, HomeQueue queue, Stays stays, Rules rules, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.queue = queue;
        this.stays = stays;
        this.rules = rules;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Human resources offer somebody who waits a bed from a day on. The offer holds the bed until it is answered or its term is over.
     *
     * <p>Refusals: {@code home.not-yours}; {@code home.unknown}; {@code home.own}; {@code home.not-waiting}; {@code home.bed-missing}; {@code home.day-missing}; {@code home.day-past}; {@code home.day-far};
     * {@code home.bed-gone}; {@code home.bed-wanting} it falls short of the standard of that day; {@code home.site-other}; {@code home.takes-other}; {@code home.rent-missing}; {@code home.rent-high} above the ceiling;
     * {@code home.bed-taken} somebody has it or is offered it on one of those days; {@code home.lives-already}; {@code home.turn-missing} somebody who has more points waits for such a bed, and no reason is written;
     * {@code home.reason-long}.
     */
    @Transactional
    public Answer<UUID> offer(UUID application, Offer it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "home.not-yours");
        }
        var found = queue.locked(application);
        if (found.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        var asked = found.get();
        if (queue.own(asked, by)) {
            return Answer.refused("", "home.own");
        }
        if (!asked.waits()) {
            return Answer.refused("", "home.not-waiting");
        }
        if (it.bed() == null || db.sql("SELECT FROM home.bed WHERE id = :id FOR UPDATE").param("id", it.bed()).query((row, n) -> row).optional().isEmpty()) {
            return Answer.refused("bed", "home.bed-missing");
        }
        if (it.from() == null || it.from().isBefore(today()) || it.from().isAfter(today().plusDays(AHEAD_MOST))) {
            return Answer.refused("from", it.from() == null ? "home.day-missing" : it.from().isBefore(today()) ? "home.day-past" : "home.day-far", AHEAD_MOST);
        }
        record Bed(UUID site, Takes takes, @Nullable String wanting) {}
        var bed = db.sql("SELECT beds.site, building.takes, beds.wanting FROM home.beds(:day, 'infinity') AS beds JOIN home.building ON building.id = beds.building WHERE beds.bed = :bed").param("day", it.from())
                .param("bed", it.bed()).query(Bed.class).optional();
        if (bed.isEmpty() || bed.get().wanting() != null) {
            return Answer.refused("bed", bed.isEmpty() ? "home.bed-gone" : "home.bed-wanting");
        }
        if (!bed.get().site().equals(asked.site())) {
            return Answer.refused("bed", "home.site-other");
        }
        if (!bed.get().takes().welcomes(asked.takes())) {
            return Answer.refused("bed", "home.takes-other");
        }
        var ceiling = rules.on(HomeRule.RENT_MOST, it.from());
        if (it.rent() == null || it.rent().signum() < 0 || it.rent().compareTo(BigDecimal.valueOf(ceiling)) > 0) {
            return Answer.refused("rent", it.rent() == null || it.rent().signum() < 0 ? "home.rent-missing" : "home.rent-high", ceiling);
        }
        if (overlaps("bed", it.bed(), it.from())) {
            return Answer.refused("bed", "home.bed-taken");
        }
        if (overlaps("person", asked.person(), it.from())) {
            return Answer.refused("from", "home.lives-already");
        }
        if (it.turn().strip().length() > TURN_LONGEST) {
            return Answer.refused("turn", "home.reason-long", TURN_LONGEST);
        }
        if (it.turn().isBlank() && queue.passedOver(asked, bed.get().takes())) {
            return Answer.refused("turn", "home.turn-missing");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO home.stay (id, number, application, person, bed, from_day, rent, answer_by, turn, offered_by, offered_at, record)
                VALUES (:id, 'B' || :year || '-' || lpad(nextval('home.number')::text, 6, '0'), :application, :person, :bed, :from, :rent, :answer, :turn, :by, :at, :record)
                """)
                .param("id", id).param("year", today().getYear()).param("application", application).param("person", asked.person()).param("bed", it.bed()).param("from", it.from()).param("rent", it.rent())
                .param("answer", today().plusDays(rules.on(HomeRule.ANSWER_DAYS, today()))).param("turn", it.turn().strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("home.offered", today(), Map.of("stay", id.toString(), "application", application.toString(), "bed", it.bed().toString(), "from", it.from().toString(),
                        "turn", it.turn().isBlank() ? "kept" : "passed over")))
                .update();
        return said(id, Told.What.OFFERED);
    }

    private boolean overlaps(String of, UUID id, LocalDate from) {
        return db.sql("SELECT EXISTS (SELECT FROM home.stay WHERE " + of + " = :id AND void_at IS NULL AND (until_day IS NULL OR until_day >= :from))").param("id", id).param("from", from).query(Boolean.class).single();
    }

    private Answer<UUID> said(UUID id, Told.What what) {
        events.publishEvent(new Told(id, what));
        return Answer.done(id);
    }

    /**
     * Whoever is offered a bed says yes or no; after a no they wait on, with the same points.
     *
     * <p>Refusals: {@code home.unknown}, {@code home.only-own}, {@code home.not-open} it was answered, taken back, or its term is over; {@code home.reason-long}.
     */
    @Transactional
    public Answer<UUID> answer(UUID id, boolean yes, String reason, Me by) {
        var it = stays.locked(id);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (!stays.own(it.get(), by)) {
            return Answer.refused("", "home.only-own");
        }
        if (it.get().state() != State.OFFERED || it.get().answerBy().isBefore(today())) {
            return Answer.refused("", "home.not-open");
        }
        if (reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", "home.reason-long", REASON_LONGEST);
        }
        answered(id, yes ? State.ACCEPTED : State.DECLINED, reason.strip(), by.account());
        return Answer.done(id);
    }

    /**
     * Human resources take back what was offered, as long as no key was handed over; whoever was to have it waits on.
     *
     * <p>Refusals: {@code home.not-yours}, {@code home.unknown}, {@code home.own}, {@code home.not-open}, {@code home.reason-missing}, {@code home.reason-long}.
     */
    @Transactional
    public Answer<UUID> takeBack(UUID id, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "home.not-yours");
        }
        var it = stays.locked(id);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (stays.own(it.get(), by)) {
            return Answer.refused("", "home.own");
        }
        if (it.get().state() != State.OFFERED && it.get().state() != State.ACCEPTED) {
            return Answer.refused("", "home.not-open");
        }
        if (reason.isBlank() || reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", reason.isBlank() ? "home.reason-missing" : "home.reason-long", REASON_LONGEST);
        }
        answered(id, State.TAKEN_BACK, reason.strip(), by.account());
        return said(id, Told.What.TAKEN_BACK);
    }

    private void answered(UUID id, State outcome, String reason, @Nullable UUID by) {
        db.sql("""
                INSERT INTO home.answer (stay, outcome, reason, answered_by, answered_at, record) VALUES (:stay, :outcome, :reason, :by, :at, :record)
                ON CONFLICT (stay) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason, answered_by = excluded.answered_by, answered_at = excluded.answered_at, record = excluded.record
                """)
                .param("stay", id).param("outcome", outcome.name()).param("reason", reason).param("by", by).param("at", now())
                .param("record", log.record("home.answered", today(), Map.of("stay", id.toString(), "outcome", outcome.name()))).update();
        if (outcome != State.ACCEPTED) {
            db.sql("UPDATE home.stay SET void_at = :at WHERE id = :id").param("at", now()).param("id", id).update();
        }
    }

    /** An offer that nobody answered in its term lets go of the bed. */
    @EventListener
    @Transactional
    public void aDayBegins(DayHasBegun begun) {
        db.sql("SELECT stay.id FROM home.stay LEFT JOIN home.answer ON answer.stay = stay.id WHERE answer.stay IS NULL AND stay.void_at IS NULL AND stay.answer_by < :day ORDER BY stay.id FOR UPDATE OF stay")
                .param("day", begun.day()).query(UUID.class).list().forEach(it -> {
                    answered(it, State.LAPSED, "", null);
                    events.publishEvent(new Told(it, Told.What.LAPSED));
                });
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
