package org.probity.trace.plant;

/** What was done. Each is one kind of event in a plant's records. */
public enum Deed {
    /** Quartz is weighed out of a mine, or parts come from their maker. */
    MADE_ELSEWHERE,
    /** A crucible, a silo or a bin is taken into use, empty. */
    INSTALLED,
    /** Quartz is reduced to silicon metal and tapped. */
    SMELTED,
    /** Silicon metal becomes trichlorosilane and that polysilicon. */
    DEPOSITED,
    /** Granules go into the silo. */
    STORED,
    PACKED_IN_BAGS,
    /** A crucible is charged, and a rod is pulled. */
    PULLED,
    /** A rod is cropped and squared into bricks. */
    SQUARED,
    /** Reclaim goes into the mixed bin. */
    THROWN_IN,
    /** Reclaim is weighed out of the mixed bin. */
    WEIGHED_OUT,
    /** Bricks are sawn into wafers. */
    SAWN,
    /** Wafers become cells, sorted by bin. */
    MADE_CELLS,
    /** A line is loaded with ribbon, solder, glass and frames. */
    LOADED,
    /** What was loaded is used up; the modules that it went into. */
    USED_UP,
    /** A module is made. */
    ASSEMBLED,
    PALLETISED,
    STUFFED,
    SHIPPED,
    RECEIVED
}
