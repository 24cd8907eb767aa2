package org.probity.supply.esg;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The risk of a supplier as it was computed last, side by side, with every point it is made of.
 *
 * @param record the entry in the log of the review that found it so
 */
public record Risk(UUID assessment, UUID supplier, LocalDate day, UUID record, List<Side> sides, List<Point> points) {
    public enum Band {
        LOW, MEDIUM, HIGH;

        static Band of(BigDecimal points, BigDecimal mediumFrom, BigDecimal highFrom) {
            return points.compareTo(highFrom) >= 0 ? HIGH : points.compareTo(mediumFrom) >= 0 ? MEDIUM : LOW;
        }
    }

    /** The sides of a business, in the order they are told. */
    static final List<String> PILLARS = List.of("E", "S", "G");

    public record Side(String pillar, BigDecimal points, Band band) {}

    /** One reason. @param words its arguments, as JSON @param record the entry of the log it rests on; null: on a dated rule alone */
    public record Point(String pillar, BigDecimal points, String factor, String reason, String words, @Nullable UUID record) {}

    public Risk {
        sides = List.copyOf(sides);
        points = List.copyOf(points);
    }

    public Optional<Side> side(String pillar) {
        return sides.stream().filter(it -> it.pillar().equals(pillar)).findFirst();
    }

    public List<Point> of(String pillar) {
        return points.stream().filter(it -> it.pillar().equals(pillar)).toList();
    }
}
