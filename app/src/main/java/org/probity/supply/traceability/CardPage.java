package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Flow;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.Cards.Card;
import org.probity.supply.traceability.Cards.Stage;
import org.probity.supply.traceability.Flows.How;

/** What anybody reads who points a telephone at a module. */
public record CardPage(Card card) implements Page {
    private static final BigDecimal ALL = new BigDecimal("0.9999");

    public String title(Screen s) {
        return s.t("traceability.card", card.item().shortName());
    }

    public boolean known() {
        return card.flow().isPresent();
    }

    /** All of it is what lacks no more than what is too little to follow. */
    static String percent(BigDecimal share, Screen s) {
        return s.percent(ItemPage.rounded(share.compareTo(ALL) >= 0 ? BigDecimal.ONE : share, 1));
    }

    private BigDecimal traced() {
        return card.flow().map(Flows.Flow::toQuartz).orElse(BigDecimal.ZERO);
    }

    public Mark mark() {
        return traced().compareTo(ALL) >= 0 ? Mark.GOOD : Mark.WARN;
    }

    public String answer(Screen s) {
        return traced().compareTo(ALL) >= 0 ? s.t("traceability.card-all") : s.t("traceability.card-part", percent(traced(), s));
    }

    public List<Fact> facts(Screen s) {
        return java.util.stream.Stream.of(
                java.util.Optional.of(new Fact(s.t("traceability.card-number"), card.item().shortName())),
                card.item().article(s.lang()).map(it -> new Fact(s.t("traceability.card-article"), it)),
                java.util.Optional.ofNullable(card.item().madeAt()).map(it -> new Fact(s.t("traceability.card-month"), it.atZoneSameInstant(s.now().getZone()).toLocalDate().toString().substring(0, 7))),
                card.made().map(it -> new Fact(s.t("traceability.card-made"), country(it.country(), s.lang())))).flatMap(java.util.Optional::stream).toList();
    }

    /** The full record, for whoever works here; behind the sign-in. */
    public String inside() {
        return CardsWeb.inside(card.item().uri());
    }

    public Flow drawing(Screen s) {
        var flow = card.flow().orElseThrow().byCountry();
        return new FlowView(flow).drawing(s, it -> it.place().isEmpty() ? s.t("traceability.not-said") : country(it.place(), s.lang()),
                it -> it.how() == How.UNKNOWN || it.how() == How.MADE && it.place().isEmpty() ? Flow.Kind.UNKNOWN : Flow.Kind.KNOWN);
    }

    public Table<Stage> stages(Screen s) {
        return Table.of(s, card.stages())
                .caption(s.t("traceability.same-as-table"))
                .head("traceability.tier", it -> s.t(it.tier().key()))
                .text("traceability.card-countries", it -> countries(it.countries(), s) + (it.unknown().signum() == 0 ? "" : (it.countries().isEmpty() ? "" : s.t("traceability.comma")) + s.t("traceability.not-said") + " "
                        + percent(it.unknown(), s)))
                .number("traceability.card-places", Stage::sites)
                .number("traceability.card-certified", it -> it.suppliers() == 0 ? "" : s.t("traceability.card-of", it.certified(), it.suppliers()))
                .text("traceability.card-named", it -> it.named().stream().map(name -> name.name(s.lang())).collect(Collectors.joining(s.t("traceability.comma"))));
    }

    private static String countries(Map<String, BigDecimal> countries, Screen s) {
        return countries.entrySet().stream().sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .map(it -> country(it.getKey(), s.lang()) + " " + percent(it.getValue(), s)).collect(Collectors.joining(s.t("traceability.comma")));
    }

    private record Grade(String key, BigDecimal share) {}

    private List<Grade> all() {
        var it = card.grades();
        return List.of(new Grade("traceability.grade.mapped", it.mapped()), new Grade("traceability.grade.linked", it.linked()), new Grade("traceability.grade.documented", it.documented()),
                new Grade("traceability.grade.reconciled", it.reconciled()));
    }

    public Chart grades(Screen s) {
        return Chart.bars(s.t("traceability.card-grades-say", percent(card.grades().linked(), s)),
                all().stream().map(it -> new Chart.Bar(s.t(it.key()), it.share(), percent(it.share(), s))).toList(), BigDecimal.ONE);
    }

    public Table<?> gradeTable(Screen s) {
        return Table.of(s, all())
                .caption(s.t("traceability.grades-table"))
                .head("traceability.card-grade", it -> s.t(it.key()))
                .number("traceability.share", it -> percent(it.share(), s))
                .state("traceability.state", it -> it.share().compareTo(ALL) >= 0 ? State.good(s.t("traceability.card-whole")) : it.share().signum() == 0 ? State.none(s.t("traceability.card-not-yet"))
                        : State.warn(s.t("traceability.card-in-part")));
    }

    /** As the reader calls it. Codes that ISO leaves to its users have no name in any language. */
    static String country(String code, Lang lang) {
        return code.startsWith("X") ? code : Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(lang.tag()));
    }
}
