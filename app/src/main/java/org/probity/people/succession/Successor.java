package org.probity.people.succession;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;

/**
 * Somebody who was asked to be a candidate, and what they lack.
 *
 * @param counts they said yes, work here and do not hold the post; of the others nothing is computed
 * @param months how long it takes by the rules to have all of it
 */
public record Successor(UUID naming, UUID post, UUID person, String number, String nameEn, String nameZh, Naming.State state, LocalDate day, boolean counts, int months, List<Lack> lacks) {
    /** When somebody could take the post: the words that follow from what is missing. */
    public enum Readiness {
        NOW, SOON, LATER;

        static Readiness of(int missing, int months, int soonMonths) {
            return missing == 0 ? NOW : months <= soonMonths ? SOON : LATER;
        }
    }

    /** An item of the standard of which less is shown than the level asks. */
    public record Item(String code, String titleEn, String titleZh, int shown) {
        public String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }
    }

    /**
     * One thing that is missing.
     *
     * @param shown the level held, or the months so far
     * @param ranOut the last day of what they had and is no more
     * @param months how long it takes by the rules
     */
    public record Lack(Requirement asked, int shown, @Nullable LocalDate ranOut, int months, List<Item> items) {
        public String says(Screen s) {
            var key = "succession.lacks." + asked.kind();
            return switch (asked.kind()) {
                case LEVEL -> ranOut != null ? s.t(key + ".ran-out", asked.what(s.lang()), asked.ladder() + String.valueOf(shown), ranOut)
                        : shown == 0 ? s.t(key + ".none", asked.what(s.lang()), asked.ladder() + String.valueOf(asked.level()))
                        : s.t(key, asked.what(s.lang()), asked.ladder() + String.valueOf(asked.level()), asked.ladder() + String.valueOf(shown));
                case COURSE -> ranOut != null ? s.t(key + ".ran-out", asked.what(s.lang()), ranOut) : s.t(key, asked.what(s.lang()));
                case UNIT -> s.t(key, asked.what(s.lang()), Objects.requireNonNull(asked.months()), shown);
            };
        }
    }

    public Successor {
        lacks = List.copyOf(lacks);
    }

    public String name(Lang lang) {
        return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
    }

    public boolean isOpen() {
        return state.open();
    }

    public Readiness readiness(int soonMonths) {
        return Readiness.of(lacks.size(), months, soonMonths);
    }
}
