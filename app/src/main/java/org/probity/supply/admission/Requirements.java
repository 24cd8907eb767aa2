package org.probity.supply.admission;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.policy.Naming;
import org.probity.shapes.policy.Clauses;
import org.probity.shapes.policy.Policy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which category needs what, from which day on, by which clause; changed by two. The list of a past day goes by what counted then. */
@Service
public class Requirements implements Naming {
    static final String MATTER = "admission.requirement";
    /** Said of every category for which nothing else was said. */
    static final String EVERY = "*";

    /** What counts. @param ours whether it was said for the category itself */
    public record Said(String category, String leg, boolean needed, LocalDate fromDay, String clause, @Nullable UUID byClause, List<String> roles) {}

    /** A change that waits, or was ruled on. */
    public record Change(
            UUID proposal, String category, String leg, boolean needed, LocalDate fromDay, String clause, @Nullable UUID byClause, String reason, UUID proposedBy,
            @Nullable String ruled) {}

    /** As the rows that came with the house name it. */
    private static final String PROCEDURE_EN = "Supplier Development and Management Procedure";
    private static final String PROCEDURE_ZH = "供应商开发与管理程序";

    private final JdbcClient db;
    private final Standing standing;
    private final Clauses clauses;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Requirements(JdbcClient db, Standing standing, Clauses clauses, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.standing = standing;
        this.clauses = clauses;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One proposes that a category shall need a leg, or need it no more.
     *
     * <p>Refusals: {@code admission.leg-unknown}; {@code admission.category-unknown}; {@code admission.from-past} what counted on a day that is
     * over is not changed afterwards; {@code admission.clause-needed} no clause of ours is named; {@code admission.clause-unknown} it is none that is in force (a house that has
     * no rules yet says it in words); {@code admission.reasons-missing}.
     */
    @Transactional
    public Answer<UUID> propose(String category, String leg, boolean needed, @Nullable LocalDate from, String clause, String reasons, Me by) {
        if (standing.leg(leg).isEmpty()) {
            return Answer.refused("leg", "admission.leg-unknown");
        }
        var known = db.sql("SELECT count(*) FROM supplier.category_name WHERE code = :code").param("code", category).query(Long.class).single();
        if (known == 0 && !category.equals(EVERY)) {
            return Answer.refused("category", "admission.category-unknown");
        }
        if (from == null || from.isBefore(LocalDate.now(clock))) {
            return Answer.refused("fromDay", "admission.from-past");
        }
        if (clause.isBlank()) {
            return Answer.refused("clause", "admission.clause-needed");
        }
        var inForce = clauses.inForce();
        var named = inForce.stream().filter(it -> it.id().toString().equals(clause) || it.name().equals(clause.strip())).findFirst();
        if (named.isEmpty() && !inForce.isEmpty()) {
            return Answer.refused("clause", "admission.clause-unknown");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), reasons.strip(), by);
        db.sql("""
                INSERT INTO admission.requirement_proposed (proposal, category, leg, from_day, needed, clause, by_clause)
                VALUES (:proposal, :category, :leg, :from, :needed, :clause, CAST(:byClause AS uuid))
                """)
                .param("proposal", proposal).param("category", category).param("leg", leg).param("from", from)
                .param("needed", needed ? "REQUIRED" : "NOT_REQUIRED").param("clause", named.map(Policy.Clause::name).orElse(clause.strip()))
                .param("byClause", named.map(Policy.Clause::id).orElse(null), Types.OTHER)
                .update();
        return Answer.done(proposal);
    }

