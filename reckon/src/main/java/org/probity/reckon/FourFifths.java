package org.probity.reckon;

import java.util.Comparator;
import java.util.List;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The rule of four fifths (Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D): a group whose share is less than 4/5 of the share of the
 * group that fares best is flagged. Exactly four fifths is not less: (3/5)/(15/20) reads 0.7999999999999999 in doubles and is 4/5, so shares are
 * compared by whole numbers, {@code 5·h·n_max < 4·h_max·n}.
 */
public final class FourFifths {

    /**
     * @param best the group with the highest share, among those that are not small
     * @param ratio the group's share by that of the best, above 1 for a small group that fares better; 1 where nobody of the best was chosen
     * @param small less than a fiftieth of all who were there: the ratio is shown and neither flagged nor a measure for others
     */
    public record Ratio(Group group, Group best, BigFraction ratio, boolean small, boolean flagged) {}

    private FourFifths() {}

    /** @return one answer a group, in the order given, without the groups in which nobody was there */
    public static List<Ratio> of(List<Group> groups) {
        var there = groups.stream().filter(group -> group.of() > 0).toList();
        if (there.isEmpty()) {
            return List.of();
        }
        var all = there.stream().mapToLong(Group::of).sum();
        var best = there.stream().filter(group -> !small(group, all)).max(Comparator.comparing(Group::share)).orElseThrow();
        return there.stream().map(group -> {
            var small = small(group, all);
            var ratio = best.chosen() == 0 ? BigFraction.ONE : group.share().divide(best.share());
            return new Ratio(group, best, ratio, small, !small && below(group, best));
        }).toList();
    }

    static boolean small(Group group, long all) {
        return group.of() * 50 < all;
    }

    static boolean below(Group group, Group best) {
        return 5 * group.chosen() * best.of() < 4 * best.chosen() * group.of();
    }
}
