package org.probity.disclosure.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * A published figure: the number, what it means, its rows, and the proof to check it without us.
 *
 * @param place the publication's entry in the log
 * @param checkpoint the newest signed state
 * @param held what the package carries of the log; absent until it was first handed out
 * @param history the figure in all editions of all years, newest first
 */
public record PublishedFigurePage(
        Edition edition, FigureView view, Log.@Nullable Placed place, Log.@Nullable Signed checkpoint, String fingerprint, Packages.@Nullable Held held,
        List<Past> history, String address) implements Page {

    /** @param replaced whether a later edition of the year says otherwise */
    public record Past(Edition edition, FigureView view, boolean replaced) {}

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
                new Fact(s.t("statement.frozen"), s.t("statement.frozen-rows", (long) view.value().included().size(), (long) view.value().excluded().size(), view.papers())));
    }

    public Table<Past> table(Screen s) {
        return Table.of(s, history)
                .caption(s.t("statement.history"))
                .head("statement.year", it -> new Link(String.valueOf(it.edition().year()), "/report/" + it.edition().year() + "/" + view.figure().key()))
                .text("statement.edition", it -> s.t("statement.edition-no", it.edition().no()))
                .number("statement.value", it -> it.replaced()
                        ? (gg.jte.Content) out -> out.writeContent("<s>" + FiguresPage.shown(it.view().value()) + "</s>") : FiguresPage.shown(it.view().value()))
                .text("statement.rows", it -> it.view().of(s))
                .day("statement.published", it -> it.edition().publishedDay(s))
                .why("statement.why", it -> it.edition().reason(s.lang()));
    }
}
