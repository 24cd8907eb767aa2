package org.probity.supply.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The ERP says what fell due in a month; three figures follow from it, with invoices at the edge of each. */
@WholeHouse(own = true)
class ReportingInvoicesTest {
    @Autowired Invoices invoices;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    final Me erp = new Me(UUID.randomUUID(), "ERP", Set.of(Role.BUYER), Optional.empty());
    UUID supplier;
    YearMonth month;

    @BeforeEach
    void aSupplierAndAMonthThatIsOver() {
        Emptied.of(db, "payment.invoice, payment.report");
        supplier = ASupplier.in(db);
        month = YearMonth.of(LocalDate.now(clock).getYear() - 1, 12);
    }

    @Test
    void paidOnTheLastDayIsInTimeAndADayLaterIsNot() {
        report(month, line("A-1", month.atDay(1), month.atDay(31), "100.00", "OTHER", month.atDay(31)), line("A-2", month.atDay(1), month.atDay(10), "300.00", "OTHER", month.atDay(11)),
                line("A-3", month.atDay(5), month.atDay(20), "100.00", "OTHER", month.atDay(2)));
        assertThat(value("paid-in-time").shown()).as("200 of 500").isEqualTo("40.00");
        assertThat(value("days-to-pay").shown()).as("30 and 10 days, and one that was paid before it came: none").isEqualTo("13.3");
    }

    @Test
    void whatASmallSupplierWaitsForAtTheEndOfTheYearIsOverdueThoughItIsPaidSince() {
        var end = month.atEndOfMonth();
        report(month, line("B-1", month.atDay(1), end.minusDays(1), "10.00", "SMALL", null), line("B-2", month.atDay(1), end.minusDays(1), "20.00", "SMALL", end.plusDays(1)),
                line("B-3", month.atDay(1), end.minusDays(1), "40.00", "SMALL", end), line("B-4", month.atDay(1), end, "80.00", "SMALL", null),
                line("B-5", month.atDay(1), end.minusDays(1), "160.00", "OTHER", null));
        assertThat(value("overdue-to-small").shown()).as("due on the last day itself is not overdue on it").isEqualTo("30.00");
    }

    @Test
    void theNewestReportOfAMonthCountsAndTheControlFollowsIt() {
        report(month, line("C-1", month.atDay(1), month.atDay(9), "100.00", "OTHER", null), line("C-2", month.atDay(1), month.atDay(9), "100.00", "OTHER", null));
        report(month, line("C-1", month.atDay(1), month.atDay(9), "100.00", "OTHER", month.atDay(8)));
        var other = month.minusMonths(1);
        report(other, line("C-0", other.atDay(1), other.atDay(9), "50.00", "OTHER", other.atDay(9)));
        var value = value("paid-in-time");
        assertThat(value.shown()).isEqualTo("100.00");
        assertThat(value.included()).hasSize(1);
        assertThat(value.control().stated()).isEqualByComparingTo("150.00");
        assertThat(value.control().difference()).isEqualByComparingTo("0");
        assertThat(figures.live(figures.find("paid-in-time").orElseThrow(), month.getYear() + 1).rows()).as("due in another year").isEmpty();
    }

    @Test
    void aReportIsTakenWholeOrNotAtAll() {
        var good = line("D-1", month.atDay(1), month.atDay(9), "100.00", "OTHER", null);
        assertThat(said(stated("", month.toString(), 1, "100.00"), good)).isEqualTo("payment.source-missing");
        assertThat(said(stated("x".repeat(201), month.toString(), 1, "100.00"), good)).isEqualTo("payment.source-long");
        for (var wrong : List.of("", "December", "2025-13", YearMonth.now(clock).toString())) {
            assertThat(said(stated("ERP", wrong, 1, "100.00"), good)).as(wrong).isEqualTo("payment.month-wrong");
        }
        assertThat(said(stated("ERP", month.toString(), 0, "0"))).isEqualTo("payment.report-empty");
        assertThat(said(stated("ERP", month.toString(), 2, "100.00"), good)).isEqualTo("payment.report-rows");
        assertThat(said(stated("ERP", month.toString(), 1, "100.01"), good)).isEqualTo("payment.report-amount");
        assertThat(said(stated("ERP", month.toString(), 1, "much"), good)).isEqualTo("payment.report-amount");
        assertThat(reasons(invoices.report(stated("ERP", month.toString(), 50_001, "0"), Collections.nCopies(50_001, good), erp))).isEqualTo("payment.report-long");
        assertThat(db.sql("SELECT count(*) FROM payment.invoice").query(Long.class).single()).as("nothing of it was taken").isZero();
    }

