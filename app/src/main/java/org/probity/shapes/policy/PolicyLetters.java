package org.probity.shapes.policy;

import java.util.List;
import java.util.UUID;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.shapes.obligation.Obligations;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to those who owe the reading of a rule: when they are asked, if they are not of the house, and on the days on which anybody is reminded. */
@Component
class PolicyLetters {
    private final JdbcClient db;
    private final Policies policies;
    private final Acknowledgements acknowledgements;
    private final Outbox outbox;
    private final Company company;

    PolicyLetters(JdbcClient db, Policies policies, Acknowledgements acknowledgements, Outbox outbox, Company company) {
        this.db = db;
        this.policies = policies;
        this.acknowledgements = acknowledgements;
        this.outbox = outbox;
        this.company = company;
    }

    @EventListener
    void asked(Acknowledgements.Asked asked) {
        asked.parties().forEach(party -> asked.circle().readers(party).forEach(reader -> outbox.write(new Letter(reader.email(), reader.lang(), "policy.letter.asked",
                List.of(company.signs(reader.lang()), asked.version().title(reader.lang()), asked.dueDay()), reader.path()))));
    }

    @EventListener
    void reminded(Obligations.Reminded reminded) {
        var ours = reminded.obligations().stream().filter(it -> it.kind().equals(Acknowledgements.KIND)).toList();
        if (ours.isEmpty()) {
            return;
        }
        var version = policies.version(about(ours.getFirst().id())).orElseThrow();
        var key = reminded.daysLeft() < 0 ? "policy.letter.late" : "policy.letter.due";
        acknowledgements.circles().stream().flatMap(circle -> circle.readers(reminded.party()).stream()).distinct().forEach(reader ->
                outbox.write(new Letter(reader.email(), reader.lang(), key,
                        List.of(company.signs(reader.lang()), version.title(reader.lang()), ours.size(), ours.getFirst().dueDay()), reader.path())));
    }

    private UUID about(UUID obligation) {
        return db.sql("SELECT about FROM obligation.about WHERE id = :id").param("id", obligation).query(UUID.class).single();
    }
}
