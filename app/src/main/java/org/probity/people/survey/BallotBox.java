package org.probity.people.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Spreadsheet;
import org.probity.proof.Hash;
import org.probity.shapes.ballot.Ballots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where ballots go in. Nothing here knows whose they are. */
@Service
public class BallotBox {
    static final int REMARK = 1000;
    static final int WORD_LEAST = 16;
    static final int WORD_MOST = 64;
    static final int SHEETS_MOST = 20_000;
    private static final int FAULTS_SHOWN = 30;

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

    /** A slip by the hash of its code. */
    record Slip(UUID round, int place, byte[] code) {}

    private final JdbcClient db;
    private final Surveys surveys;
    private final Ballots ballots;
    private final Clock clock;

    BallotBox(JdbcClient db, Surveys surveys, Ballots ballots, Clock clock) {
        this.db = db;
        this.surveys = surveys;
        this.ballots = ballots;
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

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
