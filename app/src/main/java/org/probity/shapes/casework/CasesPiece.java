package org.probity.shapes.casework;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** The cases of a supplier, an audit, a grade: a piece that rooms show on pages of their own. */
public record CasesPiece(List<Case> cases, LocalDate today) implements Page {
    public Table<Case> table(Screen s) {
        return Table.of(s, cases)
                .caption(s.t("casework.title"))
                .head("casework.what", it -> new Link(it.title(s.lang()), "/app/casework/" + it.id()))
                .text("casework.severity", it -> CaseWords.severity(s, it))
                .state("casework.stands", it -> CaseWords.state(s, it, today))
                .day("casework.due", Case::dueDay)
                .day("casework.close-due", Case::closeDueDay);
    }
}
