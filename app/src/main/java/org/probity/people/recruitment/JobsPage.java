package org.probity.people.recruitment;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** What one may apply for today. */
public record JobsPage(List<Requisition> posted) implements Page {
    public Table<Requisition> table(Screen s) {
        return Table.of(s, posted)
                .caption(s.t("recruitment.jobs"))
                .head("recruitment.post", it -> new Link(it.title(s.lang()), "/jobs/" + it.number()))
                .text("recruitment.unit", it -> it.unit(s.lang()))
                .number("recruitment.wanted", Requisition::wanted)
                .day("recruitment.closes-on", Requisition::closesOn);
    }
}
