package org.probity.people.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * One request: whoever asked may take it back, whoever leads them answers.
 *
 * @param answers whether the reader may answer it
 * @param left hours that whoever asked has left in that year, apart from these; null: not for the reader
 * @param same how many of the reader's people are away on some of these days
 * @param by who answered, by name
 */
public record LeavePage(Leave it, boolean own, boolean answers, @Nullable Long left, int same, String by, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/care/leaves/" + it.id();
    }

    public String title(Screen s) {
        return s.t("care.kind." + it.kind()) + " · " + CarePage.days(s, it);
    }

    public List<State> tags(Screen s) {
        return List.of(CarePage.state(s, it).asTag());
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean decides() {
        return answers && it.state() == Leave.State.ASKED;
    }

    public List<Option> papers(Screen s) {
        return it.kind().papers().stream().map(one -> new Option(one.name(), s.t("care.paper." + one))).toList();
    }

    public boolean takesBack() {
        return own && it.mayGoBack(today);
    }

    /** Of one's own leave from today on; whoever answers says it of days that are over, too. */
    public boolean comesBack() {
        return it.mayEndEarly(today) && (answers || own && !it.untilDay().isBefore(today));
    }

    public String reason() {
        return Objects.requireNonNullElse(it.reason(), "");
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("care.person"), it.person(s.lang())), new Fact(s.t("care.when"), CarePage.days(s, it)), new Fact(s.t("care.hours"), s.number(it.hours())),
                new Fact(s.t("care.asked-at"), s.time(it.askedAt()))));
        if (it.askedUntil() != null) {
            facts.add(new Fact(s.t("care.asked-until"), s.day(it.askedUntil())));
        }
        if (it.answeredAt() != null) {
            facts.add(new Fact(s.t("care.answered-at"), s.time(it.answeredAt())));
            facts.add(new Fact(s.t("care.answered-by"), by));
        }
        if (it.paper() != null) {
            facts.add(new Fact(s.t("care.paper"), s.t("care.paper." + it.paper())));
        }
        if (it.withdrawnAt() != null) {
            facts.add(new Fact(s.t("care.withdrawn-at"), s.time(it.withdrawnAt())));
        }
        if (left != null) {
            facts.add(new Fact(s.t("care.left"), s.number(CarePage.hours(left))));
        }
        return facts;
    }
}
