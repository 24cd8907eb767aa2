package org.probity.people.performance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rating as somebody gave it or moved it; its number is the version of the rating. */
public record Assessment(UUID id, UUID cycle, UUID person, int no, UUID scheme, String rating, Origin origin, String words, @Nullable UUID sheet, UUID by, Instant at, List<Because> reasons) {

    public enum Origin { MANAGER, SECOND, CALIBRATION, APPEAL, BROUGHT_IN }

    /** Why, for one commitment. @param result as a figure gave it then; empty: none measures it */
    public record Because(int place, String words, String result) {}
}
