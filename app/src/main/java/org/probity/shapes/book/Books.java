package org.probity.shapes.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MerkleTree;
import org.probity.shapes.book.Entry.Move;
import org.probity.shapes.book.Entry.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The books of all rooms: accounts, entries, closings, statements. Who may do what is the room's to say. */
@Service
public class Books {
    /** Moves that go to the database in one statement. */
    private static final int AT_ONCE = 20_000;

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Books(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /** Begins a book, or knows that it was begun. @param places how many digits of a commodity stand behind the point */
    @Transactional
    public void begin(String book, Map<String, Integer> places) {
        db.sql("INSERT INTO book.book (code) VALUES (:book) ON CONFLICT DO NOTHING").param("book", book).update();
        new TreeMap<>(places).forEach((commodity, digits) -> db.sql("INSERT INTO book.commodity (book, code, places) VALUES (:book, :code, :places) ON CONFLICT DO NOTHING")
                .param("book", book).param("code", commodity).param("places", digits).update());
    }

    /** The account of that name; it is opened when nobody had it yet. @param least see {@link Account} */
    @Transactional
    public Account account(String book, String commodity, String kind, @Nullable UUID owner, @Nullable Long least) {
        return find(book, commodity, kind, owner).orElseGet(() -> {
            db.sql("""
                    INSERT INTO book.account (id, book, commodity, kind, owner, least, opened_at)
                    VALUES (gen_random_uuid(), :book, :commodity, :kind, :owner, :least, :at) ON CONFLICT ON CONSTRAINT account_once DO NOTHING
                    """)
                    .param("book", book).param("commodity", commodity).param("kind", kind).param("owner", owner).param("least", least, java.sql.Types.BIGINT).param("at", now())
                    .update();
            return find(book, commodity, kind, owner).orElseThrow();
        });
    }

    /** The same for many owners in one go, such as everybody who is granted something; by owner. */
    @Transactional
    public Map<UUID, UUID> accounts(String book, String commodity, String kind, Collection<UUID> owners, @Nullable Long least) {
        var all = new TreeSet<>(owners).toArray(UUID[]::new);
        db.sql("""
                INSERT INTO book.account (id, book, commodity, kind, owner, least, opened_at)
                SELECT gen_random_uuid(), :book, :commodity, :kind, of.owner, :least, :at FROM unnest(CAST(:owners AS uuid[])) AS of (owner) ON CONFLICT ON CONSTRAINT account_once DO NOTHING
                """)
                .param("book", book).param("commodity", commodity).param("kind", kind).param("owners", all).param("least", least, java.sql.Types.BIGINT).param("at", now())
                .update();
        var accounts = new HashMap<UUID, UUID>();
        db.sql("SELECT owner, id FROM book.account WHERE book = :book AND commodity = :commodity AND kind = :kind AND owner = ANY (:owners)")
                .param("book", book).param("commodity", commodity).param("kind", kind).param("owners", all)
                .query(row -> {
                    accounts.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return accounts;
    }

    public Optional<Account> find(String book, String commodity, String kind, @Nullable UUID owner) {
        return db.sql("""
                SELECT id, book, commodity, kind, owner, least FROM book.account
                 WHERE book = :book AND commodity = :commodity AND kind = :kind AND owner IS NOT DISTINCT FROM CAST(:owner AS uuid)
                """)
                .param("book", book).param("commodity", commodity).param("kind", kind).param("owner", owner)
                .query(Books::account).optional();
    }

    public Optional<Account> account(UUID id) {
        return db.sql("SELECT id, book, commodity, kind, owner, least FROM book.account WHERE id = :id").param("id", id).query(Books::account).optional();
    }

    public List<Account> of(String book, UUID owner) {
        return db.sql("SELECT id, book, commodity, kind, owner, least FROM book.account WHERE owner = :owner AND book = :book ORDER BY commodity, kind").param("owner", owner).param("book", book)
                .query(Books::account).list();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        return new Account(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getObject(5, UUID.class), row.getObject(6, Long.class));
    }

    public long balance(UUID account) {
        return db.sql("SELECT amount FROM book.balance WHERE account = :account").param("account", account).query(Long.class).single();
    }

    /** What accounts of one owner hold now, by kind. */
    public Map<String, Long> balances(String book, String commodity, UUID owner) {
        var balances = new TreeMap<String, Long>();
        db.sql("""
                SELECT account.kind, balance.amount FROM book.account JOIN book.balance ON balance.account = account.id
                 WHERE account.owner = :owner AND account.book = :book AND account.commodity = :commodity
                """)
                .param("owner", owner).param("book", book).param("commodity", commodity)
                .query(row -> {
                    balances.put(row.getString(1), row.getLong(2));
                });
        return balances;
    }

    /**
     * Posts entries together, all or none, within the caller's transaction; they are one entry of the log.
     *
     * <p>Refusals: {@code book.closed} a day lies in a period that was closed; {@code book.entered} an event was entered before, or stands twice in the batch;
     * {@code book.too-little} an account would hold less than it may, with what it holds; {@code book.reversed} what it takes back was taken back, or is not of this book.
     *
     * @return the number of the batch
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<Long> post(String book, List<Entry> entries, Me by) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("nothing is posted to " + book);
        }
        if (db.sql("SELECT code FROM book.book WHERE code = :book FOR SHARE").param("book", book).query(String.class).optional().isEmpty()) {
            throw new IllegalStateException("no book " + book);
        }
        var closed = closedUntil(book);
        if (closed.isPresent() && entries.stream().anyMatch(it -> !it.day().isAfter(closed.get()))) {
            return Answer.refused("", "book.closed", closed.get());
        }
        var tooLittle = tooLittle(entries);
        if (entered(book, entries)) {
            return Answer.refused("", "book.entered");
        }
        if (entries.stream().anyMatch(it -> it.reverses().isPresent() && !reversible(book, it.reverses().get()))) {
            return Answer.refused("", "book.reversed");
        }
        if (tooLittle.isPresent()) {
            return Answer.refused("", "book.too-little", tooLittle.get());
        }
        return Answer.done(write(book, entries, by));
    }

    private boolean entered(String book, List<Entry> entries) {
        if (entries.stream().map(Entry::source).distinct().count() < entries.size()) {
            return true;
        }
        return db.sql("""
                SELECT EXISTS (SELECT FROM unnest(:kinds::text[], :ids::uuid[]) AS of (kind, id)
                                 JOIN book.entry ON entry.book = :book AND entry.source_kind = of.kind AND entry.source = of.id)
                """)
                .param("kinds", entries.stream().map(it -> it.source().kind()).toArray(String[]::new)).param("ids", entries.stream().map(it -> it.source().id()).toArray(UUID[]::new))
                .param("book", book).query(Boolean.class).single();
    }

    private boolean reversible(String book, UUID entry) {
        return db.sql("SELECT EXISTS (SELECT FROM book.entry WHERE id = :entry AND book = :book) AND NOT EXISTS (SELECT FROM book.entry WHERE reverses = :entry)")
                .param("entry", entry).param("book", book).query(Boolean.class).single();
    }

    /** Takes hold of all balances in the same order, so that of two who post at once neither waits for the other for ever. */
    private Optional<Long> tooLittle(List<Entry> entries) {
        var change = new HashMap<UUID, Long>();
        for (var entry : entries) {
            for (var move : entry.moves()) {
                change.merge(move.from(), -move.amount(), Math::addExact);
                change.merge(move.to(), move.amount(), Math::addExact);
            }
        }
        record Held(UUID account, long amount, @Nullable Long least) {}
        return db.sql("""
                SELECT balance.account, balance.amount, account.least
                  FROM book.balance JOIN book.account ON account.id = balance.account
                 WHERE balance.account = ANY (:accounts)
                 ORDER BY balance.account
                   FOR NO KEY UPDATE OF balance
                """)
                .param("accounts", new TreeSet<>(change.keySet()).toArray(UUID[]::new))
                .query((row, n) -> new Held(row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, Long.class))).list().stream()
                .filter(it -> it.least() != null && change.getOrDefault(it.account(), 0L) < 0 && Math.addExact(it.amount(), change.get(it.account())) < it.least())
                .map(Held::amount).findFirst();
    }

    private long write(String book, List<Entry> entries, Me by) {
        var commodities = commodities(entries);
        var ids = entries.stream().map(it -> UUID.randomUUID()).toList();
        var tree = new MerkleTree.Growing();
        var moves = 0;
        for (int at = 0; at < entries.size(); at++) {
            tree.add(Hash.leaf(Json.of(row(entries.get(at), ids.get(at))).canonical()));
            moves += entries.get(at).moves().size();
        }
        var no = db.sql("SELECT nextval('book.number')").query(Long.class).single();
        var record = log.record("book.batch", LocalDate.now(clock), Map.of("book", book, "batch", no, "entries", entries.size(), "moves", moves, "root", tree.root()));
        db.sql("INSERT INTO book.batch (no, book, by, at, record) VALUES (:no, :book, :by, :at, :record)")
                .param("no", no).param("book", book).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            var part = entries.subList(from, Math.min(entries.size(), from + AT_ONCE));
            var named = ids.subList(from, from + part.size());
            db.sql("""
                    INSERT INTO book.entry (id, batch, no, book, day, source_kind, source, reverses)
                    SELECT of.id, :batch, of.no + :from, :book, of.day::date, of.kind, of.source, of.reverses
                      FROM unnest(:ids::uuid[], :days::text[], :kinds::text[], :sources::uuid[], :reverses::uuid[]) WITH ORDINALITY AS of (id, day, kind, source, reverses, no)
                    """)
                    .param("batch", no).param("from", from).param("book", book)
                    .param("ids", named.toArray(UUID[]::new)).param("days", part.stream().map(it -> it.day().toString()).toArray(String[]::new))
                    .param("kinds", part.stream().map(it -> it.source().kind()).toArray(String[]::new)).param("sources", part.stream().map(it -> it.source().id()).toArray(UUID[]::new))
                    .param("reverses", part.stream().map(it -> it.reverses().orElse(null)).toArray(UUID[]::new))
                    .update();
        }
        record Line(UUID entry, int no, LocalDate day, Move move) {}
        var lines = new ArrayList<Line>();
        for (int at = 0; at < entries.size(); at++) {
            var entry = entries.get(at);
            for (int line = 0; line < entry.moves().size(); line++) {
                lines.add(new Line(ids.get(at), line + 1, entry.day(), entry.moves().get(line)));
            }
            if (lines.size() >= AT_ONCE || at == entries.size() - 1) {
                db.sql("""
                        INSERT INTO book.move (entry, no, book, day, commodity, from_account, to_account, amount)
                        SELECT of.entry, of.no, :book, of.day::date, of.commodity, of.giver, of.receiver, of.amount
                          FROM unnest(:entries::uuid[], :nos::int[], :days::text[], :commodities::text[], :givers::uuid[], :receivers::uuid[], :amounts::bigint[])
                               AS of (entry, no, day, commodity, giver, receiver, amount)
                        """)
                        .param("book", book)
                        .param("entries", lines.stream().map(Line::entry).toArray(UUID[]::new)).param("nos", lines.stream().map(Line::no).toArray(Integer[]::new))
                        .param("days", lines.stream().map(it -> it.day().toString()).toArray(String[]::new))
                        .param("commodities", lines.stream().map(it -> commodities.get(it.move().from())).toArray(String[]::new))
                        .param("givers", lines.stream().map(it -> it.move().from()).toArray(UUID[]::new)).param("receivers", lines.stream().map(it -> it.move().to()).toArray(UUID[]::new))
                        .param("amounts", lines.stream().map(it -> it.move().amount()).toArray(Long[]::new))
                        .update();
                lines.clear();
            }
        }
        return no;
    }

    private Map<UUID, String> commodities(Collection<Entry> entries) {
        var commodities = new HashMap<UUID, String>();
        db.sql("SELECT id, commodity FROM book.account WHERE id = ANY (:accounts)")
                .param("accounts", entries.stream().flatMap(it -> it.moves().stream()).flatMap(it -> Stream.of(it.from(), it.to())).distinct().toArray(UUID[]::new))
                .query(row -> {
                    commodities.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return commodities;
    }

    /** An entry as the log's tree has it. */
    private static Map<String, Object> row(Entry entry, UUID id) {
        var row = new LinkedHashMap<String, Object>();
        row.put("entry", id.toString());
        row.put("day", entry.day().toString());
        row.put("source", entry.source().kind() + " " + entry.source().id());
        entry.reverses().ifPresent(it -> row.put("reverses", it.toString()));
        row.put("moves", entry.moves().stream().map(it -> Map.of("from", it.from().toString(), "to", it.to().toString(), "amount", Long.toString(it.amount()))).toList());
        return row;
    }

    /** Takes back what an event moved, because of another event. Refusals: {@code book.not-entered} that event moved nothing; those of {@link #post}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<Long> reverse(String book, Source entered, Source because, LocalDate day, Me by) {
        var entry = entry(book, entered);
        if (entry.isEmpty()) {
            return Answer.refused("", "book.not-entered");
        }
        return post(book, List.of(new Entry(because, day, moves(entry.get()).stream().map(Move::back).toList(), entry)), by);
    }

    /** What an event moved, in order; nothing when it moved nothing. */
    public List<Move> moved(String book, Source source) {
        return entry(book, source).map(this::moves).orElse(List.of());
    }

    private Optional<UUID> entry(String book, Source source) {
        return db.sql("SELECT id FROM book.entry WHERE book = :book AND source_kind = :kind AND source = :id").param("book", book).param("kind", source.kind()).param("id", source.id())
                .query(UUID.class).optional();
    }

    private List<Move> moves(UUID entry) {
        return db.sql("SELECT from_account, to_account, amount FROM book.move WHERE entry = :entry ORDER BY no").param("entry", entry)
                .query((row, n) -> new Move(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3))).list();
    }

    public Optional<LocalDate> closedUntil(String book) {
        return db.sql("SELECT max(until_day) FROM book.closing WHERE book = :book").param("book", book).query(LocalDate.class).optional();
    }

    /** Nothing is entered any more up to a day. Refusals: {@code book.closed} it was closed so far or further; {@code book.not-over} the day is not over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<LocalDate> close(String book, LocalDate until, Me by) {
        db.sql("SELECT code FROM book.book WHERE code = :book FOR UPDATE").param("book", book).query(String.class).single();
        var closed = closedUntil(book);
        if (closed.isPresent() && !until.isAfter(closed.get())) {
            return Answer.refused("", "book.closed", closed.get());
        }
        if (!until.isBefore(LocalDate.now(clock))) {
            return Answer.refused("", "book.not-over");
        }
        var last = db.sql("SELECT coalesce(max(no), 0) FROM book.batch WHERE book = :book").param("book", book).query(Long.class).single();
        var record = log.record("book.closing", LocalDate.now(clock), Map.of("book", book, "until", until.toString(), "last", last));
        db.sql("INSERT INTO book.closing (book, until_day, last_batch, by, at, record) VALUES (:book, :until, :last, :by, :at, :record)")
                .param("book", book).param("until", until).param("last", last).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(until);
    }

    /**
     * What an account held, what came and went, and what it holds at the end of the last day.
     *
     * @param most lines that are told, after {@code skip} of them
     */
    public Statement statement(UUID account, LocalDate from, LocalDate until, int most, long skip) {
        var of = db.sql("SELECT id, book, commodity, kind, owner, least FROM book.account WHERE id = :id").param("id", account).query(Books::account).single();
        record Sums(long before, long received, long given, long count) {}
        var sums = db.sql("""
                SELECT earlier.received - earlier.given, later.received - earlier.received, later.given - earlier.given, later.moves - earlier.moves
                  FROM book.before(:id, :from) AS earlier, book.before(:id, CAST(:until AS date) + 1) AS later
                """)
                .param("id", account).param("from", from).param("until", until)
                .query((row, n) -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))).single();
        var lines = db.sql("""
                SELECT side.entry, side.day, entry.source_kind, entry.source, side.amount, account.kind, account.owner, entry.reverses
                  FROM (SELECT * FROM (
                            (SELECT entry, no, day, amount, from_account AS other FROM book.move WHERE to_account = :id AND day BETWEEN :from AND :until ORDER BY day, entry, no LIMIT :enough)
                            UNION ALL
                            (SELECT entry, no, day, -amount, to_account FROM book.move WHERE from_account = :id AND day BETWEEN :from AND :until ORDER BY day, entry, no LIMIT :enough)) AS sides
                         ORDER BY day, entry, no LIMIT :most OFFSET :skip) AS side
                  JOIN book.entry ON entry.id = side.entry
                  JOIN book.account ON account.id = side.other
                 ORDER BY side.day, entry.batch, entry.no, side.no
                """)
                .param("id", account).param("from", from).param("until", until).param("most", most).param("skip", skip).param("enough", most + skip)
                .query((row, n) -> new Statement.Line(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), row.getString(3), row.getObject(4, UUID.class), row.getLong(5),
                        row.getString(6), row.getObject(7, UUID.class), row.getObject(8, UUID.class))).list();
        return new Statement(of, from, until, sums.before(), sums.received(), sums.given(), sums.before() + sums.received() - sums.given(), lines, sums.count());
    }

    /** All that was ever posted to a commodity and all balances of it, which are nothing and agree; for a look at the whole. */
    public record Sum(long accounts, long moves, long total, long held) {}

    public Sum sum(String book, String commodity) {
        return db.sql("""
                SELECT (SELECT count(*) FROM book.account WHERE book = :book AND commodity = :commodity),
                       (SELECT count(*) FROM book.move WHERE book = :book AND commodity = :commodity),
                       (SELECT coalesce(sum(amount), 0) FROM book.balance JOIN book.account ON account.id = balance.account WHERE book = :book AND commodity = :commodity),
                       (SELECT coalesce(sum(amount), 0) FROM book.balance JOIN book.account ON account.id = balance.account WHERE book = :book AND commodity = :commodity AND amount > 0)
                """)
                .param("book", book).param("commodity", commodity)
                .query((row, n) -> new Sum(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))).single();
    }

    /** Whether what stands in the tables of a batch is what the log bound as it was posted. */
    public boolean stands(long batch) {
        var tree = new MerkleTree.Growing();
        entries(batch).forEach((id, entry) -> tree.add(Hash.leaf(Json.of(row(entry, id)).canonical())));
        var record = db.sql("SELECT record FROM book.batch WHERE no = :no").param("no", batch).query(UUID.class).single();
        return log.opening(record).flatMap(it -> it.content() instanceof Json.Obj bound ? bound.get("root") : Optional.empty()).filter(Json.of(tree.root())::equals).isPresent();
    }

    private Map<UUID, Entry> entries(long batch) {
        var entries = new LinkedHashMap<UUID, Entry>();
        db.sql("""
                SELECT entry.id, entry.day, entry.source_kind, entry.source, entry.reverses, move.from_account, move.to_account, move.amount
                  FROM book.entry JOIN book.move ON move.entry = entry.id
                 WHERE entry.batch = :batch
                 ORDER BY entry.no, move.no
                """)
                .param("batch", batch)
                .query(row -> {
                    var id = row.getObject(1, UUID.class);
                    var move = new Move(row.getObject(6, UUID.class), row.getObject(7, UUID.class), row.getLong(8));
                    var before = entries.get(id);
                    entries.put(id, before == null
                            ? new Entry(new Source(row.getString(3), row.getObject(4, UUID.class)), row.getObject(2, LocalDate.class), List.of(move), Optional.ofNullable(row.getObject(5, UUID.class)))
                            : new Entry(before.source(), before.day(), Stream.concat(before.moves().stream(), Stream.of(move)).toList(), before.reverses()));
                });
        return entries;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
