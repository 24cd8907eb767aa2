package org.probity.supply.esg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.shapes.form.Filled;
import org.probity.shapes.form.Question;
import org.probity.shapes.form.Sendings;
import org.probity.shapes.form.Sheet;
import org.probity.shapes.form.Sheets;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.springframework.stereotype.Service;

/** What the same supplier answered the year before, and what has moved since. A question's code means the same in every version of its form. */
@Service
class LastYear {
    /** The year before as it was accepted. */
    record Before(int year, Filled filled) {}

    /** An answer that is another now. @param by how far its marks moved; null: one of them has none */
    public record Change(Question question, String was, String is, @org.jspecify.annotations.Nullable BigDecimal by) {}

    private final Sheets sheets;
    private final Sendings sendings;
    private final Obligations obligations;

    LastYear(Sheets sheets, Sendings sendings, Obligations obligations) {
        this.sheets = sheets;
        this.sendings = sendings;
        this.obligations = obligations;
    }

    /** The newest earlier year whose answers were accepted, whether or not they still hold. */
    Optional<Before> of(Sheet sheet) {
        return sheets.of(sheet.party(), sheet.form()).stream().filter(it -> it.period() < sheet.period())
                .filter(it -> obligations.find(it.about()).filter(owed -> owed.state() == State.MET || owed.state() == State.LAPSED).isPresent())
                .findFirst()
                .flatMap(it -> sendings.of(it).stream().findFirst().map(sent -> new Before(it.period(), sendings.filled(it, sent))));
    }

    static List<Change> changes(Filled before, Filled now) {
        var changes = new ArrayList<Change>();
        for (var it : now.asked()) {
            var same = before.form().question(it.code());
            if (same.isEmpty() || !before.asks(same.get()) || !now.answered(it)) {
                continue;
            }
            var was = before.value(it.code());
            var is = now.value(it.code());
            // By the questions of today: a scale that became stricter moves nobody's answer.
            var markThen = it.mark(was, !before.files(it.code()).isEmpty());
            var markNow = now.mark(it);
            var by = markThen.isPresent() && markNow.isPresent() ? markNow.get().subtract(markThen.get()) : null;
            if (!was.equals(is) || by != null && by.signum() != 0) {
                changes.add(new Change(it, was, is, by));
            }
        }
        return changes;
    }

    /** Answers that moved so far that somebody should say why. */
    static List<Change> large(List<Change> changes, BigDecimal from) {
        return changes.stream().filter(it -> it.by() != null && it.by().abs().compareTo(from) >= 0).toList();
    }
}
