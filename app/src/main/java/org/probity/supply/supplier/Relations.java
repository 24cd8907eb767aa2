package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.supply.supplier.Supplier.Why;
import org.probity.supply.supplier.Suppliers.Registration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a supplier after the first day: what the register says of them changes, the relation ends, or is taken up again. */
@Service
public class Relations {
    private final JdbcClient db;
    private final Suppliers suppliers;
    private final Objections objections;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Relations(JdbcClient db, Suppliers suppliers, Objections objections, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.suppliers = suppliers;
        this.objections = objections;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** How many changes there were of what the register says; a form carries it, so that it is known what its reader had seen. */
    long changeCount(UUID supplier) {
        return db.sql("SELECT count(*) FROM supplier.change WHERE supplier = :supplier").param("supplier", supplier).query(Long.class).single();
    }

    /**
     * What is typed holds for the entry as it was looked at: a form holds every field, and would take back what a colleague changed since.
     *
     * <p>Refusals: {@code supplier.changed-meanwhile}; those of the act.
     *
     * @param seen changes there were when the form was opened
     */
    @Transactional
    Answer<UUID> asSeen(UUID supplier, long seen, Function<UUID, Answer<UUID>> act) {
        hold(supplier);
        return changeCount(supplier) == seen ? act.apply(supplier) : Answer.refused("", "supplier.changed-meanwhile");
    }

    /** One change at a time: what it was before is what the change before left. */
    private void hold(UUID supplier) {
        db.sql("SELECT FROM supplier.supplier WHERE id = :id FOR UPDATE").param("id", supplier).query((row, n) -> row).optional();
    }

    /**
     * The register says something else of a supplier from now on. What it said before is kept with who changed it; nothing different leaves
     * no trace.
     *
     * <p>Refusals: {@code supplier.unknown}; those of {@link Objections#to}.
     */
    @Transactional
    Answer<UUID> change(UUID supplier, Registration it, Me by) {
        hold(supplier);
        var found = suppliers.find(supplier);
        if (found.isEmpty()) {
            return Answer.refused("", "supplier.unknown");
        }
        var reasons = objections.to(it, supplier);
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        var was = said(found.get());
        var becomes = said(it);
        becomes.entrySet().removeIf(field -> field.getValue().equals(was.get(field.getKey())));
        if (becomes.isEmpty()) {
            return Answer.done(supplier);
        }
        var record = log.record("supplier.changed", LocalDate.now(clock), Map.of("supplier", supplier.toString(), "fields", String.join(" ", becomes.keySet())));
        db.sql("""
                UPDATE supplier.supplier
                   SET number = :number,
                       name_en = :nameEn,
                       name_zh = :nameZh,
                       name_other = :nameOther,
                       country = :country,
                       category = :category,
                       credit_code = :creditCode,
                       lei = :lei
                 WHERE id = :id
                """)
                .param("id", supplier).param("number", it.number())
                .param("nameEn", it.nameIn(Lang.EN)).param("nameZh", it.nameIn(Lang.ZH)).param("nameOther", it.nameOther())
                .param("country", it.country()).param("category", it.category())
                .param("creditCode", it.creditCode()).param("lei", it.lei())
                .update();
        becomes.forEach((field, value) -> db.sql("""
                INSERT INTO supplier.change (supplier, field, was, becomes, by, at, record)
                VALUES (:supplier, :field, :was, :becomes, :by, :at, :record)
                """)
                .param("supplier", supplier).param("field", field).param("was", was.get(field)).param("becomes", value)
                .param("by", by.account()).param("at", now()).param("record", record)
                .update());
        events.publishEvent(new Suppliers.Said(List.of(supplier)));
        return Answer.done(supplier);
    }

    static Map<String, String> said(Supplier it) {
        return said(new Registration(it.number(), it.nameEn(), it.nameZh(), it.nameOther(), it.country(), it.category(), it.creditCode(), it.lei()));
    }

    /** By the last part of the message key that names the field. */
    static Map<String, String> said(Registration it) {
        return new TreeMap<>(Map.of(
                "number", it.number(), "name-en", it.nameIn(Lang.EN), "name-zh", it.nameIn(Lang.ZH), "name-other", it.nameOther(),
                "country", it.country(), "category", it.category(),
                "credit-code", Optional.ofNullable(it.creditCode()).orElse(""), "lei", Optional.ofNullable(it.lei()).orElse("")));
    }

    /** What was changed, the newest first. */
    List<Supplier.Change> changes(UUID supplier) {
        return db.sql("SELECT field, was, becomes, by, at FROM supplier.change WHERE supplier = :supplier ORDER BY at DESC, field LIMIT 50")
                .param("supplier", supplier)
                .query(Supplier.Change.class).list();
    }

    /**
     * The relation ends with a day: from the next one on the supplier is not asked for anything new. What is owed for deliveries stays owed,
     * and contacts keep their way in.
     *
     * <p>Refusals: {@code supplier.unknown}; {@code supplier.ended-already}; {@code supplier.last-day-missing};
     * {@code supplier.last-day-far} (more than a year from today); {@code supplier.why-missing}; {@code supplier.why-words-missing} (another
     * reason is said in words).
     */
    @Transactional
    public Answer<UUID> end(UUID supplier, Optional<LocalDate> lastDay, Optional<Why> why, String words, Me by) {
        hold(supplier);
        var found = suppliers.find(supplier);
        if (found.isEmpty()) {
            return Answer.refused("", "supplier.unknown");
        }
        if (found.get().lastDay() != null) {
            return Answer.refused("", "supplier.ended-already");
        }
        if (lastDay.isEmpty()) {
            return Answer.refused("lastDay", "supplier.last-day-missing");
        }
        var today = LocalDate.now(clock);
        if (lastDay.get().isAfter(today.plusYears(1)) || lastDay.get().isBefore(today.minusYears(1))) {
            return Answer.refused("lastDay", "supplier.last-day-far");
        }
        if (why.isEmpty()) {
            return Answer.refused("why", "supplier.why-missing");
        }
        if (why.get() == Why.OTHER && words.isBlank()) {
            return Answer.refused("words", "supplier.why-words-missing");
        }
        var record = log.record("supplier.ended", today, Map.of(
                "supplier", supplier.toString(), "last_day", lastDay.get().toString(), "reason", why.get().name()));
        return Answer.done(db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (:id, :supplier, :day, :reason, :words, :by, :at, :record)
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("supplier", supplier).param("day", lastDay.get()).param("reason", why.get().name())
                .param("words", words.strip()).param("by", by.account()).param("at", now()).param("record", record)
                .query(UUID.class).single());
    }

    /** The relation is taken up again; that it had ended stays to be seen. Refusals: {@code supplier.not-ended}. */
    @Transactional
    Answer<UUID> resume(UUID supplier, Me by) {
        var resumed = db.sql("""
                UPDATE supplier.ending
                   SET resumed_by = :by,
                       resumed_at = :at
                 WHERE supplier = :supplier
                   AND resumed_at IS NULL
                RETURNING id
                """)
                .param("supplier", supplier).param("by", by.account()).param("at", now())
                .query(UUID.class).optional();
        if (resumed.isEmpty()) {
            return Answer.refused("", "supplier.not-ended");
        }
        log.record("supplier.resumed", LocalDate.now(clock), Map.of("supplier", supplier.toString(), "ending", resumed.get().toString()));
        events.publishEvent(new Suppliers.Said(List.of(supplier)));
        return Answer.done(supplier);
    }

    /** The end that holds. */
    Supplier.@Nullable Ending ending(UUID supplier) {
        return db.sql("SELECT id, supplier, last_day, reason, words, ended_by, ended_at FROM supplier.ending WHERE supplier = :supplier AND resumed_at IS NULL")
                .param("supplier", supplier)
                .query(Supplier.Ending.class).optional().orElse(null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
