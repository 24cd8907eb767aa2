package org.probity.people.education;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class EducationPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000031");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Programmes.Partner PARTNER = new Programmes.Partner(ID, "Riverside <Open> College", "江畔开放学院");
    private static final Programmes.Programme BACHELOR = new Programmes.Programme(ID, "E2026-0001", ID, PARTNER.nameEn(), PARTNER.nameZh(), Kind.BACHELOR, "Materials & more", "材料学", new BigDecimal("12000.00"),
            TODAY.minusDays(30), TODAY.plusYears(2), true, 36, 80);
    private static final Programmes.Programme OVER = new Programmes.Programme(ID, "E2025-0003", ID, PARTNER.nameEn(), PARTNER.nameZh(), Kind.CERTIFICATE, "Welding", "焊工", new BigDecimal("900.50"),
            TODAY.minusYears(1), TODAY.minusDays(1), false, 0, 0);

    private static Support support(@Nullable String offered, @Nullable String amount, @Nullable String refusal, @Nullable String outcome) {
        return new Support(ID, "S2026-00017", ID, "Ren Jie", "任杰", ID, "Materials & more", "材料学", Kind.BACHELOR, "PART_TIME", "I want to know why <cells> age.", ID, NOW,
                offered == null ? null : new BigDecimal(offered), amount == null ? null : new BigDecimal(amount), amount == null ? null : TODAY.minusDays(9), refusal, new BigDecimal("4500.25"),
                new BigDecimal("4500.25"), outcome, outcome == null ? null : TODAY);
    }

    private static SupportPage page(Support it, boolean own, boolean keeps, boolean rules, boolean mine, List<Reason> reasons) {
        var proofs = it.amount() == null ? List.<Support.Proof>of() : List.of(new Support.Proof(ID, 1, "receipt <1>.pdf", new BigDecimal("4500.25"), TODAY), new Support.Proof(ID, 2, "receipt 2.pdf", BigDecimal.ONE, null));
        return new SupportPage(it, BACHELOR, proofs, own, keeps, rules, mine, new Bond(new BigDecimal("3600.20"), 36, TODAY.minusMonths(5)), TODAY, Map.of(), reasons);
    }

    @Override
    public List<Page> pages() {
        var rule = new Rules.Rule("bond-months-most", LocalDate.of(2024, 1, 1), 60, "our rule; to be confirmed by counsel", null);
        var applied = support(null, null, null, null);
        var supported = support(null, "9000.50", null, null);
        return List.of(
                new ProgrammesPage(List.of(), List.of(), List.of(), true, true, TODAY, Map.of(), List.of()), new ProgrammesPage(List.of(), List.of(), List.of(), false, false, TODAY, Map.of(), List.of()),
                new ProgrammesPage(List.of(BACHELOR, OVER), List.of(PARTNER), List.of(supported, support(null, "100", null, "OBTAINED")), true, true, TODAY, Map.of("titleEn", "A & b", "partner", ID.toString()),
                        List.of(new Reason("bondMonths", "education.bond-not-professional", List.of()))),
                new ProgrammePage(BACHELOR, null, true, TODAY, Map.of(), List.of(new Reason("words", "education.words-wrong", List.of(4000)))), new ProgrammePage(OVER, null, true, TODAY, Map.of(), List.of()),
                new ProgrammePage(BACHELOR, supported, true, TODAY, Map.of(), List.of()),
                new SupportsPage(List.of(), 0, Query.all("/app/education/supports"), Map.of(), List.of()),
                new SupportsPage(List.of(applied, support("9000.50", null, null, null), supported, support(null, null, "No place", null), support(null, "10", null, "LEFT")), 5, Query.all("/app/education/supports"),
                        Map.of("stated", "9"), List.of(new Reason("stated", "education.paying-sum", List.of(BigDecimal.TEN)))),
                page(applied, false, true, true, false, List.of(new Reason("amount", "education.amount-wrong", List.of(new BigDecimal("12000.00"))))), page(applied, true, false, false, false, List.of()),
                page(support("9000.50", null, null, null), false, true, true, true, List.of()), page(support("9000.50", null, null, null), false, false, true, false, List.of()),
                page(supported, true, false, false, false, List.of(new Reason("file", "education.proof-twice", List.of()))), page(supported, false, true, true, false, List.of(new Reason("day", "education.day-wrong", List.of()))),
                page(support(null, null, "No place this <year>", null), true, false, false, false, List.of()), page(support(null, "9000.50", null, "OBTAINED"), true, false, false, false, List.of()),
                page(support(null, "9000.50", null, "FAILED"), false, true, true, false, List.of()),
                new LimitsPage(new RulesView(EducationRule.ALL, List.of(rule), false, TODAY, Map.of(), Map.of(), List.of())),
                new LimitsPage(new RulesView(EducationRule.ALL, List.of(new Rules.Rule("penalty-percent-most", TODAY, 80, "Counsel <2026>", ID), rule), true, TODAY, Map.of(ID, "Shen Yi"), Map.of("value", "x"), List.of(new Reason("value", "rule.value-wrong", List.of(0, 100))))));
    }
}
