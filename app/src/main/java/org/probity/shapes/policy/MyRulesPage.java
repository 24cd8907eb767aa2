package org.probity.shapes.policy;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Task;
import org.probity.shapes.policy.Acknowledgements.Reading;
import org.probity.shapes.policy.Policy.Version;

/** The rules that bind whoever looks, those to be read first. */
public record MyRulesPage(List<Line> lines, LocalDate today) implements Page {
    public record Line(Reading reading, Version version) {
        boolean waits() {
            return reading.state() != org.probity.shapes.obligation.State.MET;
        }
    }

    public List<Task> waiting(Screen s) {
        return tasks(s, true);
    }

    public List<Task> done(Screen s) {
        return tasks(s, false);
    }

    private List<Task> tasks(Screen s, boolean waiting) {
        return lines.stream().filter(it -> it.waits() == waiting)
                .map(it -> new Task(it.version().title(s.lang()), "/app/my/rules/" + it.reading().id(), s.t("policy.version-no", it.version().no()),
                        waiting ? s.time(it.reading().dueDay()) : Html.words(s.t("policy.holds-until", String.valueOf(it.reading().validUntil()))), state(s, it.reading(), today)))
                .toList();
    }

    /** How a reading stands, in words for both sides. */
    static State state(Screen s, Reading it, LocalDate today) {
        return switch (it.state()) {
            case MET, SENT_IN -> State.good(s.t("policy.read"));
            case OWED, SENT_BACK, LAPSED -> it.dueDay().isBefore(today) ? State.bad(s.t("policy.late")) : State.warn(s.t("policy.to-read"));
            case WAIVED -> State.none(s.t("policy.let-go"));
        };
    }
}
