package org.probity.people.succession;

import java.util.List;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells somebody that they are asked. What it is about stands on the page alone: letters are seen by others. */
@Component
class SuccessionLetters {
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    SuccessionLetters(Accounts accounts, Outbox outbox, Company company) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void asked(Namings.Asked asked) {
        accounts.find(asked.account()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, "succession.letter.asked", List.of(company.signs(lang)), "/app/my/succession"));
        });
    }
}
