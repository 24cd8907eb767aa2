package org.probity.supply.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what people typed; what cannot be read is not there. */
final class Typed {
    private Typed() {}

    static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    static Optional<UUID> id(@Nullable String typed) {
        return typed != null && typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    }

    static int number(@Nullable String typed, int otherwise) {
        return typed != null && typed.strip().matches("[0-9]{1,6}") ? Integer.parseInt(typed.strip()) : otherwise;
    }
}
