package org.probity.disclosure.statement;

import java.time.LocalDate;
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
 * @param history the figure in all editions of all years, newest first
 * @param opinions what assurers concluded and everybody may read
 */
public record PublishedFigurePage(
        Edition edition, FigureView view, Log.@Nullable Placed place, Log.@Nullable Signed checkpoint, String fingerprint, int witnesses,
        List<Past> history, List<Opinions.Opinion> opinions, String address) implements Page {

    public List<Fact> proof(Screen s) {
        var size = checkpoint == null ? 0 : checkpoint.size();
        return List.of(
                new Fact(s.t("statement.figure"), view.figure().code() + " / " + edition.year() + " / " + s.t("statement.edition-no", edition.no())),
                new Fact(s.t("statement.log-entry"), place == null ? s.t("statement.log-yet") : s.t("statement.entry-of", place.index(), size)),
                new Fact(s.t("statement.checkpoint"), checkpoint == null ? "–" : checkpoint.checkpoint().root().base64().substring(0, 16) + " …"),
                new Fact(s.t("statement.signer"), out -> out.writeContent("<code>" + fingerprint + "</code>")),
                new Fact(s.t("statement.witnesses"), witnesses == 0 ? State.warn(s.t("statement.witness-none")) : State.good(s.number((long) witnesses))),
                new Fact(s.t("statement.frozen"), s.t("statement.frozen-rows", (long) view.value().included().size(), (long) view.value().excluded().size(), view.papers())));
    }

    public String opinion(Screen s, Opinions.Opinion it) {
        return s.t(it.reasonable() ? "statement.assured-reasonable" : "statement.assured-limited", it.firm(), it.lookedAt(), it.exceptions(),
                LocalDate.ofInstant(it.at(), s.now().getZone()));
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
