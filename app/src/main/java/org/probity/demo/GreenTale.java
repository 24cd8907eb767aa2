package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.clearance.Deeds;
import org.probity.supply.green.Book;
import org.probity.supply.green.Books;
import org.probity.supply.green.Proof;
import org.probity.supply.green.Proofs;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Green criteria of four categories, what suppliers showed for them, and what the ERP paid month by month. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(72)
class GreenTale implements Tale {
    private static final List<String> CATEGORIES = List.of("wafer", "glass", "frame", "paste");
    /** Places in the cast of those that are barred or heard in the story of the blacklist: nothing is paid to them here. */
    private static final Set<Integer> BARRED = Set.of(41, 63, 84, 96);

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Books books;
    private final Proofs proofs;
    private final Deeds deeds;

    GreenTale(DemoPeople people, Suppliers suppliers, Books books, Proofs proofs, Deeds deeds) {
        this.people = people;
        this.suppliers = suppliers;
        this.books = books;
        this.proofs = proofs;
        this.deeds = deeds;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        tell(story, years, LocalDate.of(years.last(), 1, 25), "green criteria " + years.last(), () -> ask(LocalDate.of(years.last(), 2, 1)));
        for (var year : List.of(years.last(), years.current())) {
            tell(story, years, LocalDate.of(year, 2, 26), "green proofs " + year, () -> show(year));
            for (var month = 1; month <= 12; month++) {
                var of = month;
                tell(story, years, LocalDate.of(year, month, 1).plusMonths(1), "payments " + year + " " + month, () -> pay(year, of));
            }
        }
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private void ask(LocalDate from) {
        for (var category : CATEGORIES) {
            var criteria = List.of(
                    new Book.Criterion("iso-14001", "Environmental management, ISO 14001", "环境管理体系 ISO 14001", Book.Strength.THIRD_PARTY, 30),
                    new Book.Criterion("epd", "Environmental product declaration of what we buy", "所购产品的环境产品声明", Book.Strength.THIRD_PARTY, 30),
                    new Book.Criterion("green-power", "At least half of the power from renewable sources", "可再生电力占比不低于一半", Book.Strength.SIGNED, 25),
                    new Book.Criterion("packaging", "Packaging that goes back or is recycled", "包装回收或循环使用", Book.Strength.STATEMENT, 15));
            var set = DemoStory.done(books.propose(new Books.Draft(category, from, 55, "Material Procurement Management Procedure, Green procurement / 物料采购管理程序“绿色采购”", criteria), people.the(Role.SOURCING_OFFICER)));
            DemoStory.done(books.rule(set, Outcome.APPROVED, "", people.the(Role.EHS)));
        }
    }

    /** Two of three show the certificate, half a declaration, some more; a few come back. This year more than the year before. */
    private void show(int year) {
        var place = 0;
        for (var it : Cast.all()) {
            if (CATEGORIES.contains(it.category())) {
                place++;
                var supplier = suppliers.byNumber(it.number()).orElseThrow().id();
                if (place % 3 != 0) {
                    send(supplier, "iso-14001", Book.Kind.CERTIFICATE, year, Proof.Outcome.ACCEPTED);
                }
                if (place % 2 == 0 || year % 2 == 0 && place % 5 == 0) {
                    send(supplier, "epd", Book.Kind.EPD, year, place % 14 == 0 ? Proof.Outcome.RETURNED : Proof.Outcome.ACCEPTED);
                }
                if (place % 4 == 1) {
                    send(supplier, "green-power", Book.Kind.SIGNED_STATEMENT, year, Proof.Outcome.ACCEPTED);
                }
            }
        }
    }

    private void send(UUID supplier, String code, Book.Kind kind, int year, Proof.Outcome outcome) {
        var file = ("Invented proof of " + code + " for " + supplier + " in " + year).getBytes(StandardCharsets.UTF_8);
        var proof = DemoStory.done(proofs.send(supplier, new Proofs.Sent(code, kind, "N-" + year + "-" + Math.abs(supplier.hashCode() % 100_000), "Certification House", LocalDate.of(year, 2, 1),
                LocalDate.of(year + 1, 1, 31), "", code + ".txt", "text/plain", file), speaker(supplier)));
        DemoStory.done(proofs.review(proof.id(), outcome, outcome == Proof.Outcome.ACCEPTED ? "" : "The declaration is about other goods.", people.the(Role.EHS)));
    }

    /** As the ERP reports it after the month: one payment to each supplier of the cast. */
    private void pay(int year, int month) {
        var random = new Random(31L * year + month);
        var lines = new ArrayList<Deeds.Line>();
        var cast = Cast.all();
        for (var place = 0; place < cast.size(); place++) {
            var amount = 40_000 + random.nextInt(900_000);
            var day = LocalDate.of(year, month, 8 + random.nextInt(18));
            if (!BARRED.contains(place)) {
                lines.add(new Deeds.Line("PAYMENT", "PAY%d-%02d-%s".formatted(year, month, cast.get(place).number()), cast.get(place).number(), day.toString(), amount + ".00", "CNY", null));
            }
        }
        DemoStory.done(deeds.report("ERP", lines.size(), lines, people.the(Role.BUYER)));
    }

    private static Me speaker(UUID supplier) {
        return new Me(new UUID(0x5eed, supplier.getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }
}
