package org.probity.house.signin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** For administrators: invitations that nobody took up yet, and accounts by name or e-mail. */
@Component
class SigninDesk implements Waiting, Finds {
    private final Accounts accounts;

    SigninDesk(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A supplier's contact needs no password, so theirs is never open. */
    @Override
    public List<Duty> waiting(Me me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        return accounts.ofTheHouse().stream()
                .filter(account -> !account.settled() && !account.disabled())
                .map(SigninDesk::duty)
                .toList();
    }

    private static Duty duty(Account account) {
        return new Duty(Words.of("signin.desk.follow"), Words.of("signin.desk.invitation", account.name()),
                s -> s.t("signin.desk.invited", LocalDate.ofInstant(account.invitedAt(), s.now().getZone())),
                "signin.accounts", "/app/accounts/" + account.id(), Optional.empty());
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String group() {
        return "signin.accounts";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        return accounts.search(words).stream().limit(MOST)
                .map(account -> new Hit(s -> account.name(), s -> account.email(), "/app/accounts/" + account.id()))
                .toList();
    }
}
