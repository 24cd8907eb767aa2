package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.List;
import org.probity.supply.traceability.Coverage.Gap;
import org.probity.supply.traceability.Grading.Grade;
import org.probity.supply.traceability.Grading.Weighed;

/** What lies in a pool: one layer of all, or in a queue one for each thing that came. */
final class Tank {
    private final boolean queue;
    private final List<Weighed> layers = new ArrayList<>();
    private int first;
    private long held;
    private long poured;
    private long found;
    /** What nobody weighed may be any part of whatever is drawn from then on. */
    private Grade most = Grade.ALL;

    Tank(boolean queue) {
        this.queue = queue;
    }

    /** @param out grams that are drawn in the same event @param within as {@link Grading.Happened#within} */
    void pour(List<Weighed> in, long out, int within) {
        for (var it : in) {
            if (it.grams() == 0) {
                most = most.noneAbove(it.grade());
            }
            held += it.grams();
            poured += it.grams();
            layers.add(it);
        }
        settle();
        owe(out, within);
    }

    /** What is drawn beyond what is in there came from nowhere, but for what weighings may be off. */
    void owe(long out, int within) {
        var more = out - held;
        if (more <= 0) {
            return;
        }
        found += more;
        held += more;
        var last = layers.isEmpty() ? null : layers.getLast();
        if (last != null && found <= poured * within / 1000) {
            layers.set(layers.size() - 1, new Weighed(last.grams() + more, last.grade()));
        } else {
            layers.add(new Weighed(more, Grade.NOTHING));
        }
        settle();
    }

    private void settle() {
        if (!queue && layers.size() > 1) {
            var heel = layers.stream().filter(it -> it.grams() > 0).toList();
            var all = Grading.mixed(heel.isEmpty() ? layers : heel, held, Gap.NONE);
            layers.clear();
            layers.add(new Weighed(held, all));
        }
    }

    Grade draw(long grams) {
        var taken = new ArrayList<Weighed>();
        var left = grams;
        held -= grams;
        while (first < layers.size() && (left > 0 || taken.isEmpty())) {
            var it = layers.get(first);
            var part = Math.min(left, it.grams());
            taken.add(new Weighed(part, it.grade()));
            left -= part;
            layers.set(first, new Weighed(it.grams() - part, it.grade()));
            if (!queue || it.grams() > part || first == layers.size() - 1) {
                break;
            }
            first++;
        }
        if (queue && first > 1_000) {
            layers.subList(0, first).clear();
            first = 0;
        }
        var weighed = taken.stream().filter(it -> it.grams() > 0).toList();
        var of = weighed.isEmpty() ? taken : weighed;
        return of.isEmpty() ? Grade.NOTHING : Grading.mixed(of, of.stream().mapToLong(Weighed::grams).sum(), Gap.NONE).noneAbove(most);
    }
}
