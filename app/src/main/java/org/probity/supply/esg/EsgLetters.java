package org.probity.supply.esg;

import java.util.List;
import java.util.function.Function;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.supplier.Correspondents;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to suppliers about self-assessments: what is asked, what came back, what was accepted, what is due. */
@Component
class EsgLetters {
    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Messages messages;
    private final Company company;

    EsgLetters(Suppliers suppliers, Correspondents correspondents, Outbox outbox, Messages messages, Company company) {
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.messages = messages;
        this.company = company;
    }

    @EventListener
    void asked(Campaigns.Asked asked) {
        suppliers.find(asked.suppliers()).forEach(supplier -> write(supplier, "esg.letter.asked", "/app/portal",
                lang -> List.of(company.signs(lang), messages.letter(lang, asked.topic().obligation()), String.valueOf(asked.year()), asked.dueDay())));
    }

    @EventListener
    void ruled(SelfAssessments.Ruled ruled) {
        var it = ruled.after();
        switch (it.state()) {
            case MET -> about(it, "esg.letter.accepted", String.valueOf(it.validUntil()));
            case SENT_BACK -> about(it, "esg.letter.back", it.reason());
            case OWED, SENT_IN, LAPSED, WAIVED -> {}
        }
    }

    @EventListener
    void reminded(Obligations.Reminded reminded) {
        var ours = reminded.obligations().stream().filter(it -> Topic.obligations().contains(it.kind())).toList();
        if (!ours.isEmpty()) {
            write(suppliers.find(reminded.party()).orElseThrow(), reminded.daysLeft() < 0 ? "esg.letter.late" : "esg.letter.due", "/app/portal",
                    lang -> List.of(company.signs(lang), (long) ours.size(), ours.getFirst().dueDay(), Math.abs(reminded.daysLeft())));
        }
    }

    private void about(Obligation it, String key, String more) {
        write(suppliers.find(it.party()).orElseThrow(), key, "/app/portal/esg/" + it.id(),
                lang -> List.of(company.signs(lang), messages.letter(lang, it.kind()), String.valueOf(it.period()), more));
    }

    private void write(Supplier supplier, String key, String path, Function<Lang, List<Object>> args) {
        correspondents.of(supplier).forEach(to -> outbox.write(new Letter(to.email(), to.lang(), key, args.apply(to.lang()), path)));
    }
}
