package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.decision.Decisions.Outcome;

/**
 * The rule books through time, the one that waits for a second person, and the form for the next.
 *
 * @param inForce the one that periods beginning today would go by
 * @param waiting with what held on its first day before
 * @param known every criterion the form offers
 * @param me who looks
 */
public record RulesPage(
        List<Schemes.Kept> books, Optional<Scheme> inForce, Optional<Waiting> waiting, List<Criterion> known, Map<UUID, String> names, UUID me, boolean changes,
        RuleForm form, List<Reason> reasons) implements Page {

    /** @param reason why it was proposed */
    public record Waiting(Scheme scheme, Optional<Scheme> before, UUID proposedBy, String reason) {}

    public boolean mine() {
        return waiting.filter(it -> it.proposedBy().equals(me)).isPresent();
    }

    public Table<Schemes.Kept> table(Screen s) {
        return Table.of(s, books).caption(s.t("evaluation.books"))
                .head("evaluation.book", it -> s.t("evaluation.scheme", it.scheme().version()))
                .day("evaluation.book-from", it -> it.scheme().fromDay())
                .state("evaluation.stage", it -> state(s, it))
                .text("evaluation.book-bands", it -> Stream.of(it.scheme().aFrom(), it.scheme().bFrom(), it.scheme().cFrom()).map(RuleForm::plain)
                        .reduce((one, two) -> one + " / " + two).orElse(""))
                .text("evaluation.book-by", it -> it.decision().map(by -> by.ruledBy() == null || by.ruledBy().equals(by.proposedBy()) ? name(by.proposedBy())
                        : s.t("evaluation.book-by-two", name(by.proposedBy()), name(by.ruledBy()))).orElse(s.t("evaluation.book-of-house")))
                .why("evaluation.book-source", it -> it.scheme().source());
    }

    private String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    private State state(Screen s, Schemes.Kept it) {
        if (it.open()) {
            return State.warn(s.t("evaluation.stage.PROPOSED"));
        }
        if (!it.approved()) {
            return State.none(s.t(it.decision().filter(by -> by.outcome() == Outcome.WITHDRAWN).isPresent() ? "evaluation.book-withdrawn" : "evaluation.book-rejected"));
        }
        if (inForce.filter(now -> now.version() == it.scheme().version()).isPresent()) {
            return State.good(s.t("evaluation.book-holds"));
        }
        return inForce.filter(now -> now.fromDay().isBefore(it.scheme().fromDay())).isPresent() ? State.note(s.t("evaluation.book-to-come")) : State.none(s.t("evaluation.book-past"));
    }

    /** What would be otherwise, line by line. */
    public List<String> differences(Screen s) {
        return waiting.map(it -> differences(s, it.before(), it.scheme())).orElse(List.of());
    }

    private static List<String> differences(Screen s, Optional<Scheme> before, Scheme next) {
        var said = new ArrayList<String>();
        number(s, said, s.t("evaluation.book-a-from"), before.map(Scheme::aFrom), next.aFrom());
        number(s, said, s.t("evaluation.book-b-from"), before.map(Scheme::bFrom), next.bFrom());
        number(s, said, s.t("evaluation.book-c-from"), before.map(Scheme::cFrom), next.cFrom());
        days(s, said, "evaluation.book-appeal-days", before.map(Scheme::appealDays), next.appealDays());
        days(s, said, "evaluation.book-a-days", before.map(Scheme::aDays), next.aDays());
        days(s, said, "evaluation.book-c-days", before.map(Scheme::cDays), next.cDays());
        days(s, said, "evaluation.book-d-days", before.map(Scheme::dDays), next.dDays());
        for (var it : next.criteria()) {
            var was = before.flatMap(scheme -> scheme.criterion(it.code()));
            var name = s.t("evaluation.criterion." + it.code());
            if (was.isEmpty()) {
                said.add(s.t("evaluation.book-new", name, it.gate() ? s.t("evaluation.gate") : s.t("evaluation.book-weighs", plain(it.weight()))));
            } else if (!was.get().said().equals(it.said())) {
                said.add(s.t("evaluation.book-other", name, whole(s, was.get()), whole(s, it)));
            }
        }
        before.stream().flatMap(it -> it.criteria().stream()).filter(it -> next.criterion(it.code()).isEmpty())
                .forEach(it -> said.add(s.t("evaluation.book-gone", s.t("evaluation.criterion." + it.code()))));
        return said;
    }

    private static void number(Screen s, List<String> said, String name, Optional<BigDecimal> was, BigDecimal is) {
        if (was.filter(it -> it.compareTo(is) == 0).isEmpty()) {
            said.add(s.t("evaluation.book-other", name, was.map(RuleForm::plain).orElse("–"), RuleForm.plain(is)));
        }
    }

    private static void days(Screen s, List<String> said, String key, Optional<Integer> was, int is) {
        if (!was.equals(Optional.of(is))) {
            said.add(s.t("evaluation.book-other", s.t(key), was.map(String::valueOf).orElse("–"), String.valueOf(is)));
        }
    }

    private static String whole(Screen s, Criterion it) {
        return it.gate() ? s.t("evaluation.gate") : String.join(s.t("evaluation.and-also"), s.t("evaluation.book-weighs", plain(it.weight())),
                s.t("evaluation.from-to", plain(it.worst()), plain(it.best()), it.unit()).strip(), s.t("evaluation.without." + it.without()));
    }

    private static String plain(@Nullable BigDecimal number) {
        return RuleForm.plain(Objects.requireNonNull(number));
    }

    public List<Criterion> weighted() {
        return known.stream().filter(it -> !it.gate()).toList();
    }

    public List<Criterion> gates() {
        return known.stream().filter(Criterion::gate).toList();
    }

    public List<Option> withouts(Screen s) {
        return Stream.of(Criterion.Without.values()).map(it -> new Option(it.name(), s.t("evaluation.without." + it))).toList();
    }
}
