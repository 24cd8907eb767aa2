package org.probity.supply.supplier;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Department.Charge;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of who answers for a category. Where nobody does yet, one person may say who does; whoever takes work from a department, or gives it
 * to another, needs a second person.
 */
@Service
class Reassignments {
    static final String MATTER = "supplier.accountable";

    /** What is proposed. @param department null: nobody any more */
    record Wanted(String category, Charge charge, @Nullable UUID site, @Nullable UUID department, LocalDate from, String reason) {}

    /** A proposal that waits, in words. */
    record Proposed(
            UUID id, String category, Charge charge, String siteEn, String siteZh, @Nullable String departmentEn, @Nullable String departmentZh, LocalDate fromDay, String reason,
            UUID proposedBy, Instant proposedAt) {
        String site(Lang lang) {
            return Supplier.name(lang, siteEn, siteZh);
        }

        Optional<String> department(Lang lang) {
            return departmentEn == null || departmentZh == null ? Optional.empty() : Optional.of(Supplier.name(lang, departmentEn, departmentZh));
        }
    }

    private final JdbcClient db;
    private final Accountability accountability;
    private final Decisions decisions;
    private final Clock clock;

    Reassignments(JdbcClient db, Accountability accountability, Decisions decisions, Clock clock) {
        this.db = db;
        this.accountability = accountability;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Puts a change before a second person.
     *
     * <p>Refusals: those of {@link Accountability#objection}; {@code supplier.accountable-waits} another change of the same waits already.
     */
    @Transactional
    Answer<UUID> propose(Wanted it, Me by) {
        var objection = accountability.objection(it);
        if (objection.isPresent()) {
            return objection.get();
        }
        var waits = db.sql("""
                SELECT EXISTS (SELECT FROM supplier.accountability_proposed AS proposed
                                 JOIN decision.standing ON standing.proposal = proposed.proposal AND standing.outcome IS NULL
                                WHERE category = :category AND charge = :charge AND site IS NOT DISTINCT FROM CAST(:site AS uuid))
                """)
                .param("category", it.category()).param("charge", it.charge().name()).param("site", it.site(), Types.OTHER)
                .query(Boolean.class).single();
        if (waits) {
            return Answer.refused("", "supplier.accountable-waits");
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), it.reason().strip(), by);
        db.sql("""
                INSERT INTO supplier.accountability_proposed (proposal, category, charge, site, department, from_day, reason)
                VALUES (:proposal, :category, :charge, CAST(:site AS uuid), CAST(:department AS uuid), :from, :reason)
                """)
                .param("proposal", proposal).param("category", it.category()).param("charge", it.charge().name()).param("site", it.site(), Types.OTHER)
                .param("department", it.department(), Types.OTHER).param("from", it.from()).param("reason", it.reason().strip())
                .update();
        return Answer.done(proposal);
    }

    /**
     * Another rules. Refusals: {@code supplier.accountable-gone} no such proposal; those of {@link Decisions#rule}; while it is approved those of
     * {@link Accountability#objection} that hold by then.
     */
    @Transactional
    Answer<UUID> rule(UUID proposal, Outcome outcome, Me by) {
        var it = wanted(proposal);
        if (it.isEmpty()) {
            return Answer.refused("", "supplier.accountable-gone");
        }
        var objection = outcome == Outcome.APPROVED && decisions.find(proposal).filter(Decisions.Decision::open).isPresent()
                ? accountability.objection(it.get()) : Optional.<Answer<UUID>>empty();
        if (objection.isPresent()) {
            return objection.get();
        }
        return switch (decisions.rule(MATTER, proposal, outcome, "", by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(proposal);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'supplier.accountable' && #ruled.outcome().name() == 'APPROVED'")
    void change(Decisions.Ruled ruled) {
        var it = wanted(ruled.proposal()).orElseThrow();
        accountability.take(it, ruled.ruledBy());
    }

    private Optional<Wanted> wanted(UUID proposal) {
        return db.sql("SELECT category, charge, site, department, from_day AS \"from\", reason FROM supplier.accountability_proposed WHERE proposal = :id")
                .param("id", proposal).query(Wanted.class).optional();
    }

    /** What waits for a second person, of one category or of all. */
    List<Proposed> waiting(@Nullable String category) {
        return db.sql("""
                SELECT proposed.proposal AS id, proposed.category, proposed.charge, coalesce(site.name_en, '') AS site_en, coalesce(site.name_zh, '') AS site_zh,
                       place.name_en AS department_en, place.name_zh AS department_zh, proposed.from_day, proposed.reason, standing.proposed_by, standing.proposed_at
                  FROM supplier.accountability_proposed AS proposed
                  JOIN decision.standing ON standing.proposal = proposed.proposal AND standing.outcome IS NULL
                  LEFT JOIN supplier.department ON department.id = proposed.department
                  LEFT JOIN directory.units(:today, 'infinity') AS place ON place.unit = department.unit
                  LEFT JOIN directory.units(:today, 'infinity') AS site ON site.unit = proposed.site
                 WHERE :category::text IS NULL OR proposed.category = :category
                 ORDER BY standing.proposed_at
                """)
                .param("category", category, Types.VARCHAR).param("today", LocalDate.now(clock))
                .query(Proposed.class).list();
    }
}
