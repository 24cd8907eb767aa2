package org.probity.supply.supplier;

import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.shapes.evidence.Evidence;

/** What bringing a file in would do. @param write does it */
record Effect(long added, long changed, long same, Write write) {
    /** Keeps the whole file, with one entry in the log. */
    @FunctionalInterface
    interface Write {
        void keep(UUID batch, Evidence.Item file, Me by);
    }
}
