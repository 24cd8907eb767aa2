package org.probity.supply.supplier;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.supply.supplier.Department.Charge;
import org.probity.supply.supplier.Department.Kind;
import org.probity.supply.supplier.Reassignments.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Saying which units are departments of the supply side, and which of them answers for what. Each change counts from a day and has a reason. */
@Service
public class Accountability {
    /** Something said about who answers for a category; what was superseded stays to be seen. */
    public record Said(
            Charge charge, String siteEn, String siteZh, String departmentEn, String departmentZh, LocalDate fromDay, @Nullable LocalDate untilDay,
            String reason, UUID recordedBy, Instant recordedAt, @Nullable Instant supersededAt) {
        boolean holds() {
            return supersededAt == null;
        }

        String site(Lang lang) {
            return Supplier.name(lang, siteEn, siteZh);
        }

        String department(Lang lang) {
            return Supplier.name(lang, departmentEn, departmentZh);
        }
    }

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Accountability(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A unit of the directory becomes a department of the supply side.
     *
     * <p>Refusals: {@code supplier.department-unit-unknown} no unit, site or entity of the directory has this code on that day;
     * {@code supplier.department-there} the unit is one already.
     */
    @Transactional
    public Answer<UUID> name(String unitCode, Kind kind, LocalDate from, Me by) {
        takeTurns();
        var unit = db.sql("SELECT unit FROM directory.units(:day, :now) WHERE code = :code")
                .param("day", from).param("now", now()).param("code", unitCode)
                .query(UUID.class).optional();
        if (unit.isEmpty()) {
            return Answer.refused("unit", "supplier.department-unit-unknown");
        }
        var there = db.sql("SELECT EXISTS (SELECT FROM supplier.department WHERE unit = :unit AND (until_day IS NULL OR until_day >= :day))")
                .param("unit", unit.get()).param("day", from)
                .query(Boolean.class).single();
        if (there) {
            return Answer.refused("unit", "supplier.department-there");
        }
        var id = UUID.randomUUID();
        var record = log.record("supplier.department", today(), Map.of(
                "department", id.toString(), "unit", unit.get().toString(), "kind", kind.name(), "from", from.toString()));
        db.sql("""
                INSERT INTO supplier.department (id, unit, kind, from_day, named_by, named_at, record)
                VALUES (:id, :unit, :kind, :from, :by, :now, :record)
                """)
                .param("id", id).param("unit", unit.get()).param("kind", kind.name()).param("from", from).param("by", by.account())
                .param("now", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    /**
     * A department no longer is one, from a day on; the unit stays.
     *
     * <p>Refusals: {@code supplier.department-unknown}; {@code supplier.department-answers} it still answers for a category on that day or later:
     * another must take over first.
     */
    @Transactional
    public Answer<UUID> close(UUID department, LocalDate from, Me by) {
        takeTurns();
        var open = db.sql("SELECT EXISTS (SELECT FROM supplier.department WHERE id = :id AND until_day IS NULL AND from_day <= :day)")
                .param("id", department).param("day", from)
                .query(Boolean.class).single();
        if (!open) {
            return Answer.refused("department", "supplier.department-unknown");
        }
        var answers = db.sql("""
                SELECT EXISTS (SELECT FROM supplier.accountability
                                WHERE department = :id AND superseded_at IS NULL AND (until_day IS NULL OR until_day >= :day))
                """)
                .param("id", department).param("day", from)
                .query(Boolean.class).single();
        if (answers) {
            return Answer.refused("", "supplier.department-answers");
        }
        db.sql("UPDATE supplier.department SET until_day = CAST(:day AS date) - 1, closed_by = :by, closed_at = :now WHERE id = :id")
                .param("day", from).param("by", by.account()).param("now", now()).param("id", department)
                .update();
        log.record("supplier.department", today(), Map.of("department", department.toString(), "closed", from.toString()));
        return Answer.done(department);
    }

    /**
     * Says who answers for what nobody answered for until then: one person may. The change of what somebody answers for is {@link Reassignments}.
     *
     * @param site a buying site of ours; null: all that have no department of their own for it
     *
     * <p>Refusals: those of {@link #objection}; {@code supplier.accountable-two} somebody answers for it, so it takes two to change that.
     */
    @Transactional
    public Answer<UUID> assign(String category, Charge charge, @Nullable UUID site, UUID department, LocalDate from, String reason, Me by) {
        takeTurns();
        var it = new Wanted(category, charge, site, department, from, reason);
        var objection = objection(it);
        if (objection.isPresent()) {
            return objection.get();
        }
        return held(it) ? Answer.refused("", "supplier.accountable-two") : Answer.done(take(it, by.account()));
    }

    /**
     * What stands against another department answering for a category, or nobody: {@code supplier.category-unknown} no such category, or a closed one;
     * {@code supplier.department-unknown} no such department on that day; {@code supplier.department-charge} quality operations do not buy, and
     * procurement does not see to quality; {@code supplier.site-unknown-ours} no site of ours on that day; {@code supplier.accountable-same} it is so
     * already; {@code supplier.accountable-nobody} nobody answers for it; {@code supplier.accountable-why} somebody does, and nobody said why that changes.
     */
    Optional<Answer<UUID>> objection(Wanted it) {
        if (it.department() == null) {
            return !held(it) ? refused("", "supplier.accountable-nobody") : it.reason().isBlank() ? refused("reason", "supplier.accountable-why") : Optional.empty();
        }
        if (!category(it.category())) {
            return refused("category", "supplier.category-unknown");
        }
        var kind = db.sql("""
                SELECT kind FROM supplier.department WHERE id = :id AND from_day <= :day AND (until_day IS NULL OR until_day >= :day)
                """)
                .param("id", it.department()).param("day", it.from())
                .query(Kind.class).optional();
        if (kind.isEmpty()) {
            return refused("department", "supplier.department-unknown");
        }
        if ((kind.get() == Kind.QUALITY) != (it.charge() == Charge.QUALITY)) {
            return refused("charge", "supplier.department-charge");
        }
        if (it.site() != null && !db.sql("SELECT EXISTS (SELECT FROM directory.units(:day, :now) WHERE unit = :site AND kind = 'SITE')")
                .param("day", it.from()).param("now", now()).param("site", it.site()).query(Boolean.class).single()) {
            return refused("site", "supplier.site-unknown-ours");
        }
        var now = db.sql("""
                SELECT department FROM supplier.accountable(:day, 'infinity')
                 WHERE category = :category AND charge = :charge AND site IS NOT DISTINCT FROM CAST(:site AS uuid)
                """)
                .param("day", it.from()).param("category", it.category()).param("charge", it.charge().name()).param("site", it.site(), Types.OTHER)
                .query(UUID.class).optional();
        if (now.filter(it.department()::equals).isPresent()) {
            return refused("department", "supplier.accountable-same");
        }
        return held(it) && it.reason().isBlank() ? refused("reason", "supplier.accountable-why") : Optional.empty();
    }

    private static Optional<Answer<UUID>> refused(String field, String key) {
        return Optional.of(Answer.refused(field, key));
    }

    /** Whether somebody answers for it on that day or later, so that it takes two to change it. */
    boolean held(Wanted it) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM supplier.accountability
                                WHERE category = :category AND charge = :charge AND site IS NOT DISTINCT FROM CAST(:site AS uuid)
                                  AND superseded_at IS NULL AND (until_day IS NULL OR until_day >= :day))
                """)
                .param("category", it.category()).param("charge", it.charge().name()).param("site", it.site(), Types.OTHER).param("day", it.from())
                .query(Boolean.class).single();
    }

    /** From its day on it is so; whoever answered until then does until the day before. Within the transaction of who decided it. */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID take(Wanted it, UUID by) {
        takeTurns();
        var content = new TreeMap<String, Object>(Map.of("category", it.category(), "charge", it.charge().name(), "site", it.site() == null ? "" : it.site().toString()));
        content.put(it.department() == null ? "released" : "from", it.from().toString());
        if (it.department() != null) {
            content.put("department", it.department().toString());
        }
        var record = log.record("supplier.accountable", today(), content);
        cut(it, record, by);
        if (it.department() != null) {
            insert(it, it.department(), record, by);
        }
        return record;
    }

    /** All that was ever said about a category, the newest first. */
    List<Said> history(String category) {
        return db.sql("""
                SELECT accountability.charge, coalesce(site.name_en, '') AS site_en, coalesce(site.name_zh, '') AS site_zh,
                       coalesce(place.name_en, unit.code) AS department_en, coalesce(place.name_zh, unit.code) AS department_zh,
                       accountability.from_day, accountability.until_day, accountability.reason, accountability.recorded_by,
                       accountability.recorded_at, accountability.superseded_at
                  FROM supplier.accountability
                  JOIN supplier.department ON department.id = accountability.department
                  JOIN directory.unit ON unit.id = department.unit
                  LEFT JOIN directory.units(accountability.from_day, :now) AS place ON place.unit = department.unit
                  LEFT JOIN directory.units(accountability.from_day, :now) AS site ON site.unit = accountability.site
                 WHERE accountability.category = :category
                 ORDER BY accountability.recorded_at DESC, accountability.from_day DESC
                """)
                .param("category", category).param("now", now())
                .query(Said.class).list();
    }

    private void cut(Wanted it, UUID record, UUID by) {
        db.sql("""
                WITH old AS (
                    UPDATE supplier.accountability
                       SET superseded_at = :now
                     WHERE category = :category AND charge = :charge AND site IS NOT DISTINCT FROM CAST(:site AS uuid)
                       AND superseded_at IS NULL AND (until_day IS NULL OR until_day >= :from)
                    RETURNING department, from_day
                )
                INSERT INTO supplier.accountability (id, category, charge, site, department, from_day, until_day, reason, recorded_by, recorded_at, record)
                SELECT gen_random_uuid(), :category, :charge, CAST(:site AS uuid), department, from_day, CAST(:from AS date) - 1, :reason, :by, :now, :record
                  FROM old
                 WHERE from_day < :from
                """)
                .param("now", now()).param("category", it.category()).param("charge", it.charge().name()).param("site", it.site(), Types.OTHER)
                .param("from", it.from()).param("reason", it.reason().strip()).param("by", by).param("record", record)
                .update();
    }

    private void insert(Wanted it, UUID department, UUID record, UUID by) {
        db.sql("""
                INSERT INTO supplier.accountability (id, category, charge, site, department, from_day, reason, recorded_by, recorded_at, record)
                VALUES (gen_random_uuid(), :category, :charge, CAST(:site AS uuid), :department, :from, :reason, :by, :now, :record)
                """)
                .param("category", it.category()).param("charge", it.charge().name()).param("site", it.site(), Types.OTHER).param("department", department)
                .param("from", it.from()).param("reason", it.reason().strip()).param("by", by).param("now", now()).param("record", record)
                .update();
    }

    private boolean category(String code) {
        return db.sql("SELECT EXISTS (SELECT FROM supplier.category WHERE code = :code AND until_day IS NULL)").param("code", code)
                .query(Boolean.class).single();
    }

    /** One change at a time: each is checked against what the one before it left. */
    private void takeTurns() {
        db.sql("LOCK TABLE supplier.accountability IN SHARE ROW EXCLUSIVE MODE").update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
