package org.probity.supply.minerals;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.supply.minerals.SmelterLists.Effect;
import org.probity.supply.minerals.SmelterLists.Loaded;

/**
 * The editions of the reference list, and the form that loads another.
 *
 * @param last how far the one that was loaded last has come
 */
public record ListsPage(List<Loaded> lists, boolean mayLoad, String version, String day, Optional<Effect> last, List<Reason> reasons) implements Page {

    /** What is said of the one that was loaded last while its day has yet to come. */
    public Optional<String> coming(Screen s) {
        return last.map(Effect::list).filter(it -> it.day().isAfter(s.now().toLocalDate())).map(it -> s.t("minerals.list-coming", it.version(), it.day()));
    }

    public Table<Loaded> table(Screen s) {
        return Table.of(s, lists)
                .caption(s.t("minerals.lists"))
                .head("minerals.list-version", Loaded::version)
                .day("minerals.list-day", Loaded::day)
                .number("minerals.list-smelters", Loaded::smelters)
                .day("minerals.list-loaded", Loaded::loadedAt);
    }
}
