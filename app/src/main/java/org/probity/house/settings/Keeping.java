package org.probity.house.settings;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Answer;
import org.springframework.stereotype.Service;

/** For how many days rooms keep what they forget one day. */
@Service
public class Keeping {
    private final Settings settings;
    private final List<DaysKept> all;

    Keeping(Settings settings, List<DaysKept> all) {
        this.settings = settings;
        this.all = all.stream().sorted(Comparator.comparing(DaysKept::name)).toList();
    }

    public List<DaysKept> all() {
        return all;
    }

    public int days(DaysKept it) {
        return settings.value(it.name()).map(Integer::valueOf).orElse(it.usually());
    }

    /** Refusals: {@code settings.days-unknown} no room keeps that; {@code settings.days-wrong} not a number within its bounds. */
    public Answer<Integer> keep(String name, String typed, UUID by) {
        var found = all.stream().filter(it -> it.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return Answer.refused("", "settings.days-unknown");
        }
        var it = found.get();
        if (!typed.matches("[0-9]{1,5}") || Integer.parseInt(typed) < it.least() || Integer.parseInt(typed) > it.most()) {
            return Answer.refused(name, "settings.days-wrong", it.least(), it.most());
        }
        settings.set(name, typed, by);
        return Answer.done(Integer.valueOf(typed));
    }
}