    /** Another rules. Refusals: those of {@link Decisions#rule}; {@code admission.from-past} its day is over meanwhile. */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID proposal, Decisions.Outcome outcome, String reasons, Me by) {
        var late = changes().stream().anyMatch(it -> it.proposal().equals(proposal) && it.fromDay().isBefore(LocalDate.now(clock)));
        return late && outcome == Decisions.Outcome.APPROVED ? Answer.refused("", "admission.from-past") : decisions.rule(MATTER, proposal, outcome, reasons.strip(), by);
    }

    @EventListener
    void ruled(Decisions.Ruled ruled) {
        if (!ruled.matter().equals(MATTER) || ruled.outcome() != Decisions.Outcome.APPROVED) {
            return;
        }
        var it = changes().stream().filter(change -> change.proposal().equals(ruled.proposal())).findFirst().orElseThrow();
        var record = log.record("admission.requirement", LocalDate.now(clock), Map.of(
                "proposal", it.proposal().toString(), "category", it.category(), "leg", it.leg(), "needed", it.needed() ? "REQUIRED" : "NOT_REQUIRED",
                "from", it.fromDay().toString(), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
        db.sql("""
                INSERT INTO admission.requirement (id, category, leg, from_day, needed, clause, by_clause, proposal, said_at, record)
                VALUES (gen_random_uuid(), :category, :leg, :from, :needed, :clause, CAST(:byClause AS uuid), :proposal, :at, :record)
                """)
                .param("category", it.category()).param("leg", it.leg()).param("from", it.fromDay()).param("needed", it.needed() ? "REQUIRED" : "NOT_REQUIRED")
                .param("clause", it.clause()).param("byClause", it.byClause(), Types.OTHER).param("proposal", it.proposal()).param("at", now()).param("record", record)
                .update();
    }

    /**
     * By which rule of ours something is asked, as it is called in a language: a clause by its heading, the procedure that came with the house by its name, and
     * whatever else somebody said as they said it.
     */
    static String words(Lang lang, String clause, List<Policy.Clause> inForce) {
        return inForce.stream().filter(it -> it.name().equals(clause)).findFirst().map(it -> it.heading(lang))
                .orElse(clause.equals(PROCEDURE_EN) && lang == Lang.ZH ? PROCEDURE_ZH : clause);
    }

    /** What counts on a day, for each category and for those of which nothing was said. */
    List<Said> on(LocalDate day) {
        return db.sql("""
                SELECT DISTINCT ON (requirement.category, leg.place)
                       requirement.category, requirement.leg, needed = 'REQUIRED' AS needed, from_day, clause, by_clause, admission.duty_of(leg.code, :day) AS roles
                  FROM admission.requirement
                  JOIN admission.leg ON leg.code = requirement.leg
                 WHERE from_day <= :day
                 ORDER BY requirement.category, leg.place, from_day DESC, said_at DESC
                """)
                .param("day", day)
                .query((row, n) -> new Said(row.getString("category"), row.getString("leg"), row.getBoolean("needed"), row.getObject("from_day", LocalDate.class),
                        row.getString("clause"), row.getObject("by_clause", UUID.class), row.getArray("roles") == null ? List.of() : Arrays.asList((String[]) row.getArray("roles").getArray()))).list();
    }

    /** Changes that were proposed, newest first. */
    List<Change> changes() {
        return db.sql("""
                SELECT proposal, category, leg, needed = 'REQUIRED' AS needed, from_day, clause, by_clause
                  FROM admission.requirement_proposed
                """)
                .query((row, n) -> {
                    var decision = decisions.find(row.getObject("proposal", UUID.class)).orElseThrow();
                    return Map.entry(decision.proposedAt(), new Change(decision.id(), row.getString("category"), row.getString("leg"), row.getBoolean("needed"),
                            row.getObject("from_day", LocalDate.class), row.getString("clause"), row.getObject("by_clause", UUID.class), decision.reason(), decision.proposedBy(),
                            decision.open() ? null : String.valueOf(decision.outcome())));
                }).list().stream().sorted(Map.Entry.<Instant, Change>comparingByKey().reversed()).map(Map.Entry::getValue).toList();
    }

    /** Clauses from which a choice is made. */
    List<Policy.Clause> clauses() {
        return clauses.inForce();
    }

    /** What we ask of suppliers because a clause says so. */
    @Override
    public List<Named> naming(Collection<UUID> clauses) {
        return on(LocalDate.now(clock)).stream().filter(it -> it.byClause() != null && clauses.contains(it.byClause())).flatMap(it -> standing.leg(it.leg()).stream()
                .map(leg -> new Named(Objects.requireNonNull(it.byClause()), s -> s.t("admission.asks-for", leg.name(s.lang())), "/app/admission/requirements"))).toList();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
