package org.probity.supply.minerals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.probity.supply.supplier.Correspondents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to suppliers' contacts about their papers, in the transaction of what it tells about. What a rule sends back at once is not
 * written about: whoever sent it reads it on the screen.
 */
@Component
class MineralsLetters {
    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Messages messages;
    private final Clock clock;
    private final Company company;

    MineralsLetters(
            Suppliers suppliers, Correspondents correspondents, Accounts accounts, Outbox outbox, Messages messages, Clock clock,
            Company company) {
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.accounts = accounts;
        this.outbox = outbox;
        this.messages = messages;
        this.clock = clock;
        this.company = company;
    }

    /** One letter a supplier, whatever the number of papers. */
    @EventListener
    void asked(Minerals.Asked asked) {
        suppliers.find(asked.suppliers()).forEach(supplier -> write(supplier, "minerals.letter.asked", "/app/portal",
                lang -> List.of(company.signs(lang), supplier.name(lang), String.valueOf(asked.year()), asked.dueDay())));
    }

    @EventListener
    void reminded(Obligations.Reminded reminded) {
        var papers = reminded.obligations().stream().filter(MineralsLetters::ours).count();
        if (papers > 0) {
            var late = reminded.daysLeft() < 0;
            write(supplier(reminded.party()), late ? "minerals.letter.late" : "minerals.letter.due", "/app/portal",
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
            case MET -> about(it, "minerals.letter.accepted", lang -> String.valueOf(it.validUntil()));
            case SENT_BACK -> {
                if (it.by() != null) {
                    about(it, "minerals.letter.back", lang -> it.reason().startsWith("minerals.") ? messages.letter(lang, it.reason()) : it.reason());
                }
            }
            case LAPSED -> {
                if (it.waits(LocalDate.now(clock))) {
                    about(it, "minerals.letter.lapsed", lang -> String.valueOf(it.validUntil()));
                }
            }
            case OWED, SENT_IN, WAIVED -> {}
        }
    }

    /** What a list sends back nobody sees on a screen at once, so it is written about. */
    @EventListener
    void reopened(Rejudging.Reopened reopened) {
        var whose = suppliers.find(reopened.obligations().stream().map(Obligation::party).distinct().toList()).stream()
                .collect(Collectors.toMap(Supplier::id, Function.identity()));
        reopened.obligations().forEach(it -> write(whose.get(it.party()), "minerals.letter.back", "/app/portal/minerals/" + it.id(),
                lang -> List.of(company.signs(lang), messages.letter(lang, it.kind()), String.valueOf(it.period()), messages.letter(lang, it.reason()))));
    }

    /** To each who speaks for the department, in their own language. */
    @EventListener
    void awaited(ReviewReminders.Awaited awaited) {
        accounts.holding(awaited.department().role()).forEach(account -> {
            var lang = Lang.of(account.language()).orElse(Lang.EN);
            outbox.write(new Letter(account.email(), lang, "minerals.letter.second",
                    List.of(awaited.papers(), awaited.days(), messages.letter(lang, "minerals.department." + awaited.department())), "/app/minerals?state=SENT_IN"));
        });
    }

    private void about(Obligation it, String key, Function<Lang, String> more) {
        write(supplier(it.party()), key, "/app/portal/minerals/" + it.id(),
                lang -> List.of(company.signs(lang), messages.letter(lang, it.kind()), String.valueOf(it.period()), more.apply(lang)));
    }

    private void write(Supplier supplier, String key, String path, Function<Lang, List<Object>> args) {
        correspondents.of(supplier).forEach(to -> outbox.write(new Letter(to.email(), to.lang(), key, args.apply(to.lang()), path)));
    }

    private Supplier supplier(UUID id) {
        return suppliers.find(id).orElseThrow();
    }

    private static boolean ours(Obligation obligation) {
        return PaperKind.obligations().contains(obligation.kind());
    }
}
