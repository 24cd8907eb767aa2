package org.probity.people.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** One course with its sessions. */
public record CoursePage(Course it, List<CompetencyItems.Item> answers, List<Line> sessions, Query query, long total, Optional<Editions.Edition> online, boolean holds, Instant now, ZoneId zone) implements Page {
    /** @param closings how often its list was closed; null: never */
    public record Line(
            UUID session, String number, LocalDate day, Instant startsAt, Instant endsAt, String place, boolean online, boolean alone, @Nullable Integer closings, long people, long seconds,
            boolean calledOff) {}

    static State state(Screen s, Line it, Instant now) {
        if (it.calledOff()) {
            return State.none(s.t("learning.called-off"));
        }
        if (it.closings() != null) {
            return State.good(s.t("learning.list-counts"));
        }
        return it.startsAt().isAfter(now) ? State.none(s.t("learning.planned")) : it.endsAt().isAfter(now) ? State.note(s.t("learning.runs")) : State.warn(s.t("learning.list-open"));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("learning.kind"), s.t("learning.kind." + it.kind())));
        facts.add(new Fact(s.t("learning.valid"), it.validMonths() == null ? s.t("learning.for-good") : s.t("learning.months", it.validMonths())));
        facts.add(new Fact(s.t("learning.taken-online"), online.map(edition -> s.t("learning.online-since", edition.no(), s.day(edition.publishedAt().atZone(zone).toLocalDate()), edition.passed()))
                .orElseGet(() -> s.t("learning.no"))));
        answers.forEach(item -> facts.add(new Fact(s.t("learning.answers"), item.code() + " " + item.title(s.lang()) + " · " + item.standard(s.lang()))));
        return facts;
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, sessions)
                .caption(s.t("learning.sessions"))
                .head("learning.session", line -> new Link(line.number(), "/app/trainings/sessions/" + line.session()))
                .day("learning.day", Line::day)
                .text("learning.hours", line -> line.alone() ? "" : Trainings.clock(line.startsAt(), zone) + " – " + Trainings.clock(line.endsAt(), zone))
                .text("learning.place", line -> line.alone() ? s.t("learning.alone") : line.online() ? s.t("learning.online") : line.place())
                .state("learning.state", line -> state(s, line, now))
                .number("learning.people", Line::people)
                .number("learning.time", line -> Html.words(Trainings.length(line.seconds())))
                .paged(query, total);
    }
}
