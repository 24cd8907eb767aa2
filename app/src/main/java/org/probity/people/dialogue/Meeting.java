package org.probity.people.dialogue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.shapes.gathering.Occasion;

/**
 * A meeting of those who work at a place with those who lead it.
 *
 * @param placeEn as the place is called now; a place that is no more goes by its code
 * @param published what those who work there were told; null: nothing yet
 */
public record Meeting(Occasion occasion, Form form, UUID place, String placeEn, String placeZh, @Nullable String published, @Nullable Instant publishedAt) {
    /** Something that should be different, as it was said there. @param reply null: nothing was answered in words */
    public record Point(UUID id, UUID meeting, int no, String words, @Nullable String reply) {}

    public record Item(int no, String words) {}

    public UUID id() {
        return occasion.id();
    }

    public String place(Lang lang) {
        return switch (lang) {
            case EN -> placeEn.isEmpty() ? placeZh : placeEn;
            case ZH -> placeZh.isEmpty() ? placeEn : placeZh;
        };
    }

    public String path() {
        return "/app/dialogue/meetings/" + occasion.id();
    }
}
