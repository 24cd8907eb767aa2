package org.probity.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A JSON value (RFC 8259) within I-JSON (RFC 7493): no key twice, no half of a surrogate pair, valid UTF-8, at most {@value #DEPTH_MAX}
 * levels deep. {@link #canonical()} writes it by RFC 8785, the one spelling over which everything in Probity is hashed.
 *
 * <p>Trap: RFC 8785 writes numbers as ECMAScript does, through a binary double. Amounts therefore travel as strings ("128790.46") and only
 * whole numbers up to 2<sup>53</sup>-1 as numbers.
 */
public sealed interface Json {

    int DEPTH_MAX = 64;

    /** Keys are kept in the order of their UTF-16 code units, RFC 8785 section 3.2.3. */
    record Obj(SequencedMap<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableSequencedMap(new TreeMap<>(members));
        }

        public Optional<Json> get(String key) {
            return Optional.ofNullable(members.get(key));
        }

        /** The same object with one member more, or another value for it. */
        public Obj with(String key, @Nullable Object value) {
            TreeMap<String, Json> more = new TreeMap<>(members);
            more.put(key, Json.of(value));
            return new Obj(more);
        }

        public Obj without(String key) {
            TreeMap<String, Json> fewer = new TreeMap<>(members);
            fewer.remove(key);
            return new Obj(fewer);
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String value) implements Json {}

    record Num(BigDecimal value) implements Json {}

    record Bool(boolean value) implements Json {}

    /** The literal {@code null}. */
    record Null() implements Json {}

    static Json parse(byte[] utf8) {
        return new JsonReader(utf8).whole();
    }

    static Json parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Accepts only bytes that {@link #canonical()} would write, so that a hash of the bytes is a hash of the value. */
    static Json parseCanonical(byte[] utf8) {
        Json value = parse(utf8);
        if (!Arrays.equals(value.canonical(), utf8)) {
            throw new Malformed("json.canonical", "not in the form of RFC 8785");
        }
        return value;
    }

    /**
     * From what Java code has at hand: maps with string keys, lists, arrays of objects, strings, booleans, whole numbers, null. Decimals,
     * days and instants become strings, because a double or a time zone would otherwise creep in.
     */
    static Json of(@Nullable Object value) {
        return switch (value) {
            case null -> new Null();
            case Json json -> json;
            case String text -> new Str(text);
            case Boolean bool -> new Bool(bool);
            case Integer number -> new Num(BigDecimal.valueOf(number));
            case Long number -> new Num(whole(number));
            case BigInteger number -> new Str(number.toString());
            case BigDecimal number -> new Str(number.toPlainString());
            case LocalDate day -> new Str(day.toString());
            case Instant instant -> new Str(instant.toString());
            case Hash hash -> new Str(hash.hex());
            case Enum<?> constant -> new Str(constant.name());
            case Optional<?> optional -> of(optional.orElse(null));
            case Map<?, ?> map -> {
                TreeMap<String, Json> members = new TreeMap<>();
                map.forEach((key, member) -> members.put((String) key, of(member)));
                yield new Obj(members);
            }
            case Iterable<?> items -> {
                List<Json> list = new ArrayList<>();
                items.forEach(item -> list.add(of(item)));
                yield new Arr(list);
            }
            case Object[] items -> of(Arrays.asList(items));
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass().getName());
        };
    }

    /** An object from alternating keys and values. */
    static Obj object(@Nullable Object... keysAndValues) {
        TreeMap<String, Json> members = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String key = (String) Objects.requireNonNull(keysAndValues[i]);
            if (members.put(key, of(keysAndValues[i + 1])) != null) {
                throw new IllegalArgumentException("key twice: " + key);
            }
        }
        return new Obj(members);
    }

    private static BigDecimal whole(long number) {
        if (Math.abs(number) > (1L << 53) - 1) {
            throw new IllegalArgumentException(number + " is beyond 2^53-1; write it as a string");
        }
        return BigDecimal.valueOf(number);
    }

    /** The bytes of RFC 8785, JSON Canonicalization Scheme. */
    default byte[] canonical() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    default String text() {
        StringBuilder out = new StringBuilder(512);
        JsonWriter.write(this, out);
        return out.toString();
    }
}
