package org.probity.people.aid;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** The table of amounts, for every member; the committee writes another by two. */
public record ScalePage(Scale.@Nullable Edition edition, List<Scale.Step> steps, List<Scale.Edition> editions, boolean decides, Optional<Scale.Draft> draft, List<Scale.Step> drafted, boolean wrote, LocalDate today,
        Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    private static Table<Scale.Step> table(Screen s, List<Scale.Step> steps, String caption) {
        return Table.of(s, steps)
                .caption(caption)
                .head("aid.scale-step", it -> s.t("aid.scale-step-of", AidPage.yuan(s, it.cost()), it.dependants()))
                .number("aid.amount", it -> Fund.yuan(it.amount()));
    }

    public Table<Scale.Step> table(Screen s) {
        return table(s, steps, s.t("aid.scale-from", edition == null ? "–" : edition.fromDay().toString()));
    }

    public Table<Scale.Step> draftTable(Screen s) {
        return table(s, drafted, s.t("aid.scale-from", draft.map(it -> it.fromDay().toString()).orElse("–")));
    }

    public String draftedBy(Screen s) {
        return draft.map(it -> s.t("aid.drafted-by", s.lang() == Lang.ZH ? it.nameZh() : it.nameEn(), it.source())).orElse("");
    }

    public List<Link> links() {
        return editions.stream().map(it -> new Link(it.fromDay().toString(), "/app/aid/scale?edition=" + it.id())).toList();
    }

    public String source() {
        return edition == null ? "" : edition.source();
    }

    /** What was typed, or the table as it stands, to be changed. */
    public String lines() {
        if (!of("lines").isEmpty()) {
            return of("lines");
        }
        var lines = new StringBuilder();
        steps.forEach(it -> lines.append(it.cost() / 100).append(' ').append(it.dependants()).append(' ').append(it.amount() / 100).append('\n'));
        return lines.toString();
    }
}
