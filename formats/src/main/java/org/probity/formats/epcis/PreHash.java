package org.probity.formats.epcis;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// The octets of a pre-hash while it is being written, with lists that are sorted where they stand.
///
/// A list is begun, its items are written one behind the other, each ended by [#item], and then [#sort] puts them in the order of their octets. Lists
/// can stand in items of lists.
///
/// The standard joins values without a sign between them. Where ends are wanted, octets that no UTF-8 has stand behind each value, item and list, so that
/// nobody can cut the same octets into other values.
final class PreHash {

    private static final byte VALUE_END = (byte) 0xff, ITEM_END = (byte) 0xfe, LIST_END = (byte) 0xfd;

    private final boolean newerMeasurements;
    private final boolean ends;
    private byte[] octets = new byte[4_096];
    private int length;
    /// For each open list the ends of its items, its own start before them.
    private int[] marked = new int[64];
    private int marks;
    private byte[] sorted = new byte[1_024];
    private int[] order = new int[64];
    private int[] merged = new int[64];

    /// @param newerMeasurements whether GS1's measurements stand at their newer address
    /// @param ends whether each value, item and list has an end
    PreHash(boolean newerMeasurements, boolean ends) {
        this.newerMeasurements = newerMeasurements;
        this.ends = ends;
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

    /// The end of a value, where ends are wanted.
    PreHash end() {
        if (ends) {
            sign(VALUE_END);
        }
        return this;
    }

    private void sign(byte sign) {
        room(1);
        octets[length++] = sign;
    }

    /// A value in the one form it has: words of the vocabulary and names of things as addresses, numbers without what does not count.
    void value(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        append(switch (encoded.length == 0 ? ' ' : encoded[0]) {
            case 'h', 'H' -> Links.isCanonical(encoded) ? encoded : address(Cbv.address(DigitalLink.canonical(value)));
            case 'u', 'U' -> address(Cbv.address(DigitalLink.canonical(value)));
            case 'c', 'g' -> address(Cbv.address(value));
            case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(value, encoded);
            default -> encoded;
        });
        end();
    }

    private byte[] address(String address) {
        return (newerMeasurements ? Cbv.newer(address) : address).getBytes(StandardCharsets.UTF_8);
    }

    /// What reads as a number is one, also in a field of others. Longer than any number that somebody means, it stays as it is; so it does where nothing may be
    /// taken for something else.
    private byte[] number(String value, byte[] encoded) {
        BigDecimal number = ends ? null : Numbers.exact(value);
        return number == null ? encoded : number.toPlainString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// An amount, without trailing zeros and without an exponent.
    void amount(BigDecimal amount) {
        if (amount.scale() == 0 && amount.precision() <= 18) {
            whole(amount.longValue());
        } else {
            ascii(Numbers.plain(amount));
        }
        end();
    }

    private void whole(long number) {
        room(20);
        if (number < 0) {
            octets[length++] = '-';
            number = -number;
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        length += digits;
        for (int at = length - 1; digits > 0; digits--, number /= 10) {
            octets[at--] = (byte) ('0' + number % 10);
        }
    }

    /// A time of a sensor, as the reader left it.
    void moment(String value) {
        Instant moment = Time.read(value);
        if (moment == null) {
            text(value).end();
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
        end();
    }

    // Lists

    /// Begins a list here; what it answers ends it.
    int begin() {
        push(length);
        return marks - 1;
    }

    /// Ends an item here; one in which nothing was written is none.
    void item() {
        if (length > marked[marks - 1]) {
            if (ends) {
                sign(ITEM_END);
            }
            push(length);
        }
    }

    private void push(int end) {
        if (marks == marked.length) {
            marked = Arrays.copyOf(marked, 2 * marks);
        }
        marked[marks++] = end;
    }

    /// Ends a list, its items in the order of their octets; what stands in that order already is not touched.
    void sort(int mark) {
        int count = marks - mark - 1;
        if (!isSorted(mark)) {
            if (order.length < 2 * count) {
                order = new int[4 * count];
                merged = new int[4 * count];
            }
            for (int i = 0; i < count; i++) {
                order[2 * i] = marked[mark + i];
                order[2 * i + 1] = marked[mark + i + 1];
            }
            mergeSort(count);
            int start = marked[mark];
            if (sorted.length < length - start) {
                sorted = new byte[2 * (length - start)];
            }
            int at = 0;
            for (int i = 0; i < count; i++) {
                int many = order[2 * i + 1] - order[2 * i];
                System.arraycopy(octets, order[2 * i], sorted, at, many);
                at += many;
            }
            System.arraycopy(sorted, 0, octets, start, at);
        }
        marks = mark;
        if (ends) {
            sign(LIST_END);
        }
    }

    /// Pairs of begin and end, from the bottom up.
    private void mergeSort(int count) {
        for (int run = 1; run < count; run *= 2) {
            for (int low = 0; low < count; low += 2 * run) {
                int middle = Math.min(low + run, count);
                int high = Math.min(low + 2 * run, count);
                for (int one = low, other = middle, at = low; at < high; at++) {
                    boolean first = one < middle && (other >= high || compare(one, other) <= 0);
                    int from = first ? one++ : other++;
                    merged[2 * at] = order[2 * from];
                    merged[2 * at + 1] = order[2 * from + 1];
                }
            }
            int[] swapped = order;
            order = merged;
            merged = swapped;
        }
    }

    private int compare(int one, int other) {
        return Arrays.compareUnsigned(octets, order[2 * one], order[2 * one + 1], octets, order[2 * other], order[2 * other + 1]);
    }

    private boolean isSorted(int mark) {
        for (int i = mark + 2; i < marks; i++) {
            if (Arrays.compareUnsigned(octets, marked[i - 2], marked[i - 1], octets, marked[i - 1], marked[i]) > 0) {
                return false;
            }
        }
        return true;
    }
}
