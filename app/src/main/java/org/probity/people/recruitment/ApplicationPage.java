package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.recruitment.Requisition.Question;

/**
 * An application after screening: who it is, marks, what is to be decided next.
 *
 * @param shown marks that the reader may see
 * @param owing interviewers without marks yet
 * @param keeps human resources
 * @param asks whether the reader is still to give marks
 * @param sees whether the reader sees the marks of others
 * @param silent whether no letters are written about it
 */
public record ApplicationPage(
        Application it, Requisition posting, Applying.Contact contact, String file, List<Question> asked, List<Applications.Answered> answers, List<Question> interview,
        List<Interviews.Given> shown, List<Account> owing, Optional<Interviews.Motion> waits, List<Applications.Step> steps, Map<UUID, String> names, UUID me, boolean keeps, boolean asks,
        boolean sees, boolean silent, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/recruitment/applications/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<State> tags(Screen s) {
        return List.of(RequisitionPage.state(s, it).asTag());
    }

    /** One line a mark and its reason. */
    public Table<Interviews.Given> marks(Screen s) {
        return Table.of(s, shown).caption(s.t("recruitment.marks"))
                .text("recruitment.interviewer", it -> names.getOrDefault(it.interviewer(), ""))
                .text("recruitment.question", it -> interview.stream().filter(one -> one.no() == it.no()).findFirst().map(one -> one.words(s.lang())).orElse(""))
                .number("recruitment.mark", Interviews.Given::score)
                .text("recruitment.reason", Interviews.Given::words);
    }

    public List<Option> scores() {
        return ScreenPage.marks();
    }

    private boolean in(Application.State state) {
        return it.state() == state;
    }

    public boolean marking() {
        return asks && in(Application.State.INTERVIEWS);
    }

    /** There is something to see, and it was not shown. */
    public boolean hidden() {
        return !sees && it.interviews() > 0;
    }

    public boolean moves() {
        return in(Application.State.INTERVIEWS) && waits.isEmpty() && owing.isEmpty() && sees;
    }

    public boolean mine() {
        return waits.filter(one -> one.proposedBy().equals(me)).isPresent();
    }

    public String motion(Screen s) {
        return waits.map(one -> one.outcome() == Application.Outcome.ON ? s.t("recruitment.moved-on", names.getOrDefault(one.proposedBy(), ""))
                : s.t("recruitment.moved-no", names.getOrDefault(one.proposedBy(), ""), s.t("recruitment.ground." + one.ground()))).orElse("");
    }

    public String owingNames() {
        return owing.stream().map(Account::name).collect(Collectors.joining(", "));
    }

    public boolean offers() {
        return keeps && in(Application.State.TO_OFFER);
    }

    public boolean hires() {
        return keeps && in(Application.State.OFFERED);
    }

    public List<Option> grounds(Screen s) {
        return ScreenPage.grounds(s, switch (it.state()) {
            case SCREENING -> Stage.SCREEN;
            case INTERVIEWS -> Stage.INTERVIEW;
            case TO_OFFER -> Stage.OFFER;
            case OFFERED, HIRED, REFUSED, DECLINED -> Stage.HIRE;
        });
    }

    public List<Option> documents(Screen s) {
        return Stream.of("ID_CARD", "PASSPORT", "PERMIT", "OTHER").map(it -> new Option(it, s.t("recruitment.document." + it))).toList();
    }

    public List<Option> sexes(Screen s) {
        return Stream.of("F", "M").map(it -> new Option(it, s.t("recruitment.sex." + it))).toList();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("recruitment.name"), contact.name()), new Fact(s.t("recruitment.email"), contact.email()), new Fact(s.t("recruitment.phone"), contact.phone()),
                new Fact(s.t("recruitment.code"), it.code()), new Fact(s.t("recruitment.kept-until"), s.longDay(it.keepUntil()))));
        if (!file.isEmpty()) {
            facts.add(new Fact(s.t("recruitment.cv"), new Link(file, path() + "/file")));
        }
        if (it.startsOn() != null) {
            facts.add(new Fact(s.t("recruitment.starts-on"), s.longDay(it.startsOn())));
            if (it.acceptedOn() != null) {
                facts.add(new Fact(s.t("recruitment.accepted-on"), s.longDay(it.acceptedOn())));
            } else if (in(Application.State.OFFERED) && it.answerBy() != null) {
                facts.add(new Fact(s.t("recruitment.answer-by"), s.longDay(it.answerBy())));
            }
        }
        return facts;
    }

    public List<Fact> answered(Screen s) {
        return answers.stream().map(answer -> new Fact(asked.stream().filter(one -> one.no() == answer.no()).findFirst().map(one -> one.words(s.lang())).orElse(""),
                answer.words() + (answer.score() == null ? "" : " · " + s.t("recruitment.mark-given", answer.score())))).toList();
    }

    public List<Event> events(Screen s) {
        return steps.stream().map(step -> new Event(step.outcome() == Application.Outcome.ON ? Mark.GOOD : step.outcome() == Application.Outcome.REFUSED ? Mark.BAD : Mark.NONE,
                s.t("recruitment.step." + step.stage() + "." + step.outcome()), step.ground().isEmpty() ? "" : s.t("recruitment.ground." + step.ground()),
                s.instant(step.at()) + " · " + names.getOrDefault(step.by(), "") + (step.second() == null ? "" : ", " + names.getOrDefault(step.second(), "")))).toList();
    }
}
