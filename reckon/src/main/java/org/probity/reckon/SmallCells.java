package org.probity.reckon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Closes the cells of a row that would tell of single people. A cell below the minimum is closed; if what is closed together could be had by
 * taking the open cells from the total and is below the minimum, or is one cell alone, the smallest open cell is closed with it. Zero is closed too:
 * "none of the three" tells as much as "one of them".
 *
 * <p>Arithmetic of one row, for anybody. It remembers nothing: whoever publishes several figures of the same people needs a register beside it that does, as
 * the application has one of the same name.
 */
public final class SmallCells {

    private SmallCells() {}

    /**
     * @param counts the cells of one row whose total is published too
     * @return the same, closed cells empty; all of them when nothing less keeps the secret
     */
    public static List<OptionalLong> closed(List<Long> counts, long minimum) {
        return closed(counts, minimum, Set.of());
    }

    /** The same, where some are closed whatever their size, because another row of the same people keeps them. @param anyway their places */
    public static List<OptionalLong> closed(List<Long> counts, long minimum, Set<Integer> anyway) {
        var closed = new ArrayList<Integer>();
        IntStream.range(0, counts.size()).filter(at -> counts.get(at) < minimum || anyway.contains(at)).forEach(closed::add);
        var open = new ArrayList<>(IntStream.range(0, counts.size()).filter(at -> counts.get(at) >= minimum && !anyway.contains(at)).boxed()
                .sorted(Comparator.comparing(counts::get)).toList());
        while (!closed.isEmpty() && !open.isEmpty() && (closed.size() == 1 || together(closed, counts) < minimum)) {
            closed.add(open.removeFirst());
        }
        return IntStream.range(0, counts.size()).mapToObj(at -> closed.contains(at) ? OptionalLong.empty() : OptionalLong.of(counts.get(at))).toList();
    }

    private static long together(List<Integer> cells, List<Long> counts) {
        return cells.stream().flatMapToLong(at -> LongStream.of(counts.get(at))).sum();
    }
}
