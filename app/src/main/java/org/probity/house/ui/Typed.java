package org.probity.house.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type into fields and addresses, read without surprise: nothing where it cannot be read. */
public final class Typed {
    private Typed() {}

    public static String words(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The year first, as in 2026-05-01, 2026/5/1 (which is how spreadsheet programs in China save it), 2026.5.1 and 2026年5月1日, alone or with the hour of midnight. */
    private static final Pattern DAY = Pattern.compile("([0-9]{4})(?:([-/.])([0-9]{1,2})\\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)(?: 0?0:00(?::00)?)?");

    /**
     * A day somebody can mean, the year first; where it is not, nobody knows which is the month. Java knows days of the year 999,999,999; no table does, and nothing falls due
     * on them.
     */
    public static Optional<LocalDate> day(@Nullable String typed) {
        var read = DAY.matcher(words(typed));
        if (!read.matches()) {
            return Optional.empty();
        }
        var month = read.group(3) == null ? read.group(5) : read.group(3);
        var day = read.group(4) == null ? read.group(6) : read.group(4);
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(read.group(1)), Integer.parseInt(month), Integer.parseInt(day))).filter(it -> it.getYear() >= 1900 && it.getYear() <= 2200);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    public static Optional<UUID> id(@Nullable String typed) {
        var words = words(typed).toLowerCase(Locale.ROOT);
        return words.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(words)) : Optional.empty();
    }

    /** A word of a closed list, as the list calls it. */
    public static <E extends Enum<E>> Optional<E> one(E[] values, @Nullable String typed) {
        return Arrays.stream(values).filter(it -> it.name().equals(typed)).findFirst();
    }

    /** A whole number of up to six digits. @param otherwise when it is none */
    public static int number(@Nullable String typed, int otherwise) {
        var words = words(typed);
        return words.matches("[0-9]{1,6}") ? Integer.parseInt(words) : otherwise;
    }
}
