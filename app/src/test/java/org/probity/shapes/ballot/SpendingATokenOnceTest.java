package org.probity.shapes.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens are issued once for each person and spent once by nobody, and what is kept of the two cannot be joined. */
@WholeHouse
class SpendingATokenOnceTest {
    private static final int TRIES = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Asked(byte[] prepared, BlindRsa.Blinded blinded) {}

    private record Token(byte[] prepared, byte[] signature) {}

    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired Rounds rounds;
    @Autowired Ballots ballots;

    LocalDate today;
    Round round;

    @BeforeEach
    void aRoundIsOpen() {
        today = LocalDate.now(clock);
        round = open(1, today, today.plusDays(20));
    }

    @Test
    void aTokenIsSpentOnceHoweverManyTryAtOnce() throws Exception {
        var token = tokens(UUID.randomUUID()).getFirst();
        List<Callable<Answer<Hash>>> tries = IntStream.range(0, TRIES).<Callable<Answer<Hash>>>mapToObj(it -> () -> ballots.spend(round.id(), token.prepared(), token.signature())).toList();
        int accepted = 0;
        try (var crowd = Executors.newFixedThreadPool(16)) {
            for (var one : crowd.invokeAll(tries)) {
                switch (one.get()) {
                    case Answer.Done<Hash>(var hash) -> accepted++;
                    case Answer.Refused<Hash> refused -> assertThat(key(refused)).isEqualTo("ballot.spent-before");
                }
            }
        }
        assertThat(accepted).isEqualTo(1);
        assertThat(rounds.tally(round.id())).isEqualTo(new Rounds.Tally(1, 1, 1));
    }

