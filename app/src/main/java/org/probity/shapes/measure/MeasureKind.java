package org.probity.shapes.measure;

import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Lang;

/** A kind of subject about which measures are promised, told by the room that has it. A bean of this type is a kind. */
public interface MeasureKind {
    /**
     * A subject, as somebody may see it.
     *
     * @param href where the room shows it, with its measures
     * @param leads whether they may promise something about it, say that it was done, drop it, hand it over and publish what came of it
     */
    record About(String titleEn, String titleZh, String href, boolean leads) {
        public String title(Lang lang) {
            return switch (lang) {
                case EN -> titleEn.isEmpty() ? titleZh : titleEn;
                case ZH -> titleZh.isEmpty() ? titleEn : titleZh;
            };
        }
    }

    /** Such as {@code dialogue.meeting}; the message of that name says what it is, {@code <key>.measure} is its class in the log. It never changes. */
    String key();

    /** Whether somebody leads any subject of this kind, by their roles: asked before subjects are. */
    boolean mayLead(Me me);

    /** Empty: to this person it does not exist. The owner of a measure about it sees the measure all the same. */
    Optional<About> about(UUID subject, Me me);
}
