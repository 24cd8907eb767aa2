package org.probity.people.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** A building: its beds, what they fall short of, who has them. */
public record HousePage(Houses.House it, List<Houses.Bed> beds, boolean keeps, LocalDate today, Query query, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return HomeWeb.ALL + "/houses/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("home.site"), it.site(s.lang())), new Fact(s.t("home.for"), s.t("home.takes." + it.takes())), new Fact(s.t("home.toilets"), s.number(it.toilets())),
                new Fact(s.t("home.rooms"), s.number(it.rooms())), new Fact(s.t("home.beds"), s.number(it.beds())), new Fact(s.t("home.lived"), s.number(it.lived())), new Fact(s.t("home.short"), s.number(it.wanting())));
    }

    public List<Option> free() {
        return beds.stream().filter(one -> one.stay() == null).map(one -> new Option(one.id().toString(), one.place())).toList();
    }

    public Table<Houses.Bed> table(Screen s) {
        return Table.of(s, query.format().isPresent() ? beds : beds.stream().skip(query.offset()).limit(query.limit()).toList())
                .caption(s.t("home.beds"))
                .head("home.bed", Houses.Bed::place)
                .number("home.area", Houses.Bed::area)
                .number("home.in-room", Houses.Bed::inRoom)
                .number("home.each", Houses.Bed::each)
                .state("home.standard", one -> one.wanting() == null ? State.good(s.t("home.meets")) : State.bad(s.t("home.wanting." + one.wanting())))
                .text("home.lives-there", one -> one.stay() == null ? "" : new Link(Application.name(s.lang(), Objects.requireNonNullElse(one.nameEn(), ""), Objects.requireNonNullElse(one.nameZh(), "")), HomeWeb.ALL + "/stays/" + one.stay()))
                .paged(query, beds.size())
                .downloads();
    }
}
