package org.probity.people.recruitment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** Asking for people: the work, the grounds, and the criteria before anybody applies. */
public record AskPage(List<Place> places, List<Requisitions.Track> tracks, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> units(Screen s) {
        return places.stream().map(it -> new Option(it.id().toString(), "\u2003".repeat(it.depth()) + it.name(s.lang()))).toList();
    }

    public List<Option> careers(Screen s) {
        return tracks.stream().map(it -> new Option(it.code(), s.lang() == Lang.ZH ? it.nameZh() : it.nameEn())).toList();
    }

    public List<Option> levels(Screen s) {
        return Stream.of(1, 2, 3, 4, 5, 6).map(it -> new Option(it.toString(), s.t("recruitment.level-no", it))).toList();
    }
}
