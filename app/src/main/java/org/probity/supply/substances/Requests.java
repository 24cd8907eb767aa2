package org.probity.supply.substances;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.obligation.Obligations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly requests: who is in scope is asked for each kind of paper that is asked of their materials. */
@Service
public class Requests {
    /** Whoever comes into scope while a year runs has so many days. */
    private static final int NEWCOMERS_DAYS = 30;

    public record Campaign(int year, LocalDate dueDay, Instant openedAt) {}

    /** Published in the transaction that asked. @param suppliers those who were not asked for this year before */
    public record Asked(int year, LocalDate dueDay, List<UUID> suppliers) {
        public Asked {
            suppliers = List.copyOf(suppliers);
        }
    }

    private record Wanted(UUID supplier, String paper) {}

    private final JdbcClient db;
    private final Obligations obligations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Requests(JdbcClient db, Obligations obligations, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.obligations = obligations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks every supplier in scope for the papers of the year. Opening it again asks those who came into scope since, and moves the due day of what is
     * still waited for.
     *
     * <p>Refusals: {@code substances.due-missing}; {@code substances.due-in-the-past}; {@code substances.due-outside-year};
     * {@code substances.nobody-in-scope}.
     */
    @Transactional
    public Answer<Campaign> open(int year, @Nullable LocalDate due, Me by) {
        if (due == null) {
            return Answer.refused("dueDay", "substances.due-missing");
        }
        if (due.isBefore(today())) {
            return Answer.refused("dueDay", "substances.due-in-the-past");
        }
        if (due.getYear() < year || due.getYear() > year + 1) {
            return Answer.refused("dueDay", "substances.due-outside-year", year);
        }
        var wanted = wanted(today());
        if (wanted.isEmpty()) {
            return Answer.refused("", "substances.nobody-in-scope");
        }
        PaperKind.yearly().forEach(kind -> obligations.due(kind.obligation(), year, due));
        ask(year, due, wanted, by);
        return Answer.done(db.sql("""
                INSERT INTO substances.campaign (year, due_day, opened_by, opened_at)
                VALUES (:year, :due, :by, :at)
                ON CONFLICT (year) DO UPDATE SET due_day = excluded.due_day
                RETURNING year, due_day, opened_at
                """)
                .param("year", year).param("due", due).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Campaign.class).single());
    }

    /** Who comes into scope while a year runs is asked as the day begins; the same day twice asks nobody twice. */
    @EventListener
    @Transactional
    public void on(DayHasBegun begun) {
        campaign(begun.day().getYear()).ifPresent(it -> {
            var newcomers = begun.day().plusDays(NEWCOMERS_DAYS);
            ask(it.year(), it.dueDay().isAfter(newcomers) ? it.dueDay() : newcomers, wanted(begun.day()), null);
        });
    }

    private void ask(int year, LocalDate due, List<Wanted> wanted, @Nullable Me by) {
        var asked = db.sql("SELECT DISTINCT party FROM obligation.standing WHERE kind = ANY (:kinds) AND period = :year")
                .param("kinds", PaperKind.yearly().stream().map(PaperKind::obligation).toArray(String[]::new)).param("year", year)
                .query(UUID.class).set();
        var opened = 0;
        for (var kind : PaperKind.yearly()) {
            var whom = wanted.stream().filter(it -> it.paper().equals(kind.obligation())).map(Wanted::supplier).toList();
            opened += whom.isEmpty() ? 0 : obligations.open(kind.obligation(), year, due, whom, by);
        }
        var fresh = new TreeSet<>(wanted.stream().map(Wanted::supplier).toList());
        fresh.removeAll(asked);
        if (opened > 0 && !fresh.isEmpty()) {
            events.publishEvent(new Asked(year, due, new ArrayList<>(fresh)));
        }
    }

    private List<Wanted> wanted(LocalDate day) {
        return db.sql("SELECT DISTINCT supplier, paper FROM substances.asked(:day, 'infinity') AS asked ORDER BY supplier, paper").param("day", day)
                .query(Wanted.class).list();
    }

    public Optional<Campaign> campaign(int year) {
        return db.sql("SELECT year, due_day, opened_at FROM substances.campaign WHERE year = :year").param("year", year).query(Campaign.class).optional();
    }

    List<Integer> years() {
        return db.sql("SELECT year FROM substances.campaign ORDER BY year").query(Integer.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
