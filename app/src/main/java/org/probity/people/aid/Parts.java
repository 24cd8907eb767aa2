package org.probity.people.aid;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** What a month's givers come to, told so that nobody learns of a few what they give: a band alone where enough people gave it, the others together. */
final class Parts {
    /** @param band or {@link Fund#TOGETHER} */
    record Part(String band, int people, long amount) {}

    private Parts() {}

    /**
     * Bands with at least so many people stand alone. The others are one; where they are too few even so, the smallest of the bands that stood alone joins them, the lesser amount first.
     * When all are too few they are one all the same: then only how much the month gave is told.
     */
    static List<Part> of(List<Band> givers, int least) {
        var counts = new EnumMap<Band, Integer>(Band.class);
        givers.forEach(it -> counts.merge(it, 1, Integer::sum));
        var alone = new ArrayList<Part>();
        var people = 0;
        var amount = 0L;
        for (var it : counts.entrySet()) {
            if (it.getValue() >= least) {
                alone.add(part(it.getKey(), it.getValue()));
            } else {
                people += it.getValue();
                amount += it.getKey().amount * it.getValue();
            }
        }
        while (people > 0 && people < least && !alone.isEmpty()) {
            var joins = alone.stream().min((a, b) -> a.people() != b.people() ? Integer.compare(a.people(), b.people()) : Long.compare(a.amount(), b.amount())).orElseThrow();
            alone.remove(joins);
            people += joins.people();
            amount += joins.amount();
        }
        if (people > 0) {
            alone.add(new Part(Fund.TOGETHER, people, amount));
        }
        return List.copyOf(alone);
    }

    private static Part part(Band band, int people) {
        return new Part(band.name(), people, band.amount * people);
    }
}
