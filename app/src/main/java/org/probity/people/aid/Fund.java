package org.probity.people.aid;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry;
import org.probity.shapes.book.Entry.Move;
import org.probity.shapes.book.Entry.Source;
import org.probity.shapes.book.Statement;
import org.probity.shapes.rule.RuleKey;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The fund's book, in fen: what came from whom by kind, what lies in the fund, what was agreed and waits for payment, what was paid. No account has an owner. */
@Component
class Fund {
    static final String BOOK = "aid";
    static final String YUAN = "CNY";
    static final String COMPANY = "company";
    static final String GIFTS = "gifts";
    static final String FUND = "fund";
    static final String AGREED = "agreed";
    static final String PAID = "paid";
    /** Bands that too few gave, together. */
    static final String TOGETHER = "together";
    /** The accounts that money comes from may owe; they are where the outside begins. */
    private static final String GIVEN = "given-";
    private static final List<String> KEPT = List.of(FUND, AGREED, PAID);

    private final JdbcClient db;
    private final Books books;
    private final Rules rules;
    private final Clock clock;

    Fund(JdbcClient db, Books books, Rules rules, Clock clock) {
        this.db = db;
        this.books = books;
        this.rules = rules;
        this.clock = clock;
    }

    static String given(String band) {
        return GIVEN + band.toLowerCase(Locale.ROOT);
    }

    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** Whoever needs the first account begins the book. */
    UUID account(String kind) {
        return books.find(BOOK, YUAN, kind, null).orElseGet(() -> {
            books.begin(BOOK, Map.of(YUAN, 2));
            return books.account(BOOK, YUAN, kind, null, KEPT.contains(kind) ? Long.valueOf(0) : null);
        }).id();
    }

    /** What lies on an account now; nothing where it was never used. */
    long holds(String kind) {
        return books.find(BOOK, YUAN, kind, null).map(it -> books.balance(it.id())).orElse(0L);
    }

    Move move(String from, String to, long amount) {
        return new Move(account(from), account(to), amount);
    }

    Answer<Long> post(String kind, UUID source, LocalDate day, Me by, Move... moves) {
        return all(() -> books.post(BOOK, List.of(Entry.of(new Source(kind, source), day, moves)), by));
    }

    /** What the book refuses leaves nothing of ours behind. */
    private static Answer<Long> all(Supplier<Answer<Long>> posting) {
        var posted = posting.get();
        if (posted instanceof Answer.Refused<Long>) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return posted;
    }

    /** One at a time lets money out; held until the transaction ends. */
    void hold() {
        db.sql("SELECT one FROM aid.fund FOR UPDATE").query(Integer.class).single();
    }

    /** What never leaves the fund, on a day. */
    long floor(LocalDate day) {
        return thousands(AidRule.FLOOR, day);
    }

    long thousands(RuleKey key, LocalDate day) {
        return 100_000L * rule(key, day);
    }

    int rule(RuleKey key, LocalDate day) {
        return rules.on(key, day);
    }

    Statement statement(String kind, LocalDate from, LocalDate until, int most, long skip) {
        return books.statement(account(kind), from, until, most, skip);
    }

    Optional<LocalDate> closedUntil() {
        return books.closedUntil(BOOK);
    }

    Answer<LocalDate> close(LocalDate until, Me by) {
        books.begin(BOOK, Map.of(YUAN, 2));
        return books.close(BOOK, until, by);
    }

    @Nullable UUID opened(String kind) {
        return books.find(BOOK, YUAN, kind, null).map(it -> it.id()).orElse(null);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    YearMonth month() {
        return YearMonth.now(clock);
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
