package org.probity.people.career;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.career.Draft.Item;
import org.probity.people.career.Draft.Said;
import org.probity.shapes.policy.Difference;

/**
 * Writing a track's standard: each item with what every level asks, in both languages, and what it would change.
 *
 * @param inForce null: the track has no standard yet
 * @param by who changed it last
 * @param open code of the item whose form stands open; empty: that of a new one after something was refused
 */
public record SketchPage(
        Register.Track track, Sketch sketch, @Nullable Standard inForce, int top, String by, String open, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/careers/tracks/" + track.code() + "/sketch";
    }

    public List<Item> items() {
        return sketch.standard().items();
    }

    public Said title() {
        return sketch.standard().title();
    }

    public String of(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    public List<Integer> levels() {
        return IntStream.rangeClosed(1, top).boxed().toList();
    }

    public String words(@Nullable Item it, int level, boolean zh) {
        var said = it == null ? null : it.levels().get(level);
        var mine = open.equals(it == null ? "" : it.code());
        var stored = said == null ? "" : zh ? said.zh() : said.en();
        return mine ? typed.getOrDefault((zh ? "zh." : "en.") + level, stored) : stored;
    }

    public List<Option> parts(Screen s) {
        return Arrays.stream(Part.values()).map(it -> new Option(it.name(), s.t("career.part." + it))).toList();
    }

    public List<Option> from(Screen s) {
        return levels().stream().map(it -> new Option(String.valueOf(it), track.ladder().name() + it)).toList();
    }

    public boolean unfinished(Item it) {
        return sketch.unfinished(top).contains(it.code());
    }

    public List<Difference> changes(Screen s) {
        return Changed.between(Optional.ofNullable(inForce), sketch.standard(), track.ladder(), s.lang());
    }

    public static State mark(Screen s, Difference it) {
        var words = s.t("career.changed." + it.kind());
        return switch (it.kind()) {
            case SAME -> State.none(words);
            case NEW -> State.good(words);
            case CHANGED -> State.note(words);
            case GONE -> State.warn(words);
        };
    }
}
