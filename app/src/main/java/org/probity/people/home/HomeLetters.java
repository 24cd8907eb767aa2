package org.probity.people.home;

import java.util.List;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.people.home.Lodging.Told;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever asked for a bed what became of an offer. Where it is stands on the page alone. */
@Component
class HomeLetters {
    private final Stays stays;
    private final HomeQueue queue;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    HomeLetters(Stays stays, HomeQueue queue, Accounts accounts, Outbox outbox, Company company) {
        this.stays = stays;
        this.queue = queue;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void told(Told told) {
        var key = switch (told.what()) {
            case OFFERED -> "home.letter.offered";
            case LAPSED -> "home.letter.lapsed";
            case TAKEN_BACK -> "home.letter.taken-back";
            case KEY -> "";
        };
        if (key.isEmpty()) {
            return;
        }
        var it = stays.find(told.stay()).orElseThrow();
        accounts.find(queue.askedBy(it.application())).filter(to -> !to.disabled()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, key, List.of(company.signs(lang), it.answerBy()), HomeWeb.ALL + "/stays/" + it.id()));
        });
    }
}
