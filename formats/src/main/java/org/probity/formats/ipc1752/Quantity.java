package org.probity.formats.ipc1752;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number with its unit, as written.
///
/// @param value of the attribute `value`
/// @param unit of the attribute `UOM`
public record Quantity(Value value, Value unit) {

    /// As XML schema writes decimals and doubles; more digits than anybody weighs are no number here.
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?([eE][+-]?[0-9]{1,2})?");

    public Optional<BigDecimal> number() {
        return NUMBER.matcher(value.text()).matches() ? Optional.of(new BigDecimal(value.text())) : Optional.empty();
    }

    public Optional<Unit> known() {
        return Unit.of(unit.text());
    }

    /// The mass, when it is one, not below zero.
    public Optional<BigDecimal> milligrams() {
        return known().filter(it -> !it.isShare()).flatMap(it -> number().filter(n -> n.signum() >= 0).map(it::of));
    }

    /// The share in parts per million, when it is one, not below zero.
    public Optional<BigDecimal> ppm() {
        return known().filter(Unit::isShare).flatMap(it -> number().filter(n -> n.signum() >= 0).map(it::of));
    }

    @Override
    public String toString() {
        return (value.text() + " " + unit.text()).strip();
    }
}
