package org.probity.people.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** What somebody was trained in, and for how long. */
@Component
class LearningData implements PersonalData {
    private final Lists lists;
    private final Directory directory;

    LearningData(Lists lists, Directory directory) {
        this.lists = lists;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "learning.data.";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Part> about(Account person) {
        var there = directory.personOf(new Me(person.id(), person.name(), Set.copyOf(person.roles()), person.supplier())).map(lists::attended).orElse(List.of());
        return there.isEmpty() ? List.of() : List.of(new Part("sessions", there.stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("session", it.number() + " " + it.titleEn());
            fields.put("day", it.day());
            fields.put("seconds", it.seconds());
            fields.put("completed", it.completed());
            return fields;
        }).toList()));
    }
}
