package org.probity.people.labour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;

/**
 * The terms on which somebody is employed.
 *
 * @param signedOn the day of both signatures; null: nothing in writing yet
 * @param untilDay the last day; an open one has none before it ended
 * @param probationDays calendar days from the first, 0 for none
 */
public record Contract(
        Act act, Term term, @Nullable LocalDate signedOn, LocalDate fromDay, @Nullable LocalDate untilDay, int probationDays, Category category, boolean fullTime) {
    /** Whether it is a contract of its own or changes the one before; only the first counts towards the third fixed one. */
    public enum Act {
        CONTRACT("合同"), AMENDMENT("变更");

        private final String chinese;

        Act(String chinese) {
            this.chinese = chinese;
        }

        static Optional<Act> of(String written) {
            return written.isEmpty() ? Optional.of(CONTRACT) : Arrays.stream(values()).filter(it -> it.name().equalsIgnoreCase(written) || it.chinese.equals(written)).findFirst();
        }
    }

    public enum Term {
        FIXED("固定期限"), OPEN("无固定期限"), TASK("以完成一定工作任务为期限");

        private final String chinese;

        Term(String chinese) {
            this.chinese = chinese;
        }

        static Optional<Term> of(String written) {
            return Arrays.stream(values()).filter(it -> it.name().equalsIgnoreCase(written) || it.chinese.equals(written)).findFirst();
        }
    }

    /** What GRI calls the employee category. */
    public enum Category {
        MANAGEMENT("管理"), PROFESSIONAL("专业技术"), ADMINISTRATION("行政"), PRODUCTION("生产");

        private final String chinese;

        Category(String chinese) {
            this.chinese = chinese;
        }

        static Optional<Category> of(String written) {
            return Arrays.stream(values()).filter(it -> it.name().equalsIgnoreCase(written) || it.chinese.equals(written)).findFirst();
        }
    }

    static final int PROBATION_LONGEST = 3_660;

    /**
     * What is wrong with it in itself: {@code labour.contract-until-missing} a fixed one has a last day; {@code labour.contract-ends-before}; {@code labour.probation-wrong} no number of days. Whether the law allows it is a check's word.
     */
    List<Reason> objections() {
        var wrong = new ArrayList<Reason>();
        if (term == Term.FIXED && untilDay == null) {
            wrong.add(new Reason("until", "labour.contract-until-missing", List.of()));
        }
        if (untilDay != null && untilDay.isBefore(fromDay)) {
            wrong.add(new Reason("until", "labour.contract-ends-before", List.of()));
        }
        if (probationDays < 0 || probationDays > PROBATION_LONGEST) {
            wrong.add(new Reason("probation", "labour.probation-wrong", List.of(PROBATION_LONGEST)));
        }
        return wrong;
    }
}
