package org.probity.supply.traceability;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of one table as COPY takes them in its binary form: a row says how many fields it has, and each field how long it is. */
final class Rows {
    /** Signature, no flags, nothing behind the head. */
    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int NOTHING = -1;
    private static final int PIECE = 1 << 16;
    /** Types as PostgreSQL numbers them. */
    private static final int INT4 = 23;
    private static final int INT8 = 20;
    /** PostgreSQL counts from 2000. */
    private static final long SECONDS_TO_2000 = 946_684_800;

    /** Whoever takes rows. */
    interface To {
        void write(byte[] bytes, int from, int length) throws SQLException;
    }

    private byte[] bytes;
    private int size;

    /** Whole rows. */
    static Rows of() {
        var rows = new Rows(1 << 16);
        rows.put(HEAD);
        return rows;
    }

    /** Fields of one row, to be put into it later. */
    static Rows part() {
        return new Rows(512);
    }

    private Rows(int capacity) {
        bytes = new byte[capacity];
    }

    Rows row(int fields) {
        room(2);
        bytes[size++] = (byte) (fields >> 8);
        bytes[size++] = (byte) fields;
        return this;
    }

    Rows part(byte[] fields) {
        put(fields);
        return this;
    }

    Rows text(@Nullable String value) {
        return value == null ? nothing() : bytes(clean(value).getBytes(StandardCharsets.UTF_8));
    }

    Rows bytes(byte[] value) {
        number(value.length);
        put(value);
        return this;
    }

    Rows bigint(@Nullable Long value) {
        return value == null ? nothing() : bigint(value.longValue());
    }

    Rows bigint(long value) {
        number(8);
        twice(value);
        return this;
    }

    Rows integer(int value) {
        number(4);
        number(value);
        return this;
    }

    Rows integers(int[] values) {
        list(INT4, values.length, 0, 4);
        for (var value : values) {
            integer(value);
        }
        return this;
    }

    Rows bigints(long[] values) {
        list(INT8, values.length, 0, 8);
        for (var value : values) {
            bigint(value);
        }
        return this;
    }

    /** Some of them may be missing. */
    Rows bigints(List<@Nullable Long> values) {
        list(INT8, values.size(), (int) values.stream().filter(Objects::isNull).count(), 8);
        values.forEach(this::bigint);
        return this;
    }

    /** An array: how long all of it is, how many dimensions, whether something is missing, of which type, how many from which number on. */
    private void list(int type, int size, int missing, int bytes) {
        number(size == 0 ? 12 : 20 + 4 * size + bytes * (size - missing));
        number(size == 0 ? 0 : 1);
        number(missing == 0 ? 0 : 1);
        number(type);
        if (size > 0) {
            number(size);
            number(1);
        }
    }

    Rows uuid(UUID value) {
        number(16);
        twice(value.getMostSignificantBits());
        twice(value.getLeastSignificantBits());
        return this;
    }

    /** PostgreSQL counts microseconds; what is finer is cut off. */
    Rows time(Instant value) {
        return bigint(Math.subtractExact(micros(value), SECONDS_TO_2000 * 1_000_000L));
    }

    /** Of the epoch, as the database would say it. */
    static long micros(Instant value) {
        return Math.addExact(Math.multiplyExact(value.getEpochSecond(), 1_000_000L), value.getNano() / 1_000);
    }

    private Rows nothing() {
        number(NOTHING);
        return this;
    }

    boolean isEmpty() {
        return size <= HEAD.length;
    }

    byte[] taken() {
        return Arrays.copyOf(bytes, size);
    }

    /** Has all rows, and the sign that there are no more, written. Then there are none, and others may take their place: what grew to hundreds of kilobytes is not made anew for each lot. */
    void write(To to) throws SQLException {
        row(NOTHING);
        for (var from = 0; from < size; from += PIECE) {
            to.write(bytes, from, Math.min(PIECE, size - from));
        }
        size = HEAD.length;
    }

    /** No text of the database holds a zero byte. */
    static String clean(String value) {
        return value.indexOf('\0') < 0 ? value : value.replace("\0", "");
    }

    private void twice(long value) {
        number((int) (value >> 32));
        number((int) value);
    }

    private void number(int value) {
        room(4);
        bytes[size++] = (byte) (value >> 24);
        bytes[size++] = (byte) (value >> 16);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void put(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
        }
    }
}
