package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.Flows.Flow;
import org.probity.supply.traceability.Flows.How;
import org.probity.supply.traceability.Flows.Stop;

/** A flow as a drawing and as the table beside it. */
public record FlowView(Flow flow) {
    public org.probity.house.ui.Flow drawing(Screen s) {
        return drawing(s, it -> it.site().map(site -> site.name(s.lang())).orElse(s.t("traceability.nobody-says")), FlowView::kind);
    }

    /** @param name how a part of a step is called, and @param kind how it is drawn, for whoever looks */
    org.probity.house.ui.Flow drawing(Screen s, Function<Stop, String> name, Function<Stop, org.probity.house.ui.Flow.Kind> kind) {
        var stops = flow.stops().stream().map(it -> new org.probity.house.ui.Flow.Stop(flow.tiers().indexOf(it.tier()), switch (it.how()) {
            case MADE -> name.apply(it);
            case PASSES -> "";
            case UNKNOWN -> it.tier() == Tier.QUARTZ ? s.t("traceability.not-shown") : "";
        }, s.measure(ItemPage.rounded(whole(it.share()), 1), "%"), it.share(), kind.apply(it))).toList();
        var streams = flow.streams().stream().map(it -> new org.probity.house.ui.Flow.Stream(it.from(), it.to(), it.share(), kind.apply(flow.stops().get(it.from())))).toList();
        return org.probity.house.ui.Flow.of(says(s), flow.tiers().stream().map(it -> s.t(it.key())).toList(), stops, streams);
    }

    /** What lacks no more than was too little to follow, which is told below, is all of it. */
    private BigDecimal whole(BigDecimal share) {
        return share.add(flow.dropped()).compareTo(new BigDecimal("0.999999")) >= 0 ? BigDecimal.ONE : share;
    }

    String says(Screen s) {
        return s.t("traceability.flow-says", ItemPage.percent(whole(flow.toQuartz()), s), flow.at(Tier.QUARTZ).size());
    }

    private static org.probity.house.ui.Flow.Kind kind(Stop it) {
        return it.how() == How.UNKNOWN || it.how() == How.MADE && it.site().isEmpty() ? org.probity.house.ui.Flow.Kind.UNKNOWN
                : it.touched() ? org.probity.house.ui.Flow.Kind.TOUCHED : org.probity.house.ui.Flow.Kind.KNOWN;
    }

    /** All that is drawn, row by row; what only passes a step is told at the step where it was. */
    public Table<?> table(Screen s) {
        var table = Table.of(s, flow.stops().stream().filter(it -> it.how() == How.MADE || it.how() == How.UNKNOWN && it.tier() == Tier.QUARTZ).toList())
                .caption(s.t("traceability.same-as-table"))
                .head("traceability.tier", it -> s.t(it.tier().key()))
                .text("traceability.made-at", it -> it.how() == How.UNKNOWN ? s.t("traceability.ends-before-quartz") : ItemPage.site(it.site(), it.place(), s))
                .text("traceability.country", it -> it.site().map(site -> site.country() + (site.region().isEmpty() ? "" : "-" + site.region())))
                .number("traceability.items", Stop::items)
                .number("traceability.share", it -> ItemPage.percent(whole(it.share()), s))
                .number("traceability.mass", it -> ItemPage.mass(it.share().multiply(BigDecimal.valueOf(flow.mass())).setScale(0, RoundingMode.HALF_EVEN).longValue(), flow.material(), s))
                .state("traceability.standing", it -> it.how() == How.UNKNOWN ? State.warn(s.t("traceability.unknown")) : ItemPage.standing(it.site(), s));
        return flow.dropped().signum() == 0 ? table : table.foot(s.t("traceability.dropped"), "", "", "", ItemPage.percent(flow.dropped(), s), "", "");
    }
}
