package org.probity.supply.substances;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.substances.Paper.Verdict.Said;
import org.probity.supply.supplier.Department.Charge;
import org.probity.supply.supplier.Departments;
import org.probity.supply.supplier.Suppliers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person of quality, or of environment and safety, rules on a paper: accepted for its twelve months, or back with the reason. */
@Service
public class SubstanceRulings {
    /** For whom somebody rules. */
    public enum Department {
        QUALITY(Role.QUALITY), EHS(Role.EHS);

        private final Role role;

        Department(Role role) {
            this.role = role;
        }
    }

    private final JdbcClient db;
    private final Substances substances;
    private final Obligations obligations;
    private final Suppliers suppliers;
    private final Departments departments;
    private final Log log;
    private final Clock clock;

    SubstanceRulings(JdbcClient db, Substances substances, Obligations obligations, Suppliers suppliers, Departments departments, Log log, Clock clock) {
        this.db = db;
        this.substances = substances;
        this.obligations = obligations;
        this.suppliers = suppliers;
        this.departments = departments;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Accepts the newest paper of a request, until twelve months from its own day are over. Nobody types that day.
     *
     * <p>Refusals: {@code substances.paper-unknown}; {@code substances.newer-paper-came}; {@code substances.not-waiting} it is not under review;
     * {@code substances.not-read} it is still being read; {@code substances.not-your-department} neither quality that answers for this supplier's
     * category, nor environment and safety; {@code substances.grounds-missing}; {@code substances.would-not-hold} its twelve months are over.
     */
    @Transactional
    public Answer<Obligation> accept(UUID paper, String grounds, Me by) {
        return underReview(paper, by, (found, department) -> {
            if (grounds.isBlank()) {
                return Answer.refused("grounds", "substances.grounds-missing");
            }
            var day = found.reportDay();
            if (day == null || Paper.holdsUntil(day).isBefore(today())) {
                return Answer.refused("grounds", "substances.would-not-hold", Paper.HOLDS_MONTHS);
            }
            say(found, department, Said.ACCEPT, grounds.strip(), by);
            return obligations.accept(found.obligation(), Paper.holdsUntil(day), by);
        });
    }

    /** Sends the newest paper back. Refusals: as for accepting, and {@code substances.reason-missing}: whoever must do it again is told why. */
    @Transactional
    public Answer<Obligation> sendBack(UUID paper, String reason, Me by) {
        return underReview(paper, by, (found, department) -> {
            if (reason.isBlank()) {
                return Answer.refused("reason", "substances.reason-missing");
            }
            say(found, department, Said.SEND_BACK, reason.strip(), by);
            return obligations.sendBack(found.obligation(), reason.strip(), by);
        });
    }

    private Answer<Obligation> underReview(UUID paper, Me by, BiFunction<Paper, Department, Answer<Obligation>> act) {
        var found = substances.find(paper);
        if (found.isEmpty()) {
            return Answer.refused("", "substances.paper-unknown");
        }
        obligations.hold(found.get().obligation());
        if (!substances.papers(found.get().obligation()).getFirst().id().equals(paper)) {
            return Answer.refused("", "substances.newer-paper-came");
        }
        if (obligations.find(found.get().obligation()).orElseThrow().state() != State.SENT_IN) {
            return Answer.refused("", "substances.not-waiting");
        }
        if (found.get().readAt() == null) {
            return Answer.refused("", "substances.not-read");
        }
        return speaksFor(found.get(), by).map(department -> act.apply(found.get(), department))
                .orElseGet(() -> Answer.refused("", "substances.not-your-department"));
    }

    /** For whom this person may rule on a paper: environment and safety on all, quality on what its department answers for. */
    Optional<Department> speaksFor(Paper paper, Me me) {
        if (me.is(Role.EHS)) {
            return Optional.of(Department.EHS);
        }
        var party = obligations.find(paper.obligation()).orElseThrow().party();
        return me.is(Role.QUALITY) && departments.mayActFor(me, suppliers.find(party).orElseThrow().category(), Charge.QUALITY, today())
                ? Optional.of(Department.QUALITY) : Optional.empty();
    }

    private void say(Paper paper, Department department, Said verdict, String reason, Me by) {
        var record = log.record("substances.verdict", today(), Map.of(
                "paper", paper.id().toString(), "department", department.name(), "verdict", verdict.name(), "by", by.account().toString()));
        db.sql("""
                INSERT INTO substances.verdict (paper, verdict, department, reason, by, at, record)
                VALUES (:paper, :verdict, :department, :reason, :by, :at, :record)
                """)
                .param("paper", paper.id()).param("verdict", verdict.name()).param("department", department.name()).param("reason", reason)
                .param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
    }

    Optional<Paper.Verdict> of(UUID paper) {
        return db.sql("SELECT paper, verdict, department, reason, by, at, record FROM substances.verdict WHERE paper = :paper").param("paper", paper)
                .query(Paper.Verdict.class).optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
