package org.probity.people.learning;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.shapes.course.Lesson;

/**
 * A course online as a whole: a version, or a draft before it is published.
 *
 * @param no of the version; nought: a draft
 * @param told whether it says which answers are right
 */
public record WholePage(Course it, Lesson lesson, int minutes, int no, String sha256, boolean told, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/trainings/" + it.id() + "/online";
    }
}
