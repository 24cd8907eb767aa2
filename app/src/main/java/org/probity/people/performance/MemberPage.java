package org.probity.people.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * A member of a cycle for those who have a part in it.
 *
 * @param part what whoever looks is to this person; {@code NONE} is human resources, who read
 * @param back where the list is
 * @param typed what was typed into a form that was refused
 */
public record MemberPage(
        Cycle cycle, Standing it, Scheme scheme, People.Part part, List<Sheet> sheets, List<Notes.Note> notes, Map<Notes.Kind, String> drafts, List<Assessment> ratings,
        Map<Integer, String> results, Map<UUID, String> names, Optional<Appeal> appeal, boolean answers, String back, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {

    public String path() {
        return TeamWeb.TEAM + "/" + cycle.id() + "/" + it.person();
    }

    public boolean manages() {
        return part == People.Part.MANAGER;
    }

    public Optional<Sheet> agreed() {
        return sheets.stream().filter(sheet -> sheet.state() == Sheet.State.AGREED).findFirst();
    }

    public Optional<Sheet> signed() {
        return sheets.stream().filter(sheet -> sheet.state() == Sheet.State.SIGNED).findFirst();
    }

    public boolean rates() {
        return manages() && !cycle.closed() && it.sheet() != null && (it.assessment() == null || it.lookedAt() == null && "MANAGER".equals(it.origin()))
                && (it.selfAt() != null || today.isAfter(cycle.selfBy()));
    }

    public boolean looks() {
        return part == People.Part.SECOND && !cycle.closed() && it.assessment() != null && it.lookedAt() == null && "MANAGER".equals(it.origin());
    }

    public boolean talks() {
        return manages() && cycle.closed() && it.assessment() != null && it.talkAt() == null;
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public String draft(Notes.Kind kind) {
        return typed.getOrDefault("words-" + kind, drafts.getOrDefault(kind, ""));
    }

    public List<Option> ratingOptions(Screen s) {
        return scheme.ratings().stream().map(rating -> new Option(rating.code(), Words.rating(s, scheme, rating.code()))).toList();
    }

    public List<Option> otherRatings(Screen s) {
        return ratingOptions(s).stream().filter(rating -> !rating.value().equals(it.rating())).toList();
    }

    public List<Fact> facts(Screen s, Commitment commitment) {
        return Words.commitment(s, commitment, results.getOrDefault(commitment.place(), ""));
    }

    public List<Event> events(Screen s) {
        return Words.ratings(s, scheme, ratings, names);
    }

    /** Why, as the newest rating with reasons says. */
    public List<Assessment.Because> because() {
        return ratings.reversed().stream().filter(rating -> !rating.reasons().isEmpty()).findFirst().map(Assessment::reasons).orElse(List.of());
    }

    public State state(Screen s) {
        return Words.next(s, it.next(cycle));
    }

    public List<Reason> at(String field) {
        return reasons.stream().filter(reason -> reason.field().equals(field)).toList();
    }
}
