package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a supplier makes things, and what we buy from them, since when and until when. */
@Service
public class Purchases {
    private static final int YEARS_BACK = 30;

    private final JdbcClient db;
    private final Suppliers suppliers;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Purchases(JdbcClient db, Suppliers suppliers, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.suppliers = suppliers;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * We begin to buy a material.
     *
     * <p>Refusals: {@code supplier.material-number-missing}; {@code supplier.material-number-taken}; {@code supplier.material-name-missing};
     * {@code supplier.tin-wrong}; {@code supplier.day-wrong}; {@code supplier.day-far} (more than thirty years back or one ahead).
     */
    @Transactional
    Answer<UUID> begin(UUID supplier, MaterialsPage.Bought it, Me by) {
        if (it.number().isBlank()) {
            return Answer.refused("number", "supplier.material-number-missing");
        }
        if (suppliers.materials(supplier).stream().anyMatch(other -> other.number().equals(it.number()))) {
            return Answer.refused("number", "supplier.material-number-taken", it.number());
        }
        if (it.nameEn().isBlank() && it.nameZh().isBlank()) {
            return Answer.refused("nameEn", "supplier.material-name-missing");
        }
        var share = Typed.share(it.tin());
        if (share.isEmpty() && !it.tin().isBlank()) {
            return Answer.refused("tin", "supplier.tin-wrong");
        }
        var from = Typed.day(it.from());
        if (from.isEmpty()) {
            return Answer.refused("from", "supplier.day-wrong");
        }
        if (far(from.get())) {
            return Answer.refused("from", "supplier.day-far");
        }
        var id = suppliers.addMaterial(supplier, it.number(), it.nameEn().isBlank() ? it.nameZh() : it.nameEn(),
                it.nameZh().isBlank() ? it.nameEn() : it.nameZh(), from.get());
        log.record("supplier.purchase", LocalDate.now(clock), Map.of("material", id.toString(), "supplier", supplier.toString(), "from", from.get().toString(), "by", by.account().toString()));
        share.ifPresent(known -> suppliers.sayContent(id, Suppliers.TIN, known, from.get(), by.account()));
        return Answer.done(id);
    }

    /**
     * The share of tin is another from a day on; what was known before stays known as it was.
     *
     * <p>Refusals: {@code supplier.material-unknown}; {@code supplier.tin-wrong}; {@code supplier.day-wrong}; {@code supplier.day-far}.
     */
    @Transactional
    Answer<UUID> sayTin(UUID supplier, UUID material, Optional<BigDecimal> share, Optional<LocalDate> from, Me by) {
        if (of(supplier, material).isEmpty()) {
            return Answer.refused("", "supplier.material-unknown");
        }
        if (share.isEmpty()) {
            return Answer.refused("tin", "supplier.tin-wrong");
        }
        if (from.isEmpty()) {
            return Answer.refused("from", "supplier.day-wrong");
        }
        if (far(from.get())) {
            return Answer.refused("from", "supplier.day-far");
        }
        suppliers.sayContent(material, Suppliers.TIN, share.get(), from.get(), by.account());
        return Answer.done(material);
    }

    /**
     * We buy a material no more after a day. Earlier deliveries go on being counted.
     *
     * <p>Refusals: {@code supplier.material-unknown}; {@code supplier.day-wrong}; {@code supplier.day-far}; {@code supplier.until-before} it
     * was bought at all.
     */
    @Transactional
    Answer<UUID> stop(UUID supplier, UUID material, Optional<LocalDate> lastDay, Me by) {
        var found = of(supplier, material);
        if (found.isEmpty()) {
            return Answer.refused("", "supplier.material-unknown");
        }
        if (lastDay.isEmpty()) {
            return Answer.refused("until", "supplier.day-wrong");
        }
        if (far(lastDay.get())) {
            return Answer.refused("until", "supplier.day-far");
        }
        if (found.get().fromDay() != null && lastDay.get().isBefore(found.get().fromDay())) {
            return Answer.refused("until", "supplier.until-before");
        }
        db.sql("""
                WITH closed AS (
                    UPDATE supplier.purchase
                       SET recorded = tstzrange(lower(recorded), :at)
                     WHERE material = :material
                       AND upper_inf(recorded)
                    RETURNING valid
                )
                INSERT INTO supplier.purchase (material, valid, recorded)
                SELECT :material, daterange(lower(valid), :after), tstzrange(:at, NULL) FROM closed
                """)
                .param("material", material).param("after", lastDay.get().plusDays(1)).param("at", now())
                .update();
        log.record("supplier.purchase", LocalDate.now(clock), Map.of("material", material.toString(), "last_day", lastDay.get().toString(), "by", by.account().toString()));
        return Answer.done(material);
    }

    Optional<Supplier.Material> of(UUID supplier, UUID material) {
        return suppliers.materials(supplier).stream().filter(it -> it.id().equals(material)).findFirst();
    }

    /**
     * A site where they make or ship what we buy.
     *
     * <p>Refusals: {@code supplier.site-name-missing}; {@code supplier.site-name-taken}; {@code supplier.country-unknown}.
     */
    @Transactional
    public Answer<UUID> addSite(UUID supplier, String name, String address, String country, Me by) {
        if (name.isBlank()) {
            return Answer.refused("name", "supplier.site-name-missing");
        }
        if (!Objections.COUNTRIES.contains(country)) {
            return Answer.refused("country", "supplier.country-unknown");
        }
        var added = db.sql("""
                INSERT INTO supplier.site (id, supplier, name, address, country, from_day)
                VALUES (:id, :supplier, :name, :address, :country, :today)
                ON CONFLICT (supplier, lower(name)) WHERE until_day IS NULL DO NOTHING
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("supplier", supplier).param("name", name).param("address", address)
                .param("country", country).param("today", LocalDate.now(clock))
                .query(UUID.class).optional();
        if (added.isPresent()) {
            log.record("supplier.site", LocalDate.now(clock), Map.of("site", added.get().toString(), "supplier", supplier.toString(), "by", by.account().toString()));
            events.publishEvent(new Suppliers.Said(List.of(supplier)));
        }
        return added.map(Answer::done).orElseGet(() -> Answer.refused("name", "supplier.site-name-taken", name));
    }

    /** A site closes today; what was qualified or audited there keeps it. Refusals: {@code supplier.site-unknown}. */
    @Transactional
    Answer<UUID> closeSite(UUID supplier, UUID site, Me by) {
        var closed = db.sql("""
                UPDATE supplier.site
                   SET until_day = :today
                 WHERE id = :site
                   AND supplier = :supplier
                   AND until_day IS NULL
                RETURNING id
                """)
                .param("site", site).param("supplier", supplier).param("today", LocalDate.now(clock))
                .query(UUID.class).optional();
        closed.ifPresent(it -> log.record("supplier.site", LocalDate.now(clock), Map.of("site", it.toString(), "last_day", LocalDate.now(clock).toString(), "by", by.account().toString())));
        return closed.map(Answer::done).orElseGet(() -> Answer.refused("", "supplier.site-unknown"));
    }

    private boolean far(LocalDate day) {
        var today = LocalDate.now(clock);
        return day.isBefore(today.minusYears(YEARS_BACK)) || day.isAfter(today.plusYears(1));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
