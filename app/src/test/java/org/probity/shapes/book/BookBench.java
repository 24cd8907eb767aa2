package org.probity.shapes.book;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.PageBench;
import org.probity.house.ui.Answer;
import org.probity.reckon.Split;
import org.probity.shapes.book.Entry.Move;
import org.probity.shapes.book.Entry.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// `./probity bench reward book [--quick]`: 1,000,000 entries of 10,000 people are posted in a hundred batches over a PostgreSQL that waits for its disk, added up, and asked for as statements of people and of
/// the account that every entry touches (a tenth with `--quick`). The floor of posting is the same moves by one plain INSERT into a table without anything. A pool is split over 10,000 people.
///
/// Ends with 0 when the goals are met, 1 when one is short, 2 when it could not run.
public final class BookBench {
    private static final double STATEMENT_MS = 50;
    private static final double SPLIT_S = 1;
    private static final int PEOPLE = 10_000;
    private static final int BATCHES = 100;
    private static boolean met = true;

    private BookBench() {}

    public static void main(String[] args) {
        try {
            run(List.of(args).contains("--quick") ? 10 : 1);
            System.exit(met ? 0 : 1);
        } catch (Exception e) {
            System.out.println("book could not run: " + e);
            System.exit(2);
        }
    }

    private static void goal(String what, double value, String bound, boolean reached) {
        met &= reached;
        System.out.printf(Locale.ROOT, "book %s, %.3f, %s, %s%n", what, value, bound, reached ? "met" : "short");
    }

    private static void run(int share) throws Exception {
        split();
        PageBench.house(house -> {
            PageBench.where(1_000_000 / share + " entries of " + PEOPLE + " people");
            book(house.getBean(Books.class), house.getBean(JdbcClient.class), new TransactionTemplate(house.getBean(PlatformTransactionManager.class)),
                    LocalDate.now(house.getBean(Clock.class)), 1_000_000 / share);
            return met;
        });
    }

    private static void split() {
        var random = new SplittableRandom(3);
        var weights = new HashMap<UUID, BigFraction>();
        for (int n = 0; n < PEOPLE; n++) {
            weights.put(new UUID(random.nextLong(), random.nextLong()), BigFraction.of(random.nextInt(1, 300), 10).multiply(BigFraction.of(random.nextInt(0, 23), random.nextInt(19, 24))));
        }
        var seconds = new double[20];
        for (int round = 0; round < seconds.length; round++) {
            var start = System.nanoTime();
            var pool = random.nextLong(1, 100_000_000_000L);
            if (Split.among(pool, weights).values().stream().mapToLong(Long::longValue).sum() != pool) {
                throw new IllegalStateException("the parts of " + pool + " do not add up");
            }
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        goal("a pool over 10,000 people, s at most", Arrays.stream(seconds).max().orElseThrow(), "<= 1", Arrays.stream(seconds).max().orElseThrow() <= SPLIT_S);
    }

    private static void book(Books books, JdbcClient db, TransactionTemplate transaction, LocalDate today, int entries) {
        var me = new Me(UUID.randomUUID(), "Bench", Set.of(Role.HR), Optional.empty());
        var random = new SplittableRandom(9);
        books.begin("bench", Map.of("CNY", 2));
        var pool = books.account("bench", "CNY", "pool", null, null);
        db.sql("INSERT INTO book.account (id, book, commodity, kind, owner, least, opened_at) SELECT gen_random_uuid(), 'bench', 'CNY', 'person', gen_random_uuid(), 0, now() FROM generate_series(1, :n)").param("n", PEOPLE).update();
        var people = db.sql("SELECT id FROM book.account WHERE book = 'bench' AND kind = 'person'").query(UUID.class).list();
        double posted = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            var day = today.minusDays(3L * (BATCHES - batch));
            var list = IntStream.range(0, entries / BATCHES).mapToObj(n -> {
                var person = people.get(random.nextInt(PEOPLE));
                return Entry.of(new Source("bench", new UUID(random.nextLong(), random.nextLong())), day, new Move(pool.id(), person, random.nextLong(1, 1_000_000)));
            }).toList();
            var start = System.nanoTime();
            transaction.executeWithoutResult(it -> {
                if (!(books.post("bench", list, me) instanceof Answer.Done)) {
                    throw new IllegalStateException("a batch was refused");
                }
            });
            posted += (System.nanoTime() - start) / 1e9;
        }
        var start = System.nanoTime();
        transaction.executeWithoutResult(it -> {
            db.sql("CREATE TABLE bench_floor (entry uuid, giver uuid, receiver uuid, amount bigint)").update();
            db.sql("INSERT INTO bench_floor SELECT entry, from_account, to_account, amount FROM book.move").update();
        });
        var floor = (System.nanoTime() - start) / 1e9;
        goal("posting of " + entries + " entries, s (floor " + String.format(Locale.ROOT, "%.1f", floor) + ")", posted, "<= 180", posted <= 180);
        start = System.nanoTime();
        var sum = books.sum("bench", "CNY");
        var summed = (System.nanoTime() - start) / 1e6;
        goal("all balances together, of " + sum.moves() + " moves, fen", sum.total(), "0", sum.total() == 0 && sum.moves() == entries);
        goal("adding up every balance, ms", summed, "<= 1000", summed <= 1_000);
        var wrong = db.sql("""
                SELECT count(*) FROM book.balance
                  JOIN (SELECT account, sum(amount) AS amount FROM (SELECT from_account AS account, -amount AS amount FROM book.move UNION ALL SELECT to_account, amount FROM book.move) AS side GROUP BY account) AS of
                 USING (account) WHERE balance.amount <> of.amount
                """).query(Long.class).single();
        goal("balances that are not what the moves say", wrong, "0", wrong == 0);
        var times = new ArrayList<Double>();
        for (int n = 0; n < 400; n++) {
            times.add(statement(books, n % 10 == 0 ? pool.id() : people.get(random.nextInt(PEOPLE)), today.minusDays(365).withDayOfMonth(1), today));
        }
        goal("statement of a year of a person or the pool, ms p95", p95(times), "<= 50", p95(times) <= STATEMENT_MS);
        var persons = IntStream.range(0, 400).mapToObj(n -> statement(books, people.get(random.nextInt(PEOPLE)), today.minusDays(365), today)).toList();
        goal("statement of a person, ms p95", p95(persons), "<= 50", p95(persons) <= STATEMENT_MS);
        var pools = IntStream.range(0, 20).mapToObj(n -> statement(books, pool.id(), today.minusDays(30), today)).toList();
        goal("statement of a month of the account that is in every entry, ms p95", p95(pools), "<= 250", p95(pools) <= 250);
    }

    private static double statement(Books books, UUID account, LocalDate from, LocalDate until) {
        var start = System.nanoTime();
        books.statement(account, from, until, 200, 0);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double p95(List<Double> times) {
        return times.stream().sorted().toList().get((int) Math.ceil(times.size() * 0.95) - 1);
    }
}
