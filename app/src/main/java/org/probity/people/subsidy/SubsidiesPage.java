package org.probity.people.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** What there is to claim, the form, and one's own claims. */
public record SubsidiesPage(List<Scheme> schemes, List<Claim> claims, boolean known, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    static String gives(Screen s, Scheme it) {
        return s.t("subsidy.per." + it.per(), it.most()) + (it.times() == null ? "" : s.t("subsidy.times-a-year", it.times()));
    }

    static State state(Screen s, Claim it) {
        var words = s.t("subsidy.state." + it.state());
        return switch (it.state()) {
            case CLAIMED -> State.warn(words);
            case AGREED, PAID -> State.good(words);
            case REFUSED -> State.bad(words);
            case WITHDRAWN -> State.none(words);
        };
    }

    static String days(Screen s, Claim it) {
        return it.fromDay().equals(it.untilDay()) ? s.day(it.fromDay()) : s.t("subsidy.days", it.fromDay(), it.untilDay());
    }

    public List<Option> options(Screen s) {
        return schemes.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()) + " · " + gives(s, it))).toList();
    }

    public Table<Claim> table(Screen s) {
        return Table.of(s, claims)
                .caption(s.t("subsidy.mine"))
                .head("subsidy.claim", it -> new Link(it.scheme(s.lang()), SubsidyWeb.ALL + "/claims/" + it.id()))
                .text("subsidy.when", it -> days(s, it))
                .number("subsidy.amount", Claim::amount)
                .state("subsidy.state", it -> state(s, it));
    }
}
