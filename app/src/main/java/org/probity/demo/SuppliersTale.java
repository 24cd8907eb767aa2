package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who supplies the invented company, with what, and what came through its gates. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(20)
class SuppliersTale implements Tale {
    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Evidence evidence;

    SuppliersTale(DemoPeople people, Suppliers suppliers, Evidence evidence) {
        this.people = people;
        this.suppliers = suppliers;
        this.evidence = evidence;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var cast = Cast.all();
        var last = years.last();
        var current = years.current();
        for (var supplier : cast) {
            story.add(Chapter.on(LocalDate.of(last, 1, 4), "supplier " + supplier.number(), () -> enter(supplier, last)));
        }
        // They delivered before the story begins; whoever did not would be new in its first year.
        story.add(Chapter.on(LocalDate.of(last, 1, 5), "ledger " + (last - 1), () -> receive(cast, last - 1, 12, "")));
        // One site's deliveries of last year came after the books were closed.
        var late = cast.get(37);
        story.add(Chapter.on(LocalDate.of(current, 1, 12), "ledger " + last, () -> receive(cast.stream().filter(it -> it != late).toList(), last, 12, "")));
        story.add(Chapter.on(years.by(LocalDate.of(current, 3, 3)), "late ledger " + last, () -> receive(List.of(late), last, 12, "-L")));
        // Goods received by the end of last month; a ledger with days to come would be refused. In January there is none yet.
        var months = years.today().getMonthValue() - 1;
        if (months > 0) {
            story.add(Chapter.on(years.today().withDayOfMonth(1), "ledger " + current, () -> receive(cast, current, months, "")));
        }
        return story;
    }

    private void enter(Cast it, int year) {
        var id = DemoStory.done(suppliers.register(new Suppliers.Registration(it.number(), it.nameEn(), it.nameZh(), it.country(), it.category(), null, null), people.the(Role.BUYER)));
        var material = suppliers.addMaterial(id, it.number() + "-1", it.material(), it.materialZh());
        suppliers.sayContent(material, Suppliers.TIN, new BigDecimal(it.tinShare()), LocalDate.of(year - 1, 1, 1));
        var first = it.nameEn().substring(0, it.nameEn().indexOf(' ')).toLowerCase(Locale.ROOT);
        var mail = "contact." + it.number().toLowerCase(Locale.ROOT) + "@" + first + ".example";
        suppliers.addContact(id, it.number().equals("S-00932") ? "Chen Yu" : "Contact " + it.number(), mail, "");
        if (it.number().equals("S-00932")) {
            people.contact(id, "Chen Yu", mail, "zh");
        }
    }

    /** Monthly goods receipts of everybody in the list, as the ERP would hand them over, with the ERP's own count and sum. */
    private void receive(List<Cast> cast, int year, int months, String suffix) {
        var random = new Random(97L * year);
        var receipts = new ArrayList<Suppliers.Receipt>();
        for (var it : cast) {
            var supplier = suppliers.byNumber(it.number()).orElseThrow();
            var material = suppliers.materials(supplier.id()).getFirst();
            // Two on the tin list deliver nothing this year; the figure leaves them out and says so.
            if (it.tin() && (it.number().equals("S-01107") || it.number().equals("S-01058")) && suffix.isEmpty()) {
                continue;
            }
            for (var month = 1; month <= months; month++) {
                var day = LocalDate.of(year, month, 5 + random.nextInt(23));
                var kilograms = BigDecimal.valueOf(40_000 + random.nextInt(900_000), 2);
                if (supplier.lastDay() == null || !day.isAfter(supplier.lastDay())) {
                    receipts.add(new Suppliers.Receipt("GR" + year + suffix + "-" + it.number() + "-" + month, 1, supplier.id(), material.id(), day, kilograms));
                }
            }
        }
        var sum = receipts.stream().map(Suppliers.Receipt::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
        var csv = new StringBuilder("document;line;supplier;material;day;kilograms\n");
        receipts.forEach(it -> csv.append(it.document()).append(';').append(it.line()).append(';').append(it.supplier()).append(';')
                .append(it.material()).append(';').append(it.day()).append(';').append(it.kilograms().toPlainString()).append('\n'));
        var file = evidence.keep("goods-receipts-" + year + suffix + ".csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8), people.the(Role.BUYER).account());
        DemoStory.done(suppliers.receive("ERP", year, receipts, receipts.size(), sum, file.id(), file.sha256(), people.the(Role.BUYER)));
    }
}
