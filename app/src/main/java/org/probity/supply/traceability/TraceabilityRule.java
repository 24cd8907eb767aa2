package org.probity.supply.traceability;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** What verdicts go by: when a step closes, which yields a step can have. They say what is traced and what looks invented, so no one person sets them. */
final class TraceabilityRule {
    static final String ROOM = "traceability";
    /** Who may say yes to a number that the sourcing officer proposed. */
    static final Set<Role> AGREES = Set.of(Role.QUALITY, Role.PROCESS, Role.LEGAL);
    static final String CLOSES = "closes-within";
    static final String JUDGED = "judged-again-days";
    static final String WAFERS_LEAST = "wafers-per-kilogram-least";
    static final String WAFERS_MOST = "wafers-per-kilogram-most";
    /** Steps of which a yield is known, in thousandths of the silicon that went in. */
    static final List<Tier> YIELDS = List.of(Tier.METALLURGICAL, Tier.POLYSILICON, Tier.ROD, Tier.BRICK, Tier.WAFER);
    static final List<RuleKey> ALL = Stream.concat(Stream.of(key(CLOSES, 0, 200), key(JUDGED, 0, 366), key(WAFERS_LEAST, 0, 1000), key(WAFERS_MOST, 1, 1000)),
            YIELDS.stream().flatMap(it -> Stream.of(key(least(it), 0, 1000), key(most(it), 1, 1000)))).toList();

    private TraceabilityRule() {}

    static String least(Tier tier) {
        return "yield-" + tier.name().toLowerCase(Locale.ROOT) + "-least";
    }

    static String most(Tier tier) {
        return "yield-" + tier.name().toLowerCase(Locale.ROOT) + "-most";
    }

    private static RuleKey key(String code, int least, int most) {
        return new RuleKey(ROOM, code, "traceability.rule." + code, least, most, Role.SOURCING_OFFICER);
    }
}
