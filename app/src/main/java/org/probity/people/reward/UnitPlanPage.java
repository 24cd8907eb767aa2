package org.probity.people.reward;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.vest.UnitPlan;

/** A plan of time units: its rule, what years brought, and what was given. */
public record UnitPlanPage(UnitPlans.Named it, UnitPlans.Sizes sizes, List<UnitPlans.Word> words, List<Units.Giving> givings, List<PayLists.Made> lists, boolean waits, boolean keeps, boolean own, LocalDate today, Map<String, String> typed,
        List<Reason> reasons) implements Page {
    public String path() {
        return "/app/reward/unit-plans/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("reward.stands"), s.t(it.agreed() ? "reward.agreed" : waits ? "reward.waiting" : "reward.not-agreed")), new Fact(s.t("reward.from-year"), String.valueOf(it.fromYear())),
                new Fact(s.t("reward.dividends"), it.dividends().replace(",", " · ")), new Fact(s.t("reward.leaving"), String.join(" · ", it.plan().leaving().entrySet().stream()
                        .map(one -> s.t("reward.reason." + one.getKey()) + ": " + s.t("reward.leaves." + one.getValue())).sorted().toList())), new Fact(s.t("reward.source"), it.source()));
    }

    public Table<Map.Entry<String, Long>> sizesTable(Screen s) {
        return Table.of(s, List.copyOf(sizes.given().entrySet())).caption(s.t("reward.sizes")).head("reward.grade-and-rating", Map.Entry::getKey).number("reward.units-number", one -> one.getValue());
    }

    public Table<Map.Entry<String, Long>> capsTable(Screen s) {
        return Table.of(s, List.copyOf(sizes.caps().entrySet())).caption(s.t("reward.caps")).head("reward.grade", Map.Entry::getKey).number("reward.units-number", one -> one.getValue());
    }

    public Table<UnitPlans.Word> wordsTable(Screen s) {
        return Table.of(s, words).caption(s.t("reward.words")).head("reward.year", one -> String.valueOf(one.year())).text("reward.what", one -> s.t("reward.word." + one.kind()))
                .number("reward.each", one -> PartPage.plain(one.amount())).text("reward.source", UnitPlans.Word::source);
    }

    public Table<PayLists.Made> listsTable(Screen s) {
        return PayListPage.made(s, lists);
    }

    public Table<Units.Giving> givingsTable(Screen s) {
        return Table.of(s, givings).caption(s.t("reward.givings")).head("reward.year", one -> keeps ? new Link(String.valueOf(one.year()), path() + "/years/" + one.year()) : new Link(String.valueOf(one.year()), path()))
                .number("reward.people", Units.Giving::members).number("reward.units-number", one -> s.number(one.units())).text("reward.stands", one -> s.t(one.agreed() ? "reward.agreed" : "reward.waiting"));
    }

    /** Years of which nothing was given and nothing waits. */
    public List<Integer> open() {
        return !keeps || !it.agreed() ? List.of() : IntStream.rangeClosed(it.fromYear(), today.getYear()).boxed().filter(year -> givings.stream().noneMatch(one -> one.year() == year)).toList().reversed();
    }

    /** Years for which a list of payments can be asked. */
    public List<Integer> paying() {
        return !keeps || givings.stream().noneMatch(Units.Giving::agreed) ? List.of()
                : IntStream.rangeClosed(givings.stream().filter(Units.Giving::agreed).mapToInt(Units.Giving::year).min().orElseThrow(), today.getYear()).boxed().toList().reversed();
    }

    public List<Option> kinds(Screen s) {
        return Stream.of(UnitPlans.Kind.values()).map(one -> new Option(one.name(), s.t("reward.word." + one))).toList();
    }

    public List<Option> reasonsToLeave(Screen s) {
        return Stream.of(UnitPlan.Reason.values()).map(one -> new Option(one.name(), s.t("reward.reason." + one))).toList();
    }
}
