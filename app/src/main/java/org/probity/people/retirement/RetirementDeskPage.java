package org.probity.people.retirement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.retirement.Schedule.Category;

/** Whoever reaches their month within three years, whoever is retired, and the rows of law. */
public record RetirementDeskPage(
        List<Retirements.Soon> soon, List<Afterwards.Retiree> retirees, Map<Category, Schedule> schedules, boolean keeps, Query query, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> categories(Screen s) {
        return Arrays.stream(Category.values()).map(it -> new Option(it.name(), s.t("retirement.category." + it))).toList();
    }

    public Table<Retirements.Soon> soonTable(Screen s) {
        return Table.of(s, soon)
                .caption(s.t("retirement.soon"))
                .head("retirement.person", it -> new Link(it.file().name(s.lang()), RetirementWeb.ALL + "/people/" + it.file().person()))
                .id("retirement.number", it -> it.file().number())
                .text("retirement.month", it -> it.statutory().toString())
                .text("retirement.month-chosen", it -> it.choice() == null ? "" : it.choice().toString())
                .state("retirement.state", it -> it.waits() ? State.warn(s.t("retirement.state.CHOSEN")) : State.none(it.choice() == null ? s.t("retirement.by-law") : s.t("retirement.state.AGREED")));
    }

    public Table<Afterwards.Retiree> retireeTable(Screen s) {
        return Table.of(s, query.format().isPresent() ? retirees : retirees.stream().skip(query.offset()).limit(query.limit()).toList())
                .caption(s.t("retirement.retirees"))
                .head("retirement.person", it -> new Link(it.name(s.lang()), RetirementWeb.ALL + "/people/" + it.person()))
                .id("retirement.number", Afterwards.Retiree::number)
                .day("retirement.since", Afterwards.Retiree::since)
                .state("retirement.insurance", it -> it.insured() ? State.good(s.t("retirement.insured")) : State.bad(s.t("retirement.not-insured")))
                .day("retirement.visited", it -> it.visited() == null ? "" : it.visited())
                .paged(query, retirees.size())
                .downloads();
    }

    public Table<Schedule> ruleTable(Screen s) {
        return Table.of(s, List.copyOf(schedules.values()))
                .caption(s.t("retirement.rules"))
                .head("retirement.category", it -> s.t("retirement.category." + it.category()))
                .number("retirement.base", it -> it.base() / 12)
                .text("retirement.born-from", it -> LocalDate.from(it.bornFrom()).toString().substring(0, 7))
                .number("retirement.step", Schedule::step)
                .number("retirement.cap", Schedule::cap)
                .text("retirement.source", Schedule::source);
    }
}
