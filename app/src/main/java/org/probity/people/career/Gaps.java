package org.probity.people.career;

import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody still has to show for the level they want. */
@Component
class Gaps {
    record Gap(UUID item, String track, String code, Part part, String titleEn, String titleZh, String askedEn, String askedZh, int wanted, int shown) {
        String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }

        String asked(Lang lang) {
            return lang == Lang.ZH ? askedZh : askedEn;
        }
    }

    private final JdbcClient db;

    Gaps(JdbcClient db) {
        this.db = db;
    }

    List<Gap> of(UUID person) {
        return db.sql("""
                SELECT gap.item, held.track, item.code, item.part, item.title_en, item.title_zh, coalesce(asked.words_en, '') AS asked_en, coalesce(asked.words_zh, '') AS asked_zh,
                       gap.wanted_level AS wanted, gap.shown_level AS shown
                  FROM career.gap
                  JOIN career.standards('infinity', 'infinity') AS held ON true
                  JOIN career.version_item AS item ON item.version = held.id AND item.item = gap.item
                  LEFT JOIN career.descriptor AS asked ON asked.version = held.id AND asked.item = gap.item AND asked.level = gap.wanted_level
                 WHERE gap.person = :person
                 ORDER BY item.no
                """)
                .param("person", person).query(Gap.class).list();
    }
}
