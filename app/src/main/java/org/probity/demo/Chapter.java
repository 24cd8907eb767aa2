package org.probity.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One thing that happened in the invented company, told in a transaction of its own, in its own time.
 *
 * @param name told once in a home; never changed, because a home that was filled by an earlier version knows it
 * @param beside chapters of one moment that bear the same word here touch nothing of each other and may be told at once; empty: told alone
 */
record Chapter(String name, Instant moment, String beside, Runnable act) {
    /** In the morning of a day. */
    static Chapter on(LocalDate day, String name, Runnable act) {
        return beside("", day, name, act);
    }

    /** Of suppliers whom no other chapter of that moment and that word is about. */
    static Chapter beside(String others, LocalDate day, String name, Runnable act) {
        return new Chapter(name, day.atTime(LocalTime.of(9, 30)).atZone(ZoneId.of("Asia/Shanghai")).toInstant(), others, act);
    }

    boolean mayGoWith(Chapter other) {
        return !beside.isEmpty() && beside.equals(other.beside) && moment.equals(other.moment);
    }
}
