package org.probity.people.recruitment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.people.recruitment.Requisition.Question;

/** An application while it is screened: a code, and answers about the work. There is nothing else in this record, so nothing else can be shown. */
public record ScreenPage(Application it, List<Question> questions, List<Applications.Answered> answers, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/recruitment/applications/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String words(Lang lang, Applications.Answered answer) {
        return questions.stream().filter(one -> one.no() == answer.no()).findFirst().map(one -> one.words(lang)).orElse("");
    }

    public String anchors(Lang lang, Applications.Answered answer) {
        return questions.stream().filter(one -> one.no() == answer.no()).findFirst().map(one -> one.anchors(lang)).orElse("");
    }

    static List<Option> marks() {
        return Stream.of("1", "2", "3", "4", "5").map(it -> new Option(it, it)).toList();
    }

    public List<Option> scores() {
        return marks();
    }

    static List<Option> grounds(Screen s, Stage stage) {
        return Ground.at(stage).stream().map(it -> new Option(it.name(), s.t("recruitment.ground." + it))).toList();
    }

    public List<Option> grounds(Screen s) {
        return grounds(s, Stage.SCREEN);
    }
}
