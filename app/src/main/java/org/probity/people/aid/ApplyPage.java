package org.probity.people.aid;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** Asking for help, on a phone. @param hours within which what is urgent is helped */
public record ApplyPage(int hours, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> grounds(Screen s) {
        return Arrays.stream(Ground.values()).map(it -> new Option(it.name(), s.t("aid.ground." + it), s.t("aid.ground." + it + ".text"))).toList();
    }

    public List<Option> urgency(Screen s) {
        return List.of(new Option("no", s.t("aid.not-so-urgent")), new Option("yes", s.t("aid.urgent"), s.t("aid.urgent-text", hours)));
    }
}
