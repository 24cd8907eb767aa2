package org.probity.supply.payment;

import java.io.IOException;
import java.util.List;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Export;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What was due to suppliers, month by month, and where the ERP's list of a month is brought in. */
@Controller
@For({Role.BUYER, Role.SOURCING_OFFICER})
class PaymentWeb {
    private final Invoices invoices;
    private final Pages pages;

    PaymentWeb(Invoices invoices, Pages pages) {
        this.invoices = invoices;
        this.pages = pages;
    }

    @GetMapping("/app/payments")
    Object months() {
        return pages.view(new PaymentsPage(invoices.months(), PaymentsPage.Form.EMPTY, List.of()));
    }

    @GetMapping("/app/payments/template.csv")
    Object template() {
        return pages.template(Export.Format.CSV, "invoices", Invoices.COLUMNS);
    }

    @PostMapping("/app/payments")
    Object bringIn(
            @RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String amount, @RequestParam MultipartFile file, Me me) throws IOException {
        var form = new PaymentsPage.Form(source, month, rows, amount);
        return switch (Invoices.read(file.getBytes())) {
            case Answer.Refused<List<Invoices.Line>>(var reasons) -> refused(form, reasons);
            case Answer.Done<List<Invoices.Line>>(var lines) -> switch (invoices.report(new Invoices.Stated(source, month, Typed.number(rows, 0), amount), lines, me)) {
                case Answer.Refused<Invoices.Taken>(var reasons) -> refused(form, reasons);
                case Answer.Done<Invoices.Taken>(var taken) -> pages.done("/app/payments", "payment.was-brought", taken.invoices(), taken.month());
            };
        };
    }

    private Object refused(PaymentsPage.Form form, List<Reason> reasons) {
        return pages.view(new PaymentsPage(invoices.months(), form, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry paymentsInTheMenu() {
            return MenuEntry.of(Wing.SUPPLY, 74, "payment.title", "/app/payments", Role.BUYER, Role.SOURCING_OFFICER);
        }
    }
}
