package org.probity.people.care;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody is away for. What tells of health or family is for human resources alone, with a paper that is seen and not kept; the line manager reads that somebody is away. */
public enum Kind {
    /** Paid, by law, for years of service; from an account. */
    ANNUAL(Answers.MANAGER, 0, "", false),
    /** Paid, beyond the law: as many days of a year as a rule of the company says. */
    COMPANY(Answers.MANAGER, 0, "", false),
    SICK(Answers.RESOURCES, 31, "", true),
    /** Around a birth, for the mother: calendar days, and never fewer than the place says. */
    MATERNITY(Answers.RESOURCES, 31, "maternity-days", true),
    /** Around a birth, for the other parent. */
    PATERNITY(Answers.RESOURCES, 31, "paternity-days", true),
    /** To look after a small child. */
    PARENTAL(Answers.RESOURCES, 31, "parental-days", true),
    MARRIAGE(Answers.MANAGER, 0, "marriage-days", false),
    BEREAVEMENT(Answers.MANAGER, 31, "bereavement-days", false),
    /** Not paid, by agreement. */
    PERSONAL(Answers.MANAGER, 0, "", false);

    enum Answers { MANAGER, RESOURCES }

    /** What was shown; the paper itself goes back to whoever brought it. */
    public enum Paper { SICK_NOTE, BIRTH_CERTIFICATE, DUE_DATE, CHILD_IN_REGISTER }

    private final Answers answers;
    private final int back;
    private final String rule;
    private final boolean paper;

    Kind(Answers answers, int back, String rule, boolean paper) {
        this.answers = answers;
        this.back = back;
        this.rule = rule;
        this.paper = paper;
    }

    /** Whether hours come from an account of a year. */
    boolean fromAccount() {
        return this == ANNUAL;
    }

    /** Whether its days are counted by the year, so that one request is of one. */
    boolean byYear() {
        return this == ANNUAL || this == COMPANY;
    }

    boolean byManager() {
        return answers == Answers.MANAGER;
    }

    /** How many days after it began it can still be asked for: nobody plans an illness. */
    int back() {
        return back;
    }

    /** The number of law by which its days are counted; empty: none. */
    String rule() {
        return rule;
    }

    /** Whether the number is the least; otherwise it is the most. */
    boolean atLeast() {
        return this == MATERNITY;
    }

    boolean needsPaper() {
        return paper;
    }

    boolean ofFamily() {
        return this == MATERNITY || this == PATERNITY || this == PARENTAL;
    }

    List<Paper> papers() {
        return switch (this) {
            case SICK -> List.of(Paper.SICK_NOTE);
            case MATERNITY, PATERNITY -> List.of(Paper.DUE_DATE, Paper.BIRTH_CERTIFICATE);
            case PARENTAL -> List.of(Paper.BIRTH_CERTIFICATE, Paper.CHILD_IN_REGISTER);
            case ANNUAL, COMPANY, MARRIAGE, BEREAVEMENT, PERSONAL -> List.of();
        };
    }

    /** The account that says how much of it somebody had. */
    String taken() {
        return "taken-" + name().toLowerCase(Locale.ROOT);
    }

    static List<String> byManagers() {
        return Arrays.stream(values()).filter(Kind::byManager).map(Kind::name).toList();
    }
}
