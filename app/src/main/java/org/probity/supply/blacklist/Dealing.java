package org.probity.supply.blacklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a colleague declared of dealings of their own. @param refused whether that party is barred, so that it is not allowed */
public record Dealing(UUID id, UUID account, String party, @Nullable UUID supplier, Kind kind, String words, Instant declaredAt, boolean refused) {
    public enum Kind { FAMILY, SHARE, WORK, PURCHASE, OTHER }
}
