package org.probity.house.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.probity.house.access.Me;

/**
 * The side menu as one person sees it on one page.
 *
 * @param current message key of the line they are on; empty when on none
 */
public record Menu(Map<Wing, List<Line>> wings, String current) {
    public record Line(String key, String href, boolean here, OptionalLong count) {}

    static final Menu NONE = new Menu(Map.of(), "");

    static Menu of(Collection<MenuEntry> entries, Me me, String path) {
        var mine = entries.stream()
                .filter(entry -> !Collections.disjoint(entry.roles(), me.roles()) && entry.isFor(me))
                .sorted(Comparator.comparing(MenuEntry::wing).thenComparing(MenuEntry::order).thenComparing(MenuEntry::key))
                .toList();
        // The longest path wins, or /app would be current everywhere.
        var here = mine.stream()
                .filter(entry -> path.equals(entry.href()) || path.startsWith(entry.href() + "/"))
                .max(Comparator.comparingInt(entry -> entry.href().length()));
        var wings = new EnumMap<Wing, List<Line>>(Wing.class);
        for (var entry : mine) {
            boolean current = here.isPresent() && here.get() == entry;
            wings.computeIfAbsent(entry.wing(), _ -> new ArrayList<>())
                    .add(new Line(entry.key(), entry.href(), current, entry.count(me)));
        }
        return new Menu(wings, here.map(MenuEntry::key).orElse(""));
    }
}
