package org.probity.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.shapes.decision.Decisions;
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

/**
 * How the many came onto the qualified list. Whoever supplied already when the house began to ask was reviewed in the first weeks and decided
 * about; whoever came later is reviewed before the first delivery. A few have no dossier yet, some lack a certificate, and of some a
 * certificate ended this year: most of these sent the next one in time.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(28)
class QualifiedListTale implements Tale {
    /** One in so many of those who supplied already has not been asked yet, and one in so many newcomers was brought in past the review. */
    private static final int NOT_ASKED = 33;
    private static final int PAST_REVIEW = 24;
    /** One in so many newcomers passed the review of what it is and is still being certified. */
    private static final int BEING_CERTIFIED = 20;
    /** Of one in so many a certificate ends this year; every third of them sends no other. */
    private static final int ENDING = 12;
    private static final int TOGETHER = 25;

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Purchases purchases;
    private final Admission admission;
    private final Proofs proofs;
    private final Rulings rulings;
    private final AdmissionTale admitted;
    private final List<Crowd.Extra> crowd;

    QualifiedListTale(
            DemoPeople people, Suppliers suppliers, Purchases purchases, Admission admission, Proofs proofs, Rulings rulings, AdmissionTale admitted, DemoSize size) {
        this.people = people;
        this.suppliers = suppliers;
        this.purchases = purchases;
        this.admission = admission;
        this.proofs = proofs;
        this.rulings = rulings;
        this.admitted = admitted;
        this.crowd = Crowd.of(size.suppliers());
    }

    /** A supplier on its way. @param ending the day on which a certificate of it ends this year @param certified whether it comes that far */
    private record Way(String number, @Nullable LocalDate ending, boolean renews, boolean certified) {}

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var known = new ArrayList<>(Cast.all().stream().map(Cast::number).toList());
        crowd.stream().filter(it -> it.wave() == 0).map(Crowd.Extra::number).forEach(known::add);
        var begun = LocalDate.of(years.last(), 1, 9);
        tell(story, years, "of old", begun, ways(known, NOT_ASKED, Integer.MAX_VALUE, begun, years));
        for (var wave = 1; wave < CrowdTale.WAVES; wave++) {
            var of = wave;
            var came = crowd.stream().filter(it -> it.wave() == of).map(Crowd.Extra::number).toList();
            var day = CrowdTale.came(years, wave).plusDays(2);
            tell(story, years, "of wave " + wave, day, ways(came, PAST_REVIEW, BEING_CERTIFIED, day, years));
        }
        return story;
    }

    private static List<Way> ways(List<String> numbers, int left, int uncertified, LocalDate begun, Years years) {
        var ways = new ArrayList<Way>();
        for (var place = 0; place < numbers.size(); place++) {
            if (place % left != left - 1) {
                var ends = place % ENDING == ENDING - 1 && begun.getYear() == years.last() ? LocalDate.of(years.current(), 2 + place % 9, 3 + place % 25) : null;
                ways.add(new Way(numbers.get(place), ends, place % (ENDING * 3) != ENDING - 1, place % uncertified != uncertified - 2));
            }
        }
        return ways;
    }

    /** Some in one chapter; the whole comes in over some weeks. */
    private void tell(List<Chapter> story, Years years, String name, LocalDate begun, List<Way> ways) {
        for (var from = 0; from < ways.size(); from += TOGETHER) {
            var group = from / TOGETHER;
            var some = ways.subList(from, Math.min(ways.size(), from + TOGETHER));
            var day = begun.plusDays(group % 12);
            var called = name + " " + group;
            each(story, years, day, "dossiers " + called, some, it -> open(it, day.plusDays(45)));
            each(story, years, day.plusDays(7), "reviews " + called, some, it -> review(it, day.plusDays(7)));
            each(story, years, day.plusDays(11), "admissions " + called, some.stream().filter(Way::certified).toList(), it -> admit(it, day.plusDays(11)));
            for (var it : some) {
                if (it.ending() != null && it.renews()) {
                    each(story, years, it.ending().minusDays(18), "renewed " + it.number(), List.of(it), way -> renew(way, way.ending().plusYears(3).minusDays(30)));
                }
            }
        }
    }

    private static void each(List<Chapter> story, Years years, LocalDate day, String name, List<Way> whom, Consumer<Way> act) {
        if (!day.isAfter(years.today()) && !whom.isEmpty()) {
            story.add(Chapter.beside("qualified list", day, name, () -> whom.forEach(act)));
        }
    }

    private Supplier supplier(Way it) {
        return suppliers.byNumber(it.number()).orElseThrow();
    }

    private void open(Way way, LocalDate due) {
        var supplier = supplier(way);
        var site = suppliers.sites(supplier.id()).stream().findFirst().map(Supplier.Site::id)
                .orElseGet(() -> DemoStory.done(purchases.addSite(supplier.id(), "Plant 1", "1 Works Road", supplier.country(), people.the(Role.BUYER))));
        DemoStory.done(admission.open(supplier.id(), supplier.category(), site, due, people.the(Role.BUYER)));
    }

    private void review(Way way, LocalDate today) {
        var supplier = supplier(way);
        var it = dossier(supplier);
        for (var topic : AdmissionTale.TOPICS) {
            admitted.topic(it, topic, today.plusYears(3).minusDays(1));
        }
        if (!way.certified()) {
            return;
        }
        for (var system : AdmissionTale.SYSTEMS) {
            certify(it, supplier, system, way.ending() != null && system.equals(endingSystem(way)) ? way.ending() : held(way, system, today));
        }
        if (!it.missing().contains("material")) {
            return;
        }
        var material = suppliers.materials(supplier.id()).getFirst();
        var sample = DemoStory.done(proofs.send(new Proofs.Sent("material", "样品与数据表已寄出。", List.of(), null, null,
                new Proofs.Material(material.number(), material.nameEn(), material.nameZh(), it.category()), List.of(it.site())), admitted.contact(it.supplier())));
        for (var step : Proof.Step.values()) {
            DemoStory.done(rulings.take(sample, step, today, "As specified; values in the report.", null, people.the(Role.PROCESS)));
        }
        admitted.pass(it, sample, "process", today.plusYears(3).minusDays(1));
        admitted.pass(it, sample, "material", today.plusYears(3).minusDays(1));
    }

    private void certify(Dossier it, Supplier supplier, String system, LocalDate until) {
        var certificate = new Proof.Certificate(supplier.nameZh() + "有限公司", "Kestrel Certification", "CNAS",
                system.toUpperCase(Locale.ROOT) + "-" + supplier.number() + "-" + until.getYear(), "Manufacture of what is supplied", until.minusYears(3).minusDays(40), until);
        var before = proofs.newest(supplier.id(), system).map(Proof::id).orElse(null);
        var proof = DemoStory.done(proofs.send(new Proofs.Sent(system, "", List.of(AdmissionTale.paper(system + " " + supplier.number() + " " + until)), before, certificate, null,
                List.of(it.site())), admitted.contact(supplier.id())));
        admitted.pass(it, proof, system, until);
    }

    private void admit(Way way, LocalDate today) {
        var motion = DemoStory.done(admission.propose(dossier(supplier(way)).id(), Dossier.Outcome.ADMIT, today.plusYears(3).minusDays(1), "", null,
                "All legs hold; nothing speaks against it.", people.the(Role.BUYER)));
        DemoStory.done(admission.rule(motion, Decisions.Outcome.APPROVED, "Agreed.", people.the(Role.QUALITY)));
    }

    /** Whose relation has ended meanwhile sends nothing more. */
    private void renew(Way way, LocalDate until) {
        var supplier = supplier(way);
        if (supplier.lastDay() == null) {
            certify(dossier(supplier), supplier, endingSystem(way), until);
        }
    }

    private Dossier dossier(Supplier supplier) {
        return admission.dossiersOf(supplier.id()).getFirst();
    }

    private static String endingSystem(Way way) {
        return AdmissionTale.SYSTEMS.get(Math.floorMod(way.number().hashCode(), AdmissionTale.SYSTEMS.size()));
    }

    /** Certificates hold for three years; these end after the two that are told. */
    private static LocalDate held(Way way, String system, LocalDate today) {
        return LocalDate.of(today.getYear() + 2, 1 + Math.floorMod((way.number() + system).hashCode(), 12), 15);
    }
}
