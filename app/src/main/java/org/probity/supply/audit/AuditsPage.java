package org.probity.supply.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** All audits, newest first. */
public record AuditsPage(List<Line> lines, Query query, long total, boolean arranges, LocalDate today) implements Page {
    public record Line(
            UUID id, String number, UUID supplier, String nameEn, String nameZh, String site, LocalDate fromDay, LocalDate untilDay, Audit.State state, String pack,
            @Nullable Integer findings, long open, @Nullable LocalDate reauditDay) {
        String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }
    }

    public List<Chip> chips(Screen s) {
        return List.of(Chip.of(query, "state", "", s.t("audit.all")), Chip.of(query, "state", "ARRANGED", s.t("audit.state.ARRANGED")),
                Chip.of(query, "state", "UNDERWAY", s.t("audit.state.UNDERWAY")), Chip.of(query, "state", "REPORTED", s.t("audit.state.REPORTED")),
                Chip.of(query, "state", "again", s.t("audit.again-due")));
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("audit.supplier")));
    }

    static State state(Screen s, Audit.State state) {
        var words = s.t("audit.state." + state);
        return switch (state) {
            case ARRANGED -> State.none(words);
            case UNDERWAY, DRAWN_UP -> State.note(words);
            case REPORTED -> State.good(words);
            case CALLED_OFF -> State.none(words);
        };
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("audit.title"))
                .head("audit.number", it -> new Link(it.number(), "/app/audits/" + it.id()))
                .text("audit.supplier", it -> it.name(s.lang()))
                .text("audit.site", Line::site)
                .day("audit.from", Line::fromDay).sorts("from")
                .state("audit.state", it -> state(s, it.state()))
                .number("audit.findings", it -> Optional.ofNullable(it.findings()).map(Integer::longValue))
                .number("audit.open-actions", Line::open)
                .day("audit.reaudit", it -> Optional.ofNullable(it.reauditDay())).sorts("again")
                .paged(query, total)
                .downloads();
    }
}
