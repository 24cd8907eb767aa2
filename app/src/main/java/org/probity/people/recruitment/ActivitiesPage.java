package org.probity.people.recruitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Option;
import org.probity.people.recruitment.Activities.Kind;
import org.probity.people.recruitment.Activities.Result;

/** What we do so that people learn of us, what it cost, and who came by it. */
public record ActivitiesPage(int year, List<Result> results, Query query, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Chip> chips(Screen s) {
        return List.of(Chip.of(query, "year", String.valueOf(today.getYear() - 1), String.valueOf(today.getYear() - 1)), Chip.of(query, "year", "", String.valueOf(today.getYear())));
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Kind.values()).map(it -> new Option(it.name(), s.t("recruitment.kind." + it))).toList();
    }

    public List<Option> activities(Screen s) {
        return results.stream().filter(it -> it.id() != null).map(it -> new Option(String.valueOf(it.id()), it.code() + " · " + it.title(s.lang()))).toList();
    }

    public Table<Result> table(Screen s) {
        return Table.of(s, results)
                .caption(s.t("recruitment.activities"))
                .head("recruitment.activity", it -> it.id() == null ? s.t("recruitment.by-none") : it.title(s.lang()))
                .text("recruitment.activity-code", Result::code)
                .text("recruitment.activity-kind", it -> it.kind() == null ? "" : s.t("recruitment.kind." + it.kind()))
                .number("recruitment.applications", Result::applications)
                .number("recruitment.interviews-held", Result::interviews)
                .number("recruitment.hired", Result::hires)
                .number("recruitment.yuan", it -> it.id() == null ? "" : s.number(it.yuan()))
                .number("recruitment.each", it -> it.id() == null ? "" : it.each().<Object>map(s::number).orElse(""))
                .foot(s.t("recruitment.together"), "", "", sum(Result::applications), sum(Result::interviews), sum(Result::hires),
                        s.number(results.stream().map(Result::yuan).reduce(BigDecimal.ZERO, BigDecimal::add)), "")
                .paged(query, results.size())
                .downloads();
    }

    private long sum(ToLongFunction<Result> what) {
        return results.stream().mapToLong(what).sum();
    }
}
