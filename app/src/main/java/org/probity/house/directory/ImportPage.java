package org.probity.house.directory;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;

/** Where a file of units or people is handed in. */
public record ImportPage(List<Reason> reasons) implements Page {
    public List<Reading.Kind> kinds() {
        return List.of(Reading.Kind.values());
    }

    /** Each column and what belongs in it. */
    public List<Fact> columns(Screen s, Reading.Kind kind) {
        return kind.columns().stream().map(column -> new Fact(s.t("directory.heading." + column), s.t("directory.column." + kind.path() + "." + column))).toList();
    }
}
