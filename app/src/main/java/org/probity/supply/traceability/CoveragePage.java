package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;

/**
 * How much of the silicon we used is traced, in four grades, and the lots that keep it from all, the heaviest gap first.
 *
 * @param stated what the plants say they charged, in kilograms
 * @param says whether whoever looks may say what a plant charged
 */
public record CoveragePage(
        int year, List<Integer> years, Coverage.Sum sum, BigDecimal stated, List<Coverage.Line> gaps, Query query, boolean says, List<Places.Line> ours, List<Reason> reasons) implements Page {
    public List<Sum> sums(Screen s) {
        var sums = new ArrayList<Sum>();
        sums.add(new Sum(s.t("traceability.used"), kilograms(sum.grams(), s), s.t("traceability.lots", sum.lots()), "", false));
        sums.add(new Sum(s.t("traceability.grade.mapped"), share(sum.mapped(), s), figure("trace-silicon-mapped", s)));
        sums.add(new Sum(s.t("traceability.grade.linked"), share(sum.linked(), s), figure("trace-silicon", s)));
        sums.add(new Sum(s.t("traceability.grade.documented"), share(sum.documented(), s), figure("trace-silicon-documented", s)));
        sums.add(new Sum(s.t("traceability.grade.reconciled"), share(sum.reconciled(), s), figure("trace-silicon-reconciled", s)));
        sums.add(new Sum(s.t("traceability.stated"), s.measure(stated.stripTrailingZeros(), "kg"), "", "", stated.compareTo(BigDecimal.valueOf(sum.grams(), 3)) != 0));
        return sums;
    }

    private String figure(String key, Screen s) {
        return s.opens("/app/figures/" + key) ? "/app/figures/" + key + "?year=" + year : "";
    }

    private static String kilograms(long grams, Screen s) {
        return s.measure(BigDecimal.valueOf(grams, 3).stripTrailingZeros(), "kg");
    }

    private String share(long grams, Screen s) {
        return sum.grams() == 0 ? "–" : s.percent(BigDecimal.valueOf(grams).movePointRight(2).divide(BigDecimal.valueOf(sum.grams()), 2, RoundingMode.DOWN));
    }

    public Chart bars(Screen s) {
        return Chart.bars(s.t("traceability.grades-say", share(sum.linked(), s)), List.of(bar("mapped", sum.mapped(), s), bar("linked", sum.linked(), s), bar("documented", sum.documented(), s),
                bar("reconciled", sum.reconciled(), s)), BigDecimal.valueOf(Math.max(1, sum.grams())));
    }

    private Chart.Bar bar(String grade, long grams, Screen s) {
        return new Chart.Bar(s.t("traceability.grade." + grade), BigDecimal.valueOf(grams), share(grams, s));
    }

    public boolean isEmpty() {
        return sum.lots() == 0;
    }

    public List<Option> sites(Screen s) {
        return ours.stream().map(it -> new Option(it.uri(), it.name(s.lang()))).toList();
    }

    public List<Chip> chips() {
        return years.stream().map(it -> Chip.of(query, "year", it.toString(), it.toString())).toList();
    }

    public Table<Coverage.Line> table(Screen s) {
        return Table.of(s, gaps)
                .caption(s.t("traceability.gap-list"), s.t("traceability.gap-list-text"))
                .head("traceability.lot", it -> new Link(Spelling.last(it.uri()), "/app/traceability/items/" + it.item()))
                .id("traceability.address", Coverage.Line::uri)
                .number("traceability.used", it -> kilograms(it.grams(), s))
                .number("traceability.missing", it -> kilograms(it.missing(), s))
                .state("traceability.gap", it -> it.gap() == Coverage.Gap.NONE ? State.good(s.t("traceability.gap.NONE")) : State.warn(s.t("traceability.gap." + it.gap())))
                .paged(query, sum.lots())
                .downloads();
    }
}
