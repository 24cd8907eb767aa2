package org.probity.people.career;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.shapes.policy.Difference;

/** What an edition says otherwise than what is in force, for whoever rules on it. Of a first standard every item is new, so they are counted and not repeated. */
public record EditionPage(Editions.Edition it, List<Change> changes) implements Page {
    /** @param before null: the track has no standard in force */
    public record Change(Standard next, Ladder ladder, @Nullable Standard before) {
        List<Difference> differences(Screen s) {
            return Changed.between(Optional.ofNullable(before), new Draft.Standard(next.track(), new Draft.Said(next.titleEn(), next.titleZh()), next.items().stream().map(Sketches::item).toList()), ladder, s.lang());
        }
    }

    public List<Difference> differences(Screen s, Change change) {
        return change.before() == null ? List.of() : change.differences(s);
    }
}
