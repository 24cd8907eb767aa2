package org.probity.people.aid;

import java.util.List;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.people.aid.Deciding.Told;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever asked that something became of it; what, and why, stands on the page alone. */
@Component
class AidLetters {
    private final Applications applications;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    AidLetters(Applications applications, Accounts accounts, Outbox outbox, Company company) {
        this.applications = applications;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void told(Told told) {
        var it = applications.find(told.application()).orElseThrow();
        accounts.find(it.appliedBy()).filter(to -> !to.disabled()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, "aid.letter", List.of(company.signs(lang), it.number()), "/app/aid/applications/" + it.id()));
        });
    }
}
