package org.probity.supply.minerals;

import java.util.Arrays;
import java.util.List;

/** The four papers a supplier of tin owes each year. */
public enum PaperKind {
    /** The conflict-minerals workbook, read cell by cell. */
    CMRT("minerals.cmrt"),
    SOURCE_DECLARATION("minerals.source-declaration"),
    SELF_DECLARATION("minerals.self-declaration"),
    ORIGIN_CERTIFICATE("minerals.origin-certificate");

    private final String obligation;

    PaperKind(String obligation) {
        this.obligation = obligation;
    }

    /** The kind of obligation it meets; also the message key of its name. */
    public String obligation() {
        return obligation;
    }

    static PaperKind of(String obligation) {
        return Arrays.stream(values()).filter(kind -> kind.obligation.equals(obligation)).findFirst().orElseThrow();
    }

    static List<String> obligations() {
        return Arrays.stream(values()).map(PaperKind::obligation).toList();
    }
}
