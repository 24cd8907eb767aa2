package org.probity.shapes.ballot;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.probity.house.start.PageBench;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// `./probity bench ballot [--quick]`: 10,000 people get a token each and spend it, over a PostgreSQL that waits for its disk; then 100 tokens are tried
/// 100,000 times by 16 at once (a tenth of both with `--quick`). What a browser computes runs in the same process before the clock starts. The floor of spending is one plain INSERT.
///
/// Ends with 0 when the goals are met, 1 when one is short, 2 when it could not run.
public final class BallotBench {
    private static final int AT_ONCE = 16;
    private static final int FOUGHT_FOR = 100;
    private static boolean met = true;

    private record Asked(UUID person, byte[] prepared, BlindRsa.Blinded blinded) {}

    private record Token(byte[] prepared, byte[] signature) {}

    private BallotBench() {}

    public static void main(String[] args) {
        try {
            run(List.of(args).contains("--quick") ? 10 : 1);
            System.exit(met ? 0 : 1);
        } catch (Exception e) {
            System.out.println("ballot could not run: " + e);
            System.exit(2);
        }
    }

    private static void goal(String what, double value, String bound, boolean reached) {
        met &= reached;
        System.out.printf(Locale.ROOT, "ballot %s, %.3f, %s, %s%n", what, value, bound, reached ? "met" : "short");
    }

    private static void run(int share) throws Exception {
        PageBench.house(house -> {
            PageBench.where(10_000 / share + " people, " + AT_ONCE + " at once");
            var rounds = house.getBean(Rounds.class);
            var ballots = house.getBean(Ballots.class);
            var today = LocalDate.now(house.getBean(Clock.class));
            var round = Objects.requireNonNull(new TransactionTemplate(house.getBean(PlatformTransactionManager.class))
                    .execute(it -> rounds.open("bench", 1, today, today.plusDays(1))));
            int people = 10_000 / share;
            var asked = new ArrayList<Asked>();
            for (int person = 0; person < people + FOUGHT_FOR; person++) {
                asked.add(asked(round));
            }
            var tokens = Collections.synchronizedList(new ArrayList<Token>());
            double issuing = timed("a token issued", asked.stream().<Callable<Long>>map(it -> () -> {
                long start = System.nanoTime();
                var signed = ballots.issue(round.id(), it.person(), List.of(it.blinded().sent()));
                long took = System.nanoTime() - start;
                if (signed instanceof Answer.Done<List<byte[]>>(var signatures)) {
                    tokens.add(new Token(it.prepared(), BlindRsa.finished(round.key(), it.prepared(), BlindRsa.SALT, signatures.getFirst(), it.blinded().inverse()).orElseThrow()));
                }
                return took;
            }).toList());
            double spending = timed("a token spent", tokens.subList(0, people).stream().<Callable<Long>>map(it -> () -> {
                long start = System.nanoTime();
                ballots.spend(round.id(), it.prepared(), it.signature());
                return System.nanoTime() - start;
            }).toList());
            var tally = rounds.tally(round.id());
            goal("ballots of " + people + " people issued and spent, s", issuing + spending, "<= " + 300 / share, issuing + spending <= 300.0 / share && tally.spent() == people && tally.holds());
            floor(house.getBean(JdbcClient.class), people);
            fought(ballots, round, tokens.subList(people, people + FOUGHT_FOR), 100_000 / share);
            long spent = rounds.tally(round.id()).spent();
            goal("rows after all of it beyond one for each token", spent - people - FOUGHT_FOR, "0", spent == people + FOUGHT_FOR);
            var start = System.nanoTime();
            rounds.close(round.id());
            System.out.printf(Locale.ROOT, "# the round closed, order forgotten, in %.2f s%n", (System.nanoTime() - start) / 1e9);
            return met;
        });
    }

    private static void fought(Ballots ballots, Round round, List<Token> tokens, int tries) throws Exception {
        var accepted = new ArrayList<Callable<Integer>>();
        for (int at = 0; at < tries; at++) {
            var token = tokens.get(at % tokens.size());
            accepted.add(() -> ballots.spend(round.id(), token.prepared(), token.signature()) instanceof Answer.Done<Hash> ? 1 : 0);
        }
        int all = 0;
        try (var crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var one : crowd.invokeAll(accepted)) {
                all += one.get();
            }
        }
        goal("double spends accepted in " + tries + " tries of " + tokens.size() + " tokens", all - tokens.size(), "0", all == tokens.size());
    }

    private static double timed(String what, List<Callable<Long>> work) throws Exception {
        var took = new double[work.size()];
        long start = System.nanoTime();
        try (var crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            int at = 0;
            for (var one : crowd.invokeAll(work)) {
                took[at++] = one.get() / 1e6;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(took);
        double p95 = took[(int) (took.length * .95)];
        System.out.printf(Locale.ROOT, "# %s: %.0f a second, %.1f ms in the middle%n", what, took.length / seconds, took[took.length / 2]);
        goal(what + " by " + AT_ONCE + " at once, p95 ms", p95, "<= 500", p95 <= 500);
        return seconds;
    }

    private static void floor(JdbcClient db, int rows) {
        db.sql("CREATE TABLE ballot.floor (round uuid NOT NULL, token bytea NOT NULL, day date NOT NULL, PRIMARY KEY (round, token))").update();
        var round = UUID.randomUUID();
        long start = System.nanoTime();
        for (int at = 0; at < rows / 10; at++) {
            db.sql("INSERT INTO ballot.floor VALUES (:round, :token, current_date)").param("round", round).param("token", Hash.sha256(new byte[] {(byte) at, (byte) (at >> 8)}).bytes()).update();
        }
        System.out.printf(Locale.ROOT, "# floor: %.0f plain INSERTs a second, one after another%n", rows / 10 / ((System.nanoTime() - start) / 1e9));
        db.sql("DROP TABLE ballot.floor").update();
    }

    private static Asked asked(Round round) {
        var random = new SecureRandom();
        var prepared = new byte[BlindRsa.PREFIX + 32];
        random.nextBytes(prepared);
        var salt = new byte[BlindRsa.SALT];
        random.nextBytes(salt);
        return new Asked(UUID.randomUUID(), prepared, BlindRsa.blind(round.key(), prepared, salt, random));
    }
}
