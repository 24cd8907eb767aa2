package org.probity.supply.minerals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.formats.cmrt.SmelterList;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

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
     * How far the declarations of the year have been judged by a list.
     *
     * @param all declarations that were open when it was loaded
     * @param judged how many of them so far
     * @param reopened those that name a smelter which is not on it any more; they went back to their suppliers
     */
    public record Effect(Loaded list, long all, long judged, long reopened) {
        public boolean done() {
            return judged == all;
        }
    }

    /** So long whoever loads a list waits for its effect. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final JdbcClient db;
    private final Evidence evidence;
    private final Rejudging rejudging;
    private final TransactionTemplate transaction;
    private final Log log;
    private final Clock clock;

    SmelterLists(JdbcClient db, Evidence evidence, Rejudging rejudging, TransactionTemplate transaction, Log log, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.rejudging = rejudging;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a new edition, and has every declaration of the year that was accepted or waits judged by it: one that names a smelter no longer
     * listed goes back to its supplier, with the smelter's cell. What is not judged within a moment is judged afterwards. An edition whose day has
     * yet to come judges from that day on; one that is older than the edition in force judges nothing, for it does not count any more.
     *
     * <p>Refusals: what the reader of the file says, with the line ({@code minerals.list-faulty}); {@code minerals.list-empty};
     * {@code minerals.list-known} this version was loaded before.
     */
    public Answer<Effect> load(String fileName, byte[] csv, String version, LocalDate day, Me by) {
        var loaded = transaction.execute(status -> take(fileName, csv, version, day, by));
        return switch (loaded) {
            case Answer.Refused<Loaded>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Loaded>(var list) -> {
                rejudging.judge(list.id(), PATIENCE);
                yield Answer.done(effect(list));
            }
        };
    }

    private Answer<Loaded> take(String fileName, byte[] csv, String version, LocalDate day, Me by) {
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
                var today = LocalDate.now(clock);
                if (newest(today).filter(loaded.id()::equals).isPresent()) {
                    rejudging.begin(loaded.id(), today.getYear());
                }
                return Answer.done(loaded);
            }
        }
    }

    /** The day of an edition that was loaded before has come. */
    @EventListener
    void on(DayHasBegun begun) {
        newest(begun.day()).flatMap(id -> all().stream().filter(it -> it.id().equals(id)).findFirst())
                .filter(it -> it.day().equals(begun.day()) && LocalDate.ofInstant(it.loadedAt(), clock.getZone()).isBefore(begun.day()))
                .ifPresent(it -> rejudging.begin(it.id(), begun.day().getYear()));
    }

    /** The edition that counts on a day; none where none was loaded. */
    private Optional<UUID> newest(LocalDate day) {
        return db.sql("SELECT id FROM minerals.smelter_list WHERE day <= :day ORDER BY day DESC, loaded_at DESC LIMIT 1").param("day", day)
                .query(UUID.class).optional();
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

    /** How far the list that was loaded last has come; none where none was loaded. */
    Optional<Effect> last() {
        return all().stream().max(Comparator.comparing(Loaded::loadedAt)).map(this::effect);
    }

    private Effect effect(Loaded list) {
        return db.sql("""
                SELECT count(*) AS "all", count(judged_at) AS judged, count(*) FILTER (WHERE reopened) AS reopened
                  FROM minerals.rejudged
                 WHERE list = :list
                """)
                .param("list", list.id())
                .query((row, n) -> new Effect(list, row.getLong("all"), row.getLong("judged"), row.getLong("reopened"))).single();
    }

    /** The editions that were loaded, newest first. */
    public List<Loaded> all() {
        return db.sql(SELECT + " GROUP BY list.id ORDER BY day DESC, loaded_at DESC").query(Loaded.class).list();
    }

    private Optional<Loaded> find(String version) {
        return db.sql(SELECT + " WHERE version = :version GROUP BY list.id").param("version", version).query(Loaded.class).optional();
    }

    private record InForce(String version, LocalDate day, UUID evidence) {}

    /** What declarations are judged by: the loaded editions whose day has come, oldest first, or the invented ones where there is none. */
    List<SmelterList> inForce() {
        var loaded = db.sql("SELECT version, day, evidence FROM minerals.smelter_list WHERE day <= :today ORDER BY day, loaded_at")
                .param("today", LocalDate.now(clock))
                .query(InForce.class).list();
        return loaded.isEmpty() ? SmelterList.fictionalEditions() : loaded.stream().map(this::parsed).toList();
    }

    private SmelterList parsed(InForce list) {
        return switch (SmelterList.parse(evidence.bytes(evidence.find(list.evidence()).orElseThrow()), list.version(), list.day())) {
            case SmelterList.Loading.Loaded(var lists) -> lists.getLast();
            case SmelterList.Loading.Faulty(var faults) -> throw new IllegalStateException("a list that was taken cannot be read again: " + faults);
        };
    }

    private static final String SELECT = """
            SELECT list.id, list.version, list.day, list.loaded_at, count(listed) AS smelters
              FROM minerals.smelter_list AS list
              LEFT JOIN minerals.listed_smelter AS listed ON listed.list = list.id
            """;
}
