package org.probity.supply.green;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.green.Book.Criterion;
import org.probity.supply.supplier.Supplier;

/** What a supplier may show, and what it has shown; answering is free. */
public record PortalGreenPage(
        Supplier supplier, Optional<Book> book, List<Proof> proofs, Optional<Proofs.Standing> standing, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Optional<Proof> newest(Criterion it) {
        return proofs.stream().filter(proof -> proof.code().equals(it.code())).findFirst();
    }

    public State state(Screen s, Criterion it) {
        return newest(it).map(proof -> ProofPage.state(s, proof, today)).orElseGet(() -> State.none(s.t("green.not-shown")));
    }

    public boolean met() {
        return standing.filter(Proofs.Standing::met).isPresent();
    }

    public List<Option> codes(Screen s) {
        return book.map(it -> it.criteria().stream().filter(one -> newest(one).filter(Proof::waits).isEmpty())
                .map(one -> new Option(one.code(), one.title(s.lang()) + " · " + s.t("green.strength." + one.strength()))).toList()).orElse(List.of());
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Book.Kind.values()).map(it -> new Option(it.name(), s.t("green.kind." + it))).toList();
    }
}
