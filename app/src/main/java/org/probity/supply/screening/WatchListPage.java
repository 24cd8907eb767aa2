package org.probity.supply.screening;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;

/** One list: its versions, the form for another, its setting. */
public record WatchListPage(
        WatchList list, List<WatchList.Version> versions, Map<UUID, String> people, boolean keeps, String label, String day, List<Reason> reasons) implements Page {

    public Table<WatchList.Version> table(Screen s) {
        return Table.of(s, versions)
                .caption(s.t("screening.versions"))
                .head("screening.version", WatchList.Version::label)
                .day("screening.from", WatchList.Version::day)
                .number("screening.entries", WatchList.Version::entries)
                .number("screening.came", WatchList.Version::came)
                .number("screening.went", WatchList.Version::went)
                .number("screening.changed-entries", WatchList.Version::changed)
                .text("screening.loaded-by", it -> people.getOrDefault(it.loadedBy(), "–"))
                .day("screening.loaded", WatchList.Version::loadedAt);
    }

    /** The files besides the first. */
    public List<String> more() {
        return list.source().files().subList(1, list.source().files().size());
    }

    public String first() {
        return list.source().files().getFirst();
    }

    public List<Option> choices(Screen s) {
        return WatchListsPage.verdicts(s);
    }

    /** Reasons about the first file stand at the field it was chosen in. */
    public List<Reason> atFields() {
        return reasons.stream().map(it -> it.field().equals(first()) ? new Reason("file", it.key(), it.args()) : it).toList();
    }
}
