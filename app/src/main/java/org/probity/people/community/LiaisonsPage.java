package org.probity.people.community;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** Who answers where, and where nobody does. */
public record LiaisonsPage(List<Liaisons.Cover> cover, boolean names, Map<String, String> typed, List<Reason> reasons) implements Page {
    public LiaisonsPage {
        cover = List.copyOf(cover);
    }

    public long covered() {
        return cover.stream().filter(Liaisons.Cover::covered).count();
    }

    public List<Option> places(Screen s) {
        return cover.stream().map(it -> new Option(it.unit().toString(), it.name(s.lang()) + " (" + it.code() + ")")).toList();
    }

    public List<Option> ranks(Screen s) {
        return List.of(new Option("OFFICER", s.t("community.rank.OFFICER")), new Option("DEPUTY", s.t("community.rank.DEPUTY")));
    }

    public Table<Liaisons.Cover> table(Screen s) {
        Lang lang = s.lang();
        return Table.of(s, cover)
                .caption(s.t("community.places"))
                .head("community.place", it -> it.name(lang) + " (" + it.code() + ")")
                .text("community.rank.OFFICER", it -> it.officer() == null ? "–" : it.officer(lang))
                .text("community.rank.DEPUTY", it -> it.deputy() == null ? "–" : it.deputy(lang))
                .state("community.covered", it -> it.covered() ? State.good(s.t("community.covered.yes")) : State.bad(s.t("community.covered.no")));
    }
}
