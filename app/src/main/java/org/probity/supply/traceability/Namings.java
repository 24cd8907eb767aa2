package org.probity.supply.traceability;

import java.util.Arrays;
import org.probity.supply.traceability.Reading.Role;

/** Which events of a capture name which items, as they come; taken by item, each with its events in their order. */
final class Namings {
    private long[] itemAndNo = new long[1_024];
    private long[] events = new long[1_024];
    private char[] roles = new char[1_024];
    private int size;

    void add(int item, long event, Role role) {
        if (size == events.length) {
            itemAndNo = Arrays.copyOf(itemAndNo, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
            roles = Arrays.copyOf(roles, 2 * size);
        }
        itemAndNo[size] = (long) item << 32 | size;
        events[size] = event;
        roles[size++] = role.sign.charAt(0);
    }

    int size() {
        return size;
    }

    /** As rows of {@code traceability.naming}. Nothing is left here. */
    Rows taken() {
        Arrays.sort(itemAndNo, 0, size);
        var rows = Rows.of();
        for (int from = 0, to; from < size; from = to) {
            var item = item(from);
            for (to = from + 1; to < size && item(to) == item;) {
                to++;
            }
            var named = new long[to - from];
            var as = new StringBuilder();
            for (var at = from; at < to; at++) {
                named[at - from] = events[(int) itemAndNo[at]];
                as.append(roles[(int) itemAndNo[at]]);
            }
            rows.row(3).integer(item).bigints(named).text(as.toString());
        }
        size = 0;
        return rows;
    }

    private int item(int at) {
        return (int) (itemAndNo[at] >> 32);
    }
}
