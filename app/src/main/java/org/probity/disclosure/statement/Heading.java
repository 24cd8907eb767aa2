package org.probity.disclosure.statement;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.probity.shapes.figure.Figure;

/**
 * The headings under which a chapter shows its figures, in the order in which the chapters tell them: supply from who supplies us to what is green,
 * people from who works here over lawful work, careers and training to what was practised.
 */
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
    TRACEABILITY("trace-silicon", "trace-silicon-mapped", "trace-silicon-documented", "trace-silicon-reconciled", "trace-wafer"),
    RISK("esg-risk"),
    CHANNELS("worker-channels"),
    TRAINING("supplier-training", "procurement-training"),
    EXCHANGES("exchanges"),
    SUBSTANCES("sup-rohs-reach"),
    GREEN("green-spend"),
    PAYMENT("paid-in-time", "days-to-pay", "overdue-to-small"),
    WORKFORCE("headcount", "ppl-nonemployees", "ppl-turnover"),
    LABOUR("PE-0", "labour-rules", "ppl-policy-signed", "union-reviews", "age-checked-hires", "child-labour-cases", "forced-labour-cases", "discrimination-cases", "ppl-law-breach"),
    CAREER("PE-2", "career-tracks", "career-standards", "career-coverage", "career-placed", "career-rotations"),
    EMPOWERMENT("PE-1", "ppl-training-hours", "ppl-training-hours-pc", "ppl-training-satisfaction"),
    RECRUITMENT("PE-5"),
    SUCCESSION("PE-6"),
    EQUALITY("ppl-diversity", "ppl-disability", "ppl-equal-training"),
    EDUCATION("PE-3", "study-supported", "degrees-obtained", "study-paid"),
    CARE("PE-8", "social-insurance", "housing-fund", "leave-used", "family-leave", "family-leave-return", "family-leave-retention"),
    HOMES("PE-9", "beds-to-standard", "area-per-bed", "bed-waiting", "home-faults-in-time", "amenity-use", "shuttle-use", "subsidies-paid", "retirees-insured", "retirees-visited"),
    AID("PE-10", "aid-fund", "aid-paid", "aid-in-time", "aid-visits"),
    PAY("PE-12", "gain-shared", "units-in-term", "units-settled", "people-holding", "pay-ratio", "pay-ratio-growth", "pay-gap-mean", "pay-gap-median", "pay-gap-adjusted", "pay-gap-categories"),
    SKILLS("ppl-training-participants"),
    REVIEWS("PE-4", "ppl-performance-review"),
    VOICE("VO-", "reports-received", "fraud-reports", "reports-acknowledged", "reports-answered", "reports-confirmed"),
    COMMUNITY("CM-", "liaison-cover", "posts-answered", "improvements-published"),
    DIALOGUE("DI-", "meetings-held", "points-followed", "letters-answered"),
    SURVEY("SV-", "survey-score", "survey-response", "survey-plans"),
    /** Figures that no heading knows; none is left unsaid. */
    OTHER;

    /** How codes of figures about people begin: what is done for them, what they report in confidence, say openly without a name, say to those who lead them, and answer. */
    private static final String PEOPLE = "(PE|VO|CM|DI|SV)-.*";

    /** How their codes begin whom no heading names: rooms number their figures beside those of which they speak. */
    private final String family;
    private final List<String> figures;

    Heading(String... said) {
        this.family = said.length > 0 && isOfPeople(said[0]) ? said[0] : "";
        this.figures = Arrays.stream(said).filter(it -> !it.equals(family)).toList();
    }

    /** What the chapter on people tells. */
    public static List<String> ofPeople(Collection<Figure> figures) {
        return inOrder(figures.stream().filter(it -> isOfPeople(it.code())).toList());
    }

    /** What the chapter on supply tells, and whatever else there is. */
    public static List<String> ofSupply(Collection<Figure> figures) {
        return inOrder(figures.stream().filter(it -> !isOfPeople(it.code())).toList());
    }

    private static boolean isOfPeople(String code) {
        return code.matches(PEOPLE);
    }

    private static List<String> inOrder(Collection<Figure> figures) {
        return figures.stream().sorted(Comparator.comparing((Figure it) -> of(it)).thenComparing(it -> of(it).place(it.key())).thenComparing(Figure::code)).map(Figure::key).toList();
    }

    static Heading of(Figure figure) {
        return Arrays.stream(values()).filter(it -> it.figures.contains(figure.key())).findFirst()
                .or(() -> Arrays.stream(values()).filter(it -> !it.family.isEmpty() && figure.code().startsWith(it.family)).findFirst())
                .orElse(OTHER);
    }

    /** Its place under the heading. */
    int place(String figure) {
        return figures.contains(figure) ? figures.indexOf(figure) : figures.size();
    }

    public String key() {
        return "statement.heading." + name();
    }
}
