package org.probity.house.ui;

import java.util.Optional;

/** The colours a person chose; {@link #SYSTEM} leaves it to their machine. */
public enum Theme {
    SYSTEM, LIGHT, DARK;

    /** As it stands in cookies, forms and {@code data-theme}. */
    public String code() {
        return switch (this) {
            case SYSTEM -> "system";
            case LIGHT -> "light";
            case DARK -> "dark";
        };
    }

    static Optional<Theme> of(String code) {
        for (Theme theme : values()) {
            if (theme.code().equals(code)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }
}
