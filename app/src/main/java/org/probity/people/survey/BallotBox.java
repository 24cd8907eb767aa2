package org.probity.people.survey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Spreadsheet;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.shapes.ballot.Ballots;
import org.probity.shapes.ballot.Rounds;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where ballots go in, and how they are counted when a round is over. Nothing here knows whose they are. */
@Service
public class BallotBox {
    static final int REMARK = 1000;
    static final int WORD_LEAST = 16;
    static final int WORD_MOST = 64;
    static final int SHEETS_MOST = 20_000;
    private static final int FAULTS_SHOWN = 30;
    private static final int HUNDRED = 100;
    private static final int STEP = 5;

    /**
     * What somebody puts in.
     *
     * @param place where they stand, as their page told them
     * @param answers one for each item in its order, from one to five
     * @param word drawn by their browser; whoever knows it finds the ballot in the list
     * @param remark in words of their own; empty: none
     */
    public record Ballot(int place, List<Integer> answers, byte[] word, String remark) {
        public Ballot {
            answers = List.copyOf(answers);
            word = word.clone();
        }

        @Override
        public byte[] word() {
            return word.clone();
        }
    }

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

    /** A slip by the hash of its code. */
    record Slip(UUID round, int place, byte[] code) {}

    private final JdbcClient db;
    private final Surveys surveys;
    private final Ballots ballots;
    private final Rounds rounds;
    private final Log log;
    private final Clock clock;

    BallotBox(JdbcClient db, Surveys surveys, Ballots ballots, Rounds rounds, Log log, Clock clock) {
        this.db = db;
        this.surveys = surveys;
        this.ballots = ballots;
        this.rounds = rounds;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Nobody in particular puts a ballot in, with a token. The token is spent and the ballot kept, or neither.
     *
     * <p>Refusals: {@code survey.not-open}; {@code survey.place-unknown}; {@code survey.unanswered} an item is left out, or is none of five steps;
     * {@code survey.word-wrong} too short to be found by; {@code survey.remark-long}; and of the token {@code ballot.not-open}, {@code ballot.not-signed},
     * {@code ballot.spent-before}.
     *
     * @return under which hash it lies in the box
     */
    @Transactional
    public Answer<String> put(UUID round, byte[] message, byte[] signature, Ballot it) {
        var survey = surveys.find(round).filter(one -> one.open(today()));
        if (survey.isEmpty()) {
            return Answer.refused("", "survey.not-open");
        }
        var wrong = wrong(survey.get(), it);
        if (wrong.isPresent()) {
            return new Answer.Refused<>(List.of(wrong.get()));
        }
        return switch (ballots.spend(survey.get().ballot(), message, signature)) {
            case Answer.Refused<Hash>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Hash> spent -> Answer.done(keep(round, it));
        };
    }

    /**
     * The same with a slip that was drawn from a box.
     *
     * <p>Refusals as of {@link #put}; {@code survey.slip-unknown} no slip of an open round has that code; {@code survey.slip-used}.
     */
    @Transactional
    public Answer<String> put(String code, List<Integer> answers, byte[] word, String remark) {
        var slip = slip(code);
        if (slip.isEmpty()) {
            return Answer.refused("code", "survey.slip-unknown");
        }
        var round = slip.get().round();
        db.sql("SELECT id FROM survey.round WHERE id = :id FOR KEY SHARE").param("id", round).query(UUID.class).single();
        var survey = surveys.find(round).filter(one -> one.open(today()));
        if (survey.isEmpty()) {
            return Answer.refused("", "survey.not-open");
        }
        var it = new Ballot(slip.get().place(), answers, word, remark);
        var wrong = wrong(survey.get(), it);
        if (wrong.isPresent()) {
            return new Answer.Refused<>(List.of(wrong.get()));
        }
        int used = db.sql("UPDATE survey.slip SET used_on = :day WHERE round = :round AND code = :code AND used_on IS NULL").param("day", today()).param("round", round)
                .param("code", slip.get().code()).update();
        return used == 1 ? Answer.done(keep(round, it)) : Answer.refused("code", "survey.slip-used");
    }

    /** The questionnaire that a slip is for. Refusals: {@code survey.slip-unknown}, {@code survey.slip-used}, {@code survey.not-open}. */
    @Transactional(readOnly = true)
    public Answer<Survey> open(String code) {
        var slip = slip(code);
        if (slip.isEmpty()) {
            return Answer.refused("code", "survey.slip-unknown");
        }
        if (db.sql("SELECT count(*) FROM survey.slip WHERE round = :round AND code = :code AND used_on IS NULL").param("round", slip.get().round()).param("code", slip.get().code()).query(Long.class).single() == 0) {
            return Answer.refused("code", "survey.slip-used");
        }
        return surveys.find(slip.get().round()).filter(one -> one.open(today())).map(Answer::done).orElseGet(() -> Answer.refused("", "survey.not-open"));
    }

    private Optional<Slip> slip(String code) {
        var hash = Slips.hash(code);
        return hash.flatMap(bytes -> db.sql("SELECT slip.round, printing.place FROM survey.slip JOIN survey.printing ON printing.id = slip.printing WHERE slip.code = :code").param("code", bytes)
                .query((row, n) -> new Slip(row.getObject(1, UUID.class), row.getInt(2), bytes)).optional());
    }

    private Optional<Reason> wrong(Survey survey, Ballot it) {
        if (db.sql("SELECT count(*) FROM survey.place WHERE round = :round AND no = :no").param("round", survey.id()).param("no", it.place()).query(Long.class).single() == 0) {
            return Optional.of(new Reason("", "survey.place-unknown", List.of()));
        }
        if (it.answers().size() != survey.items().size() || it.answers().stream().anyMatch(step -> step < 1 || step > Pack.STEPS)) {
            return Optional.of(new Reason("answers", "survey.unanswered", List.of(survey.items().size())));
        }
        if (it.word().length < WORD_LEAST || it.word().length > WORD_MOST) {
            return Optional.of(new Reason("", "survey.word-wrong", List.of()));
        }
        return it.remark().strip().length() > REMARK ? Optional.of(new Reason("remark", "survey.remark-long", List.of(REMARK))) : Optional.empty();
    }

    private String keep(UUID round, Ballot it) {
        var sheet = Hash.sha256(it.word());
        db.sql("INSERT INTO survey.ballot (round, sheet, place, answers) VALUES (:round, :sheet, :place, :answers)").param("round", round).param("sheet", sheet.bytes()).param("place", it.place())
                .param("answers", it.answers().toArray(Integer[]::new)).update();
        if (!it.remark().strip().replace("\0", "").isBlank()) {
            db.sql("INSERT INTO survey.remark (round, id, site, words) SELECT :round, :id, coalesce(path[2], path[1], ''), :words FROM survey.place WHERE round = :round AND no = :place").param("round", round)
                    .param("id", UUID.randomUUID()).param("words", it.remark().strip().replace("\0", "")).param("place", it.place()).update();
        }
        return sheet.hex();
    }

    /**
     * Human resources bring what was read from paper sheets: a line a slip, with its code and its answers. All of it or nothing.
     *
     * <p>Refusals: those of {@link Spreadsheet}; {@code survey.not-yours}; {@code survey.not-open}; {@code survey.sheet-columns}; {@code survey.sheet-empty};
     * {@code survey.sheet-long}; with the number of the line {@code survey.sheet-code} no slip of this round, used before or twice in the file,
     * {@code survey.sheet-answer} none of five steps.
     *
     * @return how many ballots
     */
    @Transactional
    public Answer<Integer> bringIn(UUID round, byte[] bytes, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "survey.not-yours");
        }
        db.sql("SELECT id FROM survey.round WHERE id = :id FOR KEY SHARE").param("id", round).query(UUID.class).optional();
        var survey = surveys.find(round).filter(one -> one.open(today()));
        if (survey.isEmpty()) {
            return Answer.refused("", "survey.not-open");
        }
        var heads = Stream.concat(Stream.of("code"), survey.get().items().stream()).toList();
        Columns columns;
        try {
            columns = Columns.of(Spreadsheet.read(bytes), heads, Map.of("编号", "code"));
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        if (!columns.missing().isEmpty()) {
            return Answer.refused("file", "survey.sheet-columns", String.join(", ", columns.missing()));
        }
        if (columns.lines().isEmpty() || columns.lines().size() > SHEETS_MOST) {
            return Answer.refused("file", columns.lines().isEmpty() ? "survey.sheet-empty" : "survey.sheet-long", SHEETS_MOST);
        }
        return read(survey.get(), columns);
    }

