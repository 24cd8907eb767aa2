package org.probity.people.subsidy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;

/** Claims that wait, what is due, lists that were made, schemes with their budgets. */
public record SubsidyDeskPage(List<Claim> waiting, List<Scheme> schemes, Schemes.Due due, List<Schemes.Payment> payments, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean setting() {
        return typed.containsKey("code");
    }

    public boolean budgeting() {
        return typed.containsKey("year");
    }

    public List<Reason> reasons(boolean form) {
        return form ? reasons : List.of();
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Scheme.Kind.values()).map(it -> new Option(it.name(), s.t("subsidy.kind." + it))).toList();
    }

    public List<Option> pers(Screen s) {
        return Arrays.stream(Scheme.Per.values()).map(it -> new Option(it.name(), s.t("subsidy.per-short." + it))).toList();
    }

    public List<Option> options(Screen s) {
        return schemes.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    public Table<Claim> waitingTable(Screen s) {
        return Table.of(s, waiting)
                .caption(s.t("subsidy.waiting"))
                .head("subsidy.person", it -> new Link(it.person(s.lang()), SubsidyWeb.ALL + "/claims/" + it.id()))
                .text("subsidy.scheme", it -> it.scheme(s.lang()))
                .text("subsidy.when", it -> SubsidiesPage.days(s, it))
                .number("subsidy.amount", Claim::amount);
    }

    public Table<Schemes.Payment> paymentTable(Screen s) {
        return Table.of(s, payments)
                .caption(s.t("subsidy.payments"))
                .head("subsidy.payment", it -> new Link(it.number(), SubsidyWeb.ALL + "/payments/" + it.id()))
                .text("subsidy.made-at", it -> s.time(it.madeAt()))
                .number("subsidy.lines", Schemes.Payment::lines)
                .number("subsidy.total", Schemes.Payment::total);
    }

    public Table<Scheme> schemeTable(Screen s) {
        return Table.of(s, schemes)
                .caption(s.t("subsidy.schemes"))
                .head("subsidy.scheme", it -> it.name(s.lang()))
                .text("subsidy.kind", it -> s.t("subsidy.kind." + it.kind()))
                .text("subsidy.gives", it -> SubsidiesPage.gives(s, it))
                .day("subsidy.from", Scheme::fromDay)
                .number("subsidy.budget", it -> it.budget() == null ? "–" : it.budget())
                .number("subsidy.agreed", Scheme::agreed)
                .text("subsidy.source", Scheme::source);
    }
}
