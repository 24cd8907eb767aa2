package org.probity.supply.minerals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.minerals.CampaignLines.Counts;
import org.probity.supply.minerals.CampaignLines.Line;
import org.probity.supply.minerals.Minerals.Campaign;

/**
 * A year's campaign: whom it asked, where each paper stands, what waits for a person.
 *
 * @param counts of the whole year, before the filter
 * @param lines one page of what the filter finds
 * @param mayOpen whether this person may open a campaign and remind
 * @param mayReview whether this person speaks for a department
 */
public record CampaignPage(
        int year, List<Integer> years, @Nullable Campaign campaign, Counts counts, List<Line> lines, long found, Query query, LocalDate today, boolean mayOpen,
        boolean mayReview, String dueDay, List<Reason> reasons) implements Page {

    /** What was typed, else the day that stands. */
    public String due() {
        return dueDay.isEmpty() && campaign != null ? campaign.dueDay().toString() : dueDay;
    }

    public List<Sum> sums(Screen s) {
        return List.of(
                new Sum(s.t("minerals.suppliers-asked"), s.number(counts.suppliers())),
                new Sum(s.t("minerals.papers-asked"), s.number(counts.papers())),
                sum(s, "SENT_IN", false), sum(s, "MET", false), sum(s, "late", true));
    }

    private Sum sum(Screen s, String state, boolean bad) {
        var count = counts.in(state);
        return new Sum(s.t("minerals.filter." + state), s.number(count), "", query.with("state", state).href(), bad && count > 0);
    }

    public List<Chip> chips(Screen s) {
        return Stream.of("", "SENT_IN", "late", "SENT_BACK", "OWED", "MET", "LAPSED")
                .map(state -> Chip.of(query, "state", state, s.t("minerals.filter." + (state.isEmpty() ? "all" : state)), counts.in(state)))
                .toList();
    }

    private boolean late(Line line) {
        return line.state().waitsForParty() && today.isAfter(line.dueDay())
                && (line.state() != org.probity.shapes.obligation.State.LAPSED || year >= today.getYear());
    }

    public Table<Line> table(Screen s) {
        var table = Table.of(s, lines)
                .caption(s.t("minerals.lines", found))
                .head("minerals.what", line -> new Link(s.t(line.kind()), href(line)))
                .text("minerals.supplier", line -> new Link(s.lang() == Lang.EN ? line.nameEn() : line.nameZh(), "/app/suppliers/" + line.supplier() + "/minerals"))
                .state("minerals.state", line -> state(s, line))
                .why("minerals.findings", line -> line.paper() == null ? "" : line.mustCorrect() + line.lookAt() == 0 ? s.t("minerals.no-findings")
                        : s.t("minerals.found", line.mustCorrect(), line.lookAt()))
                .day("minerals.due", Line::dueDay)
                .day("minerals.holds", line -> Optional.ofNullable(line.validUntil()))
                .paged(query, found)
                .downloads();
        return mayOpen || mayReview ? table.choose("chosen", line -> line.obligation().toString(), line -> s.t(line.kind()) + " " + line.number()) : table;
    }

    private static String href(Line line) {
        return line.paper() == null ? "" : "/app/minerals/papers/" + line.paper();
    }

    private State state(Screen s, Line line) {
        if (late(line)) {
            return State.bad(s.t("supplier.days-late", today.toEpochDay() - line.dueDay().toEpochDay()));
        }
        return line.awaited().isEmpty() ? new State(SendPage.mark(line.state()), s.t("minerals.state." + line.state()))
                : State.note(s.t("minerals.waits-for." + line.awaited().replace(' ', '-')));
    }
}
