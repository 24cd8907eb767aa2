package org.probity.supply.green;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.green.Book.Criterion;
import org.probity.supply.supplier.Supplier;

/** The criteria of a category: those in force, those proposed, those before; and a form for the next. */
public record BookPage(
        Supplier.Category category, List<Book> books, Optional<Book> inForce, Side side, Map<UUID, String> names, LocalDate today, Map<String, String> typed,
        List<Reason> reasons) implements Page {
    static final int ROWS = 8;

    /** @param proposes may propose another set @param rules may rule on the one that waits @param own it is theirs, which they may withdraw */
    public record Side(boolean proposes, boolean rules, boolean own) {}

    public String path() {
        return "/app/green/" + category.code();
    }

    public Optional<Book> waits() {
        return books.stream().filter(Book::open).findFirst();
    }

    /** Those filled in, and two to go on; the rest waits below. */
    public List<Integer> rows() {
        int filled = IntStream.rangeClosed(1, ROWS).filter(row -> !of("code" + row).isEmpty() || !of("en" + row).isEmpty() || !of("zh" + row).isEmpty() || !of("points" + row).isEmpty()).max().orElse(0);
        return IntStream.rangeClosed(1, Math.min(ROWS, filled + 2)).boxed().toList();
    }

    public List<Integer> more() {
        return IntStream.rangeClosed(rows().size() + 1, ROWS).boxed().toList();
    }

    /** What was typed, or else what holds today. */
    public String of(String field) {
        return typed.getOrDefault(field, typed.isEmpty() ? before(field) : "");
    }

    private String before(String field) {
        if (inForce.isEmpty()) {
            return "";
        }
        var book = inForce.get();
        if (field.equals("threshold")) {
            return String.valueOf(book.threshold());
        }
        var row = field.replaceAll("[^0-9]", "");
        if (row.isEmpty() || Integer.parseInt(row) > book.criteria().size()) {
            return "";
        }
        var it = book.criteria().get(Integer.parseInt(row) - 1);
        return switch (field.replaceAll("[0-9]", "")) {
            case "code" -> it.code();
            case "en" -> it.titleEn();
            case "zh" -> it.titleZh();
            case "strength" -> it.strength().name();
            case "points" -> String.valueOf(it.points());
            case String other -> throw new IllegalArgumentException("no field " + other);
        };
    }

    public List<Option> strengths(Screen s) {
        return Arrays.stream(Book.Strength.values()).map(it -> new Option(it.name(), s.t("green.strength." + it))).toList();
    }

    public Table<Criterion> table(Screen s, Book book) {
        return Table.of(s, book.criteria())
                .caption(s.t("green.set-from", book.fromDay()), s.t("green.threshold-says", book.threshold(), book.possible()) + " " + book.source())
                .head("green.criterion", it -> it.title(s.lang()))
                .id("green.code", Criterion::code)
                .text("green.weakest", it -> s.t("green.strength." + it.strength()))
                .number("green.points", Criterion::points);
    }

    public Table<Book> history(Screen s) {
        return Table.of(s, books)
                .caption(s.t("green.sets"))
                .head("green.from", it -> s.day(it.fromDay()))
                .number("green.criteria", it -> it.criteria().size())
                .text("green.proposed-by", it -> names.getOrDefault(it.proposedBy(), "–"))
                .text("green.approved-by", it -> it.approvedBy() == null ? "" : names.getOrDefault(it.approvedBy(), "–"))
                .state("green.state", it -> it.open() ? State.warn(s.t("green.waits-for-approval"))
                        : it.approvedBy() == null ? State.none(s.t("green.rejected"))
                        : inForce.filter(now -> now.id().equals(it.id())).isPresent() ? State.good(s.t("green.in-force"))
                        : it.fromDay().isAfter(today) ? State.note(s.t("green.to-come")) : State.none(s.t("green.before")));
    }
}
