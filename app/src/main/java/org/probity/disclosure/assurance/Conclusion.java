package org.probity.disclosure.assurance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an assurer concluded of a figure of an edition, from all samples that were closed by then.
 *
 * @param shownAt since when everybody may read it; null: only inside
 */
public record Conclusion(
        UUID id, UUID edition, String figure, Outcome outcome, Depth depth, int lookedAt, int exceptions, String firm,
        UUID concludedBy, Instant concludedAt, UUID record, @Nullable Instant shownAt) {

    public enum Outcome { NO_EXCEPTION, EXCEPTIONS }

    /** The two depths that assurance standards know. */
    public enum Depth { LIMITED, REASONABLE }
}
