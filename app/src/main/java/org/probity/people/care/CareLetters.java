package org.probity.people.care;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.people.care.ComingBack.Back;
import org.probity.people.care.Leaves.Told;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever asked what became of it. What it is for and why it was refused stands on the page alone; a manager finds it on the desk. Of somebody who comes back early whoever leads them reads the day, and not what the leave was
 * for.
 */
@Component
class CareLetters {
    private final Leaves leaves;
    private final Leading leading;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    CareLetters(Leaves leaves, Leading leading, Accounts accounts, Outbox outbox, Company company) {
        this.leaves = leaves;
        this.leading = leading;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void told(Told told) {
        var key = switch (told.what()) {
            case AGREED -> "care.letter.agreed";
            case REFUSED -> "care.letter.refused";
            case ASKED, WITHDRAWN -> "";
        };
        if (key.isEmpty()) {
            return;
        }
        var it = leaves.find(told.leave()).orElseThrow();
        accounts.find(it.askedBy()).filter(to -> !to.disabled()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, key, List.of(company.signs(lang), it.number()), "/app/care/leaves/" + it.id()));
        });
    }

    @EventListener
    void told(Back back) {
        var it = leaves.find(back.leave()).orElseThrow();
        leading.of(it.person()).stream().filter(to -> !to.equals(back.by())).forEach(to -> write(to, "care.letter.back", "/app/care/team", it, back.day()));
        if (!it.askedBy().equals(back.by())) {
            write(it.askedBy(), "care.letter.back-said", "/app/care/leaves/" + it.id(), it, back.day());
        }
    }

    private void write(UUID account, String key, String path, Leave it, LocalDate day) {
        accounts.find(account).filter(to -> !to.disabled()).ifPresent(to -> {
            var lang = Lang.of(to.language()).orElse(Lang.EN);
            outbox.write(new Letter(to.email(), lang, key, List.of(company.signs(lang), it.person(lang), day), path));
        });
    }
}
