package org.probity.people.retirement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.retirement.Afterwards.Benefit;

/**
 * Somebody's month, how it comes about, and what stands around it.
 *
 * @param file null: no paper was shown yet
 * @param minimum months of contributions needed in the statutory year
 * @param toTake what the reader is to take over from others
 * @param keeps whether the reader answers and enters @param visits whether they may write down a visit
 */
public record RetirementPage(
        Directory.@Nullable Person person, Retirements.@Nullable File file, @Nullable Schedule schedule, int minimum, List<Retirements.Choice> choices, List<Afterwards.Handover> handovers, List<Afterwards.Handover> toTake,
        List<Afterwards.GoesOn> benefits, List<Afterwards.Visit> visits, List<Afterwards.Back> backs, List<Place> units, boolean own, boolean keeps, boolean sees, LocalDate today, Map<String, String> typed, List<Reason> reasons)
        implements Page {
    static RetirementPage nobody(boolean sees, LocalDate today, List<Reason> reasons) {
        return new RetirementPage(null, null, null, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), true, false, sees, today, Map.of(), reasons);
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String title(Screen s) {
        return own || person == null ? s.t("retirement.title") : person.name(s.lang());
    }

    public List<Link> crumbs(Screen s) {
        return own ? List.of() : List.of(new Link(s.t("retirement.title"), RetirementWeb.ALL), new Link(s.t("retirement.desk"), RetirementWeb.ALL + "/desk"));
    }

    public String path() {
        return RetirementWeb.ALL + "/people/" + (person == null ? "" : person.id());
    }

    public boolean known() {
        return file != null && schedule != null;
    }

    /** Each step of the sum, so that everybody can do it again. */
    public List<Fact> sum(Screen s) {
        if (file == null || schedule == null) {
            return List.of();
        }
        var born = file.month();
        return List.of(new Fact(s.t("retirement.born"), born.toString()), new Fact(s.t("retirement.category"), s.t("retirement.category." + file.category())),
                new Fact(s.t("retirement.former"), schedule.former(born).toString()), new Fact(s.t("retirement.delay"), s.t("retirement.delay-months", schedule.delay(born), schedule.step(), YearMonth.from(schedule.bornFrom()).toString())),
                new Fact(s.t("retirement.month"), schedule.month(born).toString()), new Fact(s.t("retirement.window"), s.t("retirement.from-to", schedule.earliest(born).toString(), schedule.latest(born).toString())),
                new Fact(s.t("retirement.minimum"), s.t("retirement.months", minimum)), new Fact(s.t("retirement.source"), schedule.source()));
    }

    public Optional<Retirements.Choice> standing() {
        return choices.stream().filter(it -> !it.over()).findFirst();
    }

    public boolean chooses() {
        return own && known() && standing().isEmpty();
    }

    static State state(Screen s, Retirements.Choice it) {
        return it.outcome() == null ? it.over() ? State.none(s.t("retirement.state.WITHDRAWN")) : State.warn(s.t("retirement.state.CHOSEN"))
                : it.outcome().equals("REFUSED") ? State.bad(s.t("retirement.state.REFUSED")) : it.over() ? State.none(s.t("retirement.state.WITHDRAWN")) : State.good(s.t("retirement.state.AGREED"));
    }

    public Table<Retirements.Choice> choiceTable(Screen s) {
        return Table.of(s, choices)
                .caption(s.t("retirement.choices"))
                .head("retirement.month-chosen", it -> YearMonth.from(it.month()).toString())
                .text("retirement.words", Retirements.Choice::words)
                .state("retirement.state", it -> state(s, it))
                .text("retirement.reason", it -> it.reason() == null ? "" : it.reason());
    }

    public Table<Afterwards.Handover> handoverTable(Screen s) {
        return Table.of(s, handovers)
                .caption(s.t("retirement.handovers"))
                .head("retirement.what", Afterwards.Handover::what)
                .text("retirement.taker", it -> it.taker(s.lang()))
                .day("retirement.by", Afterwards.Handover::byDay)
                .state("retirement.state", it -> it.doneOn() != null ? State.good(s.t("retirement.handed")) : it.byDay().isBefore(today) ? State.bad(s.t("retirement.late")) : State.warn(s.t("retirement.open")));
    }

    public Table<Afterwards.GoesOn> benefitTable(Screen s) {
        return Table.of(s, benefits)
                .caption(s.t("retirement.benefits"))
                .head("retirement.benefit", it -> s.t("retirement.benefit." + it.kind()))
                .day("retirement.from", Afterwards.GoesOn::fromDay)
                .day("retirement.until-day", it -> it.untilDay() == null ? "" : it.untilDay())
                .text("retirement.source", Afterwards.GoesOn::source);
    }

    public Table<Afterwards.Visit> visitTable(Screen s) {
        return Table.of(s, visits).caption(s.t("retirement.visits")).head("retirement.day", it -> s.day(it.day())).text("retirement.words", Afterwards.Visit::words);
    }

    public Table<Afterwards.Back> backTable(Screen s) {
        return Table.of(s, backs).caption(s.t("retirement.backs")).head("retirement.contract", Afterwards.Back::contract).day("retirement.from", Afterwards.Back::fromDay).day("retirement.until-day", Afterwards.Back::untilDay);
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Benefit.values()).map(it -> new Option(it.name(), s.t("retirement.benefit." + it))).toList();
    }

    public List<Option> places(Screen s) {
        return units.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    /** Whether a form came back, known by a field of its own. */
    public boolean back(String field) {
        return typed.containsKey(field);
    }
}
