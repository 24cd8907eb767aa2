package org.probity.supply.clearance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Because;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;

/**
 * One answer as it was given, and the way to an exception from it.
 *
 * @param category the category's name in both languages, when one was meant
 * @param mayPropose whether who looks may ask for an exception
 */
public record AnswerPage(
        Given given, String askedBy, Optional<String> site, List<Rule> rules, boolean mayPropose, Form form, List<Reason> reasons) implements Page {

    /** As typed. */
    public record Form(List<String> acts, String until, String reason) {
        static Form of(Clearance it) {
            return new Form(List.of(it.question().act().name()), "", "");
        }
    }

    public Clearance it() {
        return given.clearance();
    }

    public Mark mark() {
        return switch (it().outcome()) {
            case YES -> Mark.GOOD;
            case WARNED -> Mark.WARN;
            case NO -> Mark.BAD;
        };
    }

    public String path() {
        return "/app/clearance/answers/" + it().id();
    }

    public List<Because> because(Screen s) {
        return it().reasons().stream().map(reason -> because(s, reason)).toList();
    }

    /** The rule, the sentence, and where the fact stands in the log. */
    static Because because(Screen s, Clearance.Reason reason) {
        var why = s.t(reason.key(), reason.args(s.lang()))
                + (reason.exception() == null ? "" : " " + s.t("clearance.in-spite", reason.exception()))
                + (reason.untilDay() == null ? "" : " " + s.t("clearance.until", reason.untilDay()));
        var log = reason.record() == null ? Link.NONE
                : reason.index() == null ? new Link(s.t("clearance.log-waits"), "") : s.link(s.t("clearance.log-index", reason.index()), "/app/log");
        return new Because(!reason.stops() ? Mark.WARN : Mark.BAD, s.t(reason.rule()), why, log);
    }

    public List<Fact> facts(Screen s) {
        var it = it();
        return List.of(
                new Fact(s.t("clearance.supplier"), given.name(s.lang()) + " · " + given.number()),
                new Fact(s.t("clearance.act"), s.t(it.question().act().words())),
                new Fact(s.t("clearance.category"), it.question().category() == null ? s.t("clearance.any-category") : it.question().category()),
                new Fact(s.t("clearance.site"), site.orElse(s.t("clearance.any-site"))),
                new Fact(s.t("clearance.reference"), it.reference() == null ? "–" : it.reference()),
                new Fact(s.t("clearance.asked-by"), askedBy),
                new Fact(s.t("clearance.at"), s.instant(it.at())),
                new Fact(s.t("clearance.id"), it.id().toString()));
    }

    public List<Option> acts(Screen s) {
        return Arrays.stream(Act.values()).map(act -> new Option(act.name(), s.t(act.words()))).toList();
    }
}
