package org.probity.people.pay;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody was paid for a year, as payroll states it.
 *
 * @param fen of each part @param hours paid for
 */
public record Pay(Map<Part, Long> fen, BigDecimal hours) {
    /** The parts of which pay consists, in the order of a letter. A file's columns bear their names in small letters. */
    public enum Part {
        FIXED, BONUS, ALLOWANCE, GAIN, INCENTIVE, SUBSIDY;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Depends on how somebody, or the company, did. */
        boolean variable() {
            return this == BONUS || this == GAIN || this == INCENTIVE;
        }
    }

    public Pay {
        fen = new EnumMap<>(fen);
        if (fen.size() != Part.values().length || fen.values().stream().anyMatch(it -> it < 0) || hours.signum() <= 0) {
            throw new IllegalArgumentException("not somebody's pay");
        }
    }

    public long of(Part part) {
        return fen.getOrDefault(part, 0L);
    }

    public long total() {
        return fen.values().stream().mapToLong(it -> it).sum();
    }

    long variable() {
        return Stream.of(Part.values()).filter(Part::variable).mapToLong(this::of).sum();
    }

    String words() {
        return Stream.of(Part.values()).map(it -> String.valueOf(of(it))).collect(Collectors.joining("\t")) + "\t" + hours.toPlainString();
    }

    static Pay of(String words) {
        var of = words.split("\t", -1);
        var fen = new EnumMap<Part, Long>(Part.class);
        for (var part : Part.values()) {
            fen.put(part, Long.parseLong(of[part.ordinal()]));
        }
        return new Pay(fen, new BigDecimal(of[Part.values().length]));
    }

    /** Amounts are nobody's business where a record is printed by mistake. */
    @Override
    public String toString() {
        return "Pay[sealed]";
    }
}
