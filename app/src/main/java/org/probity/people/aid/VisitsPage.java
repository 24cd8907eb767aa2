package org.probity.people.aid;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** The union looks after people: who is visited by whom, households in need for long, and what everybody is told of. */
public record VisitsPage(List<Visits.Visit> visits, List<Visits.Hardship> hardships, List<Visits.Activity> activities, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    private State state(Screen s, Visits.Visit it) {
        if (it.done() != null) {
            return State.good(s.t("aid.visit-made", it.done()));
        }
        return it.day().isBefore(today) ? State.bad(s.t("aid.visit-late")) : State.none(s.t("aid.visit-planned"));
    }

    public Table<Visits.Visit> table(Screen s) {
        return Table.of(s, visits)
                .caption(s.t("aid.visits-list"))
                .head("aid.number", Visits.Visit::number)
                .day("aid.day", Visits.Visit::day)
                .text("aid.visited", it -> DeskPage.name(s, it.nameEn(), it.nameZh()))
                .text("aid.visitor", it -> DeskPage.name(s, it.visitorEn(), it.visitorZh()))
                .text("aid.occasion", it -> s.t("aid.occasion." + it.occasion()))
                .state("aid.stands", it -> state(s, it));
    }

    /** Visits that can be called off, or said to have been made. */
    public List<Option> open(Screen s) {
        return visits.stream().filter(it -> it.done() == null).map(it -> new Option(it.id().toString(), it.number() + " · " + it.day() + " · " + DeskPage.name(s, it.nameEn(), it.nameZh()))).toList();
    }

    public List<Option> occasions(Screen s) {
        return Arrays.stream(Visits.Occasion.values()).map(it -> new Option(it.name(), s.t("aid.occasion." + it))).toList();
    }

    public Table<Visits.Hardship> hardshipTable(Screen s) {
        return Table.of(s, hardships)
                .caption(s.t("aid.hardships-list"))
                .head("aid.person", it -> DeskPage.name(s, it.nameEn(), it.nameZh()))
                .text("aid.staff", Visits.Hardship::number)
                .text("aid.words", Visits.Hardship::words)
                .state("aid.stands", it -> listed(s, it));
    }

    private State listed(Screen s, Visits.Hardship it) {
        if (it.listedUntil() == null) {
            return State.warn(s.t("aid.not-seen"));
        }
        return it.listedUntil().isBefore(today) ? State.bad(s.t("aid.seen-until", it.listedUntil())) : State.good(s.t("aid.seen-until", it.listedUntil()));
    }

    public List<Option> households(Screen s) {
        return hardships.stream().map(it -> new Option(it.id().toString(), it.number() + " · " + DeskPage.name(s, it.nameEn(), it.nameZh()))).toList();
    }

    public List<Option> coming(Screen s) {
        return activities.stream().map(it -> new Option(it.id().toString(), s.day(it.day()) + " · " + DeskPage.name(s, it.titleEn(), it.titleZh()))).toList();
    }

    public Table<Visits.Activity> calendar(Screen s) {
        return calendar(s, activities);
    }

    static Table<Visits.Activity> calendar(Screen s, List<Visits.Activity> activities) {
        return Table.of(s, activities)
                .caption(s.t("aid.calendar"))
                .day("aid.day", Visits.Activity::day)
                .head("aid.activity", it -> DeskPage.name(s, it.titleEn(), it.titleZh()))
                .text("aid.place", Visits.Activity::place);
    }
}
