package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people type, as text, read without surprise: nothing where it cannot be read. */
public final class Typed {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Typed() {}

    public static String words(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** As it stands in codes: capitals without blanks. */
    public static String code(@Nullable String typed) {
        return words(typed).replaceAll("[\\s\\u00a0-]", "").toUpperCase(Locale.ROOT);
    }

    public static Optional<LocalDate> day(@Nullable String typed) {
        return org.probity.house.ui.Typed.day(typed);
    }

    /** A share from a number of hundredths: 60 or 60% is 0.6. */
    static Optional<BigDecimal> share(@Nullable String typed) {
        return number(words(typed).replace("%", "").strip())
                .filter(it -> it.signum() >= 0 && it.compareTo(HUNDRED) <= 0 && it.stripTrailingZeros().scale() <= 7)
                .map(it -> it.divide(HUNDRED).stripTrailingZeros());
    }

    static Optional<BigDecimal> number(String typed) {
        return typed.matches("-?[0-9]{1,15}(\\.[0-9]{1,12})?") ? Optional.of(new BigDecimal(typed)) : Optional.empty();
    }

    public static Optional<UUID> id(@Nullable String typed) {
        return org.probity.house.ui.Typed.id(typed);
    }

    public static <E extends Enum<E>> Optional<E> one(Class<E> of, @Nullable String typed) {
        for (var it : of.getEnumConstants()) {
            if (it.name().equals(words(typed))) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }
}
