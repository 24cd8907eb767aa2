package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.policy.Acknowledgements;
import org.probity.supply.supplier.Imports;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the many live through in the two years: they come in with files, as a buyer brings them, sign, acknowledge, deliver, are graded; some
 * apply and come as far as they come.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(26)
class CrowdTale implements Tale {
    /** So many in one chapter of what each does by itself, so that the telling can be watched and interrupted. */
    private static final int TOGETHER = 25;
    /** One in so many of the whole comes in by a dossier. */
    private static final int APPLYING = 40;
    /** So many waves, a half-year each. */
    static final int WAVES = 4;

    private final DemoPeople people;
    private final Imports imports;
    private final Suppliers suppliers;
    private final Evidence evidence;
    private final Acknowledgements acknowledgements;
    private final AdmissionTale admission;
    private final List<Crowd.Extra> crowd;

    CrowdTale(
            DemoPeople people, Imports imports, Suppliers suppliers, Evidence evidence, Acknowledgements acknowledgements,
            AdmissionTale admission, DemoSize size) {
        this.people = people;
        this.imports = imports;
        this.suppliers = suppliers;
        this.evidence = evidence;
        this.acknowledgements = acknowledgements;
        this.admission = admission;
        this.crowd = Crowd.of(size.suppliers());
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        if (crowd.isEmpty()) {
            return story;
        }
        for (var wave = 0; wave < WAVES; wave++) {
            var day = came(years, wave);
            var came = wave(wave);
            if (day.isAfter(years.today()) || came.isEmpty()) {
                continue;
            }
            story.add(Chapter.on(day, "crowd " + wave, () -> bringIn(came)));
            each(story, day.plusDays(1), "crowd agreements " + wave, came,
                    it -> admission.sign(id(it), AdmissionTale.AGREEMENTS, day.plusYears(4)));
        }
        each(story, LocalDate.of(years.last(), 1, 30), "crowd code " + years.last(), wave(0), this::acknowledge);
        // One in thirty has not read the second version yet, nor have some of those who came after it.
        each(story, years.by(LocalDate.of(years.current(), 3, 12)), "crowd code " + years.current(),
                crowd.stream().filter(it -> it.wave() < 3 && it.number().hashCode() % 30 != 0).toList(), this::acknowledge);
        for (var wave = 1; wave < WAVES; wave++) {
            var day = came(years, wave).plusDays(20);
            if (!day.isAfter(years.today())) {
                // As the day after they came would have begun: whoever is new is asked.
                story.add(Chapter.on(day.minusDays(18), "crowd asked to read, wave " + wave, () -> acknowledgements.on(new DayHasBegun(day.minusDays(18)))));
                each(story, day, "crowd code of wave " + wave, wave(wave).stream().filter(it -> it.number().hashCode() % 15 != 0).toList(), this::acknowledge);
            }
        }
        story.add(Chapter.on(LocalDate.of(years.last(), 1, 6), "crowd ledger before", () -> receive(years, years.last() - 1, 12)));
        story.add(Chapter.on(LocalDate.of(years.current(), 1, 12), "crowd ledger " + years.last(), () -> receive(years, years.last(), 12)));
        var months = years.today().getMonthValue() - 1;
        if (months > 0) {
            story.add(Chapter.on(years.today().withDayOfMonth(1), "crowd ledger " + years.current(), () -> receive(years, years.current(), months)));
        }
        apply(story, years);
        return story;
    }

    private List<Crowd.Extra> wave(int wave) {
        return crowd.stream().filter(it -> it.wave() == wave).toList();
    }

    private interface Act {
        void of(Crowd.Extra it);
    }

    private static void each(List<Chapter> story, LocalDate day, String name, List<Crowd.Extra> whom, Act act) {
        for (var from = 0; from < whom.size(); from += TOGETHER) {
            var part = whom.subList(from, Math.min(whom.size(), from + TOGETHER));
            story.add(Chapter.beside(name, day, name + " " + from / TOGETHER, () -> part.forEach(act::of)));
        }
    }

    private UUID id(Crowd.Extra it) {
        return suppliers.byNumber(it.number()).orElseThrow().id();
    }

