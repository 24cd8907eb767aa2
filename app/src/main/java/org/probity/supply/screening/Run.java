package org.probity.supply.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looking for suppliers on lists, and how far it has come. @param opened alerts that it opened */
public record Run(UUID id, Cause cause, Instant begunAt, @Nullable Instant doneAt, long all, long judged, long hits, long opened) {
    public enum Cause { VERSION, SUPPLIER, SETTING }
}
