package org.probity.people.recruitment;

import java.util.List;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells an applicant that it has come in, with the private link, and each decision. The reason stands behind the link and not in a letter. */
@Component
class RecruitmentLetters {
    private final Applying applying;
    private final Applications applications;
    private final Outbox outbox;
    private final Company company;

    RecruitmentLetters(Applying applying, Applications applications, Outbox outbox, Company company) {
        this.applying = applying;
        this.applications = applications;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void moved(Applying.Moved moved) {
        var to = applying.contact(moved.application());
        var it = applications.find(moved.application()).orElseThrow();
        var lang = Lang.of(to.language()).orElse(Lang.EN);
        var args = List.<Object>of(company.signs(lang), it.title(lang), it.code());
        if (moved.stage() == null) {
            outbox.write(new Letter(to.email(), lang, "recruitment.letter.came", args, "/jobs/mine/" + moved.secret()));
        } else {
            outbox.write(new Letter(to.email(), lang, "recruitment.letter.moved", args, ""));
        }
    }
}
