package org.probity.people.performance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** Those whom somebody leads, and those whose ratings they read as the second level. */
public record TeamPage(Optional<Cycle> cycle, List<Cycle> others, UUID me, List<Standing> team, Map<UUID, Scheme> schemes) implements Page {

    public List<Standing> led() {
        return team.stream().filter(it -> it.manager().equals(me)).toList();
    }

    public List<Standing> second() {
        return team.stream().filter(it -> !it.manager().equals(me)).toList();
    }

    public Table<Standing> table(Screen s, List<Standing> rows, String caption) {
        var it = cycle.orElseThrow();
        return Table.of(s, rows).caption(s.t(caption, rows.size()))
                .head("performance.who", row -> new Link(row.name(s.lang()), TeamWeb.TEAM + "/" + it.id() + "/" + row.person()))
                .text("performance.group", row -> schemes.get(row.scheme()).name(s.lang()))
                .text("performance.rating", row -> Optional.ofNullable(row.rating()))
                .state("performance.next-step", row -> Words.next(s, row.next(it)));
    }

    public List<Link> elsewhere(Screen s) {
        return others.stream().map(it -> new Link(it.name(s), TeamWeb.TEAM + "?cycle=" + it.id())).toList();
    }
}
