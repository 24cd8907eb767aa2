package org.probity.people.dialogue;

import java.util.List;
import java.util.Map;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** A letter is written. @param days within which it is answered */
public record WritePage(List<Place> places, int days, Map<String, String> typed, List<Reason> reasons) implements Page {
    public WritePage {
        places = List.copyOf(places);
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> units(Screen s) {
        return places.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }
}
