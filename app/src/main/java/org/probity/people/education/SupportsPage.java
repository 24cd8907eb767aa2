package org.probity.people.education;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Pick;

/** Who studies with our support, for human resources, and the file that says what finance has paid. */
public record SupportsPage(List<Support> supports, long total, Query query, Map<String, String> typed, List<Reason> reasons) implements Page {
    public List<Chip> chips(Screen s) {
        return List.of(Chip.of(query, "state", "", s.t("education.all")), Chip.of(query, "state", "APPLIED", s.t("education.state.APPLIED")),
                Chip.of(query, "state", "SUPPORTED", s.t("education.state.SUPPORTED")), Chip.of(query, "state", "ENDED", s.t("education.ended")));
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("education.seek")));
    }

    public Table<Support> table(Screen s) {
        return Table.of(s, supports)
                .caption(s.t("education.supports"))
                .head("education.number", it -> new Link(it.number(), "/app/education/supports/" + it.id()))
                .text("education.person", it -> it.person(s.lang()))
                .text("education.engagement", it -> s.t("education.engagement." + it.engagement()))
                .text("education.programme", it -> it.title(s.lang()))
                .state("education.state", it -> SupportPage.state(s, it))
                .number("education.amount", Support::amount)
                .number("education.proven", Support::proven)
                .number("education.paid", Support::paid)
                .paged(query, total)
                .downloads();
    }
}
