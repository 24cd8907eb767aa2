package org.probity.supply.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.screen.ListSource;

/**
 * A list of restricted parties that suppliers are looked for on.
 *
 * @param bar thousandths of likeness from which there is an alert
 * @param verdict what an open alert does to a clearance
 */
public record WatchList(UUID id, String code, ListSource source, String nameEn, String nameZh, int bar, Verdict verdict) {
    public enum Verdict { NONE, WARN, STOP }

    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }

    /** What was loaded at a time. @param came against the version before, as are the two after it */
    public record Version(
            UUID id, UUID list, int no, String label, LocalDate day, int entries, int came, int went, int changed, UUID draft, UUID loadedBy,
            Instant loadedAt, UUID record) {
        public long age(LocalDate today) {
            return ChronoUnit.DAYS.between(day, today);
        }
    }

    /** A list with what holds of it now. @param now nothing: no version is in force yet */
    public record Held(WatchList list, @Nullable Version now, long versions) {}

    /** What taking a draft would do. @param went the names of some that would go */
    public record Preview(UUID draft, WatchList list, String label, LocalDate day, int entries, int came, int went, int changed, int before, List<String> going) {
        /** So many gone that the file may be half a file: more than a tenth. */
        public boolean shrinks() {
            return went * 10L > before && before > 0;
        }
    }
}
