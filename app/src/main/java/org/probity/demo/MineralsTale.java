package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.probity.formats.cmrt.Metal;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.SmelterList;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.minerals.Paper;
import org.probity.supply.minerals.PaperKind;
import org.probity.supply.minerals.Reviews;
import org.probity.supply.minerals.SmelterLists;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the suppliers of tin are asked for, send, are sent back and have accepted. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(30)
class MineralsTale implements Tale {
    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Obligations obligations;
    private final Minerals minerals;
    private final Reviews reviews;
    private final SmelterLists lists;

    MineralsTale(DemoPeople people, Suppliers suppliers, Obligations obligations, Minerals minerals, Reviews reviews, SmelterLists lists) {
        this.people = people;
        this.suppliers = suppliers;
        this.obligations = obligations;
        this.minerals = minerals;
        this.reviews = reviews;
        this.lists = lists;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var cast = Cast.all();
        var editions = SmelterList.fictionalEditions();
        var last = years.last();
        var current = years.current();
        story.add(Chapter.on(LocalDate.of(last, 1, 5), "smelter list " + last,
                () -> load(editions.getFirst(), LocalDate.of(last, 1, 1), SmelterList.Status.ACTIVE)));
        tellYear(story, cast, last, LocalDate.of(last, 2, 2), LocalDate.of(last, 4, 30));
        var opened = years.today().minusDays(60).getYear() == current ? years.today().minusDays(60) : LocalDate.of(current, 1, 1);
        story.add(Chapter.on(opened, "smelter list " + current, () -> load(editions.getLast(), LocalDate.of(current, 1, 1), SmelterList.Status.NONE)));
        tellThisYear(story, cast, current, opened, years);
        return story;
    }

    private Me officer() {
        return people.the(Role.SOURCING_OFFICER);
    }

