package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.probity.formats.ipc1752.Sample;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.substances.CandidateLists;
import org.probity.supply.substances.Paper;
import org.probity.supply.substances.PaperKind;
import org.probity.supply.substances.Requests;
import org.probity.supply.substances.Scopes;
import org.probity.supply.substances.SubstanceRulings;
import org.probity.supply.substances.Substances;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reports on restricted substances of those who supply solder and pastes, and a new candidate list that makes statements old. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(47)
class SubstancesTale implements Tale {
    private static final int TOGETHER = 25;
    /** Some entries whose numbers and days are facts; an extract for trial, and not the list. */
    private static final String FIRST = """
            name,ec,cas,reason,date
            Lead,231-100-4,7439-92-1,Toxic for reproduction (Article 57c),2018-06-27
            Lead monoxide (lead oxide),215-267-0,1317-36-8,Toxic for reproduction (Article 57c),2012-12-19
            Cadmium,231-152-8,7440-43-9,Carcinogenic (Article 57a),2013-06-20
            Bis(2-ethylhexyl) phthalate (DEHP),204-211-0,117-81-7,Toxic for reproduction (Article 57c),2008-10-28
            Boric acid,233-139-2,10043-35-3,Toxic for reproduction (Article 57c),2010-06-18
            Melamine,203-615-4,108-78-1,Equivalent level of concern (Article 57f),2023-01-17
            Triphenyl phosphate,204-112-2,115-86-6,Endocrine disrupting properties (Article 57f),2024-11-07
            """;
    private static final String SECOND = FIRST + """
            Octamethyltrisiloxane,203-497-4,107-51-7,vPvB (Article 57e),2025-01-21
            Decamethyltetrasiloxane,205-491-7,141-62-8,vPvB (Article 57e),2025-06-25
            """;

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Obligations obligations;
    private final Scopes scopes;
    private final Requests requests;
    private final Substances substances;
    private final SubstanceRulings rulings;
    private final CandidateLists lists;
    private final Clock clock;
    /** Those of the crowd that are in scope. */
    private final List<Crowd.Extra> pastes;

    SubstancesTale(
            DemoPeople people, Suppliers suppliers, Obligations obligations, Scopes scopes, Requests requests, Substances substances, SubstanceRulings rulings, CandidateLists lists,
            DemoSize size, Clock clock) {
        this.people = people;
        this.suppliers = suppliers;
        this.obligations = obligations;
        this.scopes = scopes;
        this.requests = requests;
        this.substances = substances;
        this.rulings = rulings;
        this.lists = lists;
        this.pastes = Crowd.of(size.suppliers()).stream().filter(it -> it.category().equals("paste")).toList();
        this.clock = clock;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var begun = LocalDate.of(years.last(), 1, 8);
        story.add(Chapter.on(begun, "substances scope", () -> {
            scope("solder", begun, PaperKind.ROHS, PaperKind.REACH, PaperKind.DECLARATION);
            scope("paste", begun, PaperKind.ROHS, PaperKind.REACH);
        }));
        story.add(Chapter.on(begun.plusDays(1), "candidate list 1", () -> load(FIRST, years.last() + "-01", begun)));
        var cast = Cast.all().stream().filter(it -> it.category().equals("solder") || it.category().equals("paste")).toList();
        tell(story, cast, years.last(), LocalDate.of(years.last(), 1, 15), years);
        tell(story, cast, years.current(), years.by(LocalDate.of(years.current(), 1, 15)), years);
        many(story, years.last(), LocalDate.of(years.last(), 2, 12), 1, years);
        // Whoever came in the second half of the last year was asked as its day began.
        many(story, years.current(), years.by(LocalDate.of(years.current(), 2, 12)), CrowdTale.WAVES - 1, years);
        late(story, years);
        var second = years.today().minusDays(20);
        story.add(Chapter.on(second, "candidate list 2", () -> load(SECOND, years.current() + "-11", second)));
        for (var i = 0; i < cast.size(); i++) {
            var it = cast.get(i);
            if (i % 4 != 0) {
                story.add(Chapter.on(years.today().minusDays(10), "substances renewal " + it.number(), () -> renew(it, years.today().minusDays(14))));
            }
        }
        return story;
    }

