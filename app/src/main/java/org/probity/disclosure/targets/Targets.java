package org.probity.disclosure.targets;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.FigureNumber;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.Lately;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Targets: proposed by one person, approved by another, followed by later ones and never changed. */
@Service
public class Targets {
    static final String MATTER = "targets.approve";

    /** As typed. */
    public record Form(String figure, String year, String direction, String value, String warning, String baseYear, String responsible) {
        static final Form EMPTY = new Form("", "", "AT_LEAST", "", "", "", "");
    }

    private final JdbcClient db;
    private final Figures figures;
    private final Lately lately;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Log log;
    private final Clock clock;

    Targets(JdbcClient db, Figures figures, Lately lately, Decisions decisions, Accounts accounts, Log log, Clock clock) {
        this.db = db;
        this.figures = figures;
        this.lately = lately;
        this.decisions = decisions;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts a target before a second person.
     *
     * <p>Refusals: {@code targets.figure-missing}; {@code targets.year-wrong}; {@code targets.direction-missing};
     * {@code targets.value-wrong}; {@code targets.warning-wrong} no number, or harder than the target; {@code targets.base-wrong} no year
     * before; {@code targets.responsible-missing}; {@code targets.already-proposed} one of this figure and year waits for its ruling, also
     * one that somebody else proposed at the same moment.
     */
    @Transactional
    public Answer<Target> propose(Form form, Me by) {
        var figure = figures.find(form.figure());
        var year = year(form.year());
        var direction = Arrays.stream(Target.Direction.values()).filter(it -> it.name().equals(form.direction())).findFirst();
        var value = number(form.value());
        var warning = form.warning().isBlank() ? value : number(form.warning());
        var base = year(form.baseYear());
        var responsible = accounts.names(id(form.responsible()).map(Set::of).orElse(Set.of())).keySet().stream().findFirst();
        if (figure.isEmpty()) {
            return Answer.refused("figure", "targets.figure-missing");
        }
        if (year.isEmpty()) {
            return Answer.refused("year", "targets.year-wrong");
        }
        if (direction.isEmpty()) {
            return Answer.refused("direction", "targets.direction-missing");
        }
        if (value.isEmpty()) {
            return Answer.refused("value", "targets.value-wrong");
        }
        var sign = direction.get() == Target.Direction.AT_LEAST ? 1 : -1;
        if (warning.isEmpty() || warning.get().compareTo(value.get()) * sign > 0) {
            return Answer.refused("warning", "targets.warning-wrong");
        }
        if (!form.baseYear().isBlank() && base.filter(it -> it < year.get()).isEmpty()) {
            return Answer.refused("baseYear", "targets.base-wrong");
        }
        if (responsible.isEmpty()) {
            return Answer.refused("responsible", "targets.responsible-missing");
        }
        var before = history(form.figure(), year.get());
        if (before.stream().anyMatch(it -> decisions.find(it.proposal()).orElseThrow().open())) {
            return Answer.refused("", "targets.already-proposed");
        }
        var id = UUID.randomUUID();
        // The number comes from what was just looked at: whoever looked at the same has the same number, and only one of them gets it.
        var proposed = db.sql("""
                INSERT INTO targets.target (id, figure, year, no, direction, value, warning, base_year, responsible, proposal, proposed_at)
                VALUES (:id, :figure, :year, :no, :direction, :value, :warning, :base, :responsible, :proposal, :at)
                ON CONFLICT ON CONSTRAINT one_at_a_time DO NOTHING
                """)
                .param("id", id).param("figure", form.figure()).param("year", year.get()).param("no", before.size() + 1).param("direction", direction.get().name())
                .param("value", value.get()).param("warning", warning.get()).param("base", base.orElse(null), Types.INTEGER)
                .param("responsible", responsible.get()).param("proposal", decisions.propose(MATTER, id, "", by))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (proposed == 0) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("", "targets.already-proposed");
        }
        return Answer.done(find(id).orElseThrow());
    }

