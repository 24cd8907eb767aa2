package org.probity.people.reward;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.book.Books;
import org.springframework.stereotype.Component;

/** The accounts of gain-sharing, in fen: the company's, which issues; what is held back under a plan; what was paid out of it. */
@Component
class GainBook {
    static final String BOOK = "gain";
    static final String CNY = "CNY";

    private final Books books;

    GainBook(Books books) {
        this.books = books;
    }

    UUID company() {
        return account("company", null);
    }

    UUID held(Plan plan) {
        return account("held-" + plan.code().toLowerCase(Locale.ROOT), 0L);
    }

    UUID paid(Plan plan) {
        return account("paid-" + plan.code().toLowerCase(Locale.ROOT), 0L);
    }

    /** What is held back now; a book that nobody has begun holds nothing. */
    long standing(Plan plan) {
        return books.find(BOOK, CNY, "held-" + plan.code().toLowerCase(Locale.ROOT), null).map(it -> books.balance(it.id())).orElse(0L);
    }

    private UUID account(String kind, @Nullable Long least) {
        return books.find(BOOK, CNY, kind, null).orElseGet(() -> {
            books.begin(BOOK, Map.of(CNY, 2));
            return books.account(BOOK, CNY, kind, null, least);
        }).id();
    }
}
