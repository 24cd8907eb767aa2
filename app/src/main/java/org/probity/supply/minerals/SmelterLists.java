package org.probity.supply.minerals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.formats.cmrt.SmelterList;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reference list of smelters in its editions. A house that loaded none judges by the invented list that comes with the product. */
@Service
public class SmelterLists {
    /**
     * An edition that was loaded.
     *
     * @param smelters how many it names
     */
    public record Loaded(UUID id, String version, LocalDate day, Instant loadedAt, long smelters) {}

    /**
     * What loading a list did.
     *
     * @param reopened declarations that name a smelter which is not on it any more; they went back to their suppliers
     */
    public record Effect(Loaded list, int reopened) {}

    private final JdbcClient db;
    private final Evidence evidence;
    private final Obligations obligations;
    private final Log log;
    private final Clock clock;

    SmelterLists(JdbcClient db, Evidence evidence, Obligations obligations, Log log, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.obligations = obligations;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a new edition, and judges by it every declaration of the year that was accepted or waits: one that names a smelter no longer
     * listed goes back to its supplier, with the smelter's cell.
     *
     * <p>Refusals: what the reader of the file says, with the line ({@code minerals.list-faulty}); {@code minerals.list-empty};
     * {@code minerals.list-known} this version was loaded before.
     */
    @Transactional
    public Answer<Effect> load(String fileName, byte[] csv, String version, LocalDate day, Me by) {
        switch (SmelterList.parse(csv, version, day)) {
            case SmelterList.Loading.Faulty(var faults) -> {
                var first = faults.getFirst();
                return Answer.refused("file", "minerals.list-faulty", faults.size(), first.line());
            }
            case SmelterList.Loading.Loaded(var lists) -> {
                var list = lists.getLast();
                if (list.smelters().isEmpty()) {
                    return Answer.refused("file", "minerals.list-empty");
                }
                if (find(list.version()).isPresent()) {
                    return Answer.refused("version", "minerals.list-known", list.version());
                }
                var file = evidence.keep(fileName, "text/csv", csv, by.account());
                var loaded = keep(list, file, by);
                return Answer.done(new Effect(loaded, rejudge(list.version())));
            }
        }
    }

    private Loaded keep(SmelterList list, Evidence.Item file, Me by) {
        var id = UUID.randomUUID();
        var record = log.record("minerals.smelter-list", LocalDate.now(clock), Map.of(
                "version", list.version(), "day", list.day().toString(), "smelters", list.smelters().size(), "sha256", file.sha256()));
        db.sql("""
                INSERT INTO minerals.smelter_list (id, version, day, loaded_by, loaded_at, evidence, record)
                VALUES (:id, :version, :day, :by, :at, :evidence, :record)
                """)
                .param("id", id).param("version", list.version()).param("day", list.day()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("evidence", file.id()).param("record", record)
                .update();
        var smelters = new ArrayList<>(list.smelters());
        db.sql("""
                INSERT INTO minerals.listed_smelter (list, smelter, metal, name, country, status)
                SELECT :list, * FROM unnest(:ids, :metals, :names, :countries, :statuses)
                ON CONFLICT DO NOTHING
                """)
                .param("list", id)
                .param("ids", smelters.stream().map(SmelterList.Smelter::id).toArray(String[]::new))
                .param("metals", smelters.stream().map(it -> it.metal().name()).toArray(String[]::new))
                .param("names", smelters.stream().map(SmelterList.Smelter::name).toArray(String[]::new))
                .param("countries", smelters.stream().map(SmelterList.Smelter::country).toArray(String[]::new))
                .param("statuses", smelters.stream().map(it -> it.status().name()).toArray(String[]::new))
                .update();
        return find(list.version()).orElseThrow();
    }

    private record Stale(UUID paper, UUID obligation, String rows) {}

    /** One query finds them all; each then goes back as any other would, with its own step and letter. */
    private int rejudge(String version) {
        var stale = db.sql("""
                SELECT paper.id AS paper, standing.id AS obligation,
                       string_agg(named.smelter, ', ' ORDER BY named.row) AS rows
                  FROM obligation.standing
                  JOIN LATERAL (SELECT id
                                  FROM minerals.paper
                                 WHERE paper.obligation = standing.id
                                 ORDER BY received_at DESC
                                 LIMIT 1) AS paper ON true
                  JOIN minerals.named_smelter AS named ON named.paper = paper.id AND named.smelter <> ''
                 WHERE standing.kind = 'minerals.cmrt'
                   AND standing.period = :year
                   AND standing.state IN ('MET', 'SENT_IN')
                   AND NOT EXISTS (SELECT
                                     FROM minerals.listed_smelter AS listed
                                     JOIN minerals.smelter_list AS list ON list.id = listed.list
                                    WHERE list.version = :version
                                      AND listed.smelter = named.smelter)
                 GROUP BY paper.id, standing.id
                """)
                .param("year", LocalDate.now(clock).getYear()).param("version", version)
                .query(Stale.class).list();
        for (var it : stale) {
            db.sql("""
                    INSERT INTO minerals.finding (paper, no, key, severity, sheet, address, value, words_en, words_zh)
                    SELECT named.paper,
                           (SELECT coalesce(max(no), 0) FROM minerals.finding WHERE paper = named.paper) + row_number() OVER (ORDER BY named.row),
                           'minerals.smelter-left', 'MUST_CORRECT', 'Smelter List', 'C' || named.row, named.name,
                           named.smelter || ' is not on the reference list ' || :version || '.',
                           named.smelter || ' 不在参考名单 ' || :version || ' 中。'
                      FROM minerals.named_smelter AS named
                     WHERE named.paper = :paper
                       AND named.smelter <> ''
                       AND NOT EXISTS (SELECT
                                         FROM minerals.listed_smelter AS listed
                                         JOIN minerals.smelter_list AS list ON list.id = listed.list
                                        WHERE list.version = :version
                                          AND listed.smelter = named.smelter)
                    """)
                    .param("version", version).param("paper", it.paper())
                    .update();
            obligations.sendBack(it.obligation(), "minerals.list-changed", null);
        }
        return stale.size();
    }

    /** The editions that were loaded, newest first. */
    public List<Loaded> all() {
        return db.sql(SELECT + " GROUP BY list.id ORDER BY day DESC, loaded_at DESC").query(Loaded.class).list();
    }

    private Optional<Loaded> find(String version) {
        return db.sql(SELECT + " WHERE version = :version GROUP BY list.id").param("version", version).query(Loaded.class).optional();
    }

    /** What declarations are judged by: the loaded editions, oldest first, or the invented ones where none was loaded. */
    List<SmelterList> inForce() {
        var loaded = db.sql("""
                SELECT item.id
                  FROM minerals.smelter_list AS list
                  JOIN evidence.item ON item.id = list.evidence
                 ORDER BY list.day, list.loaded_at
                """)
                .query(UUID.class).list();
        if (loaded.isEmpty()) {
            return SmelterList.fictionalEditions();
        }
        var versions = all().reversed();
        var lists = new ArrayList<SmelterList>();
        for (var i = 0; i < loaded.size(); i++) {
            var csv = evidence.bytes(evidence.find(loaded.get(i)).orElseThrow());
            if (SmelterList.parse(csv, versions.get(i).version(), versions.get(i).day()) instanceof SmelterList.Loading.Loaded(var parsed)) {
                lists.add(parsed.getLast());
            }
        }
        return lists;
    }

    private static final String SELECT = """
            SELECT list.id, list.version, list.day, list.loaded_at, count(listed) AS smelters
              FROM minerals.smelter_list AS list
              LEFT JOIN minerals.listed_smelter AS listed ON listed.list = list.id
            """;
}
