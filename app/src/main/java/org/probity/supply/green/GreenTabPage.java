package org.probity.supply.green;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.supply.green.Book.Criterion;

/** How green one supplier's goods are, criterion by criterion. */
public record GreenTabPage(String category, Optional<Book> book, List<Proof> proofs, Optional<Proofs.Standing> standing, LocalDate today) implements Page {
    private Optional<Proof> newest(Criterion it) {
        return proofs.stream().filter(proof -> proof.code().equals(it.code())).findFirst();
    }

    public State state(Screen s) {
        return standing.filter(Proofs.Standing::met).map(it -> State.good(s.t("green.meets"))).orElseGet(() -> State.none(s.t("green.meets-not")));
    }

    public Table<Criterion> table(Screen s) {
        return Table.of(s, book.map(Book::criteria).orElse(List.of()))
                .caption(s.t("green.criteria"))
                .head("green.criterion", it -> it.title(s.lang()))
                .number("green.points", Criterion::points)
                .text("green.weakest", it -> s.t("green.strength." + it.strength()))
                .text("green.proof", it -> newest(it).map(proof -> new Link(s.t("green.kind." + proof.kind()), "/app/green/proofs/" + proof.id())))
                .day("green.until", it -> newest(it).map(Proof::validUntil))
                .state("green.state", it -> newest(it).map(proof -> ProofPage.state(s, proof, today)).orElseGet(() -> State.none(s.t("green.not-shown"))));
    }
}
