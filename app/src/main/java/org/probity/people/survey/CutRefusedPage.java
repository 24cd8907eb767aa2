package org.probity.people.survey;

import java.util.Map;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** A cut that would have told too much, and the sum by which: anybody can add it up. */
public record CutRefusedPage(Survey survey, Releasing.Told because, Map<String, Results.Unit> units) implements Page {
    public Table<Releasing.Term> table(Screen s) {
        return Table.of(s, because.terms())
                .caption(s.t("survey.sum"))
                .head("survey.group", it -> CellName.of(it.cell()).words(s, units))
                .text("survey.sign", it -> s.t(it.taken() ? "survey.taken" : "survey.added"))
                .text("survey.times", Releasing.Term::factor);
    }
}
