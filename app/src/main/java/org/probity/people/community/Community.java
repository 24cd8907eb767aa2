package org.probity.people.community;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.shapes.ballot.Ballots;
import org.probity.shapes.ballot.Holder.Token;
import org.probity.shapes.ballot.Round;
import org.probity.shapes.ballot.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What nobody in particular says: a post, a voice, a judgement, an appeal. Each is paid with a token or signed by the thread's key, and is shown as the next day begins. */
@Service
public class Community {
    static final int TEXT = 4000;
    /** Of a public key in the form that Java reads: what stands before its 32 bytes. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int KEY = 32;
    private static final int SIGNED = 64;

    /**
     * A post as a browser sends it. Numbers are drawn there, so that the key of a thread can be derived before the thread is known.
     *
     * @param thread a new one, or one that is shown
     * @param sort of a new thread; empty: the post goes on in one that is shown
     * @param unit the place a new thread is about; none: all of the house
     * @param author public key of the thread's pseudonym, 32 bytes of Ed25519
     * @param signature of {@link #signed} by that key
     */
    public record Post(UUID id, UUID thread, String sort, @Nullable UUID unit, String text, byte[] author, byte[] signature) {
        /** What the author's browser signs: whoever has the page can check that a post is its author's, and that no token was put to another text. */
        public String signed(Hash token) {
            return String.join("\n", "community post 1", thread.toString(), id.toString(), sort, unit == null ? "" : unit.toString(), token.hex(), Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex());
        }
    }

    private final JdbcClient db;
    private final Rounds rounds;
    private final Ballots ballots;
    private final Log log;
    private final Clock clock;

