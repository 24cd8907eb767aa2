package org.probity.house.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * One address that is told, and what became of the newest messages to it.
 *
 * @param kinds everything a room of this house tells
 * @param changeOver until when an earlier secret is signed with beside the newest
 * @param fresh the secret just made, shown this once; empty otherwise
 */
public record WebhookPage(
        Endpoint endpoint, List<EventKind> kinds, Optional<Instant> changeOver, String fresh, List<Delivery> deliveries, List<Reason> reasons)
        implements Page {
    /** A kind that no room tells any more is shown by its name. */
    public String words(Screen s, String kind) {
        return Stream.concat(kinds.stream(), Stream.of(Deliveries.TRIAL)).filter(it -> it.name().equals(kind)).findFirst()
                .map(it -> s.t(it.words())).orElse(kind);
    }

    public List<Option> options(Screen s) {
        return kinds.stream().filter(EventKind::offered).map(kind -> new Option(kind.name(), s.t(kind.words()), kind.name())).toList();
    }

    /** Whether a choice was refused, and stands open to be made again. */
    public boolean choosing() {
        return reasons.stream().anyMatch(it -> it.field().equals("kinds"));
    }

    public State state(Screen s) {
        return endpoint.stopped() ? State.bad(s.t("webhook.state.stopped")) : State.good(s.t("webhook.state.told"));
    }

    public State state(Screen s, Delivery it) {
        if (it.arrivedAt() != null) {
            return State.good(s.t("webhook.delivery.arrived"));
        }
        if (it.givenUpAt() != null) {
            return State.bad(s.t("webhook.delivery.given-up"));
        }
        return it.tries() == 0 ? State.none(s.t("webhook.delivery.waits")) : State.warn(s.t("webhook.delivery.again", it.tries()));
    }

    /** What the other side answered, or why it did not. */
    public String answer(Screen s, Delivery it) {
        if (it.status() != null) {
            return it.status().toString();
        }
        return it.trouble().startsWith("webhook.") ? s.t(it.trouble()) : it.trouble();
    }
}
