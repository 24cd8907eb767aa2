package org.probity.supply.customs;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.reading.KeptFiles;
import org.probity.house.ui.Answer;
import org.probity.supply.customs.CustomsPack.Group;
import org.probity.supply.customs.CustomsPack.Handout;
import org.probity.supply.customs.CustomsPack.Missing;
import org.probity.supply.traceability.Provenance;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packs for customs: asked for by serial numbers or a container, made behind whoever asked, kept with their entry in the log, and handed out to somebody who is named, for
 * a reason that is given, each time.
 */
@Service
public class CustomsPacks {
    /** Some three hundred containers. */
    static final int SERIALS_MOST = 250_000;
    static final int LINE_LONGEST = 300;
    static final int REASON_LONGEST = 4_000;
    /** So long the file can be fetched by whoever handed it out. */
    static final Duration FETCHED_WITHIN = Duration.ofHours(1);
    private static final int UNKNOWN_SHOWN = 5;

    private static final String SELECT = """
            SELECT pack.id, pack.no, pack.title, pack.again, pack.asked_by, pack.asked_at, named.serials,
                   progress.stage, progress.done, progress.total,
                   made.evidence, made.paper, made.record, made.serials AS made_serials, made.grams, made.events, made.papers, made.missing, made.made_at,
                   failed.reason, failed.detail, failed.at AS failed_at, cancelled.cancelled_by, cancelled.at AS cancelled_at
              FROM customs.pack AS pack
              LEFT JOIN LATERAL (SELECT coalesce(max(no), 0) AS serials FROM customs.asked WHERE asked.pack = pack.id) AS named ON true
              LEFT JOIN customs.progress AS progress ON progress.pack = pack.id
              LEFT JOIN customs.made AS made ON made.pack = pack.id
              LEFT JOIN customs.failed AS failed ON failed.pack = pack.id
              LEFT JOIN customs.cancelled AS cancelled ON cancelled.pack = pack.id
            """;

    private final JdbcClient db;
    private final Provenance provenance;
    private final KeptFiles files;
    private final Log log;
    private final Clock clock;

