package org.probity.people.survey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.shapes.ballot.Ballots;
import org.probity.shapes.ballot.Rounds;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a day brings to a round: how many have answered while it is open, and when it is over, its ballots are counted. Nothing here knows whose they are. */
@Service
public class Counting {
    private static final int HUNDRED = 100;
    private static final int STEP = 5;

    /**
     * How a round was counted.
     *
     * @param tokens issued
     * @param slips printed
     * @param answers single answers on all ballots
     * @param astray ballots beyond those who could answer in their place: at least so many were put into another place than their writer's
     */
    public record Closing(LocalDate day, int tokens, int slips, int ballots, int bySlip, long answers, int remarks, int astray, String root) {
        /** Whether nobody voted whom nobody let. */
        public boolean holds() {
            return bySlip <= slips && ballots - bySlip <= tokens;
        }
    }

    /** How many of a unit had answered as a day began. */
    public record Rate(String unit, int people, int percent) {}

    private final JdbcClient db;
    private final Surveys surveys;
    private final Ballots ballots;
    private final Rounds rounds;
    private final Log log;
    private final Clock clock;

    Counting(JdbcClient db, Surveys surveys, Ballots ballots, Rounds rounds, Log log, Clock clock) {
        this.db = db;
        this.surveys = surveys;
        this.ballots = ballots;
        this.rounds = rounds;
        this.log = log;
        this.clock = clock;
    }

    /** What a day brings: rounds that are over are counted, the box is written anew, and of open rounds it is told how many have answered. Before the tokens' rounds forget who asked. */
    @EventListener
    @Order(0)
    @Transactional
    public void on(DayHasBegun begun) {
        rounds.hold(Surveys.PURPOSE);
        var open = db.sql("SELECT id FROM survey.round WHERE NOT EXISTS (SELECT FROM survey.closing WHERE closing.round = round.id) ORDER BY id FOR UPDATE").query(UUID.class).list();
        if (open.isEmpty()) {
            return;
        }
        forgetOrder();
        for (var survey : open.stream().flatMap(it -> surveys.find(it).stream()).toList()) {
            if (survey.lastDay().isBefore(begun.day())) {
                close(survey);
            } else if (survey.open(begun.day())) {
                rate(survey, begun.day());
            }
        }
    }

    /** In which order ballots came is told neither by where they lie nor by the numbers of the transactions that wrote them. */
    private void forgetOrder() {
        db.sql("""
                LOCK TABLE survey.ballot, survey.remark IN ACCESS EXCLUSIVE MODE;
                CREATE TEMPORARY TABLE box ON COMMIT DROP AS TABLE survey.ballot;
                TRUNCATE survey.ballot;
                INSERT INTO survey.ballot (round, sheet, place, answers) SELECT round, sheet, place, answers FROM box ORDER BY round, sheet;
                DROP TABLE box;
                CREATE TEMPORARY TABLE said ON COMMIT DROP AS TABLE survey.remark;
                TRUNCATE survey.remark;
                INSERT INTO survey.remark (round, id, site, words) SELECT round, gen_random_uuid(), site, words FROM said ORDER BY random();
                DROP TABLE said
                """).update();
    }

    private void rate(Survey survey, LocalDate day) {
        var people = new TreeMap<String, int[]>();
        db.sql("""
                SELECT place.path, place.people, coalesce(lay.ballots, 0) AS ballots
                  FROM survey.place
                  LEFT JOIN (SELECT place, count(*) AS ballots FROM survey.ballot WHERE round = :round GROUP BY place) AS lay ON lay.place = place.no
                 WHERE place.round = :round
                """).param("round", survey.id()).query(row -> {
                    int asked = row.getInt(2);
                    int answered = row.getInt(3);
                    Stream.concat(Stream.of(""), Stream.of((String[]) row.getArray(1).getArray())).distinct().forEach(unit -> {
                        var sum = people.computeIfAbsent(unit, _ -> new int[2]);
                        sum[0] += asked;
                        sum[1] += answered;
                    });
                });
        people.forEach((unit, sum) -> {
            if (sum[0] >= survey.rateLeast()) {
                db.sql("INSERT INTO survey.rate (round, day, unit, people, percent) VALUES (:round, :day, :unit, :people, :percent) ON CONFLICT DO NOTHING").param("round", survey.id()).param("day", day)
                        .param("unit", unit).param("people", sum[0]).param("percent", Math.min(HUNDRED, Math.round((float) sum[1] * HUNDRED / sum[0] / STEP) * STEP)).update();
            }
        });
    }

