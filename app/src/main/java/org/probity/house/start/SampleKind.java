package org.probity.house.start;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A sample that a room makes: {@code probity sample KIND FILE}. Rooms name theirs in {@code META-INF/services}, because a command that writes one file opens no
 * house to ask its rooms.
 */
public interface SampleKind {

    /** How it is typed. */
    String spelled();

    /** Streams the sample; the same wish gives the same bytes. */
    void write(OutputStream to, Wish wish) throws IOException;

    /** @param days how many days it tells of */
    record Wish(int days, long seed) {}
}
