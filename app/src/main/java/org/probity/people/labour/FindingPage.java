package org.probity.people.labour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.people.labour.Finding.Stage;

/** One finding: what it is, by which number of law, what was done about it, and what comes next. */
public record FindingPage(Finding finding, List<Finding.Step> steps, Map<UUID, String> names, Me me, String typed, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/labour/findings/" + finding.id();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("labour.check"), s.t("labour.check." + finding.code())));
        facts.add(new Fact(s.t("labour.follows"), s.t("labour.severity." + finding.severity())));
        if (finding.person() != null) {
            facts.add(Findings.sees(finding, me)
                    ? new Fact(s.t("labour.about"), me.is(Role.HR) ? new Link(finding.name(s.lang()) + " · " + finding.number(), "/app/labour/people/" + finding.person()) : new Link(finding.name(s.lang()), ""))
                    : new Fact(s.t("labour.about"), s.t("labour.somebody")));
        }
        if (!finding.place(s.lang()).isEmpty()) {
            facts.add(new Fact(s.t("labour.site"), finding.place(s.lang())));
        }
        if (finding.rule() != null) {
            facts.add(new Fact(s.t("labour.rule"), new Link(finding.value() + " · " + s.t(finding.signed() ? "labour.counsel-signed" : "labour.to-be-confirmed"), "/app/labour/numbers")));
            facts.add(new Fact(s.t("labour.source"), finding.source()));
        }
        facts.add(new Fact(s.t("labour.found"), s.time(finding.foundAt())));
        facts.add(new Fact(s.t("labour.last-run"), s.t(finding.gone() ? "labour.gone" : "labour.still-there")));
        return facts;
    }

    private boolean works() {
        return me.is(Role.HR) || me.is(Role.LEGAL);
    }

    public boolean mayTake() {
        return works() && finding.stage() == Stage.OPEN;
    }

    public boolean mayDo() {
        return works() && (finding.stage() == Stage.OPEN || finding.stage() == Stage.TAKEN);
    }

    public boolean mayVerify() {
        return finding.stage() == Stage.DONE && (works() || me.is(Role.UNION)) && !me.account().equals(finding.by());
    }

    public boolean waitsForAnother() {
        return finding.stage() == Stage.DONE && me.account().equals(finding.by());
    }

    public List<Event> timeline(Screen s) {
        return steps.stream().map(it -> new Event(mark(it.stage()), s.t("labour.stage." + it.stage()), it.words(),
                s.instant(it.at()) + " · " + (it.by() == null ? s.t("labour.the-house") : names.getOrDefault(it.by(), "–")))).toList();
    }

    private static Mark mark(Stage stage) {
        return switch (stage) {
            case OPEN -> Mark.BAD;
            case TAKEN -> Mark.WARN;
            case DONE -> Mark.NOTE;
            case CLOSED -> Mark.GOOD;
        };
    }
}
