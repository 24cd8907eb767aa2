package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.traceability.Effects.Found;
import org.probity.supply.traceability.Effects.Judged;
import org.probity.supply.traceability.Effects.Line;
import org.probity.supply.traceability.Effects.Touched;

/**
 * What is different because of an event that came late or was declared wrong: things that hold something of it, packs and shipments they are in, lots of the published figure, and what is claimed.
 *
 * @param found nothing while the books are being read
 */
public record EffectsPage(long event, Optional<OffsetDateTime> declared, boolean late, Optional<Found> found, List<Line> lines, List<Judged> judged, List<Touched> claims, Query query) implements Page {
    public boolean beingRead() {
        return found.isEmpty();
    }

    public String said(Screen s) {
        return declared.map(it -> s.t("traceability.effects-declared", s.day(it.toLocalDate()))).orElseGet(() -> s.t(late ? "traceability.effects-late" : "traceability.effects-in-order"));
    }

    public List<Sum> sums(Screen s) {
        var it = found.orElseThrow();
        var sums = new ArrayList<Sum>();
        sums.add(new Sum(s.t("traceability.effects-things"), s.number(it.items().length)));
        sums.add(new Sum(s.t("traceability.effects-modules"), s.number(it.modules())));
        sums.add(new Sum(s.t("traceability.effects-packs"), s.number(it.packs())));
        sums.add(new Sum(s.t("traceability.effects-shipments"), s.number(it.shipments())));
        sums.add(new Sum(s.t("traceability.effects-lots"), s.number(judged.size())));
        sums.add(new Sum(s.t("traceability.effects-claims"), s.number(claims.size()), "", "", claims.stream().anyMatch(Touched::broken)));
        return sums;
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("traceability.effects-list"), s.t("traceability.effects-list-text"))
                .head("traceability.item", it -> new Link(it.item().shortName(), "/app/traceability/items/" + it.item().number()))
                .text("traceability.tier", it -> s.t(it.item().tier().key()))
                .id("traceability.address", it -> it.item().uri())
                .number("traceability.share", it -> ItemPage.percent(BigDecimal.valueOf(it.share(), 18), s))
                .paged(query, found.map(it -> (long) it.items().length).orElse(0L))
                .downloads();
    }

    public Table<Touched> claimed(Screen s) {
        return Table.of(s, claims)
                .caption(s.t("traceability.effects-claims"), s.t("traceability.effects-claims-text"))
                .head("traceability.item", it -> new Link(Spelling.last(it.claim().uri()), "/app/traceability/items/" + it.claim().item()))
                .text("traceability.claim-model", it -> s.t("traceability.model." + it.claim().model()) + (it.claim().account() == null ? "" : " · " + it.claim().account()))
                .number("traceability.share", it -> ItemPage.percent(it.claim().share(), s))
                .state("traceability.claim-state", it -> it.broken() ? State.bad(s.t("traceability.claim-broken")) : State.good(s.t("traceability.claim-holds")));
    }

    public Table<Judged> lots(Screen s) {
        return Table.of(s, judged)
                .caption(s.t("traceability.effects-figure"), s.t("traceability.effects-figure-text"))
                .head("traceability.lot", it -> new Link(Spelling.last(it.uri()), "/app/traceability/items/" + it.item()))
                .number("traceability.effects-year", it -> String.valueOf(it.year()))
                .number("traceability.effects-before", it -> s.measure(BigDecimal.valueOf(it.before(), 3).stripTrailingZeros(), "kg"))
                .number("traceability.effects-after", it -> s.measure(BigDecimal.valueOf(it.after(), 3).stripTrailingZeros(), "kg"))
                .text("traceability.gap", it -> s.t("traceability.gap." + it.gap()));
    }
}
