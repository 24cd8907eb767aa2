package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.time.DayHasBegun;
import org.probity.people.survey.BallotBox;
import org.probity.people.survey.Counting;
import org.probity.people.survey.Pack;
import org.probity.people.survey.Plans;
import org.probity.people.survey.Releasing;
import org.probity.people.survey.Results;
import org.probity.people.survey.Slips;
import org.probity.people.survey.Survey;
import org.probity.people.survey.Survey.Kind;
import org.probity.people.survey.Surveys;
import org.probity.shapes.measure.Measure.Subject;
import org.probity.shapes.measure.Measures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the invented company's people think of working there: a yearly round each year, on slips, counted and released; what was promised for the lowest units, done and
 * seen; and a short round that is open, for whoever looks around to answer.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(84)
class SurveyTale implements Tale {
    private static final int DAYS = 15;
    private static final int LOWEST = 3;
    private static final int STEPS = 5;

    private final DemoPeople people;
    private final Surveys surveys;
    private final Slips slips;
    private final BallotBox box;
    private final Counting counting;
    private final Releasing releasing;
    private final Results results;
    private final Measures measures;
    private final JdbcClient db;

    SurveyTale(DemoPeople people, Surveys surveys, Slips slips, BallotBox box, Counting counting, Releasing releasing, Results results, Measures measures, JdbcClient db) {
        this.people = people;
        this.surveys = surveys;
        this.slips = slips;
        this.box = box;
        this.counting = counting;
        this.releasing = releasing;
        this.results = results;
        this.measures = measures;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        for (var year : List.of(years.last(), years.current())) {
            var first = LocalDate.of(year, 9, 7);
            if (first.plusDays(3L * DAYS).isBefore(years.today())) {
                story.add(Chapter.on(first, "survey launched " + year, () -> launch(year, first)));
                story.add(Chapter.on(first.plusDays(9), "survey answered " + year, () -> answer("Y" + year, 86, year == years.last() ? 78 : 83)));
                story.add(Chapter.on(first.plusDays(DAYS + 1), "survey counted " + year, () -> counting.on(new DayHasBegun(first.plusDays(DAYS + 1)))));
                story.add(Chapter.on(first.plusDays(DAYS + 4), "survey released " + year, () -> DemoStory.done(releasing.release(round("Y" + year), people.the(Role.HR)))));
                story.add(Chapter.on(first.plusDays(DAYS + 10), "survey plans " + year, () -> promise(year, first.plusDays(60))));
                if (first.plusDays(56).isBefore(years.today())) {
                    story.add(Chapter.on(first.plusDays(50), "survey plans done " + year, () -> keep(year)));
                }
            }
        }
        var open = years.today().minusDays(4);
        story.add(Chapter.on(open, "survey short round", () -> DemoStory.done(surveys.launch(new Surveys.Launch(Kind.PULSE, "safety-1", List.of(), "", "", open, open.plusDays(30)), people.the(Role.HR)))));
        story.add(Chapter.on(open.plusDays(1), "survey short round answered", () -> answer(latest().number(), 40, 80)));
        story.add(Chapter.on(open.plusDays(2), "survey short round told", () -> counting.on(new DayHasBegun(open.plusDays(2)))));
        return story;
    }

    private void launch(int year, LocalDate first) {
        DemoStory.done(surveys.launch(new Surveys.Launch(Kind.YEARLY, Pack.YEARLY, List.of(), "", "", first, first.plusDays(DAYS)), people.the(Role.HR)));
    }

    private Survey latest() {
        return surveys.all().getFirst();
    }

    private UUID round(String number) {
        return surveys.numbered(number).map(Survey::id).orElseThrow();
    }

    /** Slips for every place but those in which somebody has an account: they answer for themselves, or not. */
    private void answer(String number, int percent, int mood) {
        var round = surveys.numbered(number).orElseThrow();
        var own = db.sql("SELECT DISTINCT place FROM survey.invited JOIN directory.pass ON pass.person = invited.person WHERE round = :round").param("round", round.id()).query(Integer.class).list();
        var random = new SplittableRandom(number.hashCode());
        var lines = new StringBuilder("code," + String.join(",", round.items()) + "\n");
        for (var stack : slips.stacks(round.id())) {
            if (own.contains(stack.place()) && round.kind() == Kind.PULSE) {
                continue;
            }
            var unit = stack.path().isEmpty() ? "" : stack.path().getLast();
            int here = mood + Math.floorMod(unit.hashCode(), 13) - 6 + (stack.tenure().equals("T0") ? 4 : 0);
            for (var code : DemoStory.done(slips.print(round.id(), stack.place(), people.the(Role.HR)))) {
                if (random.nextInt(100) < percent) {
                    int own100 = here + random.nextInt(21) - 10;
                    var moods = new HashMap<String, Integer>();
                    round.asked().dimensions().forEach(it -> moods.put(it.code(), random.nextInt(41) - 20));
                    // Whoever is led well and sees a way forward is glad to be here; meals matter little.
                    moods.computeIfPresent("engaged", (_, mine) -> (mine + 3 * moods.get("leading") + 2 * moods.get("growth")) / 5);
                    lines.append(code).append(round.items().stream().map(it -> "," + step(own100 + moods.get(it.substring(0, it.indexOf('-'))) + Math.floorMod(it.hashCode(), 17) - 8, random)).collect(Collectors.joining())).append('\n');
                }
            }
        }
        DemoStory.done(box.bringIn(round.id(), lines.toString().getBytes(StandardCharsets.UTF_8), people.the(Role.HR)));
    }

    /** A step of five whose mean is what is wanted of a hundred. */
    private static int step(int wanted, SplittableRandom random) {
        int quarters = Math.clamp(wanted, 0, 100) * (STEPS - 1);
        return Math.min(STEPS, 1 + quarters / 100 + (random.nextInt(100) < quarters % 100 ? 1 : 0));
    }

    private void promise(int year, LocalDate due) {
        var hr = people.the(Role.HR);
        var low = results.lines(round("Y" + year)).stream().filter(it -> !it.name().contains(":") && it.name().contains(" / ")).sorted(Comparator.comparing((Results.Line it) -> it.score("").low()).thenComparing(Results.Line::no))
                .limit(LOWEST).toList();
        var words = List.of("每月开一次班组会，把大家提的问题和答复贴在看板上。", "为夜班增设热餐窗口，每周公布菜单。", "组长轮训“如何听取意见”，由人力资源部旁听两次。");
        for (int at = 0; at < low.size(); at++) {
            DemoStory.done(measures.promise(new Subject(Plans.MEASURES, low.get(at).cell()), words.get(at), people.the(Role.QUALITY).account(), due, hr));
        }
    }

    /** All but the last of them are done and seen, and what came of them is said. */
    private void keep(int year) {
        var hr = people.the(Role.HR);
        var promised = results.lines(round("Y" + year)).stream().flatMap(it -> measures.of(new Subject(Plans.MEASURES, it.cell())).stream()).sorted(Comparator.comparing(it -> it.number())).toList();
        for (var it : promised.subList(0, promised.size() - 1)) {
            DemoStory.done(measures.done(it.id(), "已落实，照片贴在车间看板上。", List.of(), people.the(Role.QUALITY)));
            DemoStory.done(measures.seenDone(it.id(), "", hr));
            DemoStory.done(measures.publish(it.id(), "已经做到，下一次调查再看大家怎么说。", hr));
        }
    }
}
