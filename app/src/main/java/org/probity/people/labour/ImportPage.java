package org.probity.people.labour;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;

/** Where a file of documents or contracts is handed in. */
public record ImportPage(List<Reason> reasons) implements Page {
    public List<Reading.Kind> kinds() {
        return List.of(Reading.Kind.values());
    }

    public List<Fact> columns(Screen s, Reading.Kind kind) {
        return kind.columns.stream().map(column -> new Fact(s.t("labour.heading." + column), s.t("labour.column." + column))).toList();
    }
}
