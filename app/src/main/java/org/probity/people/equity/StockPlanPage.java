package org.probity.people.equity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Sum;
import org.probity.vest.Condition;
import org.probity.vest.UnitPlan;

/** A stock plan: its steps, what its market's rules say, what stands ready, what was granted, what happened. No holder stands here with what they hold; only who shall get some sooner, for those who decide. @param sooner what waits @param reader their account @param preview what would be granted; null: nothing is looked at */
public record StockPlanPage(StockPlan it, StockBook.Standing book, List<Grantings.Granting> grantings, List<Happenings.Told> events, List<Accelerations.Asked> sooner, List<Listing.Finding> findings, Grantings.@Nullable Preview preview, boolean waits,
        boolean keeps, boolean own, UUID reader, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
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
        return List.of(new Sum(s.t("equity.ready"), s.number(book.ready())), new Sum(s.t("equity.granted"), s.number(book.granted())), new Sum(s.t("equity.handed"), s.number(book.handed())));
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("equity.stands"), s.t(it.agreed() ? "equity.agreed" : waits ? "equity.waiting" : "equity.not-agreed")),
                new Fact(s.t("equity.what"), s.t("equity.kind." + it.kind()) + " · " + s.t("equity.market." + it.market())),
                new Fact(s.t("equity.plan-shares"), s.number(it.shares()) + " · " + StockPlansPage.percent(s, it.shares(), it.capital())),
                new Fact(s.t("equity.price"), it.price().stripTrailingZeros().toPlainString() + " · " + s.t("equity.reference") + " " + it.reference().stripTrailingZeros().toPlainString()),
                new Fact(s.t("equity.period"), s.day(it.fromDay()) + " – " + s.day(it.untilDay())),
                new Fact(s.t("equity.pauses"), it.pauses().isEmpty() ? s.t("equity.no-leave") : s.t("equity.pauses-from", it.pausing().map(one -> s.t("equity.pause." + one)).collect(Collectors.joining(" · ")), it.pauseDays())),
                new Fact(s.t("equity.leaving"), Stream.of(UnitPlan.Reason.values()).filter(one -> it.left().containsKey(one)).map(one -> s.t("equity.reason." + one) + ": " + s.t("equity.leaves." + it.left().get(one)))
                        .collect(Collectors.joining(" · "))),
                new Fact(s.t("equity.source"), it.source()));
    }

    public Table<Condition> steps(Screen s) {
        return Table.of(s, it.steps().conditions())
                .caption(s.t("equity.steps"))
                .head("equity.step", Condition::id)
                .text("equity.share", one -> StepWords.share(s, one))
                .text("equity.when-head", one -> StepWords.when(s, one))
                .text("equity.then", one -> String.join(", ", one.next()));
    }

    public Table<Listing.Finding> findingsTable(Screen s) {
        return findings(s, preview == null ? findings : preview.findings());
    }

    public boolean hasFindings() {
        return !(preview == null ? findings : preview.findings()).isEmpty();
    }

    private static Table<Listing.Finding> findings(Screen s, List<Listing.Finding> all) {
        return Table.of(s, all)
                .caption(s.t("equity.findings"))
                .head("equity.rule", one -> s.t("equity.rule." + one.rule().code()))
                .text("equity.allowed", one -> one.rule().value().stripTrailingZeros().toPlainString())
                .text("equity.found", Listing.Finding::found)
                .text("equity.source", one -> one.rule().source());
    }

    public Table<Grantings.Granting> grantingsTable(Screen s) {
        return Table.of(s, grantings)
                .caption(s.t("equity.grantings"))
                .day("equity.day", Grantings.Granting::day)
                .number("equity.holders", Grantings.Granting::members)
                .number("equity.shares", one -> s.number(one.shares()))
                .number("equity.of-plan", one -> StockPlansPage.percent(s, one.shares(), it.shares()))
                .number("equity.of-capital", one -> StockPlansPage.percent(s, one.shares(), it.capital()))
                .text("equity.stands", one -> s.t(one.agreed() ? one.broughtIn() ? "equity.brought-in" : "equity.agreed" : "equity.waiting"));
    }

    public Optional<Grantings.Granting> waitingGranting() {
        return keeps ? grantings.stream().filter(one -> !one.agreed()).findFirst() : Optional.empty();
    }

    public boolean by(UUID account) {
        return account.equals(reader);
    }

    public Table<Happenings.Told> eventsTable(Screen s) {
        return Table.of(s, events)
                .caption(s.t("equity.events"))
                .day("equity.day", Happenings.Told::day)
                .text("equity.what", one -> what(s, one))
                .text("equity.source", Happenings.Told::source)
                .text("equity.stands", one -> s.t(one.agreed() ? "equity.agreed" : "equity.waiting"));
    }

    public String what(Screen s, Happenings.Told one) {
        return one.kind() == Happenings.Kind.HAPPENED ? s.t("equity.event.HAPPENED", one.step()) : s.t("equity.event.DIVIDED", one.whole(), one.parts());
    }

    public List<Happenings.Told> waitingEvents() {
        return keeps ? events.stream().filter(one -> !one.agreed()).toList() : List.of();
    }

    public String asked(Screen s, Accelerations.Asked one) {
        return s.t("equity.sooner-asked", s.lang() == Lang.ZH && !one.nameZh().isEmpty() || one.nameEn().isEmpty() ? one.nameZh() : one.nameEn(), one.number(), s.number(one.shares()), one.source());
    }

    public List<Option> waitingSteps() {
        return it.steps().conditions().stream().filter(one -> one.trigger() instanceof Condition.Trigger.Happens && events.stream().noneMatch(event -> event.step().equals(one.id()))).map(one -> new Option(one.id(), one.id())).toList();
    }
}
