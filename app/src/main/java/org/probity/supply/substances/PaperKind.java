package org.probity.supply.substances;

import java.util.Arrays;
import java.util.List;

/** What a supplier can be asked for. Each is met by one file a year; a renewal, by one for the list that asked for it. */
public enum PaperKind {
    /** A laboratory's report on the substances of RoHS. */
    ROHS("substances.rohs", Form.REPORT),
    /** A laboratory's report and statement on the candidate list of REACH. */
    REACH("substances.reach", Form.REPORT),
    /** A declaration of substances, IPC-1752A class C or D. */
    DECLARATION("substances.declaration", Form.XML),
    /** The statement on a candidate list that came after the one the last statement speaks of. */
    RENEWAL("substances.renewal", Form.REPORT);

    /** What comes: a paper that people read, or a file that a reader reads. */
    enum Form { REPORT, XML }

    private final String obligation;
    private final Form form;

    PaperKind(String obligation, Form form) {
        this.obligation = obligation;
        this.form = form;
    }

    /** The kind of obligation it meets; also the message key of its name. */
    public String obligation() {
        return obligation;
    }

    Form form() {
        return form;
    }

    /** As which kind a file is kept that answers it. */
    PaperKind kept() {
        return switch (this) {
            case ROHS, REACH, DECLARATION -> this;
            case RENEWAL -> REACH;
        };
    }

    public static PaperKind of(String obligation) {
        return Arrays.stream(values()).filter(kind -> kind.obligation.equals(obligation)).findFirst().orElseThrow();
    }

    public static boolean ours(String obligation) {
        return Arrays.stream(values()).anyMatch(kind -> kind.obligation.equals(obligation));
    }

    static List<String> obligations() {
        return Arrays.stream(values()).map(PaperKind::obligation).toList();
    }

    /** What can be asked yearly. */
    static List<PaperKind> yearly() {
        return List.of(ROHS, REACH, DECLARATION);
    }
}
