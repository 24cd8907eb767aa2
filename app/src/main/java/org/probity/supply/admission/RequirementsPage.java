package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.admission.Requirements.Change;
import org.probity.supply.admission.Requirements.Said;
import org.probity.shapes.policy.Policy.Clause;
import org.probity.supply.supplier.Supplier;

/**
 * What each category needs, who reviews it, by which clause; and changes that wait for a second person.
 *
 * @param changes those that are open
 * @param me who looks
 */
public record RequirementsPage(
        List<Said> said, List<Change> changes, List<Leg> legs, List<Supplier.Category> categories, List<Clause> clauses, Map<UUID, String> names, UUID me, boolean changesThem,
        Typed typed, List<Reason> reasons) implements Page {
    public record Typed(String category, String leg, String needed, String fromDay, String clause, String reasons) {}

    public Table<Said> table(Screen s) {
        return Table.of(s, said)
                .caption(s.t("admission.requirements"))
                .head("admission.leg", it -> leg(s, it.leg()))
                .text("admission.category", it -> category(s, it.category()))
                .state("admission.needed", it -> it.needed() ? State.note(s.t("admission.needed.true")) : State.none(s.t("admission.needed.false")))
                .text("admission.reviewed-by", it -> String.join(s.t("admission.and"), it.roles().stream().map(role -> s.t("admission.role." + role)).toList()))
                .day("admission.since", Said::fromDay)
                .why("admission.clause", it -> clause(s, it.byClause(), it.clause()));
    }

    /** A clause of ours is a link; where a house had no rules yet, it is what was said. */
    public Link clause(Screen s, @Nullable UUID id, String words) {
        return new Link(Requirements.words(s.lang(), words, clauses), id == null ? "" : "/app/policies/" + words.replaceFirst("/", "?tab=text#"));
    }

    public List<Option> clauseChoices(Screen s) {
        return clauses.stream().map(it -> new Option(it.id().toString(), it.name() + " · " + it.heading(s.lang()))).toList();
    }

    public String leg(Screen s, String code) {
        return legs.stream().filter(it -> it.code().equals(code)).findFirst().map(it -> it.name(s.lang())).orElse(code);
    }

    public String category(Screen s, String code) {
        return categories.stream().filter(it -> it.code().equals(code)).findFirst().map(it -> it.name(s.lang())).orElse(s.t("admission.every-category"));
    }

    public boolean mayRule(Change it) {
        return changesThem && !it.proposedBy().equals(me);
    }

    public List<Option> categories(Screen s) {
        var options = new ArrayList<Option>();
        options.add(new Option(Requirements.EVERY, s.t("admission.every-category")));
        categories.stream().filter(it -> it.untilDay() == null).forEach(it -> options.add(new Option(it.code(), it.name(s.lang()))));
        return options;
    }

    public List<Option> legs(Screen s) {
        return legs.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    public List<Option> needed(Screen s) {
        return Stream.of("true", "false").map(it -> new Option(it, s.t("admission.needed." + it))).toList();
    }
}
