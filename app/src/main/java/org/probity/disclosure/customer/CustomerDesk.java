package org.probity.disclosure.customer;

import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** On the desk of a customer's contact whose access is over: that it is, and whom to ask. Before that their desk is the list of reports. */
@Component
class CustomerDesk implements Waiting {
    private final Customers customers;

    CustomerDesk(Customers customers) {
        this.customers = customers;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (!me.roles().isEmpty()) {
            return List.of();
        }
        return customers.of(me.account()).map(it -> new Duty(Words.of("customer.read-public"), Words.of("customer.ask-anew"),
                Words.of("customer.over", it.lastDay()), "customer.mine", "/", Optional.empty())).stream().toList();
    }
}
