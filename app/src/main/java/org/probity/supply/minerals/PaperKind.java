package org.probity.supply.minerals;

import java.util.Arrays;
import java.util.List;

/** The four papers a supplier of tin owes each year. */
public enum PaperKind {
    /** The conflict-minerals workbook, read cell by cell. */
    CMRT("minerals.cmrt", 24),
    SOURCE_DECLARATION("minerals.source-declaration", 24),
    SELF_DECLARATION("minerals.self-declaration", 24),
    ORIGIN_CERTIFICATE("minerals.origin-certificate", 36);

    private final String obligation;
    private final int holdsMonthsMost;

    PaperKind(String obligation, int holdsMonthsMost) {
        this.obligation = obligation;
        this.holdsMonthsMost = holdsMonthsMost;
    }

    /** How long a paper of this kind can be accepted for, from the day it is accepted; a longer trust is a slip of the keyboard. */
    int holdsMonthsMost() {
        return holdsMonthsMost;
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
