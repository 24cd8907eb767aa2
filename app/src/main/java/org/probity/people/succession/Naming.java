package org.probity.people.succession;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Somebody was asked: to be a candidate for a post, or to take part in a project.
 *
 * @param post null: it is about a project
 */
public record Naming(
        UUID id, @Nullable UUID post, @Nullable UUID project, UUID person, String number, String nameEn, String nameZh, String whatEn, String whatZh, String unitEn, String unitZh, State state,
        LocalDate day, String reason) {
    public enum State {
        ASKED, AGREED, DECLINED, ENDED;

        boolean open() {
            return this == ASKED || this == AGREED;
        }
    }

    public String name(Lang lang) {
        return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
    }

    public String what(Lang lang) {
        return lang == Lang.ZH ? whatZh : whatEn;
    }

    public String unit(Lang lang) {
        return lang == Lang.ZH && !unitZh.isEmpty() || unitEn.isEmpty() ? unitZh : unitEn;
    }
}
