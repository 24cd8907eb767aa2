package org.probity.shapes.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/**
 * The quiz.
 *
 * @param taking that signs of life are of; none: time is not measured
 * @param order for each question the places of its answers, as they are shown this time
 * @param needed percent that pass today
 * @param left tries that are left today
 * @param over key of the words that say why it cannot be handed in any more; empty: it can
 */
public record QuizPage(
        Place place, Optional<UUID> taking, Progress progress, Map<String, List<Integer>> order, int needed, long left, String over, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** Questions one needs right. */
    public int neededRight() {
        return (needed * progress.lesson().questions().size() + 99) / 100;
    }

    public List<Option> answers(Screen s, Lesson.Question question) {
        return order.get(question.code()).stream().map(place -> new Option(String.valueOf(place), question.answers().get(place).in(s.lang()))).toList();
    }

    public List<String> chosen(Lesson.Question question) {
        return List.of(typed.getOrDefault(question.code(), ""));
    }
}
