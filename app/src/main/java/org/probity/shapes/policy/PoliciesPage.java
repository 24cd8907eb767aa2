package org.probity.shapes.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Account;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.shapes.policy.Acknowledgements.Rate;
import org.probity.shapes.policy.Policy.Stage;
import org.probity.shapes.policy.Policy.Version;

/** The register of our own rules. @param people who may answer for one */
public record PoliciesPage(List<Line> lines, Query query, boolean keeps, List<Account> people, Typed typed, List<Reason> reasons) implements Page {
    /**
     * A rule with what is newest of it.
     *
     * @param now the version in force; null: none is
     * @param next a draft, or a version whose day has yet to come
     */
    public record Line(Policy policy, @Nullable Version now, @Nullable Version next, Rate rate, String responsible) {
        String title(Screen s) {
            return now != null ? now.title(s.lang()) : next != null ? next.title(s.lang()) : policy.code();
        }

        Stage stage() {
            return now != null ? now.stage() : next != null ? next.stage() : Stage.DRAFT;
        }
    }

    /** What was typed to open one. */
    public record Typed(String code, String kind, String area, String responsible, String days, String months) {
        static final Typed NOTHING = new Typed("", "POLICY", "SUPPLY", "", "30", "24");
    }

    public List<Chip> chips(Screen s) {
        return List.of(Chip.of(query, "area", "", s.t("policy.all")),
                Chip.of(query, "area", "SUPPLY", s.t("policy.area.SUPPLY")), Chip.of(query, "area", "PEOPLE", s.t("policy.area.PEOPLE")),
                Chip.of(query, "area", "COMPANY", s.t("policy.area.COMPANY")));
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("kind", s.t("policy.kind"), kinds(s)),
                new Pick("stage", s.t("policy.stage"), Arrays.stream(Stage.values()).map(it -> new Option(it.name(), s.t("policy.stage." + it))).toList()));
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Policy.Kind.values()).map(it -> new Option(it.name(), s.t("policy.kind." + it))).toList();
    }

    public List<Option> areas(Screen s) {
        return Arrays.stream(Policy.Area.values()).map(it -> new Option(it.name(), s.t("policy.area." + it))).toList();
    }

    public List<Option> persons() {
        return people.stream().map(it -> new Option(it.id().toString(), it.name())).toList();
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("policy.register"))
                .head("policy.rule", it -> new Link(it.title(s), PolicyWeb.path(it.policy())))
                .text("policy.kind", it -> s.t("policy.kind." + it.policy().kind()))
                .state("policy.stage", it -> stage(s, it.stage()))
                .number("policy.version", it -> it.now() == null ? Optional.empty() : Optional.of(it.now().no()))
                .day("policy.from-day", it -> Optional.ofNullable(it.now()).map(Version::fromDay))
                .text("policy.responsible", Line::responsible)
                .text("policy.read-by", it -> it.rate().asked() == 0 ? Optional.empty() : Optional.of(s.t("policy.done-of", it.rate().done(), it.rate().asked())))
                .text("policy.next", it -> it.next() == null || it.now() == null ? Optional.empty() : Optional.of(s.t("policy.stage." + it.next().stage()) + " " + it.next().no()))
                .paged(query, lines.size()).downloads();
    }

    static State stage(Screen s, Stage stage) {
        var words = s.t("policy.stage." + stage);
        return switch (stage) {
            case IN_FORCE -> State.good(words);
            case PROPOSED, COMING -> State.warn(words);
            case DRAFT, REPLACED, WITHDRAWN -> State.none(words);
        };
    }

}
