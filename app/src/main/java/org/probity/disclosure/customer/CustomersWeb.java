package org.probity.disclosure.customer;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a publisher lets customers look, until when, and where everybody who works on the report sees who can. */
@Controller
@For({Role.PUBLISHER, Role.SOURCING_OFFICER, Role.REVIEWER})
class CustomersWeb {
    private final Customers customers;
    private final Accounts accounts;
    private final Pages pages;

    CustomersWeb(Customers customers, Accounts accounts, Pages pages) {
        this.customers = customers;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/customers")
    Object all(Me me) {
        return pages.view(page(me, Customers.Form.EMPTY, List.of()));
    }

    private CustomersPage page(Me me, Customers.Form form, List<Reason> reasons) {
        var all = customers.all();
        return new CustomersPage(all, accounts.names(all.stream().flatMap(it -> Stream.of(it.account(), it.agreedBy())).collect(Collectors.toSet())),
                me.is(Role.PUBLISHER), form, reasons);
    }

    @For(Role.PUBLISHER)
    @StepUp
    @PostMapping("/app/customers")
    Object invite(
            @RequestParam String customer, @RequestParam String name, @RequestParam String email, @RequestParam(defaultValue = "en") String language,
            @RequestParam String lastDay, Me me) {
        var form = new Customers.Form(customer, name, email, language, lastDay);
        return switch (customers.invite(form, me)) {
            case Answer.Done<Customers.Access>(var access) -> pages.done("/app/customers", "customer.invited", access.lastDay());
            case Answer.Refused<Customers.Access>(var reasons) -> pages.view(page(me, form, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.PUBLISHER)
    @GetMapping("/app/customers/{account}")
    Object one(@PathVariable UUID account) {
        var access = found(account);
        return pages.view(page(access, access.lastDay().toString(), List.of()));
    }

    private Customers.Access found(UUID account) {
        return customers.of(account).orElseThrow(() -> new NotThere("a customer's contact " + account));
    }

    private AccessPage page(Customers.Access access, String lastDay, List<Reason> reasons) {
        return new AccessPage(access, accounts.names(Set.of(access.account())).getOrDefault(access.account(), "–"), lastDay, reasons);
    }

    @For(Role.PUBLISHER)
    @StepUp
    @PostMapping("/app/customers/{account}/day")
    Object prolong(@PathVariable UUID account, @RequestParam String lastDay, Me me) {
        return answered(found(account), customers.prolong(account, lastDay, me), lastDay, "customer.prolonged");
    }

    @For(Role.PUBLISHER)
    @StepUp
    @PostMapping("/app/customers/{account}/end")
    Object end(@PathVariable UUID account, Me me) {
        var access = found(account);
        return answered(access, customers.end(account, me), access.lastDay().toString(), "customer.was-ended");
    }

    private Object answered(Customers.Access access, Answer<Customers.Access> answer, String lastDay, String said) {
        return switch (answer) {
            case Answer.Done<Customers.Access>(var now) -> pages.done("/app/customers", said, now.lastDay());
            case Answer.Refused<Customers.Access>(var reasons) -> pages.view(page(access, lastDay, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry customersInTheMenu() {
            return MenuEntry.of(Wing.DISCLOSURE, 45, "customer.title", "/app/customers", Role.PUBLISHER, Role.SOURCING_OFFICER, Role.REVIEWER);
        }

        @Bean
        MenuEntry reportsOfACustomer() {
            return MenuEntry.of(Wing.MINE, 5, "customer.mine", "/app/customer", Role.CUSTOMER);
        }
    }
}
