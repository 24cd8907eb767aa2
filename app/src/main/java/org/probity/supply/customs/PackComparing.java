package org.probity.supply.customs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.probity.customs.Mix;
import org.probity.customs.Walk;
import org.probity.supply.traceability.Provenance;
import org.probity.supply.traceability.Provenance.MadeOf;
import org.springframework.stereotype.Component;

/**
 * Holds the walk through a pack's events against the book of the house: two ways to the same answer, so where they say different things of what something is made of, one of
 * them is wrong.
 */
@Component
class PackComparing {
    /** Of so many things; all of them, where there are fewer. */
    static final int COMPARED = 2_000;
    /** One in a hundred thousand: the book drops what is thinner than a millionth of a flow. */
    private static final long NEAR = Mix.WHOLE / 100_000;

    private final Provenance provenance;

    PackComparing(Provenance provenance) {
        this.provenance = provenance;
    }

    /** @return the address of the first thing of which they differ */
    Optional<String> differing(List<Integer> asked, Walk walk) {
        var every = Math.max(1, asked.size() / COMPARED);
        var compared = new ArrayList<Integer>();
        for (var n = 0; n < asked.size(); n += every) {
            compared.add(asked.get(n));
        }
        return provenance.madeOf(compared).stream().filter(it -> !same(it, walk)).map(MadeOf::item).findFirst();
    }

    private static boolean same(MadeOf book, Walk walk) {
        var thing = walk.thing(book.item());
        if (thing.isEmpty()) {
            return false;
        }
        var shares = new TreeMap<Walk.Step, Long>();
        book.shares().forEach(it -> shares.merge(new Walk.Step(it.article(), it.place()), it.parts(), Long::sum));
        var mix = thing.get().mix();
        for (var n = 0; n < mix.steps().length; n++) {
            shares.merge(walk.step(mix.steps()[n]), -mix.parts()[n], Long::sum);
        }
        return shares.values().stream().allMatch(it -> Math.abs(it) <= NEAR + book.dropped());
    }
}
