package org.probity.people.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** A course is opened. */
public record CourseFormPage(List<CompetencyItems.Item> items, List<String> chosen, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> kinds(Screen s) {
        return CoursesPage.kinds(s);
    }

    public List<Option> duties(Screen s) {
        return Arrays.stream(Duty.values()).map(it -> new Option(it.name(), s.t("learning.duty." + it))).toList();
    }

    public List<Option> offered(Screen s) {
        return items.stream().map(it -> new Option(it.id().toString(), it.code() + " " + it.title(s.lang()), it.standard(s.lang()))).toList();
    }
}
