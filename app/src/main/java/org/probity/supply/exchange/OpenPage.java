package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.supply.supplier.Supplier;

/** A campaign is opened. */
public record OpenPage(List<Course> courses, List<Supplier.Category> categories, LocalDate today, Map<String, String> typed, List<String> chosen, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> courseChoices(Screen s) {
        return courses.stream().map(it -> new Option(it.code(), it.name().in(s.lang()), s.t("exchange.course-says", it.minutes(), it.questions().size()))).toList();
    }

    public List<Option> audiences(Screen s) {
        var options = new ArrayList<>(List.of(new Option(Campaigns.ALL, s.t("exchange.all-suppliers")), new Option("", s.t("exchange.no-suppliers"))));
        categories.forEach(it -> options.add(new Option(it.code(), s.t("exchange.suppliers-of", it.name(s.lang())))));
        return options;
    }
}
