package org.probity.people.equity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Sum;
import org.probity.people.equity.Holdings.Holding;
import org.probity.vest.Vesting.Instalment;

/** One's own stock and options: what is theirs, what comes next and why. @param at the grant a refused form was of */
public record EquityPage(List<Holding> held, boolean keeps, String at, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** Two grants of one plan and day are told apart by a number. */
    public String title(Screen s, Holding it) {
        var words = s.t("equity.granted-on", it.plan().name(s.lang()), s.day(it.given().day()));
        var before = held.stream().takeWhile(one -> one != it).filter(one -> one.plan().id().equals(it.plan().id()) && one.given().day().equals(it.given().day())).count();
        return before == 0 ? words : words + " (" + (before + 1) + ")";
    }

    public String answer(Screen s, Holding it) {
        return s.t("equity.yours", shares(s, it.now().vested()), shares(s, it.now().whole()));
    }

    public String next(Screen s, Holding it) {
        return it.next().map(one -> s.t("equity.next", shares(s, one.amount()), s.longDay(one.day()), why(s, it, one)))
                .orElseGet(() -> it.now().contingent().signum() > 0 ? s.t("equity.waits-for", waitsFor(it)) : s.t("equity.nothing-more"));
    }

    private static String waitsFor(Holding it) {
        return it.conditions().stream().filter(one -> one.trigger() instanceof org.probity.vest.Condition.Trigger.Happens && it.facts().events().stream().noneMatch(event -> event.condition().equals(one.id())))
                .map(org.probity.vest.Condition::id).collect(Collectors.joining(", "));
    }

    public List<Sum> sums(Screen s, Holding it) {
        return List.of(new Sum(s.t("equity.vested"), shares(s, it.now().vested())), new Sum(s.t("equity.certain"), shares(s, it.now().certain())), new Sum(s.t("equity.contingent"), shares(s, it.now().contingent())),
                new Sum(s.t("equity.lapsed"), shares(s, it.now().lapsed())), new Sum(s.t("equity.whole"), shares(s, it.now().whole())));
    }

    /** What moved it: leave, shares that were divided, and why somebody left. */
    public List<String> moved(Screen s, Holding it) {
        var lines = new java.util.ArrayList<String>();
        it.facts().pauses().forEach(one -> lines.add(s.t("equity.paused", s.day(one.from()), s.day(java.util.Objects.requireNonNull(one.until()).minusDays(1)),
                java.time.temporal.ChronoUnit.DAYS.between(one.from(), one.until()))));
        it.facts().splits().forEach(one -> lines.add(s.t("equity.was-divided", s.day(one.day()), one.whole(), one.parts())));
        it.facts().ended().ifPresent(day -> lines.add(s.t("equity.ended", s.day(day))));
        return lines;
    }

    public Table<Instalment> table(Screen s, Holding it) {
        return Table.of(s, it.instalments())
                .caption(title(s, it) + " · " + s.t("equity.instalments"))
                .day("equity.day", Instalment::day)
                .text("equity.why-short", one -> why(s, it, one))
                .text("equity.stands", one -> s.t(one.day().isAfter(it.day()) ? "equity.to-come" : "equity.is-yours"))
                .number("equity.shares", one -> shares(s, one.amount()));
    }

    private static String why(Screen s, Holding it, Instalment one) {
        return StepWords.why(s::t, s::day, it, one);
    }

    static String shares(Screen s, BigFraction shares) {
        return shares.getDenominator().bitLength() > 1 ? shares.toString().replace(" ", "") : s.number(shares.longValue());
    }

    public String exercised(Screen s, Holding it) {
        return s.t("equity.exercised", s.number(it.exercised()), s.number(it.left()), s.measure(it.plan().price().stripTrailingZeros().setScale(Math.max(2, it.plan().price().stripTrailingZeros().scale())), "CNY"));
    }

    public String typed(Holding it) {
        return at.equals(it.given().id().toString()) ? typed.getOrDefault("shares", "") : "";
    }

    public List<Reason> wrong(Holding it) {
        return at.equals(it.given().id().toString()) ? reasons : List.of();
    }
}
