package org.probity.people.community;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.shapes.ballot.Rounds;
import org.probity.shapes.rule.Rules;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came on a day is shown together as the next begins, in the order of numbers that browsers drew; then rounds are counted, and the counts entered in the log. */
@Service
public class Batches {
    private record Sent(byte[] token, @Nullable UUID round, String what, UUID thread, UUID post, byte[] author, byte[] signature, String sort, @Nullable UUID unit, String text, boolean solved) {}

    private final JdbcClient db;
    private final Community community;
    private final Rounds rounds;
    private final Rules rules;
    private final Log log;
    private final Clock clock;

    Batches(JdbcClient db, Community community, Rounds rounds, Rules rules, Log log, Clock clock) {
        this.db = db;
        this.community = community;
        this.rounds = rounds;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** Before the rounds themselves let go of what is over. */
    @EventListener
    @Order(0)
    @Transactional
    public void aDayBegins(DayHasBegun begun) {
        if (community.opened().isEmpty()) {
            return;
        }
        // Keys of new threads' voices, while those who are writing still can.
        rounds.ready(db.sql("SELECT count(*) FROM community.incoming WHERE what = 'THREAD'").query(Integer.class).single());
        db.sql("LOCK TABLE community.incoming IN ACCESS EXCLUSIVE MODE").update();
        var touched = show(begun.day());
        db.sql("TRUNCATE community.incoming").update();
        touched.forEach(round -> count(round, begun.day()));
        judged(begun.day());
        community.month(begun.day());
    }

    private Set<UUID> show(LocalDate day) {
        var touched = new LinkedHashSet<UUID>();
        var sent = db.sql("SELECT * FROM community.incoming ORDER BY coalesce(post, thread), token").query((row, n) -> new Sent(row.getBytes("token"), row.getObject("round", UUID.class), row.getString("what"),
                row.getObject("thread", UUID.class), row.getObject("post", UUID.class), row.getBytes("author"), row.getBytes("signature"), row.getString("sort"), row.getObject("unit", UUID.class),
                row.getString("text"), row.getBoolean("solved"))).list();
        // Two browsers that drew the same number: the second's token was spent and nothing is shown for it, which the counts allow.
        for (var it : sent) {
            switch (it.what()) {
                case "THREAD" -> begin(it, day);
                case "VOICE" -> db.sql("INSERT INTO community.voice (round, token, thread, day) VALUES (:round, :token, :thread, :day)").param("round", it.round()).param("token", it.token())
                        .param("thread", it.thread()).param("day", day).update();
                case "JUDGEMENT" -> db.sql("INSERT INTO community.judgement (round, token, thread, solved, day) VALUES (:round, :token, :thread, :solved, :day)").param("round", it.round())
                        .param("token", it.token()).param("thread", it.thread()).param("solved", it.solved()).param("day", day).update();
                case "APPEAL" -> db.sql("INSERT INTO community.look (id, post, hearing, appeal, day) VALUES (gen_random_uuid(), :post, 2, :text, :day) ON CONFLICT DO NOTHING")
                        .param("post", it.post()).param("text", it.text()).param("day", day).update();
                case "REPLY" -> post(it, false, day);
                default -> throw new IllegalStateException("sent as " + it.what());
            }
            if (it.round() != null) {
                touched.add(it.round());
            }
        }
        return touched;
    }

    private void begin(Sent it, LocalDate day) {
        if (db.sql("SELECT EXISTS (SELECT FROM community.thread WHERE id = :id)").param("id", it.thread()).query(Boolean.class).single()) {
            return;
        }
        var due = due(it.unit(), day);
        var voices = rounds.open(Everybody.VOICES, 1, day, day.plusDays(rules.on(CommunityRule.VOICE_DAYS, day)));
        var said = new HashMap<String, Object>(Map.of("thread", it.thread().toString(), "sort", it.sort(), "due", due.toString(), "voice_round", voices.id().toString(),
                "text_sha256", Hash.sha256(it.text().getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex()));
        var record = log.record("community.thread", day, said);
        db.sql("INSERT INTO community.thread (id, sort, unit, day, due, voice_round, record) VALUES (:id, :sort, :unit, :day, :due, :voices, :record)").param("id", it.thread()).param("sort", it.sort())
                .param("unit", it.unit(), java.sql.Types.OTHER).param("day", day).param("due", due).param("voices", voices.id()).param("record", record).update();
        post(it, true, day);
    }

    private void post(Sent it, boolean first, LocalDate day) {
        db.sql("""
                INSERT INTO community.post (id, thread, first, author, signature, text, day, round, token)
                VALUES (:id, :thread, :first, :author, :signature, :text, :day, :round, :token)
                ON CONFLICT DO NOTHING
                """).param("id", it.post()).param("thread", it.thread()).param("first", first).param("author", it.author()).param("signature", it.signature()).param("text", it.text())
                .param("day", day).param("round", it.round()).param("token", it.token()).update();
    }

    /** The last working day for an answer, by the calendar of the place; the house's own where none is named. */
    private LocalDate due(@Nullable UUID unit, LocalDate day) {
        return db.sql("""
                SELECT community.working_day(coalesce((SELECT nullif(site.country, '')
                                                         FROM directory.places(:day, 'infinity') AS place
                                                         JOIN directory.places(:day, 'infinity') AS site ON site.unit = place.site
                                                        WHERE place.unit = :unit), 'CN'), :day, :days)
                """).param("unit", unit, java.sql.Types.OTHER).param("day", day).param("days", rules.on(CommunityRule.ANSWER_DAYS, day)).query(LocalDate.class).single();
    }

    /** What is shown of a round, against what was spent and issued of it. */
    private void count(UUID round, LocalDate day) {
        var tally = rounds.tally(round);
        var shown = db.sql("SELECT " + SHOWN).param("round", round).query(Long.class).single();
        var tree = new MerkleTree.Growing();
        rounds.spent(round).forEach(token -> tree.add(Hash.leaf(token)));
        var root = tree.root().hex();
        var record = log.record("community.count", day, Map.of("round", round.toString(), "people", tally.people(), "issued", tally.issued(), "spent", tally.spent(), "shown", shown, "root", root));
        db.sql("INSERT INTO community.tally (day, round, people, issued, spent, shown, root, record) VALUES (:day, :round, :people, :issued, :spent, :shown, :root, :record) ON CONFLICT DO NOTHING")
                .param("day", day).param("round", round).param("people", tally.people()).param("issued", tally.issued()).param("spent", tally.spent()).param("shown", shown).param("root", root)
                .param("record", record).update();
    }

    static final String SHOWN = """
            (SELECT count(*) FROM community.post WHERE round = :round) + (SELECT count(*) FROM community.voice WHERE round = :round)
            + (SELECT count(*) FROM community.judgement WHERE round = :round)
            """;

    private record Judged(UUID thread, UUID round, @Nullable UUID unit, long yes, long no) {}

    /** A result whose days of judging are over is solved, or the thread is open again: more said no than yes. Nobody said anything: it stands. */
    private void judged(LocalDate day) {
        var over = new ArrayList<>(db.sql("""
                SELECT step.thread, step.judge_round AS round, thread.unit,
                       (SELECT count(*) FROM community.judgement WHERE judgement.round = step.judge_round AND solved) AS yes,
                       (SELECT count(*) FROM community.judgement WHERE judgement.round = step.judge_round AND NOT solved) AS no
                  FROM community.step
                  JOIN community.thread ON thread.id = step.thread
                  JOIN ballot.round AS judging ON judging.id = step.judge_round
                 WHERE judging.last_day < :day
                   AND NOT EXISTS (SELECT FROM community.step AS later WHERE later.thread = step.thread AND later.no > step.no)
                 ORDER BY step.thread
                """).param("day", day).query(Judged.class).list());
        for (var it : over) {
            var open = it.no() > it.yes();
            var due = open ? due(it.unit(), day) : null;
            var record = log.record("community.judged", day, Map.of("thread", it.thread().toString(), "yes", it.yes(), "no", it.no()));
            db.sql("""
                    INSERT INTO community.step (thread, no, what, text, day, due, at, record)
                    SELECT :thread, max(no) + 1, :what, '', :day, :due, :at, :record FROM community.step WHERE thread = :thread
                    """).param("thread", it.thread()).param("what", open ? "REOPENED" : "SOLVED").param("day", day).param("due", due, java.sql.Types.DATE)
                    .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record).update();
        }
    }

    /** The spent tokens of a round and those that are shown, for whoever counts. */
    List<String> shownOf(UUID round) {
        return db.sql("""
                SELECT encode(token, 'hex') FROM community.post WHERE round = :round
                UNION ALL SELECT encode(token, 'hex') FROM community.voice WHERE round = :round
                UNION ALL SELECT encode(token, 'hex') FROM community.judgement WHERE round = :round
                ORDER BY 1
                """).param("round", round).query(String.class).list();
    }
}
