package org.probity.people.learning;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Versions of a course online. @param drafted whether somebody writes another; @param names of those who published them */
public record EditionsPage(Course it, List<Editions.Edition> editions, boolean drafted, Map<UUID, String> names, boolean holds, ZoneId zone, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/trainings/" + it.id() + "/online";
    }

    public boolean online() {
        return editions.stream().anyMatch(Editions.Edition::inForce);
    }

    public Table<Editions.Edition> table(Screen s) {
        return Table.of(s, editions)
                .caption(s.t("learning.versions"))
                .head("learning.version", edition -> new Link(String.valueOf(edition.no()), "/app/trainings/editions/" + edition.id()))
                .day("learning.published", edition -> edition.publishedAt().atZone(zone).toLocalDate())
                .text("learning.by", edition -> names.getOrDefault(edition.publishedBy(), ""))
                .number("learning.minutes", edition -> (long) edition.minutes())
                .number("learning.began", Editions.Edition::begun)
                .number("learning.passed", Editions.Edition::passed)
                .state("learning.state", edition -> edition.inForce() ? State.good(s.t("learning.in-force")) : State.none(s.t("learning.ended")));
    }
}
