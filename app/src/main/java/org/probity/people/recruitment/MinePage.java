package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Mark;
import org.probity.people.recruitment.Requisition.Question;

/**
 * An application as the one who sent it sees it: how it stands, why, and everything that is kept.
 *
 * @param letters how many an address gets in a day
 * @param path the private link, within this house
 */
public record MinePage(
        Application it, Requisition posting, List<Question> asked, Applying.Contact contact, List<Applications.Answered> answers, Apart.Told told, String file, List<Applications.Step> steps,
        int letters, String path, LocalDate today, List<Reason> reasons) implements Page {
    public String secret() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Mark mark() {
        return switch (it.state()) {
            case SCREENING, INTERVIEWS, TO_OFFER -> Mark.NOTE;
            case OFFERED, HIRED -> Mark.GOOD;
            case REFUSED, DECLINED -> Mark.NONE;
        };
    }

    public String stands(Screen s) {
        return news(s) + (it.ground().isEmpty() ? "" : " " + s.t("recruitment.mine.because", s.t("recruitment.ground." + it.ground())));
    }

    /** An offer says from when, and what was answered to it. */
    private String news(Screen s) {
        if (it.startsOn() == null || it.state() != Application.State.OFFERED) {
            return s.t("recruitment.mine." + it.state());
        }
        return it.acceptedOn() == null ? s.t("recruitment.mine.OFFERED", s.longDay(it.startsOn())) : s.t("recruitment.mine.accepted", s.longDay(it.acceptedOn()), s.longDay(it.startsOn()));
    }

    public boolean mayAnswer() {
        return it.answerable(today);
    }

    public String answerText(Screen s) {
        return s.t("recruitment.answer-text", s.longDay(Objects.requireNonNull(it.answerBy())));
    }

    public String firstDay(Screen s) {
        return s.longDay(Objects.requireNonNull(it.startsOn()));
    }

    /** An offer whose day to answer is over: by telephone only. */
    public boolean late() {
        return it.state() == Application.State.OFFERED && it.acceptedOn() == null && !mayAnswer();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("recruitment.code"), it.code()), new Fact(s.t("recruitment.name"), contact.name()), new Fact(s.t("recruitment.email"), contact.email()),
                new Fact(s.t("recruitment.phone"), contact.phone())));
        for (var answer : answers) {
            var question = asked.stream().filter(one -> one.no() == answer.no()).findFirst().map(one -> one.words(s.lang())).orElse("");
            facts.add(new Fact(question, answer.words()));
        }
        if (!file.isEmpty()) {
            facts.add(new Fact(s.t("recruitment.cv"), file));
        }
        facts.add(said(s, "sex", told.sex()));
        facts.add(said(s, "age", told.age()));
        facts.add(new Fact(s.t("recruitment.kept-until"), s.longDay(it.keepUntil())));
        return facts;
    }

    private static Fact said(Screen s, String what, String value) {
        return new Fact(s.t("recruitment." + what), value.isEmpty() ? s.t("recruitment.not-said") : s.t("recruitment." + what + "." + value));
    }
}
