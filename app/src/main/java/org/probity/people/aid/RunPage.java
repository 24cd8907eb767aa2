package org.probity.people.aid;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;

/** A month's list for payroll. @param named whether the reader sees who gives @param drew whether the reader drew it, and so may not say that it was collected */
public record RunPage(Giving.Run run, List<Giving.Line> lines, boolean named, boolean drew, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String path() {
        return "/app/aid/runs/" + run.id();
    }

    public String month() {
        return run.month().toString().substring(0, 7);
    }

    public List<State> tags(Screen s) {
        return List.of((run.collected() == null ? State.warn(s.t("aid.run-drawn")) : State.good(s.t("aid.run-collected", Fund.yuan(run.collected())))).asTag());
    }

    public Table<Giving.Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("aid.run-lines"))
                .head("aid.staff", Giving.Line::number)
                .text("aid.person", it -> DeskPage.name(s, it.nameEn(), it.nameZh()))
                .number("aid.amount", it -> Fund.yuan(it.amount()))
                .text("aid.missed", it -> it.missed() ? s.t("aid.was-missed") : "");
    }
}
