package org.probity.supply.screening;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.log.Log;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MerkleTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was seen on a day, also nothing, and the proof of it. */
@Service
public class Results {
    private final JdbcClient db;
    private final Runs runs;
    private final Log log;
    private final Clock clock;

    Results(JdbcClient db, Runs runs, Log log, Clock clock) {
        this.db = db;
        this.runs = runs;
        this.log = log;
        this.clock = clock;
    }

    List<OnDay> onDay(UUID supplier, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().atOffset(ZoneOffset.UTC);
        return db.sql("""
                SELECT list.id AS list, list.name_en AS list_en, list.name_zh AS list_zh, held.no AS held, held_version.label AS held_label,
                       seen.no AS judged, seen.run, seen.version, seen.judged_at, seen.hits,
                       (SELECT count(*) FROM screening.alert
                          JOIN LATERAL (SELECT state FROM screening.step WHERE step.alert = alert.id AND step.at < :end ORDER BY no DESC LIMIT 1) AS step ON true
                         WHERE alert.supplier = :supplier AND alert.list = list.id AND step.state = 'OPEN') AS open,
                       (SELECT count(*) FROM screening.alert
                          JOIN LATERAL (SELECT state FROM screening.step WHERE step.alert = alert.id AND step.at < :end ORDER BY no DESC LIMIT 1) AS step ON true
                         WHERE alert.supplier = :supplier AND alert.list = list.id AND step.state = 'TRUE_HIT') AS truly
                  FROM screening.list
                  LEFT JOIN screening.in_force(:day, :end) AS held ON held.list = list.id
                  LEFT JOIN screening.version AS held_version ON held_version.id = held.version
                  LEFT JOIN LATERAL (SELECT version.no, result.run, result.version, result.judged_at, result.hits
                                       FROM screening.result
                                       JOIN screening.version ON version.id = result.version AND version.list = list.id
                                      WHERE result.supplier = :supplier
                                        AND result.judged_at < :end
                                      ORDER BY result.judged_at DESC
                                      LIMIT 1) AS seen ON true
                 WHERE list.opened_at < :end
                 ORDER BY list.code
                """)
                .param("supplier", supplier).param("day", day).param("end", end)
                .query(OnDay.class).list();
    }

    /** How many of the suppliers of today were looked for with every version in force, and how long the oldest open alert waits. */
    Coverage coverage() {
        var today = LocalDate.now(clock);
        return db.sql("""
                WITH held AS (SELECT version FROM screening.in_force(:today, :now)),
                     active AS (SELECT supplier FROM supplier.active(:today, :now))
                SELECT (SELECT count(*) FROM active) AS "all",
                       (SELECT count(*)
                          FROM active
                         WHERE EXISTS (SELECT FROM held)
                           AND NOT EXISTS (SELECT
                                             FROM held
                                            WHERE NOT EXISTS (SELECT
                                                                FROM screening.result
                                                               WHERE result.supplier = active.supplier
                                                                 AND result.version = held.version
                                                                 AND result.judged_at IS NOT NULL))) AS screened,
                       (SELECT min(at) FROM screening.standing WHERE state = 'OPEN') AS oldest
                """)
                .param("today", today).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Coverage.class).single();
    }

    /**
     * All that somebody needs to check one result offline: the row, its place in the run's tree, what the log committed to, and its place in the log. Nothing
     * while the run is not done or the log has not signed for it.
     */
    Optional<Json> proof(UUID run, UUID supplier, UUID version) {
        var record = db.sql("SELECT record FROM screening.run WHERE id = :run AND record IS NOT NULL").param("run", run).query(UUID.class).optional();
        return record.flatMap(log::place).flatMap(place -> log.best(place.index()).map(signed -> {
            var rows = runs.leaves(run);
            var leaves = rows.stream().map(row -> Hash.leaf(Json.of(row).canonical())).toList();
            var index = 0;
            while (!rows.get(index).get("supplier").equals(supplier.toString()) || !rows.get(index).get("version").equals(version.toString())) {
                index++;
            }
            var opening = log.opening(record.get()).orElseThrow();
            return Json.of(Map.of(
                    "row", rows.get(index), "index", index, "size", leaves.size(),
                    "path", path(index, leaves), "opening", Map.of("salt", opening.salt(), "content", opening.content()),
                    "entry", new String(log.view(signed).entry(place.index()), StandardCharsets.UTF_8), "entry_index", place.index(),
                    "log_path", log.inclusionProof(place.index(), signed.size()), "checkpoint", new String(signed.note().bytes(), StandardCharsets.UTF_8)));
        }));
    }

    /** RFC 9162 section 2.1.3.1, over leaves at hand. */
    private static List<Hash> path(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        var half = Integer.highestOneBit(leaves.size() - 1);
        var path = new ArrayList<>(index < half ? path(index, leaves.subList(0, half)) : path(index - half, leaves.subList(half, leaves.size())));
        path.add(index < half ? root(leaves.subList(half, leaves.size())) : root(leaves.subList(0, half)));
        return path;
    }

    private static Hash root(List<Hash> leaves) {
        var tree = new MerkleTree.Growing();
        leaves.forEach(tree::add);
        return tree.root();
    }
}
