package org.probity.people.survey;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;

/** The questionnaire, for one who is asked. It says what the ballot will say of them: the group in which they stand and how many stand there. */
public record AnswerPage(Survey survey, Surveys.Standing standing, Map<String, Results.Unit> units, boolean open) implements Page {
    private static final List<String> WORDS = List.of("sent", "sent-before", "no-token", "failed", "left-out");

    public String place(Screen s) {
        var unit = standing.path().isEmpty() ? s.t("survey.everybody") : CellName.unit(standing.path().getLast(), s.lang(), units);
        return Stream.concat(Stream.of(unit), Stream.of(standing.tenure(), standing.kind()).filter(it -> !it.isEmpty()).map(it -> s.t("survey.trait." + it)))
                .collect(Collectors.joining(s.t("survey.place-between")));
    }

    /** A line each: key, then words. */
    public String words(Screen s) {
        return Stream.concat(WORDS.stream().map(it -> it + "=" + s.t("survey.w." + it)), BoxWeb.refusals().stream().map(it -> "refused." + it + "=" + s.t(it, refusal(it)))).collect(Collectors.joining("\n"));
    }

    private Object refusal(String key) {
        return key.equals("survey.remark-long") ? BallotBox.REMARK : survey.items().size();
    }
}
