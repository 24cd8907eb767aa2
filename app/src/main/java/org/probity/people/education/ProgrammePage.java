package org.probity.people.education;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;

/** A programme, and applying for it. @param own the reader's application, if there is one */
public record ProgrammePage(Programmes.Programme it, @Nullable Support own, boolean known, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean applies() {
        return known && own == null && it.open(today);
    }

    public List<Fact> facts(Screen s) {
        return facts(s, it);
    }

    static List<Fact> facts(Screen s, Programmes.Programme it) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("education.partner"), it.partner(s.lang())), new Fact(s.t("education.kind"), s.t("education.kind." + it.kind())),
                new Fact(s.t("education.tuition"), s.number(it.tuition())), new Fact(s.t("education.from"), s.day(it.fromDay())), new Fact(s.t("education.until"), s.day(it.untilDay()))));
        facts.add(new Fact(s.t("education.bond"), it.bondMonths() == 0 ? s.t("education.no-bond") : s.t("education.bond-says", it.bondMonths(), it.bondPercent())));
        return facts;
    }
}
