package org.probity.house.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;

/**
 * A legal entity, a site or a unit on a day, and all that was ever done to it.
 *
 * @param above from the top down, without the place itself
 * @param below right below it
 * @param names of the accounts that acted
 */
public record UnitPage(
        Place place, LocalDate day, boolean today, List<Place> above, List<Place> below, Map<UUID, Long> staff, List<Directory.Head> heads,
        List<Directory.Told> history, Map<UUID, String> names, boolean may) implements Page {

    public String day(String path) {
        return today ? path : path + (path.contains("?") ? "&" : "?") + "day=" + day;
    }

    public List<Link> crumbs(Screen s) {
        var links = new ArrayList<Link>();
        links.add(new Link(s.t("directory.organisation"), day("/app/directory")));
        above.forEach(it -> links.add(new Link(it.name(s.lang()), day("/app/directory/units/" + it.id()))));
        return links;
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("directory.people"), new Link(s.number(staff.getOrDefault(place.id(), 0L)), day("/app/directory/people?unit=" + query(place.code())))));
        heads.stream().filter(head -> head.unit().equals(place.id())).forEach(head -> facts.add(
                new Fact(s.t("directory.rank." + head.rank()), new Link(head.name(s.lang()), "/app/directory/people/" + head.person()))));
        add(facts, s, "directory.country", OrganisationPage.country(s, place.country()));
        add(facts, s, "directory.region", place.region());
        add(facts, s, "directory.credit-code", place.creditCode());
        add(facts, s, "directory.lei", place.lei());
        facts.add(new Fact(s.t("directory.since"), s.time(place.fromDay())));
        if (place.untilDay() != null) {
            facts.add(new Fact(s.t("directory.until"), s.time(place.untilDay())));
        }
        return facts;
    }

    private static void add(List<Fact> facts, Screen s, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(s.t(key), Html.words(value)));
        }
    }

    private static String query(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    public Table<Place> table(Screen s) {
        return Table.of(s, below)
                .caption(s.t("directory.below"))
                .head("directory.unit", it -> new Link(it.name(s.lang()), OrganisationPage.href(it, day, today)))
                .text("directory.kind", it -> s.t("directory.kind." + it.kind()))
                .id("directory.code", Place::code)
                .number("directory.people", it -> staff.getOrDefault(it.id(), 0L))
                .paged(Query.all("/app/directory/units/" + place.id()), below.size());
    }

    public List<Event> events(Screen s) {
        return history.stream().map(it -> new Event(Mark.NONE, s.t("directory.verb." + it.verb()), said(s, it),
                s.t("directory.told", it.day(), s.instant(it.at()), names.getOrDefault(it.by(), s.t("directory.the-house"))))).toList();
    }

    /** What it was called from then on and where it stood, and why. */
    private static String said(Screen s, Directory.Told it) {
        var name = Place.name(s.lang(), it.nameEn(), it.nameZh());
        var up = Place.name(s.lang(), it.parentEn(), it.parentZh());
        var stands = name.isEmpty() ? "" : up.isEmpty() ? name : s.t("directory.name-under", name, up);
        return stands.isEmpty() || it.reason().isEmpty() ? stands + it.reason() : s.t("directory.said-why", stands, it.reason());
    }
}
