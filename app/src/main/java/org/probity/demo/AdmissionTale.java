package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.admission.Admission;
import org.probity.supply.admission.Agreement;
import org.probity.supply.admission.Agreements;
import org.probity.supply.admission.Dossier;
import org.probity.supply.admission.Proof;
import org.probity.supply.admission.Proofs;
import org.probity.supply.admission.Rulings;
import org.probity.supply.admission.Signatories;
import org.probity.supply.admission.Templates;
import org.probity.supply.supplier.Contacts;
import org.probity.supply.supplier.Newcomers;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How suppliers came onto the qualified list: agreements with everybody, and a newcomer at every stage. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(25)
class AdmissionTale implements Tale {
    static final List<String> TOPICS = List.of("environment", "labour", "anti-corruption", "business", "risk", "disputes", "iso");
    static final List<String> SYSTEMS = List.of("iso-9001", "iso-14001", "iso-45001");
    static final List<String> AGREEMENTS = List.of("framework", "confidentiality", "integrity");

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Admission admission;
    private final Proofs proofs;
    private final Rulings rulings;
    private final Templates templates;
    private final Signatories signatories;
    private final Agreements agreements;

    AdmissionTale(
            DemoPeople people, Suppliers suppliers, Accounts accounts, Admission admission, Proofs proofs, Rulings rulings, Templates templates,
            Signatories signatories, Agreements agreements) {
        this.people = people;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.admission = admission;
        this.proofs = proofs;
        this.rulings = rulings;
        this.templates = templates;
        this.signatories = signatories;
        this.agreements = agreements;
    }