    /** Three files: who they are, where they make it, what is bought from them. Whom to write to is typed, as it is in life. */
    private void bringIn(List<Crowd.Extra> came) {
        take("suppliers", "number,name_zh,name_en,name_other,country,category,credit_code,lei", came,
                it -> String.join(",", it.number(), it.nameZh(), it.nameEn(), "", it.country(), it.category(), "", ""));
        take("sites", "supplier,site,address,country", came, it -> String.join(",", it.number(), "Plant 1", "1 Works Road", it.country()));
        take("materials", "supplier,number,name_zh,name_en,from,until,tin_percent,tin_from", came,
                it -> String.join(",", it.number(), it.number() + "-1", it.materialZh(), it.material(), "", "", "", ""));
        came.forEach(it -> suppliers.addContact(id(it), "Contact " + it.number(), it.mail(), ""));
    }

    private void take(String kind, String headings, List<Crowd.Extra> came, Function<Crowd.Extra, String> line) {
        var csv = headings + "\n" + came.stream().map(line).collect(Collectors.joining("\n")) + "\n";
        DemoStory.done(imports.takeIn(kind, kind + ".csv", csv.getBytes(StandardCharsets.UTF_8), people.the(Role.BUYER)));
    }

    private void acknowledge(Crowd.Extra it) {
        var supplier = id(it);
        var who = new Me(new UUID(0x5eed, supplier.getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        acknowledgements.mine(who).stream().filter(owed -> owed.state().waitsForParty())
                .forEach(owed -> DemoStory.done(acknowledgements.acknowledge(owed.id(), true, who)));
    }

    /** Monthly receipts of whoever was there, as the ERP of the other sites hands them over, with its own count and sum. */
    private void receive(Years years, int year, int months) {
        var receipts = new ArrayList<Suppliers.Receipt>();
        for (var it : crowd) {
            var found = suppliers.byNumber(it.number());
            if (found.isEmpty()) {
                continue;
            }
            var supplier = found.get().id();
            var last = found.get().lastDay();
            var material = suppliers.materials(supplier).getFirst();
            for (var month = 1; month <= months; month++) {
                var day = LocalDate.of(year, month, 5 + (it.number().hashCode() & 15));
                if (!day.isBefore(deliversFrom(it, years)) && (last == null || !day.isAfter(last))) {
                    receipts.add(new Suppliers.Receipt("GS" + year + "-" + it.number() + "-" + month, 1, supplier, material.id(), day, it.kilograms(year, month)));
                }
            }
        }
        if (receipts.isEmpty()) {
            return;
        }
        var sum = receipts.stream().map(Suppliers.Receipt::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
        var csv = receipts.stream().map(it -> it.document() + ";" + it.line() + ";" + it.supplier() + ";" + it.material() + ";" + it.day() + ";" + it.kilograms().toPlainString())
                .collect(Collectors.joining("\n", "document;line;supplier;material;day;kilograms\n", "\n"));
        var file = evidence.keep("goods-receipts-sites-" + year + ".csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8), people.the(Role.BUYER).account());
        DemoStory.done(suppliers.receive("ERP, sites", year, receipts, receipts.size(), sum, file.id(), file.sha256(), people.the(Role.BUYER)));
    }

    /** Who came in the course of the story delivers from the month after. */
    static LocalDate deliversFrom(Crowd.Extra it, Years years) {
        return it.wave() == 0 ? LocalDate.of(years.last() - 1, 1, 1) : came(years, it.wave()).plusMonths(1).withDayOfMonth(1);
    }

    static LocalDate came(Years years, int wave) {
        return LocalDate.of(years.last() + wave / 2, wave % 2 == 0 ? 1 : 7, 4);
    }

    /** Some apply over the two years; most of those of long ago are on the list, those of late are on their way. */
    private void apply(List<Chapter> story, Years years) {
        var many = Math.max(4, (crowd.size() + Crowd.NAMED) / APPLYING);
        var first = LocalDate.of(years.last(), 1, 20);
        var days = ChronoUnit.DAYS.between(first, years.today().minusDays(20));
        for (var i = 0; i < many; i++) {
            var name = Crowd.applicant(i);
            var begun = first.plusDays(days * i / many);
            var stage = AdmissionTale.Stage.values()[i % 7 < 4 ? AdmissionTale.Stage.QUALIFIED.ordinal() : i % 7 - 4];
            story.add(Chapter.on(begun, "applied " + name[0], () -> admission.invite(name[0], name[1], begun.plusDays(30))));
            story.add(Chapter.on(begun.plusDays(14), "application " + name[0], () -> admission.go(name[0], name[1], stage, begun.plusDays(14))));
        }
    }
}
