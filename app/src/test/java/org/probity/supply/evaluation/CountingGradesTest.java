package org.probity.supply.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.probity.supply.evaluation.Feeds.Delivery;
import org.probity.supply.evaluation.Feeds.OrderLine;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows at the edge of the two figures about grades. */
@WholeHouse(own = true)
class CountingGradesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired Suppliers suppliers;
    @Autowired Rounds rounds;
    @Autowired Scorecards scorecards;
    @Autowired Appeals appeals;
    @Autowired Feeds feeds;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    final Me buyer = someone(Role.BUYER);
    final Me quality = someone(Role.QUALITY);
    final Me third = someone(Role.QUALITY);
    int year;

    @BeforeEach
    void nothingIsGraded() {
        Emptied.of(db, "evaluation.round, evaluation.feed CASCADE");
        year = LocalDate.now(clock).getYear() - 1;
    }

    @Test
    void aGradeIsComparedWithTheNewestOfTheYearBeforeAndWhoHasOnlyOneIsLeftOut() {
        var steady = supplier();
        var fallen = supplier();
        var risen = supplier();
        var gone = supplier();
        var fresh = supplier();
        var silent = supplier();
        year--;
        var before = half(2);
        delivers(steady, 2, "0");
        delivers(fallen, 2, "0");
        delivers(risen, 2, "3");
        delivers(gone, 2, "0");
        delivers(silent, 2, "0");
        give(before);
        year++;
        var now = half(1);
        delivers(steady, 1, "0");
        delivers(fallen, 1, "1");
        delivers(risen, 1, "1");
        delivers(fresh, 1, "0");
        orders(silent, 1);
        give(now);
        assertThat(rowOf("grade-migration", steady)).satisfies(row -> {
            assertThat(row.input("was")).isEqualByComparingTo("4");
            assertThat(row.input("now")).isEqualByComparingTo("4");
            assertThat(row.input("met")).isEqualByComparingTo("1");
        });
        assertThat(rowOf("grade-migration", fallen)).satisfies(row -> {
            assertThat(row.input("now")).as("a B").isEqualByComparingTo("3");
            assertThat(row.input("met")).isEqualByComparingTo("0");
        });
        assertThat(rowOf("grade-migration", risen)).satisfies(row -> {
            assertThat(row.input("was")).as("a C").isEqualByComparingTo("2");
            assertThat(row.input("met")).isEqualByComparingTo("1");
        });
        assertThat(rowOf("grade-migration", gone).reason()).isEqualTo("evaluation.not-graded-again");
        assertThat(rowOf("grade-migration", fresh).reason()).isEqualTo("evaluation.graded-first");
        assertThat(rowOf("grade-migration", silent).reason()).isEqualTo("evaluation.not-gradable-row");
        var value = live("grade-migration");
        assertThat(value.exact().orElseThrow()).hasToString("2/3");
        assertThat(value.control().stated()).as("what came in the year after").isEqualByComparingTo("4000").isEqualByComparingTo(value.control().rows());
    }

    @Test
    void theNewestHalfYearCountsAndWhoWasGradedOnceKeepsThat() {
        var steady = supplier();
        var fallen = supplier();
        var risen = supplier();
        var once = supplier();
        var silent = supplier();
        var first = half(1);
        delivers(steady, 1, "0");
        delivers(fallen, 1, "0");
        delivers(risen, 1, "3");
        delivers(once, 1, "0");
        orders(silent, 1);
        give(first);
        assertThat(counted()).as("risen is a C yet").isEqualTo("3/4");
        var second = half(2);
        delivers(steady, 2, "0");
        delivers(fallen, 2, "3");
        delivers(risen, 2, "0");
        done(rounds.compute(second, buyer));
        assertThat(counted()).as("computed is not given").isEqualTo("3/4");
        done(rounds.propose(second, buyer));
        assertThat(counted()).as("proposed is not given").isEqualTo("3/4");
        done(rounds.rule(second, Outcome.APPROVED, "", quality));

        assertThat(met(steady)).isOne();
        assertThat(met(fallen)).isZero();
        assertThat(met(risen)).isOne();
        assertThat(met(once)).isOne();
        assertThat(row(silent).reason()).isEqualTo("evaluation.not-gradable-row");
        assertThat(counted()).isEqualTo("3/4");
        // The ledger says of itself what the rows add up to: seven deliveries of a thousand.
        var control = live("supplier-grades").control();
        assertThat(control.stated()).isEqualByComparingTo("7000").isEqualByComparingTo(control.rows());
        assertThat(figures.live(figures.find("supplier-grades").orElseThrow(), year + 1).rows()).isEmpty();
    }

    @Test
    void aCorrectedGradeCountsFromTheMomentOfItsCorrection() throws InterruptedException {
        var wronged = supplier();
        var round = half(1);
        delivers(wronged, 1, "3");
        give(round);
        var before = clock.instant();
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(wronged));
        var appeal = done(appeals.appeal(scorecards.newest(round).getFirst().id(), "Counted twice.", Optional.empty(), contact));
        // Half of a delivery that is corrected is one of the ledger's; the control total follows the ledger.
        done(feeds.deliveries("ERP", List.of(new Delivery("PO-1-" + wronged, 1, "GR", day(1), new BigDecimal("1000"), BigDecimal.ZERO)), buyer));
        Thread.sleep(2);
        done(appeals.answer(appeal.id(), Appeal.Outcome.CORRECTED, "It was.", third));
        assertThat(met(wronged)).isOne();
        assertThat(row(wronged).facts().text()).contains("\"no\":2");
        assertThat(figures.knownAt(figures.find("supplier-grades").orElseThrow(), year, before).rows()).singleElement()
                .satisfies(it -> assertThat(it.inputs().inputs().get("met")).isEqualByComparingTo("0"));
        assertThat(live("supplier-grades").rows()).as("one row a supplier, whatever was corrected").hasSize(1);
    }

    @Test
    void aConsequenceIsInTimeUntilMidnightOfItsDayInTheZoneOfTheHouse() {
        var inTime = supplier();
        var late = supplier();
        var never = supplier();
        var keeps = supplier();
        var replaced = supplier();
        var round = half(1);
        for (var it : List.of(inTime, late, never, replaced)) {
            delivers(it, 1, "0");
        }
        delivers(keeps, 1, "1");
        give(round);
        assertThat(scorecards.newest(round)).filteredOn(it -> it.supplier().equals(keeps)).extracting(Scorecard::grade).containsExactly(Grade.B);
        var due = LocalDate.of(year, 9, 30);
        db.sql("UPDATE evaluation.consequence SET due_day = :due").param("due", due).update();
        var midnight = due.plusDays(1).atStartOfDay(ZONE).toInstant();
        carriedOut(inTime, midnight.minusMillis(1));
        carriedOut(late, midnight);
        ended(replaced, midnight.minusMillis(1));

        assertThat(consequence(inTime)).isOne();
        assertThat(consequence(late)).isZero();
        assertThat(consequence(never)).isZero();
        assertThat(live("grade-consequences").rows()).extracting(Row::subject).as("B asks for nothing").doesNotContain(keeps);
        assertThat(rowOf("grade-consequences", replaced).reason()).isEqualTo("evaluation.consequence-ended-row");
        var control = live("grade-consequences").control();
        assertThat(control.stated()).as("four that were due").isEqualByComparingTo("4");
        assertThat(control.other()).as("one replaced in time").isEqualByComparingTo("1");
        assertThat(control.rows()).isEqualByComparingTo("3");
        db.sql("UPDATE evaluation.consequence SET due_day = :due").param("due", LocalDate.of(year + 1, 1, 1)).update();
        assertThat(live("grade-consequences").rows()).as("due a day after the year").isEmpty();
    }

    @Test
    void aConsequenceThatWasReplacedTooLateWasOwed() {
        var replaced = supplier();
        var round = half(1);
        delivers(replaced, 1, "0");
        give(round);
        var due = LocalDate.of(year, 9, 30);
        db.sql("UPDATE evaluation.consequence SET due_day = :due").param("due", due).update();
        ended(replaced, due.plusDays(1).atStartOfDay(ZONE).toInstant());
        assertThat(consequence(replaced)).isZero();
    }

    private void carriedOut(UUID supplier, Instant at) {
        db.sql("UPDATE evaluation.consequence SET done_at = :at, done_by = gen_random_uuid(), words = 'more', done = record WHERE supplier = :supplier")
                .param("at", at.atOffset(java.time.ZoneOffset.UTC)).param("supplier", supplier).update();
    }

    private void ended(UUID supplier, Instant at) {
        db.sql("UPDATE evaluation.consequence SET ended_at = :at WHERE supplier = :supplier").param("at", at.atOffset(java.time.ZoneOffset.UTC)).param("supplier", supplier).update();
    }

    private FigureValue live(String key) {
        return figures.live(figures.find(key).orElseThrow(), year);
    }

    private String counted() {
        var rows = live("supplier-grades").rows().stream().filter(Row::included).toList();
        return rows.stream().filter(it -> it.inputs().inputs().get("met").signum() > 0).count() + "/" + rows.size();
    }

    private int met(UUID supplier) {
        return row(supplier).inputs().inputs().get("met").intValueExact();
    }

    private int consequence(UUID supplier) {
        return rowOf("grade-consequences", supplier).inputs().inputs().get("met").intValueExact();
    }

    private Row row(UUID supplier) {
        return rowOf("supplier-grades", supplier);
    }

    private Row rowOf(String key, UUID supplier) {
        return live(key).rows().stream().filter(it -> it.subject().equals(supplier)).findFirst().orElseThrow();
    }

    private UUID supplier() {
        var number = "C-" + UUID.randomUUID();
        return done(suppliers.register(new Suppliers.Registration(number, "Wafer " + number, "硅片" + number, "CN", "wafer", null, null), buyer));
    }

    private UUID half(int half) {
        return done(rounds.open(year, half, buyer));
    }

    private LocalDate day(int half) {
        return LocalDate.of(year, half == 1 ? 3 : 9, 10);
    }

    private void orders(UUID supplier, int half) {
        var number = suppliers.find(supplier).orElseThrow().number();
        done(feeds.orders("ERP", List.of(new OrderLine("PO-" + half + "-" + supplier, 1, number, day(half), new BigDecimal("1000"))), buyer));
    }

    /** A thousand pieces on the day: none rejected is an A, one a B, three a C. */
    private void delivers(UUID supplier, int half, String rejected) {
        orders(supplier, half);
        done(feeds.deliveries("ERP", List.of(new Delivery("PO-" + half + "-" + supplier, 1, "GR", day(half), new BigDecimal("1000"), new BigDecimal(rejected))), buyer));
    }

    private void give(UUID round) {
        done(rounds.compute(round, buyer));
        done(rounds.propose(round, buyer));
        done(rounds.rule(round, Outcome.APPROVED, "", quality));
    }

    private static Me someone(Role role) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(role), Optional.empty());
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }
}
