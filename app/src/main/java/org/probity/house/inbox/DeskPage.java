package org.probity.house.inbox;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.probity.house.access.Me;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;

/**
 * Where a person's day begins.
 *
 * @param waiting all that waits for them, soonest first, before the filter
 * @param since the last working day before today; what changed counts from its beginning
 */
public record DeskPage(
        List<? extends Awaits> waiting, Query query, List<Changes.Change> changes, LocalDate since, List<Numbers.Line> figures,
        List<Notice.Line> notices) implements Page {
    private static final int WEEK = 7;
    private static final int CHANGES_SHOWN = 8;
    /** From so many days before on, a due day is shown as near. */
    private static final int NEAR = 3;

    public String greeting(Screen s) {
        var hour = s.now().getHour();
        var key = hour >= 5 && hour < 12 ? "inbox.good-morning" : hour >= 12 && hour < 18 ? "inbox.good-afternoon" : "inbox.good-evening";
        return s.t(key, s.me().map(Me::name).orElse(""));
    }

    public String dayInWords(Screen s) {
        return s.t("inbox.today", weekday(s, today(s)), s.longDay(today(s)));
    }

    public String changedSince(Screen s) {
        return s.t("inbox.changed-since", weekday(s, since));
    }

    private static LocalDate today(Screen s) {
        return s.now().toLocalDate();
    }

    private static String weekday(Screen s, LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, switch (s.lang()) {
            case EN -> Locale.ENGLISH;
            case ZH -> Locale.SIMPLIFIED_CHINESE;
        });
    }

    public List<Sum> sums(Screen s) {
        var late = in(s, "late").size();
        return List.of(
                new Sum(s.t("inbox.waits"), s.number((long) waiting.size()), query.with("show", "").href()),
                new Sum(s.t("inbox.late"), s.number((long) late), "", query.with("show", "late").href(), late > 0),
                new Sum(s.t("inbox.due-this-week"), s.number((long) in(s, "week").size()), query.with("show", "week").href()),
                new Sum(changedSince(s), s.number((long) changes.size()), "#changed"));
    }

    public List<Chip> chips(Screen s) {
        return List.of(
                Chip.of(query, "show", "", s.t("inbox.waits-for-me"), waiting.size()),
                Chip.of(query, "show", "late", s.t("inbox.late"), in(s, "late").size()),
                Chip.of(query, "show", "week", s.t("inbox.due-this-week"), in(s, "week").size()));
    }

    public List<Pick> picks(Screen s) {
        var rooms = waiting.stream().map(Awaits::room).distinct().map(room -> new Option(room, s.t(room))).toList();
        return List.of(new Pick("room", s.t("inbox.room"), rooms), new Pick("q", s.t("inbox.narrow")));
    }

    private List<? extends Awaits> in(Screen s, String show) {
        return waiting.stream().filter(duty -> switch (show) {
            case "late" -> duty.late(today(s));
            case "week" -> duty.within(today(s), WEEK);
            case String all -> true;
        }).toList();
    }

    /** Whoever looks for words looks through all of them. */
    public List<? extends Awaits> shown(Screen s) {
        var words = query.filter("q").toLowerCase(Locale.ROOT);
        var shown = in(s, query.filter("show")).stream().filter(duty -> query.filter("room").isEmpty() || query.has("room", duty.room())).toList();
        return words.isEmpty() ? shown : Awaits.read(shown).stream()
                .filter(duty -> (duty.what().in(s) + " " + duty.stands().in(s)).toLowerCase(Locale.ROOT).contains(words))
                .toList();
    }

    public Table<Duty> table(Screen s) {
        return table(s, shown(s));
    }

    /** @param shown all of {@link #shown}; the words of those on this page of it are read here */
    public Table<Duty> table(Screen s, List<? extends Awaits> shown) {
        return Table.of(s, Awaits.read(shown.stream().skip(query.offset()).limit(query.limit()).toList()))
                .caption(s.t("inbox.caption", (long) shown.size()))
                .state("inbox.act", duty -> duty.act().in(s))
                .head("inbox.what", duty -> new Link(duty.what().in(s), duty.href()))
                .why("inbox.stands", duty -> duty.stands().in(s))
                .text("inbox.room", duty -> s.t(duty.room()))
                .day("inbox.due", Duty::due)
                .state("inbox.left", duty -> duty.due().map(due -> left(s, due)))
                .paged(query, shown.size())
                .downloads();
    }

    private static State left(Screen s, LocalDate due) {
        var days = ChronoUnit.DAYS.between(today(s), due);
        if (days < 0) {
            return State.bad(s.t("inbox.days-late", -days));
        }
        var words = days == 0 ? s.t("inbox.due-today") : s.t("inbox.days-left", days);
        return days <= NEAR ? State.warn(words) : State.none(words);
    }

    public List<Event> events(Screen s) {
        return changes.stream().limit(CHANGES_SHOWN)
                .map(it -> new Event(it.mark(), it.what().in(s), (s.lang() == Lang.EN ? " " : "") + it.more().in(s), s.instant(it.at()), true,
                        it.href().isEmpty() ? Link.NONE : new Link(s.t("inbox.look"), it.href())))
                .toList();
    }

    public long changesLeft() {
        return Math.max(0, changes.size() - CHANGES_SHOWN);
    }

    public Table<Numbers.Line> figures(Screen s) {
        return Table.of(s, figures)
                .head("inbox.figure", it -> it.name().in(s))
                .number("inbox.value", it -> new Link(it.value().in(s), it.href()))
                .state("inbox.stands", it -> new State(it.mark(), it.stands().in(s)));
    }
}
