package org.probity.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.people.retirement.Afterwards;
import org.probity.people.retirement.Afterwards.Benefit;
import org.probity.people.retirement.Retirements;
import org.probity.people.retirement.Schedule.Category;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invented company's retired people are insured and visited once a year, all but a few; four colleagues are near their month, and one of them stays longer. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(84)
class RetirementTale implements Tale {
    private static final int NEAR = 4;
    private static final int NOT_VISITED = 8;

    private final DemoPeople people;
    private final Retirements retirements;
    private final Afterwards afterwards;
    private final Directory directory;
    private final Invited invited;
    private final JdbcClient db;

    RetirementTale(DemoPeople people, Retirements retirements, Afterwards afterwards, Directory directory, Invited invited, JdbcClient db) {
        this.people = people;
        this.retirements = retirements;
        this.afterwards = afterwards;
        this.directory = directory;
        this.invited = invited;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        tell(story, years, LocalDate.of(years.last(), 1, 20), "retired people are insured", () -> insure(LocalDate.of(years.last(), 1, 20)));
        tell(story, years, LocalDate.of(years.last(), 2, 20), "four are near their month", () -> near(LocalDate.of(years.last(), 2, 20)));
        for (var year : List.of(years.last(), years.current())) {
            tell(story, years, LocalDate.of(year, 10, 21), "retired people are visited " + year, () -> visit(LocalDate.of(year, 10, 20)));
        }
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private List<UUID> retired(LocalDate day) {
        return db.sql("SELECT DISTINCT name.id, name.number FROM directory.engaged(:day, 'infinity') AS engaged JOIN directory.name ON name.id = engaged.person WHERE engaged.kind = 'RETIREE' ORDER BY name.number").param("day", day)
                .query((row, n) -> row.getObject(1, UUID.class)).list();
    }

    private void insure(LocalDate day) {
        retired(day).forEach(it -> DemoStory.done(afterwards.goOn(it, Benefit.INSURANCE, day, null, "Group policy for retired people", people.the(Role.HR))));
    }

    private void visit(LocalDate day) {
        retired(day).stream().skip(NOT_VISITED).forEach(it -> DemoStory.done(afterwards.visited(it, day, "", people.the(Role.UNION))));
    }

    private void near(LocalDate day) {
        var hr = people.the(Role.HR);
        var near = new ArrayList<Me>(invited.some(40, NEAR, day));
        for (int at = 0; at < NEAR; at++) {
            var number = directory.person(directory.personOf(near.get(at)).orElseThrow()).orElseThrow().number();
            DemoStory.done(retirements.file(number, YearMonth.from(day).minusYears(59).plusMonths(7L * at), Category.M, "Identity card and contract", hr));
        }
        var month = retirements.latest(directory.personOf(near.getFirst()).orElseThrow()).orElseThrow();
        DemoStory.done(retirements.answer(DemoStory.done(retirements.choose(month.minusMonths(24), "带徒弟到出师。", near.getFirst())), true, "", hr));
        DemoStory.done(afterwards.handOver(directory.personOf(near.get(1)).orElseThrow(), directory.person(directory.personOf(near.get(2)).orElseThrow()).orElseThrow().number(), "Recipes of the diffusion furnaces", day.plusDays(60), hr));
    }
}
