package org.probity.supply.minerals;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds lists of smelters that two suppliers share. Officers may follow it to the other; the supplier is never told whose it is. */
@Component
class Copies {
    /** Two honest suppliers may well name the same few. */
    private static final int LIST_MIN = 5;

    /**
     * The list of another supplier that comes nearest.
     *
     * @param paper the other's
     * @param shared smelters that both name
     */
    record Copy(UUID paper, int shared, int mine, int theirs) {
        boolean same() {
            return shared == mine && shared == theirs;
        }
    }

    private final JdbcClient db;

    Copies(JdbcClient db) {
        this.db = db;
    }

    /** Same, or nine tenths of the longer one: among the newest papers of the year and the year before. */
    Optional<Copy> of(UUID party, int period, Collection<String> smelters) {
        var mine = smelters.stream().filter(it -> !it.isEmpty()).distinct().toArray(String[]::new);
        if (mine.length < LIST_MIN) {
            return Optional.empty();
        }
        return db.sql("""
                WITH newest AS (
                    SELECT DISTINCT ON (paper.obligation) paper.id
                      FROM obligation.standing
                      JOIN minerals.paper ON paper.obligation = standing.id
                     WHERE standing.kind = 'minerals.cmrt'
                       AND standing.period BETWEEN :period - 1 AND :period
                       AND standing.party <> :party
                     ORDER BY paper.obligation, paper.received_at DESC
                ), compared AS (
                    SELECT newest.id AS paper,
                           count(DISTINCT named.smelter) FILTER (WHERE named.smelter = ANY (:mine)) AS shared,
                           cardinality(:mine) AS mine,
                           count(DISTINCT named.smelter) AS theirs
                      FROM newest
                      JOIN minerals.named_smelter AS named ON named.paper = newest.id AND named.smelter <> ''
                     GROUP BY newest.id
                )
                SELECT paper, shared, mine, theirs
                  FROM compared
                 WHERE shared * 10 >= greatest(mine, theirs) * 9
                 ORDER BY shared DESC, theirs, paper
                 LIMIT 1
                """)
                .param("party", party).param("period", period).param("mine", mine)
                .query(Copy.class).optional();
    }
}
