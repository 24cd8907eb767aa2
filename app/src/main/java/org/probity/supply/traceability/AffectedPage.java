package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.traceability.Affected.By;
import org.probity.supply.traceability.Affected.Found;

/**
 * Which modules a list, a supplier, a country or a region touches, and how much of each.
 *
 * @param found nothing while the books are being read
 * @param wrong the key of what is wrong with the question; empty when nothing is
 */
public record AffectedPage(Affected.Question question, Optional<Found> found, List<Affected.Line> lines, Query query, String wrong) implements Page {
    public List<Option> by(Screen s) {
        return Arrays.stream(By.values()).map(it -> new Option(it.name(), s.t("traceability.by." + it), s.t("traceability.by." + it + ".hint"))).toList();
    }

    public String chosen() {
        return question.by().name();
    }

    public String value() {
        return question.value();
    }

    public boolean beingRead() {
        return wrong.isEmpty() && found.isEmpty();
    }

    public boolean answered() {
        return found.isPresent();
    }

    public boolean touches() {
        return found.filter(it -> it.touched().length > 0).isPresent();
    }

    public List<Sum> sums(Screen s) {
        var sums = new ArrayList<Sum>();
        found.ifPresent(it -> {
            sums.add(new Sum(s.t("traceability.touched"), s.number(it.touched().length), s.t("traceability.of-modules", it.modules()), "", it.touched().length > 0));
            sums.add(new Sum(s.t("traceability.unknown"), s.number(it.unknown())));
            sums.add(new Sum(s.t("traceability.clean"), s.number(it.clean())));
            sums.add(new Sum(s.t("traceability.sources"), s.number(it.sources())));
        });
        return sums;
    }

    public Chart drawing(Screen s) {
        var it = found.orElseThrow();
        return Chart.stack(s.t("traceability.affected-says", it.touched().length, it.unknown(), it.clean(), it.modules()), List.of(
                new Chart.Part(s.t("traceability.touched"), BigDecimal.valueOf(it.touched().length), s.number(it.touched().length), Chart.Fill.BAD),
                new Chart.Part(s.t("traceability.unknown"), BigDecimal.valueOf(it.unknown()), s.number(it.unknown()), Chart.Fill.UNKNOWN),
                new Chart.Part(s.t("traceability.clean"), BigDecimal.valueOf(it.clean()), s.number(it.clean()), Chart.Fill.FIRST)), 28);
    }

    public Table<Affected.Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("traceability.touched-modules"), s.t("traceability.touched-modules-text"))
                .head("traceability.item", it -> new Link(it.item().shortName(), "/app/traceability/items/" + it.item().number()))
                .id("traceability.address", it -> it.item().uri())
                .number("traceability.share", it -> ItemPage.percent(it.share().fraction(), s))
                .number("traceability.at-least", it -> ItemPage.percent(BigDecimal.valueOf(it.share().least(), 18), s))
                .number("traceability.at-most", it -> ItemPage.percent(BigDecimal.valueOf(it.share().most(), 18), s))
                .paged(query, found.map(it -> (long) it.touched().length).orElse(0L))
                .downloads();
    }
}
