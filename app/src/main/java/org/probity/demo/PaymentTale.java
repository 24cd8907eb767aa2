package org.probity.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.supply.payment.Invoices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the invented company pays: by the day agreed as a rule, some invoices late, and a few of small suppliers lie for months. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(75)
class PaymentTale implements Tale {
    /** Days after a month's end on which the ERP hands it over; by then most of what was late has been paid. */
    private static final int AFTER = 12;
    /** Places in the cast of those that are barred or heard in the story of the blacklist. */
    private static final Set<Integer> BARRED = Set.of(41, 63, 84, 96);

    private final DemoPeople people;
    private final Invoices invoices;
    private final List<Crowd.Extra> crowd;

    PaymentTale(DemoPeople people, Invoices invoices, DemoSize size) {
        this.people = people;
        this.invoices = invoices;
        this.crowd = Crowd.of(size.suppliers());
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        for (var month = YearMonth.of(years.last(), 1); !month.atEndOfMonth().plusDays(AFTER).isAfter(years.today()); month = month.plusMonths(1)) {
            var of = month;
            story.add(Chapter.on(month.atEndOfMonth().plusDays(AFTER), "invoices due " + month, () -> report(of, years)));
        }
        return story;
    }

    /** One invoice of everybody who delivered by then. */
    private void report(YearMonth month, Years years) {
        var random = new Random(43L * month.getYear() + month.getMonthValue());
        var lines = new ArrayList<Invoices.Line>();
        var sum = BigDecimal.ZERO;
        for (var number : delivering(month, years)) {
            var small = Math.floorMod(number.hashCode(), 5) < 3;
            var amount = BigDecimal.valueOf((small ? 8_000 : 60_000) + random.nextInt(small ? 90_000 : 900_000)).setScale(2);
            var due = month.atDay(5 + random.nextInt(24));
            var paid = paid(due, small, random);
            lines.add(new Invoices.Line("INV" + month + "-" + number, number, due.minusDays(small ? 30 : 60).toString(), due.toString(), amount.toPlainString(),
                    small ? "SMALL" : "OTHER", paid.isAfter(month.atEndOfMonth().plusDays(AFTER)) ? "" : paid.toString()));
            sum = sum.add(amount);
        }
        DemoStory.done(invoices.report(new Invoices.Stated("ERP, accounts payable", month.toString(), lines.size(), sum.toPlainString()), lines, people.the(Role.BUYER)));
    }

    private List<String> delivering(YearMonth month, Years years) {
        var cast = Cast.all();
        var numbers = new ArrayList<String>();
        for (var place = 0; place < cast.size(); place++) {
            if (!BARRED.contains(place)) {
                numbers.add(cast.get(place).number());
            }
        }
        // Their first term is over two months after they first delivered.
        crowd.stream().filter(it -> !CrowdTale.deliversFrom(it, years).plusMonths(2).isAfter(month.atDay(1))).map(Crowd.Extra::number).forEach(numbers::add);
        return numbers;
    }

    /** Twenty-four of twenty-five on the day or some days before; the rest some weeks late, and of small ones one in five hundred after months. */
    private static LocalDate paid(LocalDate due, boolean small, Random random) {
        if (small && random.nextInt(500) == 0) {
            return due.plusDays(120);
        }
        return random.nextInt(25) > 0 ? due.minusDays(random.nextInt(6)) : due.plusDays(1 + random.nextInt(24));
    }
}
