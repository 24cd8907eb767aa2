package org.probity.supply.esg;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Lang;
import org.probity.supply.supplier.Categories;
import org.springframework.stereotype.Component;

/** What of self-assessments and risk waits for a person. */
@Component
class EsgDesk implements Waiting {
    /** A desk is for today's work; the list has the rest. */
    private static final int MOST = 100;

    private final AssessmentLines lines;
    private final RiskPlans plans;
    private final Rules rules;
    private final Categories categories;

    EsgDesk(AssessmentLines lines, RiskPlans plans, Rules rules, Categories categories) {
        this.lines = lines;
        this.plans = plans;
        this.rules = rules;
        this.categories = categories;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var reviews = lines.waiting(me, MOST).stream().map(it -> new Duty(Words.of("esg.desk.review"),
                s -> s.t("esg.desk.of", s.t(it.kind()), s.lang() == Lang.EN ? it.nameEn() : it.nameZh()), Words.of("esg.step.SENT_IN"), "esg.menu",
                "/app/esg/assessments/" + it.obligation(), Optional.of(it.dueDay())));
        var needed = me.is(Role.SOURCING_OFFICER) ? plans.needed(null).size() : 0;
        var open = needed == 0 ? Stream.<Duty>empty() : Stream.of(new Duty(Words.of("esg.desk.open"), Words.of("esg.plans-needed", needed), Words.of("esg.band.HIGH"), "esg.menu",
                "/app/esg/risk?band=HIGH", Optional.empty()));
        var named = categories.all();
        var changes = me.is(Role.SOURCING_OFFICER) || me.is(Role.EHS) || me.is(Role.LEGAL) ? rules.changes().stream()
                .filter(it -> it.ruled() == null && !it.proposedBy().equals(me.account()))
                .map(it -> new Duty(Words.of("esg.desk.rule"), s -> s.t("esg.desk.change", RulesPage.name(s, it.key(), named), it.points()), Words.of("esg.second-awaited"), "esg.menu", "/app/esg/rules",
                        Optional.of(it.fromDay()))) : Stream.<Duty>empty();
        return Stream.of(reviews, open, changes).flatMap(it -> it).toList();
    }
}
