package org.probity.people.learning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Something our people can learn here. A session of it is the whole course for those who are there.
 *
 * @param validMonths how long having completed it holds; null: for good
 */
public record Course(UUID id, String number, Kind kind, String titleEn, String titleZh, String aboutEn, String aboutZh, @Nullable Integer validMonths, UUID record) {
    public String title(Lang lang) {
        return switch (lang) {
            case EN -> titleEn;
            case ZH -> titleZh;
        };
    }

    String about(Lang lang) {
        return switch (lang) {
            case EN -> aboutEn.isEmpty() ? aboutZh : aboutEn;
            case ZH -> aboutZh.isEmpty() ? aboutEn : aboutZh;
        };
    }
}