    private Answer<Integer> read(Survey survey, Columns columns) {
        var places = new HashMap<String, Integer>();
        db.sql("SELECT encode(slip.code, 'hex'), printing.place FROM survey.slip JOIN survey.printing ON printing.id = slip.printing WHERE slip.round = :round AND slip.used_on IS NULL FOR UPDATE OF slip")
                .param("round", survey.id()).query(row -> {
                    places.put(row.getString(1), row.getInt(2));
                });
        var codes = new ArrayList<byte[]>();
        var sheets = new ArrayList<byte[]>();
        var at = new ArrayList<Integer>();
        var answers = new ArrayList<String>();
        var faults = new ArrayList<Reason>();
        for (var line : columns.lines()) {
            var code = Slips.hash(line.of("code"));
            var place = code.map(it -> places.remove(HexFormat.of().formatHex(it)));
            var steps = survey.items().stream().map(line::of).toList();
            if (place.isEmpty()) {
                faults.add(new Reason("file", "survey.sheet-code", List.of(line.row())));
            } else if (steps.stream().anyMatch(it -> !it.matches("[1-5]"))) {
                faults.add(new Reason("file", "survey.sheet-answer", List.of(line.row())));
            } else {
                codes.add(code.get());
                sheets.add(Hash.sha256(Slips.word(line.of("code"))).bytes());
                at.add(place.get());
                answers.add("{" + String.join(",", steps) + "}");
            }
        }
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)));
        }
        db.sql("UPDATE survey.slip SET used_on = :day WHERE round = :round AND code = ANY (:codes)").param("day", today()).param("round", survey.id()).param("codes", codes.toArray(byte[][]::new)).update();
        db.sql("""
                INSERT INTO survey.ballot (round, sheet, place, answers)
                SELECT :round, sheet, place, answers::smallint[] FROM unnest(:sheets::bytea[], :places::int[], :answers::text[]) AS brought (sheet, place, answers) ORDER BY sheet
                """)
                .param("round", survey.id()).param("sheets", sheets.toArray(byte[][]::new)).param("places", at.toArray(Integer[]::new)).param("answers", answers.toArray(String[]::new)).update();
        return Answer.done(codes.size());
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
                .param("remarks", remarks).param("astray", astray).param("root", root).param("at", now()).param("record", record).update();
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

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
