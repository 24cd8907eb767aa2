package org.probity.customs;

import org.probity.proof.Fault;

/** The first thing in a pack that is not as it should be, with its place. */
final class PackRefused extends RuntimeException {
    final Fault fault;

    PackRefused(String code, String file, int line, String detail) {
        super(code + " in " + file + ": " + detail, null, false, false);
        this.fault = new Fault(code, file, line, detail);
    }

    static void unless(boolean holds, String code, String file, int line, String detail) {
        if (!holds) {
            throw new PackRefused(code, file, line, detail);
        }
    }
}