    @Test
    void eachLineSaysWhatIsWrongWithIt() {
        assertThat(fault(line("", month.atDay(1), month.atDay(9), "1", "OTHER", null))).isEqualTo("payment.line-invoice");
        assertThat(fault(line("x".repeat(61), month.atDay(1), month.atDay(9), "1", "OTHER", null))).isEqualTo("payment.line-invoice");
        var twice = line("E-1", month.atDay(1), month.atDay(9), "1", "OTHER", null);
        assertThat(fault(twice, twice)).isEqualTo("payment.line-invoice");
        assertThat(fault(new Invoices.Line("E-2", "S-nobody", "2025-12-01", month.atDay(9).toString(), "1", "OTHER", ""))).isEqualTo("payment.line-supplier");
        assertThat(fault(line("E-3", month.atDay(1), month.atEndOfMonth().plusDays(1), "1", "OTHER", null))).as("due in another month").isEqualTo("payment.line-due");
        assertThat(fault(line("E-4", month.atDay(10), month.atDay(9), "1", "OTHER", null))).isEqualTo("payment.line-received");
        for (var wrong : List.of("0", "-1", "1.001", "1,00", "")) {
            assertThat(fault(line("E-5", month.atDay(1), month.atDay(9), wrong, "OTHER", null))).as(wrong).isEqualTo("payment.line-amount");
        }
        assertThat(fault(line("E-6", month.atDay(1), month.atDay(9), "1", "MEDIUM", null))).isEqualTo("payment.line-size");
        assertThat(fault(line("E-7", month.atDay(1), month.atDay(9), "1", "OTHER", LocalDate.now(clock).plusDays(1)))).isEqualTo("payment.line-paid");
        assertThat(fault((Invoices.Line) null)).isEqualTo("payment.line-invoice");
    }

    @Test
    void aBuyerBringsInTheFileAndAnEmptyOrShortOneIsSaid() {
        var csv = "invoice,supplier,received,due,amount,size,paid\nF-1,%s,%s,%s,12.50,small,\n".formatted(supplier, month.atDay(1), month.atDay(9));
        assertThat(post(csv, "1", "12.50")).hasStatus(303);
        assertThat(browser.get().uri("/app/payments").with(As.a(Role.BUYER)).exchange()).hasStatusOk().bodyText().contains(month.toString(), "12.50");
        assertThat(post(csv, "2", "12.50")).hasStatus(422).bodyText().contains("Nothing was taken");
        assertThat(post("invoice,supplier\nF-1,x\n", "1", "1")).hasStatus(422).bodyText().contains("received, due, amount, size, paid");
        assertThat(browser.get().uri("/app/payments").with(As.a(Role.QUALITY)).exchange()).hasStatus(403);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(String csv, String rows, String amount) {
        return browser.post().uri("/app/payments").multipart().file(new MockMultipartFile("file", "invoices.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .param("source", "ERP").param("month", month.toString()).param("rows", rows).param("amount", amount).with(As.a(Role.BUYER)).exchange();
    }

    private Invoices.Line line(String number, LocalDate received, LocalDate due, String amount, String size, LocalDate paid) {
        return new Invoices.Line(number, supplier.toString(), received.toString(), due.toString(), amount, size, paid == null ? "" : paid.toString());
    }

    private static Invoices.Stated stated(String source, String month, int rows, String amount) {
        return new Invoices.Stated(source, month, rows, amount);
    }

    private void report(YearMonth of, Invoices.Line... lines) {
        var sum = Arrays.stream(lines).map(it -> new java.math.BigDecimal(it.amount())).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        assertThat(invoices.report(stated("ERP", of.toString(), lines.length, sum.toPlainString()), Arrays.asList(lines), erp)).isInstanceOf(Answer.Done.class);
    }

    private String said(Invoices.Stated stated, Invoices.Line... lines) {
        return reasons(invoices.report(stated, Arrays.asList(lines), erp));
    }

    private String fault(Invoices.Line... lines) {
        return said(stated("ERP", month.toString(), lines.length, "1"), lines);
    }

    private static String reasons(Answer<Invoices.Taken> answer) {
        return ((Answer.Refused<Invoices.Taken>) answer).reasons().getFirst().key();
    }

    private FigureValue value(String key) {
        var value = figures.live(figures.find(key).orElseThrow(), month.getYear());
        assertThat(value.control().difference()).isEqualByComparingTo("0");
        return value;
    }
}
