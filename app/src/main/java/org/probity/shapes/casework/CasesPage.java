package org.probity.shapes.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;

/** All corrective actions, narrowed as those who handle them like. */
public record CasesPage(
        List<Case> cases, long total, Query query, List<CaseKind> kinds, Map<UUID, Parties.Party> parties, LocalDate today) implements Page {

    public List<Chip> chips(Screen s) {
        return List.of(
                Chip.of(query, "state", "", s.t("casework.all")),
                Chip.of(query, "state", "ours", s.t("casework.ours")),
                Chip.of(query, "state", "theirs", s.t("casework.theirs")),
                Chip.of(query, "state", "late", s.t("casework.late")),
                Chip.of(query, "state", "closed", s.t("casework.closed")));
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("kind", s.t("casework.about"), kinds.stream().map(it -> new Option(it.key(), s.knows(it.key()) ? s.t(it.key()) : it.key())).toList()));
    }

    public Table<Case> table(Screen s) {
        return Table.of(s, cases)
                .caption(s.t("casework.title"))
                .head("casework.what", it -> new Link(it.title(s.lang()), "/app/casework/" + it.id()))
                .text("casework.supplier", it -> Optional.ofNullable(parties.get(it.supplier())).map(party -> party.name(s.lang())))
                .text("casework.about", it -> CaseWords.kind(s, it))
                .text("casework.severity", it -> CaseWords.severity(s, it))
                .state("casework.stands", it -> CaseWords.state(s, it, today))
                .day("casework.due", Case::dueDay).sorts("due")
                .day("casework.close-due", Case::closeDueDay).sorts("close")
                .day("casework.opened", Case::openedDay).sorts("opened")
                .paged(query, total)
                .downloads();
    }
}
