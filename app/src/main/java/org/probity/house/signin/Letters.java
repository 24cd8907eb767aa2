package org.probity.house.signin;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.Links;
import org.probity.house.access.SignIns;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the letters of the door, in the transaction of what they tell about. */
@Component
class Letters {
    private final Accounts accounts;
    private final Links links;
    private final Outbox outbox;
    private final Company company;

    Letters(Accounts accounts, Links links, Outbox outbox, Company company) {
        this.accounts = accounts;
        this.links = links;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void invited(Accounts.Invited invited) {
        var secret = links.issue(Links.Purpose.INVITATION, invited.account(), null);
        write(invited.account(), "signin.letter.invitation", "/app/invitation?link=" + secret);
    }

    @EventListener
    void linkIssued(SignIns.LinkIssued issued) {
        switch (issued.purpose()) {
            case INVITATION -> write(issued.account(), "signin.letter.invitation", "/app/invitation?link=" + issued.secret());
            case RESET -> write(issued.account(), "signin.letter.reset", "/app/reset?link=" + issued.secret());
            case SIGN_IN -> write(issued.account(), "signin.letter.link", "/app/sign-in/link?link=" + issued.secret());
            case CONFIRM -> write(issued.account(), "signin.letter.confirm", "/app/confirm/link?link=" + issued.secret());
        }
    }

    @EventListener
    void staffAsked(SignIns.StaffAskedForLink asked) {
        write(asked.account(), "signin.letter.staff", "/app/sign-in");
    }

    private void write(UUID id, String key, String path) {
        var account = accounts.find(id).orElseThrow();
        outbox.write(new Letter(account.email(), language(account), key, List.of(account.name(), company.signs(language(account))), path));
    }

    private static Lang language(Account account) {
        return Lang.of(account.language()).orElse(Lang.EN);
    }
}
