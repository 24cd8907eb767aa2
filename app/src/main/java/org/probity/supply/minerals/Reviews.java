package org.probity.supply.minerals;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.minerals.Opinion.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review of a paper by two departments: responsible sourcing and quality. Each says what it thinks and why; it is accepted when all that
 * the rule of its day names have accepted, each by another person, and goes back as soon as one sends it back.
 */
@Service
public class Reviews {
    private final JdbcClient db;
    private final Minerals minerals;
    private final Obligations obligations;
    private final Log log;
    private final Clock clock;

    Reviews(JdbcClient db, Minerals minerals, Obligations obligations, Log log, Clock clock) {
        this.db = db;
        this.minerals = minerals;
        this.obligations = obligations;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A department accepts the newest paper. With the last word that was awaited the paper is accepted, until the earliest of the days the
     * departments named.
     *
     * <p>Refusals: {@code minerals.paper-unknown}; {@code minerals.newer-paper-came} somebody looks at an old one;
     * {@code minerals.not-waiting} it is not under review; {@code minerals.not-your-department} the rule asks another department, or theirs
     * has spoken; {@code minerals.two-people} this person spoke for the other department; {@code minerals.grounds-missing};
     * {@code minerals.holds-until-past} it would not hold today; {@code minerals.holds-until-far} longer than papers of its kind hold.
     */
    @Transactional
    public Answer<Obligation> accept(UUID paper, LocalDate validUntil, String grounds, Me by) {
        return underReview(paper, by, (found, department) -> {
            if (grounds.isBlank()) {
                return Answer.refused("grounds", "minerals.grounds-missing");
            }
            if (validUntil.isBefore(today())) {
                return Answer.refused("validUntil", "minerals.holds-until-past");
            }
            var last = today().plusMonths(PaperKind.of(obligations.find(found.obligation()).orElseThrow().kind()).holdsMonthsMost());
            if (validUntil.isAfter(last)) {
                return Answer.refused("validUntil", "minerals.holds-until-far", last);
            }
            say(found, department, Verdict.ACCEPT, grounds.strip(), validUntil, by);
            if (!awaited(found.obligation()).isEmpty()) {
                return Answer.done(obligations.find(found.obligation()).orElseThrow());
            }
            var until = of(paper).stream().map(Opinion::validUntil).reduce(validUntil, (one, other) -> other != null && other.isBefore(one) ? other : one);
            return obligations.accept(found.obligation(), until, by);
        });
    }

    /**
     * A department sends the newest paper back, whatever the other said. Lines of the reason that begin with a cell are shown to the supplier
     * at that cell.
     *
     * <p>Refusals: as for accepting, and {@code minerals.reason-missing}: whoever must do it again is told why.
     */
    @Transactional
    public Answer<Obligation> sendBack(UUID paper, String reason, Me by) {
        return underReview(paper, by, (found, department) -> {
            if (reason.isBlank()) {
                return Answer.refused("reason", "minerals.reason-missing");
            }
            say(found, department, Verdict.SEND_BACK, reason.strip(), null, by);
            var told = Opinion.told(reason);
            remark(paper, told.remarks());
            return obligations.sendBack(found.obligation(), told.rest().isEmpty() ? "minerals.remarks-at-cells" : told.rest(), by);
        });
    }

    /**
     * What became of the papers chosen.
     *
     * @param agreed on how many this person spoke for their department
     * @param accepted how many of them are accepted now, as the other department had agreed before
     * @param left with findings, or not waiting for this department, or not holding today
     */
    public record Chosen(int agreed, int accepted, int left) {}

    /**
     * A department accepts at once those of the chosen workbooks that were read and in which nothing was found. The others are left as they
     * stand, and so is every paper that no reader reads: somebody must look at each.
     *
     * <p>Refusals: {@code minerals.none-chosen}.
     */
    @Transactional
    public Answer<Chosen> acceptChosen(List<UUID> chosen, Me by) {
        if (chosen.isEmpty()) {
            return Answer.refused("", "minerals.none-chosen");
        }
        var agreed = 0;
        var accepted = 0;
        // In one order, so that two who choose the same do not wait for each other.
        var papers = chosen.stream().sorted().distinct().toList();
        for (var id : papers) {
            var owed = obligations.find(id).filter(it -> it.state() == State.SENT_IN && it.kind().equals(PaperKind.CMRT.obligation()));
            var paper = owed.flatMap(it -> minerals.papers(it.id()).stream().findFirst())
                    .filter(it -> it.version() != null && minerals.findings(it.id()).isEmpty());
            if (paper.isPresent() && accept(paper.get().id(), minerals.holdsUntil(paper.get(), owed.get()), "minerals.nothing-found", by)
                    instanceof Answer.Done<Obligation>(var after)) {
                agreed++;
                accepted += after.state() == State.MET ? 1 : 0;
            }
        }
        return Answer.done(new Chosen(agreed, accepted, papers.size() - agreed));
    }

    /** One at a time: two departments that accept in the same moment must not each wait for the other's word, and no newer paper is accepted unseen. */
    private Answer<Obligation> underReview(UUID paper, Me by, BiFunction<Paper, Department, Answer<Obligation>> act) {
        var found = minerals.find(paper);
        if (found.isEmpty()) {
            return Answer.refused("", "minerals.paper-unknown");
        }
        obligations.hold(found.get().obligation());
        if (!minerals.papers(found.get().obligation()).getFirst().id().equals(paper)) {
            return Answer.refused("", "minerals.newer-paper-came");
        }
        if (obligations.find(found.get().obligation()).orElseThrow().state() != State.SENT_IN) {
            return Answer.refused("", "minerals.not-waiting");
        }
        if (of(paper).stream().anyMatch(said -> said.by().equals(by.account()))) {
            return Answer.refused("", "minerals.two-people");
        }
        return speaksFor(found.get(), by).map(department -> act.apply(found.get(), department))
                .orElseGet(() -> Answer.refused("", "minerals.not-your-department"));
    }

    /** The department for which this person may speak about the paper now. */
    Optional<Department> speaksFor(Paper paper, Me me) {
        return of(paper.id()).stream().anyMatch(said -> said.by().equals(me.account())) ? Optional.empty()
                : awaited(paper.obligation()).stream().filter(it -> me.is(it.role())).findFirst();
    }

    private void say(Paper paper, Department department, Verdict verdict, String reason, @Nullable LocalDate validUntil, Me by) {
        var record = log.record("minerals.opinion", today(), Map.of(
                "paper", paper.id().toString(), "department", department.name(), "verdict", verdict.name(), "by", by.account().toString()));
        db.sql("""
                INSERT INTO minerals.opinion (paper, department, verdict, reason, valid_until, by, at, record)
                VALUES (:paper, :department, :verdict, :reason, :until, :by, :at, :record)
                """)
                .param("paper", paper.id()).param("department", department.name()).param("verdict", verdict.name()).param("reason", reason)
                .param("until", validUntil, Types.DATE).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
    }

    private void remark(UUID paper, List<Opinion.Remark> remarks) {
        db.sql("""
                INSERT INTO minerals.finding (paper, no, key, severity, sheet, address, value, words_en, words_zh)
                SELECT paper.id, (SELECT coalesce(max(no), 0) FROM minerals.finding WHERE finding.paper = paper.id) + remark.no,
                       'minerals.remark', 'MUST_CORRECT', remark.sheet, remark.address,
                       coalesce(paper.cells ->> (remark.sheet || '!' || remark.address), ''), remark.words, remark.words
                  FROM minerals.paper
                 CROSS JOIN unnest(:sheets, :addresses, :words) WITH ORDINALITY AS remark (sheet, address, words, no)
                 WHERE paper.id = :paper
                """)
                .param("paper", paper)
                .param("sheets", remarks.stream().map(Opinion.Remark::sheet).toArray(String[]::new))
                .param("addresses", remarks.stream().map(Opinion.Remark::address).toArray(String[]::new))
                .param("words", remarks.stream().map(Opinion.Remark::words).toArray(String[]::new))
                .update();
    }

    /** What was said about a paper, first word first. */
    List<Opinion> of(UUID paper) {
        return db.sql("SELECT paper, department, verdict, reason, valid_until, by, at, record FROM minerals.opinion WHERE paper = :paper ORDER BY at, department")
                .param("paper", paper)
                .query(Opinion.class).list();
    }

    /** Whose word is missing about the newest paper of an obligation; nobody's when it is not under review. */
    List<Department> awaited(UUID obligation) {
        return db.sql("SELECT department FROM minerals.awaited WHERE obligation = :obligation ORDER BY department DESC")
                .param("obligation", obligation)
                .query(Department.class).list();
    }

    /** For how many papers one of this person's departments still has to speak. */
    long waiting(Me me) {
        return db.sql("""
                SELECT count(DISTINCT paper)
                  FROM minerals.unspoken
                 WHERE department = ANY (:departments)
                   AND :me <> ALL (spoken)
                """)
                .param("departments", departments(me)).param("me", me.account())
                .query(Long.class).single();
    }

    static String[] departments(Me me) {
        return Arrays.stream(Department.values()).filter(it -> me.is(it.role())).map(Enum::name).toArray(String[]::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
