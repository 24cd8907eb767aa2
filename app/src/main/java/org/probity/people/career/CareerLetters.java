package org.probity.people.career;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the panel that it is called, and the applicant that it is decided. */
@Component
class CareerLetters {
    private final Seats seats;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    CareerLetters(Seats seats, Accounts accounts, Outbox outbox, Company company) {
        this.seats = seats;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void moved(Applications.Moved moved) {
        var it = moved.application();
        switch (it.state()) {
            case PANEL -> seats.members(it.id()).forEach(member -> write(member.account(), "career.letter.panel", it));
            case DECIDED -> write(it.openedBy(), "career.letter.decided", it);
            case DRAFT, SENT, WITHDRAWN -> {}
        }
    }

    private void write(UUID account, String key, Application it) {
        accounts.find(account).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, key, List.of(company.signs(lang), it.number(), it.track(lang), it.code()), "/app/careers/applications/" + it.id()));
        });
    }
}
