package org.probity.house.signin;

import java.util.stream.Collectors;
import org.probity.house.access.Account;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** The columns of the list of accounts, on the page and in the file. */
public final class AccountsTable {
    private AccountsTable() {}

    public static Table<Account> of(Screen s, AccountsPage page) {
        return Table.of(s, page.accounts())
                .head("signin.name", account -> new Link(account.name(), "/app/accounts/" + account.id()))
                .text("signin.email", Account::email)
                .text("signin.roles", account -> roles(s, account))
                .state("signin.state", account -> state(s, account))
                .day("signin.invited", Account::invitedAt)
                .paged(page.query(), page.total());
    }

    public static String roles(Screen s, Account account) {
        return account.roles().stream().sorted().map(role -> s.t("signin.role." + role.name())).collect(Collectors.joining(s.t("signin.comma")));
    }

    public static State state(Screen s, Account account) {
        if (account.disabled()) {
            return State.bad(s.t("signin.state.disabled"));
        }
        return account.settled() || account.supplier().isPresent()
                ? State.good(s.t("signin.state.open"))
                : State.warn(s.t("signin.state.invited"));
    }
}
