package org.probity.people.pay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;

/** Whether women and men are paid differently: of one year, as it was told; and which categories somebody has to account for. @param it null: no year was told */
public record GapPage(Gaps.@Nullable Told it, List<Gaps.Told> all, List<Gaps.Quartile> quartiles, List<Gaps.Part> parts, List<Gaps.Category> categories, @Nullable LocalDate mendedBy, LocalDate today, boolean keeps, Map<String, String> typed, List<Reason> reasons)
        implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Gaps.Told told() {
        return java.util.Objects.requireNonNull(it);
    }

    public String title(Screen s) {
        return it == null ? s.t("pay.gap") : s.t("pay.gap-of", String.valueOf(it.year()));
    }

    static String percent(Screen s, @Nullable BigDecimal value) {
        return value == null ? s.t("pay.gap-not-told") : s.percent(value);
    }

    /** The answer in one sentence, no surer than the numbers are. */
    public String sentence(Screen s) {
        var told = told();
        if (told.adjusted() == null) {
            return s.t("pay.gap-unadjusted");
        }
        if (!told.clear()) {
            return s.t("pay.gap-unclear", s.percent(told.adjustedLow()), s.percent(told.adjustedHigh()));
        }
        return s.t(told.adjusted().signum() > 0 ? "pay.gap-women-less" : "pay.gap-women-more", s.percent(told.adjusted().abs()), s.percent(told.adjustedLow()), s.percent(told.adjustedHigh()));
    }

    private Gaps.Part part(Gaps.Share share) {
        return parts.stream().filter(one -> one.part() == share).findFirst().orElseThrow();
    }

    /** How the distance divides, in sentences that are no surer than its ranges. */
    public List<String> divided(Screen s) {
        var all = part(Gaps.Share.ALL);
        var explained = part(Gaps.Share.EXPLAINED);
        if (!all.clear()) {
            return List.of(s.t("pay.gap-divided-none", s.percent(all.low()), s.percent(all.high())));
        }
        return List.of(s.t("pay.gap-divided", s.percent(all.value()), s.percent(explained.value()), s.percent(part(Gaps.Share.LEFT).value())),
                s.t(explained.clear() ? "pay.gap-divided-clear" : "pay.gap-divided-unclear", s.percent(explained.low()), s.percent(explained.high())));
    }

    public Table<Gaps.Part> partsTable(Screen s) {
        return Table.of(s, parts)
                .caption(s.t("pay.gap-parts-rows"))
                .head("pay.gap-part", one -> s.t("pay.gap-part." + one.part()))
                .number("pay.gap-part-value", one -> s.percent(one.value()))
                .number("pay.gap-part-range", one -> s.t("pay.gap-range", s.percent(one.low()), s.percent(one.high())));
    }

    public List<Sum> sums(Screen s) {
        var told = told();
        return List.of(new Sum(s.t("pay.gap-mean"), percent(s, told.mean())), new Sum(s.t("pay.gap-median"), percent(s, told.median())), new Sum(s.t("pay.gap-adjusted"), percent(s, told.adjusted())),
                new Sum(s.t("pay.gap-women"), s.number(told.women())), new Sum(s.t("pay.gap-men"), s.number(told.men())));
    }

    public List<Fact> facts(Screen s) {
        var told = told();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("pay.gap-variable-mean"), percent(s, told.variableMean())));
        facts.add(new Fact(s.t("pay.gap-variable-median"), percent(s, told.variableMedian())));
        facts.add(new Fact(s.t("pay.gap-variable-women"), s.percent(told.womenVariable())));
        facts.add(new Fact(s.t("pay.gap-variable-men"), s.percent(told.menVariable())));
        for (int no = 1; no <= 4; no++) {
            int wanted = no;
            facts.add(new Fact(s.t("pay.gap-quarter." + no), percent(s, quartiles.stream().filter(one -> one.no() == wanted).findFirst().map(Gaps.Quartile::women).orElse(null))));
        }
        facts.add(new Fact(s.t("pay.gap-left-out"), s.number(told.leftOut())));
        if (told.r2() != null) {
            facts.add(new Fact(s.t("pay.gap-held"), s.t("pay.gap-held-text", told.considered(), s.percent(told.r2().movePointRight(2)))));
        }
        return facts;
    }

    public List<Fact> ratio(Screen s) {
        var told = told();
        return List.of(new Fact(s.t("pay.ratio"), told.ratio() == null ? s.t("pay.gap-not-told") : s.number(told.ratio())), new Fact(s.t("pay.ratio-growth"), told.ratioGrowth() == null ? s.t("pay.gap-not-told") : s.number(told.ratioGrowth())),
                new Fact(s.t("pay.ratio-people"), s.number(told.ratioPeople())));
    }

    public State state(Screen s, Gaps.Category one) {
        if (!one.apart()) {
            return State.good(s.t("pay.gap-within"));
        }
        if (one.words() != null) {
            return State.none(s.t("pay.gap-accounted"));
        }
        return mendedBy != null && today.isAfter(mendedBy) ? State.bad(s.t("pay.gap-assess")) : State.warn(s.t("pay.gap-apart"));
    }

    public Table<Gaps.Category> table(Screen s) {
        return Table.of(s, categories)
                .caption(s.t("pay.gap"))
                .head("pay.grade", one -> one.grade().isEmpty() ? s.t("pay.no-grade") : one.grade())
                .number("pay.gap-women", Gaps.Category::women)
                .number("pay.gap-men", Gaps.Category::men)
                .number("pay.gap-total", one -> s.percent(one.total()))
                .number("pay.gap-fixed", one -> s.percent(one.fixed()))
                .number("pay.gap-variable", one -> percent(s, one.variable()))
                .state("pay.state", one -> state(s, one));
    }

    public List<Gaps.Category> owed() {
        return categories.stream().filter(Gaps.Category::owed).toList();
    }

    public List<Gaps.Category> accounted() {
        return categories.stream().filter(one -> one.words() != null).toList();
    }

    public List<Option> options(Screen s) {
        return owed().stream().map(one -> new Option(one.grade(), one.grade().isEmpty() ? s.t("pay.no-grade") : one.grade())).toList();
    }

    public List<Link> years() {
        return all.stream().map(one -> new Link(String.valueOf(one.year()), "/app/pay/gap?year=" + one.year())).toList();
    }
}
