package org.probity.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.supply.admission.Admission;
import org.probity.supply.admission.Dossier;
import org.probity.supply.admission.Proof;
import org.probity.supply.admission.Proofs;
import org.probity.supply.admission.Rulings;
import org.probity.supply.supplier.Purchases;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What those who had long been suppliers brought when the house began to ask: certificates of three systems, and a sample of what they make. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(26)
class CertificatesTale implements Tale {
    private static final List<String> SYSTEMS = List.of("iso-9001", "iso-14001", "iso-45001");

    /** One in so many has not brought the third certificate yet, so that the figure says something. */
    private static final int NOT_YET = 16;

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Purchases purchases;
    private final Accounts accounts;
    private final Admission admission;
    private final Proofs proofs;
    private final Rulings rulings;

    CertificatesTale(DemoPeople people, Suppliers suppliers, Purchases purchases, Accounts accounts, Admission admission, Proofs proofs, Rulings rulings) {
        this.people = people;
        this.suppliers = suppliers;
        this.purchases = purchases;
        this.accounts = accounts;
        this.admission = admission;
        this.proofs = proofs;
        this.rulings = rulings;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var cast = Cast.all();
        for (var i = 0; i < cast.size(); i++) {
            var it = cast.get(i);
            var systems = i % NOT_YET == NOT_YET - 1 ? SYSTEMS.subList(0, 2) : SYSTEMS;
            // Some ten a day, in the first weeks.
            var day = LocalDate.of(years.last(), 1, 6).plusDays(i / 10);
            story.add(Chapter.on(day, "certificates " + it.number(), () -> bring(it, systems, day)));
        }
        return story;
    }

    private void bring(Cast who, List<String> systems, LocalDate day) {
        var supplier = suppliers.byNumber(who.number()).orElseThrow();
        var site = suppliers.sites(supplier.id()).stream().findFirst().map(Supplier.Site::id)
                .orElseGet(() -> DemoStory.done(purchases.addSite(supplier.id(), "Plant 1", "1 Works Road", supplier.country())));
        DemoStory.done(admission.open(supplier.id(), supplier.category(), site, day.plusDays(60), people.the(Role.BUYER)));
        var it = admission.dossiersOf(supplier.id()).getFirst();
        var until = LocalDate.of(day.getYear() + 2, 3, 31);
        for (var system : systems) {
            var certificate = new Proof.Certificate(supplier.nameZh() + "有限公司", "Kestrel Certification", "CNAS", system.toUpperCase(Locale.ROOT) + "-" + supplier.number(),
                    "Manufacture of " + who.material(), until.minusYears(3), until);
            say(it, DemoStory.done(proofs.send(new Proofs.Sent(system, "", List.of(AdmissionTale.paper(system + " " + supplier.number())), null, certificate, null, List.of(site)), contact(supplier.id()))),
                    system.equals("iso-9001") ? Role.QUALITY : Role.EHS, until);
        }
        if (it.missing().contains("material")) {
            var sample = DemoStory.done(proofs.send(new Proofs.Sent("material", "样品与数据表一并寄出。", List.of(AdmissionTale.paper("data sheet " + supplier.number())), null, null,
                    new Proofs.Material("Q-" + supplier.number(), who.material(), who.materialZh(), supplier.category()), List.of(site)), contact(supplier.id())));
            for (var step : Proof.Step.values()) {
                DemoStory.done(rulings.take(sample, step, day, "As specified; values in the report.", null, people.the(Role.PROCESS)));
            }
            say(it, sample, Role.PROCESS, until);
            say(it, sample, Role.QUALITY, until);
        }
    }

    private void say(Dossier it, UUID proof, Role by, LocalDate until) {
        DemoStory.done(rulings.say(proof, new Rulings.Said(Proof.Conclusion.PASS, "Agrees with the body's register and with what was sent.", until, "", null, null,
                List.of(it.site()), List.of(it.category()), null, true), people.the(by)));
    }

    /** Their contact: with the account of the one who was invited, where there is one. */
    private Me contact(UUID supplier) {
        var account = accounts.contactsOf(supplier).stream().findFirst();
        return new Me(account.map(Account::id).orElse(new UUID(0x5eed, supplier.getLeastSignificantBits())), account.map(Account::name).orElse("Contact"),
                Set.of(Role.SUPPLIER), Optional.of(supplier));
    }
}
