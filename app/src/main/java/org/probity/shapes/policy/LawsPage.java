package org.probity.shapes.policy;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.shapes.policy.Laws.Law;

/** The register of laws. */
public record LawsPage(List<Law> laws, long all, long withGaps, Query query, boolean keeps, Typed typed, List<Reason> reasons) implements Page {
    public record Typed(String code, String nameEn, String nameZh, String jurisdiction, String since, String source) {
        static final Typed NOTHING = new Typed("", "", "", "CN", "", "");
    }

    public List<Chip> chips(Screen s) {
        return List.of(Chip.of(query, "gap", "", s.t("policy.all-laws"), all), Chip.of(query, "gap", "yes", s.t("policy.with-gaps"), withGaps));
    }

    public Table<Law> table(Screen s) {
        return Table.of(s, laws)
                .caption(s.t("policy.laws"))
                .head("policy.law", it -> new Link(it.name(s.lang()), "/app/laws/" + it.code()))
                .text("policy.jurisdiction", Law::jurisdiction)
                .day("policy.since", it -> Optional.ofNullable(it.since()))
                .number("policy.articles", Law::articles)
                .state("policy.gaps", it -> it.articles() == 0 ? State.warn(s.t("policy.no-article"))
                        : it.gaps() == 0 ? State.good(s.t("policy.no-gap")) : State.bad(s.t("policy.gap-count", it.gaps())))
                .paged(query, laws.size()).downloads();
    }
}
