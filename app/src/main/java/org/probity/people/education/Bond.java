package org.probity.people.education;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A promise to stay for some months after training that we paid for. Whoever goes earlier owes at most what was paid, less an even part for each whole month
 * they stayed; the fen that does not divide is theirs.
 */
record Bond(BigDecimal most, int months, LocalDate fromDay) {
    BigDecimal owed(LocalDate leaves) {
        if (months == 0 || most.signum() == 0) {
            return BigDecimal.ZERO.setScale(2);
        }
        var stayed = leaves.isBefore(fromDay) ? 0 : Math.min(months, ChronoUnit.MONTHS.between(fromDay, leaves.plusDays(1)));
        return most.multiply(BigDecimal.valueOf(months - stayed)).divide(BigDecimal.valueOf(months), 2, RoundingMode.DOWN);
    }
}
