package org.probity.people.education;

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
import org.probity.house.ui.parts.State;

/** What one can study, one's own studies, and for human resources the forms that put partners and programmes up. */
public record ProgrammesPage(
        List<Programmes.Programme> programmes, List<Programmes.Partner> partners, List<Support> own, boolean known, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons)
        implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> partnerOptions(Screen s) {
        return partners.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Kind.values()).map(it -> new Option(it.name(), s.t("education.kind." + it))).toList();
    }

    public Table<Programmes.Programme> table(Screen s) {
        return Table.of(s, programmes)
                .caption(s.t("education.programmes"))
                .head("education.programme", it -> new Link(it.title(s.lang()), "/app/education/programmes/" + it.id()))
                .text("education.partner", it -> it.partner(s.lang()))
                .text("education.kind", it -> s.t("education.kind." + it.kind()))
                .number("education.tuition", Programmes.Programme::tuition)
                .day("education.from", Programmes.Programme::fromDay)
                .day("education.until", Programmes.Programme::untilDay)
                .state("education.state", it -> it.open(today) ? State.good(s.t("education.is-open")) : State.none(s.t("education.is-over")));
    }

    public Table<Support> ownTable(Screen s) {
        return Table.of(s, own)
                .caption(s.t("education.mine"))
                .head("education.programme", it -> new Link(it.title(s.lang()), "/app/education/supports/" + it.id()))
                .id("education.number", Support::number)
                .state("education.state", it -> SupportPage.state(s, it))
                .number("education.amount", Support::amount)
                .number("education.paid", Support::paid);
    }
}
