package org.probity.disclosure.assurance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.Shown;
import org.probity.house.access.Account;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.figure.Figure;

/**
 * All published editions with their figures and how far each was looked at; who is engaged, and until when.
 *
 * @param assurers whom the publisher may engage; empty for everybody else
 * @param reasons why an engagement was refused
 */
public record AssurancePage(
        List<Line> lines, List<Engagements.Engagement> engaged, Map<UUID, String> names, List<Account> assurers, Form form, List<Reason> reasons) implements Page {

    /** @param open samples that are not closed */
    public record Line(Edition edition, Shown said, int lookedAt, int exceptions, int open, Optional<Conclusion> conclusion) {}

    /** What was typed. */
    public record Form(String assurer, String firm, String lastDay) {
        static final Form EMPTY = new Form("", "", "");
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("assurance.editions"))
                .head("assurance.figure", it -> new Link(it.said().title(s), address(it.edition(), it.said().figure())))
                .text("assurance.edition", it -> s.t("assurance.year-no", String.valueOf(it.edition().year()), it.edition().no()))
                .number("assurance.value", it -> it.said().shown() + (it.said().value().isPresent() ? " " + s.unit(it.said().figure().unit()) : ""))
                .number("assurance.rows", it -> it.said().number().included() + it.said().number().leftOut())
                .number("assurance.looked-at", it -> (long) it.lookedAt())
                .number("assurance.exceptions", it -> (long) it.exceptions())
                .state("assurance.concluded", it -> it.conclusion().map(conclusion -> state(s, conclusion))
                        .orElseGet(() -> it.open() > 0 ? State.warn(s.t("assurance.under-way")) : State.none(s.t("assurance.not-yet"))));
    }

    public static String address(Edition edition, Figure figure) {
        return "/app/assurance/" + edition.id() + "/" + figure.key();
    }

    public static State state(Screen s, Conclusion conclusion) {
        return switch (conclusion.outcome()) {
            case NO_EXCEPTION -> State.good(s.t("assurance.outcome.NO_EXCEPTION"));
            case EXCEPTIONS -> State.warn(s.t("assurance.outcome.EXCEPTIONS"));
        };
    }

    public Table<Engagements.Engagement> engagements(Screen s) {
        return Table.of(s, engaged)
                .caption(s.t("assurance.engaged"))
                .head("assurance.assurer", it -> names.getOrDefault(it.assurer(), "–"))
                .text("assurance.firm", Engagements.Engagement::firm)
                .state("assurance.last-day", it -> it.lastDay().isBefore(s.now().toLocalDate())
                        ? State.none(s.t("assurance.ended", it.lastDay())) : State.good(s.t("assurance.until", it.lastDay())))
                .text("assurance.agreed", it -> names.getOrDefault(it.agreedBy(), "–") + " · " + s.instant(it.agreedAt()));
    }

    public List<Option> choices() {
        return assurers.stream().map(account -> new Option(account.id().toString(), account.name())).toList();
    }
}
