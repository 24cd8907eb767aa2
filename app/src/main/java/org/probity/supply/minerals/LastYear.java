package org.probity.supply.minerals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A supplier's smelters of this year beside those of the answer that was accepted the year before. */
@Component
class LastYear {
    /** What became of a smelter from one year to the next; in the order in which one wants to read it. */
    enum Change { GONE, NEW, CHANGED, SAME }

    /**
     * One smelter in either year.
     *
     * @param smelter its identification, empty when it has none
     * @param before its name and country as they stood, empty when it is new
     * @param now as they stand, empty when it is gone
     */
    record Line(Change change, String metal, String smelter, String before, String now) {}

    private final JdbcClient db;

    LastYear(JdbcClient db) {
        this.db = db;
    }

    /** The paper that was accepted for the year before. */
    Optional<UUID> paper(UUID supplier, int year) {
        return db.sql("SELECT paper FROM minerals.accepted_at('minerals.cmrt', :year, 'infinity') WHERE supplier = :supplier")
                .param("year", year - 1).param("supplier", supplier)
                .query(UUID.class).optional();
    }

    /** One smelter is one by its identification, else by its metal and name. */
    List<Line> difference(UUID before, UUID now) {
        return db.sql("""
                WITH named AS (
                    SELECT DISTINCT ON (paper, metal, coalesce(nullif(smelter, ''), lower(name)))
                           paper, metal, smelter, coalesce(nullif(smelter, ''), lower(name)) AS key, concat_ws(' · ', name, nullif(country, '')) AS said
                      FROM minerals.named_smelter
                     WHERE paper IN (:before, :now)
                     ORDER BY paper, metal, coalesce(nullif(smelter, ''), lower(name)), row
                ), beside AS (
                    SELECT coalesce(earlier.metal, today.metal) AS metal, coalesce(earlier.smelter, today.smelter) AS smelter,
                           coalesce(earlier.said, '') AS before, coalesce(today.said, '') AS now,
                           CASE WHEN today.key IS NULL THEN 'GONE'
                                WHEN earlier.key IS NULL THEN 'NEW'
                                WHEN today.said <> earlier.said THEN 'CHANGED'
                                ELSE 'SAME' END AS change
                      FROM (SELECT * FROM named WHERE paper = :before) AS earlier
                      FULL JOIN (SELECT * FROM named WHERE paper = :now) AS today ON today.metal = earlier.metal AND today.key = earlier.key
                )
                SELECT change, metal, smelter, before, now
                  FROM beside
                 ORDER BY array_position(ARRAY['GONE', 'NEW', 'CHANGED', 'SAME'], change), metal, smelter, now, before
                """)
                .param("before", before).param("now", now)
                .query(Line.class).list();
    }
}
