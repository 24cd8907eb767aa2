package org.probity.people.recruitment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells an applicant that it has come in, with the private link, and each decision. The reason stands behind the link and not in a letter. An address gets so many
 * letters a day as the rule says that anybody can cause by sending a form; decisions are ours, and are written about where the first letter was.
 */
@Component
class RecruitmentLetters {
    private final Applying applying;
    private final Applications applications;
    private final Recipients recipients;
    private final Outbox outbox;
    private final Company company;

    RecruitmentLetters(Applying applying, Applications applications, Recipients recipients, Outbox outbox, Company company) {
        this.applying = applying;
        this.applications = applications;
        this.recipients = recipients;
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
            if (!recipients.another(to.email())) {
                recipients.silence(moved.application());
                return;
            }
            outbox.write(id(moved.application(), null), new Letter(to.email(), lang, "recruitment.letter.came", args, "/jobs/mine/" + moved.secret()));
        } else if (!recipients.silent(moved.application())) {
            outbox.write(id(moved.application(), moved.stage()), new Letter(to.email(), lang, "recruitment.letter.moved", args, ""));
        }
    }

    /** Every letter that was or may have been written about an application. */
    static List<UUID> of(UUID application) {
        return Stream.concat(Stream.of(id(application, null)), Arrays.stream(Stage.values()).map(it -> id(application, it))).toList();
    }

    /** A stage is decided once. */
    private static UUID id(UUID application, @Nullable Stage stage) {
        return UUID.nameUUIDFromBytes(("recruitment.letter " + application + " " + stage).getBytes(StandardCharsets.UTF_8));
    }
}
