package org.probity.people.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * One's own commitments of a cycle, from writing them to the appeal.
 *
 * @param written what stands in the form: the draft, or what was agreed
 * @param drafts words kept and not handed in, by kind
 * @param ratings only once the talk was held
 * @param appealUntil the last day to object; empty before the talk
 */
public record MyPage(
        Optional<Cycle> cycle, List<Cycle> others, Optional<Standing> standing, Optional<Scheme> scheme, List<Sheet> sheets, List<Commitment> written, String reason,
        List<Notes.Note> notes, Map<Notes.Kind, String> drafts, List<Assessment> ratings, Map<Integer, String> results, Optional<Workdays.Last> appealUntil, Optional<Appeal> appeal,
        Map<String, String> figures, LocalDate today, String words, List<Reason> reasons) implements Page {

    public String path() {
        return MyWeb.MINE + "/" + cycle.orElseThrow().id();
    }

    public Standing it() {
        return standing.orElseThrow();
    }

    public Scheme by() {
        return scheme.orElseThrow();
    }

    /** What was agreed, if anything was. */
    public Optional<Sheet> agreed() {
        return sheets.stream().filter(it -> it.state() == Sheet.State.AGREED).findFirst();
    }

    public Optional<Sheet> open() {
        return sheets.stream().filter(it -> it.state() == Sheet.State.DRAFT || it.state() == Sheet.State.SIGNED).findFirst();
    }

    public Optional<Sheet> returned() {
        return sheets.stream().filter(it -> it.state() == Sheet.State.RETURNED).findFirst().filter(it -> open().filter(next -> next.no() == it.no() + 1).isPresent());
    }

    public boolean waits() {
        return open().filter(it -> it.state() == Sheet.State.SIGNED).isPresent();
    }

    /** Commitments may be written, or changed, until somebody rated. */
    public boolean writes() {
        return standing.isPresent() && !waits() && it().assessment() == null && !cycle.orElseThrow().closed();
    }

    public int weight() {
        return written.stream().mapToInt(Commitment::weight).sum();
    }

    /** Whether what is kept could be signed as it stands. */
    public boolean whole() {
        return open().filter(it -> it.state() == Sheet.State.DRAFT && it.weight() == 100 && it.commitments().size() >= by().commitmentsMin() && it.commitments().size() <= by().commitmentsMax())
                .isPresent();
    }

    /** One line for each commitment there may be. */
    public List<Commitment> lines() {
        var lines = new ArrayList<>(written);
        for (var place = lines.size() + 1; place <= by().commitmentsMax(); place++) {
            lines.add(new Commitment(place, Commitment.Section.RESULTS, "", "", "", "", "", 0));
        }
        return lines;
    }

    public String weightOf(Commitment it) {
        return it.weight() == 0 ? "" : String.valueOf(it.weight());
    }

    public List<Option> sections(Screen s) {
        return Arrays.stream(Commitment.Section.values()).map(it -> new Option(it.name(), s.t("performance.section." + it))).toList();
    }

    public List<Option> measures(Screen s) {
        return figures.entrySet().stream().map(it -> new Option(it.getKey(), s.t(it.getValue()))).toList();
    }

    public String draft(Notes.Kind kind) {
        return drafts.getOrDefault(kind, "");
    }

    public boolean mayWriteNotes() {
        return standing.isPresent() && it().sheet() != null && !cycle.orElseThrow().closed();
    }

    public boolean mayAppeal() {
        return standing.isPresent() && it().told() && appeal.isEmpty() && appealUntil.filter(it -> !today.isAfter(it.day())).isPresent();
    }

    public List<Link> elsewhere(Screen s) {
        return others.stream().map(it -> new Link(it.name(s), MyWeb.MINE + "?cycle=" + it.id())).toList();
    }

    public String ratingNow(Screen s) {
        return Words.rating(s, by(), ratings.getLast().rating());
    }

    public List<Event> ratingEvents(Screen s) {
        return Words.ratings(s, by(), ratings, Map.of());
    }

    /** Why, as the newest rating with reasons says; nothing before the talk, as no rating is here then. */
    public List<Assessment.Because> because() {
        return ratings.reversed().stream().filter(it -> !it.reasons().isEmpty()).findFirst().map(Assessment::reasons).orElse(List.of());
    }

    /** What a reason is about. */
    public String titleOf(Assessment.Because because) {
        return agreed().stream().flatMap(it -> it.commitments().stream()).filter(it -> it.place() == because.place()).map(Commitment::title).findFirst().orElse("");
    }

    public List<Fact> facts(Screen s, Commitment it) {
        return Words.commitment(s, it, results.getOrDefault(it.place(), ""));
    }

    public List<Notes.Note> said(Notes.Kind kind) {
        return notes.stream().filter(it -> it.kind() == kind).toList();
    }

    /** A refusal stands at the field it was typed in. */
    public List<Reason> reasonsOf(Notes.Kind kind) {
        return reasons.stream().filter(it -> it.field().equals("words-" + kind)).toList();
    }

    public State state(Screen s) {
        var next = it().next(cycle.orElseThrow());
        return next == Standing.Next.ACKNOWLEDGE ? State.none(s.t("performance.next-mine.ACKNOWLEDGE")) : Words.next(s, next);
    }
}
