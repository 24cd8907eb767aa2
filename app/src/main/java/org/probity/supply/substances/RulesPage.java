package org.probity.supply.substances;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.substances.Limits.Exemption;
import org.probity.supply.substances.Limits.Threshold;
import org.probity.supply.substances.Scopes.Change;
import org.probity.supply.substances.Scopes.Scope;
import org.probity.supply.supplier.Supplier;

/**
 * Of whom what is asked, changes that wait for a second person, and the limits in force.
 *
 * @param me who looks; @param rules whether they propose and rule
 */
public record RulesPage(
        List<Scope> scopes, List<Change> changes, List<Threshold> thresholds, List<Exemption> exemptions, Optional<Limits.Note> voluntary, Optional<Limits.Note> article,
        List<Supplier.Category> categories, Map<UUID, String> names, UUID me, boolean rules, LocalDate today, Typed typed, List<Reason> reasons) implements Page {
    public record Typed(String category, String material, String fromDay, List<String> asked, String clause, String reasons) {}

    public Table<Scope> scopes(Screen s) {
        return Table.of(s, scopes)
                .caption(s.t("substances.scope"))
                .head("substances.scope-of", it -> named(s, it))
                .text("substances.asked-for", it -> asked(s, it))
                .state("substances.scope-state", it -> it.fromDay().isAfter(today) ? State.note(s.t("substances.scope-later")) : it.asked().isEmpty() ? State.none(s.t("substances.scope-out"))
                        : State.good(s.t("substances.scope-in")))
                .day("substances.from", Scope::fromDay)
                .why("substances.clause", Scope::clause);
    }

    public String named(Screen s, Scope it) {
        var name = s.lang() == Lang.EN ? it.nameEn() : it.nameZh();
        return it.category() != null ? s.t("substances.of-category", name) : s.t("substances.of-material", name, s.lang() == Lang.EN ? String.valueOf(it.supplierEn()) : String.valueOf(it.supplierZh()));
    }

    public String asked(Screen s, Scope it) {
        return it.asked().isEmpty() ? s.t("substances.nothing-asked") : String.join(s.t("substances.and"), it.asked().stream().sorted().map(kind -> s.t(kind + ".short")).toList());
    }

    public Table<Threshold> limits(Screen s) {
        return Table.of(s, thresholds)
                .caption(s.t("substances.limits"))
                .head("substances.substance", it -> it.name(s.lang()))
                .text("substances.regime", it -> s.t("substances.regime." + it.regime()))
                .number("substances.ppm-most", Threshold::ppm)
                .text("substances.basis", it -> s.t("substances.basis." + it.basis()))
                .id("substances.cas", it -> String.join(", ", it.cas()))
                .day("substances.from", Threshold::fromDay)
                .why("substances.source", Threshold::source);
    }

    public Table<Exemption> exemptions(Screen s) {
        return Table.of(s, exemptions)
                .caption(s.t("substances.exemptions"), s.t("substances.exemptions-text"))
                .id("substances.exemption", Exemption::code)
                .text("substances.exemption-words", it -> it.words(s.lang()))
                .day("substances.from", Exemption::fromDay)
                .day("substances.until", it -> Optional.ofNullable(it.untilDay()))
                .why("substances.source", Exemption::source);
    }

    public boolean mayRule(Change it) {
        return rules && !it.proposedBy().equals(me);
    }

    public boolean changesLimits(Screen s) {
        return s.is(Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.LEGAL);
    }

    public List<Option> categories(Screen s) {
        return categories.stream().filter(it -> it.untilDay() == null).map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    public List<Option> kinds(Screen s) {
        return PaperKind.yearly().stream().map(it -> new Option(it.obligation(), s.t(it.obligation()))).toList();
    }
}
