package org.probity.supply.traceability;

import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Cbv;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.supply.traceability.Reading.Role;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One capture on its way into the tables, in the one transaction that stores at a time: so the next numbers are known here, and rows are written as they will stand. Each lot of
 * events asks which of them, and of what they name, is known; what is written before is known too.
 */
final class Numbering {
    private static final String COPY_EVENTS = "COPY traceability.event (" + String.join(", ", Incoming.FIELDS) + ", id, recorded_at, capture, items, roles, grams) FROM STDIN (FORMAT binary)";
    private static final String COPY_ITEMS = "COPY traceability.item (number, uri, article, key) FROM STDIN (FORMAT binary)";
    private static final String COPY_BODIES = "COPY traceability.body (capture, no, deflated) FROM STDIN (FORMAT binary)";
    private static final String COPY_NAMINGS = "COPY traceability.naming (item, events, roles) FROM STDIN (FORMAT binary)";
    private static final String COPY_DOCUMENTS = "COPY traceability.event_document (event, uri, type) FROM STDIN (FORMAT binary)";
    private static final Set<Role> MAKES = Set.of(Role.OUTPUT, Role.PARENT, Role.POOL);
    /** Of names that are remembered, so that a file's own lots are not asked for again. */
    private static final int REMEMBERED = 200_000;

    /** What a place or an article is seen as. */
    private record Seen(String kind, String uri) {}

    private final JdbcClient db;
    private final Links links;
    private final Copying copying;
    private final UUID capture;
    private final @Nullable UUID supplier;
    private final Instant now;
    private final Map<String, Integer> items = new HashMap<>();
    /** Of those among them that this lot names and nobody named before. */
    private final Map<String, UUID> keys = new HashMap<>();
    private final ItemKey key = new ItemKey();
    private final Map<Seen, Long> seen = new HashMap<>();
    private final MerkleTree.Growing tree = new MerkleTree.Growing();
    private final JustStored.Lot lot;
    private final Namings namings = new Namings();
    /** Of one lot after another. */
    private final Rows events = Rows.of();
    private final Rows fruit = Rows.of();
    private final Rows documents = Rows.of();
    private final Rows bodies = Rows.of();
    private long nextEvent;
    private int nextItem;
    private long came;
    private long taken;
    private long declaredOfTaken;
    private boolean declares;

    Numbering(JdbcClient db, Links links, Copying copying, UUID capture, @Nullable UUID supplier, Instant now) {
        this.db = db;
        this.links = links;
        this.copying = copying;
        this.capture = capture;
        this.supplier = supplier;
        this.now = now;
        // Nobody has counted yet how many items of one key there are in a house that is just filling, and then all of them would be walked for each lot.
        db.sql("SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)").query((row, n) -> true).single();
        this.nextEvent = db.sql("SELECT coalesce(max(id), 0) + 1 FROM traceability.event").query(Long.class).single();
        this.nextItem = db.sql("SELECT coalesce(max(number), -1) + 1 FROM traceability.item").query(Integer.class).single();
        this.lot = new JustStored.Lot(nextEvent - 1, nextItem);
    }

    /** Of the hashes of its events, in their order. */
    Hash root() {
        return tree.root();
    }

    /** What the books of this node are told once all of it is committed. */
    JustStored.Lot lot() {
        return lot;
    }

    /** @return what is wrong with some of them, which are not taken then: {@code traceability.fault.not-your-item} */
    List<Capture.Fault> take(List<Arrived> arrived) {
        if (arrived.isEmpty()) {
            return List.of();
        }
        var fresh = fresh(arrived);
        ask(fresh);
        var faults = supplier == null ? List.<Capture.Fault>of() : ofOthers(fresh, supplier);
        var refused = faults.stream().map(Capture.Fault::event).collect(Collectors.toSet());
        came += arrived.size() - refused.size();
        write(fresh.stream().filter(it -> !refused.contains(it.no())).toList());
        declare(arrived.stream().filter(it -> it.wrong() != null && !refused.contains(it.no())).toList());
        return faults;
    }

