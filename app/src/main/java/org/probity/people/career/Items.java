package org.probity.people.career;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.people.learning.CompetencyItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items of our standards, told to the room whose courses answer them. */
@Component
class Items implements CompetencyItems {
    private final JdbcClient db;

    Items(JdbcClient db) {
        this.db = db;
    }

    /** By its own code after its track's, such as PRC-DIF K1. */
    @Override
    public List<Item> find(String words, int most) {
        return db.sql("""
                SELECT item.item AS id, held.track || ' ' || item.code AS code, item.title_en, item.title_zh, held.title_en AS standard_en, held.title_zh AS standard_zh
                  FROM career.standards('infinity', 'infinity') AS held
                  JOIN career.version_item AS item ON item.version = held.id
                 WHERE concat_ws(' ', held.track, item.code, item.title_en, item.title_zh, held.title_en, held.title_zh) ILIKE :words
                 ORDER BY item.title_en ILIKE :words OR item.title_zh ILIKE :words DESC, held.track, item.no
                 LIMIT :most
                """)
                .param("words", "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").param("most", most)
                .query(Item.class).list();
    }

    @Override
    public Map<UUID, Item> named(Collection<UUID> items) {
        return db.sql("""
                SELECT DISTINCT ON (item.item) item.item AS id, held.track || ' ' || item.code AS code, item.title_en, item.title_zh, held.title_en AS standard_en, held.title_zh AS standard_zh
                  FROM career.version_item AS item
                  JOIN career.standard_version AS held ON held.id = item.version
                  JOIN career.approval ON approval.edition = held.edition
                 WHERE item.item = ANY (:items)
                 ORDER BY item.item, held.version DESC
                """)
                .param("items", items.toArray(UUID[]::new)).query(Item.class).list().stream().collect(Collectors.toMap(Item::id, Function.identity()));
    }
}
