package org.probity.people.career;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** Who is on which track with which level, for human resources; and the file that places people. */
public record PlacedPage(List<Line> lines, long total, Query query, List<Register.Track> tracks, LocalDate today, List<Reason> reasons) implements Page {
    public record Line(
            UUID person, String number, String nameEn, String nameZh, String code, Ladder ladder, String trackEn, String trackZh, LocalDate fromDay, @Nullable Integer level,
            @Nullable LocalDate untilDay) {
        String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("career.seek-person")), new Pick("track", s.t("career.track"), tracks.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList()));
    }

    /** Nothing while they hold no level; late when its last day is past. */
    private State level(Screen s, Line it) {
        return it.level() == null || it.untilDay() == null ? State.none(s.t("career.no-level"))
                : it.untilDay().isBefore(today) ? State.bad(s.t("career.ran-out", it.ladder().name() + it.level())) : State.good(it.ladder().name() + it.level());
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("career.people-on-tracks"))
                .head("career.person", it -> it.name(s.lang()))
                .id("career.number", Line::number).sorts("number")
                .text("career.track", it -> s.lang() == Lang.ZH ? it.trackZh() : it.trackEn()).sorts("track")
                .day("career.from", Line::fromDay)
                .state("career.level", it -> level(s, it))
                .day("career.until", Line::untilDay).sorts("until")
                .paged(query, total)
                .downloads();
    }
}
