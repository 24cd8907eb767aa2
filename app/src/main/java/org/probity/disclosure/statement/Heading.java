package org.probity.disclosure.statement;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The headings under which a chapter shows its figures, in the order in which the supply chapter tells them: from who supplies us to what is green. */
public enum Heading {
    BASE("active-suppliers"),
    GOVERNANCE("supply-rules"),
    CODE("supplier-code"),
    ADMISSION("newcomers-admitted", "sup-admission-social", "sup-admission-env", "sup-dual-cert"),
    AGREEMENTS("sup-agreements"),
    SELF_ASSESSMENT("self-assessment"),
    GRADES("supplier-grades", "grade-migration", "grade-consequences"),
    AUDITS("key-suppliers-audited", "audit-findings", "suppliers-with-impacts", "improvements-agreed", "actions-closed-in-time", "findings-closed-in-time"),
    EXIT("ended-for-cause", "suppliers-barred", "dealt-with-the-barred", "asked-before-ordering"),
    MINERALS("tin-due-diligence", "cmrt-answers", "tin-compliance", "smelters-conformant", "tin-traceability"),
    RISK("esg-risk"),
    CHANNELS("worker-channels"),
    TRAINING("supplier-training", "procurement-training"),
    EXCHANGES("exchanges"),
    SUBSTANCES("sup-rohs-reach"),
    GREEN("green-spend"),
    PAYMENT("paid-in-time", "days-to-pay", "overdue-to-small"),
    /** Figures that no heading knows; none is left unsaid. */
    OTHER;

    private final List<String> figures;

    Heading(String... figures) {
        this.figures = List.of(figures);
    }

    /** Figures as the chapter tells them. */
    public static List<String> inOrder(Collection<String> figures) {
        return figures.stream().sorted(Comparator.comparing((String it) -> of(it)).thenComparing(it -> of(it).place(it))).toList();
    }

    static Heading of(String figure) {
        return Arrays.stream(values()).filter(it -> it.figures.contains(figure)).findFirst().orElse(OTHER);
    }

    /** Its place under the heading. */
    int place(String figure) {
        return figures.contains(figure) ? figures.indexOf(figure) : figures.size();
    }

    public String key() {
        return "statement.heading." + name();
    }
}
