package org.probity.house.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;

/**
 * People as a list. Colleagues see who works where today and how to reach them; human resources see kinds, days and former members too.
 *
 * @param all whether everything may be seen
 */
public record PeoplePage(
        List<Directory.Member> members, Query query, Directory.Search search, boolean today, long found, List<Place> places, boolean all) implements Page {
    static final String BY_NAME = "lower(name.name_en), name.name_zh, name.id";
    /** An order tells what it goes by, so colleagues have only what they see. */
    static final Map<String, String> ORDERS_OF_COLLEAGUES = Map.of("name", "lower(name.name_en)", "unit", "place.code");
    /** What human resources can order the list by. */
    static final Map<String, String> ORDERS = Map.of(
            "name", "lower(name.name_en)", "number", "name.number", "unit", "place.code", "kind", "engaged.kind", "from", "engaged.from_day",
            "until", "engaged.until_day");

    public Table<Directory.Member> table(Screen s) {
        var table = Table.of(s, members)
                .caption(s.t("directory.people.found", found))
                .head("directory.name", it -> new Link(it.name(s.lang()), "/app/directory/people/" + it.person())).sorts("name")
                .text("directory.other-name", it -> Optional.of(s.lang() == Lang.EN ? it.nameZh() : it.nameEn())
                        .filter(other -> !other.isEmpty() && !other.equals(it.name(s.lang()))));
        if (all) {
            table.id("directory.number", Directory.Member::number).sorts("number");
        }
        table.text("directory.unit", it -> filled(Place.name(s.lang(), it.unitEn(), it.unitZh()))).sorts("unit")
                .text("directory.site", it -> filled(Place.name(s.lang(), it.siteEn(), it.siteZh())));
        if (all) {
            table.text("directory.engagement", it -> Optional.ofNullable(it.kind()).map(kind -> s.t("directory.engagement." + kind))).sorts("kind")
                    .text("directory.title", it -> filled(it.title()))
                    .day("directory.from-day", it -> Optional.ofNullable(it.fromDay())).sorts("from")
                    .day("directory.until-day", it -> Optional.ofNullable(it.untilDay())).sorts("until");
        }
        return table.text("directory.email", it -> filled(it.email())).paged(query, found).downloads();
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(it -> !it.isEmpty());
    }

    public List<Pick> picks(Screen s) {
        var picks = Stream.of(
                new Pick("q", s.t("directory.search")),
                new Pick("unit", s.t("directory.unit"), places.stream()
                        .map(it -> new Option(it.code(), "\u2003".repeat(it.depth()) + it.name(s.lang()))).toList()),
                new Pick("site", s.t("directory.site"), places.stream().filter(it -> it.kind() == Place.Kind.SITE)
                        .map(it -> new Option(it.code(), it.name(s.lang()))).toList()));
        var kinds = Stream.concat(
                Arrays.stream(Engagement.values()).map(kind -> new Option(kind.name(), s.t("directory.engagement." + kind))),
                Stream.of(new Option(Directory.LEFT, s.t("directory.engagement.LEFT")))).toList();
        return Stream.concat(picks, all ? Stream.of(new Pick("kind", s.t("directory.engagement"), kinds)) : Stream.empty())
                .filter(pick -> pick.name().equals("q") || !pick.options().isEmpty()).toList();
    }
}
