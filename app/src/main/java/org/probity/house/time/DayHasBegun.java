package org.probity.house.time;

import java.time.LocalDate;

/**
 * A day of the house begins: things fall due, remind and lapse. Published once for every calendar day, in order, in a transaction of its
 * own, on whichever node is first; what a listener writes is written with it or not at all. After a time out of service the missed days
 * follow one another, so a listener goes by {@link #day} and not by the clock.
 */
public record DayHasBegun(LocalDate day) {}
