package org.probity.supply.traceability;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.traceability.CaptureHealth.Sender;

/** How the intake of events does. */
public record HealthPage(CaptureHealth.Now now, List<Sender> senders) implements Page {
    /** A chain that is told of later than this is of little use for a shipment. */
    private static final Duration SILENT = Duration.ofDays(14);
    /** More than a clock that was set by hand may be wrong. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    public List<Sum> sums(Screen s) {
        return List.of(new Sum(s.t("traceability.files-waiting"), s.number(now.waiting()), now.oldest() == null ? "" : s.t("traceability.since", s.instant(now.oldest().toInstant())), "/app/traceability/captures", now.waiting() > 0 && late(s)),
                new Sum(s.t("traceability.files-today"), s.number(now.files())), new Sum(s.t("traceability.events-today"), s.number(now.events()), s.t("traceability.duplicates-of", now.duplicates()), "", false),
                new Sum(s.t("traceability.refused-today"), s.number(now.refusedFiles()), s.t("traceability.refused-events", now.refusedEvents()), "", now.refusedFiles() > 0),
                new Sum(s.t("traceability.per-second"), s.number(now.perSecond())));
    }

    private boolean late(Screen s) {
        return now.oldest() != null && now.oldest().toInstant().isBefore(s.now().toInstant().minus(Duration.ofMinutes(10)));
    }

    public boolean empty() {
        return senders.isEmpty();
    }

    public Table<?> table(Screen s) {
        return Table.of(s, senders)
                .caption(s.t("traceability.senders"))
                .head("traceability.sender", it -> it.supplier() == null ? new Link(s.t("traceability.our-plants"), "") : new Link(Optional.ofNullable(it.name(s.lang())).orElse(""), "/app/suppliers/" + it.supplier()))
                .state("traceability.state", it -> state(it, s))
                .number("traceability.files", Sender::files)
                .number("traceability.refused", Sender::refused)
                .text("traceability.last-sent", it -> s.time(it.lastSent().toInstant()))
                .text("traceability.last-event", it -> Optional.ofNullable(it.lastEvent()).map(at -> s.time(at.toInstant())))
                .text("traceability.delay", it -> Optional.ofNullable(it.delay()).map(seconds -> lasts(Math.max(0, seconds), s)))
                .text("traceability.ahead-of-us", it -> it.ahead() == 0 ? "" : lasts(it.ahead(), s))
                .number("traceability.refused-as-future", Sender::future);
    }

    private static String lasts(long seconds, Screen s) {
        return seconds >= 86_400 ? s.t("traceability.lasts-days", seconds / 86_400) : seconds >= 3_600 ? s.t("traceability.lasts-hours", seconds / 3_600) : seconds >= 60
                ? s.t("traceability.lasts-minutes", seconds / 60) : s.t("traceability.lasts-seconds", seconds);
    }

    private static State state(Sender it, Screen s) {
        if (it.ahead() > AHEAD.toSeconds() || it.future() > 0) {
            return State.bad(s.t("traceability.clock-ahead"));
        }
        if (it.lastEvent() == null) {
            return State.warn(s.t("traceability.nothing-taken"));
        }
        return it.lastEvent().toInstant().isBefore(s.now().toInstant().minus(SILENT)) ? State.warn(s.t("traceability.silent")) : State.good(s.t("traceability.flows"));
    }
}
