package org.probity.supply.minerals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.formats.cmrt.CompanyQuestion;
import org.probity.formats.cmrt.Metal;
import org.probity.formats.cmrt.Question;
import org.probity.formats.cmrt.Words;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;

/**
 * The company's own declaration of a year: what follows from the suppliers' accepted answers, and what a person has to say.
 *
 * @param before what followed the year before
 * @param fields what was typed, or answered last
 * @param ready whether a person answered, so that the workbook can be written
 */
public record OwnCmrtPage(
        int year, RollUp now, RollUp before, Map<String, String> fields, boolean ready, boolean mayAnswer, List<Reason> reasons) implements Page {

    /** A question about a metal, what follows, and by which rule. */
    public record Line(Question question, Metal metal, String answer) {}

    /** A smelter of this year or the last. */
    public record Smelter(RollUp.Source source, boolean isNew, boolean gone) {}

    public List<Sum> sums(Screen s) {
        return List.of(
                new Sum(s.t("minerals.own.asked"), s.number(now.asked())),
                new Sum(s.t("minerals.own.answered"), s.number(now.answered())),
                new Sum(s.t("minerals.own.smelters"), s.number((long) now.smelters().size())));
    }

    public Table<Line> answers(Screen s) {
        var words = words(s);
        var lines = Stream.of(Metal.values()).flatMap(metal -> now.answers(metal).entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> new Line(it.getKey(), metal, it.getValue()))).toList();
        return Table.of(s, lines)
                .caption(s.t("minerals.own.follows"))
                .head("minerals.own.question", it -> words.word(it.question()))
                .text("minerals.metal", it -> words.word(it.metal()))
                .text("minerals.own.reply", Line::answer)
                .why("minerals.own.rule", it -> s.t("minerals.own.rule." + (now.metals().contains(it.metal()) ? it.question() : "ABSENT")));
    }

    /** Those of this year, then those that were named last year only. */
    public Table<Smelter> smelters(Screen s) {
        var words = words(s);
        var then = ids(before);
        var today = ids(now);
        var all = Stream.concat(
                now.smelters().stream().map(it -> new Smelter(it, before.answered() > 0 && !then.contains(it.smelter()), false)),
                before.smelters().stream().filter(it -> !today.contains(it.smelter())).map(it -> new Smelter(it, false, true))).toList();
        return Table.of(s, all)
                .caption(s.t("minerals.own.smelters"), s.t("minerals.own.smelters-text", String.valueOf(year - 1)))
                .head("minerals.smelter", it -> it.source().name())
                .id("minerals.smelter-id", it -> it.source().smelter())
                .text("minerals.metal", it -> words.word(it.source().metal()))
                .text("minerals.country", it -> it.source().country())
                .number("minerals.own.sources", it -> it.gone() ? 0L : it.source().suppliers())
                .state("minerals.difference", it -> it.gone() ? State.warn(s.t("minerals.difference.GONE"))
                        : it.isNew() ? State.note(s.t("minerals.difference.NEW"))
                        : State.none(before.answered() == 0 ? "–" : s.t("minerals.difference.SAME")));
    }

    private static Set<String> ids(RollUp rollUp) {
        return rollUp.smelters().stream().map(RollUp.Source::smelter).collect(Collectors.toSet());
    }

    public List<CompanyQuestion> leftToAPerson() {
        return OwnCmrt.LEFT_TO_A_PERSON;
    }

    public List<Option> offered(CompanyQuestion question) {
        return OwnCmrt.offered(question).stream().map(it -> new Option(it, it)).toList();
    }

    public String word(Screen s, CompanyQuestion question) {
        return words(s).word(question);
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private static Words words(Screen s) {
        return Words.of(Locale.forLanguageTag(s.lang().tag()));
    }
}
