package org.probity.people.aid;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;

/**
 * The fund as every member meets it: what is in it, what one gives, and asking for help.
 *
 * @param total what was collected of the reader in all, fen
 */
public record AidPage(boolean known, long held, long floor, Optional<Giving.Pledge> pledge, long total, int months, List<Application> applications, boolean sits, boolean looksOn, boolean union,
        Optional<Visits.Hardship> hardship, List<Visits.Visit> visits, List<Visits.Activity> activities, Map<String, String> typed, List<Reason> reasons) implements Page {

    public static String yuan(Screen s, long fen) {
        return s.number(Fund.yuan(fen)) + " " + s.t("aid.yuan");
    }

    static State state(Screen s, Application it) {
        var words = s.t("aid.state." + it.state());
        return switch (it.state()) {
            case APPLIED -> State.warn(words);
            case HELPED_AT_ONCE -> State.note(words);
            case AGREED -> State.good(words);
            case REFUSED -> State.bad(words);
            case WITHDRAWN -> State.none(words);
        };
    }

    public List<Sum> sums(Screen s) {
        return List.of(new Sum(s.t("aid.in-the-fund"), s.number(Fund.yuan(held)), s.t("aid.yuan"), "/app/aid/book", false), new Sum(s.t("aid.stays"), s.number(Fund.yuan(floor)), s.t("aid.yuan"), "", false));
    }

    public List<Option> bands(Screen s) {
        return Arrays.stream(Band.values()).map(it -> new Option(it.name(), s.t("aid.a-month", Fund.yuan(it.amount)))).toList();
    }

    public String band() {
        return typed.getOrDefault("band", pledge.map(it -> it.band().name()).orElse("B5"));
    }

    public String giving(Screen s) {
        return pledge.map(it -> s.t("aid.you-give", Fund.yuan(it.amount()), it.fromMonth().toString().substring(0, 7))).orElse(s.t("aid.you-give-nothing"));
    }

    public Table<Visits.Activity> calendar(Screen s) {
        return VisitsPage.calendar(s, activities);
    }

    public String visit(Screen s, Visits.Visit it) {
        return DeskPage.name(s, it.nameEn(), it.nameZh()) + " · " + it.day() + " · " + s.t("aid.occasion." + it.occasion());
    }

    public String need() {
        return typed.getOrDefault("hardship", "");
    }

    public Table<Application> table(Screen s) {
        return Table.of(s, applications)
                .caption(s.t("aid.mine"))
                .head("aid.number", it -> new Link(it.number(), "/app/aid/applications/" + it.id()))
                .text("aid.ground", it -> s.t("aid.ground." + it.ground()))
                .day("aid.event", it -> it.eventDay())
                .state("aid.stands", it -> state(s, it));
    }
}
