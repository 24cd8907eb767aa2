package org.probity.people.reward;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pool and how it was split, in fen.
 *
 * @param agreedAt null: it waits for a second person
 * @param by who put it forward
 */
public record Split(UUID id, UUID period, UUID proposal, String digest, long gain, long people, long company, long held, long drawn, long paid, int members, Instant at, UUID by, @Nullable Instant agreedAt) {}
