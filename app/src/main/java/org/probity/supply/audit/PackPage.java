package org.probity.supply.audit;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Tab;

/** A checklist as it is asked today: suppliers may know it beforehand. */
public record PackPage(Pack pack, List<Pack> all) implements Page {
    public List<Tab> tabs(Screen s) {
        return all.stream().map(it -> new Tab(it.name(s.lang()), "/app/audits/packs/" + it.code(), it.code().equals(pack.code()))).toList();
    }

    public Table<Pack.Question> table(Screen s) {
        return Table.of(s, pack.questions())
                .caption(s.t("audit.version", pack.version(), pack.questions().size()), s.t("audit.since", pack.since()))
                .head("audit.question", it -> it.code() + " · " + it.words(s.lang()))
                .text("audit.topic", it -> s.t("audit.topic." + it.topic()))
                .text("audit.clause", Pack.Question::clause);
    }
}
