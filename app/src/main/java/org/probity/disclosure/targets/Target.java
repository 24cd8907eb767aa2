package org.probity.disclosure.targets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/**
 * What a figure shall be in a year.
 *
 * @param warning from where it counts as falling behind at the end of the year; not harder than the value
 * @param baseYear whose value the schedule begins at; without one the warning holds all year
 * @param responsible who is told when it falls behind
 * @param approvedAt null while it waits for a second person
 */
public record Target(
        UUID id, String figure, int year, Direction direction, BigDecimal value, BigDecimal warning, @Nullable Integer baseYear, UUID responsible,
        UUID proposal, @Nullable Instant approvedAt) {

    public enum Direction { AT_LEAST, AT_MOST }

    /** The one rule for every page: met is met; a year that is over and not met is missed; a year that runs is on its schedule or behind it. */
    public enum Standing { MET, ON_SCHEDULE, BEHIND, MISSED }

    public boolean met(BigDecimal is) {
        return reaches(is, value);
    }

    private boolean reaches(BigDecimal is, BigDecimal aim) {
        return switch (direction) {
            case AT_LEAST -> is.compareTo(aim) >= 0;
            case AT_MOST -> is.compareTo(aim) <= 0;
        };
    }

    /**
     * What the value should have reached by a day: a straight line from the base year's value to the warning, unless it was there already.
     *
     * @param base the base year's value, if there is one
     */
    BigDecimal due(LocalDate day, Optional<BigDecimal> base) {
        if (base.isEmpty() || reaches(base.get(), warning)) {
            return warning;
        }
        var passed = new BigDecimal(day.getYear() < year ? 0 : day.getDayOfYear());
        return base.get().add(warning.subtract(base.get()).multiply(passed).divide(new BigDecimal(day.lengthOfYear()), MathContext.DECIMAL64));
    }

    /** @param day until when the value speaks; the last of the year and any later one are of a year that is over */
    public Standing standing(BigDecimal is, LocalDate day, Optional<BigDecimal> base) {
        if (met(is)) {
            return Standing.MET;
        }
        if (!day.isBefore(LocalDate.of(year, 12, 31))) {
            return Standing.MISSED;
        }
        return reaches(is, due(day, base)) ? Standing.ON_SCHEDULE : Standing.BEHIND;
    }

    /** ≥ 95 %, as it stands in a table. */
    public String shown(Screen s, String unit) {
        return (direction == Direction.AT_LEAST ? "≥" : "≤") + "\u00a0" + s.measure(value, unit);
    }

    public State state(Screen s, BigDecimal is, Standing standing) {
        var gap = value.subtract(is).abs().stripTrailingZeros().toPlainString();
        return switch (standing) {
            case MET -> State.good(s.t("targets.met"));
            case ON_SCHEDULE -> State.note(s.t("targets.on-schedule", gap));
            case BEHIND -> State.warn(s.t("targets.behind"));
            case MISSED -> State.bad(s.t("targets.missed", gap));
        };
    }

    /** @param before the value of the year before, if there is one */
    public Chart bullet(Screen s, String title, BigDecimal is, Optional<BigDecimal> before, String unit) {
        var full = unit.equals("%") ? new BigDecimal(100) : is.max(value).max(before.orElse(value)).multiply(new BigDecimal("1.2"));
        return Chart.bullet(s.t(met(is) ? "targets.says-met" : "targets.says-missed", title, s.measure(is, unit), shown(s, unit)),
                is, before, value, full);
    }
}
