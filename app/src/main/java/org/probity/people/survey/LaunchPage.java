package org.probity.people.survey;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.people.survey.Survey.Kind;

/** The form by which a round is launched; what it fixes cannot be changed afterwards, and it says so. */
public record LaunchPage(List<Pack> packs, List<Place> tree, List<Survey> released, LocalDate today, Map<String, String> typed, List<String> items, List<Reason> reasons) implements Page {
    private static final int WEEKS = 14;

    public LaunchPage {
        packs = List.copyOf(packs);
        tree = List.copyOf(tree);
        released = List.copyOf(released);
        items = List.copyOf(items);
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String first() {
        return of("firstDay").isEmpty() ? today.toString() : of("firstDay");
    }

    public String last() {
        return of("lastDay").isEmpty() ? today.plusDays(WEEKS).toString() : of("lastDay");
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Kind.values()).map(it -> new Option(it.name(), s.t("survey.kind." + it), s.t("survey.kind." + it + ".hint"))).toList();
    }

    public List<Option> packs(Screen s) {
        return packs.stream().map(it -> new Option(it.code(), it.name(s.lang()) + " (" + it.code() + ")")).toList();
    }

    public List<Option> units(Screen s) {
        return tree.stream().map(it -> new Option(it.code(), "\u2003".repeat(it.depth()) + it.name(s.lang()))).toList();
    }

    public List<Option> rounds(Screen s) {
        return released.stream().map(it -> new Option(it.number(), SurveysPage.called(s, it))).toList();
    }

    /** Items of every pack, each once. */
    public List<Option> questions(Screen s) {
        return packs.stream().flatMap(pack -> pack.items().stream()).map(it -> new Option(it.code(), it.text(s.lang()))).distinct().toList();
    }
}
