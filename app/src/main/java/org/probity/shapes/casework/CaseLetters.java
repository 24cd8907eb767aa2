package org.probity.shapes.casework;

import java.util.List;
import java.util.function.Function;
import org.probity.house.access.Accounts;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to suppliers about what they owe, and to those of us who handle a case that fell behind, in the transaction of what it tells about. */
@Component
class CaseLetters {
    private final Parties parties;
    private final Outbox outbox;
    private final Company company;
    private final Accounts accounts;
    private final Spans spans;

    CaseLetters(Parties parties, Outbox outbox, Company company, Accounts accounts, Spans spans) {
        this.parties = parties;
        this.outbox = outbox;
        this.company = company;
        this.accounts = accounts;
        this.spans = spans;
    }

    @EventListener
    void moved(Cases.Moved moved) {
        var it = moved.after();
        switch (it.state()) {
            case PLAN_OWED -> write(it, "casework.letter.opened", lang -> List.of(company.signs(lang), it.title(lang), it.dueDay(), it.closeDueDay()));
            case PLAN_RETURNED, DONE_RETURNED -> write(it, "casework.letter.back", lang -> List.of(company.signs(lang), it.title(lang), it.words(), it.dueDay()));
            case PLAN_ACCEPTED -> write(it, "casework.letter.accepted", lang -> List.of(company.signs(lang), it.title(lang), it.dueDay()));
            case CLOSED -> write(it, "casework.letter.closed", lang -> List.of(company.signs(lang), it.title(lang)));
            case PLAN_SENT, DONE_SENT, VERIFIED, NO_ACTION -> {}
        }
    }

    /** One letter a supplier and due day, whatever the number; when it is late, those who handle it hear of it too. */
    @EventListener
    void reminded(CaseReminders.Reminded reminded) {
        var first = reminded.cases().getFirst();
        var late = reminded.daysLeft() < 0;
        parties.correspondents(first.supplier()).forEach(to -> outbox.write(new Letter(to.email(), to.lang(), late ? "casework.letter.late" : "casework.letter.due",
                List.of(company.signs(to.lang()), (long) reminded.cases().size(), first.title(to.lang()), first.dueDay(), Math.abs(reminded.daysLeft())), "/app/portal")));
        if (late) {
            var name = parties.of(List.of(first.supplier())).get(first.supplier());
            spans.kind(first.kind()).stream().flatMap(kind -> kind.handlers().stream()).flatMap(role -> accounts.holding(role).stream()).distinct().forEach(account -> {
                var lang = Lang.of(account.language()).orElse(Lang.EN);
                outbox.write(new Letter(account.email(), lang, "casework.letter.behind",
                        List.of(name == null ? "" : name.name(lang), (long) reminded.cases().size(), first.dueDay(), -reminded.daysLeft()), "/app/casework?state=late"));
            });
        }
    }

    private void write(Case it, String key, Function<Lang, List<Object>> args) {
        parties.correspondents(it.supplier()).forEach(to -> outbox.write(new Letter(to.email(), to.lang(), key, args.apply(to.lang()), "/app/portal/casework/" + it.id())));
    }
}