    /** As the day began; nothing while none has. The first is of everybody, under no unit. */
    public List<Rate> rates(UUID round) {
        return db.sql("SELECT unit, people, percent FROM survey.rate WHERE round = :round AND day = (SELECT max(day) FROM survey.rate WHERE round = :round) ORDER BY unit").param("round", round).query(Rate.class).list();
    }

    /** Counts a round that is over: ballots leave the box, who was asked is forgotten, and the log says what there was. */
    private void close(Survey survey) {
        var round = survey.id();
        int astray = astray(survey);
        var tally = rounds.close(survey.ballot());
        var tree = new MerkleTree.Growing();
        var counted = new int[1];
        db.sql("SELECT sheet, place, answers FROM survey.ballot WHERE round = :round ORDER BY sheet").param("round", round).query(row -> {
            tree.add(Hash.leaf(leaf(row.getBytes(1), row.getInt(2), (Short[]) row.getArray(3).getArray())));
            counted[0]++;
        });
        int slips = db.sql("SELECT count(*) FROM survey.slip WHERE round = :round").param("round", round).query(Integer.class).single();
        int used = db.sql("SELECT count(*) FROM survey.slip WHERE round = :round AND used_on IS NOT NULL").param("round", round).query(Integer.class).single();
        int remarks = db.sql("SELECT count(*) FROM survey.remark WHERE round = :round").param("round", round).query(Integer.class).single();
        var root = tree.root().hex();
        long answers = (long) counted[0] * survey.items().size();
        var record = log.record("survey.closed", survey.lastDay(), Map.of("round", round.toString(), "number", survey.number(), "tokens", tally.issued(), "slips", slips, "ballots", counted[0], "by_slip", used,
                "answers", answers, "astray", astray, "root", root));
        db.sql("""
                INSERT INTO survey.closing (round, day, tokens, slips, ballots, by_slip, answers, remarks, astray, root, closed_at, record)
                VALUES (:round, :day, :tokens, :slips, :ballots, :used, :answers, :remarks, :astray, :root, :at, :record)
                """)
                .param("round", round).param("day", survey.lastDay()).param("tokens", tally.issued()).param("slips", slips).param("ballots", counted[0]).param("used", used).param("answers", answers)
                .param("remarks", remarks).param("astray", astray).param("root", root).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record).update();
        db.sql("INSERT INTO survey.counted (round, sheet, place, answers) SELECT round, sheet, place, answers FROM survey.ballot WHERE round = :round ORDER BY sheet").param("round", round).update();
        for (var sql : List.of("DELETE FROM survey.ballot WHERE round = :round", "DELETE FROM survey.slip WHERE round = :round", "DELETE FROM survey.invited WHERE round = :round")) {
            db.sql(sql).param("round", round).update();
        }
    }

    /**
     * A browser says in which place its ballot belongs, and no token says otherwise (ADR 0076). What can be seen is a place with more ballots than had tokens in it or used slips of it; only
     * their sum is told, since a place in which everybody answered would be a place known too well.
     */
    private int astray(Survey survey) {
        return db.sql("""
                WITH lay AS (
                    SELECT place, count(*) AS ballots FROM survey.ballot WHERE round = :round GROUP BY place
                ), had AS (
                    SELECT place, count(*) AS tokens FROM survey.invited WHERE round = :round AND person = ANY (:had) GROUP BY place
                ), drawn AS (
                    SELECT printing.place, count(*) AS slips FROM survey.slip JOIN survey.printing ON printing.id = slip.printing WHERE slip.round = :round AND slip.used_on IS NOT NULL GROUP BY printing.place
                )
                SELECT coalesce(sum(greatest(0, ballots - coalesce(tokens, 0) - coalesce(slips, 0))), 0) FROM lay LEFT JOIN had USING (place) LEFT JOIN drawn USING (place)
                """).param("round", survey.id()).param("had", ballots.had(survey.ballot()).toArray(UUID[]::new)).query(Integer.class).single();
    }

    /** What the tree binds of a ballot. */
    private static byte[] leaf(byte[] sheet, int place, Short[] answers) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(sheet);
        bytes.writeBytes(("\n" + place + "\n").getBytes(StandardCharsets.US_ASCII));
        for (var it : answers) {
            bytes.write('0' + it);
        }
        return bytes.toByteArray();
    }

    public Optional<Closing> closing(UUID round) {
        return db.sql("SELECT day, tokens, slips, ballots, by_slip, answers, remarks, astray, root FROM survey.closing WHERE round = :round").param("round", round).query(Closing.class).optional();
    }

    /** The hash of every ballot that was counted, so that each can look for their own and anybody can count. */
    public List<String> sheets(UUID round) {
        return db.sql("SELECT encode(sheet, 'hex') FROM survey.counted WHERE round = :round ORDER BY sheet").param("round", round).query(String.class).list();
    }
}
