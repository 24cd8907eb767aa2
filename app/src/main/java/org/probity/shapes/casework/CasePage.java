package org.probity.shapes.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Seal;
import org.probity.house.ui.parts.State;
import org.probity.shapes.casework.Case.Method;
import org.probity.shapes.evidence.Evidence;

/**
 * One corrective action, as both sides see it; each with what it may do.
 *
 * @param side whose screen it is
 * @param mine whether the one who looks took the newest step and therefore cannot close it
 */
public record CasePage(
        Case it, Side side, Parties.@Nullable Party party, Optional<String> subject, Optional<Case.Plan> plan, List<Case.Step> steps,
        List<Evidence.Item> files, Map<UUID, String> names, Log.@Nullable Placed place, boolean mine, LocalDate today, Typed typed,
        List<Reason> reasons) implements Page {

    public enum Side { SUPPLIER, HANDLER, READER }

    /** What was typed into the form that was refused, by field. */
    public record Typed(Map<String, String> fields) {
        static final Typed NOTHING = new Typed(Map.of());

        public String of(String field) {
            return fields.getOrDefault(field, "");
        }
    }

    public String path() {
        return (side == Side.SUPPLIER ? "/app/portal/casework/" : "/app/casework/") + it.id();
    }

    public State state(Screen s) {
        return CaseWords.state(s, it, today);
    }

    public boolean maySendPlan() {
        return side == Side.SUPPLIER && it.state().mayBecome(Case.State.PLAN_SENT) && it.state() != Case.State.PLAN_ACCEPTED;
    }

    public boolean mayReport() {
        return side == Side.SUPPLIER && it.state().mayBecome(Case.State.DONE_SENT);
    }

    public boolean mayAcceptPlan() {
        return side == Side.HANDLER && it.state() == Case.State.PLAN_SENT;
    }

    public boolean mayVerify() {
        return side == Side.HANDLER && it.state() == Case.State.DONE_SENT;
    }

    public boolean mayClose() {
        return side == Side.HANDLER && it.state().mayBecome(Case.State.CLOSED);
    }

    public boolean maySendBack() {
        return side == Side.HANDLER && (it.state().mayBecome(Case.State.PLAN_RETURNED) || it.state().mayBecome(Case.State.DONE_RETURNED));
    }

    public boolean mayCallOff() {
        return side == Side.HANDLER && it.state().mayBecome(Case.State.NO_ACTION);
    }

    /** Where a supplier is on its way. */
    public int at() {
        return switch (it.state()) {
            case PLAN_OWED, PLAN_RETURNED -> 0;
            case PLAN_SENT -> 1;
            case PLAN_ACCEPTED, DONE_RETURNED -> 2;
            case DONE_SENT, VERIFIED, NO_ACTION -> 3;
            case CLOSED -> 4;
        };
    }

    public List<String> way(Screen s) {
        return List.of(s.t("casework.way.plan"), s.t("casework.way.agree"), s.t("casework.way.do"), s.t("casework.way.check"), s.t("casework.way.closed"));
    }

    /** Our last word, when something is to be done again. */
    public Optional<String> told() {
        return it.state() == Case.State.PLAN_RETURNED || it.state() == Case.State.DONE_RETURNED ? Optional.of(it.words()) : Optional.empty();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("casework.about"), subject.map(href -> (gg.jte.Content) new Link(CaseWords.kind(s, it), href)).orElse(Html.words(CaseWords.kind(s, it)))));
        facts.add(new Fact(s.t("casework.severity"), CaseWords.severity(s, it)));
        facts.add(new Fact(s.t("casework.opened"), s.time(it.openedDay())));
        facts.add(new Fact(s.t("casework.plan-due"), s.time(it.planDueDay())));
        facts.add(new Fact(s.t("casework.close-due"), s.time(it.closeDueDay())));
        facts.add(new Fact(s.t("casework.source"), it.source()));
        if (side != Side.SUPPLIER) {
            facts.add(new Fact(s.t("casework.log"), place == null ? new Seal(Seal.Status.YET, s.t("casework.log-yet"), "")
                    : new Seal(Seal.Status.LOGGED, s.t("casework.log-entry", place.index()), "")));
        }
        return facts;
    }

    public Table<Case.Measure> measures(Screen s) {
        return Table.of(s, plan.orElseThrow().measures())
                .caption(s.t("casework.measures"))
                .head("casework.measure", Case.Measure::what)
                .text("casework.aim", measure -> s.t("casework.aim." + measure.aim()))
                .text("casework.owner", Case.Measure::owner)
                .day("casework.by-day", Case.Measure::dueDay)
                .state("casework.fits", measure -> measure.dueDay().isAfter(it.closeDueDay()) ? State.warn(s.t("casework.after-closing")) : State.good(s.t("casework.in-time")));
    }

    public List<Event> events(Screen s) {
        return steps.stream().map(step -> new Event(CaseWords.mark(step.state()), s.t("casework.step." + step.state()),
                method(s, step) + step.words(), s.instant(step.at()) + names(s, step))).toList();
    }

    private static String method(Screen s, Case.Step step) {
        return step.method() == null ? "" : s.t("casework.method." + step.method()) + (step.visitDay() == null ? "" : " " + s.day(step.visitDay())) + ": ";
    }

    /** A supplier learns what the house says, not which of its people said it. */
    private String names(Screen s, Case.Step step) {
        return side == Side.SUPPLIER || !names.containsKey(step.by()) ? "" : " · " + names.get(step.by());
    }

    public List<Option> methods(Screen s) {
        return List.of(new Option(Method.DESK.name(), s.t("casework.method.DESK"), s.t("casework.method.DESK-hint")),
                new Option(Method.SITE.name(), s.t("casework.method.SITE"), s.t("casework.method.SITE-hint")));
    }

    public String untilSuggested() {
        return typed.of("until").isEmpty() ? today.plusDays(Cases.OUR_DAYS).toString() : typed.of("until");
    }

    /** Rows offered for measures of one aim; the first is asked for, more may be filled. */
    public static final List<Integer> ROWS = List.of(1, 2, 3);
}
