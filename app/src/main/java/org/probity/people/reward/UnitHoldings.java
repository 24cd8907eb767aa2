package org.probity.people.reward;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.house.ui.Answer;
import org.probity.people.reward.Departures.Left;
import org.probity.people.reward.Units.Given;
import org.probity.people.reward.Units.Giving;
import org.probity.vest.UnitPlan;
import org.probity.vest.UnitPlan.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What holders have of time units and what each year brings them, reckoned by {@code vest} from what was given, said of years, and why somebody left. */
@Service
public class UnitHoldings {
    /** What somebody holds of one year. */
    public record Held(UnitPlans.Named plan, Giving giving, Given given, List<Line> lines) {
        public long paid() {
            return lines.stream().mapToLong(Line::paid).sum();
        }
    }

    /** What a year brings somebody for units of one giving. @param kind such as {@code dividend} */
    record Due(UUID person, String number, UUID giving, int yearGiven, String kind, long fen) {}

    private final JdbcClient db;
    private final UnitPlans plans;
    private final Units units;
    private final UnitRows rows;
    private final Departures departures;
    private final Clock clock;

    UnitHoldings(JdbcClient db, UnitPlans plans, Units units, UnitRows rows, Departures departures, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.units = units;
        this.rows = rows;
        this.departures = departures;
        this.clock = clock;
    }

    /** What somebody holds and held, with every line to its end; newest first. */
    @Transactional
    public List<Held> of(UUID person) {
        var left = departures.of(person);
        return rows.of(person).stream().map(it -> {
            var giving = units.find(it.giving()).orElseThrow();
            var plan = plans.find(giving.plan()).orElseThrow();
            return held(plan, giving, it.given(), left, plans.words(plan.id(), UnitPlans.Kind.DIVIDEND), plans.words(plan.id(), UnitPlans.Kind.VALUE), Integer.MAX_VALUE);
        }).toList();
    }

    private static Held held(UnitPlans.Named plan, Giving giving, Given given, Optional<Left> left, Map<Integer, BigDecimal> dividends, Map<Integer, BigDecimal> values, int until) {
        var first = LocalDate.of(giving.year(), 1, 1);
        var days = ChronoUnit.DAYS.between(first, first.plusYears(plan.plan().dividends().size()));
        var leaver = left.map(it -> new UnitPlan.Left(it.reason(), it.day().getYear(), BigFraction.of(Math.clamp(ChronoUnit.DAYS.between(first, it.day()) + 1, 0, days), days)));
        return new Held(plan, giving, given, plan.plan().lines(new UnitPlan.Given(given.units(), giving.base(), giving.year()), dividends, values, leaver, until));
    }

    /** What a year brings to whom, by number and year of the giving; refused as {@link PayLists#ofUnits}. */
    Answer<List<Due>> due(UnitPlans.Named plan, int year) {
        var dividends = plans.words(plan.id(), UnitPlans.Kind.DIVIDEND);
        var values = plans.words(plan.id(), UnitPlans.Kind.VALUE);
        var givings = new HashMap<UUID, Giving>();
        units.givings(plan.id()).stream().filter(Giving::agreed).forEach(it -> givings.put(it.id(), it));
        var all = rows.under(plan.id());
        var people = all.stream().map(it -> it.given().person()).distinct().toList();
        var numbers = numbers(people);
        var gone = departures.of(people);
        var here = new HashSet<>(db.sql("SELECT person FROM directory.engaged(:today, 'infinity') WHERE kind <> 'RETIREE'").param("today", LocalDate.now(clock)).query(UUID.class).list());
        var due = new ArrayList<Due>();
        for (var it : all) {
            var person = it.given().person();
            var number = numbers.getOrDefault(person, "");
            var left = Optional.ofNullable(gone.get(person));
            if (!here.contains(person) && left.isEmpty()) {
                return Answer.refused("", "reward.reason-missing", number);
            }
            var held = held(plan, Objects.requireNonNull(givings.get(it.giving())), it.given(), left, dividends, values, year);
            for (var line : held.lines()) {
                if (line.year() != year) {
                    continue;
                }
                switch (line) {
                    case Line.Waits(_, var forValue) -> {
                        return Answer.refused("", forValue ? "reward.value-missing" : "reward.dividend-missing", String.valueOf(year));
                    }
                    case Line.Dividend paid when paid.fen() > 0 -> due.add(new Due(person, number, it.giving(), held.giving().year(), "dividend", paid.fen()));
                    case Line.Settlement paid when paid.fen() > 0 -> due.add(new Due(person, number, it.giving(), held.giving().year(), "settlement", paid.fen()));
                    case Line.Dividend _, Line.Settlement _, Line.Void _ -> { }
                }
            }
        }
        return Answer.done(due);
    }

    private Map<UUID, String> numbers(List<UUID> people) {
        var numbers = new HashMap<UUID, String>();
        db.sql("SELECT id, number FROM directory.name WHERE id = ANY (:people)").param("people", people.toArray(UUID[]::new)).query(row -> {
            numbers.put(row.getObject(1, UUID.class), row.getString(2));
        });
        return numbers;
    }
}
