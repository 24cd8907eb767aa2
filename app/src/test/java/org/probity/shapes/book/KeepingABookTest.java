package org.probity.shapes.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Entry.Move;
import org.probity.shapes.book.Entry.Source;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What moves between accounts is entered once, adds up to nothing, is never changed, and stays out of periods that are closed; the database holds all of it too. */
@WholeHouse
class KeepingABookTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    @Autowired Books books;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transaction;

    String book;
    LocalDate today;
    Account issued;
    Account mine;
    Account taken;

    @BeforeEach
    void aBook() {
        book = "b-" + UUID.randomUUID().toString().substring(0, 8);
        today = LocalDate.now(clock);
        books.begin(book, Map.of("HOUR", 2, "CNY", 2));
        issued = books.account(book, "HOUR", "issued", null, null);
        mine = books.account(book, "HOUR", "annual", UUID.randomUUID(), 0L);
        taken = books.account(book, "HOUR", "taken", null, 0L);
    }

    private static Source event(String kind) {
        return new Source(kind, UUID.randomUUID());
    }

    private <T> T within(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(it -> act.get()));
    }

    private Answer<Long> post(Entry... entries) {
        return within(() -> books.post(book, List.of(entries), HR));
    }

    private static String refused(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var reasons) ? reasons.getFirst().key() : "done";
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    @Test
    void whatOneAccountGivesAnotherHasAndTheStatementSaysWhy() {
        var granted = event("leave.granted");
        done(post(Entry.of(granted, today.minusDays(40), new Move(issued.id(), mine.id(), 8000))));
        done(post(Entry.of(event("leave.taken"), today.minusDays(3), new Move(mine.id(), taken.id(), 1600))));
        assertThat(books.balance(mine.id())).isEqualTo(6400);
        assertThat(books.balance(issued.id())).isEqualTo(-8000);
        assertThat(books.sum(book, "HOUR")).isEqualTo(new Books.Sum(3, 2, 0, 8000));
        var statement = books.statement(mine.id(), today.minusDays(10), today, 100, 0);
        assertThat(List.of(statement.opening(), statement.received(), statement.given(), statement.closing())).containsExactly(8000L, 0L, 1600L, 6400L);
        assertThat(statement.lines()).singleElement().satisfies(it -> {
            assertThat(it.amount()).isEqualTo(-1600);
            assertThat(it.otherKind()).isEqualTo("taken");
            assertThat(it.sourceKind()).isEqualTo("leave.taken");
        });
        var whole = books.statement(mine.id(), today.minusDays(40), today, 1, 1);
        assertThat(whole.opening()).isZero();
        assertThat(whole.count()).isEqualTo(2);
        assertThat(whole.lines()).singleElement().satisfies(it -> assertThat(it.sourceKind()).isEqualTo("leave.taken"));
    }

    @Test
    void anEventIsEnteredOnce() {
        var granted = event("leave.granted");
        var entry = Entry.of(granted, today, new Move(issued.id(), mine.id(), 8000));
        assertThat(refused(post(entry, entry))).isEqualTo("book.entered");
        done(post(entry));
        assertThat(refused(post(entry))).isEqualTo("book.entered");
        assertThat(books.balance(mine.id())).isEqualTo(8000);
    }

    @Test
    void nothingIsGivenThatIsNotThere() {
        done(post(Entry.of(event("leave.granted"), today, new Move(issued.id(), mine.id(), 800))));
        assertThat(refused(post(Entry.of(event("leave.taken"), today, new Move(mine.id(), taken.id(), 801))))).isEqualTo("book.too-little");
        done(post(Entry.of(event("leave.taken"), today, new Move(mine.id(), taken.id(), 800))));
    }

    @Test
    void ofTwoWhoTakeTheLastAtOnceOneIsRefused() throws Exception {
        done(post(Entry.of(event("leave.granted"), today, new Move(issued.id(), mine.id(), 800))));
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<String>();
            for (var it : two.invokeAll(List.<Callable<Answer<Long>>>of(
                    () -> post(Entry.of(event("leave.taken"), today, new Move(mine.id(), taken.id(), 800))), () -> post(Entry.of(event("leave.taken"), today, new Move(mine.id(), taken.id(), 800)))))) {
                answers.add(refused(it.get()));
            }
            assertThat(answers).containsExactlyInAnyOrder("done", "book.too-little");
        }
    }

    @Test
    void whatWasWrongIsReversedOnceAndStaysToBeSeen() {
        var granted = event("leave.granted");
        done(post(Entry.of(granted, today, new Move(issued.id(), mine.id(), 8000))));
        done(within(() -> books.reverse(book, granted, event("leave.corrected"), today, HR)));
        assertThat(books.balance(mine.id())).isZero();
        assertThat(books.statement(mine.id(), today, today, 10, 0).lines()).hasSize(2);
        assertThat(refused(within(() -> books.reverse(book, granted, event("leave.corrected"), today, HR)))).isEqualTo("book.reversed");
        assertThat(refused(within(() -> books.reverse(book, event("leave.granted"), event("leave.corrected"), today, HR)))).isEqualTo("book.not-entered");
    }

    @Test
    void aClosedPeriodTakesNoMore() {
        var entry = Entry.of(event("leave.granted"), today.minusDays(1), new Move(issued.id(), mine.id(), 8000));
        assertThat(refused(within(() -> books.close(book, today, HR)))).isEqualTo("book.not-over");
        assertThat(done(within(() -> books.close(book, today.minusDays(1), HR)))).isEqualTo(today.minusDays(1));
        assertThat(refused(within(() -> books.close(book, today.minusDays(1), HR)))).isEqualTo("book.closed");
        assertThat(refused(post(entry))).isEqualTo("book.closed");
        done(post(Entry.of(event("leave.granted"), today, new Move(issued.id(), mine.id(), 8000))));
    }

    @Test
    void aBatchIsBoundByTheLog() {
        var no = done(post(Entry.of(event("leave.granted"), today, new Move(issued.id(), mine.id(), 8000)), Entry.of(event("leave.granted"), today, new Move(issued.id(), mine.id(), 400), new Move(mine.id(), taken.id(), 100))));
        assertThat(books.stands(no)).isTrue();
    }

    @Test
    void theDatabaseHoldsEachRuleByItself() {
        done(post(Entry.of(event("leave.granted"), today, new Move(issued.id(), mine.id(), 8000))));
        var entry = db.sql("SELECT id FROM book.entry WHERE book = :book").param("book", book).query(UUID.class).single();
        refuses("entered_stays", "UPDATE book.move SET amount = 1 WHERE entry = '%s'".formatted(entry));
        refuses("entered_stays", "DELETE FROM book.move WHERE entry = '%s'".formatted(entry));
        refuses("entered_stays", "DELETE FROM book.entry WHERE id = '%s'".formatted(entry));
        refuses("move_gives", move(entry, issued, mine, "HOUR", -1));
        refuses("move_between_two", move(entry, mine, mine, "HOUR", 1));
        refuses("move_to", move(entry, issued, books.account(book, "CNY", "annual", null, 0L), "HOUR", 1));
        refuses("account_least", move(entry, mine, taken, "HOUR", 8001));
        refuses("entry_of_event_once", """
                INSERT INTO book.entry (id, batch, no, book, day, source_kind, source) SELECT gen_random_uuid(), batch, 9, book, day, source_kind, source FROM book.entry WHERE id = '%s'
                """.formatted(entry));
        refuses("entry_takes_back", """
                WITH back AS (INSERT INTO book.entry (id, batch, no, book, day, source_kind, source, reverses)
                              SELECT gen_random_uuid(), batch, 9, book, day, source_kind, gen_random_uuid(), id FROM book.entry WHERE id = '%s' RETURNING id, book, day)
                INSERT INTO book.move (entry, no, book, day, commodity, from_account, to_account, amount) SELECT id, 1, book, day, 'HOUR', '%s', '%s', 7999 FROM back
                """.formatted(entry, mine.id(), issued.id()));
        db.sql("INSERT INTO book.closing (book, until_day, last_batch, by, at, record) SELECT book, day, batch, id, now(), id FROM book.entry WHERE id = :id").param("id", entry).update();
        refuses("entry_in_open_period", """
                WITH later AS (INSERT INTO book.batch (no, book, by, at, record) SELECT nextval('book.number'), book, by, at, record FROM book.batch WHERE book = '%s' RETURNING no, book)
                INSERT INTO book.entry (id, batch, no, book, day, source_kind, source) SELECT gen_random_uuid(), no, 1, book, '%s', 'x', gen_random_uuid() FROM later
                """.formatted(book, today));
    }

    private static String move(UUID entry, Account from, Account to, String commodity, long amount) {
        return "INSERT INTO book.move (entry, no, book, day, commodity, from_account, to_account, amount) SELECT id, 9, book, day, '%s', '%s', '%s', %d FROM book.entry WHERE id = '%s'"
                .formatted(commodity, from.id(), to.id(), amount, entry);
    }

    private void refuses(String constraint, String sql) {
        assertThatThrownBy(() -> within(() -> db.sql(sql).update())).rootCause().isInstanceOfSatisfying(PSQLException.class,
                it -> assertThat(Objects.requireNonNull(it.getServerErrorMessage()).getConstraint()).isEqualTo(constraint));
    }

    /** Whatever is posted in whatever order: balances are what the moves say, and together they are nothing. */
    @Test
    void anyMovesAddUpToNothing() {
        var random = new SplittableRandom(5);
        var accounts = IntStream.range(0, 12).mapToObj(it -> books.account(book, "CNY", "a" + it, null, null)).toList();
        for (int round = 0; round < 15; round++) {
            var entries = IntStream.range(0, random.nextInt(1, 20)).mapToObj(it -> Entry.of(event("x"), today.minusDays(random.nextInt(90)),
                    IntStream.range(0, random.nextInt(1, 5)).mapToObj(move -> {
                        var from = random.nextInt(accounts.size());
                        return new Move(accounts.get(from).id(), accounts.get((from + random.nextInt(1, accounts.size())) % accounts.size()).id(), random.nextLong(1, 1_000_000_000L));
                    }).toList())).toArray(Entry[]::new);
            assertThat(books.stands(done(post(entries)))).isTrue();
        }
        assertThat(books.sum(book, "CNY").total()).isZero();
        for (var account : accounts) {
            assertThat(books.statement(account.id(), today.minusDays(89), today, 1, 0).closing()).isEqualTo(books.balance(account.id()));
            for (int look = 0; look < 10; look++) {
                var from = today.minusDays(random.nextInt(89));
                var until = from.plusDays(random.nextInt(60));
                var statement = books.statement(account.id(), from, until, 10_000, 0);
                assertThat(statement.lines().stream().map(Statement.Line::day)).allMatch(it -> !it.isBefore(from) && !it.isAfter(until));
                assertThat(statement.lines()).as("from %s until %s", from, until).hasSize(Math.toIntExact(statement.count()));
                assertThat(statement.lines().stream().mapToLong(Statement.Line::amount).filter(it -> it > 0).sum()).isEqualTo(statement.received());
                assertThat(statement.lines().stream().mapToLong(Statement.Line::amount).filter(it -> it < 0).sum()).isEqualTo(-statement.given());
                assertThat(List.of(from.minusDays(1), until).stream().map(day -> db.sql("SELECT amount FROM book.held(:book, :day) WHERE account = :id").param("book", book).param("day", day)
                        .param("id", account.id()).query(Long.class).single())).containsExactly(statement.opening(), statement.closing());
            }
        }
    }
}
