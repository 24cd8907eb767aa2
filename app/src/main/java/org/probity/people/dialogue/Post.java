package org.probity.people.dialogue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A letter to whoever leads a place.
 *
 * @param mayBeTold the writer's word that what was asked and answered may be told there without a name
 * @param answered the day of the first answer; null: none yet
 * @param answer the newest
 * @param question as it was told to those who work there; null: nothing was
 */
public record Post(
        UUID id, String number, UUID place, String placeEn, String placeZh, UUID person, String writerEn, String writerZh, String subject, String words, boolean mayBeTold, LocalDate day,
        LocalDate dueDay, @Nullable LocalDate answered, @Nullable String answer, @Nullable String question, @Nullable String told, @Nullable LocalDate toldDay) {
    public String place(Lang lang) {
        return switch (lang) {
            case EN -> placeEn.isEmpty() ? placeZh : placeEn;
            case ZH -> placeZh.isEmpty() ? placeEn : placeZh;
        };
    }

    public String writer(Lang lang) {
        return switch (lang) {
            case EN -> writerEn.isEmpty() ? writerZh : writerEn;
            case ZH -> writerZh.isEmpty() ? writerEn : writerZh;
        };
    }

    public boolean late(LocalDate today) {
        return answered == null && dueDay.isBefore(today);
    }

    public String path() {
        return "/app/dialogue/letters/" + id;
    }
}
