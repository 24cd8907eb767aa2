package org.probity.people.learning;

import java.util.List;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.shapes.obligation.Obligations;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds people who sign in here of the yearly courses they owe, on the days on which anybody is reminded. */
@Component
class LearningLetters {
    private record Reader(String email, String language) {}

    private final JdbcClient db;
    private final Outbox outbox;
    private final Company company;

    LearningLetters(JdbcClient db, Outbox outbox, Company company) {
        this.db = db;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void reminded(Obligations.Reminded reminded) {
        var ours = reminded.obligations().stream().filter(it -> it.kind().equals(Yearly.KIND)).toList();
        if (ours.isEmpty()) {
            return;
        }
        var key = reminded.daysLeft() < 0 ? "learning.letter.late" : "learning.letter.due";
        db.sql("SELECT member.email, member.language FROM access.member JOIN directory.pass ON pass.account = member.id WHERE pass.person = :person AND member.supplier IS NULL")
                .param("person", reminded.party()).query(Reader.class).list()
                .forEach(reader -> {
                    var lang = Lang.of(reader.language()).orElse(Lang.EN);
                    outbox.write(new Letter(reader.email(), lang, key, List.of(company.signs(lang), ours.size(), ours.getFirst().dueDay()), "/app/my-training"));
                });
    }
}
