package org.probity.trace;

import java.util.Arrays;

/** A whole number for each of a wide range of places, most of which were never written: kept in pages, so that what lies together costs and what is absent does not. */
final class Numbers {

    /** A walk touches nodes here and there: larger pages would be mostly empty, and filling them is what a first walk costs. */
    private static final int PAGE = 8;
    private static final int WITHIN = (1 << PAGE) - 1;

    private final long absent;
    private long[][] pages = new long[0][];

    /** @param absent what stands where nothing was written */
    Numbers(long absent) {
        this.absent = absent;
    }

    long get(int at) {
        var page = at >>> PAGE;
        return page < pages.length && pages[page] != null ? pages[page][at & WITHIN] : absent;
    }

    void set(int at, long value) {
        page(at)[at & WITHIN] = value;
    }

    void add(int at, long value) {
        page(at)[at & WITHIN] += value;
    }

    void forEach(Pair pair) {
        for (int page = 0; page < pages.length; page++) {
            for (int at = 0; pages[page] != null && at <= WITHIN; at++) {
                if (pages[page][at] != absent) {
                    pair.at(page << PAGE | at, pages[page][at]);
                }
            }
        }
    }

    interface Pair {

        void at(int place, long value);
    }

    private long[] page(int at) {
        var page = at >>> PAGE;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length + pages.length / 2));
        }
        if (pages[page] == null) {
            pages[page] = new long[WITHIN + 1];
            if (absent != 0) {
                Arrays.fill(pages[page], absent);
            }
        }
        return pages[page];
    }
}
