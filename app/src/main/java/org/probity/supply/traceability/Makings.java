package org.probity.supply.traceability;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** By which events each item came about, and where: every one that counts, for a lot that was made twice may be clean by one of them and not by the other. */
final class Makings {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private int[] spot = new int[0];
    private long[] event = new long[0];
    /** Of items of several makings, all of them: events with their spots. */
    private final Map<Integer, Map<Long, Integer>> several = new HashMap<>();

    /** Writes down all of it. */
    void keep(DataOutputStream out) throws IOException {
        Written.put(out, spot);
        Written.put(out, event);
        out.writeInt(several.size());
        for (var item : several.entrySet()) {
            out.writeInt(item.getKey());
            out.writeInt(item.getValue().size());
            for (var making : item.getValue().entrySet()) {
                out.writeLong(making.getKey());
                out.writeInt(making.getValue());
            }
        }
    }

    static Makings kept(DataInputStream in) throws IOException {
        var makings = new Makings();
        makings.spot = Written.ints(in);
        makings.event = Written.longs(in);
        for (var left = in.readInt(); left > 0; left--) {
            var of = new TreeMap<Long, Integer>();
            makings.several.put(in.readInt(), of);
            for (var makers = in.readInt(); makers > 0; makers--) {
                of.put(in.readLong(), in.readInt());
            }
        }
        return makings;
    }

    /** @param at a number of {@link Names#spot} */
    void add(int item, long by, int at) {
        if (item >= spot.length) {
            var before = spot.length;
            spot = Arrays.copyOf(spot, Math.max(item + 1, before + (before >> 1)));
            event = Arrays.copyOf(event, spot.length);
            Arrays.fill(spot, before, spot.length, NONE);
        }
        if (spot[item] == NONE) {
            spot[item] = at;
            event[item] = by;
            return;
        }
        if (spot[item] != SEVERAL) {
            several.put(item, new TreeMap<>(Map.of(event[item], spot[item])));
            spot[item] = SEVERAL;
        }
        several.get(item).put(by, at);
    }

    void remove(int item, long by) {
        if (item < spot.length && spot[item] == SEVERAL) {
            several.get(item).remove(by);
        } else if (item < spot.length && spot[item] != NONE && event[item] == by) {
            spot[item] = NONE;
        }
    }

    /** How many events made an item. */
    int count(int item) {
        return item >= spot.length || spot[item] == NONE ? 0 : spot[item] == SEVERAL ? several.get(item).size() : 1;
    }

    void spots(int item, IntConsumer each) {
        if (count(item) == 0) {
            return;
        }
        if (spot[item] == SEVERAL) {
            several.get(item).values().forEach(each::accept);
        } else {
            each.accept(spot[item]);
        }
    }
}
