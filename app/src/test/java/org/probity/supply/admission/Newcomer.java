package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.admission.Proof.Conclusion;
import org.probity.supply.admission.Proof.Step;
import org.probity.supply.supplier.Contacts;
import org.probity.supply.supplier.Newcomers;

/** A supplier on its way to the list, moved as far as a test needs it; made by the context of the test, see {@code createBean}. */
public class Newcomer {
    static final List<String> TOPICS = List.of("environment", "labour", "anti-corruption", "business", "risk", "disputes", "iso");
    static final List<String> SYSTEMS = List.of("iso-9001", "iso-14001", "iso-45001");
    private static final Map<String, List<String>> TITLES = Map.of("framework", List.of("Framework agreement", "框架协议"),
            "confidentiality", List.of("Non-disclosure agreement", "保密协议"), "integrity", List.of("Integrity agreement", "廉洁协议"));
    static final List<String> AGREEMENTS = List.of("framework", "confidentiality", "integrity");

    private final Admission admission;
    private final Standing standing;
    private final Proofs proofs;
    private final Rulings rulings;
    private final Templates templates;
    private final Signatories signatories;
    private final Agreements agreements;
    private final Accounts accounts;
    private final Clock clock;

    private @Nullable UUID signer;
    public Me buyer;
    public Me quality = someone(Role.QUALITY);
    public Me process = someone(Role.PROCESS);
    public Me ehs = someone(Role.EHS);
    public Me legal = someone(Role.LEGAL);
    public Me officer = someone(Role.SOURCING_OFFICER);

    Newcomer(
            Admission admission, Standing standing, Proofs proofs, Rulings rulings, Templates templates, Signatories signatories, Agreements agreements,
            Accounts accounts, Clock clock) {
        this.admission = admission;
        this.standing = standing;
        this.proofs = proofs;
        this.rulings = rulings;
        this.templates = templates;
        this.signatories = signatories;
        this.agreements = agreements;
        this.accounts = accounts;
        this.clock = clock;
        this.buyer = someone(Role.BUYER);
    }

