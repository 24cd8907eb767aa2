package org.probity.disclosure.statement;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Screen;
import org.probity.proof.ReportWords;
import org.probity.proof.Words;

/** Passages that an edition words otherwise than the one before; both wordings stay to be read. */
public record Reworded(Edition by, Edition before, List<ReportWords.Change> changes) {

    public String where(Screen s, ReportWords.Change change) {
        return s.t(Chapter.named(change.part()));
    }

    public String said(Screen s, Optional<Words> words) {
        return words.map(it -> switch (s.lang()) {
            case EN -> it.en();
            case ZH -> it.zh();
        }).orElseGet(() -> s.t("statement.said-nothing"));
    }
}
