package org.probity.supply.clearance;

import java.util.UUID;
import org.probity.house.ui.Lang;

/** An answer and whom it was about and given to. */
public record Given(Clearance clearance, String number, String nameEn, String nameZh, UUID askedBy) {
    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }
}
