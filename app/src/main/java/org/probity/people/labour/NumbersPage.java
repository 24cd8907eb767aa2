package org.probity.people.labour;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** The numbers of law by place, who stands behind each, and changes that wait for counsel. */
public record NumbersPage(
        List<Numbers.Rule> rules, List<Numbers.Change> open, Map<UUID, String> people, UUID me, Set<Role> roles, LocalDate today, boolean earlier, Map<String, String> typed, List<Reason> reasons)
        implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean proposes() {
        return roles.contains(Role.HR) || roles.contains(Role.LEGAL);
    }

    public boolean signs(Numbers.Change it) {
        return roles.contains(Role.LEGAL) && !it.proposedBy().equals(me);
    }

    public boolean own(Numbers.Change it) {
        return it.proposedBy().equals(me);
    }

    public long unsigned() {
        return rules.stream().filter(it -> it.holds() && !it.signed()).count();
    }

    public String name(Screen s, String key) {
        return s.t("labour.rule." + key);
    }

    public List<Option> keys(Screen s) {
        return rules.stream().map(Numbers.Rule::key).distinct().sorted().map(it -> new Option(it, name(s, it))).toList();
    }

    public Table<Numbers.Rule> table(Screen s) {
        return Table.of(s, earlier ? rules : rules.stream().filter(Numbers.Rule::holds).toList())
                .caption(s.t("labour.numbers"))
                .head("labour.rule", it -> name(s, it.key()))
                .text("labour.place", it -> it.region().isEmpty() ? it.country() : it.country() + " · " + it.region())
                .number("labour.rule-value", Numbers.Rule::value)
                .day("labour.heading.from", Numbers.Rule::fromDay)
                .state("labour.signed-by-counsel", it -> it.signed() ? State.good(s.t("labour.counsel-signed")) : State.warn(s.t("labour.to-be-confirmed")))
                .why("labour.source", Numbers.Rule::source);
    }
}
