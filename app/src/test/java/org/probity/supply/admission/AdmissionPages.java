package org.probity.supply.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.house.ui.parts.Option;
import org.probity.supply.admission.Agreement.Act;
import org.probity.supply.admission.Dossier.Outcome;
import org.probity.supply.admission.Proof.Conclusion;
import org.probity.supply.supplier.Contacts;
import org.probity.supply.supplier.Newcomers.Newcomer;
import org.probity.supply.supplier.Supplier;

class AdmissionPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000011");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000012");
    private static final Instant THEN = Instant.parse("2026-11-22T10:08:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Supplier QINGHE = new Supplier(ID, "N2026-0007", "Qinghe Silicon & Wafer", "清河硅业", "", "CN", "wafer", "Wafers", "硅片", null, null, THEN, null);
    private static final List<Supplier.Category> CATEGORIES = List.of(new Supplier.Category("wafer", "Wafers", "硅片", null, 3));
    private static final Leg ISO = new Leg("iso-9001", Leg.Kind.SYSTEM, "ISO 9001 quality", "ISO 9001质量管理体系", 11);
    private static final Leg LABOUR = new Leg("labour", Leg.Kind.TOPIC, "Labour compliance", "劳动用工合规", 2);
    private static final Leg MATERIAL = new Leg("material", Leg.Kind.MATERIAL, "Material certification", "物料认证", 21);
    private static final Leg FRAMEWORK = new Leg("framework", Leg.Kind.AGREEMENT, "Framework agreement", "框架协议", 31);
    private static final Proof.File FILE = new Proof.File(ID, "ISO9001_<Qinghe>.pdf", "9f2c41e7".repeat(8), 412_345);
    private static final Proof.Certificate PAPER = new Proof.Certificate("清河硅业有限公司", "Kestrel Certification", "CNAS", "QMS-2025-00412",
            "Manufacture of monocrystalline silicon wafers", LocalDate.of(2025, 3, 1), LocalDate.of(2028, 2, 28));
    private static final Supplier.Site PLANT = new Supplier.Site(ID, ID, "Plant 1", "1 Quartz Road", "CN", TODAY, null);

    private static Dossier dossier(@Nullable Outcome outcome, List<String> missing, @Nullable LocalDate condition, boolean proposed, @Nullable UUID suspension) {
        return new Dossier(ID, ID, "N2026-0007", "Qinghe Silicon & Wafer", "清河硅业", "wafer", "Wafers", "硅片", ID, "Plant 1", true, TODAY.plusDays(20), ID, THEN,
                outcome, outcome == null ? null : TODAY, outcome == Outcome.ADMIT ? TODAY.plusDays(300) : null, missing, suspension, condition, proposed, null);
    }

    private static Dossier.Needed needed(Leg leg, @Nullable LocalDate until) {
        return new Dossier.Needed(leg.code(), leg.kind(), leg.nameEn(), leg.nameZh(), "Supplier Development and Management Procedure", until == null ? null : ID,
                until == null ? null : TODAY.minusDays(90), until, null, until == null ? null : ID);
    }

    private static Proof proof(Leg leg) {
        return new Proof(ID, ID, leg.code(), leg.kind(), null, "We hold it since 2019.\nThe next audit is in March.", ID, THEN, TODAY, ID, false);
    }

    private static Proof.Word word(Conclusion it) {
        var passes = Rulings.passes(it);
        return new Proof.Word("QUALITY", it, "Scope & site agree", passes ? TODAY.plusDays(400) : null, it == Conclusion.CONDITIONS ? "Send the audit report" : "",
                it == Conclusion.CONDITIONS ? TODAY.plusDays(60) : null, passes ? null : TODAY.plusDays(14), List.of(ID), List.of("wafer"), null, ID, THEN, ID);
    }

    private static Agreement agreement(Act... acts) {
        var steps = new java.util.ArrayList<Agreement.Step>();
        for (var act : acts) {
            steps.add(new Agreement.Step(steps.size() + 1, act, ID, THEN, TODAY, act == Act.SIGNED ? ID : null, act == Act.SIGNED ? "Chen Yu" : null,
                    null, act == Act.RETURNED ? "The chop is missing" : "", act == Act.ON_PAPER ? ID : null, act == Act.COUNTERSIGNED ? TODAY : null,
                    act == Act.COUNTERSIGNED ? TODAY.plusDays(700) : null, ID));
        }
        return new Agreement(ID, ID, "framework", ID, 1, "Framework agreement", "供应商框架协议", "Qinghe Silicon & Wafer · 清河硅业 · CN · N2026-0007",
                "1. Environment\nThe supplier keeps the law.", "一、环境\n供应商遵守法律。", "ab".repeat(32), THEN, ID, steps);
    }

    @Override
    public List<Page> pages() {
        var pages = new java.util.ArrayList<Page>();
        pages.add(new DossiersPage(List.of(), Map.of(), Query.all("/app/admission"), CATEGORIES, true, TODAY));
        pages.add(new DossiersPage(List.of(dossier(null, List.of("labour"), null, false, null), dossier(Outcome.ADMIT, List.of(), null, false, null),
                dossier(Outcome.ADMIT, List.of("iso-9001"), null, false, null), dossier(null, List.of(), null, true, null)), Map.of(Dossier.Stage.IN_REVIEW, 1L, Dossier.Stage.QUALIFIED, 1L, Dossier.Stage.LAPSED, 1L, Dossier.Stage.PROPOSED, 1L), Query.all("/app/admission"), CATEGORIES, true, TODAY));
        pages.add(new QualifiedPage(List.of(), 0, List.of(), Query.all("/app/admission/qualified"), CATEGORIES, TODAY));
        pages.add(new QualifiedPage(List.of(new Standing.Qualified(ID, ID, "N2026-0007", "Qinghe <Silicon>", "清河硅业", "Wafers", "硅片", "Plant 1", "CN", TODAY, TODAY.plusDays(90), TODAY.plusDays(30))), 1,
                List.of(new Standing.Certified(ID, "W-182", "Wafer M10", "硅片M10", "Wafers", "硅片", "Plant 1", TODAY.plusDays(90))), Query.all("/app/admission/qualified"), CATEGORIES, TODAY));
        var nobody = new Newcomer("", "", "", "CN", "", null, null, "", "", "", new Contacts.Colleague("", "", "", "zh"));
        pages.add(new InvitationPage(nobody, "2026-12-22", CATEGORIES, List.of()));
        pages.add(new InvitationPage(nobody, "", CATEGORIES, List.of(new Reason("notThose", "admission.looks-alike", List.of("S-1", "Qinghe", "清河硅业")), new Reason("dueDay", "admission.due-wrong", List.of()))));
        pages.add(new OpenPage(QINGHE, List.of(PLANT), CATEGORIES, new OpenPage.Typed("wafer", "", "2026-12-22"), List.of(new Reason("site", "admission.site-unknown", List.of()))));
        pages.add(new OpenPage(QINGHE, List.of(), CATEGORIES, new OpenPage.Typed("", "", ""), List.of()));
        pages.add(page(dossier(null, List.of("labour", "iso-9001"), null, false, null), List.of(), List.of(), List.of(new Reason("reasons", "admission.reasons-missing", List.of()))));
        pages.add(page(dossier(null, List.of(), null, false, null), List.of(), List.of(), List.of()));
        pages.add(page(dossier(null, List.of(), null, true, null), List.of(motion(null)), List.of(), List.of()));
        pages.add(page(dossier(Outcome.ADMIT, List.of(), TODAY.plusDays(30), false, ID), List.of(motion("APPROVED")),
                List.of(new Dossier.Stop(ID, "A fire on line 2", ID, THEN, null, null, null)), List.of()));
        for (var leg : List.of(ISO, LABOUR, MATERIAL)) {
            pages.add(proofPage(leg, List.of(), List.of("QUALITY"), Optional.of("QUALITY"), List.of(new Reason("reasons", "admission.reasons-missing", List.of()))));
            for (var conclusion : Conclusion.values()) {
                pages.add(proofPage(leg, List.of(word(conclusion)), List.of(), Optional.empty(), List.of()));
                pages.add(portal(leg, Optional.empty(), List.of(word(conclusion)), false, List.of()));
            }
            pages.add(portal(leg, Optional.of(new Drafts.Draft(Map.of("words", "We <hold> it", "sites", ID.toString()), List.of(ID), THEN)), List.of(), true,
                    List.of(new Reason("files", "admission.file-broken", List.of()))));
            pages.add(new PortalProofPage(QINGHE, leg, List.of(), Optional.empty(), List.of(), List.of(PLANT), List.of(dossier(null, List.of(), null, false, null)), false, TODAY, List.of()));
        }
        for (var topic : List.of("environment", "anti-corruption", "business", "risk", "disputes", "iso")) {
            pages.add(new PortalProofPage(QINGHE, new Leg(topic, Leg.Kind.TOPIC, topic, "审查", 1), List.of(), Optional.empty(), List.of(), List.of(PLANT),
                    List.of(dossier(null, List.of(), null, false, null)), false, TODAY, List.of()));
        }
        for (var it : List.of(agreement(), agreement(Act.SIGNED), agreement(Act.ON_PAPER), agreement(Act.ON_PAPER, Act.RETURNED), agreement(Act.ON_PAPER, Act.PAPER_CHECKED),
                agreement(Act.SIGNED, Act.COUNTERSIGNED))) {
            pages.add(new SigningPage(it, QINGHE, Map.of(ID, "Shen Yi"), new SigningPage.May(true, true, true, true, false), null, TODAY, List.of()));
            pages.add(new PortalAgreementPage(QINGHE, it, Optional.of(signatory("ACCEPTED")), false, Map.of(ID, "Shen Yi"), TODAY, List.of()));
        }
        pages.add(new PortalAgreementPage(QINGHE, agreement(), Optional.empty(), true, Map.of(), TODAY, List.of(new Reason("", "admission.no-authority", List.of()))));
        pages.add(new PortalSignatoriesPage(List.of(), new PortalSignatoriesPage.Typed("Chen Yu", "", ""), TODAY, List.of(new Reason("paper", "admission.file-missing", List.of()))));
        pages.add(new PortalSignatoriesPage(List.of(signatory(null), signatory("ACCEPTED"), signatory("REFUSED"), takenBack()), new PortalSignatoriesPage.Typed("Chen Yu", "AUTHORISED", ""), TODAY, List.of()));
        pages.add(new SignatoriesPage(List.of(), List.of(), 0, Query.all("/app/admission/signatories"), Map.of(), List.of(), Map.of(), List.of(), false, false, TODAY, List.of()));
        pages.add(new SignatoriesPage(List.of(signatory(null)), List.of(signatory("ACCEPTED"), takenBack()), 2, Query.all("/app/admission/signatories"),
                Map.of(ID, new String[] {"Qinghe", "清河硅业"}), List.of(mandate(null), mandate(THEN)),
                Map.of(ID, "Marta Lind"), List.of(new Option(ID.toString(), "Marta Lind")), true, true, TODAY, List.of(new Reason("until", "admission.until-wrong", List.of(5)))));
        for (var owner : AuthorityPage.Owner.values()) {
            for (var it : List.of(signatory("ACCEPTED"), signatory("REFUSED"), takenBack())) {
                pages.add(new AuthorityPage(new AuthorityPage.OfSupplier(it, new String[] {"Qinghe Silicon & Wafer", "清河硅业"}), owner, "/app/admission/signatories/" + ID, Map.of(OTHER, "Marta Lind"), TODAY,
                        it.withdrawnAt() == null && it.holds(TODAY) ? List.of(new Reason("reasons", "admission.reasons-missing", List.of())) : List.of()));
            }
        }
        pages.add(new AuthorityPage(new AuthorityPage.OfOurs(mandate(null)), AuthorityPage.Owner.LEGAL, "/app/admission/mandates/" + ID, Map.of(ID, "Marta Lind", OTHER, "Shen Yi"), TODAY, List.of()));
        pages.add(new AuthorityPage(new AuthorityPage.OfOurs(mandate(THEN)), AuthorityPage.Owner.LEGAL, "/app/admission/mandates/" + ID, Map.of(ID, "Marta Lind", OTHER, "Shen Yi"), TODAY, List.of()));
        var template = new Agreement.Template(ID, "framework", 1, TODAY, 24, "Framework agreement", "框架协议", "[environment] 1. Environment", "[environment] 一、环境", ID, THEN, ID, THEN);
        var typed = new TemplatesPage.Typed("framework", "2026-11-22", "24", "", "", "", "", "");
        pages.add(new TemplatesPage(List.of(), List.of(FRAMEWORK), Optional.empty(), false, true, Map.of(), TODAY, typed, List.of(new Reason("textEn", "admission.clause-missing", List.of("[environment]")))));
        pages.add(new TemplatesPage(List.of(template), List.of(FRAMEWORK), Optional.empty(), false, false, Map.of(ID, "Shen Yi"), TODAY, typed, List.of()));
        pages.add(new TemplatesPage(List.of(template), List.of(FRAMEWORK), Optional.of(template), true, true, Map.of(ID, "Shen Yi"), TODAY, typed, List.of()));
        pages.add(new RequirementsPage(List.of(new Requirements.Said("*", "iso-9001", true, TODAY, "supplier-development/systems", ID, List.of("QUALITY", "PROCESS")),
                new Requirements.Said("wafer", "material", false, TODAY, "SDMP 4.2", null, List.of("PROCESS"))),
                List.of(new Requirements.Change(ID, "wafer", "material", false, TODAY, "SDMP <4.2>", null, "A trial tells nothing here", OTHER, null)),
                List.of(ISO, MATERIAL), CATEGORIES, List.of(new org.probity.shapes.policy.Policy.Clause(ID, "supplier-development", "systems", "Management <systems>", "管理体系", "Each has them.", "均须具备。")),
                Map.of(OTHER, "Shen Yi"), ID, true, new RequirementsPage.Typed("*", "", "", "", "", ""), List.of(new Reason("clause", "admission.clause-unknown", List.of()))));
        pages.add(new RequirementsPage(List.of(), List.of(), List.of(ISO), CATEGORIES, List.of(), Map.of(), ID, true, new RequirementsPage.Typed("*", "", "", "", "", ""), List.of()));
        return pages;
    }

    @Override
    public List<Page> pieces() {
        return List.of(new AdmissionTabPage(ID, List.of(), List.of(), TODAY),
                new AdmissionTabPage(ID, List.of(new AdmissionTabPage.Place(dossier(Outcome.ADMIT, List.of(), null, false, null),
                        List.of(needed(ISO, TODAY.plusDays(20)), needed(LABOUR, TODAY.minusDays(2)), needed(FRAMEWORK, null)))), List.of(), TODAY));
    }

    private static DossierPage page(Dossier dossier, List<Dossier.Motion> motions, List<Dossier.Stop> stops, List<Reason> reasons) {
        return new DossierPage(dossier, List.of(new DossierPage.Line(needed(ISO, TODAY.plusDays(200)), proof(ISO), null), new DossierPage.Line(needed(LABOUR, null), proof(LABOUR), null),
                new DossierPage.Line(needed(FRAMEWORK, null), null, agreement(Act.SIGNED))), List.of(), motions, stops, Map.of(ID, "Marta Lind"), ID, true, true, false, TODAY, DossierPage.Typed.NOTHING, reasons);
    }

    private static Dossier.Motion motion(@Nullable String ruled) {
        return new Dossier.Motion(ID, Outcome.ADMIT, TODAY.plusDays(300), "Close the open finding", TODAY.plusDays(30), "Everything holds", OTHER, THEN, ruled,
                ruled == null ? null : ID, ruled == null ? null : THEN, ruled == null ? null : "Agreed", false);
    }

    private static ProofPage proofPage(Leg leg, List<Proof.Word> words, List<String> awaited, Optional<String> mine, List<Reason> reasons) {
        var parts = new ProofPage.Parts(List.of(FILE), leg == ISO ? Optional.of(PAPER) : Optional.empty(),
                leg == MATERIAL ? Optional.of(new Proof.Sample(ID, "W-182", "Wafer M10", "硅片M10", "wafer", "Wafers", "硅片")) : Optional.empty(),
                leg == MATERIAL ? List.of(new Proof.Taken(Proof.Step.RECEIVED, TODAY, "50 pieces", null, ID, THEN)) : List.of(), List.of(new Proof.Place(ID, "Plant 1")),
                leg == ISO ? findings() : List.of(), List.of(proof(leg)), Optional.empty(), null);
        return new ProofPage(proof(leg), leg, QINGHE, parts, List.of(dossier(null, List.of(), null, false, null)), leg == ISO,
                new ProofPage.Review(words, awaited, Map.of(ID, "Qin Hao"), mine, true, !words.isEmpty(), words.stream().anyMatch(it -> it.conclusion() == Conclusion.CONDITIONS), true, reasons.isEmpty()),
                TODAY, ProofPage.Typed.NOTHING, reasons);
    }

    private static List<Proof.Finding> findings() {
        return List.of(new Proof.Finding(1, "admission.finding.same-file", true, List.of(), OTHER), new Proof.Finding(2, "admission.finding.same-number", true, List.of("QMS-1"), OTHER),
                new Proof.Finding(3, "admission.finding.scope-silent", false, List.of("Wafers"), null), new Proof.Finding(4, "admission.finding.long", false, List.of("38"), null),
                new Proof.Finding(5, "admission.finding.soon", false, List.of("2026-12-01"), null), new Proof.Finding(11, "admission.finding.soon", false, List.of("2026-11-01"), null), new Proof.Finding(6, "admission.finding.accreditation", false, List.of("–"), null),
                new Proof.Finding(7, "admission.finding.edited", false, List.of("2026-11-01"), null), new Proof.Finding(8, "admission.finding.locked", false, List.of(), null),
                new Proof.Finding(9, "admission.finding.picture", false, List.of(), null), new Proof.Finding(10, "admission.finding.older-file", false, List.of("2024-11-01"), null));
    }

    private static PortalProofPage portal(Leg leg, Optional<Drafts.Draft> draft, List<Proof.Word> words, boolean waits, List<Reason> reasons) {
        return new PortalProofPage(QINGHE, leg, List.of(new PortalProofPage.Sent(proof(leg), words,
                List.of(new Proof.Finding(1, "admission.finding.other-holder", true, List.of("Qinghe <Holding>"), null)), List.of(FILE), "Chen Yu", TODAY.plusDays(400))), draft,
                draft.isPresent() ? List.of(FILE) : List.of(), List.of(PLANT), List.of(dossier(null, List.of(), null, false, null)), waits, TODAY, reasons);
    }

    private static Agreement.Signatory signatory(@Nullable String outcome) {
        return new Agreement.Signatory(ID, ID, ID, "Chen Yu", Agreement.Capacity.AUTHORISED, TODAY.plusDays(300), ID, THEN, outcome, outcome == null ? null : "The paper agrees",
                "ACCEPTED".equals(outcome) ? TODAY.plusDays(200) : null, null, null, null);
    }

    private static Agreement.Signatory takenBack() {
        return new Agreement.Signatory(ID, ID, ID, "Chen <Yu>", Agreement.Capacity.AUTHORISED, TODAY.plusDays(300), ID, THEN, "ACCEPTED", "The paper agrees",
                TODAY.plusDays(200), THEN, "She left the company", OTHER);
    }

    private static Agreement.Mandate mandate(@Nullable Instant withdrawn) {
        return new Agreement.Mandate(ID, ID, TODAY, TODAY.plusDays(300), null, OTHER, withdrawn, withdrawn == null ? null : "Another post", withdrawn == null ? null : OTHER);
    }
}
