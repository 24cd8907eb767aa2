package org.probity.supply.minerals;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Finding;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Sheet;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.PortalPage;

/**
 * Where a supplier sends one paper and reads what became of it.
 *
 * @param paper the newest they sent
 * @param file its file
 * @param cells what stands in its cells
 * @param ahead how many workbooks are read before it, while it waits to be read
 */
public record SendPage(
        Obligation obligation, PaperKind kind, @Nullable Paper paper, Evidence.@Nullable Item file, Map<String, String> cells,
        List<Paper.Finding> findings, long ahead, List<Obligation> history, LocalDate today, List<Reason> reasons) implements Page {

    public int step() {
        return switch (obligation.state()) {
            case OWED, LAPSED, WAIVED -> 0;
            case SENT_BACK -> 1;
            case SENT_IN -> 2;
            case MET -> 3;
        };
    }

    /** It is kept and stands in line for a reader. */
    public boolean waitsToBeRead() {
        return paper != null && paper.readAt() == null;
    }

    public boolean maySend() {
        return obligation.state().mayBecome(State.SENT_IN) && obligation.state() != State.MET && !waitsToBeRead();
    }

    public org.probity.house.ui.parts.State state(Screen s) {
        return PortalPage.state(s, obligation, today);
    }

    public List<Sheet> sheets() {
        return new SheetView(cells, Paper.mustCorrect(findings)).pieces();
    }

    public List<Finding> mustCorrect(Screen s) {
        return told(s, Paper.mustCorrect(findings), it -> null);
    }

    public List<Finding> lookAt(Screen s) {
        return told(s, findings.stream().filter(it -> it.severity() == Paper.Finding.Severity.LOOK_AT).toList(), it -> null);
    }

    static List<Finding> told(Screen s, List<Paper.Finding> findings, Function<Paper.Finding, @Nullable Content> act) {
        return findings.stream()
                .map(it -> new Finding(it.no(), SheetView.mark(it), it.sheet() + "!" + it.address(), it.words(s.lang()),
                        it.value().isEmpty() ? "" : s.t("minerals.you-wrote", it.value()), act.apply(it)))
                .toList();
    }

    /** Why it came back: a person's own words, or what the reader says. */
    public Optional<String> sentBack(Screen s) {
        return obligation.state() != State.SENT_BACK ? Optional.empty()
                : Optional.of(Optional.ofNullable(paper).flatMap(it -> it.unreadable(s.lang())).orElseGet(() -> reason(s, obligation.reason())));
    }

    static String reason(Screen s, String reason) {
        return reason.startsWith("cmrt.unreadable.") || reason.startsWith("minerals.") ? s.t(reason.startsWith("cmrt.") ? "minerals.unreadable" : reason) : reason;
    }

    public List<Event> events(Screen s) {
        var events = new ArrayList<Event>();
        for (var step : history) {
            events.add(new Event(mark(step.state()), s.t("minerals.step." + step.state()), reason(s, step.reason()), s.instant(step.at())));
        }
        return events;
    }

    static Mark mark(State state) {
        return switch (state) {
            case OWED, WAIVED -> Mark.NONE;
            case SENT_IN -> Mark.NOTE;
            case SENT_BACK -> Mark.WARN;
            case MET -> Mark.GOOD;
            case LAPSED -> Mark.BAD;
        };
    }
}
