package org.probity.supply.payment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** The months that were reported, and the form for the next. @param form as typed */
public record PaymentsPage(List<Invoices.Month> months, Form form, List<Reason> reasons) implements Page {
    /** As typed. */
    public record Form(String source, String month, String rows, String amount) {
        static final Form EMPTY = new Form("", "", "", "");
    }

    public Table<Invoices.Month> table(Screen s) {
        return Table.of(s, months)
                .caption(s.t("payment.by-month"))
                .head("payment.month", it -> YearMonth.from(it.month()).toString())
                .number("payment.invoices", it -> s.number(it.invoices()))
                .number("payment.amount", it -> s.number(it.amount()))
                .number("payment.in-time", it -> share(it) + " %")
                .number("payment.open", it -> s.number(it.open()))
                .text("payment.source", Invoices.Month::source)
                .day("payment.reported", it -> it.reportedAt());
    }

    /** Rounded down, so that only all reads 100. */
    private static String share(Invoices.Month it) {
        return it.inTime().multiply(BigDecimal.valueOf(100)).divide(it.amount(), MathContext.DECIMAL64).setScale(2, RoundingMode.DOWN).toPlainString();
    }
}