    /**
     * Rules on a proposed target. Refusals: {@code targets.unknown}; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Target> rule(UUID target, Outcome outcome, String reason, Me by) {
        var found = find(target);
        if (found.isEmpty()) {
            return Answer.refused("", "targets.unknown");
        }
        return switch (decisions.rule(MATTER, found.get().proposal(), outcome, reason, by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(find(target).orElseThrow());
        };
    }

    @EventListener(condition = "#ruled.matter() == 'targets.approve' && #ruled.outcome().name() == 'APPROVED'")
    void approve(Decisions.Ruled ruled) {
        var target = find(ruled.subject()).orElseThrow();
        var content = new TreeMap<String, Object>(Map.of("target", target.id().toString(), "figure", target.figure(), "year", target.year(),
                "direction", target.direction().name(), "value", target.value(), "warning", target.warning()));
        if (target.baseYear() != null) {
            content.put("base_year", target.baseYear());
        }
        db.sql("INSERT INTO targets.approval (target, approved_by, approved_at, record) VALUES (:target, :by, :at, :record)")
                .param("target", target.id()).param("by", ruled.ruledBy()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", log.record("targets.set", LocalDate.now(clock), content))
                .update();
    }

    /** What holds for a figure and year, as of a moment: a report shows the target that held when it was published. */
    public Optional<Target> at(String figure, int year, Instant moment) {
        return history(figure, year).stream().filter(it -> it.approvedAt() != null && !it.approvedAt().isAfter(moment)).findFirst();
    }

    public Optional<Target> now(String figure, int year) {
        return at(figure, year, clock.instant());
    }

    /** What holds now of a year, by figure. */
    Map<String, Target> now(int year) {
        var now = clock.instant();
        var holding = new HashMap<String, Target>();
        db.sql(SELECT + " WHERE year = :year AND approved_at IS NOT NULL ORDER BY approved_at DESC, proposed_at DESC").param("year", year).query(Target.class).list().stream()
                .filter(it -> !Objects.requireNonNull(it.approvedAt()).isAfter(now)).forEach(it -> holding.putIfAbsent(it.figure(), it));
        return holding;
    }

    /** All that were ever proposed for a figure and year; those approved first, newest first. */
    List<Target> history(String figure, int year) {
        return db.sql(SELECT + " WHERE figure = :figure AND year = :year ORDER BY approved_at DESC NULLS LAST, proposed_at DESC")
                .param("figure", figure).param("year", year)
                .query(Target.class).list();
    }

    /** All that were ever proposed, newest year first. */
    List<Target> all() {
        return db.sql(SELECT + " ORDER BY year DESC, figure, approved_at DESC NULLS FIRST, proposed_at DESC").query(Target.class).list();
    }

    Optional<Target> find(UUID id) {
        return db.sql(SELECT + " WHERE target.id = :id").param("id", id).query(Target.class).optional();
    }

    /** The value a figure has now as the number that people read. */
    Optional<BigDecimal> value(String figure, int year) {
        return figures.find(figure).map(it -> figures.number(it, year)).flatMap(Targets::read);
    }

    /** What it was some minutes ago, for the list of all targets. */
    Optional<FigureNumber> number(String figure, int year) {
        return lately.number(figure, year);
    }

    /** A number as people read it; empty without a value. */
    static Optional<BigDecimal> read(FigureNumber number) {
        return number.exact().map(exact -> new BigDecimal(number.shown()));
    }

    /** How a target that holds stands today. @param is what its figure says */
    Target.Standing standing(Target target, BigDecimal is) {
        return target.standing(is, LocalDate.now(clock), base(target));
    }

    /** The same by what the figure said some minutes ago, for desks. */
    Optional<Target.Standing> lately(Target target) {
        return lately.number(target.figure(), target.year()).flatMap(Targets::read).map(is -> standing(target, is));
    }

    /** The value at which a target's schedule begins, as the records give it now. */
    public Optional<BigDecimal> base(Target target) {
        return Optional.ofNullable(target.baseYear()).flatMap(year -> value(target.figure(), year));
    }

    private static Optional<Integer> year(String typed) {
        return typed.strip().matches("20[0-9]{2}") ? Optional.of(Integer.valueOf(typed.strip())) : Optional.empty();
    }

    private static Optional<BigDecimal> number(String typed) {
        return typed.strip().matches("[0-9]{1,12}(\\.[0-9]{1,6})?") ? Optional.of(new BigDecimal(typed.strip())) : Optional.empty();
    }

    private static Optional<UUID> id(String typed) {
        return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    }

    private static final String SELECT = """
            SELECT target.id, figure, year, direction, value, warning, base_year, responsible, proposal, approval.approved_at
              FROM targets.target
              LEFT JOIN targets.approval ON approval.target = target.id
            """;
}
