package org.probity.supply.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.house.access.For;
import org.probity.house.access.Role;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How grades moved between two half-years: the matrix, and who stands behind each number. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class MovesWeb {
    private final Rounds rounds;
    private final Scorecards scorecards;
    private final Suppliers suppliers;
    private final Pages pages;

    MovesWeb(Rounds rounds, Scorecards scorecards, Suppliers suppliers, Pages pages) {
        this.rounds = rounds;
        this.scorecards = scorecards;
        this.suppliers = suppliers;
        this.pages = pages;
    }

    @GetMapping("/app/evaluation/migration")
    Object moves(Query query) {
        var page = page(query);
        if (query.format().isPresent() && page.was().isPresent() && page.is().isPresent()) {
            var name = "grade-migration-" + MovesPage.key(page.was().get()) + "-" + MovesPage.key(page.is().get());
            return query.has("table", "matrix") ? pages.file(query.format().get(), name + "-matrix", s -> page.matrix(s, false))
                    : pages.file(query.format().get(), name, page::whole);
        }
        return pages.view(page);
    }

    /** The two newest that were given, unless others are asked for. */
    private MovesPage page(Query query) {
        var given = rounds.all().stream().filter(it -> it.stage() == Round.Stage.GIVEN).toList();
        var to = given.stream().filter(it -> query.has("to", MovesPage.key(it))).findFirst().or(() -> given.stream().findFirst());
        var from = given.stream().filter(it -> query.has("from", MovesPage.key(it))).findFirst()
                .or(() -> given.stream().skip(to.map(given::indexOf).orElse(0) + 1).findFirst());
        if (to.isEmpty() || from.isEmpty()) {
            return new MovesPage(given, Optional.empty(), Optional.empty(), List.of(), query);
        }
        var was = cards(from.get());
        var is = cards(to.get());
        var everybody = new HashMap<>(was);
        everybody.putAll(is);
        var moves = suppliers.find(List.copyOf(everybody.keySet())).stream()
                .map(it -> new MovesPage.Move(it, MovesPage.Place.of(was.get(it.id())), MovesPage.Place.of(is.get(it.id())))).toList();
        var shown = query.with("from", MovesPage.key(from.get())).with("to", MovesPage.key(to.get())).onPage(query.page());
        return new MovesPage(given, from, to, moves, query.format().map(shown::as).orElse(shown));
    }

    private Map<UUID, Scorecard> cards(Round round) {
        return scorecards.newest(round.id()).stream().collect(Collectors.toMap(Scorecard::supplier, Function.identity()));
    }
}
