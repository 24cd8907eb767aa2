package org.probity.supply.blacklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/** Something was dealt with somebody barred. @param cause why it could happen, once somebody has found out */
public record Incident(
        UUID id, String kind, String document, UUID supplier, String number, String nameEn, String nameZh, LocalDate day, UUID matter, Instant foundAt,
        @Nullable Cause cause, @Nullable String words, @Nullable UUID closedBy, @Nullable Instant closedAt) {
    public enum Cause { NOT_ASKED, ASKED_AND_IGNORED, WRONG_SUPPLIER, LATE_REPORT, EMERGENCY, OTHER }

    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }

    public boolean open() {
        return closedAt == null;
    }
}
