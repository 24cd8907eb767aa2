package org.probity.house.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A legal entity, a site or a unit, as it stands in the tree on a day.
 *
 * @param path from the top down to the place itself
 * @param entity the legal entity it belongs to on that day; itself, if it is one
 * @param site where it lies on that day; itself, if it is one
 * @param fromDay since when it stands just so; an earlier name or parent has days of its own
 */
public record Place(
        UUID id, String code, Kind kind, String nameEn, String nameZh, @Nullable UUID parent, List<UUID> path, @Nullable UUID entity,
        @Nullable UUID site, String country, String region, String creditCode, String lei, LocalDate fromDay, @Nullable LocalDate untilDay) {
    public enum Kind { ENTITY, SITE, UNIT }

    /** Leads a unit, or stands in for whoever does. */
    public enum Rank { HEAD, DEPUTY }

    public Place {
        path = List.copyOf(path);
    }

    public String name(Lang lang) {
        return name(lang, nameEn, nameZh);
    }

    public int depth() {
        return path.size() - 1;
    }

    /** Whether it is that place or lies below it. */
    public boolean within(UUID above) {
        return path.contains(above);
    }

    /** In the reader's language, or else as it is known. */
    static String name(Lang lang, String en, String zh) {
        return switch (lang) {
            case EN -> en.isEmpty() ? zh : en;
            case ZH -> zh.isEmpty() ? en : zh;
        };
    }
}
