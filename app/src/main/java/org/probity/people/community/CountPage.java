package org.probity.people.community;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Issued, spent, shown: whoever doubts the board counts it here, and finds the same numbers in the log. */
public record CountPage(List<Tallies.Tally> tallies) implements Page {
    public CountPage {
        tallies = List.copyOf(tallies);
    }

    public boolean holds() {
        return tallies.stream().allMatch(Tallies.Tally::holds);
    }

    public Table<Tallies.Tally> table(Screen s) {
        return Table.of(s, tallies)
                .caption(s.t("community.count.rounds"))
                .head("community.count.what", it -> new Link(s.t("community.purpose." + it.purpose()) + " · " + s.day(it.firstDay()), "/community/rounds/" + it.round() + "/tokens"))
                .number("community.count.people", Tallies.Tally::people)
                .number("community.count.issued", Tallies.Tally::issued)
                .number("community.count.spent", Tallies.Tally::spent)
                .number("community.count.shown", Tallies.Tally::shown)
                .state("community.count.holds", it -> it.holds() ? State.good(s.t("community.count.yes")) : State.bad(s.t("community.count.no")))
                .day("community.count.day", Tallies.Tally::day);
    }
}
