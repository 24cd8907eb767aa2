package org.probity.people.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** Slips for a round: the codes that were just drawn stand here once, to be printed; and what was read from paper is brought in. */
public record SlipsPage(Survey survey, List<Slips.Stack> stacks, List<String> codes, Map<String, Results.Unit> units, LocalDate today, List<Reason> reasons) implements Page {
    public SlipsPage {
        stacks = List.copyOf(stacks);
        codes = List.copyOf(codes);
    }

    public boolean open() {
        return survey.closedOn() == null && !today.isAfter(survey.lastDay());
    }

    public List<Option> places(Screen s) {
        return stacks.stream().map(it -> new Option(String.valueOf(it.place()), s.t("survey.stack", place(s, it), it.people(), it.slips()))).toList();
    }

    private String place(Screen s, Slips.Stack it) {
        var unit = it.path().isEmpty() ? s.t("survey.everybody") : CellName.unit(it.path().getLast(), s.lang(), units);
        return Stream.concat(Stream.of(unit), Stream.of(it.tenure(), it.kind()).filter(one -> !one.isEmpty()).map(one -> s.t("survey.trait." + one))).collect(Collectors.joining(s.t("survey.place-between")));
    }
}