    /** Last year all are accepted in the end. This year some sent nothing, some have faults to correct, some wait for a person, and two sent one file. */
    private void tell(List<Chapter> story, List<Cast> cast, int year, LocalDate opened, Years years) {
        var running = year == years.current();
        story.add(Chapter.on(opened, "substances asked " + year, () -> DemoStory.done(requests.open(year, opened.plusDays(75), people.the(Role.EHS)))));
        for (var i = 0; i < cast.size(); i++) {
            var it = cast.get(i);
            var place = i;
            if (running && (i == 0 || i % 10 == 7)) {
                continue;
            }
            var sent = years.by(opened.plusDays(4 + new Random(7L * year + i).nextInt(60)));
            if (i % 10 == 3 && it.tin()) {
                story.add(Chapter.on(sent, "substances faulty " + it.number() + " " + year, () -> declare(it, year, Sample.faulty(it.nameEn(), sent.minusDays(3)))));
            }
            story.add(Chapter.on(sent, "substances sent " + it.number() + " " + year, () -> send(it, year, place, sent.minusDays(10), running && place % 10 == 3)));
            if (!running || i % 20 != 5) {
                story.add(Chapter.on(years.by(sent.plusDays(6)), "substances accepted " + it.number() + " " + year, () -> accept(it.number(), year)));
            }
        }
    }

    /** The crowd sends two reports a year, most of them accepted; one in so many sends none this year, or something that still waits for a person. */
    private void many(List<Chapter> story, int year, LocalDate sent, int waves, Years years) {
        var running = year == years.current();
        var asked = pastes.stream().filter(it -> it.wave() < waves).toList();
        for (var from = 0; from < asked.size(); from += TOGETHER) {
            var begin = from;
            var day = years.by(sent.plusDays(from / TOGETHER * 3L));
            tellMany(story, day, "of the crowd " + from / TOGETHER + " " + year, asked.subList(from, Math.min(asked.size(), from + TOGETHER)), year,
                    place -> running && (begin + place) % 19 == 7, place -> running && (begin + place) % 31 == 5);
        }
    }

    /** Newcomers are asked as a day begins, and have their months. */
    private void late(List<Chapter> story, Years years) {
        for (var wave = 1; wave < CrowdTale.WAVES; wave += 2) {
            var of = wave;
            var day = CrowdTale.came(years, wave).plusDays(3);
            var sent = day.plusDays(60);
            var came = pastes.stream().filter(it -> it.wave() == of).toList();
            if (!sent.isAfter(years.today()) && !came.isEmpty()) {
                story.add(Chapter.on(day, "substances asked of wave " + wave, () -> requests.on(new DayHasBegun(day))));
                tellMany(story, sent, "of wave " + wave, came, day.getYear(), place -> place % 14 == 9, place -> false);
            }
        }
    }

    private void tellMany(List<Chapter> story, LocalDate day, String name, List<Crowd.Extra> whom, int year, IntPredicate silent, IntPredicate waiting) {
        story.add(Chapter.beside("substances sent", day, "substances sent " + name, () -> each(whom, silent, it -> {
            report(it.number(), year, PaperKind.ROHS, "AC-" + year + "-" + it.number() + "R", day.minusDays(9));
            report(it.number(), year, PaperKind.REACH, "AC-" + year + "-" + it.number() + "C", day.minusDays(9));
        })));
        story.add(Chapter.on(day, "substances accepted " + name, () -> each(whom, silent.or(waiting), it -> accept(it.number(), year))));
    }

    private static void each(List<Crowd.Extra> whom, IntPredicate without, Consumer<Crowd.Extra> act) {
        for (var place = 0; place < whom.size(); place++) {
            if (!without.test(place)) {
                act.accept(whom.get(place));
            }
        }
    }

