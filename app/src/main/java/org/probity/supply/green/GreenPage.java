package org.probity.supply.green;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.supply.supplier.Supplier;

/** Criteria by category with how many suppliers meet them, and proofs that wait for a person. */
public record GreenPage(List<Line> lines, List<Waiting> waiting, LocalDate today) implements Page {
    /** @param book the criteria that hold today @param met suppliers that reach the threshold @param waits another set is proposed */
    public record Line(Supplier.Category category, Optional<Book> book, long met, long suppliers, boolean waits) {}

    /** A proof with what it is about. */
    public record Waiting(Proof proof, Supplier supplier, String titleEn, String titleZh) {
        String title(org.probity.house.ui.Lang lang) {
            return lang == org.probity.house.ui.Lang.EN ? titleEn : titleZh;
        }
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("green.criteria"))
                .head("green.category", it -> new Link(it.category().name(s.lang()), "/app/green/" + it.category().code()))
                .number("green.criteria", it -> it.book().map(book -> (long) book.criteria().size()))
                .text("green.threshold", it -> it.book().map(book -> s.t("green.points-of", book.threshold(), book.possible())))
                .day("green.since", it -> it.book().map(Book::fromDay))
                .number("green.suppliers-met", it -> it.book().map(book -> it.met()))
                .number("green.suppliers", Line::suppliers)
                .state("green.state", it -> it.waits() ? State.warn(s.t("green.waits-for-approval")) : it.book().isPresent() ? State.good(s.t("green.in-force")) : State.none(s.t("green.none")));
    }

    public Table<Waiting> waiting(Screen s) {
        return Table.of(s, waiting)
                .caption(s.t("green.to-review"))
                .head("green.proof", it -> new Link(it.title(s.lang()), "/app/green/proofs/" + it.proof().id()))
                .text("green.supplier", it -> it.supplier().name(s.lang()))
                .text("green.kind", it -> s.t("green.kind." + it.proof().kind()))
                .day("green.until", it -> it.proof().validUntil())
                .text("green.sent", it -> s.time(it.proof().sentAt()));
    }
}
