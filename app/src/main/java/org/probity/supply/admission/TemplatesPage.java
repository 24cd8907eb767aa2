package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.admission.Agreement.Template;

/**
 * The words of agreements by version, one of them open, and a new one to write.
 *
 * @param open the version that is read, if any
 * @param waits whether it waits for a second person, and that is who looks
 * @param typed what was typed, when it was refused; else the version in force to begin from
 */
public record TemplatesPage(
        List<Template> all, List<Leg> legs, Optional<Template> open, boolean waits, boolean writes, Map<UUID, String> names, LocalDate today, Typed typed,
        List<Reason> reasons) implements Page {
    public record Typed(String leg, String fromDay, String months, String titleEn, String titleZh, String textEn, String textZh, String reasons) {}

    public Table<Template> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("admission.templates"))
                .head("admission.version", it -> new Link(it.title(s.lang()) + " · " + s.t("admission.version-no", it.version()), "/app/admission/templates/" + it.id()))
                .state("admission.stands", it -> it.approvedAt() == null ? State.note(s.t("admission.not-approved"))
                        : it.fromDay().isAfter(today) ? State.none(s.t("admission.not-yet")) : inForce(it) ? State.good(s.t("admission.counts")) : State.none(s.t("admission.replaced")))
                .day("admission.since", Template::fromDay)
                .number("admission.months", it -> (long) it.months())
                .text("admission.by", it -> names.getOrDefault(it.writtenBy(), "–"));
    }

    private boolean inForce(Template it) {
        return all.stream().filter(other -> other.leg().equals(it.leg()) && other.approvedAt() != null && !other.fromDay().isAfter(today)).findFirst().filter(it::equals).isPresent();
    }

    public List<Option> agreements(Screen s) {
        return legs.stream().filter(it -> it.kind() == Leg.Kind.AGREEMENT).map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    public List<Option> rulings(Screen s) {
        return List.of(new Option("APPROVED", s.t("admission.agree")), new Option("REJECTED", s.t("admission.disagree")));
    }
}
