package org.probity.supply.green;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Correspondents;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Proofs and criteria that wait for a person, and the letter when a proof comes back. */
@Component
class GreenDesk implements Waiting {
    private final Books books;
    private final Proofs proofs;
    private final Decisions decisions;
    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Company company;

    GreenDesk(Books books, Proofs proofs, Decisions decisions, Suppliers suppliers, Correspondents correspondents, Outbox outbox, Company company) {
        this.books = books;
        this.proofs = proofs;
        this.decisions = decisions;
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.company = company;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var sets = me.is(Role.SOURCING_OFFICER) || me.is(Role.BUYER) || me.is(Role.EHS) || me.is(Role.QUALITY)
                ? decisions.waitingFor(Books.MATTER, me).stream().flatMap(it -> books.find(it.subject()).stream()).map(it -> new Duty(Words.of("green.desk.rule"),
                        s -> s.t("green.set-from", it.fromDay()) + " · " + it.category(), Words.of("green.waits-for-approval"), "green.title", "/app/green/" + it.category(),
                        Optional.of(it.fromDay()))) : Stream.<Duty>empty();
        var reviews = me.is(Role.SOURCING_OFFICER) ? proofs.waiting().stream().map(it -> new Duty(Words.of("green.desk.review"),
                s -> suppliers.find(it.supplier()).orElseThrow().name(s.lang()) + " · " + it.code(), Words.of("green.in-review"), "green.title", "/app/green/proofs/" + it.id(),
                Optional.empty())) : Stream.<Duty>empty();
        return Stream.concat(sets, reviews).toList();
    }

    @EventListener
    void reviewed(Proofs.Reviewed reviewed) {
        var it = reviewed.proof();
        if (it.outcome() != Proof.Outcome.ACCEPTED) {
            correspondents.of(suppliers.find(it.supplier()).orElseThrow()).forEach(to -> outbox.write(new Letter(to.email(), to.lang(), "green.letter.returned",
                    List.of(company.signs(to.lang()), it.code(), it.answer() == null ? "" : it.answer()), "/app/portal/green")));
        }
    }
}