    /**
     * A supplier says what it makes, packs and pours together; of what another made it says only that it uses it. So an event of a supplier is refused where an item that it
     * brings into being was brought into being elsewhere than at its own places, by an event that counts and was not told by itself.
     */
    private List<Capture.Fault> ofOthers(List<Arrived> fresh, UUID supplier) {
        var known = fresh.stream().flatMap(it -> it.items().stream()).filter(Numbering::comesAbout).map(it -> items.get(it.uri())).filter(Objects::nonNull).distinct().toList();
        var makings = links.with(Links.items(known)).stream().filter(it -> MAKES.contains(it.role())).toList();
        var ofOthers = makings.isEmpty() ? Set.<Integer>of() : Set.copyOf(Links.bind(db.sql("""
                SELECT DISTINCT named.item
                  FROM """ + Links.ROWS + """
                  JOIN traceability.event ON event.id = named.event
                  JOIN traceability.capture AS told ON told.id = event.capture AND told.supplier IS DISTINCT FROM :supplier
                  LEFT JOIN traceability.places('infinity') AS site ON site.uri = coalesce(event.biz_location, event.read_point)
                 WHERE site.supplier IS DISTINCT FROM :supplier
                   AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                """), makings).param("supplier", supplier).query(Integer.class).list());
        return fresh.stream().flatMap(event -> event.items().stream().filter(it -> comesAbout(it) && items.containsKey(it.uri()) && ofOthers.contains(items.get(it.uri()))).limit(1)
                .map(it -> new Capture.Fault(event.no(), it.role().name().toLowerCase(Locale.ROOT), "traceability.fault.not-your-item", it.uri()))).toList();
    }

    private static boolean comesAbout(Reading.Named it) {
        return MAKES.contains(it.role());
    }

    private void write(List<Arrived> fresh) {
        Body.Together body = null;
        for (var it : fresh) {
            if (it.body() != body) {
                body = it.body();
                bodies.row(3).uuid(capture).bigint(body.no()).bytes(body.deflated());
            }
            var event = nextEvent++;
            tree.add(Hash.leaf(it.hash()));
            if (it.place() != null) {
                seen("PLACE", it.place());
            }
            var named = named(it);
            events.row(Incoming.FIELDS.size() + 6).part(it.fields()).bigint(event).time(now).uuid(capture);
            lists(named, event);
            lot.event(event, it.words(), named);
            if (!it.documents().isEmpty()) {
                var uris = new HashSet<String>();
                it.documents().stream().filter(document -> uris.add(Rows.clean(document.id()))).forEach(document -> documents.row(3).bigint(event).text(document.id())
                        .text(document.type() == null ? "" : Incoming.cut(Cbv.word(document.type()))));
            }
            if (it.wrong() != null) {
                declaredOfTaken++;
            }
        }
        taken += fresh.size();
        copying.copy(COPY_EVENTS, events);
        copying.copy(COPY_ITEMS, fruit);
        copying.copy(COPY_DOCUMENTS, documents);
        copying.copy(COPY_BODIES, bodies);
        if (namings.size() > REMEMBERED) {
            copying.copy(COPY_NAMINGS, namings.taken());
        }
        if (items.size() > REMEMBERED) {
            items.clear();
        }
        if (seen.size() > REMEMBERED) {
            see();
        }
    }

    /** What an event names, in its order; numbers are given by role. */
    private List<Shelf.Named> named(Arrived it) {
        var last = -1;
        for (var one : it.items()) {
            last = Math.max(last, one.place());
        }
        var named = new Shelf.@Nullable Named[last + 1];
        for (var one : it.items()) {
            named[one.place()] = new Shelf.Named(one.role(), item(one), one.mass());
        }
        // What differed by zero bytes alone has left its place.
        return Arrays.stream(named).filter(Objects::nonNull).toList();
    }

    /** Of an event's row: numbers, roles, masses; and the way back. */
    private void lists(List<Shelf.Named> named, long event) {
        var numbers = new int[named.size()];
        var masses = new ArrayList<@Nullable Long>(numbers.length);
        var roles = new StringBuilder(numbers.length);
        var weighed = false;
        for (var no = 0; no < numbers.length; no++) {
            var one = named.get(no);
            numbers[no] = one.item();
            masses.add(one.mass());
            roles.append(one.role().sign);
            weighed |= one.mass() != null;
            namings.add(one.item(), event, one.role());
        }
        events.integers(numbers).text(roles.toString());
        if (weighed) {
            events.bigints(masses);
        } else {
            events.bigint(null);
        }
    }

    /** Those that nobody told before, here or elsewhere. */
    private List<Arrived> fresh(List<Arrived> arrived) {
        var known = new HashSet<ByteBuffer>();
        db.sql("SELECT hash FROM traceability.event WHERE hash = ANY (:hashes)").param("hashes", arrived.stream().map(Arrived::hash).toArray(byte[][]::new))
                .query((RowCallbackHandler) row -> known.add(ByteBuffer.wrap(row.getBytes(1))));
        return arrived.stream().filter(it -> known.add(ByteBuffer.wrap(it.hash()))).toList();
    }

