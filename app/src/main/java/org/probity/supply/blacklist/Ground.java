package org.probity.supply.blacklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/** For what a supplier may be barred. @param months what is usual; null: for good */
public record Ground(
        String code, LocalDate fromDay, String nameEn, String nameZh, String guidanceEn, String guidanceZh, @Nullable Integer months, String source) {
    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }

    public String guidance(Lang lang) {
        return switch (lang) {
            case EN -> guidanceEn;
            case ZH -> guidanceZh;
        };
    }
}
