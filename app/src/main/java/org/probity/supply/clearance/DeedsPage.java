package org.probity.supply.clearance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/**
 * What was reported as ordered, taken in and paid, and where a report is brought in by hand.
 *
 * @param rows one page of {@code found}
 * @param brings whether who looks brings reports in
 * @param form as typed
 */
public record DeedsPage(List<DeedRows.Row> rows, long found, Query query, boolean brings, Form form, List<Reason> reasons) implements Page {
    /** As typed. */
    public record Form(String source, String rows) {
        static final Form EMPTY = new Form("", "");
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("clearance.deed-who")),
                new Pick("kind", s.t("clearance.deed-kind"), Stream.of(Deeds.Kind.values()).map(it -> new Option(it.name(), s.t("clearance.deed." + it))).toList()),
                new Pick("asked", s.t("clearance.deed-asked"), Stream.of(DeedRows.Asked.values()).map(it -> new Option(it.name(), s.t("clearance.deed." + it))).toList()));
    }

    public Table<DeedRows.Row> table(Screen s) {
        return Table.of(s, rows)
                .caption(s.t("clearance.deeds-found", found))
                .head("clearance.deed-document", DeedRows.Row::document)
                .text("clearance.deed-kind", it -> s.t("clearance.deed." + it.kind()))
                .text("clearance.supplier", it -> new Link(it.name(s.lang()), "/app/suppliers/" + it.supplier()))
                .day("clearance.deed-day", DeedRows.Row::day)
                .number("clearance.deed-amount", DeedRows.Row::amount)
                .text("clearance.deed-currency", DeedRows.Row::currency)
                .state("clearance.deed-asked", it -> switch (it.asked()) {
                    case ALLOWED -> State.good(s.t("clearance.deed.ALLOWED"));
                    case AGAINST -> State.bad(s.t("clearance.deed.AGAINST"));
                    case NOT_ASKED -> State.warn(s.t("clearance.deed.NOT_ASKED"));
                })
                .text("clearance.deed-answer", it -> Optional.ofNullable(it.answer()).map(answer -> new Link(s.t("clearance.deed-look"), "/app/clearance/answers/" + answer)))
                .text("clearance.source", DeedRows.Row::source)
                .day("clearance.deed-reported", DeedRows.Row::reportedAt)
                .paged(query, found)
                .downloads();
    }
}
