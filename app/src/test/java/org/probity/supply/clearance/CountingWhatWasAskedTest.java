package org.probity.supply.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figure "asked-before-ordering", with rows at the edge of what counts as asked. */
@WholeHouse(own = true)
class CountingWhatWasAskedTest {
    @Autowired Clearances clearances;
    @Autowired Deeds deeds;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    final Me erp = new Me(UUID.randomUUID(), "ERP", Set.of(Role.BUYER), Optional.empty());
    UUID supplier;
    UUID other;
    LocalDate today;

    @BeforeEach
    void twoSuppliers() {
        supplier = ASupplier.in(db);
        other = ASupplier.in(db);
        today = LocalDate.now(clock);
    }

    @Test
    void anOrderCountsAsAskedByTheNumberOfItsAnswerOrByItsOwn() {
        var named = ask(supplier, Act.ORDER, null);
        ask(supplier, Act.ORDER, "PO-2");
        ask(supplier, Act.CONTRACT, "PO-3");
        ask(other, Act.ORDER, "PO-4");
        report(line("ORDER", "PO-1", supplier, today, named), line("ORDER", "PO-2", supplier, today, null), line("ORDER", "PO-3", supplier, today, null),
                line("ORDER", "PO-4", supplier, today, null), line("RECEIPT", "GR-1", supplier, today, null));
        report(line("RECEIPT", "GR-2", other, today, null), line("PAYMENT", "PY-1", other, today, null));
        var value = value();
        assertThat(row(value, supplier).input("asked")).as("another act, and another supplier, is not asked").isEqualByComparingTo("2");
        assertThat(row(value, supplier).input("orders")).isEqualByComparingTo("4");
        assertThat(row(value, other).reason()).as("nothing was ordered").isEqualTo("clearance.no-order");
        assertThat(value.shown()).isEqualTo("50.00");
        assertThat(value.control().difference()).isEqualByComparingTo("0");
    }

    @Test
    void whoWasAskedOnTheDayAfterWasNotAskedBeforeAndARefusedQuestionWasAsked() {
        ask(supplier, Act.ORDER, "L-1");
        db.sql("UPDATE clearance.answer SET at = at + interval '1 day' WHERE reference = 'L-1'").update();
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :day, 'OTHER', '', gen_random_uuid(), now(), gen_random_uuid())
                """).param("supplier", supplier).param("day", today.minusDays(2)).update();
        ask(supplier, Act.ORDER, "L-2");
        report(line("ORDER", "L-1", supplier, today, null), line("ORDER", "L-2", supplier, today, null));
        assertThat(row(value(), supplier).input("asked")).as("the second was asked, and said no").isEqualByComparingTo("1");
        assertThat(db.sql("SELECT allowed FROM clearance.deed WHERE document = 'L-2'").query(Boolean.class).single()).isFalse();
    }

    @Test
    void ordersOfAnotherYearAreNotThisYearsAndTheControlSaysSo() {
        var lastYear = LocalDate.of(today.getYear() - 1, 12, 31);
        report(line("ORDER", "Y-1", supplier, lastYear, null), line("ORDER", "Y-2", supplier, today, null));
        assertThat(row(value(), supplier).input("orders")).isEqualByComparingTo("1");
        assertThat(value().control().difference()).isEqualByComparingTo("0");
        assertThat(figures.live(figures.find("asked-before-ordering").orElseThrow(), today.getYear() - 1).rows()).extracting(FigureValue.Row::subject).contains(supplier);
    }

    /** @return the answer's id */
    private String ask(UUID whom, Act act, String reference) {
        var question = new Question(whom, null, null, act);
        return (reference == null ? clearances.ask(question, erp) : clearances.ask(question, reference, erp)).orElseThrow().id().toString();
    }

    private static Deeds.Line line(String kind, String document, UUID supplier, LocalDate day, String clearance) {
        return new Deeds.Line(kind, document, supplier.toString(), day.toString(), "10.00", "CNY", clearance);
    }

    private void report(Deeds.Line... lines) {
        assertThat(deeds.report("ERP", lines.length, Arrays.asList(lines), erp)).isInstanceOf(Answer.Done.class);
    }

    private FigureValue value() {
        return figures.live(figures.find("asked-before-ordering").orElseThrow(), today.getYear());
    }

    private static FigureValue.Row row(FigureValue value, UUID supplier) {
        return value.rows().stream().filter(it -> it.subject().equals(supplier)).findFirst().orElseThrow();
    }
}
