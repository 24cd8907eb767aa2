package org.probity.supply.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CaseWords;
import org.probity.supply.supplier.Supplier;

/** One finding, with its evidence and its corrective action. */
public record FindingPage(
        Audit.Finding finding, Audit audit, Supplier supplier, Pack.Question question, List<Answers.Photo> photos, Optional<Case> action, LocalDate today) implements Page {
    public List<State> tags(Screen s) {
        return List.of(new State(finding.severity().mark(), s.t(finding.severity().key())));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(
                new Fact(s.t("audit.audit"), new Link(audit.number(), "/app/audits/" + audit.id())),
                new Fact(s.t("audit.question"), question.code() + " · " + question.words(s.lang())),
                new Fact(s.t("audit.topic"), s.t("audit.topic." + finding.topic())),
                new Fact(s.t("audit.clause"), finding.clause()),
                new Fact(s.t("audit.seen"), finding.words()),
                new Fact(s.t("audit.day"), s.time(finding.day()))));
        action.ifPresent(it -> facts.add(new Fact(s.t("audit.action"), out -> {
            new Link(s.t("audit.to-action"), "/app/casework/" + it.id()).writeTo(out);
            out.writeContent(" ");
            CaseWords.state(s, it, today).writeTo(out);
        })));
        return facts;
    }
}
