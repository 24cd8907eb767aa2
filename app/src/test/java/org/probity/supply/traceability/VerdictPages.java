package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.shapes.rule.Rules.Rule;
import org.probity.shapes.rule.RulesByTwo.Proposed;
import org.probity.shapes.rule.RulesView;
import org.probity.supply.traceability.Contamination.Verdict;
import org.probity.supply.traceability.Contamination.Witness;
import org.probity.supply.traceability.Contamination.Word;
import org.probity.trace.Claims.Model;

/** Pages about verdicts and what they go by. */
class VerdictPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000191");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000192");
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-11-20T08:00:00+08:00");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Override
    public List<Page> pages() {
        var numbers = List.of(new Rule(TraceabilityRule.CLOSES, LocalDate.of(2024, 1, 1), 50, "Our rule; to be confirmed <by quality>", null), new Rule(TraceabilityRule.CLOSES, DAY, 40, "Board", ID, OTHER));
        var proposed = List.of(new Proposed(ID, TraceabilityRule.WAFERS_MOST, DAY.plusDays(9), 110, "Thinner wafers", OTHER));
        var item = new Items.Item(9, "https://id.gs1.org/01/09521321012379/21/HS26-<9>", "https://id.gs1.org/01/09521321012379", Tier.MODULE, "Module", "组件", "urn:c", THEN, 77L);
        var poly = new Items.Item(4, "https://id.gs1.org/01/09521321012363/10/P-4", "https://id.gs1.org/01/09521321012363", Tier.POLYSILICON, null, null, null, null, null);
        var site = new Items.Site("urn:m2", "Pale Comb <Mine>", "白梳矿", "SUPPLIER", ID, "S-02001", "Pale Comb", "白梳公司", "CN", "XJ", true, true, "HIGH");
        var touched = new Verdict(Word.TOUCHED, List.of(new Witness(poly, site, List.of(poly, item))), List.of(poly), 2, 1, true);
        var clean = new Verdict(Word.CLEAN, List.of(), List.of(), 0);
        var version = new AsKnown.Version(ID, "UFLPA", "Entity list", "实体清单", 3, "2026-11 <b>", DAY);
        var all = Query.all("/app/traceability/events/77/effects");
        var found = new Effects.Found(new int[] {4, 9}, Map.of(4, 1_000_000_000_000_000_000L, 9, 120_000_000_000_000_000L), 1, 0, 2);
        var findings = Query.all("/app/traceability/plausibility");
        var chains = Query.all("/app/traceability/chain-files");
        var credit = new Claimed.Account(ID, Model.CREDIT, "North <credit>", 90, 900);
        var lines = List.of(new Claimed.Line(9, item.uri(), Model.IDENTITY_PRESERVED, BigDecimal.ONE, 784, null, THEN), new Claimed.Line(4, poly.uri(), Model.CREDIT, new BigDecimal("0.25"), 500_000, "North", THEN));
        var waits = List.of(new Claimed.Proposed(ID, 9, item.uri(), Model.SEGREGATED, BigDecimal.ONE, null, ID), new Claimed.Proposed(OTHER, 4, poly.uri(), Model.CREDIT, new BigDecimal("0.5"), ID, OTHER));
        var stages = List.of(new Fingerprints.Stage(Tier.QUARTZ, "urn:m2"), new Fingerprints.Stage(Tier.MODULE, ""));
        var alike = Query.all("/app/traceability/alike");
        return List.of(
                new FingerprintsPage(Optional.empty(), Map.of(), alike), new FingerprintsPage(Optional.of(List.of()), Map.of(), alike),
                new FingerprintsPage(Optional.of(List.of(new Fingerprints.Group(Fingerprints.fingerprint(stages), stages, 1_204, 9, false), new Fingerprints.Group("ab".repeat(32), stages.subList(0, 1), 7, 9, true))),
                        Map.of("urn:m2", site), alike),
                new ClaimsPage(List.of(), List.of(), Set.of(), List.of(), ID, Map.of(), false, Map.of(), List.of()),
                new ClaimsPage(lines, waits, Set.of(4), List.of(credit), ID, Map.of(ID, "He Min", OTHER, "Gao Yan"), true, Map.of("item", item.uri(), "share", "100"),
                        List.of(new Reason("item", "traceability.claim.CLAIMED_ALREADY", List.of()))),
                new PlausibilityPage(List.of(), findings, 0, 3),
                new PlausibilityPage(List.of(new Plausibility.Line(77, "YIELD", "urn:<m2>", THEN, 500, 250, 468, false), new Plausibility.Line(78, "WAFERS", null, THEN, 130, 40, 99, true)), findings, 2, 0),
                new ChainFilesPage(List.of(), chains, 0, 2026, true, List.of()),
                new ChainFilesPage(List.of(new ChainFiles.Line(ID, 7, "october <north>.json", "Northlight", "北光", THEN, null, null, null), new ChainFiles.Line(OTHER, 6, "may.json", "Northlight", "北光", THEN, 2026, THEN, 12)),
                        chains, 2, 2026, true, List.of(new Reason("", "traceability.chain-not-clean", List.of("W-7")))),
                new KnownPage(item, DAY, Optional.of(DAY), Optional.of(clean), Optional.of(touched), List.of(version), Optional.of(version), Optional.of(touched), List.of()),
                new KnownPage(poly, DAY, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of(new Reason("day", "traceability.rule-day", List.of()))),
                new EffectsPage(77, Optional.of(THEN), false, Optional.of(found), List.of(new Effects.Line(poly, 1_000_000_000_000_000_000L), new Effects.Line(item, 120_000_000_000_000_000L)),
                        List.of(new Effects.Judged(4, poly.uri(), 2026, 500_000, 0, "NOT_TRACED")), List.of(new Effects.Touched(lines.get(0), true), new Effects.Touched(lines.get(1), false)), all),
                new EffectsPage(77, Optional.empty(), true, Optional.of(new Effects.Found(new int[0], Map.of(), 0, 0, 0)), List.of(), List.of(), List.of(), all),
                new EffectsPage(77, Optional.empty(), false, Optional.empty(), List.of(), List.of(), List.of(), all),
                new TraceabilityRulesPage(new RulesView(TraceabilityRule.ALL, numbers, true, DAY, Map.of(ID, "He Min", OTHER, "Gao Yan"), Map.of("value", "1400"),
                        List.of(new Reason("value", "rule.value-wrong", List.of(0, 200))), Optional.of(new RulesView.Two(proposed, ID, true)))),
                new TraceabilityRulesPage(new RulesView(TraceabilityRule.ALL, numbers, false, DAY, Map.of(), Map.of(), List.of(), Optional.of(new RulesView.Two(List.of(), ID, false)))));
    }
}
