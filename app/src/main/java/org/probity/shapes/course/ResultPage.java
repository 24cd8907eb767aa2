package org.probity.shapes.course;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/**
 * What came of a quiz, and why each answer is right.
 *
 * @param answered by question what was chosen
 * @param left tries that are left today
 * @param over key of the words that say why nobody may try again; empty: they may
 * @param next key of the words that say what follows now that they passed; empty: nothing
 */
public record ResultPage(Place place, Progress progress, Map<String, Integer> answered, long left, String over, String next) implements Page {
    public Attempt newest() {
        return progress.attempts().getFirst();
    }

    public boolean passed() {
        return newest().passed();
    }

    public List<Lesson.Question> questions() {
        return progress.lesson().questions();
    }

    public State state(Screen s, Lesson.Question question) {
        return right(question) ? State.good(s.t("course.right")) : State.bad(s.t("course.not-right"));
    }

    public boolean right(Lesson.Question question) {
        return answered.getOrDefault(question.code(), -1) == question.right();
    }

    public String chosen(Screen s, Lesson.Question question) {
        return question.answers().get(answered.getOrDefault(question.code(), 0)).in(s.lang());
    }
}
