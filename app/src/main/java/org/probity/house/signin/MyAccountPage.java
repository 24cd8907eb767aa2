package org.probity.house.signin;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.Passkeys;
import org.probity.house.access.Visit;
import org.probity.house.access.Visits;
import org.probity.house.ui.Answer;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Page;

/**
 * What a person sees of their own account: who they are here, where they are signed in, how they sign in.
 *
 * @param confirmed they have just shown that it is them, and may add a passkey at once
 */
public record MyAccountPage(
        Account account, UUID here, boolean confirmed, List<Visits.Stay> stays, List<Passkeys.Key> keys, List<Answer.Reason> reasons)
        implements Page {
    static MyAccountPage of(Visit visit, Accounts accounts, Visits visits, Passkeys passkeys, List<Answer.Reason> reasons) {
        var me = visit.me().account();
        return new MyAccountPage(accounts.find(me).orElseThrow(() -> new NotThere("account " + me)), visit.id(), visits.confirmed(visit), visits.open(me), passkeys.of(me), reasons);
    }
}
