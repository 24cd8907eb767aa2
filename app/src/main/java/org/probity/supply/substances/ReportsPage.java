package org.probity.supply.substances;

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
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.substances.SubstanceLines.Line;
import org.probity.supply.supplier.Asked.Counts;

/**
 * What a year asked for, where each paper stands, what waits for a person.
 *
 * @param counts of the whole year, before the filter
 * @param rules whether this person opens requests
 * @param inForce the candidate list statements must speak of
 * @param voluntary what the law says of RoHS and modules
 */
public record ReportsPage(
        int year, List<Integer> years, Requests.@Nullable Campaign campaign, Counts counts, List<Line> lines, long found, Query query, LocalDate today, boolean rules,
        Optional<CandidateLists.Edition> inForce, Optional<Limits.Note> voluntary, String dueDay, List<Reason> reasons) implements Page {

    public boolean nothing() {
        return campaign == null && counts.papers() == 0;
    }

    /** What was typed, else the day that stands. */
    public String due() {
        return dueDay.isEmpty() && campaign != null ? campaign.dueDay().toString() : dueDay;
    }

    public List<Sum> sums(Screen s) {
        return List.of(
                new Sum(s.t("substances.suppliers-asked"), s.number(counts.suppliers())),
                new Sum(s.t("substances.papers-asked"), s.number(counts.papers())),
                sum(s, "SENT_IN", false), sum(s, "MET", false), sum(s, "late", true));
    }

    private Sum sum(Screen s, String state, boolean bad) {
        var count = counts.in(state);
        return new Sum(s.t("substances.filter." + state), s.number(count), "", query.with("state", state).href(), bad && count > 0);
    }

    public List<Chip> chips(Screen s) {
        return Stream.of("", "SENT_IN", "late", "SENT_BACK", "OWED", "MET", "LAPSED")
                .map(state -> Chip.of(query, "state", state, s.t("substances.filter." + (state.isEmpty() ? "all" : state)), counts.in(state))).toList();
    }

    public List<Option> kinds(Screen s) {
        return Stream.of(PaperKind.values()).map(it -> new Option(it.name(), s.t(it.obligation() + ".short"))).toList();
    }

    private boolean late(Line line) {
        return line.state().waitsForParty() && today.isAfter(line.dueDay())
                && (line.state() != org.probity.shapes.obligation.State.LAPSED || year >= today.getYear());
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("substances.lines", found))
                .head("substances.what", line -> new Link(s.t(line.kind() + ".short"), line.paper() == null ? "" : "/app/substances/papers/" + line.paper()))
                .text("substances.supplier", line -> new Link(s.lang() == Lang.EN ? line.nameEn() : line.nameZh(), "/app/suppliers/" + line.supplier() + "/substances"))
                .state("substances.state", line -> state(s, line))
                .why("substances.findings", line -> line.paper() == null ? "" : line.mustCorrect() + line.lookAt() == 0 ? s.t("substances.no-findings")
                        : s.t("substances.found", line.mustCorrect(), line.lookAt()))
                .text("substances.laboratory", line -> line.laboratory() == null ? "" : line.laboratory())
                .day("substances.report-day", line -> Optional.ofNullable(line.reportDay()))
                .state("substances.list", line -> list(line))
                .day("substances.due", Line::dueDay)
                .day("substances.holds", line -> Optional.ofNullable(line.validUntil()))
                .paged(query, found)
                .downloads();
    }

    /** Of which candidate list a statement speaks; one that is not in force any more is marked. */
    private Optional<State> list(Line line) {
        return Optional.ofNullable(line.listVersion()).filter(it -> !line.kind().equals(PaperKind.DECLARATION.obligation()))
                .map(it -> inForce.filter(now -> !now.version().equals(it)).isPresent() ? State.warn(it) : State.none(it));
    }

    private State state(Screen s, Line line) {
        return late(line) ? State.bad(s.t("supplier.days-late", today.toEpochDay() - line.dueDay().toEpochDay()))
                : new State(mark(line.state()), s.t("substances.state." + line.state()));
    }

    static Mark mark(org.probity.shapes.obligation.State state) {
        return switch (state) {
            case OWED, WAIVED -> Mark.NONE;
            case SENT_IN -> Mark.NOTE;
            case SENT_BACK -> Mark.WARN;
            case MET -> Mark.GOOD;
            case LAPSED -> Mark.BAD;
        };
    }
}
