package org.probity.supply.clearance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.probity.supply.clearance.Clearance.Outcome;
import org.probity.supply.clearance.Clearance.Reason;
import org.probity.supply.clearance.Clearances.Asked;
import org.probity.supply.clearance.Clearances.Computed;

/**
 * What was answered lately, and as of which state of the database. It decides nothing: whether an answer may be given again is asked of PostgreSQL
 * with every question ({@link Clearances#again}), so two nodes need not agree on what they remember, and whoever loses all of it loses time.
 */
final class Remembered {
    /** Some fifty million bytes at the most. When it is full it begins anew: simpler than to know which is the oldest, and paid once in so many answers. */
    private static final int MOST = 60_000;

    /** News are kept for two days ({@link Asking}); nothing may be compared with news that are gone. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** The same words on the same day have the same answer, as long as no fact comes. Who asks and what for does not decide it. */
    private record Words(@Nullable UUID supplier, @Nullable String number, @Nullable String category, @Nullable UUID site, Act act, LocalDate day) {
        static Words of(Asked asked, LocalDate day) {
            var it = asked.question();
            return new Words(it.supplier(), it.number(), it.category(), it.site(), it.act(), day);
        }
    }

    /**
     * An answer without who asked and when.
     *
     * @param told the reasons as they are kept
     * @param state which transactions had been committed when it was computed (a {@code pg_snapshot})
     * @param house since when that PostgreSQL runs: after a fail-over numbers of transactions may mean others
     */
    record Earlier(UUID supplier, Outcome outcome, @Nullable String told, List<Reason> reasons, String state, String house, long nanos) {}

    private final ConcurrentHashMap<Words, Earlier> answers = new ConcurrentHashMap<>();

    Optional<Earlier> of(Asked asked, LocalDate day) {
        return Optional.ofNullable(answers.get(Words.of(asked, day))).filter(it -> System.nanoTime() - it.nanos() < LONGEST.toNanos());
    }

    /** A fact that waits for its place in the log gets one without being changed; until then the answer is not remembered. */
    void keep(Asked asked, LocalDate day, Computed computed) {
        var answer = computed.clearance();
        if (answer.reasons().stream().allMatch(it -> it.record() == null || it.index() != null)) {
            if (answers.size() >= MOST) {
                answers.clear();
            }
            answers.put(Words.of(asked, day), new Earlier(answer.question().supplier(), answer.outcome(), computed.told(), answer.reasons(), computed.state(),
                    computed.house(), System.nanoTime()));
        }
    }
}
