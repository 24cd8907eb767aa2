package org.probity.people.survey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.shapes.ballot.Ballots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slips for those who have no device of their own: as many as people of a place who have had no token, with a code each, to be mixed in a box and drawn. Whoever's
 * slip was printed gets no token any more, so that each has one voice; whose slip is whose nobody can say.
 */
@Service
public class Slips {
    /** No letter that is taken for another, in capitals. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** Eighty bits: nobody finds one by trying. */
    static final int LENGTH = 16;
    private static final int GROUP = 4;

    /** A place with how many of it may still answer by a token, and how many slips were printed. */
    public record Stack(int place, List<String> path, String tenure, String kind, int people, int slips) {
        public Stack {
            path = List.copyOf(path);
        }
    }

    private final JdbcClient db;
    private final Surveys surveys;
    private final Ballots ballots;
    private final Log log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Slips(JdbcClient db, Surveys surveys, Ballots ballots, Log log, Clock clock) {
        this.db = db;
        this.surveys = surveys;
        this.ballots = ballots;
        this.log = log;
        this.clock = clock;
    }

    public List<Stack> stacks(UUID round) {
        return db.sql("""
                SELECT place.no, place.path, place.tenure, place.kind, place.people, coalesce(sum(printing.slips), 0) AS slips
                  FROM survey.place
                  LEFT JOIN survey.printing ON printing.round = place.round AND printing.place = place.no
                 WHERE place.round = :round
                 GROUP BY place.round, place.no
                 ORDER BY place.no
                """).param("round", round)
                .query((row, n) -> new Stack(row.getInt(1), List.of((String[]) row.getArray(2).getArray()), row.getString(3), row.getString(4), row.getInt(5), row.getInt(6))).list();
    }

    /**
     * Prints the slips of a place, once; they are nowhere else.
     *
     * <p>Refusals: {@code survey.not-yours}; {@code survey.not-open} the round is over, before its first day too slips can be printed; {@code survey.place-unknown};
     * {@code survey.slips-none} everybody of it has had a token or a slip.
     *
     * @return the codes
     */
    @Transactional
    public Answer<List<String>> print(UUID round, int place, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "survey.not-yours");
        }
        var today = LocalDate.now(clock);
        db.sql("SELECT id FROM survey.round WHERE id = :id FOR UPDATE").param("id", round).query(UUID.class).optional();
        var survey = surveys.find(round).filter(it -> it.closedOn() == null && !today.isAfter(it.lastDay()));
        if (survey.isEmpty()) {
            return Answer.refused("", "survey.not-open");
        }
        if (stacks(round).stream().noneMatch(it -> it.place() == place)) {
            return Answer.refused("place", "survey.place-unknown");
        }
        var had = ballots.had(survey.get().ballot());
        var people = db.sql("SELECT person FROM survey.invited WHERE round = :round AND place = :place AND paper IS NULL").param("round", round).param("place", place).query(UUID.class).list().stream()
                .filter(it -> !had.contains(it)).toList();
        if (people.isEmpty()) {
            return Answer.refused("place", "survey.slips-none");
        }
        var printing = UUID.randomUUID();
        var record = log.record("survey.slips", today, Map.of("round", round.toString(), "place", place, "slips", people.size()));
        db.sql("INSERT INTO survey.printing (id, round, place, slips, printed_by, printed_at, record) VALUES (:id, :round, :place, :slips, :by, :at, :record)").param("id", printing).param("round", round)
                .param("place", place).param("slips", people.size()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).update();
        db.sql("UPDATE survey.invited SET paper = :printing WHERE round = :round AND person = ANY (:people)").param("printing", printing).param("round", round).param("people", people.toArray(UUID[]::new)).update();
        var codes = new ArrayList<String>();
        people.forEach(_ -> codes.add(drawn()));
        db.sql("INSERT INTO survey.slip (round, code, printing) SELECT :round, code, :printing FROM unnest(:codes::bytea[]) AS slip (code) ORDER BY code").param("round", round).param("printing", printing)
                .param("codes", codes.stream().map(it -> hash(it).orElseThrow()).toArray(byte[][]::new)).update();
        return Answer.done(List.copyOf(codes));
    }

    /**
     * Codes that were just printed, for a paper of them: none but slips of the round that nobody used, so that no paper bears a code that is none.
     *
     * <p>Refusals: {@code survey.not-yours}; {@code survey.paper-codes} none, too many, or one that is no open slip of this round.
     */
    @Transactional(readOnly = true)
    public Answer<List<String>> open(UUID round, List<String> codes, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "survey.not-yours");
        }
        var hashes = codes.stream().flatMap(it -> hash(it).stream()).toList();
        long known = db.sql("SELECT count(*) FROM survey.slip WHERE round = :round AND code = ANY (:codes) AND used_on IS NULL").param("round", round).param("codes", hashes.toArray(byte[][]::new)).query(Long.class).single();
        return codes.isEmpty() || codes.size() > BallotBox.SHEETS_MOST || known < codes.size() ? Answer.refused("", "survey.paper-codes") : Answer.done(codes);
    }

    private String drawn() {
        var code = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            code.append(at > 0 && at % GROUP == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** A code as people type it: small letters and spaces do, and so do the letters that are taken for figures. */
    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1').replaceAll("[\\s\\-－—]", "");
    }

    /** As it is kept; nothing for what is no code. */
    static Optional<byte[]> hash(String typed) {
        var code = plain(typed);
        return code.matches("[" + LETTERS + "]{" + LENGTH + "}") ? Optional.of(Hash.sha256(("survey slip\n" + code).getBytes(StandardCharsets.US_ASCII)).bytes()) : Optional.empty();
    }

    /** By which whoever drew a slip finds the ballot that was read from paper. */
    static byte[] word(String typed) {
        return ("survey word\n" + plain(typed)).getBytes(StandardCharsets.US_ASCII);
    }
}
