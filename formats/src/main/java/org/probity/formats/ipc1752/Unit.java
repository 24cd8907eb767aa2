package org.probity.formats.ipc1752;

import java.math.BigDecimal;
import java.util.Optional;

/// The units of the form: masses, and shares of a mass.
public enum Unit {
    UG("ug", "0.001", false), MG("mg", "1", false), G("g", "1000", false), KG("kg", "1000000", false),
    PPM("ppm", "1", true), MASS_PERCENT("massPercent", "10000", true);

    private final String spelled;
    private final BigDecimal factor;
    private final boolean share;

    Unit(String spelled, String factor, boolean share) {
        this.spelled = spelled;
        this.factor = new BigDecimal(factor);
        this.share = share;
    }

    /// As programs write it, in any case.
    static Optional<Unit> of(String text) {
        for (Unit unit : values()) {
            if (unit.spelled.equalsIgnoreCase(text)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    public boolean isShare() {
        return share;
    }

    /// In milligrams, or in parts per million.
    BigDecimal of(BigDecimal number) {
        return number.multiply(factor);
    }
}
