package org.probity.proof;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/** A file of canonical JSON values, each ended by a newline, none empty. */
final class Lines {

    private Lines() {}

    /** @param each gets the value and its number from 1 */
    static void each(byte[] file, ObjIntConsumer<Json> each) {
        int start = 0;
        int number = 0;
        for (int at = 0; at < file.length; at++) {
            if (file[at] == '\n') {
                number++;
                try {
                    each.accept(Json.parseCanonical(Arrays.copyOfRange(file, start, at)), number);
                } catch (Malformed malformed) {
                    throw new AtLine(number, malformed);
                }
                start = at + 1;
            }
        }
        if (start != file.length) {
            throw new AtLine(number + 1, new Malformed("json.form", "the last line has no end"));
        }
    }

    static final class AtLine extends RuntimeException {
        final int number;
        final Malformed malformed;

        AtLine(int number, Malformed malformed) {
            super(malformed.getMessage(), null, false, false);
            this.number = number;
            this.malformed = malformed;
        }
    }
}
