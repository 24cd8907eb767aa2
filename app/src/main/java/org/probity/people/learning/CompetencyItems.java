package org.probity.people.learning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Lang;

/** Items of the competency standards in force, told by the room that keeps them: a course of qualification-led training says which of them it answers. */
public interface CompetencyItems {
    /** @param standard in whose words it stands, such as "Diffusion process engineer" */
    record Item(UUID id, String code, String titleEn, String titleZh, String standardEn, String standardZh) {
        public String title(Lang lang) {
            return switch (lang) {
                case EN -> titleEn.isEmpty() ? titleZh : titleEn;
                case ZH -> titleZh.isEmpty() ? titleEn : titleZh;
            };
        }

        public String standard(Lang lang) {
            return switch (lang) {
                case EN -> standardEn.isEmpty() ? standardZh : standardEn;
                case ZH -> standardZh.isEmpty() ? standardEn : standardZh;
            };
        }
    }

    /** Items whose code, title or standard has these words, the likeliest first. */
    List<Item> find(String words, int most);

    /** As they were called last; one that was never there is not in the answer. */
    Map<UUID, Item> named(Collection<UUID> items);
}
