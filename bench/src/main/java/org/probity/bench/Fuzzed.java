package org.probity.bench;

import java.util.List;
import java.util.Locale;

/** Something of ours that reads bytes from outside, with what may never happen whatever the bytes are. */
sealed interface Fuzzed permits FuzzedEvents, FuzzedList, FuzzedNote, FuzzedPackage, FuzzedWorkbook {

    static Fuzzed named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "workbook" -> new FuzzedWorkbook();
            case "note" -> FuzzedNote.make();
            case "package" -> FuzzedPackage.make();
            case "list" -> new FuzzedList();
            case "events" -> FuzzedEvents.make();
            default -> throw new IllegalArgumentException("fuzz workbook, note, package, list or events; not " + name);
        };
    }

    /** Where the search begins: inputs that reach deep. */
    List<byte[]> seeds();

    /** Fails by throwing; bytes that are refused as they should be are no failure. */
    void feed(byte[] bytes);
}
