package org.probity.supply.evaluation;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.supply.supplier.Correspondents;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells suppliers their grade, and what became of their appeal. */
@Component
class EvaluationLetters {
    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Messages messages;
    private final Company company;

    EvaluationLetters(Suppliers suppliers, Correspondents correspondents, Outbox outbox, Messages messages, Company company) {
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.messages = messages;
        this.company = company;
    }

    /** Without data there is nothing to tell. */
    @EventListener
    void given(Giving.Given given) {
        var card = given.scorecard();
        if (card.grade() != null) {
            var grade = card.grade();
            write(card.supplier(), "evaluation.letter.given", card.id(), lang -> List.of(company.signs(lang), String.valueOf(given.round().year()),
                    messages.letter(lang, given.round().half() == 1 ? "evaluation.first-half" : "evaluation.second-half"), grade.name(),
                    messages.letter(lang, "evaluation.means." + grade)));
        }
    }

    @EventListener
    void answered(Appeals.Answered answered) {
        var card = answered.scorecard();
        write(card.supplier(), "evaluation.letter.answered", card.id(), lang -> List.of(company.signs(lang),
                messages.letter(lang, "evaluation.outcome." + answered.appeal().outcome()), String.valueOf(answered.appeal().answer())));
    }

    private void write(UUID supplier, String key, UUID card, Function<Lang, List<Object>> args) {
        var whole = suppliers.find(supplier).orElseThrow();
        correspondents.of(whole).forEach(to -> outbox.write(new Letter(to.email(), to.lang(), key, args.apply(to.lang()), "/app/portal/evaluation/" + card)));
    }
}
