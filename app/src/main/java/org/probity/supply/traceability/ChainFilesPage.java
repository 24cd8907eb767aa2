package org.probity.supply.traceability;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.ChainFiles.Line;

/**
 * Files in which suppliers of wafers tell their chain, and whether one of us accepted them.
 *
 * @param accepts whether whoever looks may
 */
public record ChainFilesPage(List<Line> lines, Query query, long count, int year, boolean accepts, List<Reason> reasons) implements Page {
    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("traceability.chain-files"))
                .head("traceability.file", it -> new Link(it.file(), "/app/traceability/captures/" + it.capture()))
                .text("traceability.supplier", it -> s.lang() == Lang.EN ? it.supplierEn() : it.supplierZh())
                .text("traceability.sent", it -> s.time(it.sentAt().toInstant()))
                .number("traceability.chain-year", it -> it.year() == null ? "" : String.valueOf(it.year()))
                .number("traceability.chain-lots", it -> it.lots() == null ? "" : s.number(it.lots()))
                .state("traceability.chain-state", it -> it.acceptedAt() == null ? State.none(s.t("traceability.chain-waits")) : State.good(s.t("traceability.chain-accepted")))
                .paged(query, count)
                .downloads();
    }

    public List<Option> waiting(Screen s) {
        return lines.stream().filter(it -> it.acceptedAt() == null).map(it -> new Option(it.capture().toString(), it.file() + " · " + (s.lang() == Lang.EN ? it.supplierEn() : it.supplierZh()))).toList();
    }
}
