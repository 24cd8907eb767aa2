package org.probity.disclosure.assurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** On the officer's desk: exceptions to answer. On the assurer's: samples to look at, or that nobody has engaged them. */
@Component
class AssuranceDesk implements Waiting {
    private final Assurance assurance;
    private final Engagements engagements;
    private final Statements statements;
    private final Accounts accounts;

    AssuranceDesk(Assurance assurance, Engagements engagements, Statements statements, Accounts accounts) {
        this.accounts = accounts;
        this.assurance = assurance;
        this.engagements = engagements;
        this.statements = statements;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var duties = new ArrayList<Duty>();
        if (me.is(Role.SOURCING_OFFICER)) {
            assurance.unanswered().forEach(it -> {
                var sample = assurance.sample(it.sample()).orElseThrow();
                duties.add(new Duty(Words.of("assurance.desk.answer"), about(sample), s -> s.t("assurance.desk.exception", it.code(), it.note()),
                        "assurance.title", "/app/assurance/samples/" + it.sample() + "/" + it.code(), Optional.empty()));
            });
        }
        if (me.is(Role.ASSURER)) {
            engagements.inForce(me).ifPresent(engagement -> assurance.open().forEach(sample -> {
                var all = assurance.codes(sample.id()).size();
                var seen = assurance.findings(sample.id()).size();
                duties.add(new Duty(Words.of("assurance.desk.look"), about(sample), s -> s.t("assurance.desk.seen", seen, all),
                        "assurance.title", "/app/assurance/samples/" + sample.id(), Optional.of(engagement.lastDay())));
            }));
        }
        if (me.roles().isEmpty() && accounts.find(me.account()).filter(it -> it.roles().contains(Role.ASSURER)).isPresent()) {
            duties.add(new Duty(Words.of("assurance.desk.why"), Words.of("assurance.not-engaged"), Words.of("assurance.not-engaged-state"),
                    "assurance.title", "/app/assurance", Optional.empty()));
        }
        return duties;
    }

    private Words about(Sample sample) {
        var edition = statements.find(sample.edition()).orElseThrow();
        var title = statements.value(edition, sample.figure()).orElseThrow().figure().messages();
        return s -> s.t(title) + " · " + s.t("assurance.year-no", String.valueOf(edition.year()), edition.no());
    }
}
