package org.probity.formats.epcis;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// The octets of a pre-hash while it is being written, with lists that are sorted where they stand.
///
/// A list is begun, its items are written one behind the other, each ended by [#item], and then [#sort] puts them in the order of their octets. Lists
/// can stand in items of lists.
final class PreHash {

    private final boolean newerMeasurements;
    private byte[] octets = new byte[4_096];
    private int length;
    /// For each open list the ends of its items, its own start before them.
    private int[] ends = new int[64];
    private int marks;
    private byte[] sorted = new byte[1_024];

    /// @param newerMeasurements whether GS1's measurements stand at their newer address
    PreHash(boolean newerMeasurements) {
        this.newerMeasurements = newerMeasurements;
    }

    void clear() {
        length = 0;
        marks = 0;
    }

    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(octets, 0, length, StandardCharsets.UTF_8);
    }

    PreHash text(String text) {
        append(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void append(byte[] encoded) {
        room(encoded.length);
        System.arraycopy(encoded, 0, octets, length, encoded.length);
        length += encoded.length;
    }

    /// The same for what is known to be ASCII, copied at once: half of a pre-hash are names of fields.
    @SuppressWarnings("deprecation")
    PreHash ascii(String text) {
        int chars = text.length();
        room(chars);
        text.getBytes(0, chars, octets, length);
        length += chars;
        return this;
    }

    private void room(int more) {
        if (octets.length - length < more) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, Math.addExact(length, more)));
        }
    }

    /// A value in the one form it has: words of the vocabulary and names of things as addresses, numbers without what does not count.
    void value(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        switch (encoded.length == 0 ? ' ' : encoded[0]) {
            case 'h', 'H' -> {
                if (Links.isCanonical(encoded)) {
                    append(encoded);
                } else {
                    address(Cbv.address(DigitalLink.canonical(value)));
                }
            }
            case 'u', 'U' -> address(Cbv.address(DigitalLink.canonical(value)));
            case 'c', 'g' -> address(Cbv.address(value));
            case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(value);
            default -> append(encoded);
        }
    }

    private void address(String address) {
        text(newerMeasurements ? Cbv.newer(address) : address);
    }

    /// What reads as a number is one, also in a field of others. Longer than any number that somebody means, it stays as it is.
    private void number(String value) {
        BigDecimal number = Numbers.exact(value);
        if (number == null) {
            text(value);
        } else {
            ascii(number.toPlainString());
        }
    }

    /// A time of a sensor, as the reader left it.
    void moment(String value) {
        Instant moment = Time.read(value);
        if (moment == null) {
            text(value);
        } else {
            time(moment);
        }
    }

    /// In UTC, to the millisecond, the fourth digit rounding half up.
    void time(Instant instant) {
        long seconds = instant.getEpochSecond();
        int millis = (instant.getNano() + 500_000) / 1_000_000;
        if (millis == 1_000) {
            seconds++;
            millis = 0;
        }
        room(32);
        length = Time.write(seconds, millis, octets, length);
    }

    // Lists

    /// Begins a list here; what it answers ends it.
    int begin() {
        push(length);
        return marks - 1;
    }

    /// Ends an item here; one in which nothing was written is none.
    void item() {
        if (length > ends[marks - 1]) {
            push(length);
        }
    }

    private void push(int end) {
        if (marks == ends.length) {
            ends = Arrays.copyOf(ends, 2 * marks);
        }
        ends[marks++] = end;
    }

    void sort(int mark) {
        if (!isSorted(mark)) {
            int count = marks - mark - 1;
            Item[] items = new Item[count];
            for (int i = 0; i < count; i++) {
                items[i] = new Item(ends[mark + i], ends[mark + i + 1]);
            }
            Arrays.sort(items, (a, b) -> Arrays.compareUnsigned(octets, a.from, a.to, octets, b.from, b.to));
            int start = ends[mark];
            if (sorted.length < length - start) {
                sorted = new byte[2 * (length - start)];
            }
            int at = 0;
            for (Item item : items) {
                System.arraycopy(octets, item.from, sorted, at, item.to - item.from);
                at += item.to - item.from;
            }
            System.arraycopy(sorted, 0, octets, start, at);
        }
        marks = mark;
    }

    private record Item(int from, int to) {
    }

    private boolean isSorted(int mark) {
        for (int i = mark + 2; i < marks; i++) {
            if (Arrays.compareUnsigned(octets, ends[i - 2], ends[i - 1], octets, ends[i - 1], ends[i]) > 0) {
                return false;
            }
        }
        return true;
    }
}
