package org.probity.supply.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.proof.Json;

/** The plan of a year, and the risk that speaks for each line. */
public record PlanPage(
        int year, List<Plans.Line> lines, List<Candidate> candidates, Optional<Integer> capacity, boolean plans, Query query, Map<String, String> typed,
        List<Reason> reasons) implements Page {
    /** A supplier with its risk. */
    public record Candidate(UUID supplier, String number, String nameEn, String nameZh, Plans.Risk risk) {
        String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public long planned() {
        return lines.stream().filter(it -> !it.dropped()).count();
    }

    public boolean over() {
        return capacity.filter(most -> planned() > most).isPresent();
    }

    public long keys() {
        return candidates.stream().filter(it -> it.risk().isKey()).count();
    }

    static String name(Screen s, Plans.Line it) {
        return s.lang() == Lang.EN ? it.nameEn() : it.nameZh();
    }

    public Table<Plans.Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("audit.plan-of", String.valueOf(year)))
                .head("audit.supplier", it -> new Link(name(s, it), "/app/suppliers/" + it.supplier() + "/audits"))
                .text("audit.month", it -> String.format(java.util.Locale.ROOT, "%d-%02d", it.year(), it.month()))
                .number("audit.points", it -> (long) it.points())
                .why("audit.why", it -> it.reason().isEmpty() ? basis(s, it.basis()) : it.reason())
                .state("audit.state", it -> it.dropped() ? State.none(s.t("audit.dropped"))
                        : it.state() == null ? State.warn(s.t("audit.not-arranged")) : AuditsPage.state(s, it.state()))
                .text("audit.next", it -> it.audit() != null ? Optional.of(new Link(s.t("audit.open"), "/app/audits/" + it.audit()))
                        : plans && !it.dropped() ? Optional.of(new Link(s.t("audit.arrange"), "/app/audits/new?supplier=" + it.supplier())) : Optional.empty())
                .paged(query, lines.size())
                .downloads();
    }

    public Table<Candidate> risks(Screen s) {
        return Table.of(s, candidates)
                .caption(s.t("audit.risks"))
                .head("audit.supplier", it -> new Link(it.name(s.lang()), "/app/suppliers/" + it.supplier()))
                .number("audit.points", it -> (long) it.risk().points())
                .state("audit.key", it -> it.risk().isKey() ? State.note(s.t("audit.is-key")) : State.none(s.t("audit.not-key")))
                .why("audit.why", it -> it.risk().why().stream().map(why -> why(s, why)).reduce((one, two) -> one + s.t("audit.comma") + two).orElse(""));
    }

    /** Share of its category 62 %: 30 */
    static String why(Screen s, Plans.Why it) {
        return s.t(it.reason(), args(s.lang(), (Json.Arr) Json.parse(it.words()))) + " +" + it.points();
    }

    private static String basis(Screen s, String basis) {
        var parts = new ArrayList<String>();
        for (var one : ((Json.Arr) Json.parse(basis)).items()) {
            var it = (Json.Obj) one;
            parts.add(s.t(((Json.Str) it.get("reason").orElseThrow()).value(), args(s.lang(), (Json.Arr) it.get("words").orElseThrow()))
                    + " +" + ((Json.Num) it.get("points").orElseThrow()).value().toPlainString());
        }
        return String.join(s.t("audit.comma"), parts);
    }

    private static Object[] args(Lang lang, Json.Arr words) {
        return words.items().stream().map(it -> switch (it) {
            case Json.Str(var text) -> text;
            case Json.Num(var number) -> number.toPlainString();
            case Json.Obj names -> names.get(lang.code()).map(name -> name instanceof Json.Str(var text) ? text : name.text()).orElse("");
            case Json.Arr list -> list.text();
            case Json.Bool(var yes) -> String.valueOf(yes);
            case Json.Null() -> "–";
        }).toArray();
    }

    public List<Option> choices(Screen s) {
        return candidates.stream().map(it -> new Option(it.supplier().toString(), it.name(s.lang()) + " · " + it.number())).toList();
    }

    public List<Option> lineChoices(Screen s) {
        return lines.stream().map(it -> new Option(it.id().toString(), name(s, it))).toList();
    }

    public List<Option> changes(Screen s) {
        return Arrays.stream(Plans.Change.values()).map(it -> new Option(it.name(), s.t("audit.change." + it))).toList();
    }
}
