package org.probity.supply.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Pick;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.supply.supplier.Supplier;

/**
 * The grades of a half-year.
 *
 * @param mine whether who looks has put them before a second person
 */
public record RoundPage(
        Round round, Scheme scheme, List<Line> lines, Optional<Decision> decision, Map<UUID, String> names, boolean grades, boolean mine, Query query,
        List<Reason> reasons) implements Page {

    public record Line(Scorecard card, Supplier supplier) {}

    public String title(Screen s) {
        return s.t("evaluation.grades-of", RoundsPage.name(s, round));
    }

    public boolean open() {
        return switch (round.stage()) {
            case OPEN, COMPUTED -> true;
            case PROPOSED, GIVEN -> false;
        };
    }

    public List<Chip> chips(Screen s) {
        var chips = new ArrayList<Chip>();
        for (var grade : Grade.values()) {
            chips.add(Chip.of(query, "grade", grade.name(), s.t("evaluation.grade." + grade), lines.stream().filter(it -> it.card().grade() == grade).count()));
        }
        chips.add(Chip.of(query, "grade", "none", s.t("evaluation.no-grade"), lines.stream().filter(it -> it.card().grade() == null).count()));
        return chips;
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("evaluation.supplier")));
    }

    private List<Line> narrowed(Screen s) {
        var words = query.filter("q").toLowerCase(Locale.ROOT);
        var grade = query.filter("grade");
        return lines.stream()
                .filter(it -> grade.isEmpty() || grade.equals(it.card().grade() == null ? "none" : it.card().grade().name()))
                .filter(it -> words.isEmpty() || (it.supplier().nameEn() + " " + it.supplier().nameZh() + " " + it.supplier().number()).toLowerCase(Locale.ROOT).contains(words))
                .sorted(Comparator.comparing((Line it) -> it.card().score(), Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(it -> it.supplier().number()))
                .toList();
    }

    /** A page of what the filters leave; the poorest first, because they need somebody. */
    public Table<Line> table(Screen s) {
        var all = narrowed(s);
        return columns(s, all.stream().skip(query.offset()).limit(query.limit()).toList()).paged(query, all.size()).downloads();
    }

    /** All that the filters leave, as a file. */
    public Table<Line> whole(Screen s) {
        return columns(s, narrowed(s));
    }

    private Table<Line> columns(Screen s, List<Line> shown) {
        return Table.of(s, shown).caption(s.t("evaluation.suppliers", shown.size()))
                .head("evaluation.supplier", it -> new Link(it.supplier().name(s.lang()), "/app/evaluation/" + round.id() + "/" + it.supplier().id()))
                .id("evaluation.number", it -> it.supplier().number())
                .state("evaluation.grade", it -> CardView.state(s, it.card()))
                .number("evaluation.score", it -> CardView.shown(it.card()))
                .number("evaluation.amount", it -> it.card().amount());
    }

    public String distribution(Screen s) {
        return Arrays.stream(Grade.values()).map(grade -> s.t("evaluation.letter." + grade) + " " + lines.stream().filter(it -> it.card().grade() == grade).count())
                .collect(java.util.stream.Collectors.joining(" · "));
    }
}
