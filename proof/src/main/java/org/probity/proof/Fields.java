package org.probity.proof;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The members of one object of a file that we specify: each is taken with its type, and one that nobody took is a fault. */
final class Fields {

    private static final BigDecimal SAFE = BigDecimal.valueOf((1L << 53) - 1);

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Json.Obj object;
    private final String where;
    private final Set<String> taken = new HashSet<>();

    private Fields(Json.Obj object, String where) {
        this.object = object;
        this.where = where;
    }

    static Fields of(Json json, String where) {
        if (json instanceof Json.Obj object) {
            return new Fields(object, where);
        }
        throw new Malformed("json.shape", where + " is no object");
    }

    boolean has(String key) {
        return object.get(key).isPresent();
    }

    Json any(String key) {
        taken.add(key);
        return object.get(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    String text(String key) {
        return any(key) instanceof Json.Str(String text) ? text : otherwise(key, "is no text");
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    boolean bool(String key) {
        return any(key) instanceof Json.Bool(boolean bool) ? bool : otherwise(key, "is neither true nor false");
    }

    /** Whole, not below zero, at most 2^53-1. */
    long whole(String key) {
        if (any(key) instanceof Json.Num(BigDecimal number) && number.signum() >= 0 && number.scale() <= 0 && number.compareTo(SAFE) <= 0) {
            return number.longValueExact();
        }
        return otherwise(key, "is no whole number");
    }

    Hash hash(String key) {
        String digits = text(key);
        if (!Hash.isHex(digits)) {
            throw wrong(key, "is no hash");
        }
        return Hash.hex(digits);
    }

    LocalDate day(String key) {
        return toDay(text(key));
    }

    /** A day of the calendar, as 2026-03-31. */
    static LocalDate toDay(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noDay) {
            // falls through to the one refusal
        }
        throw new Malformed("days.form", "not a day");
    }

    /** A second in UTC, as 2026-03-31T08:00:00Z. */
    Instant instant(String key) {
        String text = text(key);
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")) {
                Instant instant = Instant.parse(text);
                if (instant.toString().equals(text)) {
                    return instant;
                }
            }
        } catch (DateTimeException noTime) {
            // falls through to the one refusal
        }
        throw wrong(key, "is no time");
    }

    Words words(String key) {
        return Words.from(object(key));
    }

    List<Json> list(String key) {
        return any(key) instanceof Json.Arr(List<Json> items) ? items : otherwise(key, "is no list");
    }

    Fields object(String key) {
        return of(any(key), where + "." + key);
    }

    Map<String, Json> members() {
        taken.addAll(object.members().keySet());
        return object.members();
    }

    Json.Obj json() {
        return object;
    }

    void noOthers() {
        for (String key : object.members().keySet()) {
            if (!taken.contains(key)) {
                throw wrong(key, "is not a member known here");
            }
        }
    }

    private <T> T otherwise(String key, String what) {
        throw wrong(key, what);
    }

    Malformed wrong(String key, String what) {
        return new Malformed("json.shape", where + "." + key + " " + what);
    }
}
