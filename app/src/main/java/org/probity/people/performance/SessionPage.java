package org.probity.people.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * A panel at work.
 *
 * @param chosen whom they speak about
 * @param runs whether who looks records what the panel does
 */
public record SessionPage(
        Cycle cycle, Session session, Scheme scheme, String unit, List<Session.Panelist> panel, List<Session.Recusal> recusals, List<Standing> members, List<Session.Moved> moved,
        List<Session.Share> shares, List<Session.Severity> severities, Optional<Standing> chosen, boolean runs, Map<String, String> typed, List<Reason> reasons) implements Page {

    public String path() {
        return "/app/performance/sessions/" + session.id();
    }

    public String title(Screen s) {
        return s.t("performance.session-of", scheme.name(s.lang()), unit);
    }

    public Table<Standing> table(Screen s) {
        return Table.of(s, members).caption(s.t("performance.people", members.size()))
                .head("performance.who", it -> new Link(it.name(s.lang()), path() + "?person=" + it.person()))
                .text("performance.rating", it -> Optional.ofNullable(it.rating()))
                .text("performance.came-from", it -> it.origin() == null ? Optional.empty() : Optional.of(s.t("performance.origin." + it.origin())));
    }

    public Table<Session.Share> spread(Screen s) {
        return Table.of(s, shares).caption(s.t("performance.spread"), s.t(shares.stream().anyMatch(Session.Share::compared) ? "performance.spread-hint" : "performance.spread-small", scheme.guidelineFrom()))
                .head("performance.rating", it -> Words.rating(s, scheme, it.rating().code()))
                .number("performance.given", Session.Share::given)
                .text("performance.guideline", it -> s.t("performance.from-to-share", CyclesPage.percent(it.rating().shareMin()), CyclesPage.percent(it.rating().shareMax())))
                .state("performance.beside-it", it -> it.outside() ? State.warn(s.t("performance.outside")) : it.compared() ? State.good(s.t("performance.inside")) : State.none(s.t("performance.not-compared")));
    }

    public Table<Session.Severity> managers(Screen s) {
        return Table.of(s, severities).caption(s.t("performance.severity"), s.t("performance.severity-hint"))
                .head("performance.manager", it -> s.lang() == Lang.ZH && !it.nameZh().isEmpty() || it.nameEn().isEmpty() ? it.nameZh() : it.nameEn())
                .number("performance.rated", Session.Severity::rated)
                .number("performance.deviation", it -> places(it));
    }

    private static BigDecimal places(Session.Severity it) {
        return new BigDecimal(it.deviation().getNumerator()).divide(new BigDecimal(it.deviation().getDenominator()), 2, RoundingMode.HALF_EVEN);
    }

    /** Those of the panel who may speak about the chosen person. */
    public List<Option> speakers(Screen s) {
        var it = chosen.orElseThrow();
        return panel.stream().filter(one -> !one.person().equals(it.person()) && !one.person().equals(it.manager())
                        && recusals.stream().noneMatch(out -> out.panelist().equals(one.person()) && out.person().equals(it.person())))
                .map(one -> new Option(one.person().toString(), one.name(s.lang()))).toList();
    }

    public List<Option> sitting(Screen s) {
        return panel.stream().map(one -> new Option(one.person().toString(), one.name(s.lang()))).toList();
    }

    public List<Option> codes(Screen s) {
        return Arrays.stream(Session.Code.values()).map(it -> new Option(it.name(), s.t("performance.code." + it))).toList();
    }

    public List<Option> otherRatings(Screen s) {
        return scheme.ratings().stream().filter(it -> !it.code().equals(chosen.orElseThrow().rating())).map(it -> new Option(it.code(), Words.rating(s, scheme, it.code()))).toList();
    }

    public List<Event> events(Screen s) {
        var names = members.stream().collect(Collectors.toMap(Standing::person, it -> it.name(s.lang())));
        return moved.stream().map(it -> new Event(Mark.NOTE, s.t("performance.moved-from-to", names.getOrDefault(it.person(), "–"), it.was(), it.becomes()),
                "— " + it.words(), s.t("performance.code." + it.code()) + " · " + s.t("performance.spoke-of", it.spoke().size(), it.quorum()))).toList();
    }

    public String panelNames(Screen s) {
        return panel.stream().map(it -> it.name(s.lang())).collect(Collectors.joining(s.t("performance.comma")));
    }

    public UUID person() {
        return chosen.orElseThrow().person();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