    Community(JdbcClient db, Rounds rounds, Ballots ballots, Log log, Clock clock) {
        this.db = db;
        this.rounds = rounds;
        this.ballots = ballots;
        this.log = log;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Opens the board: from now on every month has its tokens, the first from this day.
     *
     * <p>Refusals: {@code community.union-opens}; {@code community.opened-before}.
     */
    @Transactional
    public Answer<LocalDate> open(Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "community.union-opens");
        }
        if (opened().isPresent()) {
            return Answer.refused("", "community.opened-before");
        }
        var today = today();
        var record = log.record("community.opened", today, Map.of("day", today.toString()));
        db.sql("INSERT INTO community.opening (day, by, record) VALUES (:day, :by, :record)").param("day", today).param("by", by.account()).param("record", record).update();
        month(today);
        return Answer.done(today);
    }

    public Optional<LocalDate> opened() {
        return db.sql("SELECT day FROM community.opening").query(LocalDate.class).optional();
    }

    /** The round in which posts are paid today; opens one if the board is open and none is. */
    void month(LocalDate day) {
        if (opened().isEmpty() || !rounds.on(Everybody.POSTS, day).isEmpty()) {
            return;
        }
        var first = day.withDayOfMonth(1).isAfter(opened().get()) ? day.withDayOfMonth(1) : opened().get();
        var each = db.sql("SELECT rule.at('community', 'tokens-a-month', :day, 'infinity')").param("day", day).query(Integer.class).single();
        var round = rounds.open(Everybody.POSTS, each, first, day.withDayOfMonth(day.lengthOfMonth()));
        var word = Hash.sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
        db.sql("INSERT INTO community.month (round, first_day, word) VALUES (:round, :first, :word)").param("round", round.id()).param("first", first).param("word", word).update();
    }

    public Optional<Round> month() {
        return rounds.on(Everybody.POSTS, today()).stream().findFirst();
    }

    /** Whether it is the word of this month, or of the one before: whoever signed in within it may read. */
    boolean reads(String word) {
        return db.sql("SELECT EXISTS (SELECT FROM community.month WHERE word = :word AND first_day >= :since)").param("word", word)
                .param("since", today().withDayOfMonth(1).minusMonths(1)).query(Boolean.class).single();
    }

    /**
     * Takes a post for a token of the month. The same once more is the same answer, for an answer may get lost.
     *
     * <p>Refusals: {@code community.text-missing}; {@code community.text-long}; {@code community.sort-unknown}; {@code community.place-small} fewer people work there than a post may
     * name; {@code community.thread-unknown} nothing of that number is shown, or for a new one something is; {@code community.not-signed} the key did not sign just this; and those of
     * {@link Ballots#spend}.
     */
    @Transactional
    public Answer<UUID> post(UUID round, Token token, Post post) {
        var wrong = wrong(post, Hash.sha256(token.message()));
        if (wrong.isPresent()) {
            // Shown meanwhile, it stands in its own way.
            return received(Hash.sha256(token.message()), post.id()) ? Answer.done(post.id()) : Answer.refused("", wrong.get(), TEXT);
        }
        if (rounds.find(round).filter(it -> it.purpose().equals(Everybody.POSTS)).isEmpty()) {
            return Answer.refused("", "ballot.not-signed");
        }
        return switch (ballots.spend(round, token.message(), token.signature())) {
            case Answer.Refused<Hash>(var reasons) -> received(Hash.sha256(token.message()), post.id()) ? Answer.done(post.id()) : new Answer.Refused<>(reasons);
            case Answer.Done<Hash>(var hash) -> {
                take(hash, round, post.sort().isEmpty() ? "REPLY" : "THREAD").param("thread", post.thread()).param("post", post.id()).param("author", post.author()).param("signature", post.signature())
                        .param("sort", post.sort().isEmpty() ? null : post.sort(), java.sql.Types.VARCHAR).param("unit", post.unit(), java.sql.Types.OTHER).param("text", post.text())
                        .param("solved", null, java.sql.Types.BOOLEAN).update();
                yield Answer.done(post.id());
            }
        };
    }

    private Optional<String> wrong(Post post, Hash token) {
        if (post.text().isBlank()) {
            return Optional.of("community.text-missing");
        }
        if (post.text().length() > TEXT || post.text().indexOf(0) >= 0) {
            return Optional.of("community.text-long");
        }
        var begins = !post.sort().isEmpty();
        if (begins && Sort.of(post.sort()).isEmpty() || !begins && post.unit() != null) {
            return Optional.of("community.sort-unknown");
        }
        if (post.unit() != null && places().stream().noneMatch(it -> it.unit().equals(post.unit()))) {
            return Optional.of("community.place-small");
        }
        if (shown(post.thread()) == begins || db.sql("SELECT EXISTS (SELECT FROM community.post WHERE id = :id)").param("id", post.id()).query(Boolean.class).single()) {
            return Optional.of("community.thread-unknown");
        }
        return verified(post.author(), post.signed(token), post.signature()) ? Optional.empty() : Optional.of("community.not-signed");
    }

    private boolean shown(UUID thread) {
        return db.sql("SELECT EXISTS (SELECT FROM community.thread WHERE id = :id)").param("id", thread).query(Boolean.class).single();
    }

    private boolean received(Hash token, UUID post) {
        return db.sql("SELECT EXISTS (SELECT FROM community.incoming WHERE token = :token AND post = :post UNION ALL SELECT FROM community.post WHERE token = :token AND id = :post)")
                .param("token", token.bytes()).param("post", post).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec take(Hash token, @Nullable UUID round, String what) {
        return db.sql("""
                INSERT INTO community.incoming (token, round, what, thread, post, author, signature, sort, unit, text, solved)
                VALUES (:token, :round, :what, :thread, :post, :author, :signature, :sort, :unit, :text, :solved)
                """).param("token", token.bytes()).param("round", round, java.sql.Types.OTHER).param("what", what);
    }

    /**
     * Says yes to a thread, or what somebody thinks of its result. One token each: the thread's own round gives everybody one.
     *
     * <p>Refusals: {@code community.thread-unknown} no thread's voices, and no result, are paid with tokens of this round; and those of {@link Ballots#spend}.
     *
     * @param solved of a result; none: it is a voice
     */
    @Transactional
    public Answer<UUID> say(UUID round, Token token, @Nullable Boolean solved) {
        var thread = db.sql(solved == null ? "SELECT id FROM community.thread WHERE voice_round = :round" : "SELECT thread FROM community.step WHERE judge_round = :round")
                .param("round", round).query(UUID.class).optional();
        if (thread.isEmpty()) {
            return Answer.refused("", "community.thread-unknown");
        }
        return switch (ballots.spend(round, token.message(), token.signature())) {
            case Answer.Refused<Hash>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Hash>(var hash) -> {
                take(hash, round, solved == null ? "VOICE" : "JUDGEMENT").param("thread", thread.get()).param("post", null, java.sql.Types.OTHER).param("author", null, java.sql.Types.BINARY)
                        .param("signature", null, java.sql.Types.BINARY).param("sort", null, java.sql.Types.VARCHAR).param("unit", null, java.sql.Types.OTHER).param("text", null, java.sql.Types.VARCHAR)
                        .param("solved", solved, java.sql.Types.BOOLEAN).update();
                yield Answer.done(thread.get());
            }
        };
    }

    /** What an author signs who does not accept that their post is hidden. */
    public static String appealed(UUID post, String text) {
        return String.join("\n", "community appeal 1", post.toString(), Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex());
    }

    /**
     * The author of a hidden post asks the three to look once more; the key of the thread shows that it is the author. Once.
     *
     * <p>Refusals: {@code community.text-missing}; {@code community.text-long}; {@code community.not-hidden}; {@code community.appealed-before}; {@code community.not-signed}.
     */
    @Transactional
    public Answer<UUID> appeal(UUID post, String text, byte[] signature) {
        if (text.isBlank()) {
            return Answer.refused("", "community.text-missing");
        }
        if (text.length() > TEXT || text.indexOf(0) >= 0) {
            return Answer.refused("", "community.text-long", TEXT);
        }
        var author = db.sql("SELECT author FROM community.post WHERE id = :post").param("post", post).query((row, n) -> row.getBytes(1)).optional();
        var rulings = db.sql("SELECT hidden FROM community.ruling JOIN community.look ON look.id = ruling.look WHERE ruling.post = :post ORDER BY hearing DESC").param("post", post).query(Boolean.class).list();
        if (author.isEmpty() || rulings.isEmpty() || !rulings.getFirst()) {
            return Answer.refused("", "community.not-hidden");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM community.look WHERE post = :post AND hearing = 2 UNION ALL SELECT FROM community.incoming WHERE post = :post AND what = 'APPEAL')").param("post", post)
                .query(Boolean.class).single()) {
            return Answer.refused("", "community.appealed-before");
        }
        if (!verified(author.get(), appealed(post, text), signature)) {
            return Answer.refused("", "community.not-signed");
        }
        take(Hash.sha256(signature), null, "APPEAL").param("thread", null, java.sql.Types.OTHER).param("post", post).param("author", null, java.sql.Types.BINARY).param("signature", signature)
                .param("sort", null, java.sql.Types.VARCHAR).param("unit", null, java.sql.Types.OTHER).param("text", text).param("solved", null, java.sql.Types.BOOLEAN).update();
        return Answer.done(post);
    }

    /** A place that may be named, with its name in both languages. */
    public record Named(UUID unit, String nameEn, String nameZh, boolean site) {}

    /** Bases and units in which at least as many people work as the rule says; bases first. */
    public List<Named> places() {
        return db.sql("""
                SELECT unit, name_en, name_zh, kind = 'SITE' AS site
                  FROM community.cover(:today, 'infinity')
                 WHERE people >= rule.at('community', 'group-least', :today, 'infinity')
                 ORDER BY kind, code
                """).param("today", today()).query(Named.class).list();
    }

    static boolean verified(byte[] author, String words, byte[] signature) {
        if (author.length != KEY || signature.length != SIGNED) {
            return false;
        }
        try {
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(ED25519.length + KEY).put(ED25519).put(author).array()));
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(words.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException noSuchKeyOrSignature) {
            return false;
        }
    }
}
