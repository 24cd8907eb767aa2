package org.probity.people.reward;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Sum;
import org.probity.vest.Condition;
import org.probity.vest.UnitPlan;

/** A stock plan: its steps, what its market's rules say, what stands ready, what was granted, what happened. No holder stands here with what they hold. @param preview what would be granted; null: nothing is looked at */
public record StockPlanPage(StockPlan it, StockBook.Standing book, List<Grantings.Granting> grantings, List<StockPlans.Told> events, List<Listing.Finding> findings, Grantings.@Nullable Preview preview, boolean waits,
        boolean keeps, boolean own, boolean ownGranting, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/reward/stock-plans/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, field.equals("day") ? today.toString() : "");
    }

    public boolean open(String field) {
        return typed.containsKey(field);
    }

    public List<Sum> sums(Screen s) {
        return List.of(new Sum(s.t("reward.stock.ready"), s.number(book.ready())), new Sum(s.t("reward.stock.granted"), s.number(book.granted())), new Sum(s.t("reward.stock.handed"), s.number(book.handed())));
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("reward.stands"), s.t(it.agreed() ? "reward.agreed" : waits ? "reward.waiting" : "reward.not-agreed")),
                new Fact(s.t("reward.what"), s.t("reward.stock.kind." + it.kind()) + " · " + s.t("reward.stock.market." + it.market())),
                new Fact(s.t("reward.stock.plan-shares"), s.number(it.shares()) + " · " + StockPlansPage.percent(s, it.shares(), it.capital())),
                new Fact(s.t("reward.stock.price"), it.price().stripTrailingZeros().toPlainString() + " · " + s.t("reward.stock.reference") + " " + it.reference().stripTrailingZeros().toPlainString()),
                new Fact(s.t("reward.period"), s.day(it.fromDay()) + " – " + s.day(it.untilDay())),
                new Fact(s.t("reward.stock.pauses"), it.pauses().isEmpty() ? s.t("reward.none") : s.t("reward.stock.pauses-from", it.pausing().map(one -> s.t("reward.stock.pause." + one)).collect(Collectors.joining(" · ")), it.pauseDays())),
                new Fact(s.t("reward.leaving"), Stream.of(UnitPlan.Reason.values()).filter(one -> it.left().containsKey(one)).map(one -> s.t("reward.reason." + one) + ": " + s.t("reward.stock.leaves." + it.left().get(one)))
                        .collect(Collectors.joining(" · "))),
                new Fact(s.t("reward.source"), it.source()));
    }

    public Table<Condition> steps(Screen s) {
        return Table.of(s, it.steps().conditions())
                .caption(s.t("reward.stock.steps"))
                .head("reward.stock.step", Condition::id)
                .text("reward.stock.share", one -> StepWords.share(s, one))
                .text("reward.stock.when-head", one -> StepWords.when(s, one))
                .text("reward.stock.then", one -> String.join(", ", one.next()));
    }

    public Table<Listing.Finding> findingsTable(Screen s) {
        return findings(s, preview == null ? findings : preview.findings());
    }

    public boolean hasFindings() {
        return !(preview == null ? findings : preview.findings()).isEmpty();
    }

    private static Table<Listing.Finding> findings(Screen s, List<Listing.Finding> all) {
        return Table.of(s, all)
                .caption(s.t("reward.stock.findings"))
                .head("reward.stock.rule", one -> s.t("reward.stock.rule." + one.rule().code()))
                .text("reward.stock.allowed", one -> one.rule().value().stripTrailingZeros().toPlainString())
                .text("reward.stock.found", Listing.Finding::found)
                .text("reward.source", one -> one.rule().source());
    }

    public Table<Grantings.Granting> grantingsTable(Screen s) {
        return Table.of(s, grantings)
                .caption(s.t("reward.stock.grantings"))
                .day("reward.stock.day", Grantings.Granting::day)
                .number("reward.stock.holders", Grantings.Granting::members)
                .number("reward.stock.shares", one -> s.number(one.shares()))
                .number("reward.stock.of-plan", one -> StockPlansPage.percent(s, one.shares(), it.shares()))
                .number("reward.stock.of-capital", one -> StockPlansPage.percent(s, one.shares(), it.capital()))
                .text("reward.stands", one -> s.t(one.agreed() ? one.broughtIn() ? "reward.stock.brought-in" : "reward.agreed" : "reward.waiting"));
    }

    public @Nullable String waitingGranting() {
        return grantings.stream().filter(one -> !one.agreed()).map(one -> one.id().toString()).findFirst().orElse(null);
    }

    public Table<StockPlans.Told> eventsTable(Screen s) {
        return Table.of(s, events)
                .caption(s.t("reward.stock.events"))
                .day("reward.stock.day", StockPlans.Told::day)
                .text("reward.what", one -> one.kind() == StockPlans.Event.HAPPENED ? s.t("reward.stock.event.HAPPENED", one.step()) : s.t("reward.stock.event.DIVIDED", one.whole(), one.parts()))
                .text("reward.source", StockPlans.Told::source);
    }

    public List<Option> waitingSteps() {
        return it.steps().conditions().stream().filter(one -> one.trigger() instanceof Condition.Trigger.Happens && events.stream().noneMatch(event -> event.step().equals(one.id()))).map(one -> new Option(one.id(), one.id())).toList();
    }
}
