package org.probity.people.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** A meeting is called. */
public record CallPage(List<Place> places, List<String> topics, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public CallPage {
        places = List.copyOf(places);
        topics = List.copyOf(topics);
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> forms(Screen s) {
        return Stream.of(Form.values()).map(it -> new Option(it.name(), s.t(it.key()), s.t(it.key() + ".what"))).toList();
    }

    public List<Option> units(Screen s) {
        return places.stream().map(it -> new Option(it.id().toString(), "\u2003".repeat(Math.max(0, it.depth() - 1)) + it.name(s.lang()))).toList();
    }

    public List<Option> topicChoices(Screen s) {
        return Meetings.TOPICS.stream().map(it -> new Option(it, s.t("dialogue.topic." + it))).toList();
    }
}
