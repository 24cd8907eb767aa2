package org.probity.people.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.people.performance.Session.Panelist;
import org.probity.people.performance.Session.Severity;
import org.probity.people.performance.Session.Share;

/** How the ratings of a group lie: beside the guideline, and by who gave them. Shown to a panel; it decides nothing. */
final class Spread {
    /** Fewer tell of a manager's luck. */
    private static final int RATED_AT_LEAST = 3;

    private Spread() {}

    /** How the ratings of a group lie, each held against its guideline. */
    static List<Share> shares(Scheme scheme, List<Standing> members) {
        var rated = members.stream().filter(it -> it.rating() != null).count();
        return scheme.ratings().stream().map(rating -> new Share(rating, members.stream().filter(it -> rating.code().equals(it.rating())).count(), rated,
                rated >= scheme.guidelineFrom())).toList();
    }

    /** How mild or severe each manager is beside all of these; nothing is forced by it. Managers with fewer than three are left to themselves. */
    static List<Severity> severities(Scheme scheme, List<Standing> members, Map<UUID, Panelist> managers) {
        var rated = members.stream().filter(it -> it.rating() != null).toList();
        if (rated.isEmpty()) {
            return List.of();
        }
        var all = mean(scheme, rated);
        var lines = new ArrayList<Severity>();
        rated.stream().map(Standing::manager).distinct().forEach(manager -> {
            var theirs = rated.stream().filter(it -> it.manager().equals(manager)).toList();
            if (theirs.size() >= RATED_AT_LEAST) {
                var name = managers.get(manager);
                // A lower place is the better rating, so that the difference is turned round.
                lines.add(new Severity(manager, name == null ? "" : name.nameEn(), name == null ? "" : name.nameZh(), theirs.size(), all.subtract(mean(scheme, theirs))));
            }
        });
        return lines;
    }

    private static BigFraction mean(Scheme scheme, List<Standing> rated) {
        var sum = rated.stream().mapToLong(it -> scheme.rating(String.valueOf(it.rating())).orElseThrow().place()).sum();
        return BigFraction.of(sum, rated.size());
    }
}
