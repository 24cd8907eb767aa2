package org.probity.house.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/**
 * The tree on a day.
 *
 * @param staff people in each place and below it
 * @param may whether this person may change it
 */
public record OrganisationPage(LocalDate day, boolean today, List<Place> places, Map<UUID, Long> staff, List<Directory.Head> heads, Query query, boolean may)
        implements Page {

    public Table<Place> table(Screen s) {
        return Table.of(s, places)
                .caption(s.t("directory.organisation.on", s.longDay(day)))
                .head("directory.unit", it -> new Link("\u2003".repeat(it.depth()) + it.name(s.lang()), href(it, day, today)))
                .text("directory.kind", it -> s.t("directory.kind." + it.kind()))
                .id("directory.code", Place::code)
                .text("directory.head", it -> heads.stream()
                        .filter(head -> head.unit().equals(it.id()) && head.rank() == Place.Rank.HEAD)
                        .findFirst().map(head -> new Link(head.name(s.lang()), "/app/directory/people/" + head.person())))
                .number("directory.people", it -> staff.getOrDefault(it.id(), 0L))
                .text("directory.country", it -> Optional.of(country(s, it.country())).filter(name -> !name.isEmpty()))
                .paged(query, places.size())
                .downloads();
    }

    static String href(Place place, LocalDate day, boolean today) {
        return "/app/directory/units/" + place.id() + (today ? "" : "?day=" + day);
    }

    static String country(Screen s, String code) {
        return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(s.lang().tag()));
    }
}
