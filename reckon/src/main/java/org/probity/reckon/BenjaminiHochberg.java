package org.probity.reckon;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many questions at once: of twenty tests without any effect one is below 0.05. Benjamini and Hochberg's adjusted values, as R's {@code p.adjust(p, "BH")}
 * has them: below q they are discoveries of which at most the share q is false.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /** @return the adjusted values, in the order given */
    public static List<Double> adjusted(List<Double> values) {
        if (values.stream().anyMatch(value -> !(value >= 0 && value <= 1))) {
            throw new IllegalArgumentException("not probabilities: " + values);
        }
        var order = IntStream.range(0, values.size()).boxed().sorted(Comparator.comparing((Integer at) -> values.get(at)).reversed()).toList();
        var adjusted = new Double[values.size()];
        var least = 1.0;
        for (int rank = values.size(); rank >= 1; rank--) {
            int at = order.get(values.size() - rank);
            least = Math.min(least, values.get(at) * values.size() / rank);
            adjusted[at] = least;
        }
        return List.of(adjusted);
    }
}
