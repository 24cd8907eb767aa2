package org.probity.people.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Somebody asks for a bed.
 *
 * @param since their first day of work here, as it was known when they asked
 * @param grounds names of what they told, with a space between
 * @param stay the offer that stands or the stay that began; null: they wait
 */
public record Application(
        UUID id, String number, UUID person, String staffNumber, String nameEn, String nameZh, UUID site, String siteEn, String siteZh, Takes takes, LocalDate fromDay, LocalDate since, String grounds, String words, Instant askedAt,
        LocalDate askedDay, boolean over, @Nullable UUID stay) {
    /** For whom a house is; whoever asks says which they want, and nobody looks it up. ALL is a house and no wish. */
    public enum Takes {
        WOMEN, MEN, COUPLES, ALL;

        boolean welcomes(Takes wish) {
            return this == ALL || this == wish;
        }
    }

    /** What brings points beside years and waiting. */
    public enum Ground { FAR, NIGHTS, FIRST }

    public Set<Ground> told() {
        return Arrays.stream(Ground.values()).filter(it -> List.of(grounds.split(" ")).contains(it.name())).collect(Collectors.toSet());
    }

    public boolean waits() {
        return !over && stay == null;
    }

    public String person(Lang lang) {
        return name(lang, nameEn, nameZh);
    }

    public String site(Lang lang) {
        return name(lang, siteEn, siteZh);
    }

    static String name(Lang lang, String en, String zh) {
        return lang == Lang.ZH && !zh.isEmpty() || en.isEmpty() ? zh : en;
    }
}
