package org.probity.disclosure.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * Who may look for a customer, and until when.
 *
 * @param names of contacts and of those who let them in
 */
public record CustomersPage(List<Customers.Access> all, Map<UUID, String> names, boolean mayInvite, Customers.Form form, List<Reason> reasons) implements Page {

    public Table<Customers.Access> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("customer.list"))
                .head("customer.contact", it -> mayInvite ? new Link(name(it.account()), "/app/customers/" + it.account()) : name(it.account()))
                .text("customer.customer", Customers.Access::customer)
                .state("customer.until", it -> state(s, it))
                .text("customer.agreed", it -> name(it.agreedBy()) + " · " + s.instant(it.agreedAt()));
    }

    private String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    static State state(Screen s, Customers.Access it) {
        return it.lastDay().isBefore(s.now().toLocalDate()) ? State.none(s.t("customer.over", it.lastDay())) : State.good(s.t("customer.runs", it.lastDay()));
    }

    public List<Option> languages() {
        return Arrays.stream(Lang.values()).map(it -> new Option(it.code(), it.nativeName())).toList();
    }
}
