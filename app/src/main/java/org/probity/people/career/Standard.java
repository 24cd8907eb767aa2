package org.probity.people.career;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.probity.house.ui.Lang;

/** A version of a track's competency standard. @param id of the version */
public record Standard(UUID id, UUID standard, String track, int version, String titleEn, String titleZh, LocalDate fromDay, UUID record, List<Item> items) {
    /** @param from the level from which on it is asked; @param levels what each level asks, in English and Chinese */
    public record Item(UUID id, String code, Part part, int from, String titleEn, String titleZh, Map<Integer, List<String>> levels) {
        public String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }

        public String words(int level, Lang lang) {
            return Objects.requireNonNull(levels.getOrDefault(level, List.of("", ""))).get(lang == Lang.ZH ? 1 : 0);
        }
    }

    public Standard {
        items = List.copyOf(items);
    }

    public String title(Lang lang) {
        return lang == Lang.ZH ? titleZh : titleEn;
    }

    /** What is asked for a level. */
    public List<Item> asked(int level) {
        return items.stream().filter(it -> it.from() <= level).toList();
    }

    public int levels() {
        return items.stream().flatMap(it -> it.levels().keySet().stream()).mapToInt(it -> it).max().orElse(0);
    }
}
