package org.probity.disclosure.statement;

import java.util.List;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.ui.Lang;
import org.springframework.stereotype.Component;

/** Writes to those who may publish that an edition waits for them. */
@Component
class StatementLetters {
    private final Accounts accounts;
    private final Outbox outbox;

    StatementLetters(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** Not to the one who prepared it: they cannot publish it. */
    void waits(Edition edition, Me by) {
        accounts.holding(Role.PUBLISHER).stream()
                .filter(account -> !account.id().equals(by.account()))
                .forEach(account -> outbox.write(new Letter(account.email(), Lang.of(account.language()).orElse(Lang.EN), "statement.letter.waits",
                        List.of(account.name(), String.valueOf(edition.year()), edition.no(), by.name()), "/app/statement?year=" + edition.year())));
    }
}
