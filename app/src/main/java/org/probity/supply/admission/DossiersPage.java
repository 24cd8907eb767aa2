package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.admission.Dossier.Stage;
import org.probity.supply.supplier.Supplier;

/**
 * Everybody on the way to the qualified list, and on it: the funnel and its rows.
 *
 * @param shown one page of them
 * @param counts how many stand at each stage behind the other filters
 */
public record DossiersPage(List<Dossier> shown, Map<Stage, Long> counts, Query query, List<Supplier.Category> categories, boolean invites, LocalDate today) implements Page {

    public List<Sum> sums(Screen s) {
        return Stream.of(Stage.IN_REVIEW, Stage.READY, Stage.PROPOSED, Stage.QUALIFIED, Stage.LAPSED)
                .map(stage -> new Sum(s.t("admission.stage." + stage), s.number(in(stage)), "", query.with("stage", stage.name()).href(),
                        stage == Stage.LAPSED && in(stage) > 0)).toList();
    }

    public List<Chip> chips(Screen s) {
        return Stream.concat(Stream.of(Chip.of(query, "stage", "", s.t("admission.stage.all"), all())),
                Arrays.stream(Stage.values()).filter(stage -> in(stage) > 0 || query.has("stage", stage.name()))
                        .map(stage -> Chip.of(query, "stage", stage.name(), s.t("admission.stage." + stage), in(stage)))).toList();
    }

    private long in(Stage stage) {
        return counts.getOrDefault(stage, 0L);
    }

    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private long found() {
        return Arrays.stream(Stage.values()).filter(it -> query.has("stage", it.name())).findFirst().map(this::in).orElseGet(this::all);
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("admission.supplier")),
                new Pick("category", s.t("admission.category"), categories.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList()));
    }

    public Table<Dossier> table(Screen s) {
        return Table.of(s, shown)
                .caption(s.t("admission.dossiers", found()))
                .head("admission.supplier", it -> new Link(it.supplierName(s.lang()), "/app/admission/" + it.id()))
                .text("admission.category", it -> it.categoryName(s.lang()))
                .text("admission.site", Dossier::siteName)
                .state("admission.stands", it -> state(s, it))
                .number("admission.legs-missing-count", it -> (long) it.missing().size())
                .day("admission.due", it -> it.stage() == Stage.IN_REVIEW ? Optional.of(it.dueDay()) : Optional.empty())
                .day("admission.until", it -> Optional.ofNullable(it.untilDay()))
                .paged(query, found())
                .downloads();
    }

    static State state(Screen s, Dossier it) {
        var words = s.t("admission.stage." + it.stage());
        return switch (it.stage()) {
            case IN_REVIEW, LEFT -> State.none(words);
            case READY, PROPOSED -> State.note(words);
            case QUALIFIED -> State.good(words);
            case WITH_CONDITIONS -> State.warn(words);
            case LAPSED, SUSPENDED, REFUSED -> State.bad(words);
        };
    }
}
