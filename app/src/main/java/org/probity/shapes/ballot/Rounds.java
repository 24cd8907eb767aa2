package org.probity.shapes.ballot;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.probity.house.log.Log;
import org.probity.house.settings.SettingsKey;
import org.probity.house.time.DayHasBegun;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rounds: a key for each, made when it opens and gone when it closes; and how a round was counted. */
@Service
public class Rounds {
    static final int BITS = 2048;
    private static final RowMapper<Round> ROUND = (row, n) -> new Round(row.getObject("id", UUID.class), row.getString("purpose"), row.getInt("each"),
            row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getBytes("public_key"), row.getObject("record", UUID.class));

    private static final String OPEN = """
            FROM ballot.round
            WHERE purpose = ANY (:purposes) AND :day BETWEEN first_day AND last_day
              AND NOT EXISTS (SELECT FROM ballot.closing WHERE closing.round = round.id)
            """;

    /**
     * How a round stands. @param people who asked; @param issued tokens they got; @param spent tokens that came back
     */
    public record Tally(long people, long issued, long spent) {
        /** Whether nothing was spent that nobody got. */
        public boolean holds() {
            return spent <= issued;
        }
    }

    private final JdbcClient db;
    private final SettingsKey settings;
    private final Log log;
    private final Clock clock;
    private final Queue<KeyPair> ready = new ConcurrentLinkedQueue<>();

    Rounds(JdbcClient db, SettingsKey settings, Log log, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** Draws so many keys on all processors for rounds that are about to be opened, before whoever opens them makes others wait: a key takes a fifth of a second. */
    public void ready(int keys) {
        IntStream.range(ready.size(), keys).parallel().forEach(_ -> ready.add(drawn()));
    }

    private static KeyPair drawn() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(BITS);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param each tokens for each person, from one to a hundred */
    @Transactional(propagation = Propagation.MANDATORY)
    public Round open(String purpose, int each, LocalDate firstDay, LocalDate lastDay) {
        var id = UUID.randomUUID();
        var pair = Optional.ofNullable(ready.poll()).orElseGet(Rounds::drawn);
        var shown = pair.getPublic().getEncoded();
        var record = log.record("ballot.opened", LocalDate.now(clock), Map.of("round", id.toString(), "purpose", purpose, "each", each, "first_day", firstDay.toString(),
                "last_day", lastDay.toString(), "key_sha256", Hash.sha256(shown).hex()));
        db.sql("INSERT INTO ballot.round (id, purpose, each, first_day, last_day, public_key, record) VALUES (:id, :purpose, :each, :first, :last, :key, :record)")
                .param("id", id).param("purpose", purpose).param("each", each).param("first", firstDay).param("last", lastDay).param("key", shown).param("record", record).update();
        db.sql("INSERT INTO ballot.signing_key (round, sealed) VALUES (:id, :sealed)").param("id", id)
                .param("sealed", settings.seal(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), name(id))).update();
        return new Round(id, purpose, each, firstDay, lastDay, shown, record);
    }

    public Optional<Round> find(UUID id) {
        return db.sql("SELECT * FROM ballot.round WHERE id = :id").param("id", id).query(ROUND).optional();
    }

    /** Those of a purpose in which tokens are issued and spent on a day. */
    public List<Round> on(String purpose, LocalDate day) {
        return on(Set.of(purpose), day);
    }

    /** Those of several purposes, as {@link #on(String, LocalDate)}. */
    List<Round> on(Set<String> purposes, LocalDate day) {
        return db.sql("SELECT round.* " + OPEN + " ORDER BY last_day, id").param("purposes", purposes.toArray(String[]::new)).param("day", day).query(ROUND).list();
    }

    /** A word for just these rounds, another one as soon as one of them ends or another begins; none: no round is open. For each page, so it is one short question. */
    Optional<String> word(Set<String> purposes, LocalDate day) {
        return db.sql("SELECT coalesce(md5(string_agg(id::text, ' ' ORDER BY id)), '') " + OPEN).param("purposes", purposes.toArray(String[]::new)).param("day", day).query(String.class).optional()
                .filter(it -> !it.isEmpty());
    }

