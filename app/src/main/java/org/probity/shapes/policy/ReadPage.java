package org.probity.shapes.policy;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;
import org.probity.shapes.policy.Acknowledgements.Reading;
import org.probity.shapes.policy.Policy.Clause;
import org.probity.shapes.policy.Policy.Version;

/**
 * A rule to read to its end and to acknowledge, made for a phone.
 *
 * @param action where the yes goes
 * @param back where the list is
 * @param company whether a company says yes, by whoever speaks for it
 */
public record ReadPage(Version version, List<Clause> clauses, Reading reading, String action, String back, boolean company, List<Reason> reasons) implements Page {
    public boolean waits() {
        return switch (reading.state()) {
            case OWED, SENT_BACK, LAPSED -> true;
            case SENT_IN, MET, WAIVED -> false;
        };
    }

    public State state(Screen s) {
        return MyRulesPage.state(s, reading, s.now().toLocalDate());
    }
}
