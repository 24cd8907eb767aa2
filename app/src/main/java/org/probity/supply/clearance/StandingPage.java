package org.probity.supply.clearance;

import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Because;

/** What we may do with a supplier just now, act by act, below the tabs of its page. Looked at, not asked: nothing is kept. */
public record StandingPage(UUID supplier, List<Clearance> acts) implements Page {

    public Table<Clearance> table(Screen s) {
        return Table.of(s, acts)
                .head("clearance.act", it -> s.t(it.question().act().words()))
                .state("clearance.outcome", it -> ClearancePage.state(s, it));
    }

    /** Each reason once, whatever the acts it speaks to. */
    public List<Because> because(Screen s) {
        return acts.stream().flatMap(it -> it.reasons().stream()).map(it -> AnswerPage.because(s, it))
                .collect(java.util.stream.Collectors.toMap(it -> it.what() + it.why(), it -> it, (a, b) -> a, java.util.LinkedHashMap::new)).values().stream().toList();
    }
}
