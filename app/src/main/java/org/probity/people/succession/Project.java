package org.probity.people.succession;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/** A project for people of high potential. @param members who said yes; @param asked who have not answered */
public record Project(UUID id, String number, String titleEn, String titleZh, LocalDate fromDay, LocalDate untilDay, int members, int asked) {
    /** What the next post asks beside papers; each is found by somebody who says why. */
    public enum Aspect { LEARNS, JUDGES, LEADS, WANTS }

    /** Somebody of a project. @param aspects found and in force, of {@link Aspect} all */
    public record Member(UUID naming, UUID person, String number, String nameEn, String nameZh, String unitEn, String unitZh, String title, Naming.State state, LocalDate day, int aspects) {
        public String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }

        public String unit(Lang lang) {
            return lang == Lang.ZH && !unitZh.isEmpty() || unitEn.isEmpty() ? unitZh : unitEn;
        }
    }

    /** What was found of one aspect. @param found 1 less, 2 as much, 3 more than the next post asks */
    public record Finding(UUID id, Aspect aspect, int found, String words, LocalDate day, LocalDate untilDay, UUID by, Instant at) {}

    /** A level somebody holds. */
    public record Level(String track, String trackEn, String trackZh, String ladder, int level, LocalDate untilDay) {
        public String track(Lang lang) {
            return lang == Lang.ZH ? trackZh : trackEn;
        }
    }

    /** An item somebody still has to show for the level they want. */
    public record Gap(String titleEn, String titleZh, int wanted, int shown) {
        public String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }
    }

    /** What is known of a member, for whoever assesses them. */
    public record File(Member member, List<Level> levels, List<Gap> gaps, List<Finding> findings) {
        public File {
            levels = List.copyOf(levels);
            gaps = List.copyOf(gaps);
            findings = List.copyOf(findings);
        }

        /** The newest of an aspect, if it still counts. */
        public @Nullable Finding newest(Aspect aspect, LocalDate day) {
            return findings.stream().filter(it -> it.aspect() == aspect).findFirst().filter(it -> !it.untilDay().isBefore(day)).orElse(null);
        }
    }

    public String title(Lang lang) {
        return lang == Lang.ZH ? titleZh : titleEn;
    }

    public boolean runs(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(untilDay);
    }
}
