package org.probity.people.succession;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.succession.Project.Aspect;
import org.probity.people.succession.Project.File;
import org.probity.people.succession.Project.Finding;

/**
 * Somebody of a project before whoever assesses them: levels, what they still lack for the level they want, what was found and until when it counts.
 *
 * @param back the list they came from
 * @param action where a finding is sent to
 */
public record MemberPage(File file, String back, String action, Map<UUID, String> names, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Link crumb(Screen s) {
        return new Link(s.t(back.equals(ConsultantWeb.ROOM) ? "succession.members" : "succession.projects"), back);
    }

    static State found(Screen s, int found) {
        var words = s.t("succession.found." + found);
        return found == 1 ? State.warn(words) : found == 2 ? State.good(words) : State.note(words);
    }

    private State newest(Screen s, Aspect aspect) {
        var newest = file.newest(aspect, today);
        return newest == null ? State.none(s.t("succession.not-found")) : found(s, newest.found());
    }

    public Table<Aspect> aspects(Screen s) {
        return Table.of(s, Arrays.asList(Aspect.values()))
                .caption(s.t("succession.potential"), s.t("succession.potential-text"))
                .head("succession.aspect", it -> s.t("succession.aspect." + it))
                .state("succession.finding", it -> newest(s, it))
                .day("succession.until", it -> java.util.Optional.ofNullable(file.newest(it, today)).map(Finding::untilDay))
                .why("succession.reason", it -> java.util.Optional.ofNullable(file.newest(it, today)).map(Finding::words));
    }

    public Table<Finding> earlier(Screen s) {
        return Table.of(s, file.findings())
                .caption(s.t("succession.findings"))
                .head("succession.aspect", it -> s.t("succession.aspect." + it.aspect()))
                .state("succession.finding", it -> found(s, it.found()))
                .day("succession.day", Finding::day)
                .text("succession.by", it -> names.getOrDefault(it.by(), "–"))
                .why("succession.reason", Finding::words);
    }

    public Table<Project.Level> levels(Screen s) {
        return Table.of(s, file.levels())
                .caption(s.t("succession.levels"))
                .head("succession.track", it -> it.track(s.lang()))
                .state("succession.level", it -> it.untilDay().isBefore(today) ? State.bad(it.ladder() + it.level()) : State.good(it.ladder() + it.level()))
                .day("succession.until", Project.Level::untilDay);
    }

    public Table<Project.Gap> gaps(Screen s) {
        return Table.of(s, file.gaps())
                .caption(s.t("succession.gaps"))
                .head("succession.item", it -> it.title(s.lang()))
                .number("succession.wanted", Project.Gap::wanted)
                .number("succession.shown", Project.Gap::shown);
    }

    public List<Option> aspectOptions(Screen s) {
        return Arrays.stream(Aspect.values()).map(it -> new Option(it.name(), s.t("succession.aspect." + it))).toList();
    }

    public List<Option> foundOptions(Screen s) {
        return List.of(new Option("1", s.t("succession.found.1")), new Option("2", s.t("succession.found.2")), new Option("3", s.t("succession.found.3")));
    }
}