    private void ask(List<Arrived> fresh) {
        keys.clear();
        for (var event : fresh) {
            for (var named : event.items()) {
                if (!items.containsKey(named.uri())) {
                    keys.computeIfAbsent(named.uri(), key::of);
                }
            }
        }
        if (!keys.isEmpty()) {
            // Others may have the same key, so it is their addresses that are remembered.
            db.sql("SELECT uri, number FROM traceability.item WHERE key = ANY (:keys)").param("keys", keys.values().toArray(UUID[]::new))
                    .query((RowCallbackHandler) row -> items.put(row.getString(1), row.getInt(2)));
        }
    }

    private int item(Reading.Named named) {
        var known = items.get(named.uri());
        if (known != null) {
            return known;
        }
        var number = nextItem++;
        items.put(named.uri(), number);
        fruit.row(4).integer(number).text(named.uri()).text(named.article()).uuid(Objects.requireNonNull(keys.get(named.uri())));
        lot.item(Rows.clean(named.article()));
        if (!named.article().equals(named.uri())) {
            seen("ARTICLE", named.article());
        }
        return number;
    }

    private void seen(String kind, String uri) {
        seen.merge(new Seen(kind, Rows.clean(uri)), 1L, Long::sum);
    }

    private void see() {
        var sorted = new TreeMap<String, Map.Entry<Seen, Long>>();
        seen.entrySet().forEach(it -> sorted.put(it.getKey().kind() + it.getKey().uri(), it));
        db.sql("""
                INSERT INTO traceability.seen (kind, uri, times)
                SELECT kind, uri, times FROM unnest(:kinds, :uris, :times) AS came (kind, uri, times)
                    ON CONFLICT (kind, uri) DO UPDATE SET times = seen.times + excluded.times
                """)
                .param("kinds", sorted.values().stream().map(it -> it.getKey().kind()).toArray(String[]::new)).param("uris", sorted.values().stream().map(it -> it.getKey().uri()).toArray(String[]::new))
                .param("times", sorted.values().stream().map(Map.Entry::getValue).toArray(Long[]::new)).update();
        seen.clear();
    }

    /** Declarations wait until all events of the file have their numbers: it may name one that comes behind it. */
    private void declare(List<Arrived> wrong) {
        if (wrong.isEmpty()) {
            return;
        }
        if (!declares) {
            db.sql("CREATE TEMPORARY TABLE IF NOT EXISTS came_declared (no bigint, hash bytea, declared_at timestamptz, reason text, instead text[]) ON COMMIT DROP").update();
            // Two files may come in one transaction.
            db.sql("TRUNCATE came_declared").update();
            declares = true;
        }
        for (var it : wrong) {
            db.sql("INSERT INTO came_declared (no, hash, declared_at, reason, instead) VALUES (:no, :hash, :at, :reason, :instead)").param("no", it.no()).param("hash", it.hash())
                    .param("at", OffsetDateTime.ofInstant(it.wrong().declared(), ZoneOffset.UTC)).param("reason", Rows.clean(it.wrong().reason()))
                    .param("instead", it.wrong().instead().stream().map(Rows::clean).toArray(String[]::new)).update();
        }
    }

    /** Ends the capture: what was declared is entered, what was seen is counted. */
    Storing.Counted end() {
        see();
        copying.copy(COPY_NAMINGS, namings.taken());
        var declared = declares ? corrections() - declaredOfTaken : 0;
        return new Storing.Counted(taken, came - taken - declared, declared);
    }

    /** A supplier takes back what was told in its own name; what others told of its places is theirs to take back. */
    private long corrections() {
        return db.sql("""
                INSERT INTO traceability.correction (event, no, reason, declared_at, recorded_at, capture, instead)
                SELECT event.id, coalesce((SELECT max(no) FROM traceability.correction WHERE correction.event = event.id), 0) + row_number() OVER (PARTITION BY event.id ORDER BY once.no),
                       once.reason, once.declared_at, :now, :capture, once.instead
                  FROM (SELECT DISTINCT ON (came.hash, came.declared_at) came.*
                          FROM came_declared AS came
                         ORDER BY came.hash, came.declared_at, came.no) AS once
                  JOIN traceability.event ON event.hash = once.hash
                  JOIN traceability.capture AS told ON told.id = event.capture AND (CAST(:supplier AS uuid) IS NULL OR told.supplier = CAST(:supplier AS uuid))
                 WHERE NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id AND correction.declared_at = once.declared_at)
                """)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC)).param("capture", capture).param("supplier", supplier, Types.OTHER).update();
    }
}
