package org.probity.people.education;

import java.util.List;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.people.education.Supports.Told;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever studies, in their language, what became of their application. Amounts and reasons stand on the page alone. */
@Component
class EducationLetters {
    private final Supports supports;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    EducationLetters(Supports supports, Accounts accounts, Outbox outbox, Company company) {
        this.supports = supports;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void told(Told told) {
        var it = supports.find(told.application()).orElseThrow();
        accounts.find(it.appliedBy()).filter(to -> !to.disabled()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, key(told.what()), List.of(company.signs(lang), it.number(), it.title(lang)), "/app/education/supports/" + it.id()));
        });
    }

    private static String key(Told.What what) {
        return switch (what) {
            case APPROVED -> "education.letter.approved";
            case REFUSED -> "education.letter.refused";
            case PAID -> "education.letter.paid";
            case ENDED -> "education.letter.ended";
        };
    }
}
