package org.probity.people.career;

import java.util.List;
import java.util.Objects;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** All tracks on both ladders, and which of them has no standard. */
public record TracksPage(List<Register.Track> tracks, List<Register.Track> all, Query query, boolean keeps) implements Page {
    public long standards() {
        return all.stream().filter(it -> it.version() != null).count();
    }

    public long missing() {
        return all.size() - standards();
    }

    public List<Chip> chips(Screen s) {
        return List.of(Chip.of(query, "ladder", "", s.t("career.both-ladders"), all.size()),
                Chip.of(query, "ladder", "P", s.t("career.ladder.P"), all.stream().filter(it -> it.ladder() == Ladder.P).count()),
                Chip.of(query, "ladder", "M", s.t("career.ladder.M"), all.stream().filter(it -> it.ladder() == Ladder.M).count()),
                Chip.of(query, "standard", "none", s.t("career.without-standard"), missing()));
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("career.seek")), new Pick("family", s.t("career.family"),
                all.stream().map(Register.Track::familyEn).distinct().map(it -> new Option(it, all.stream().filter(track -> track.familyEn().equals(it)).findFirst().orElseThrow().family(s.lang()))).toList()));
    }

    public static State state(Screen s, Register.Track it) {
        return it.version() == null ? State.bad(s.t("career.gap")) : State.good(s.t("career.version-no", Objects.requireNonNull(it.version())));
    }

    public Table<Register.Track> table(Screen s) {
        var table = Table.of(s, tracks)
                .caption(s.t("career.tracks"))
                .head("career.track", it -> new Link(it.name(s.lang()), "/app/careers/tracks/" + it.code()))
                .id("career.code", Register.Track::code).sorts("code")
                .text("career.family", it -> it.family(s.lang()))
                .text("career.ladder", it -> s.t("career.ladder." + it.ladder()))
                .state("career.standard", it -> state(s, it));
        // Small numbers of people are told to those alone who keep their careers.
        return keeps ? table.number("career.people", Register.Track::people).sorts("people").number("career.holders", Register.Track::held).sorts("held").downloads()
                : table.downloads();
    }
}
