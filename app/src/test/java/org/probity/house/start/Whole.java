package org.probity.house.start;

/**
 * Whether all of a walk is wanted or the short version that stands among the tests. {@code ./probity trial pages}, {@code routes} and {@code links} walk the
 * whole of it: {@code -Dprobity.whole=true}.
 */
public final class Whole {
    public static final boolean WANTED = Boolean.getBoolean("probity.whole");

    private Whole() {}
}
