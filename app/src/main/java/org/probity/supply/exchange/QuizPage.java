package org.probity.supply.exchange;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/**
 * The quiz.
 *
 * @param order for each question the places of its answers, as they are shown this time
 * @param needed percent that pass today
 * @param left tries that are left today
 * @param over the campaign is
 */
public record QuizPage(
        Campaign campaign, Campaign.Progress progress, Map<String, List<Integer>> order, int needed, long left, boolean over, Map<String, String> typed,
        List<Reason> reasons) implements Page {
    public String path() {
        return "/app/learning/" + campaign.id() + "/" + progress.course().code();
    }

    /** Questions one needs right. */
    public int neededRight() {
        return (needed * progress.course().questions().size() + 99) / 100;
    }

    public List<Option> answers(Screen s, Course.Question question) {
        return order.get(question.code()).stream().map(place -> new Option(String.valueOf(place), question.answers().get(place).in(s.lang()))).toList();
    }

    public List<String> chosen(Course.Question question) {
        return List.of(typed.getOrDefault(question.code(), ""));
    }
}
