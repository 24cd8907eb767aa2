package org.probity.supply.substances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

/**
 * Writes to suppliers' contacts about their reports, in the transaction of what it tells about. What a rule sends back at once is not written about:
 * whoever sent it reads it on the screen.
 */
@Component
class SubstanceLetters {
    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Messages messages;
    private final Company company;
    private final Clock clock;

    SubstanceLetters(Suppliers suppliers, Correspondents correspondents, Outbox outbox, Messages messages, Company company, Clock clock) {
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.messages = messages;
        this.company = company;
        this.clock = clock;
    }

    /** One letter a supplier, whatever the number of papers. */
    @EventListener
    void asked(Requests.Asked asked) {
        suppliers.find(asked.suppliers()).forEach(supplier -> write(supplier, "substances.letter.asked", "/app/portal",
                lang -> List.of(company.signs(lang), supplier.name(lang), String.valueOf(asked.year()), asked.dueDay())));
    }

    /** A new candidate list: what was stated is to be renewed. */
    @EventListener
    void renewal(Renewals.Asked asked) {
        suppliers.find(asked.suppliers()).forEach(supplier -> write(supplier, "substances.letter.renewal", "/app/portal",
                lang -> List.of(company.signs(lang), asked.edition().version(), asked.edition().day(), asked.dueDay())));
    }

    @EventListener
    void reminded(Obligations.Reminded reminded) {
        var papers = reminded.obligations().stream().filter(SubstanceLetters::ours).count();
        if (papers > 0) {
            write(supplier(reminded.party()), reminded.daysLeft() < 0 ? "substances.letter.late" : "substances.letter.due", "/app/portal",
                    lang -> List.of(company.signs(lang), papers, reminded.obligations().getFirst().dueDay(), Math.abs(reminded.daysLeft())));
        }
    }

    @EventListener
    void moved(Obligations.Moved moved) {
        var it = moved.obligation();
        if (!ours(it)) {
            return;
        }
        switch (it.state()) {
            case MET -> about(it, "substances.letter.accepted", String.valueOf(it.validUntil()));
            case SENT_BACK -> {
                if (it.by() != null) {
                    about(it, "substances.letter.back", it.reason());
                }
            }
            case LAPSED -> {
                if (it.waits(LocalDate.now(clock))) {
                    about(it, "substances.letter.lapsed", String.valueOf(it.validUntil()));
                }
            }
            case OWED, SENT_IN, WAIVED -> {}
        }
    }

    private void about(Obligation it, String key, String more) {
        write(supplier(it.party()), key, "/app/portal/substances/" + it.id(),
                lang -> List.of(company.signs(lang), messages.letter(lang, it.kind()), String.valueOf(it.period()), more));
    }

    private void write(Supplier supplier, String key, String path, Function<Lang, List<Object>> args) {
        correspondents.of(supplier).forEach(to -> outbox.write(new Letter(to.email(), to.lang(), key, args.apply(to.lang()), path)));
    }

    private Supplier supplier(UUID id) {
        return suppliers.find(id).orElseThrow();
    }

    private static boolean ours(Obligation obligation) {
        return PaperKind.ours(obligation.kind());
    }
}
