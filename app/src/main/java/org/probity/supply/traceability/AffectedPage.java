package org.probity.supply.traceability;

import gg.jte.Content;
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
import org.probity.supply.traceability.Whereabouts.Where;

/**
 * Which modules a list, a supplier, a country or a region touches, and how much of each.
 *
 * @param found nothing while the books are being read
 * @param where where the touched ones are now
 * @param wrong the key of what is wrong with the question; empty when nothing is
 */
public record AffectedPage(Affected.Question question, Optional<Found> found, Optional<Whereabouts.Found> where, List<Affected.Line> lines, Query query, String wrong) implements Page {
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

    /** One of the places where the touched ones may be. */
    public record Choice(String words, String href, boolean here) {}

    public boolean located() {
        return where.isPresent() && touches();
    }

    private static List<Where> shown() {
        return List.of(Where.STOCK, Where.TRANSIT, Where.SOLD, Where.GONE);
    }

    public Chart whereabouts(Screen s) {
        var it = where.orElseThrow();
        return Chart.stack(s.t("traceability.whereabouts-says", it.count(Where.STOCK), it.count(Where.TRANSIT), it.count(Where.SOLD)), parts(s), 20);
    }

    private List<Chart.Part> parts(Screen s) {
        var fills = List.of(Chart.Fill.FIRST, Chart.Fill.SECOND, Chart.Fill.THIRD, Chart.Fill.GREY);
        return shown().stream().filter(it -> it != Where.GONE || where.orElseThrow().count(it) > 0)
                .map(it -> new Chart.Part(s.t("traceability.whereabouts." + it), BigDecimal.valueOf(where.orElseThrow().count(it)), s.number(where.orElseThrow().count(it)), fills.get(it.ordinal()))).toList();
    }

    public Content key(Screen s) {
        return Chart.key(parts(s));
    }

    public List<Choice> choices(Screen s) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(s.t("traceability.all-touched") + " " + s.number(found.orElseThrow().touched().length), query.with("where", "").href(), query.filter("where").isEmpty()));
        shown().stream().filter(it -> where.orElseThrow().count(it) > 0)
                .forEach(it -> choices.add(new Choice(s.t("traceability.whereabouts." + it) + " " + s.number(where.orElseThrow().count(it)), query.with("where", it.name()).href(), query.has("where", it.name()))));
        return choices;
    }

    /** All serial numbers of what is shown, however many. */
    public String serials() {
        var all = Query.all("/app/traceability/affected/serials.csv").with("by", question.by().name()).with("value", question.value());
        return all.with("where", query.filter("where")).href();
    }

    private long listed() {
        return found.map(it -> where.filter(_ -> !query.filter("where").isEmpty()).flatMap(of -> shown().stream().filter(one -> query.has("where", one.name())).findFirst().map(one -> (long) of.count(one)))
                .orElse((long) it.touched().length)).orElse(0L);
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
                .text("traceability.whereabouts", it -> where.map(of -> s.t("traceability.whereabouts." + of.where(it.item().number()))))
                .paged(query, listed())
                .downloads();
    }
}