    private void scope(String category, LocalDate from, PaperKind... asked) {
        var proposal = DemoStory.done(scopes.propose(category, null, from, List.of(asked).stream().map(PaperKind::obligation).toList(),
                "Helia Solar: Supplier Development and Management Procedure, 3.4", "Its materials go into modules and can hold restricted substances.", people.the(Role.QUALITY)));
        DemoStory.done(scopes.rule(proposal, Decisions.Outcome.APPROVED, people.the(Role.EHS)));
    }

    private void load(String csv, String version, LocalDate day) {
        DemoStory.done(lists.load("candidates-" + version + ".csv", csv.getBytes(StandardCharsets.UTF_8), version, day, "An extract for the demo, and not the list; load the agency’s own file", people.the(Role.EHS)));
    }

    /** @param faulty whether the declaration stays as it went back */
    private void send(Cast it, int year, int place, LocalDate reported, boolean faulty) {
        report(it, year, PaperKind.ROHS, place, reported);
        report(it, year, PaperKind.REACH, place, reported);
        if (it.tin() && !faulty) {
            declare(it, year, place % 9 == 2 ? Sample.leaded(it.nameEn(), reported) : place % 9 == 5 ? Sample.thresholds(it.nameEn(), reported) : Sample.materials(it.nameEn(), reported));
        }
    }

    private void report(Cast it, int year, PaperKind kind, int place, LocalDate reported) {
        report(it.number(), year, kind, "AH-" + year + "-" + (place == 12 ? 11 : place) + kind.name().charAt(0), reported);
    }

    private void report(String of, int year, PaperKind kind, String number, LocalDate reported) {
        var supplier = supplier(of);
        DemoStory.done(substances.send(owed(supplier.id(), kind, year).id(), described(supplier, number, reported, kind), number + ".pdf", pdf(number), contactOf(supplier.id())));
    }

    private Substances.Report described(Supplier supplier, String number, LocalDate reported, PaperKind kind) {
        return new Substances.Report("Anhe Testing (invented)", "CNAS", "L-0000", number, reported, suppliers.materials(supplier.id()).stream().map(Supplier.Material::id).toList(),
                "As delivered; tested part by part", Paper.Result.BELOW,
                kind == PaperKind.ROHS ? null : lists.inForce(LocalDate.now(clock)).map(CandidateLists.Edition::id).orElse(null));
    }

    private void declare(Cast it, int year, byte[] file) {
        var supplier = supplier(it.number());
        DemoStory.done(substances.declare(owed(supplier.id(), PaperKind.DECLARATION, year).id(), "IPC-1752A_" + it.number() + "_" + year + ".xml", file, contactOf(supplier.id())));
    }

    private void accept(String number, int year) {
        var supplier = supplier(number);
        for (var owed : obligations.of(supplier.id())) {
            if (owed.period() == year && PaperKind.ours(owed.kind()) && owed.state() == org.probity.shapes.obligation.State.SENT_IN) {
                DemoStory.done(rulings.accept(substances.papers(owed.id()).getFirst().id(), "Laboratory, number and articles compared with the report. 已与报告原件核对。", people.the(Role.EHS)));
            }
        }
    }

    private void renew(Cast it, LocalDate stated) {
        var supplier = supplier(it.number());
        obligations.of(supplier.id()).stream().filter(owed -> owed.kind().equals(PaperKind.RENEWAL.obligation())).findFirst().ifPresent(owed -> {
            var number = "ST-" + it.number();
            var paper = DemoStory.done(substances.send(owed.id(), described(supplier, number, stated, PaperKind.REACH), number + ".pdf", pdf(number), contactOf(supplier.id())));
            DemoStory.done(rulings.accept(paper.id(), "It speaks of the new list and names both substances.", people.the(Role.EHS)));
        });
    }

    private Supplier supplier(String number) {
        return suppliers.byNumber(number).orElseThrow();
    }

    private Obligation owed(UUID supplier, PaperKind kind, int year) {
        return obligations.of(supplier).stream().filter(it -> it.kind().equals(kind.obligation()) && it.period() == year).findFirst().orElseThrow();
    }

    private static Me contactOf(UUID supplier) {
        return new Me(new UUID(0x5eed, supplier.getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    private static byte[] pdf(String number) {
        return ("%PDF-1.4\n% Report " + number + ", invented for a demo\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }
}
