package org.probity.formats.ipc1752;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A part of a mass. It is compared by multiplying, so a limit is never met or missed by rounding.
///
/// @param part and the whole in the same unit; the whole is more than nothing
public record Share(BigDecimal part, BigDecimal whole) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public Share {
        if (whole.signum() <= 0 || part.signum() < 0) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    /// Strictly more: a limit is the most that is tolerated.
    public boolean exceeds(BigDecimal ppm) {
        return part.multiply(MILLION).compareTo(ppm.multiply(whole)) > 0;
    }

    /// For reading; six digits behind the point at most.
    public BigDecimal ppm() {
        BigDecimal rounded = part.multiply(MILLION).divide(whole, 6, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