    /** From now on the staff of the demo do it, so that pages name them. */
    public void by(DemoPeople people) {
        buyer = people.the(Role.BUYER);
        quality = people.the(Role.QUALITY);
        process = people.the(Role.PROCESS);
        ehs = people.the(Role.EHS);
        legal = people.the(Role.LEGAL);
        officer = people.the(Role.SOURCING_OFFICER);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Invited; its names are its own. */
    public Dossier invited(String category) {
        var own = UUID.randomUUID().toString();
        return standing.find(done(admission.invite(new Admission.Invitation(who("Qinghe " + own, "清河" + own, category), today().plusDays(30), false), buyer))).orElseThrow();
    }

    static Newcomers.Newcomer who(String en, String zh, String category) {
        return new Newcomers.Newcomer(en, zh, "", "CN", category, null, null, "Plant 1", "1 Quartz Road", "",
                new Contacts.Colleague("Chen Yu", UUID.randomUUID() + "@qinghe.example", "", "zh"));
    }

    /** Its contact. */
    public Me contact(UUID supplier) {
        return accounts.contactsOf(supplier).stream().findFirst().map(it -> new Me(it.id(), it.name(), Set.of(Role.SUPPLIER), Optional.of(supplier))).orElseThrow();
    }

    public UUID send(Dossier it, String leg) {
        return done(proofs.send(sent(it, leg), contact(it.supplier())));
    }

    Proofs.Sent sent(Dossier it, String leg) {
        var newest = proofs.newest(it.supplier(), leg).map(Proof::id).orElse(null);
        if (TOPICS.contains(leg)) {
            return new Proofs.Sent(leg, "Nothing in the last three years.", List.of(file(leg + it.supplier())), newest, null, null, List.of());
        }
        if (SYSTEMS.contains(leg)) {
            return new Proofs.Sent(leg, "", List.of(file(leg + it.supplier())), newest, certificate(it, leg), null, List.of(it.site()));
        }
        return new Proofs.Sent(leg, "", List.of(file(leg + it.supplier())), newest, null, new Proofs.Material("W-182", "Wafer M10", "硅片M10", it.category()), List.of(it.site()));
    }

    Proof.Certificate certificate(Dossier it, String leg) {
        return new Proof.Certificate(it.nameZh() + "有限公司", "Kestrel Certification", "CNAS", leg + "-" + it.number(), "Manufacture of " + it.categoryEn(),
                today().minusYears(1), today().plusYears(2));
    }

    public void pass(Dossier it, UUID proof, LocalDate until, Me by) {
        done(rulings.say(proof, said(it, Conclusion.PASS, until), by));
    }

    Rulings.Said said(Dossier it, Conclusion conclusion, LocalDate until) {
        var passes = Rulings.passes(conclusion);
        return new Rulings.Said(conclusion, "It agrees with what we found", passes ? until : null, conclusion == Conclusion.CONDITIONS ? "Send the last audit report" : "",
                conclusion == Conclusion.CONDITIONS ? today().plusDays(30) : null, passes ? null : today().plusDays(14), List.of(it.site()), List.of(it.category()), null, false);
    }

    Me reviewer(String leg) {
        return switch (leg) {
            case "environment", "iso-14001", "iso-45001" -> ehs;
            case "labour" -> officer;
            case "anti-corruption", "disputes" -> legal;
            case "business", "risk" -> buyer;
            default -> quality;
        };
    }

    public void topics(Dossier it) {
        TOPICS.forEach(leg -> pass(it, send(it, leg), today().plusYears(1), reviewer(leg)));
    }

    public void systems(Dossier it) {
        SYSTEMS.forEach(leg -> pass(it, send(it, leg), today().plusYears(1), reviewer(leg)));
    }

    public UUID material(Dossier it) {
        var proof = proofs.newest(it.supplier(), "material").filter(found -> !found.replaced()).map(Proof::id).orElseGet(() -> send(it, "material"));
        for (var step : Step.values()) {
            done(rulings.take(proof, step, today(), "As specified", null, quality));
        }
        pass(it, proof, today().plusYears(1), process);
        pass(it, proof, today().plusYears(1), quality);
        return proof;
    }

    /** Words for the three agreements, once for a house. */
    public void words() {
        for (var leg : AGREEMENTS) {
            if (templates.inForce(leg).isEmpty()) {
                var marks = leg.equals("framework") ? String.join(" ", Templates.FRAMEWORK_CLAUSES) : "";
                var written = new Templates.Written(leg, today(), 24, TITLES.get(leg).getFirst(), TITLES.get(leg).getLast(), marks + "«supplier» and «company» agree.", marks + "«supplier»与«company»约定如下。");
                done(templates.rule(done(templates.write(written, "The first version", legal)), Decisions.Outcome.APPROVED, "", officer));
            }
        }
    }

    /** Somebody who signs for us: always the same one, whoever else other tests bring in meanwhile. */
    public void mandate() {
        if (signer == null) {
            signer = account(Role.BUYER);
            if (signatories.mandateOf(signer).isEmpty()) {
                done(signatories.give(signer, today().plusYears(1), null, legal));
            }
        }
    }

    /** Of the house, with an account. */
    public UUID account(Role role) {
        return accounts.holding(role).stream().findFirst().map(org.probity.house.access.Account::id).orElseGet(() ->
                switch (accounts.invite(new Accounts.Newcomer("Marta Lind", UUID.randomUUID() + "@helia.example", Set.of(role), Optional.empty(), "en"), Accounts.HOUSE)) {
                    case org.probity.house.access.Ruling.Granted<UUID>(var id) -> id;
                    case org.probity.house.access.Ruling.Denied<UUID> denied -> throw new IllegalStateException(denied.toString());
                });
    }

    public Me mandated() {
        return new Me(signer, "Marta Lind", Set.of(Role.BUYER), Optional.empty());
    }

    public void authority(Dossier it) {
        var id = done(signatories.name("Chen Yu", Agreement.Capacity.LEGAL_REPRESENTATIVE, today().plusYears(2), file("authority" + it.supplier()), contact(it.supplier())));
        done(signatories.check(id, true, today().plusYears(2), "The extract names him", legal));
    }

    public void agreements(Dossier it) {
        words();
        mandate();
        authority(it);
        for (var leg : AGREEMENTS) {
            var offered = done(agreements.offer(it.supplier(), leg));
            done(agreements.sign(offered.id(), offered.sha256(), contact(it.supplier())));
            done(agreements.countersign(offered.id(), mandated()));
        }
    }

    /** Everything but the decision. */
    public Dossier ready(String category) {
        var it = invited(category);
        topics(it);
        systems(it);
        material(it);
        agreements(it);
        return standing.find(it.id()).orElseThrow();
    }

    public Dossier qualified(String category) {
        var it = ready(category);
        var motion = done(admission.propose(it.id(), Dossier.Outcome.ADMIT, today().plusYears(1), "", null, "Everything holds", buyer));
        done(admission.rule(motion, Decisions.Outcome.APPROVED, "Agreed", quality));
        return standing.find(it.id()).orElseThrow();
    }

    /** The least a reader opens, with words of its own. */
    public static Proofs.Upload file(String words) {
        return new Proofs.Upload("paper.pdf", pdf(words, "20250301", "20250301"));
    }

    static byte[] pdf(String words, String made, String changed) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n4 0 obj<</CreationDate(D:"
                + made + "101010)/ModDate(D:" + changed + "101010)/Title(" + words + ")>>endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\nstartxref\n0\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    public static Me someone(Role... roles) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(roles), Optional.empty());
    }

    public static <T> T done(Answer<T> answer) {
        assertThat(answer).as(answer.toString()).isInstanceOf(Done.class);
        return ((Done<T>) answer).value();
    }

    public static String key(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused<?>) answer).reasons().getFirst().key();
    }
}
