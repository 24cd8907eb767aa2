package org.probity.people.performance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of somebody's commitments, signed by them and by their line manager. */
public record Sheet(
        UUID id, UUID cycle, UUID person, int no, String reason, Instant writtenAt, @Nullable Instant signedAt, @Nullable UUID agreedBy, @Nullable Instant agreedAt,
        @Nullable Instant returnedAt, @Nullable String returnWords, List<Commitment> commitments) {

    public enum State { DRAFT, SIGNED, AGREED, RETURNED }

    public State state() {
        return agreedAt != null ? State.AGREED : returnedAt != null ? State.RETURNED : signedAt != null ? State.SIGNED : State.DRAFT;
    }

    public int weight() {
        return commitments.stream().mapToInt(Commitment::weight).sum();
    }
}
