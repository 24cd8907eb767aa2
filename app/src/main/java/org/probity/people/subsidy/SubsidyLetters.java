package org.probity.people.subsidy;

import java.util.List;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever claimed that there is an answer; which one stands on the page alone. */
@Component
class SubsidyLetters {
    private final Subsidies subsidies;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    SubsidyLetters(Subsidies subsidies, Accounts accounts, Outbox outbox, Company company) {
        this.subsidies = subsidies;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void told(Subsidies.Told told) {
        var it = subsidies.find(told.claim()).orElseThrow();
        accounts.find(it.claimedBy()).filter(to -> !to.disabled()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, "subsidy.letter.answered", List.of(company.signs(lang), it.number()), SubsidyWeb.ALL + "/claims/" + it.id()));
        });
    }
}