    private Me contactOf(UUID supplier) {
        return new Me(new UUID(0x5eed, supplier.getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    /** Last year: everybody is asked, some are sent back once, all are accepted in the end. */
    private void tellYear(List<Chapter> story, List<Cast> cast, int year, LocalDate opened, LocalDate due) {
        story.add(Chapter.on(opened, "campaign " + year, () -> DemoStory.done(minerals.open(year, due, officer()))));
        for (var i = 0; i < 38; i++) {
            var it = cast.get(i);
            var random = new Random(31L * year + i);
            var sent = opened.plusDays(3 + random.nextInt(60));
            if (i % 9 == 4) {
                story.add(Chapter.on(sent, "faulty " + it.number() + " " + year, () -> send(it, year, PaperKind.CMRT, workbook(it, sent.minusDays(9), true))));
            }
            story.add(Chapter.on(sent.plusDays(4), "papers " + it.number() + " " + year, () -> {
                for (var kind : PaperKind.values()) {
                    send(it, year, kind, kind == PaperKind.CMRT ? workbook(it, sent.minusDays(5), false) : paper(it, kind, year));
                }
            }));
            story.add(Chapter.on(sent.plusDays(9), "accepted " + it.number() + " " + year, () -> accept(it, year, LocalDate.of(year, 12, 31), Agreed.BOTH)));
        }
    }

    /** This year, as it stands today: many are done, some wait for a person, some for their supplier, some have sent nothing. */
    private void tellThisYear(List<Chapter> story, List<Cast> cast, int year, LocalDate opened, Years years) {
        story.add(Chapter.on(opened, "campaign " + year, () -> DemoStory.done(minerals.open(year, years.today().plusDays(8), officer()))));
        for (var i = 1; i < 38; i++) {
            var it = cast.get(i);
            var random = new Random(31L * year + i);
            var sent = years.by(opened.plusDays(2 + random.nextInt(50)));
            if (i % 10 == 7) {
                continue;
            }
            if (i % 10 == 3) {
                story.add(Chapter.on(sent, "faulty " + it.number() + " " + year, () -> send(it, year, PaperKind.CMRT, workbook(it, sent.minusDays(20), true))));
                continue;
            }
            story.add(Chapter.on(sent, "papers " + it.number() + " " + year, () -> {
                for (var kind : PaperKind.values()) {
                    send(it, year, kind, kind == PaperKind.CMRT ? workbook(it, sent.minusDays(5), false) : paper(it, kind, year));
                }
            }));
            // Some papers end within a month, so that the time machine has something to show.
            var end = LocalDate.of(year, 12, 31);
            var soon = years.today().plusDays(25);
            var until = i % 10 == 1 && soon.isBefore(end) ? soon : end;
            // Of those that still wait, every second one waits for quality alone.
            if (i % 20 != 5) {
                var by = i % 20 == 15 ? Agreed.SOURCING_ALONE : Agreed.BOTH;
                story.add(Chapter.on(years.by(sent.plusDays(5)), "accepted " + it.number() + " " + year, () -> accept(it, year, until, by)));
            }
        }
    }

    private void send(Cast it, int year, PaperKind kind, byte[] file) {
        var supplier = suppliers.byNumber(it.number()).orElseThrow();
        var name = kind == PaperKind.CMRT ? "CMRT_" + it.number() + "_" + year + ".xlsx" : kind.name().toLowerCase(Locale.ROOT) + "_" + year + ".pdf";
        DemoStory.done(minerals.send(owed(supplier.id(), year, kind).id(), name, file, contactOf(supplier.id())));
    }

    /** Whose word a chapter tells of. */
    private enum Agreed { BOTH, SOURCING_ALONE }

    private void accept(Cast it, int year, LocalDate until, Agreed by) {
        var supplier = suppliers.byNumber(it.number()).orElseThrow();
        for (var kind : PaperKind.values()) {
            Paper paper = minerals.papers(owed(supplier.id(), year, kind).id()).getFirst();
            DemoStory.done(reviews.accept(paper.id(), until, "来源与数量与采购记录一致。", officer()));
            if (by == Agreed.BOTH) {
                DemoStory.done(reviews.accept(paper.id(), until, "Material and batch agree with incoming inspection.", people.the(Role.QUALITY)));
            }
        }
    }

    private Obligation owed(UUID supplier, int year, PaperKind kind) {
        return obligations.of(supplier).stream()
                .filter(it -> it.kind().equals(kind.obligation()) && it.period() == year)
                .findFirst().orElseThrow();
    }

    private static byte[] workbook(Cast it, LocalDate effective, boolean faulty) {
        var order = faulty
                ? SampleOrder.faulty(it.nameEn(), "Contact", "contact@supplier.example", effective)
                : SampleOrder.complete(it.nameEn(), "Contact", "contact@supplier.example", effective);
        return Sample.workbook(order.naming(smelters(it, effective.getYear())));
    }

    /**
     * Each supplier's own smelters, the same every year but for one in eight; those of one supplier are a copy of another's, and every
     * fifteenth names one that takes no part in the assurance programme.
     */
    private static List<SmelterList.Smelter> smelters(Cast it, int year) {
        var place = Cast.all().indexOf(it);
        var random = new Random(place == 12 ? 11 : place);
        var newest = SmelterList.fictional();
        var tin = new ArrayList<>(SmelterList.fictionalEditions().getFirst().smelters(Metal.TIN).stream()
                .filter(smelter -> newest.find(smelter.id()).isPresent()).toList());
        Collections.shuffle(tin, random);
        var known = tin.stream().filter(smelter -> smelter.status() != SmelterList.Status.NONE).limit(6 + place % 3).toList();
        var named = new ArrayList<>(known.subList(place % 8 == 3 && year % 2 == 0 ? 1 : 0, known.size()));
        if (place % 15 == 6) {
            tin.stream().filter(smelter -> smelter.status() == SmelterList.Status.NONE).findFirst().ifPresent(named::add);
        }
        return named;
    }

    /** As an officer brings it in. @param others how those stand who bear no mark: in the first year everybody takes part, later some do no more */
    private void load(SmelterList list, LocalDate day, SmelterList.Status others) {
        var csv = new StringBuilder("metal,lookup_name,standard_name,country,smelter_id,city,status\n");
        list.smelters().forEach(it -> it.aliases().forEach(alias -> csv.append(String.join(",", it.metal().word(), quoted(alias), quoted(it.name()),
                quoted(it.country()), it.id(), quoted(it.city()), (it.status() == SmelterList.Status.NONE ? others : it.status()).name().toLowerCase(Locale.ROOT))).append('\n')));
        DemoStory.done(lists.load("smelters-" + list.version() + ".csv", csv.toString().getBytes(StandardCharsets.UTF_8), String.valueOf(day.getYear()), day, officer()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The least a PDF reader opens: one page that says what it would be. */
    private static byte[] paper(Cast it, PaperKind kind, int year) {
        var text = "BT /F1 14 Tf 72 760 Td (" + kind.name() + " " + year + " - " + it.nameEn() + " - invented for a demo) Tj ET";
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
                + "4 0 obj<</Length " + text.length() + ">>stream\n" + text + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
