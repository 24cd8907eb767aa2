package org.probity.people.equity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry;
import org.springframework.stereotype.Component;

/** The accounts of a stock plan, in shares: the company's, which issues; what stands ready; what was granted and is not in anybody's hands yet; what was handed over. No account is a person's. */
@Component
class StockBook {
    static final String BOOK = "stock";

    private final Books books;

    StockBook(Books books) {
        this.books = books;
    }

    /** @param ready what may still be granted @param granted what was and is not handed over, nor came back @param handed what was */
    public record Standing(long ready, long granted, long handed) {}

    Standing standing(StockPlan plan) {
        return new Standing(balance(plan, "ready"), balance(plan, "granted"), balance(plan, "handed"));
    }

    private long balance(StockPlan plan, String kind) {
        return books.find(BOOK, plan.code(), kind, null).map(it -> books.balance(it.id())).orElse(0L);
    }

    UUID company(StockPlan plan) {
        return account(plan, "company", null);
    }

    UUID ready(StockPlan plan) {
        return account(plan, "ready", 0L);
    }

    UUID granted(StockPlan plan) {
        return account(plan, "granted", 0L);
    }

    UUID handed(StockPlan plan) {
        return account(plan, "handed", 0L);
    }

    private UUID account(StockPlan plan, String kind, @Nullable Long least) {
        return books.find(BOOK, plan.code(), kind, null).orElseGet(() -> {
            books.begin(BOOK, Map.of(plan.code(), 0));
            return books.account(BOOK, plan.code(), kind, null, least);
        }).id();
    }

    /** What is decided is entered; that it can be was looked at before. */
    void enter(String kind, UUID event, LocalDate day, List<Entry.Move> moves, Me by) {
        if (!moves.isEmpty() && books.post(BOOK, List.of(Entry.of(new Entry.Source(kind, event), day, moves)), by) instanceof Answer.Refused<Long>(var reasons)) {
            throw new IllegalStateException(kind + " " + event + " is not entered: " + reasons);
        }
    }
}
