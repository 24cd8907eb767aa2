package org.probity.supply.blacklist;

import java.util.Arrays;
import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * For every colleague: may I deal with somebody, and what I declared of dealings of my own.
 *
 * @param words what was looked for; empty: nothing yet
 */
public record BarredPage(String words, List<Dealings.Party> found, List<Dealing> mine, Form form, List<Reason> reasons) implements Page {
    /** As typed. */
    public record Form(String party, String number, String kind, String words) {
        static final Form EMPTY = new Form("", "", "", "");
    }

    public static State state(Screen s, boolean barred) {
        return barred ? State.bad(s.t("blacklist.you-may-not")) : State.good(s.t("blacklist.not-barred-words"));
    }

    public Table<Dealings.Party> table(Screen s) {
        return Table.of(s, found)
                .head("blacklist.supplier", it -> it.supplier().name(s.lang()))
                .id("blacklist.number", it -> it.supplier().number())
                .state("blacklist.may-i", it -> state(s, it.barred()));
    }

    public Table<Dealing> declared(Screen s) {
        return Table.of(s, mine)
                .caption(s.t("blacklist.my-dealings"))
                .head("blacklist.party", Dealing::party)
                .text("blacklist.dealing-what", it -> s.t("blacklist.dealing." + it.kind()))
                .day("blacklist.declared", Dealing::declaredAt)
                .state("blacklist.state", it -> it.refused() ? State.bad(s.t("blacklist.dealing-refused")) : State.note(s.t("blacklist.dealing-noted")));
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Dealing.Kind.values()).map(it -> new Option(it.name(), s.t("blacklist.dealing." + it))).toList();
    }
}
