package org.probity.people.learning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * One session: when, who was there for how long, and how often its list was closed.
 *
 * @param trainer their name; empty: somebody from outside
 * @param places of the closings in the log, by number of the closing
 * @param holds may keep the list; @param named may see who was there
 */
public record SessionPage(
        Session it, boolean calledOff, String trainer, List<Lists.There> there, List<Lists.Closing> closings, Map<Integer, Long> places, List<BadgeFiles.Lost> lost,
        Optional<Feedback.Said> said, List<Enrolments.Enrolled> enrolled, boolean holds, boolean named, Instant now, ZoneId zone, Map<String, String> typed, List<Reason> reasons) implements Page {

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String path() {
        return "/app/trainings/sessions/" + it.session();
    }

    public String keeping() {
        return "/app/gatherings/" + it.occasion() + "?session=" + it.session();
    }

    public boolean begun() {
        return !it.startsAt().isAfter(now);
    }

    public State state(Screen s) {
        return CoursePage.state(s, new CoursePage.Line(it.session(), it.number(), it.day(), it.startsAt(), it.endsAt(), it.place(), it.online(), it.alone(), closed(), there.size(), 0, calledOff), now);
    }

    private @Nullable Integer closed() {
        return closings.isEmpty() ? null : closings.getFirst().no();
    }

    public long seconds() {
        return there.stream().mapToLong(Lists.There::seconds).sum();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("learning.day"), s.time(it.day())));
        if (!it.alone()) {
            facts.add(new Fact(s.t("learning.hours"), it.hours(zone)));
        }
        facts.add(new Fact(s.t("learning.place"), it.alone() ? s.t("learning.alone") : it.online() ? s.t("learning.online") : it.place().isEmpty() ? "–" : it.place()));
        if (!it.alone()) {
            facts.add(new Fact(s.t("learning.trainer"), trainer.isEmpty() ? s.t("learning.from-outside") : trainer));
        }
        if (!closings.isEmpty()) {
            facts.add(new Fact(s.t("learning.people"), s.number((long) there.size())));
            facts.add(new Fact(s.t("learning.time"), Html.words(Trainings.length(seconds()))));
            facts.add(new Fact(s.t("learning.completed"), s.number(there.stream().filter(Lists.There::completed).count())));
        }
        said.ifPresent(it -> facts.add(new Fact(s.t("learning.useful-to"), it.few() ? s.t("learning.too-few", it.answered(), it.asked())
                : !it.mean() ? s.t("learning.too-few-beside", it.answered(), it.asked())
                : s.t("learning.mean", s.percent(BigDecimal.valueOf(it.points() * 100).divide(BigDecimal.valueOf(it.answered() * (Feedback.STEPS - 1L)), 1, RoundingMode.DOWN)), it.answered(), it.asked()))));
        return facts;
    }

    public static String name(Lang lang, String en, String zh) {
        return switch (lang) {
            case EN -> en.isEmpty() ? zh : en;
            case ZH -> zh.isEmpty() ? en : zh;
        };
    }

    public Table<Lists.There> table(Screen s) {
        return Table.of(s, there)
                .caption(s.t("learning.were-there"))
                .head("learning.person", line -> new Link(name(s.lang(), line.nameEn(), line.nameZh()), "/app/trainings/people/" + line.person()))
                .id("learning.staff-number", Lists.There::number)
                .number("learning.time", line -> Html.words(Trainings.length(line.seconds())))
                .state("learning.completed", line -> line.completed() ? State.good(s.t("learning.yes")) : State.warn(s.t(it.alone() ? "learning.not-passed-yet" : "learning.too-short")))
                .foot(s.t("learning.all"), "", Html.words(Trainings.length(seconds())), "");
    }

    public List<Event> events(Screen s) {
        return closings.stream().map(closing -> new Event(Mark.GOOD, s.t("learning.closing", closing.no()),
                s.t("learning.closing-says", closing.people(), Trainings.length(closing.seconds())) + " · "
                        + (places.containsKey(closing.no()) ? s.t("learning.entry", String.valueOf(places.get(closing.no()))) : s.t("learning.entry-waits")), s.instant(closing.at()))).toList();
    }

    public Table<Enrolments.Enrolled> enrolledTable(Screen s) {
        return Table.of(s, enrolled)
                .caption(s.t("learning.enrolled"))
                .head("learning.person", line -> new Link(name(s.lang(), line.nameEn(), line.nameZh()), "/app/trainings/people/" + line.person()))
                .id("learning.staff-number", Enrolments.Enrolled::number)
                .state("learning.place-of", line -> line.seated() ? State.good(s.t("learning.has-a-place")) : State.warn(s.t("learning.waits")))
                .state("learning.manager", line -> TeamPage.says(s, line))
                .why("learning.because", line -> line.words() == null ? "" : line.words());
    }

    public List<Option> enrolledOnes(Screen s) {
        return enrolled.stream().map(line -> new Option(line.id().toString(), name(s.lang(), line.nameEn(), line.nameZh()) + " " + line.number())).toList();
    }

    public List<Option> lostOnes(Screen s) {
        return lost.stream().map(line -> new Option(line.id().toString(), s.t("learning.lost-one", name(s.lang(), line.nameEn(), line.nameZh()) + " " + line.number(),
                Trainings.clock(line.cameAt(), zone)))).toList();
    }
}
