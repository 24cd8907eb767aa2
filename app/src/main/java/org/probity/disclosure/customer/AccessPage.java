package org.probity.disclosure.customer;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/**
 * One contact's access, where the publisher agrees another day or ends it.
 *
 * @param lastDay as typed, or the one that holds
 */
public record AccessPage(Customers.Access access, String name, String lastDay, List<Reason> reasons) implements Page {

    public State state(Screen s) {
        return CustomersPage.state(s, access).asTag();
    }

    public boolean runs(Screen s) {
        return !access.lastDay().isBefore(s.now().toLocalDate());
    }
}
