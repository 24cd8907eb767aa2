package org.probity.supply.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CaseWords;

/** What a supplier reads of an audit, and where it says something to it. */
public record PortalAuditPage(
        Audit audit, String site, Pack pack, List<Audit.Finding> findings, Map<UUID, Case> cases, List<Audit.Comment> comments, String typed, List<Reason> reasons)
        implements Page {
    public Table<Audit.Finding> table(Screen s) {
        return Table.of(s, findings)
                .caption(s.t("audit.findings"))
                .head("audit.no", it -> new Link(it.no() + " " + it.title(s.lang()), cases.containsKey(it.id()) ? "/app/portal/casework/" + cases.get(it.id()).id() : ""))
                .state("audit.severity", it -> new State(it.severity().mark(), s.t(it.severity().key())))
                .text("audit.clause", Audit.Finding::clause)
                .why("audit.seen", Audit.Finding::words)
                .state("audit.action", it -> Optional.ofNullable(cases.get(it.id())).map(action -> CaseWords.state(s, action, s.now().toLocalDate())));
    }
}
