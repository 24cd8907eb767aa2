package org.probity.supply.esg;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.shapes.form.Form;
import org.probity.shapes.form.Question;

/** What a form asks and why: for whoever sends it out, and for whoever wonders what it asks of a small supplier. */
public record FormPage(Form form, String kind) implements Page {
    public List<Question> of(Form.Section section) {
        return form.of(section.code());
    }

    public Table<Question> table(Screen s, Form.Section section) {
        return Table.of(s, of(section))
                .caption(section.words(s.lang()))
                .head("form.column.question", it -> it.code() + " · " + it.words(s.lang()))
                .why("form.column.why", it -> it.why(s.lang()))
                .text("esg.clause", Question::clause)
                .text("esg.side", it -> s.t("esg.pillar." + it.pillar()))
                .text("esg.weight", it -> it.gate() ? s.t("esg.gate") : Optional.ofNullable(it.weight()).map(weight -> s.number(weight)).orElse(s.t("esg.no-marks")))
                .text("esg.asked-when", it -> Optional.ofNullable(it.when()).map(when -> when.question() + ": " + String.join(" / ", when.answers().stream().sorted()
                        .map(answer -> form.question(when.question()).map(above -> above.said(answer, s.lang())).orElse(answer)).toList())).orElse(s.t("esg.always")));
    }
}
