package org.probity.supply.substances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.substances.InScope.done;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.Spans;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse(own = true)
class CountingReportsTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired SubstanceRulings rulings;
    @Autowired Figures figures;
    @Autowired JdbcClient db;

    InScope in;
    LocalDate today;

    @BeforeEach
    void somebodyToCount() {
        in = beans.createBean(InScope.class);
        today = in.today;
    }

    @Test
    void bothReportsWithinTwelveMonthsAreMetAndAYearToTheDayIsNotWithin() {
        var both = in.asked(InScope.BOTH);
        var one = in.asked(InScope.BOTH);
        var waiting = in.asked(InScope.BOTH);
        var old = in.asked(InScope.BOTH);
        var edge = in.asked(InScope.BOTH);
        var silent = in.asked(InScope.BOTH);
        var rohsOnly = in.asked(List.of("substances.rohs"));
        var outside = in.supplier();
        for (var supplier : List.of(both, old, edge)) {
            accept(in.send(supplier, PaperKind.ROHS, today));
            accept(in.send(supplier, PaperKind.REACH, today));
        }
        accept(in.send(one, PaperKind.ROHS, today));
        in.send(one, PaperKind.REACH, today);
        in.send(waiting, PaperKind.ROHS, today);
        accept(in.send(rohsOnly, PaperKind.ROHS, today));
        dated(old, today.minusMonths(12));
        dated(edge, Spans.firstWithin(12, today));
        deliver(both, one, waiting, old, edge, rohsOnly, outside);
        var value = figures.find("sup-rohs-reach").map(it -> figures.live(it, today.getYear())).orElseThrow();
        assertThat(met(value, both)).isEqualTo(1);
        assertThat(met(value, one)).as("one of the two waits").isZero();
        assertThat(met(value, waiting)).isZero();
        assertThat(met(value, old)).as("a year ago to the day").isZero();
        assertThat(met(value, edge)).as("a day less").isEqualTo(1);
        assertThat(met(value, rohsOnly)).as("only one is asked").isEqualTo(1);
        assertThat(row(value, silent).reason()).isEqualTo("substances.figure.no-delivery");
        assertThat(row(value, outside).reason()).isEqualTo("substances.figure.not-in-scope");
        assertThat(row(value, both).evidence()).hasSize(2);
        assertThat(value.control().stated()).isEqualByComparingTo(value.control().rows());
        // A report that goes back again counts no more.
        done(in.obligations.sendBack(in.owed(both, PaperKind.ROHS).id(), "It was forged", in.ehs));
        assertThat(met(figures.find("sup-rohs-reach").map(it -> figures.live(it, today.getYear())).orElseThrow(), both)).isZero();
    }

    private void accept(Paper paper) {
        done(rulings.accept(paper.id(), "fine", in.ehs));
    }

    private void dated(UUID supplier, LocalDate day) {
        db.sql("UPDATE substances.paper SET report_day = :day WHERE obligation IN (SELECT id FROM obligation.standing WHERE party = :supplier)")
                .param("day", day).param("supplier", supplier).update();
    }

    private static int met(FigureValue value, UUID supplier) {
        return row(value, supplier).inputs().inputs().get("met").intValueExact();
    }

    private static Row row(FigureValue value, UUID supplier) {
        return value.rows().stream().filter(row -> row.subject().equals(supplier)).findFirst().orElseThrow();
    }

    private void deliver(UUID... whom) {
        var receipts = new ArrayList<Suppliers.Receipt>();
        for (var supplier : whom) {
            receipts.add(new Suppliers.Receipt("GR" + UUID.randomUUID(), 1, supplier, in.material(supplier), today, new BigDecimal("10.5")));
        }
        var file = evidence.keep("ledger.csv", "text/csv", UUID.randomUUID().toString().getBytes(), in.quality.account());
        done(suppliers.receive("ERP", today.getYear(), receipts, receipts.size(), new BigDecimal("10.5").multiply(BigDecimal.valueOf(whom.length)), file.id(), file.sha256(), in.quality));
    }
}
