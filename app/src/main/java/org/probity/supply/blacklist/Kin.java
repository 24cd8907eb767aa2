package org.probity.supply.blacklist;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A supplier that may be a barred one under another name.
 *
 * @param kinds by what: OWNER, BANK_ACCOUNT, ADDRESS, PHONE, EMAIL_DOMAIN, SUCCESSOR
 * @param outcome what a person said of it; null: nobody yet
 */
public record Kin(UUID other, String number, String nameEn, String nameZh, List<String> kinds, @Nullable String outcome, @Nullable String reason, @Nullable UUID saidBy) {
    public Kin {
        kinds = List.copyOf(kinds);
    }

    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }
}