    /** How far a newcomer is. */
    enum Stage { INVITED, ASKED_BACK, CERTIFIED, READY, QUALIFIED, ENDING }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var last = years.last();
        story.add(Chapter.on(LocalDate.of(last, 1, 2), "agreements' words", () -> words(LocalDate.of(last, 1, 2))));
        for (var it : Cast.all()) {
            story.add(Chapter.beside("agreements", LocalDate.of(last, 1, 4), "agreements " + it.number(),
                    () -> sign(suppliers.byNumber(it.number()).orElseThrow().id(), AGREEMENTS, LocalDate.of(last + 4, 12, 31))));
        }
        var stages = Stage.values();
        var names = new String[][] {{"Yinshan Silicon", "银杉硅业"}, {"Chenguang Wafer", "晨光硅片"}, {"Bihai Crystal", "碧海晶材"},
                {"Songhe Silicon", "松鹤硅业"}, {"Lanting Wafer", "兰亭硅片"}, {"Xueling Silicon", "雪岭硅业"}};
        for (var i = 0; i < stages.length; i++) {
            var stage = stages[i];
            var name = names[i];
            var begun = years.today().minusDays(stage == Stage.INVITED ? 5 : 60);
            story.add(Chapter.on(begun, "invited " + name[0], () -> invite(name[0], name[1], begun.plusDays(30))));
            story.add(Chapter.on(begun.plusDays(4), "admission " + name[0], () -> go(name[0], name[1], stage, begun.plusDays(4))));
        }
        return story;
    }

    private void words(LocalDate day) {
        for (var it : AgreementWords.ALL) {
            var id = DemoStory.done(templates.write(new Templates.Written(it.leg(), day, 60, it.titleEn(), it.titleZh(), it.en(), it.zh()),
                    "The first version", people.the(Role.LEGAL)));
            DemoStory.done(templates.rule(id, Decisions.Outcome.APPROVED, "Agreed", people.the(Role.SOURCING_OFFICER)));
        }
        DemoStory.done(signatories.give(people.the(Role.BUYER).account(), day.plusYears(4), null, people.the(Role.LEGAL)));
    }

    void sign(UUID supplier, List<String> which, LocalDate authorityUntil) {
        var contact = contact(supplier);
        var signatory = DemoStory.done(signatories.name(contact.name(), Agreement.Capacity.LEGAL_REPRESENTATIVE, authorityUntil, paper("authority " + supplier), contact));
        DemoStory.done(signatories.check(signatory, true, authorityUntil, "The extract of the register names this person.", people.the(Role.LEGAL)));
        for (var leg : which) {
            var it = DemoStory.done(agreements.offer(supplier, leg));
            DemoStory.done(agreements.sign(it.id(), it.sha256(), contact));
            DemoStory.done(agreements.countersign(it.id(), people.the(Role.BUYER)));
        }
    }

    void invite(String en, String zh, LocalDate due) {
        var mail = "contact@" + en.substring(0, en.indexOf(' ')).toLowerCase(java.util.Locale.ROOT) + ".example";
        DemoStory.done(admission.invite(new Admission.Invitation(new Newcomers.Newcomer(en, zh, "", "CN", "wafer", null, null, "Plant 1", "1 Quartz Road", "",
                new Contacts.Colleague("Contact of " + en, mail, "", "zh")), due, false), people.the(Role.BUYER)));
    }

    void go(String en, String zh, Stage stage, LocalDate today) {
        var it = admission.dossiersOf(suppliers.named(en).orElseThrow().id()).getFirst();
        if (stage == Stage.INVITED) {
            return;
        }
        var topics = stage == Stage.ASKED_BACK ? TOPICS.subList(0, 3) : TOPICS;
        for (var topic : topics) {
            var proof = DemoStory.done(proofs.send(new Proofs.Sent(topic, "近三年未受处罚，相关制度与证照见附件。", List.of(paper(topic + en)), null, null, null, List.of()), contact(it.supplier())));
            var asked = stage == Stage.ASKED_BACK && topic.equals("labour");
            say(it, proof, topic, asked ? Proof.Conclusion.ASK : Proof.Conclusion.PASS, today.plusYears(2), today.plusDays(70));
        }
        if (stage == Stage.ASKED_BACK) {
            return;
        }
        for (var system : SYSTEMS) {
            var until = stage == Stage.ENDING && system.equals("iso-14001") ? today.plusDays(76) : today.plusYears(2);
            var certificate = new Proof.Certificate(zh + "有限公司", "Kestrel Certification", "CNAS", system.toUpperCase(java.util.Locale.ROOT) + "-" + it.number(),
                    "Manufacture of monocrystalline silicon wafers", until.minusYears(3), until);
            var proof = DemoStory.done(proofs.send(new Proofs.Sent(system, "", List.of(paper(system + en)), null, certificate, null, List.of(it.site())), contact(it.supplier())));
            say(it, proof, system, Proof.Conclusion.PASS, until, null);
        }
        if (stage == Stage.CERTIFIED) {
            return;
        }
        var sample = DemoStory.done(proofs.send(new Proofs.Sent("material", "样品50片，批次见数据表。", List.of(paper("data sheet " + en)), null, null,
                new Proofs.Material("W-182", "Wafer M10", "硅片M10", "wafer"), List.of(it.site())), contact(it.supplier())));
        for (var step : Proof.Step.values()) {
            DemoStory.done(rulings.take(sample, step, today, "As specified; values in the report.", null, people.the(Role.PROCESS)));
        }
        say(it, sample, "process", Proof.Conclusion.PASS, today.plusYears(2), null);
        say(it, sample, "material", Proof.Conclusion.PASS, today.plusYears(2), null);
        sign(it.supplier(), AGREEMENTS, today.plusYears(2));
        if (stage == Stage.READY) {
            return;
        }
        var motion = DemoStory.done(admission.propose(it.id(), Dossier.Outcome.ADMIT, today.plusYears(2), "", null, "All legs hold; capacity is needed from next quarter.", people.the(Role.BUYER)));
        DemoStory.done(admission.rule(motion, Decisions.Outcome.APPROVED, "Agreed.", people.the(Role.QUALITY)));
    }

    /** What a supplier says of itself, and a department that agrees. */
    void topic(Dossier it, String topic, LocalDate until) {
        var proof = DemoStory.done(proofs.send(new Proofs.Sent(topic, "近三年未受处罚，相关制度可在现场查阅。", List.of(), null, null, null, List.of()), contact(it.supplier())));
        pass(it, proof, topic, until);
    }

    void pass(Dossier it, UUID proof, String leg, LocalDate until) {
        say(it, proof, leg, Proof.Conclusion.PASS, until, null);
    }

    private void say(Dossier it, UUID proof, String leg, Proof.Conclusion conclusion, LocalDate until, LocalDate answerBy) {
        var pass = conclusion == Proof.Conclusion.PASS;
        DemoStory.done(rulings.say(proof, new Rulings.Said(conclusion, pass ? "Agrees with public registers and with what was sent." : "请补充最近一年工时记录的抽样说明。",
                pass ? until : null, "", null, pass ? null : answerBy, List.of(it.site()), List.of(it.category()), null, true), reviewer(leg)));
    }

    private Me reviewer(String leg) {
        return people.the(switch (leg) {
            case "environment", "iso-14001", "iso-45001" -> Role.EHS;
            case "labour" -> Role.SOURCING_OFFICER;
            case "anti-corruption", "disputes" -> Role.LEGAL;
            case "business", "risk" -> Role.BUYER;
            case "process" -> Role.PROCESS;
            case String any -> Role.QUALITY;
        });
    }

    /** Their contact: with the account of the one who was invited, where there is one. */
    Me contact(UUID supplier) {
        var account = accounts.contactsOf(supplier).stream().findFirst();
        return new Me(account.map(org.probity.house.access.Account::id).orElse(new UUID(0x5eed, supplier.getLeastSignificantBits())),
                account.map(org.probity.house.access.Account::name).orElse("Contact"), Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    static Proofs.Upload paper(String words) {
        var text = "BT /F1 14 Tf 72 760 Td (" + words + " - invented for a demo) Tj ET";
        return new Proofs.Upload("paper.pdf", ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
                + "4 0 obj<</Length " + text.length() + ">>stream\n" + text + "\nendstream endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n").getBytes(StandardCharsets.UTF_8));
    }
}
