package org.probity.supply.esg;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Seal;
import org.probity.house.ui.parts.State;
import org.probity.shapes.form.Filled;
import org.probity.shapes.form.Question;
import org.probity.shapes.form.Sendings.Sending;
import org.probity.shapes.obligation.Obligation;
import org.probity.supply.esg.LastYear.Change;
import org.probity.supply.supplier.Supplier;

/**
 * What a supplier sent, with what moved since last year, for the department that reviews it.
 *
 * @param sent the newest sending and its answers; empty: nothing was sent yet
 * @param large of the changes, those that needed a word
 * @param reviews whether it waits for this person
 * @param typed remarks that were refused
 */
public record AssessmentPage(
        Obligation owed, Supplier supplier, Optional<Sending> sent, Filled filled, Map<String, String> remarks, Optional<Integer> before, List<Change> changes, List<Change> large,
        Optional<Comparison.Typical> typical, List<Obligation> history, Map<java.util.UUID, String> names, Log.@Nullable Placed place, boolean reviews, Map<String, String> typed,
        List<Reason> reasons) implements Page {

    public String path() {
        return "/app/esg/assessments/" + owed.id();
    }

    public State state(Screen s) {
        return new State(PortalSheetPage.mark(owed.state()), s.t("esg.step." + owed.state()));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("esg.supplier"), new Link(supplier.name(s.lang()), "/app/suppliers/" + supplier.id() + "/esg")));
        facts.add(new Fact(s.t("esg.due"), s.time(owed.dueDay())));
        sent.ifPresent(it -> facts.add(new Fact(s.t("esg.sent"), s.t("esg.sent-by", names.getOrDefault(it.by(), "–"), it.at(), it.no()))));
        if (sent.isPresent()) {
            facts.add(new Fact(s.t("esg.score"), PortalSheetPage.score(s, filled)));
            filled.form().pillars().forEach(pillar -> filled.score(pillar)
                    .ifPresent(it -> facts.add(new Fact(s.t("esg.pillar." + pillar), s.number(it.round(1, RoundingMode.DOWN))))));
        }
        facts.add(new Fact(s.t("esg.typical"), typical.map(it -> it.words(s)).orElse(s.t("esg.typical-none", Comparison.FEWEST))));
        if (owed.record() != null) {
            facts.add(new Fact(s.t("esg.in-log"), place == null ? new Seal(Seal.Status.YET, s.t("esg.log-yet"), "") : new Seal(Seal.Status.LOGGED, s.t("esg.log-entry", place.index()), "")));
        }
        return facts;
    }

    public String mark(Screen s, Question it) {
        return it.gate() ? filled.mark(it).map(mark -> mark.signum() == 0 ? s.t("esg.gate-shut") : s.t("esg.gate-open")).orElse(s.t("esg.gate"))
                : filled.mark(it).map(mark -> s.t("esg.marks", mark.setScale(0, RoundingMode.DOWN), java.util.Objects.requireNonNull(it.weight()))).orElse(s.t("esg.no-marks"));
    }

    /** What moved far since last year, beside the answer. */
    public String moved(Screen s, Question it) {
        return large.stream().filter(one -> one.question().code().equals(it.code())).findFirst()
                .map(one -> s.t("esg.moved-from", before.map(String::valueOf).orElse("–"), it.said(one.was(), s.lang()))).orElse("");
    }

    public Table<Change> table(Screen s) {
        return PortalSheetPage.changes(s, changes, before.orElse(0), owed.period());
    }

    public List<Event> events(Screen s) {
        return history.stream().map(it -> new Event(PortalSheetPage.mark(it.state()), s.t("esg.step." + it.state()), it.reason(),
                s.instant(it.at()) + (it.by() == null ? "" : " · " + names.getOrDefault(it.by(), "–")))).toList();
    }
}
