package org.probity.disclosure.statement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * The chapters as they would go into the next edition.
 *
 * @param key typed for a new one
 */
public record ChaptersPage(List<Chapter> chapters, Map<UUID, String> names, boolean mayWrite, String key, List<Reason> reasons) implements Page {
    public Table<Chapter> table(Screen s) {
        return Table.of(s, chapters)
                .caption(s.t("statement.chapters"))
                .number("statement.place", it -> (long) it.place())
                .head("statement.chapter", it -> new Link(it.title(s.lang()), "/app/chapters/" + it.key()))
                .number("statement.figures", it -> (long) it.figures().size())
                .state("statement.state", it -> it.leftOut() ? State.none(s.t("statement.chapter-left-out"))
                        : it.halfWritten().isEmpty() ? State.good(s.t("statement.chapter-ready")) : State.warn(s.t("statement.chapter-half", it.halfWritten().size())))
                .text("statement.saved", it -> s.t("statement.version-no", it.no()) + " · " + names.getOrDefault(it.savedBy(), "–") + " · " + s.instant(it.savedAt()));
    }
}
