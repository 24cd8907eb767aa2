package org.probity.people.labour;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Mark;

/** What the union found about a rule, and what became of it. */
public record UnionFindingPage(
        UnionFindings.UnionFinding finding, List<UnionFindings.Step> steps, Map<UUID, String> names, UUID me, Set<Role> roles, String typed, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/labour/union/findings/" + finding.id();
    }

    public boolean mayDo() {
        return finding.state() == UnionFindings.Stage.OPEN && (roles.contains(Role.HR) || roles.contains(Role.LEGAL));
    }

    public boolean mayVerify() {
        return finding.state() == UnionFindings.Stage.DONE && roles.contains(Role.UNION) && !finding.by().equals(me);
    }

    /** Done, and not by whoever looks to be judged. */
    public boolean waits() {
        return finding.state() == UnionFindings.Stage.DONE && !mayVerify();
    }

    public List<Event> timeline(Screen s) {
        return steps.stream().map(it -> new Event(switch (it.stage()) {
            case OPEN -> Mark.BAD;
            case DONE -> Mark.NOTE;
            case CLOSED -> Mark.GOOD;
        }, s.t("labour.stage." + it.stage()), it.words(), s.instant(it.at()) + " · " + names.getOrDefault(it.by(), "–"))).toList();
    }
}