    @Test
    void aPersonIsIssuedTokensOnceAndMayAskAgainForTheSame() throws Exception {
        var person = UUID.randomUUID();
        var first = asked();
        var signed = done(ballots.issue(round.id(), person, List.of(first.blinded().sent())));
        assertThat(done(ballots.issue(round.id(), person, List.of(first.blinded().sent()))).getFirst()).as("an answer that was lost").isEqualTo(signed.getFirst());
        assertThat(key(ballots.issue(round.id(), person, List.of(asked().blinded().sent())))).isEqualTo("ballot.issued-before");
        assertThat(ballots.issued(round.id(), person)).isTrue();
        assertThat(rounds.tally(round.id())).isEqualTo(new Rounds.Tally(1, 1, 0));

        var other = UUID.randomUUID();
        List<Callable<Answer<List<byte[]>>>> tries = IntStream.range(0, 40).<Callable<Answer<List<byte[]>>>>mapToObj(it -> () -> ballots.issue(round.id(), other, List.of(asked().blinded().sent()))).toList();
        try (var crowd = Executors.newFixedThreadPool(8)) {
            int got = 0;
            for (var one : crowd.invokeAll(tries)) {
                got += one.get() instanceof Answer.Done<List<byte[]>> ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        }
    }

    @Test
    void asManyAsTheRoundGivesAndNoOtherNumber() {
        var three = open(3, today, today.plusDays(3));
        assertThat(key(ballots.issue(three.id(), UUID.randomUUID(), List.of(asked().blinded().sent())))).isEqualTo("ballot.not-as-many");
        var person = UUID.randomUUID();
        assertThat(key(ballots.issue(round.id(), person, List.of(new byte[256])))).isEqualTo("ballot.no-number");
        assertThat(ballots.issued(round.id(), person)).as("what was refused is not issued").isFalse();
    }

    @Test
    void aTokenOfAnotherRoundAndOneThatNobodySignedAreRefused() {
        var token = tokens(UUID.randomUUID()).getFirst();
        var other = open(1, today, today.plusDays(3));
        assertThat(key(ballots.spend(other.id(), token.prepared(), token.signature()))).isEqualTo("ballot.not-signed");
        assertThat(key(ballots.spend(round.id(), token.prepared(), new byte[256]))).isEqualTo("ballot.not-signed");
        assertThat(key(ballots.spend(round.id(), new byte[300], token.signature()))).isEqualTo("ballot.not-signed");
        done(ballots.spend(round.id(), token.prepared(), token.signature()));
    }

    @Test
    void beforeAndAfterItsDaysARoundIsShut() {
        for (var shut : List.of(open(1, today.plusDays(1), today.plusDays(3)), open(1, today.minusDays(3), today.minusDays(1)))) {
            assertThat(key(ballots.issue(shut.id(), UUID.randomUUID(), List.of(asked().blinded().sent())))).isEqualTo("ballot.not-open");
            assertThat(key(ballots.spend(shut.id(), new byte[64], new byte[256]))).isEqualTo("ballot.not-open");
        }
        assertThat(key(ballots.spend(UUID.randomUUID(), new byte[64], new byte[256]))).isEqualTo("ballot.not-open");
    }

    @Test
    void aRoundThatIsOverSaysWhatItCameToAndItsKeyIsGone() {
        var spent = tokens(UUID.randomUUID()).getFirst();
        tokens(UUID.randomUUID());
        var kept = tokens(UUID.randomUUID()).getFirst();
        done(ballots.spend(round.id(), spent.prepared(), spent.signature()));
        assertThat(rounds.close(round.id())).isEqualTo(new Rounds.Tally(3, 3, 1));
        assertThat(rounds.close(round.id())).as("once").isEqualTo(new Rounds.Tally(3, 3, 1));
        assertThat(key(ballots.spend(round.id(), kept.prepared(), kept.signature()))).isEqualTo("ballot.not-open");
        assertThat(rounds.signingKey(round.id())).isEmpty();
        assertThat(rounds.on(round.purpose(), today)).extracting(Round::id).doesNotContain(round.id());
        var root = db.sql("SELECT root FROM ballot.closing WHERE round = :round AND holds").param("round", round.id()).query(String.class).single();
        assertThat(root).as("anybody who has a token can find it counted").isEqualTo(Hash.leaf(Hash.sha256(spent.prepared()).bytes()).hex());
    }

    @Test
    void asADayBeginsRoundsThatAreOverClose() {
        var over = open(1, today.minusDays(5), today.minusDays(1));
        transaction.executeWithoutResult(it -> rounds.aDayBegins(new DayHasBegun(today)));
        assertThat(rounds.signingKey(over.id())).isEmpty();
        assertThat(rounds.signingKey(round.id())).isPresent();
    }

    /** Two rounds never share a key, and the log says which it was before anybody asked. */
    @Test
    void eachRoundHasAKeyOfItsOwnThatTheLogKnows() {
        var other = open(1, today, today);
        assertThat(other.keyHash()).isNotEqualTo(round.keyHash());
        var said = db.sql("SELECT content FROM log.opening WHERE record = :record").param("record", round.record()).query(String.class).single();
        assertThat(said).contains(round.keyHash());
        assertThat(db.sql("SELECT sealed FROM ballot.signing_key WHERE round = :round").param("round", round.id()).query(String.class).single()).doesNotContain("MII");
    }

    @Test
    void theRowsOfTheTwoSidesShareNothingButTheRound() {
        var issued = columns("issued");
        var spent = columns("spent");
        assertThat(issued).containsOnlyKeys("round", "person", "tokens", "asked");
        assertThat(spent).containsOnlyKeys("round", "token", "day");
        assertThat(spent.values()).as("no time finer than a day, no number in a row").containsOnly("uuid", "bytea", "date");
        assertThat(issued.values()).containsOnly("uuid", "integer", "text");
    }

    /** Tokens are spent in the order in which they were issued, the worst that people can do; on the next day neither place nor transaction says so. */
    @Test
    void asADayBeginsTheOrderIsForgotten() {
        var came = new ArrayList<String>();
        var tokens = IntStream.range(0, 24).mapToObj(it -> tokens(UUID.randomUUID()).getFirst()).toList();
        for (var token : tokens) {
            came.add(HexFormat.of().formatHex(done(ballots.spend(round.id(), token.prepared(), token.signature())).bytes()));
        }
        assertThat(written()).as("while the day lasts").isGreaterThan(40);
        assertThat(lying()).isEqualTo(came);
        var before = files().split(" ");
        transaction.executeWithoutResult(it -> rounds.aDayBegins(new DayHasBegun(today.plusDays(1))));
        assertThat(written()).as("all in one").isEqualTo(1);
        assertThat(files()).as("in files of their own, so that no deleted row lies beside them").doesNotContain(before);
        assertThat(lying()).isSorted();
        assertThat(lying()).isNotEqualTo(came).containsExactlyInAnyOrderElementsOf(came);
        assertThat(key(ballots.spend(round.id(), tokens.getFirst().prepared(), tokens.getFirst().signature()))).as("and nothing else").isEqualTo("ballot.spent-before");
    }

    /** What was asked is kept as a hash of numbers that are blinded: nothing in either row is computed from the other. */
    @Test
    void whatIsKeptOfARequestIsNotOfItsToken() {
        var person = UUID.randomUUID();
        var asked = asked();
        var signed = done(ballots.issue(round.id(), person, List.of(asked.blinded().sent()))).getFirst();
        var signature = BlindRsa.finished(round.key(), asked.prepared(), BlindRsa.SALT, signed, asked.blinded().inverse()).orElseThrow();
        var token = done(ballots.spend(round.id(), asked.prepared(), signature));
        var kept = db.sql("SELECT asked FROM ballot.issued WHERE person = :person").param("person", person).query(String.class).single();
        assertThat(kept).isEqualTo(Hash.sha256(asked.blinded().sent()).hex());
        assertThat(List.of(token.hex(), Hash.sha256(signature).hex(), Hash.sha256(asked.prepared(), signature).hex())).doesNotContain(kept);
    }

    @Test
    void theDatabaseHoldsTheRulesToo() {
        assertThatThrownBy(() -> db.sql("INSERT INTO ballot.spent (round, token, day) VALUES (:round, '\\x00', :day)").param("round", round.id()).param("day", today).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("spent_token");
        assertThatThrownBy(() -> open(0, today, today)).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("round_each");
        assertThatThrownBy(() -> open(1, today, today.minusDays(1))).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("round_days");
    }

    private long written() {
        return db.sql("SELECT count(DISTINCT wrote) FROM (SELECT xmin::text AS wrote FROM ballot.spent WHERE round = :round UNION SELECT xmin::text FROM ballot.issued WHERE round = :round)")
                .param("round", round.id()).query(Long.class).single();
    }

    private List<String> lying() {
        return db.sql("SELECT encode(token, 'hex') FROM ballot.spent WHERE round = :round ORDER BY ctid").param("round", round.id()).query(String.class).list();
    }

    private String files() {
        return db.sql("SELECT concat(pg_relation_filenode('ballot.spent'), ' ', pg_relation_filenode('ballot.issued'))").query(String.class).single();
    }

    private Map<String, String> columns(String table) {
        return db.sql("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'ballot' AND table_name = :table").param("table", table)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Round open(int each, LocalDate from, LocalDate until) {
        return transaction.execute(it -> rounds.open("survey", each, from, until));
    }

    private Asked asked() {
        var prepared = new byte[BlindRsa.PREFIX + 32];
        RANDOM.nextBytes(prepared);
        var salt = new byte[BlindRsa.SALT];
        RANDOM.nextBytes(salt);
        return new Asked(prepared, BlindRsa.blind(round.key(), prepared, salt, RANDOM));
    }

    private List<Token> tokens(UUID person) {
        var asked = asked();
        return done(ballots.issue(round.id(), person, List.of(asked.blinded().sent()))).stream()
                .map(signed -> new Token(asked.prepared(), BlindRsa.finished(round.key(), asked.prepared(), BlindRsa.SALT, signed, asked.blinded().inverse()).orElseThrow())).toList();
    }
}
