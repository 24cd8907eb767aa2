package org.probity.people.voice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MerkleTree;
import org.probity.shapes.rule.Rules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where sealed messages lie, those that came and those that were answered, and how the log tells that they were received. */
@Service
class Boards {
    /** How long an answer can be fetched. Whoever comes later asks again. */
    static final int ANSWER_DAYS = 180;

    /** A message as a reader's browser gets it. */
    record Message(String sha256, LocalDate day, byte[] sealed, boolean opened) {}

    private record Leaf(String sha256, String tag) {
        /** RFC 8785 of both, so that a proof binds the tag as well. */
        Hash hash() {
            return Hash.leaf(Json.of(new TreeMap<>(Map.of("sha256", sha256, "tag", tag))).canonical());
        }
    }

    /**
     * The day a message counts on: never one that the log has already, so that whatever waited while that was made, or comes after a clock was set back, counts on the next that is
     * free. A clock that jumped ahead takes the days it saw, and none before them.
     */
    private static final String FREE = """
            (SELECT min(free)
               FROM (SELECT CAST(:day AS date) AS free
                     UNION ALL
                     SELECT day + 1 FROM voice.received WHERE day >= :day) AS days
              WHERE NOT EXISTS (SELECT FROM voice.received WHERE received.day = days.free))
            """;

    private record Received(int size, String root, UUID record) {}

    private final JdbcClient db;
    private final Log log;
    private final InTheLog proofs;
    private final Rules rules;
    private final Clock clock;

