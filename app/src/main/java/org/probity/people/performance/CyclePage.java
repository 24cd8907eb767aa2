package org.probity.people.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.people.performance.Impact.Word;
import org.probity.reckon.Comparison;
import org.probity.reckon.SmallCells;
import org.probity.shapes.decision.Decisions.Decision;

/**
 * A cycle at the desk of human resources: how far it is, the comparison before it closes, panels, appeals.
 *
 * @param counts how many wait at each step
 * @param leftOut how many the population leaves out, by reason
 * @param smallest cells of fewer people are closed: sex is shown beside nobody
 * @param mine whether who looks has put the close before a second person
 */
public record CyclePage(
        Cycle cycle, Map<Standing.Next, Long> counts, Map<String, Long> leftOut, List<Standing> members, long all, Map<UUID, Scheme> schemes, Optional<Impact> impact, boolean stale,
        Optional<Decision> closing, boolean mine, List<Line> sessions, List<Scheme> groups, List<Appealed> appeals, List<Part> parts, Map<UUID, String> names, Query query, Map<String, String> typed,
        int smallest, List<Reason> reasons) implements Page {

    public record Line(Session session, String group, String unit) {}

    /** @param kind SEX or CATEGORY */
    public record Part(String kind, String value, long people, long reviewed) {}

    public record Appealed(Appeal appeal, String nameEn, String nameZh) {}

    public String path() {
        return CycleWeb.ROOM + "/" + cycle.id();
    }

    public long members(Standing.Next next) {
        return counts.getOrDefault(next, 0L);
    }

    public long whole() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whose rating becomes final when the cycle closes. */
    public long rated() {
        return whole() - impact.map(Impact::unrated).orElse(0);
    }

    public List<Fact> days(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("performance.day.signBy"), s.time(cycle.signBy())));
        facts.add(new Fact(s.t("performance.day.midYearBy"), s.time(cycle.midYearBy())));
        facts.add(new Fact(s.t("performance.day.selfBy"), s.time(cycle.selfBy())));
        facts.add(new Fact(s.t("performance.day.rateBy"), s.time(cycle.rateBy())));
        facts.add(new Fact(s.t("performance.day.calibrateBy"), s.time(cycle.calibrateBy())));
        facts.add(new Fact(s.t("performance.day.talkBy"), s.time(cycle.talkBy())));
        facts.add(new Fact(s.t("performance.population"), s.t("performance.population-is", whole(), cycle.populationDay())));
        leftOut.forEach((reason, count) -> facts.add(new Fact(s.t("performance.left-out"), s.t("performance.left-out-is", count, s.t("performance.out." + reason)))));
        return facts;
    }

    public List<Chip> chips(Screen s) {
        var chips = new ArrayList<Chip>();
        for (var next : Standing.Next.values()) {
            if (members(next) > 0) {
                chips.add(Chip.of(query, "next", next.name(), s.t("performance.next." + next), members(next)));
            }
        }
        return chips;
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("performance.who")), new Pick("group", s.t("performance.group"), groups.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList()));
    }

    public Table<Standing> table(Screen s) {
        return columns(s).paged(query, all).downloads();
    }

    Table<Standing> columns(Screen s) {
        return Table.of(s, members).caption(s.t("performance.people", all))
                .head("performance.who", it -> new Link(it.name(s.lang()), path() + "/people/" + it.person()))
                .id("performance.number", Standing::number)
                .text("performance.group", it -> schemes.get(it.scheme()).name(s.lang()))
                .text("performance.rating", it -> Optional.ofNullable(it.rating()))
                .state("performance.next-step", it -> Words.next(s, it.next(cycle)));
    }

    public Table<Impact.Line> comparison(Screen s) {
        return Table.of(s, impact.map(Impact::lines).orElse(List.of())).caption(s.t("performance.comparison"), s.t("performance.comparison-hint", smallest))
                .head("performance.asked", it -> s.t("performance.attribute." + it.attribute()) + " · " + s.t("performance.outcome-of." + it.outcome()))
                .text("performance.first-group", it -> share(s, it.one(), it.chosenOne(), it.ofOne()))
                .text("performance.second-group", it -> share(s, it.other(), it.chosenOther(), it.ofOther()))
                .number("performance.unknown", Impact.Line::unknown)
                .text("performance.ratio", it -> it.ratio().isEmpty() ? Optional.empty() : Optional.of(closed(it) ? s.t("performance.closed-cell") : decimal(it.ratio())))
                .text("performance.chance", it -> probability(it, it.fisher()))
                .text("performance.within", it -> probability(it, it.within()))
                .state("performance.verdict", it -> verdict(s, it));
    }

    private boolean closed(Impact.Line it) {
        return shown(it.chosenOne(), it.ofOne()).stream().anyMatch(OptionalLong::isEmpty) || shown(it.chosenOther(), it.ofOther()).stream().anyMatch(OptionalLong::isEmpty);
    }

    private List<OptionalLong> shown(long chosen, long of) {
        return SmallCells.closed(List.of(chosen, of - chosen), smallest);
    }

    private String share(Screen s, String group, int chosen, int of) {
        var cells = shown(chosen, of);
        var name = s.t("performance.group-of." + group);
        return cells.stream().allMatch(OptionalLong::isPresent) ? s.t("performance.share-of", name, chosen, of)
                : of >= smallest ? s.t("performance.share-closed", name, of) : s.t("performance.group-closed", name);
    }

    private static String decimal(String fraction) {
        var parts = fraction.split("/");
        return new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), 3, RoundingMode.DOWN).toPlainString();
    }

    /** Beside a closed cell only the side of the level it lies on: four or fewer people leave so few probabilities that the exact one would tell who is in the cell. */
    private Optional<String> probability(Impact.Line it, String p) {
        if (p.isEmpty()) {
            return Optional.empty();
        }
        var exact = new BigDecimal(p);
        var level = BigDecimal.valueOf(Comparison.LEVEL);
        return Optional.of(!closed(it) ? exact.round(new MathContext(2)).toString() : (exact.compareTo(level) < 0 ? "< " : "≥ ") + level);
    }

    private static State verdict(Screen s, Impact.Line it) {
        var words = s.t("performance.word." + it.verdict());
        return it.verdict() == Word.NOT_KNOWN ? State.none(words) : it.warns() ? State.bad(words) : it.verdict() == Word.NO_SIGN ? State.good(words) : State.note(words);
    }

    /** Reviews by sex and by category; small groups are closed, and with them another, so that no difference tells. */
    public Table<Part> reviews(Screen s) {
        return Table.of(s, parts).caption(s.t("performance.reviews"), s.t("performance.comparison-hint", smallest))
                .head("performance.group", it -> s.t("performance.part." + it.value()))
                .text("performance.members", it -> open(it) ? s.number(it.people()) : s.t("performance.closed-cell"))
                .text("performance.talked", it -> open(it) ? s.percent(BigDecimal.valueOf(100 * it.reviewed() / Math.max(1, it.people()))) : s.t("performance.closed-cell"));
    }

    private boolean open(Part it) {
        var same = parts.stream().filter(one -> one.kind().equals(it.kind())).toList();
        return SmallCells.closed(same.stream().map(Part::people).toList(), smallest).get(same.indexOf(it)).isPresent();
    }

    public Table<Line> panels(Screen s) {
        return Table.of(s, sessions).caption(s.t("performance.sessions"))
                .head("performance.unit", it -> new Link(it.unit(), "/app/performance/sessions/" + it.session().id()))
                .text("performance.group", Line::group)
                .day("performance.held-on", it -> it.session().heldOn())
                .state("performance.state", it -> it.session().closed() ? State.good(s.t("performance.is-closed")) : State.warn(s.t("performance.sits")));
    }

    public Table<Appealed> objections(Screen s) {
        return Table.of(s, appeals).caption(s.t("performance.appeals"))
                .head("performance.who", it -> new Link(s.lang() == Lang.ZH && !it.nameZh().isEmpty() || it.nameEn().isEmpty() ? it.nameZh() : it.nameEn(),
                        path() + "/people/" + it.appeal().person() + "#appeal"))
                .day("performance.appealed-on", it -> LocalDate.ofInstant(it.appeal().at(), s.now().getZone()))
                .state("performance.state", it -> it.appeal().outcome() == null ? State.warn(s.t("performance.next.ANSWER")) : State.good(s.t("performance.outcome." + it.appeal().outcome())));
    }

    public List<Option> groupOptions(Screen s) {
        return groups.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    /** Ratings and absences come before the close, talks after it. */
    public List<Option> files(Screen s) {
        return Arrays.stream(Intake.Kind.values()).filter(it -> cycle.closed() == (it == Intake.Kind.TALKS))
                .map(it -> new Option(it.name(), s.t("performance.file." + it), s.t("performance.file." + it + ".hint"))).toList();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
