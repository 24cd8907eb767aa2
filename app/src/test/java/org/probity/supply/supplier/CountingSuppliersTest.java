package org.probity.supply.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CaseRulings;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows at the edge of the figures about who supplies us and what became of corrective actions. */
@WholeHouse(own = true)
class CountingSuppliersTest {
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired Cases cases;
    @Autowired CaseRulings rulings;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    final Me quality = someone(Role.QUALITY);
    LocalDate today;
    int last;

    @BeforeEach
    void today() {
        today = LocalDate.now(clock);
        last = today.getYear() - 1;
        // What another test closed round the doors has no place in the log.
        db.sql("DELETE FROM casework.step WHERE no = 99").update();
    }

    @Test
    void whoDeliveredOnTheFirstOrTheLastDayIsActiveAndADayLaterIsAnotherYear() {
        var first = ASupplier.in(db);
        var lastDay = ASupplier.in(db);
        var before = ASupplier.in(db);
        var silent = ASupplier.in(db);
        db.sql("UPDATE supplier.supplier SET registered_at = :then").param("then", LocalDate.of(last - 2, 1, 1).atStartOfDay(clock.getZone()).toOffsetDateTime()).update();
        deliver(LocalDate.of(last, 1, 1), first);
        deliver(LocalDate.of(last, 12, 31), lastDay);
        deliver(LocalDate.of(last - 1, 12, 31), before);
        var value = live("active-suppliers", last);
        assertThat(value.shown()).isEqualTo("2");
        assertThat(List.of(first, lastDay)).allSatisfy(it -> assertThat(row(value, it).included()).isTrue());
        assertThat(List.of(before, silent)).extracting(it -> row(value, it).reason()).containsOnly("supplier.no-delivery");
        assertThat(row(value, first).evidence()).as("the ledger it stands in").hasSize(1);
        assertThat(value.control().difference()).isEqualByComparingTo("0");
        assertThat(live("active-suppliers", last - 1).shown()).isEqualTo("1");
    }

    @Test
    void whoEnteredTheRegisterAfterThePeriodIsNoRowOfIt() {
        var late = ASupplier.in(db);
        assertThat(live("active-suppliers", last).rows()).noneMatch(row -> row.subject().equals(late));
        assertThat(row(live("active-suppliers", today.getYear()), late).reason()).isEqualTo("supplier.no-delivery");
    }

    @Test
    void anImprovementIsAgreedWhenEveryActionHasItsPlanAndTheLogCountsTheSteps() {
        var agreed = ASupplier.in(db);
        var half = ASupplier.in(db);
        accept(opened(agreed));
        accept(opened(half));
        opened(half);
        var value = live("improvements-agreed", today.getYear());
        assertThat(row(value, agreed).input("met")).isEqualByComparingTo("1");
        assertThat(row(value, half)).satisfies(row -> {
            assertThat(row.input("met")).isEqualByComparingTo("0");
            assertThat(row.input("agreed")).isEqualByComparingTo("1");
            assertThat(row.input("actions")).isEqualByComparingTo("2");
        });
        assertThat(value.control().difference()).isEqualByComparingTo("0");
        // Asked last year, answered in this one: a row of this year that says why it does not count.
        db.sql("UPDATE casework.correction SET opened_day = :day WHERE supplier = :supplier").param("day", LocalDate.of(last, 12, 31)).param("supplier", agreed).update();
        assertThat(row(live("improvements-agreed", today.getYear()), agreed).reason()).isEqualTo("supplier.asked-earlier");
        assertThat(row(live("improvements-agreed", last), agreed).input("met")).isEqualByComparingTo("1");
    }

    @Test
    void anActionIsInTimeOnItsClosingDayAndLateTheDayAfter() {
        assumeThat(today.getDayOfYear()).as("what is late on the first day of a year was due in the one before").isGreaterThan(1);
        var supplier = ASupplier.in(db);
        var inTime = opened(supplier);
        var late = opened(supplier);
        var running = opened(supplier);
        close(inTime, today);
        close(late, today.minusDays(1));
        dueOn(running, today);
        var value = live("actions-closed-in-time", today.getYear());
        assertThat(row(value, supplier)).satisfies(row -> {
            assertThat(row.input("actions")).as("what is due today and open is not late yet").isEqualByComparingTo("2");
            assertThat(row.input("in-time")).isEqualByComparingTo("1");
        });
        dueOn(running, today.minusDays(1));
        assertThat(row(live("actions-closed-in-time", today.getYear()), supplier).input("actions")).isEqualByComparingTo("3");
        var waiting = ASupplier.in(db);
        opened(waiting);
        assertThat(row(live("actions-closed-in-time", today.getYear()), waiting).reason()).isEqualTo("supplier.actions-not-due");
    }

    private Case opened(UUID supplier) {
        return cases.open("audit.finding", "MAJOR", UUID.randomUUID(), supplier, "Fire exit locked", "消防通道上锁", quality);
    }

    private void accept(Case it) {
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(it.supplier()));
        done(cases.plan(it.id(), new Cases.Plan("Unlocked at once.", "The key was lost.", List.of(
                new Case.Measure(Case.Aim.CORRECTIVE, "A new lock", "Plant", today.plusDays(5)), new Case.Measure(Case.Aim.PREVENTIVE, "A weekly round", "Plant", today.plusDays(9)))), contact));
        done(rulings.accept(it.id(), quality));
    }

    private void dueOn(Case it, LocalDate day) {
        db.sql("UPDATE casework.correction SET opened_day = :opened, plan_due_day = :opened, close_due_day = :day WHERE id = :id")
                .param("opened", day.minusDays(30)).param("day", day).param("id", it.id()).update();
    }

    /** Closed today by two; due on that day. */
    private void close(Case it, LocalDate due) {
        dueOn(it, due);
        db.sql("""
                INSERT INTO casework.step (correction, no, state, at, by, due_day, after_by, record)
                VALUES (:id, 99, 'CLOSED', :at, gen_random_uuid(), :due, gen_random_uuid(), gen_random_uuid())
                """).param("id", it.id()).param("due", due).param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC)).update();
    }

    private void deliver(LocalDate day, UUID... whom) {
        var receipts = new ArrayList<Suppliers.Receipt>();
        for (var supplier : whom) {
            receipts.add(new Suppliers.Receipt("GR" + UUID.randomUUID(), 1, supplier, suppliers.addMaterial(supplier, "M" + day, "Material", "物料"), day, new BigDecimal("10.5")));
        }
        var file = evidence.keep("ledger.csv", "text/csv", UUID.randomUUID().toString().getBytes(), quality.account());
        done(suppliers.receive("ERP", day.getYear(), receipts, receipts.size(), new BigDecimal("10.5").multiply(BigDecimal.valueOf(whom.length)), file.id(), file.sha256(), quality));
    }

    private FigureValue live(String key, int year) {
        return figures.find(key).map(it -> figures.live(it, year)).orElseThrow();
    }

    private static Row row(FigureValue value, UUID supplier) {
        return value.rows().stream().filter(row -> row.subject().equals(supplier)).findFirst().orElseThrow();
    }

    private static Me someone(Role role) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(role), Optional.empty());
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }
}