    Boards(JdbcClient db, Log log, InTheLog proofs, Rules rules, Clock clock) {
        this.db = db;
        this.log = log;
        this.proofs = proofs;
        this.rules = rules;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Takes a message. The same once more is the same answer, so that a lost answer can be asked for again.
     *
     * <p>Refusals: {@code voice.no-message} not of the form; {@code voice.tag-taken} another message has this tag: somebody writes with the same receipt elsewhere;
     * {@code voice.too-many} more came today than are taken.
     */
    @Transactional
    Answer<String> post(String tag, byte[] bytes) {
        var found = Sealed.of(bytes);
        if (found.isEmpty() || !tag.matches("[0-9a-f]{32}")) {
            return Answer.refused("", "voice.no-message");
        }
        var sealed = found.get();
        var there = db.sql("SELECT sha256, tag FROM voice.message WHERE tag = :tag OR sha256 = :sha").param("tag", tag).param("sha", sealed.sha256()).query(Leaf.class).list();
        if (!there.isEmpty()) {
            return there.equals(List.of(new Leaf(sealed.sha256(), tag))) ? Answer.done(sealed.sha256()) : Answer.refused("", "voice.tag-taken");
        }
        var today = today();
        if (db.sql("SELECT count(*) FROM voice.message WHERE day = " + FREE).param("day", today).query(Long.class).single() >= rules.on(VoiceRule.A_DAY_MOST, today)) {
            return Answer.refused("", "voice.too-many");
        }
        var added = db.sql("INSERT INTO voice.message (sha256, tag, day, sealed) SELECT :sha, :tag, " + FREE + ", :sealed ON CONFLICT DO NOTHING")
                .param("sha", sealed.sha256()).param("tag", tag).param("day", today).param("sealed", sealed.bytes()).update();
        return added == 1 ? Answer.done(sealed.sha256()) : Answer.refused("", "voice.tag-taken");
    }

    /** A message of which somebody can name the tag, and the proof that it was received, once there is one. */
    Optional<Map<String, Object>> sent(String tag) {
        record Own(String sha256, LocalDate day, byte[] sealed) {}
        return db.sql("SELECT sha256, day, sealed FROM voice.message WHERE tag = :tag").param("tag", tag)
                .query((row, n) -> new Own(row.getString(1), row.getObject(2, LocalDate.class), row.getBytes(3))).optional().map(own -> {
                    var told = new TreeMap<String, Object>(Map.of("day", own.day().toString(), "sealed", own.sealed()));
                    received(own.day()).ifPresent(it -> proofs.proof(it.record()).ifPresent(proof -> {
                        var leaves = leaves(own.day());
                        var at = IntStream.range(0, leaves.size()).filter(n -> leaves.get(n).tag().equals(tag)).findFirst().orElseThrow();
                        told.put("index", at);
                        told.put("size", leaves.size());
                        told.put("hashes", MerkleTree.inclusionProof(at, leaves.size(), tree(leaves)).stream().map(Hash::hex).toList());
                        told.put("proof", proof);
                    }));
                    return told;
                });
    }

    private Optional<Received> received(LocalDate day) {
        return db.sql("SELECT size, root, record FROM voice.received WHERE day = :day").param("day", day).query(Received.class).optional();
    }

    private List<Leaf> leaves(LocalDate day) {
        return db.sql("SELECT sha256, tag FROM voice.message WHERE day = :day ORDER BY tag").param("day", day).query(Leaf.class).list();
    }

    private static MerkleTree.Hashes tree(List<Leaf> leaves) {
        return new MerkleTree.Hashes() {
            @Override
            public Hash at(int level, long index) {
                return level == 0 ? leaves.get((int) index).hash() : Hash.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
            }
        };
    }

    /** All answers of the last days, in the order of their hashes and without a day: nobody sees which one is whose, or when it came. */
    List<byte[]> answers() {
        return db.sql("SELECT sealed FROM voice.answer WHERE day >= :since ORDER BY sha256").param("since", today().minusDays(ANSWER_DAYS)).query((row, n) -> row.getBytes(1)).list();
    }

    /** What came since a day. */
    List<Message> messages(LocalDate since) {
        return db.sql("""
                SELECT sha256, message.day, sealed, opened.message IS NOT NULL
                  FROM voice.message
                  LEFT JOIN voice.opened ON opened.message = message.sha256
                 WHERE message.day >= :since
                 ORDER BY sha256
                """).param("since", since).query((row, n) -> new Message(row.getString(1), row.getObject(2, LocalDate.class), row.getBytes(3), row.getBoolean(4))).list();
    }

    Optional<LocalDate> dayOf(String sha256) {
        return db.sql("SELECT day FROM voice.message WHERE sha256 = :sha").param("sha", sha256).query(LocalDate.class).optional();
    }

    void answer(Sealed sealed) {
        db.sql("INSERT INTO voice.answer (sha256, day, sealed) VALUES (:sha, :day, :sealed)").param("sha", sealed.sha256()).param("day", today()).param("sealed", sealed.bytes()).update();
    }

    /** Messages that no reader has opened for so many days: all that can be known of reports that somebody sits on. */
    long unopened(int days) {
        return db.sql("SELECT count(*) FROM voice.message WHERE day < :before AND NOT EXISTS (SELECT FROM voice.opened WHERE opened.message = message.sha256)")
                .param("before", today().minusDays(days)).query(Long.class).single();
    }

    /** What came on the days that are over is entered in the log; answers of late are written anew in an order that says nothing. */
    @EventListener
    @Transactional
    void aDayBegins(DayHasBegun begun) {
        enter(begun.day());
        db.sql("WITH gone AS (DELETE FROM voice.answer WHERE day >= :since RETURNING *) INSERT INTO voice.answer (sha256, day, sealed) SELECT sha256, day, sealed FROM gone ORDER BY sha256")
                .param("since", begun.day().minusDays(1)).update();
    }

    /**
     * The same by the clock, every hour. Days begin once and in their order: after a clock that jumped ahead and was set right none begins for as long as it had jumped, and nobody would
     * have a proof until then. What came while it was ahead counts on the day on which that is seen.
     */
    @Transactional
    void lookAgain() {
        enter(today());
    }

    /** A day an entry, and its rows written anew in an order that says nothing. */
    private void enter(LocalDate begun) {
        db.sql("LOCK TABLE voice.message IN EXCLUSIVE MODE").update();
        db.sql("UPDATE voice.message SET day = " + FREE + " WHERE day > " + FREE + " AND NOT EXISTS (SELECT FROM voice.received WHERE received.day = message.day)").param("day", today()).update();
        var days = db.sql("SELECT DISTINCT day FROM voice.message WHERE day < :day AND NOT EXISTS (SELECT FROM voice.received WHERE received.day = message.day) ORDER BY day")
                .param("day", begun).query(LocalDate.class).list();
        for (var day : days) {
            forgetOrder(day);
            var leaves = leaves(day);
            var growing = new MerkleTree.Growing();
            leaves.forEach(it -> growing.add(it.hash()));
            var root = growing.root().hex();
            var record = log.record("voice.received", day, Map.of("root", root, "messages", leaves.size()));
            db.sql("INSERT INTO voice.received (day, size, root, record) VALUES (:day, :size, :root, :record)").param("day", day).param("size", leaves.size()).param("root", root).param("record", record).update();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Hourly {
        @Bean
        RecurringTask<Void> voiceDaysTask(Boards boards) {
            return Tasks.recurring("voice.days", FixedDelay.ofHours(1)).execute((_, _) -> boards.lookAgain());
        }
    }

    /** Rows that a reader has opened are referred to and stay; the rest is written anew in the order of their hashes, in one transaction. */
    private void forgetOrder(LocalDate day) {
        db.sql("""
                WITH gone AS (
                    DELETE FROM voice.message WHERE day = :day AND NOT EXISTS (SELECT FROM voice.opened WHERE opened.message = message.sha256) RETURNING *
                )
                INSERT INTO voice.message (sha256, tag, day, sealed) SELECT sha256, tag, day, sealed FROM gone ORDER BY sha256
                """).param("day", day).update();
    }
}
