package org.probity.people.career;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** A track with what its standard asks at each level. @param held the reader's level on it; 0: none @param mayApply whether the reader is somebody of the directory */
public record StandardPage(
        Register.Track track, @Nullable Standard standard, List<RulesPage.Step> ladders, int held, boolean mayApply, boolean writes, Map<String, String> typed, List<Reason> reasons) implements Page {
    public List<State> tags(Screen s) {
        return List.of(TracksPage.state(s, track).asTag());
    }

    public Standard known() {
        return Objects.requireNonNull(standard);
    }

    public List<Part> parts() {
        return Arrays.asList(Part.values());
    }

    public List<Standard.Item> of(Part part) {
        return known().items().stream().filter(it -> it.part() == part).toList();
    }

    public List<Fact> facts(Screen s) {
        var grade = ladders.stream().filter(it -> it.level(track.ladder()) != null).map(it -> it.says(s)).toList();
        return standard == null ? List.of(new Fact(s.t("career.family"), track.family(s.lang())), new Fact(s.t("career.ladder"), s.t("career.ladder." + track.ladder())))
                : List.of(new Fact(s.t("career.family"), track.family(s.lang())), new Fact(s.t("career.ladder"), s.t("career.ladder." + track.ladder())),
                        new Fact(s.t("career.version"), String.valueOf(standard.version())), new Fact(s.t("career.in-force-since"), s.day(standard.fromDay())),
                        new Fact(s.t("career.equal-levels"), String.join(s.t("career.semicolon"), grade)));
    }

    /** What can be applied for from here: the same level again, or one more; whoever holds none begins where they are. */
    public List<Option> levels(Screen s) {
        var from = Math.max(1, held);
        var to = held == 0 ? known().levels() : Math.min(known().levels(), held + 1);
        return IntStream.rangeClosed(from, to).mapToObj(it -> new Option(String.valueOf(it), it == held ? s.t("career.again", track.ladder().name() + it) : track.ladder().name() + it)).toList();
    }

    public String level() {
        return typed.getOrDefault("level", String.valueOf(held == 0 ? 1 : Math.min(known().levels(), held + 1)));
    }
}
