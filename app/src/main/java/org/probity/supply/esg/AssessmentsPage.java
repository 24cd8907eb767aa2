package org.probity.supply.esg;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.supply.esg.AssessmentLines.Line;
import org.probity.supply.supplier.Supplier;

/**
 * The self-assessments of a year, and the form that asks for more.
 *
 * @param counts how many stand where, before the filter
 * @param typed what somebody typed who opens a campaign
 */
public record AssessmentsPage(
        int year, List<Integer> years, List<Campaigns.Campaign> campaigns, Map<String, Long> counts, List<Line> lines, long found, List<Supplier.Category> categories,
        boolean opens, Query query, LocalDate today, Typed typed, List<Reason> reasons) implements Page {
    public record Typed(String topic, String dueDay, List<String> categories) {
        public static final Typed NOTHING = new Typed("", "", List.of());
    }

    public List<Chip> chips(Screen s) {
        return Stream.of("", "SENT_IN", AssessmentLines.LATE, "SENT_BACK", "OWED", "MET", "LAPSED")
                .map(state -> Chip.of(query, "state", state, s.t("esg.filter." + (state.isEmpty() ? "all" : state)), counts.getOrDefault(state, 0L))).toList();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("form", s.t("esg.topic"), topics(s)), new Pick("q", s.t("esg.supplier")));
    }

    public List<Option> topics(Screen s) {
        return Arrays.stream(Topic.values()).map(it -> new Option(it.code, s.t(it.obligation()))).toList();
    }

    public List<Option> categoryChoices(Screen s) {
        return categories.stream().map(it -> new Option(it.code(), it.name(s.lang()), s.t("esg.suppliers", it.suppliers()))).toList();
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("esg.lines", found))
                .head("esg.what", it -> new Link(s.t(it.kind()), "/app/esg/assessments/" + it.obligation()))
                .text("esg.supplier", it -> new Link(s.lang() == Lang.EN ? it.nameEn() : it.nameZh(), "/app/suppliers/" + it.supplier() + "/esg"))
                .state("esg.state", it -> state(s, it, today))
                .number("esg.score", it -> Optional.ofNullable(it.score()).map(score -> score.setScale(1, RoundingMode.DOWN)))
                .day("esg.due", Line::dueDay)
                .paged(query, found)
                .downloads();
    }

    static State state(Screen s, Line it, LocalDate today) {
        var late = today.toEpochDay() - it.dueDay().toEpochDay();
        return late > 0 && (it.state() == org.probity.shapes.obligation.State.OWED || it.state() == org.probity.shapes.obligation.State.SENT_BACK)
                ? State.bad(s.t("supplier.days-late", late)) : new State(PortalSheetPage.mark(it.state()), s.t("esg.step." + it.state()));
    }
}
