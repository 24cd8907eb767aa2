package org.probity.supply.esg;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.shapes.casework.CasesPiece;
import org.probity.supply.esg.AssessmentLines.Line;

/** A supplier's self-assessments and risk, below the tabs of its page. */
public record EsgTabPage(Optional<RiskPiece> risk, List<Line> lines, CasesPiece plans, LocalDate today) implements Page {
    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("esg.title"))
                .head("esg.what", it -> new Link(s.t(it.kind()), "/app/esg/assessments/" + it.obligation()))
                .state("esg.state", it -> AssessmentsPage.state(s, it, today))
                .number("esg.score", it -> Optional.ofNullable(it.score()).map(score -> score.setScale(1, RoundingMode.DOWN)))
                .day("esg.due", Line::dueDay)
                .day("esg.holds", it -> Optional.ofNullable(it.validUntil()));
    }
}
