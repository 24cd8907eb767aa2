package org.probity.shapes.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.house.access.Me;
import org.probity.house.access.Role;

/**
 * A kind of case, as the room tells it that opens them: a bean each. Its words are messages of that room: {@code <key>} what a case is about
 * ("Audit finding"), {@code <key>.<SEVERITY>} for each severity.
 *
 * @param handlers who of us accepts, returns, verifies and closes
 * @param href where a subject is shown to us; empty where nowhere
 * @param spans the days of the room's pack; the newest that has begun holds, unless the house chose others
 */
public record CaseKind(String key, Set<Role> handlers, Function<UUID, String> href, List<Span> spans) {
    /**
     * How long it may take, in calendar days from the day a case is opened.
     *
     * @param source the standard and clause, or whose rule it is; a source that was not confirmed says so
     */
    public record Span(String severity, LocalDate from, int planDays, int closeDays, String source) {
        public Span {
            if (planDays < 1 || closeDays < planDays || source.isBlank()) {
                throw new IllegalArgumentException("a plan comes before the closing, and both have a source: " + severity + " " + planDays + " " + closeDays);
            }
        }
    }

    public CaseKind {
        handlers = Set.copyOf(handlers);
        spans = List.copyOf(spans);
    }

    public boolean handledBy(Me me) {
        return handlers.stream().anyMatch(me::is);
    }
}
