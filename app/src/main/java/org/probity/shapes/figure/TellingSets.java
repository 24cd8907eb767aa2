package org.probity.shapes.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which figures of a report tell of fewer people than a cell needs: by a number of their own, or because of two numbers one is of people who are all in the
 * other, so that taking it away leaves whom nobody should see. Whether one holds the other is read from who they are, not from what they are called.
 */
final class TellingSets {
    /** A number of a figure that is about people: all who are counted, those who met and who did not, those who are still here and who are gone. */
    record Number(String figure, String which) {}

    /** People who are in exactly these numbers, and in no other. */
    record Crowd(Set<Number> in, long people) {
        Crowd {
            in = Set.copyOf(in);
        }
    }

    private final List<Crowd> crowds;
    private final long least;
    private final Map<Number, Long> sizes = new HashMap<>();

    TellingSets(List<Crowd> crowds, long least) {
        this.crowds = List.copyOf(crowds);
        this.least = least;
        crowds.forEach(crowd -> crowd.in().forEach(it -> sizes.merge(it, crowd.people(), Long::sum)));
    }

    Map<Number, Long> sizes() {
        return Map.copyOf(sizes);
    }

    /**
     * The figures to keep closed. Nobody is not few: that none of a whole company was left out tells the same of each. But of fewer people than a cell needs
     * nothing is told at all.
     *
     * @param inOrder the figures that may stay open, the more general first: of two that cannot stand together the later one is closed
     */
    Set<String> closed(List<String> inOrder) {
        var closed = new LinkedHashSet<String>();
        var open = new ArrayList<Number>();
        for (var figure : inOrder) {
            var own = sizes.keySet().stream().filter(it -> it.figure().equals(figure)).toList();
            if (own.stream().anyMatch(it -> few(size(it))) || own.stream().anyMatch(mine -> open.stream().anyMatch(other -> tells(mine, other)))) {
                closed.add(figure);
            } else {
                open.addAll(own);
            }
        }
        return closed;
    }

    private boolean tells(Number one, Number other) {
        var both = crowds.stream().filter(it -> it.in().contains(one) && it.in().contains(other)).mapToLong(Crowd::people).sum();
        return both == size(one) && few(size(other) - both) || both == size(other) && few(size(one) - both);
    }

    private long size(Number number) {
        return sizes.getOrDefault(number, 0L);
    }

    private boolean few(long people) {
        return people > 0 && people < least;
    }
}