    CustomsPacks(JdbcClient db, Provenance provenance, KeptFiles files, Log log, Clock clock) {
        this.db = db;
        this.provenance = provenance;
        this.files = files;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Asks for a pack. It is made behind whoever asks.
     *
     * @param typed addresses, serial numbers, containers and pallets, in any order
     *     <p>Refusals: {@code customs.not-yours}; {@code customs.title-missing}; {@code customs.title-long};
     *     {@code customs.nothing} nothing was named; {@code customs.unknown} names that no event knows, the first of them said;
     *     {@code customs.too-many}.
     */
    @Transactional
    public Answer<UUID> ask(String title, String typed, Me by) {
        if (!CustomsPack.keeps(by)) {
            return Answer.refused("", "customs.not-yours");
        }
        if (title.isBlank()) {
            return Answer.refused("title", "customs.title-missing");
        }
        if (title.strip().length() > LINE_LONGEST) {
            return Answer.refused("title", "customs.title-long", LINE_LONGEST);
        }
        var names = names(typed);
        if (names.isEmpty()) {
            return Answer.refused("names", "customs.nothing");
        }
        if (names.size() > SERIALS_MOST) {
            return Answer.refused("names", "customs.too-many", SERIALS_MOST);
        }
        var found = provenance.find(names);
        if (!found.unknown().isEmpty()) {
            return Answer.refused("names", "customs.unknown", found.unknown().size(), String.join(", ", found.unknown().stream().limit(UNKNOWN_SHOWN).toList()));
        }
        if (found.items().size() > SERIALS_MOST) {
            return Answer.refused("names", "customs.too-many", SERIALS_MOST);
        }
        return Answer.done(keep(title.strip(), Optional.empty(), found.items(), by));
    }

    /** Names between blanks, commas and semicolons, quotes of a table left out. */
    static List<String> names(String typed) {
        return Arrays.stream(typed.split("[\\s,;\"\\uFEFF]+")).filter(it -> !it.isEmpty()).distinct().toList();
    }

    /**
     * The same once more, by what is known now: other papers, other lists, corrected events.
     *
     * <p>Refusals: {@code customs.not-yours}; {@code customs.still-made} it is being made.
     */
    @Transactional
    public Answer<UUID> again(CustomsPack pack, Me by) {
        if (!CustomsPack.keeps(by)) {
            return Answer.refused("", "customs.not-yours");
        }
        if (pack.running()) {
            return Answer.refused("", "customs.still-made");
        }
        return Answer.done(keep(pack.title(), Optional.of(pack.id()), items(pack.id()), by));
    }

    private UUID keep(String title, Optional<UUID> again, List<Integer> items, Me by) {
        var id = UUID.randomUUID();
        db.sql("INSERT INTO customs.pack (id, title, again, asked_by, asked_at) VALUES (:id, :title, :again, :by, :at)")
                .param("id", id).param("title", title).param("again", again.orElse(null), java.sql.Types.OTHER).param("by", by.account()).param("at", now()).update();
        db.sql("INSERT INTO customs.asked (pack, no, item) SELECT :pack, no, item FROM unnest(:items) WITH ORDINALITY AS asked (item, no)")
                .param("pack", id).param("items", items.toArray(Integer[]::new)).update();
        files.afterwards(PackMaking.MAKING, id);
        return id;
    }

    /**
     * Stops the making of a pack.
     *
     * <p>Refusals: {@code customs.not-yours}; {@code customs.not-made} it is not being made any more.
     */
    @Transactional
    public Answer<UUID> cancel(UUID pack, Me by) {
        if (!CustomsPack.keeps(by)) {
            return Answer.refused("", "customs.not-yours");
        }
        lock(pack);
        if (!find(pack).orElseThrow().running()) {
            return Answer.refused("", "customs.not-made");
        }
        db.sql("INSERT INTO customs.cancelled (pack, cancelled_by, at) VALUES (:pack, :by, :at)").param("pack", pack).param("by", by.account()).param("at", now()).update();
        return Answer.done(pack);
    }

    /**
     * Notes that a pack leaves the house, and lets whoever notes it fetch the file within an hour. A pack says who supplies whom and holds papers of others, so it goes
     * to somebody who is named, for a reason that is given; both are bound in the log.
     *
     * <p>Refusals: {@code customs.not-yours}; {@code customs.none-yet} there is no file; {@code customs.recipient-missing};
     * {@code customs.reason-missing}; {@code customs.words-long}.
     */
    @Transactional
    public Answer<UUID> handOut(CustomsPack pack, String recipient, String reason, Me by) {
        if (!CustomsPack.keeps(by)) {
            return Answer.refused("", "customs.not-yours");
        }
        if (pack.made().isEmpty()) {
            return Answer.refused("", "customs.none-yet");
        }
        if (recipient.isBlank()) {
            return Answer.refused("recipient", "customs.recipient-missing");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "customs.reason-missing");
        }
        if (recipient.strip().length() > LINE_LONGEST || reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", "customs.words-long", LINE_LONGEST, REASON_LONGEST);
        }
        var id = UUID.randomUUID();
        var record = log.record("traceability.customs-handout", LocalDate.now(clock), Map.of("pack", pack.id().toString(), "handout", id.toString(), "manifest", manifest(pack.made().get().record()),
                "recipient_and_reason", org.probity.proof.Hash.sha256((recipient.strip() + "\n" + reason.strip()).getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex()));
        db.sql("""
                INSERT INTO customs.handout (id, pack, recipient, reason, handed_by, handed_at, record)
                VALUES (:id, :pack, :recipient, :reason, :by, :at, :record)
                """)
                .param("id", id).param("pack", pack.id()).param("recipient", recipient.strip()).param("reason", reason.strip()).param("by", by.account()).param("at", now()).param("record", record).update();
        return Answer.done(id);
    }

    /** Whether this handing out is of this pack, by this hand, and fresh. */
    boolean fetches(UUID pack, UUID handout, Me by) {
        return db.sql("SELECT count(*) FROM customs.handout WHERE id = :id AND pack = :pack AND handed_by = :by AND handed_at > :after")
                .param("id", handout).param("pack", pack).param("by", by.account()).param("after", OffsetDateTime.ofInstant(clock.instant().minus(FETCHED_WITHIN), ZoneOffset.UTC))
                .query(Long.class).single() > 0;
    }

    /**
     * Says by which entry customs cleared goods of a chain, or, with no entry, that this was wrong.
     *
     * <p>Refusals: {@code customs.not-yours}; {@code customs.no-such-chain}; {@code customs.entry-wrong} no entry number.
     */
    @Transactional
    public Answer<String> cleared(CustomsPack pack, String chain, String entry, Me by) {
        if (!CustomsPack.keeps(by)) {
            return Answer.refused("", "customs.not-yours");
        }
        if (pack.made().isEmpty() || groups(pack.id(), Integer.MAX_VALUE, 0).stream().noneMatch(it -> it.chain().equals(chain))) {
            return Answer.refused("chain", "customs.no-such-chain");
        }
        if (!entry.strip().matches("[A-Za-z0-9][A-Za-z0-9 ./-]{0,59}|")) {
            return Answer.refused("entry", "customs.entry-wrong");
        }
        db.sql("SELECT pg_advisory_xact_lock(hashtext('customs ' || :chain))").param("chain", chain).query((row, n) -> n).list();
        var record = log.record("traceability.customs-cleared", LocalDate.now(clock), Map.of("chain", chain, "entry", entry.strip(), "pack", pack.id().toString()));
        db.sql("""
                INSERT INTO customs.cleared (chain, no, pack, entry, said_by, said_at, record)
                VALUES (:chain, (SELECT coalesce(max(no), 0) + 1 FROM customs.cleared WHERE chain = :chain), :pack, :entry, :by, :at, :record)
                """)
                .param("chain", chain).param("pack", pack.id()).param("entry", entry.strip()).param("by", by.account()).param("at", now()).param("record", record).update();
        return Answer.done(chain);
    }

    public Optional<CustomsPack> find(UUID id) {
        return db.sql(SELECT + " WHERE pack.id = :id").param("id", id).query(CustomsPack::of).optional();
    }

    /** The newest first. */
    List<CustomsPack> page(int limit, long offset) {
        return db.sql(SELECT + " ORDER BY pack.no DESC LIMIT :limit OFFSET :offset").param("limit", limit).param("offset", offset).query(CustomsPack::of).list();
    }

    long count() {
        return db.sql("SELECT count(*) FROM customs.pack").query(Long.class).single();
    }

    List<Integer> items(UUID pack) {
        return db.sql("SELECT item FROM customs.asked WHERE pack = :pack ORDER BY no").param("pack", pack).query(Integer.class).list();
    }

    /** With the entry by which a chain was cleared, if the last who said something of it named one. */
    List<Group> groups(UUID pack, int limit, long offset) {
        return db.sql("""
                SELECT chain_group.no, chain, complete, verdict, serials, grams, steps,
                       (SELECT nullif(entry, '') FROM customs.cleared WHERE cleared.chain = chain_group.chain ORDER BY cleared.no DESC LIMIT 1) AS entry
                  FROM customs.chain_group
                 WHERE pack = :pack
                 ORDER BY chain_group.no
                 LIMIT :limit OFFSET :offset
                """).param("pack", pack).param("limit", limit).param("offset", offset).query(Group.class).list();
    }

    /** How many things of each verdict, and of how many chains. */
    Map<String, Long> verdicts(UUID pack) {
        var all = new TreeMap<String, Long>();
        db.sql("SELECT verdict, sum(serials)::bigint AS serials FROM customs.chain_group WHERE pack = :pack GROUP BY verdict").param("pack", pack)
                .query((RowCallbackHandler) row -> all.put(row.getString(1), row.getLong(2)));
        return all;
    }

    long groups(UUID pack) {
        return db.sql("SELECT count(*) FROM customs.chain_group WHERE pack = :pack").param("pack", pack).query(Long.class).single();
    }

    /** The papers that most events name come first. */
    List<Missing> missing(UUID pack, int limit) {
        return db.sql("SELECT uri, tier, events, things FROM customs.missing WHERE pack = :pack ORDER BY events DESC, uri LIMIT :limit").param("pack", pack).param("limit", limit)
                .query((row, n) -> new Missing(row.getString("uri"), row.getString("tier"), row.getLong("events"), List.of((String[]) row.getArray("things").getArray()))).list();
    }

    List<Handout> handouts(UUID pack) {
        return db.sql("SELECT id, recipient, reason, handed_by AS by, handed_at AS at FROM customs.handout WHERE pack = :pack ORDER BY handed_at DESC, id")
                .param("pack", pack).query((row, n) -> new Handout(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getObject(4, UUID.class),
                        row.getObject(5, OffsetDateTime.class).toInstant())).list();
    }

    private String manifest(UUID record) {
        return db.sql("SELECT encode(manifest, 'hex') FROM customs.sealed WHERE record = :record").param("record", record).query(String.class).single();
    }

    /** One hand at a time says what becomes of a pack. */
    void lock(UUID pack) {
        db.sql("SELECT id FROM customs.pack WHERE id = :id FOR UPDATE").param("id", pack).query(UUID.class).single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
