package org.probity.people.recruitment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Option;
import org.probity.people.recruitment.Requisition.Question;

/**
 * A posting as everybody reads it, with how one is chosen, and the form.
 *
 * @param open whether one may still apply
 */
public record JobPage(
        Requisition it, List<Question> asked, List<Question> interview, Applying.Notice notice, boolean open, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("recruitment.unit"), it.unit(s.lang())), new Fact(s.t("recruitment.wanted"), s.number(it.wanted())), new Fact(s.t("recruitment.closes-on"), s.longDay(it.closesOn())));
    }

    public List<String> paragraphs(Screen s) {
        return Arrays.stream(it.work(s.lang()).split("\\R+")).filter(line -> !line.isBlank()).toList();
    }

    public List<String> words(Screen s) {
        return Arrays.stream((s.lang() == Lang.ZH ? notice.wordsZh() : notice.wordsEn()).split("\\R+")).filter(line -> !line.isBlank()).toList();
    }

    public List<Option> sexes(Screen s) {
        return options(s, "recruitment.sex.", Stream.of("F", "M"));
    }

    public List<Option> ages(Screen s) {
        return options(s, "recruitment.age.", Stream.of("UNDER_30", "30_TO_50", "OVER_50"));
    }

    private static List<Option> options(Screen s, String key, Stream<String> values) {
        return values.map(it -> new Option(it, s.t(key + it))).toList();
    }
}
