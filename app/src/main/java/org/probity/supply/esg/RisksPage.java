package org.probity.supply.esg;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Pick;
import org.probity.supply.esg.Risk.Band;

/**
 * Suppliers by risk, the highest first.
 *
 * @param bands how many are worst of each band
 * @param needed how many plans high risk asks for and nobody opened
 */
public record RisksPage(List<RiskLines.Line> lines, Map<String, Long> bands, long found, int needed, BigDecimal medium, BigDecimal high, boolean reviews, Query query) implements Page {
    /** 30 where nobody chose hundredths. */
    public BigDecimal from(BigDecimal threshold) {
        return new BigDecimal(threshold.stripTrailingZeros().toPlainString());
    }

    public List<Chip> chips(Screen s) {
        return Stream.of("", "HIGH", "MEDIUM", "LOW").map(band -> Chip.of(query, "band", band, s.t(band.isEmpty() ? "esg.filter.all" : "esg.band." + band),
                band.isEmpty() ? bands.values().stream().mapToLong(Long::longValue).sum() : bands.getOrDefault(band, 0L))).toList();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("esg.supplier")));
    }

    public Table<RiskLines.Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("esg.risk-lines", found))
                .head("esg.supplier", it -> new Link(s.lang() == Lang.EN ? it.nameEn() : it.nameZh(), "/app/suppliers/" + it.supplier() + "/esg"))
                .text("esg.category", it -> s.lang() == Lang.EN ? it.categoryEn() : it.categoryZh())
                .text("esg.country", it -> Locale.of("", it.country()).getDisplayCountry(Locale.forLanguageTag(s.lang().tag())))
                .state("esg.pillar.E", it -> RiskWords.band(s, Band.valueOf(it.eBand()), it.e())).sorts("e")
                .state("esg.pillar.S", it -> RiskWords.band(s, Band.valueOf(it.sBand()), it.s())).sorts("s")
                .state("esg.pillar.G", it -> RiskWords.band(s, Band.valueOf(it.gBand()), it.g())).sorts("g")
                .number("esg.open-plans", RiskLines.Line::plans)
                .day("esg.since", it -> Optional.ofNullable(it.day()))
                .paged(query, found)
                .downloads();
    }
}
