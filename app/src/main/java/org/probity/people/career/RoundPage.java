package org.probity.people.career;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/**
 * A round: what is offered, what the reader chose, and how it came out. Human resources see who chose what; everybody else their own alone.
 *
 * @param lists of the reader alone, or of all for human resources
 */
public record RoundPage(
        Rotation.Round it, List<Rotation.Opening> openings, Choices.@Nullable Choice own, Lists lists, boolean known, boolean keeps, int most, List<Register.Track> tracks, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    /**
     * One page of one of two lists: who chose what, or who stands where in the order of each opening.
     *
     * @param all how many there are behind the filters
     */
    public record Lists(List<Choices.Choice> choices, List<Matches.Shortlisted> listed, Query query, long all) {
        static Lists of(List<Matches.Shortlisted> own, Query query) {
            return new Lists(List.of(), own, query, own.size());
        }
    }

    public String path() {
        return "/app/careers/rounds/" + it.id();
    }

    public List<State> tags(Screen s) {
        return List.of(RotationPage.state(s, it, today).asTag());
    }

    public boolean chooses() {
        return known && it.runs(today) && !openings.isEmpty();
    }

    public boolean offers() {
        return keeps && it.openTo();
    }

    public boolean matches() {
        return keeps && !it.matched() && today.isAfter(it.untilDay());
    }

    /** Human resources, as soon as somebody has chosen. */
    public boolean leafs() {
        return keeps && it.choosing() > 0;
    }

    public List<Chip> chips(Screen s) {
        return it.matched() ? List.of(Chip.of(lists.query(), "show", "", s.t("career.order")), Chip.of(lists.query(), "show", "choices", s.t("career.candidates"))) : List.of();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("career.seek-person")));
    }

    public List<Integer> turns() {
        return IntStream.rangeClosed(1, Math.min(most, openings.size())).boxed().toList();
    }

    public String chosen(int turn) {
        return typed.getOrDefault("choice." + turn, own != null && own.openings().size() >= turn ? own.openings().get(turn - 1).toString() : "");
    }

    public String of(String field) {
        return typed.getOrDefault(field, field.equals("words") && own != null ? own.words() : "");
    }

    public List<Option> options(Screen s) {
        return openings.stream().map(it -> new Option(it.id().toString(), it.role(s.lang()) + " · " + it.unit(s.lang()))).toList();
    }

    public List<Option> trackOptions(Screen s) {
        return tracks.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    public Table<Rotation.Opening> table(Screen s) {
        return Table.of(s, openings)
                .caption(s.t("career.openings"))
                .head("career.role", it -> it.role(s.lang()))
                .text("career.unit", it -> it.unit(s.lang()))
                .text("career.track", it -> new Link(it.track(), "/app/careers/tracks/" + it.track()))
                .number("career.seats", Rotation.Opening::seats);
    }

    private String role(Screen s, java.util.UUID opening) {
        return openings.stream().filter(it -> it.id().equals(opening)).findFirst().orElseThrow().role(s.lang());
    }

    public Table<Choices.Choice> candidates(Screen s) {
        return Table.of(s, lists.choices())
                .caption(s.t("career.candidates"), s.t("career.candidates-text"))
                .head("career.person", it -> it.name(s.lang()))
                .id("career.staff-number", Choices.Choice::number)
                .text("career.choices", it -> it.openings().stream().map(opening -> role(s, opening)).collect(Collectors.joining(" → ")))
                .number("career.months", Choices.Choice::months)
                .state("career.rating", it -> it.side() == null ? State.none(s.t("career.rating-none")) : it.ratedBelow() ? State.bad(s.t("career.side.BELOW")) : State.good(s.t("career.side." + it.side())))
                .state("career.clearing", it -> it.may() == null ? State.warn(s.t("career.clear-open")) : it.may() ? State.good(s.t("career.clear-may")) : State.bad(s.t("career.clear-not")))
                .why("career.reason", Choices.Choice::reason)
                .paged(lists.query(), lists.all()).at("list");
    }

    public Table<Matches.Shortlisted> results(Screen s) {
        return Table.of(s, lists.listed())
                .caption(s.t("career.order"), it.pairs() == null ? "" : s.t("career.order-text", it.pairs()))
                .head("career.role", it -> role(s, it.opening()))
                .number("career.place", Matches.Shortlisted::place)
                .text("career.person", it -> it.got() ? new Link(it.name(s.lang()), "/app/careers/moves/" + it.opening() + "/" + it.person()) : it.name(s.lang()))
                .number("career.level", Matches.Shortlisted::level)
                .number("career.months", Matches.Shortlisted::months)
                .number("career.choice-no", Matches.Shortlisted::choice)
                .state("career.result", it -> it.got() ? State.good(s.t("career.got")) : State.none(s.t("career.got-not")))
                .paged(lists.query(), lists.all()).at("list");
    }
}
