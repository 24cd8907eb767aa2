package org.probity.disclosure.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.proof.Words;

/**
 * A published figure: the number, what it means, its rows, and the proof to check it without us.
 *
 * @param place the publication's entry in the log
 * @param checkpoint the newest signed state
 * @param held what the package carries of the log; absent until it was first handed out
 * @param history the figure in all editions of all years, newest first
 * @param opinions what assurers concluded and everybody may read
 * @param boundary what the edition covers
 * @param aim the target that held at publication
 */
public record PublishedFigurePage(
        Edition edition, FigureView view, Log.@Nullable Placed place, Log.@Nullable Signed checkpoint, String fingerprint, Archive.@Nullable Held held,
        List<Past> history, List<Opinions.Opinion> opinions, Optional<Aim> aim, Words boundary, String address) implements Page {

    public List<Fact> proof(Screen s) {
        var size = checkpoint == null ? 0 : checkpoint.size();
        return List.of(
                new Fact(s.t("statement.figure"), view.figure().code() + " / " + edition.year() + " / " + s.t("statement.edition-no", edition.no())),
                new Fact(s.t("statement.log-entry"), place == null ? s.t("statement.log-yet") : s.t("statement.entry-of", place.index(), size)),
                new Fact(s.t("statement.checkpoint"), checkpoint == null ? "–" : checkpoint.checkpoint().root().base64().substring(0, 16) + " …"),
                new Fact(s.t("statement.signer"), out -> out.writeContent("<code>" + fingerprint + "</code>")),
                new Fact(s.t("statement.package"), held == null ? s.t("statement.package-yet") : s.t("statement.package-holds", held.size(), held.since())),
                new Fact(s.t("statement.witnesses"), held == null || held.witnesses().isEmpty() ? State.warn(s.t("statement.witness-none"))
                        : State.good(String.join(", ", held.witnesses()))),
                new Fact(s.t("statement.frozen"), s.t("statement.frozen-rows", view.included(), view.leftOut(), view.papers())));
    }

    /** Which period, which part of the company, and when the records were read. */
    public String frame(Screen s) {
        var covers = switch (s.lang()) {
            case EN -> boundary.en();
            case ZH -> boundary.zh();
        };
        return Stream.of(s.t("statement.period", view.value().from(), view.value().until()), covers, s.t("statement.computed", view.value().knownAt()))
                .filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
    }

    public String opinion(Screen s, Opinions.Opinion it) {
        return s.t(it.reasonable() ? "statement.assured-reasonable" : "statement.assured-limited", it.firm(), it.lookedAt(), it.exceptions(),
                LocalDate.ofInstant(it.at(), s.now().getZone()));
    }

    /** Each year's newest value as a column; a dashed line where another was published first. One value alone is no course. */
    public Optional<Chart> course(Screen s) {
        var columns = new ArrayList<Chart.Column>();
        for (var now : history.reversed()) {
            if (now.replaced() || now.said().value().isEmpty()) {
                continue;
            }
            var first = history.reversed().stream().filter(it -> it.edition().year() == now.edition().year() && it.edition().no() == 1)
                    .flatMap(it -> it.said().value().stream()).filter(was -> was.compareTo(now.said().value().get()) != 0).findFirst();
            columns.add(new Chart.Column(String.valueOf(now.edition().year()), now.said().value().get(), now.said().shown(s), first,
                    first.map(was -> s.t("statement.first-was", s.measure(was, view.figure().unit()))).orElse("")));
        }
        var says = columns.stream().map(it -> it.label() + " " + it.words() + (it.wasWords().isEmpty() ? "" : " (" + it.wasWords() + ")"))
                .collect(Collectors.joining(s.t("statement.list-comma")));
        return columns.size() < 2 && columns.stream().noneMatch(it -> it.was().isPresent()) ? Optional.empty() : Optional.of(Chart.columns(says, columns));
    }

    public Table<Past> table(Screen s) {
        return Table.of(s, history)
                .caption(s.t("statement.history"))
                .head("statement.year", it -> new Link(String.valueOf(it.edition().year()), "/report/" + it.edition().year() + "/" + view.figure().key()))
                .text("statement.edition", it -> s.t("statement.edition-no", it.edition().no()))
                .number("statement.value", it -> it.replaced()
                        ? (gg.jte.Content) out -> out.writeContent("<s>" + it.said().shown(s) + "</s>") : it.said().shown(s))
                .text("statement.rows", it -> it.said().of(s))
                .day("statement.published", it -> it.edition().publishedDay(s))
                .why("statement.why", it -> it.edition().reason(s.lang()));
    }
}
