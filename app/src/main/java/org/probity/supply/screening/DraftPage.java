package org.probity.supply.screening;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;

/** What taking a version would change; nothing is in force by looking. */
public record DraftPage(WatchList.Preview preview, List<Reason> reasons) implements Page {
    public List<Fact> facts(Screen s) {
        return List.of(
                new Fact(s.t("screening.version"), preview.label()),
                new Fact(s.t("screening.from"), s.day(preview.day())),
                new Fact(s.t("screening.entries"), s.number(preview.entries())),
                new Fact(s.t("screening.came"), s.number(preview.came())),
                new Fact(s.t("screening.went"), s.number(preview.went())),
                new Fact(s.t("screening.changed-entries"), s.number(preview.changed())));
    }
}
