package org.probity.people.aid;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Sum;

/** The fund's book as of a day, to be looked at and taken along. @param book null: the day is refused */
public record BookOfDayPage(String typed, LocalDate today, SealedBooks.@Nullable Book book, List<Reason> reasons) implements Page {
    public boolean known() {
        return book != null;
    }

    public String title(Screen s) {
        return book == null ? s.t("aid.book-of-a-day") : s.t("aid.book-title", book.day());
    }

    public List<Sum> sums(Screen s) {
        if (book == null) {
            return List.of();
        }
        return List.of(new Sum(s.t("aid.opening", book.day().withDayOfYear(1)), s.number(book.of("opening"))), new Sum(s.t("aid.given-with-pay"), s.number(book.of("given"))), new Sum(s.t("aid.gifts"), s.number(book.of("gift"))),
                new Sum(s.t("aid.let-out-less-back"), s.number(book.of("payout").add(book.of("returned")))), new Sum(s.t("aid.closing", book.day()), s.number(book.held())));
    }

    /** The same from the book's moves, or by how much they differ. */
    public String byTheBook(Screen s) {
        return book == null ? "" : book.held().compareTo(book.byTheBook()) == 0 ? s.t("aid.book-agrees", s.number(book.byTheBook())) : s.t("aid.book-differs", s.number(book.byTheBook()));
    }

    /** What is not in it yet. */
    public String left(Screen s) {
        return book == null || book.whole() ? "" : s.t("aid.book-until-quarter", book.letOutUntil());
    }

    public Table<SealedBooks.Line> table(Screen s) {
        return Table.of(s, book == null ? List.of() : book.lines().stream().sorted(Comparator.comparing(BookOfDayPage::order).thenComparing(SealedBooks.Line::kind).thenComparing(SealedBooks.Line::yuan)).toList())
                .caption(s.t("aid.entries"))
                .text("aid.book-period", SealedBooks.Line::period)
                .head("aid.entry", it -> entry(s, it.what()))
                .text("aid.other-side", it -> side(s, it))
                .number("aid.amount", SealedBooks.Line::yuan);
    }

    /** By time, as far as it is told: a quarter stands behind its last month. */
    private static String order(SealedBooks.Line it) {
        var period = it.period();
        return it.what().equals("opening") ? "" : period.contains("Q") ? "%s-%02d~".formatted(period.substring(0, 4), 3 * (period.charAt(period.length() - 1) - '0')) : period;
    }

    private static String entry(Screen s, String what) {
        return switch (what) {
            case "opening" -> s.t("aid.book-opening");
            case "given" -> s.t("aid.entry.aid.collected");
            default -> s.t("aid.entry.aid." + what);
        };
    }

    private static String side(Screen s, SealedBooks.Line it) {
        return switch (it.what()) {
            case "given" -> s.t("aid.account." + it.kind());
            case "gift" -> s.t(it.kind().equals("company") ? "aid.account.company" : "aid.account.gifts");
            case "payout" -> s.t(it.kind().equals("urgent") ? "aid.how-at-once" : "aid.how-decided");
            default -> "";
        };
    }
}
