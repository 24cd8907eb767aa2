package org.probity.supply.blacklist;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;

/** What colleagues declared, for Legal and EHS. */
public record DealingsPage(List<Dealing> all, Map<UUID, String> names) implements Page {
    public Table<Dealing> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("blacklist.dealings"))
                .head("blacklist.colleague", it -> names.getOrDefault(it.account(), "–"))
                .text("blacklist.party", Dealing::party)
                .text("blacklist.dealing-what", it -> s.t("blacklist.dealing." + it.kind()))
                .state("blacklist.state", it -> it.refused() ? State.bad(s.t("blacklist.dealing-refused")) : State.note(s.t("blacklist.dealing-noted")))
                .day("blacklist.declared", Dealing::declaredAt)
                .why("blacklist.dealing-words", Dealing::words);
    }
}
