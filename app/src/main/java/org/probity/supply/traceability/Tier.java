package org.probity.supply.traceability;

import java.util.Set;

/** Where in the making of a module an article is, from the mine to the pallet. */
enum Tier {
    QUARTZ, METALLURGICAL, POLYSILICON, RECLAIM, ROD, BRICK, WAFER, CELL, MODULE, PACKAGE, OTHER;

    /** What the figure of traced silicon counts when a plant of ours uses it: rods and silicon materials that somebody made for us. */
    static final Set<Tier> COUNTED = Set.of(METALLURGICAL, POLYSILICON, ROD);

    /** Where a path may end: nothing of ours is made into it. */
    boolean isOrigin() {
        return this == QUARTZ;
    }

    String key() {
        return "traceability.tier." + name();
    }
}
