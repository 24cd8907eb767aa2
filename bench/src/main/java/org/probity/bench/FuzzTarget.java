package org.probity.bench;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What the fuzzer calls, in a process of its own; its names are the fuzzer's. */
public final class FuzzTarget {

    private static @Nullable Fuzzed fuzzed;

    private FuzzTarget() {}

    public static void fuzzerInitialize(String[] args) {
        fuzzed = Fuzzed.named(args[0]);
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Objects.requireNonNull(fuzzed).feed(bytes);
    }
}
