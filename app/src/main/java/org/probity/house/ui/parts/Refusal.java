package org.probity.house.ui.parts;

import java.util.List;
import java.util.stream.Collectors;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Screen;

/** Reads the reasons of a refused form field by field. */
public final class Refusal {
    private Refusal() {}

    /** What is wrong with this field, or nothing. */
    public static String of(Screen s, List<Answer.Reason> reasons, String field) {
        return reasons.stream()
                .filter(reason -> reason.field().equals(field))
                .map(s::t)
                .collect(Collectors.joining(" "));
    }

    /** Ids for {@code aria-describedby}; null leaves the attribute out. */
    @org.jspecify.annotations.Nullable
    public static String describedBy(String name, String hint, String wrong) {
        String ids = (hint.isEmpty() ? "" : name + "-hint ") + (wrong.isEmpty() ? "" : name + "-wrong");
        return ids.isEmpty() ? null : ids.strip();
    }
}
