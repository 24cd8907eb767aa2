package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.util.Optional;
import org.probity.disclosure.targets.Target;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/**
 * A figure against its target, a missed one in the same size as a met one.
 *
 * @param target empty where the company has set none
 * @param standing against it, on the day up to which the value speaks; empty without a target or a value
 * @param before the year before, for the ring in the chart
 * @param href where the figure stands
 */
public record Aim(Shown view, Optional<Target> target, Optional<Target.Standing> standing, Optional<BigDecimal> before, String href) {
    public String aim(Screen s) {
        return target.map(it -> it.shown(s, view.figure().unit())).orElse("–");
    }

    public Optional<Chart> bullet(Screen s) {
        return target.flatMap(it -> view.value().map(is -> it.bullet(s, view.title(s), is, before, view.figure().unit())));
    }

    /** Whether a target was set and not reached when the year was over. */
    public boolean missed() {
        return standing.filter(it -> it == Target.Standing.MISSED).isPresent();
    }

    public State state(Screen s) {
        if (view.value().isEmpty()) {
            return State.none(s.t("statement.nothing-counted"));
        }
        return target.map(it -> it.state(s, view.value().get(), standing.orElseThrow())).orElseGet(() -> State.none(s.t("statement.no-target")));
    }
}
