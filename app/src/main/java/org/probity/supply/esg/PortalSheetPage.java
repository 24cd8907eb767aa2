package org.probity.supply.esg;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Finding;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Task;
import org.probity.shapes.form.Filled;
import org.probity.shapes.form.Form;
import org.probity.shapes.form.Question;
import org.probity.shapes.obligation.Obligation;
import org.probity.supply.esg.LastYear.Change;

/**
 * A self-assessment on the supplier's own screen: what is answered, what is missing, what came back, how to send it.
 *
 * @param filled the draft while it waits for them, else what was sent
 * @param remarks what came back, by question
 * @param changes to the year before @param unexplained of these, what needs a word
 * @param typical of their category, where enough answered
 */
public record PortalSheetPage(
        Obligation owed, Filled filled, Map<String, String> remarks, Optional<Integer> before, List<Change> changes, List<Change> unexplained,
        Optional<Comparison.Typical> typical, List<Obligation> history, LocalDate today, List<Reason> reasons) implements Page {

    /** So many open questions are read one by one; more are what the sections say. */
    public static final int FEW = 5;

    public String path() {
        return "/app/portal/esg/" + owed.id();
    }

    public boolean waits() {
        return owed.waits(today);
    }

    public boolean accepted() {
        return owed.state() == org.probity.shapes.obligation.State.MET;
    }

    public int step() {
        return waits() ? 0 : accepted() ? 2 : 1;
    }

    public long answered() {
        return filled.asked().stream().filter(filled::answered).count();
    }

    public List<Task> sections(Screen s) {
        return filled.form().sections().stream().map(it -> {
            var asked = filled.form().of(it.code()).stream().filter(filled::asks).toList();
            var missing = asked.stream().filter(one -> !filled.answered(one)).count();
            var back = asked.stream().filter(one -> remarks.containsKey(one.code())).count();
            return new Task(it.words(s.lang()), path() + "/sections/" + it.code(), s.t("esg.of-questions", asked.size()), Html.words(""),
                    waits() && back > 0 ? State.warn(s.t("esg.came-back", back)) : missing > 0 ? State.none(s.t("esg.missing", missing)) : State.good(s.t("esg.all-answered")));
        }).toList();
    }

    /** The first section with something to do; empty when nothing is left. */
    public String next() {
        return Stream.of(filled.missing().stream().map(Question::code), remarks.keySet().stream(), unexplained.stream().map(it -> it.question().code()))
                .flatMap(codes -> codes).findFirst().flatMap(filled.form()::question).map(it -> path() + "/sections/" + it.section() + "#" + it.code()).orElse("");
    }

    /** What stands between them and sending. */
    public List<Finding> open(Screen s) {
        var open = new ArrayList<Finding>();
        remarks.forEach((question, words) -> open.add(finding(s, open.size() + 1, Mark.WARN, question, words)));
        unexplained.forEach(it -> open.add(finding(s, open.size() + 1, Mark.WARN, it.question().code(), s.t("esg.explain", before.map(String::valueOf).orElse("–"),
                it.question().said(it.was(), s.lang()), it.question().said(it.is(), s.lang())))));
        filled.missing().forEach(it -> open.add(finding(s, open.size() + 1, Mark.NONE, it.code(), s.t("esg.not-answered"))));
        return open;
    }

    private Finding finding(Screen s, int no, Mark mark, String question, String words) {
        var asked = filled.form().question(question).orElseThrow();
        return new Finding(no, mark, question, words, asked.words(s.lang()),
                new Link(s.t("esg.answer-it"), path() + "/sections/" + asked.section() + "#" + question));
    }

    public List<Question> unproven() {
        return filled.asked().stream().filter(filled::unproven).toList();
    }

    public List<Fact> result(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("esg.score"), score(s, filled)));
        filled.form().pillars().stream().filter(it -> filled.form().pillars().size() > 1)
                .forEach(pillar -> filled.score(pillar).ifPresent(it -> facts.add(new Fact(s.t("esg.pillar." + pillar), s.number(it.round(1, RoundingMode.DOWN))))));
        typical.ifPresent(it -> facts.add(new Fact(s.t("esg.typical"), it.words(s))));
        return facts;
    }

    static String score(Screen s, Filled filled) {
        return filled.score().map(it -> s.t("esg.of-hundred", it.round(1, RoundingMode.DOWN))).orElse(s.t("esg.no-score"));
    }

    public Table<Change> table(Screen s) {
        return changes(s, changes, before.orElse(0), owed.period());
    }

    static Table<Change> changes(Screen s, List<Change> changes, int before, int year) {
        return Table.of(s, changes)
                .caption(s.t("esg.changes", String.valueOf(before)))
                .head("form.column.question", it -> it.question().code() + " · " + it.question().words(s.lang()))
                .text("esg.was", it -> it.question().said(it.was(), s.lang()))
                .text("esg.is", it -> it.question().said(it.is(), s.lang()))
                .number("esg.moved", it -> Optional.ofNullable(it.by()).map(by -> by.setScale(0, RoundingMode.DOWN)));
    }

    public List<Event> events(Screen s) {
        return history.stream().map(it -> new Event(mark(it.state()), s.t("esg.step." + it.state()), it.reason(), s.instant(it.at()))).toList();
    }

    static Mark mark(org.probity.shapes.obligation.State state) {
        return switch (state) {
            case OWED, WAIVED -> Mark.NONE;
            case SENT_IN -> Mark.NOTE;
            case SENT_BACK -> Mark.WARN;
            case MET -> Mark.GOOD;
            case LAPSED -> Mark.BAD;
        };
    }

    public Form form() {
        return filled.form();
    }
}
