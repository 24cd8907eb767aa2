package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** People that units asked for, the newest first. */
public record RequisitionsPage(List<Requisition> lines, long total, LocalDate today, Query query) implements Page {
    static State state(Screen s, Requisition it, LocalDate today) {
        var words = s.t("recruitment.requisition." + it.state(today));
        return switch (it.state(today)) {
            case ASKED, APPROVED -> State.warn(words);
            case OPEN -> State.good(words);
            case REJECTED -> State.bad(words);
            case CLOSED -> State.none(words);
        };
    }

    public List<Chip> chips(Screen s) {
        return List.of(Chip.of(query, "state", "", s.t("recruitment.all")), Chip.of(query, "state", "ASKED", s.t("recruitment.requisition.ASKED")),
                Chip.of(query, "state", "APPROVED", s.t("recruitment.requisition.APPROVED")), Chip.of(query, "state", "OPEN", s.t("recruitment.requisition.OPEN")),
                Chip.of(query, "state", "CLOSED", s.t("recruitment.requisition.CLOSED")));
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("recruitment.seek")));
    }

    public Table<Requisition> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("recruitment.title"))
                .head("recruitment.number", it -> new Link(it.number(), "/app/recruitment/" + it.id()))
                .text("recruitment.post", it -> it.title(s.lang()))
                .text("recruitment.unit", it -> it.unit(s.lang()))
                .state("recruitment.state", it -> state(s, it, today))
                .number("recruitment.wanted", Requisition::wanted)
                .number("recruitment.applications", Requisition::applications)
                .number("recruitment.hired", Requisition::hired)
                .day("recruitment.closes-on", Requisition::closesOn)
                .paged(query, total)
                .downloads();
    }
}
