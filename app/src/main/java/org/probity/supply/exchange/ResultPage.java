package org.probity.supply.exchange;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/** What came of a quiz, and why each answer is right. @param answered by question what was chosen; @param left tries that are left today */
public record ResultPage(Campaign campaign, Campaign.Progress progress, Map<String, Integer> answered, long left, boolean over) implements Page {
    public String path() {
        return "/app/learning/" + campaign.id() + "/" + progress.course().code();
    }

    public Campaign.Attempt newest() {
        return progress.attempts().getFirst();
    }

    public boolean passed() {
        return newest().passed();
    }

    public List<Course.Question> questions() {
        return progress.course().questions();
    }

    public State state(Screen s, Course.Question question) {
        return right(question) ? State.good(s.t("exchange.right")) : State.bad(s.t("exchange.not-right"));
    }

    public boolean right(Course.Question question) {
        return answered.getOrDefault(question.code(), -1) == question.right();
    }

    public String chosen(Screen s, Course.Question question) {
        return question.answers().get(answered.getOrDefault(question.code(), 0)).in(s.lang());
    }
}
