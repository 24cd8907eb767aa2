package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.supply.supplier.Accountability.Said;
import org.probity.supply.supplier.Department.Accountable;
import org.probity.supply.supplier.Department.Charge;
import org.probity.supply.supplier.Reassignments.Proposed;

/**
 * Who answers for one category, who did before, and since when.
 *
 * @param people who would be asked on this day to act for its buying
 * @param names of those who recorded
 */
public record AccountablePage(
        Supplier.Category category, List<Accountable> now, List<Said> history, List<String> people, List<Department> departments, List<Place> sites,
        Map<UUID, String> names, List<Proposed> waiting, UUID me, boolean keeps, Typed typed, List<Reason> reasons) implements Page {
    /** What was typed, when it was refused. */
    public record Typed(String charge, String site, String department, String from, String reason) {
        static Typed nothing(LocalDate today) {
            return new Typed("BUYING", "", "", today.toString(), "");
        }
    }

    public String path() {
        return DepartmentsPage.path(category.code());
    }

    /** Whether who looks may rule on it: not on what they proposed. */
    boolean rules(Proposed it) {
        return keeps && !it.proposedBy().equals(me);
    }

    /** A change that waits for a second person, as a page says it. */
    public record Change(String path, String words, String reason, String by, boolean rules, boolean mine) {}

    public List<Change> changes(Screen s) {
        return waiting.stream().map(it -> new Change(path() + "/changes/" + it.id(),
                s.t("supplier.charge." + it.charge()) + s.t("supplier.colon") + it.department(s.lang()).orElse(s.t("supplier.nobody-more")) + " · "
                        + (it.site(s.lang()).isEmpty() ? s.t("supplier.everywhere") : it.site(s.lang())) + " · " + s.t("supplier.said-from", it.fromDay()),
                it.reason(), names.getOrDefault(it.proposedBy(), "–"), rules(it), keeps && it.proposedBy().equals(me))).toList();
    }

    public Table<Accountable> table(Screen s) {
        return Table.of(s, now)
                .caption(s.t("supplier.who-answers"))
                .head("supplier.department", it -> it.department().name(s.lang()))
                .text("supplier.charge", it -> s.t("supplier.charge." + it.charge()))
                .text("supplier.our-site", it -> it.site() == null ? s.t("supplier.everywhere") : it.site(s.lang()))
                .day("supplier.since", Accountable::fromDay)
                .day("supplier.until", it -> Optional.ofNullable(it.untilDay()));
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("supplier.category-code"), category.code()),
                new Fact(s.t("supplier.register"), s.number(category.suppliers())),
                new Fact(s.t("supplier.asked-today"), people.isEmpty() ? "–" : String.join(s.t("supplier.comma"), people)));
    }

    /** What was said, the newest first; what was superseded since says so. */
    public List<Event> events(Screen s) {
        return history.stream()
                .map(it -> new Event(it.holds() ? Mark.GOOD : Mark.NONE,
                        s.t("supplier.charge." + it.charge()) + s.t("supplier.colon") + it.department(s.lang()),
                        (it.site(s.lang()).isEmpty() ? "" : it.site(s.lang()) + " ")
                                + (it.untilDay() == null ? s.t("supplier.said-from", it.fromDay()) : s.t("supplier.said-from-until", it.fromDay(), it.untilDay()))
                                + (it.reason().isEmpty() ? "" : s.t("supplier.said-because", it.reason())) + (it.holds() ? "" : s.t("supplier.said-superseded")),
                        s.instant(it.recordedAt()) + (names.containsKey(it.recordedBy()) ? " · " + names.get(it.recordedBy()) : "")))
                .toList();
    }

    public List<Option> charges(Screen s) {
        return Arrays.stream(Charge.values()).map(it -> new Option(it.name(), s.t("supplier.charge." + it))).toList();
    }

    public List<Option> departmentChoices(Screen s) {
        return departments.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()) + " (" + it.code() + ")")).toList();
    }

    public List<Option> siteChoices(Screen s) {
        return sites.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }
}
