package org.probity.people.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;

/** Every questionnaire that can be asked, with its words; and the way in for one that somebody else wrote. */
public record PacksPage(List<Pack> shipped, List<Packs.Brought> brought, Map<UUID, String> names, boolean brings, List<Reason> reasons) implements Page {
    public PacksPage {
        shipped = List.copyOf(shipped);
        brought = List.copyOf(brought);
        names = Map.copyOf(names);
        reasons = List.copyOf(reasons);
    }

    public String from(Screen s, Packs.Brought it) {
        return s.t("survey.pack-brought", names.getOrDefault(it.by(), ""), it.day());
    }

    public String count(Screen s, Pack it) {
        return s.t("survey.pack-count", it.dimensions().size(), it.items().size());
    }

    /** Where everything that is shown is told of it by whom it was brought. */
    public Map<String, String> froms(Screen s) {
        var froms = new HashMap<String, String>();
        brought.forEach(it -> froms.put(it.pack().code(), from(s, it)));
        return froms;
    }

    public List<Pack> all() {
        return java.util.stream.Stream.concat(shipped.stream(), brought.stream().map(Packs.Brought::pack)).toList();
    }
}
