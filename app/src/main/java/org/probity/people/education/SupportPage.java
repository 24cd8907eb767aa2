package org.probity.people.education;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * One support: the person brings proofs, human resources offer and conclude, another rules.
 *
 * @param rules whether the reader may rule; never on their own and never on what they put forward
 * @param mine whether the reader put it forward
 */
public record SupportPage(
        Support it, Programmes.Programme programme, List<Support.Proof> proofs, boolean own, boolean keeps, boolean rules, boolean mine, Bond bond, LocalDate today, Map<String, String> typed,
        List<Reason> reasons) implements Page {
    static State state(Screen s, Support it) {
        var words = s.t("education.state." + it.state());
        return switch (it.state()) {
            case APPLIED, OFFERED -> State.warn(words);
            case SUPPORTED -> State.note(words);
            case OBTAINED -> State.good(words);
            case FAILED, REFUSED -> State.bad(words);
            case LEFT -> State.none(words);
        };
    }

    public String path() {
        return "/app/education/supports/" + it.id();
    }

    public List<State> tags(Screen s) {
        return List.of(state(s, it).asTag());
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean offers() {
        return keeps && !own && it.state() == Support.State.APPLIED;
    }

    public boolean decides() {
        return rules && !own && it.state() == Support.State.OFFERED;
    }

    public boolean proves() {
        return own && it.state() == Support.State.SUPPORTED;
    }

    public boolean concludes() {
        return keeps && !own && it.state() == Support.State.SUPPORTED;
    }

    public List<Option> outcomes(Screen s) {
        return Stream.of("OBTAINED", "FAILED", "LEFT").map(one -> new Option(one, s.t("education.state." + one))).toList();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("education.person"), it.person(s.lang())), new Fact(s.t("education.engagement"), s.t("education.engagement." + it.engagement()))));
        facts.addAll(ProgrammePage.facts(s, programme));
        if (it.amount() != null) {
            facts.add(new Fact(s.t("education.amount"), s.number(it.amount())));
            facts.add(new Fact(s.t("education.paid"), s.number(it.paid())));
        } else if (it.offered() != null) {
            facts.add(new Fact(s.t("education.offered"), s.number(it.offered())));
        }
        if (bond.months() > 0 && it.amount() != null) {
            facts.add(new Fact(s.t("education.owed-today"), s.number(bond.owed(today))));
        }
        return facts;
    }

    public String refusal() {
        return Objects.requireNonNullElse(it.refusal(), "");
    }

    public Table<Support.Proof> table(Screen s) {
        return Table.of(s, proofs)
                .caption(s.t("education.proofs"))
                .head("education.file", one -> one.name() == null ? s.t("education.file-gone") : new Link(one.name(), path() + "/files/" + one.id()))
                .number("education.no", Support.Proof::no)
                .number("education.amount", Support.Proof::amount)
                .state("education.state", one -> one.paidOn() == null ? State.warn(s.t("education.not-paid")) : State.good(s.t("education.paid-on", one.paidOn())));
    }
}
