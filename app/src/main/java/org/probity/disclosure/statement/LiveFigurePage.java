package org.probity.disclosure.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.proof.Json;
import org.probity.shapes.figure.DefinitionVersion;
import org.probity.shapes.figure.StatedTotals;

/**
 * A figure as the records give it now, for those who work on it.
 *
 * @param years for which there may be records
 * @param aim the target that holds now
 * @param edition the newest published edition of the year, if any
 * @param versions of the definition, newest first
 * @param stating what was said of the other source, where somebody has to say it
 */
public record LiveFigurePage(FigureView view, int year, List<Integer> years, Optional<Aim> aim, @Nullable Edition edition, List<DefinitionVersion> versions, Optional<Stating> stating)
        implements Page {

    /** @param said of this year, newest first @param may whether whoever looks may say it */
    public record Stating(List<StatedTotals.Stated> said, boolean may, Map<String, String> typed, List<Reason> reasons) {
        public String of(String field) {
            return typed.getOrDefault(field, "");
        }

        public Table<StatedTotals.Stated> table(Screen s) {
            return Table.of(s, said)
                    .caption(s.t("figure.stated-heading"))
                    .head("figure.stated-source-field", StatedTotals.Stated::source)
                    .number("figure.stated-said", StatedTotals.Stated::number)
                    .day("figure.stated-at", StatedTotals.Stated::statedAt);
        }
    }

    public boolean wrong() {
        return stating.filter(it -> !it.reasons().isEmpty()).isPresent();
    }

    /** One thing that a version of the definition says otherwise than the one before. */
    public record Changed(DefinitionVersion by, DefinitionVersion.Change change) {}

    public List<Changed> changes() {
        var changes = new ArrayList<Changed>();
        for (var i = 0; i + 1 < versions.size(); i++) {
            var by = versions.get(i);
            by.since(versions.get(i + 1)).forEach(change -> changes.add(new Changed(by, change)));
        }
        return changes;
    }

    public Table<Changed> table(Screen s) {
        return Table.of(s, changes())
                .caption(s.t("statement.versions"))
                .head("statement.version", it -> s.t("statement.version-no", it.by().figure().version()))
                .day("statement.since", it -> it.by().figure().inForceSince())
                .text("statement.part", it -> s.t("statement.part." + it.change().part().replaceFirst("^\\.", "").replaceFirst("^$", "title")))
                .why("statement.was", it -> words(s, it.change().before()))
                .why("statement.is", it -> words(s, it.change().after()));
    }

    /** The first half of a query's hash tells that it is another; the whole stands in the package. */
    private static Optional<String> query(String json) {
        return ((Json.Obj) Json.parse(json)).get("sha256").map(it -> "SHA-256 " + ((Json.Str) it).value().substring(0, 16) + " …");
    }

    /** Words in the reader's language; anything else as it is written in the definition. */
    private static String words(Screen s, String json) {
        return ((Json.Obj) Json.parse(json)).get(s.lang().tag().substring(0, 2)).map(it -> it instanceof Json.Str(var text) ? text : json)
                .or(() -> query(json)).orElse(json);
    }
}
