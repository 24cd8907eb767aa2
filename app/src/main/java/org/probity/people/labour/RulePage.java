package org.probity.people.labour;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;

/** One labour rule: how it was made, what the union says of it, and where it objects. @param reviewer who reviewed it this year; empty: nobody yet */
public record RulePage(
        Oversight.Rule rule, String reviewer, List<Oversight.Made> made, Optional<Oversight.Objection> objection, LocalDate today, Set<Role> roles, Map<String, String> typed, List<Reason> reasons)
        implements Page {
    public String path() {
        return "/app/labour/union/" + rule.policy();
    }

    public String title(Screen s) {
        return LabourWords.in(s.lang(), rule.titleEn(), rule.titleZh());
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean union() {
        return roles.contains(Role.UNION);
    }

    public Table<Oversight.Made> table(Screen s) {
        return Table.of(s, made)
                .caption(s.t("labour.making"))
                .head("labour.step", it -> new Link(s.t("labour.making." + it.step()), path() + "/making/" + it.step()))
                .day("labour.paper-day", Oversight.Made::day);
    }

    /** Steps that are not shown yet. */
    public List<Option> missing(Screen s) {
        return Arrays.stream(Oversight.Making.values()).filter(it -> made.stream().noneMatch(known -> known.step() == it)).map(it -> new Option(it.name(), s.t("labour.making." + it))).toList();
    }

    public List<Option> opinions(Screen s) {
        return Arrays.stream(Oversight.Opinion.values()).map(it -> new Option(it.name(), s.t("labour.opinion." + it))).toList();
    }
}