    /** Whoever is spending in an open round of this purpose ends, and nobody begins until the caller's transaction does: before what tokens are good for is written anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String purpose) {
        db.sql("SELECT id FROM ballot.round WHERE purpose = :purpose AND NOT EXISTS (SELECT FROM ballot.closing WHERE closing.round = round.id) ORDER BY id FOR UPDATE").param("purpose", purpose).query(UUID.class).list();
    }

    public Tally tally(UUID round) {
        return closed(round).orElseGet(() -> db.sql("""
                SELECT (SELECT count(*) FROM ballot.issued WHERE round = :round), (SELECT coalesce(sum(tokens), 0) FROM ballot.issued WHERE round = :round),
                       (SELECT count(*) FROM ballot.spent WHERE round = :round)
                """).param("round", round).query((row, n) -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3))).single());
    }

    private Optional<Tally> closed(UUID round) {
        return db.sql("SELECT people, issued, spent FROM ballot.closing WHERE round = :id").param("id", round).query((row, n) -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3))).optional();
    }

    /** Spent tokens in the order of their hashes, which is the order of the tree that is recorded. */
    public List<byte[]> spent(UUID round) {
        return db.sql("SELECT token FROM ballot.spent WHERE round = :round ORDER BY token").param("round", round).query((row, n) -> row.getBytes(1)).list();
    }

    /** None: the round is over, or nobody has its key. */
    Optional<RSAPrivateCrtKey> signingKey(UUID round) {
        return db.sql("SELECT sealed FROM ballot.signing_key WHERE round = :round").param("round", round).query(String.class).optional().map(sealed -> {
            try {
                return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(settings.open(sealed, name(round)))));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the key of round " + round, e);
            }
        });
    }

    /**
     * Ends a round: its key goes, and the log says what was issued and spent. Who asked is forgotten: where few of a group did, it would point at them. A round is closed once; a second call
     * tells the same.
     */
    @Transactional
    public Tally close(UUID round) {
        var found = db.sql("SELECT * FROM ballot.round WHERE id = :id FOR UPDATE").param("id", round).query(ROUND).single();
        return closed(round).orElseGet(() -> count(found));
    }

    private Tally count(Round round) {
        forgetOrder();
        var tree = new MerkleTree.Growing();
        spent(round.id()).forEach(token -> tree.add(Hash.leaf(token)));
        var root = tree.root().hex();
        var tally = tally(round.id());
        var today = LocalDate.now(clock);
        var record = log.record("ballot.closed", today, Map.of("round", round.id().toString(), "people", tally.people(), "issued", tally.issued(), "spent", tally.spent(), "root", root));
        db.sql("INSERT INTO ballot.closing (round, day, people, issued, spent, root, record) VALUES (:round, :day, :people, :issued, :spent, :root, :record)")
                .param("round", round.id()).param("day", today).param("people", tally.people()).param("issued", tally.issued()).param("spent", tally.spent())
                .param("root", root).param("record", record).update();
        db.sql("DELETE FROM ballot.signing_key WHERE round = :round").param("round", round.id()).update();
        db.sql("DELETE FROM ballot.issued WHERE round = :round").param("round", round.id()).update();
        return tally;
    }

    /** All open rounds are held first: whoever is spending in one ends, and nobody begins until both sides are written anew. */
    @EventListener
    @Transactional
    void aDayBegins(DayHasBegun begun) {
        var open = db.sql("SELECT * FROM ballot.round WHERE NOT EXISTS (SELECT FROM ballot.closing WHERE closing.round = round.id) ORDER BY id FOR UPDATE").query(ROUND).list();
        open.stream().filter(it -> it.lastDay().isBefore(begun.day())).forEach(it -> close(it.id()));
        if (!open.isEmpty()) {
            forgetOrder();
        }
    }

    /**
     * Writes both sides anew, each in the order of its own key, in one transaction and in new files: in which order rows came can then be told neither from
     * where they lie, nor from the numbers of the transactions that wrote them, nor from rows that were deleted and not yet cleared away. What the database's
     * journal still holds of the day goes as it goes round; backups of the journal keep it, see SECURITY.
     */
    private void forgetOrder() {
        for (var side : List.of("""
                CREATE TEMPORARY TABLE anew ON COMMIT DROP AS TABLE ballot.issued;
                TRUNCATE ballot.issued;
                INSERT INTO ballot.issued (round, person, tokens, asked) SELECT round, person, tokens, asked FROM anew ORDER BY round, person;
                DROP TABLE anew
                """, """
                CREATE TEMPORARY TABLE anew ON COMMIT DROP AS TABLE ballot.spent;
                TRUNCATE ballot.spent;
                INSERT INTO ballot.spent (round, token, day) SELECT round, token, day FROM anew ORDER BY round, token;
                DROP TABLE anew
                """)) {
            db.sql(side).update();
        }
    }

    private static String name(UUID round) {
        return "ballot." + round;
    }
}
