package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Passes;
import org.probity.people.care.Cover;
import org.probity.people.care.Grants;
import org.probity.people.care.Kind;
import org.probity.people.care.Leave.Part;
import org.probity.people.care.Leaves;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leave of the invented company's people: each year granted to all of them, some dozens who ask, births, and payroll's word on who is insured. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(84)
class CareTale implements Tale {
    private static final String REN_JIE = "100009";
    private static final int A_QUARTER = 12;

    private final DemoPeople people;
    private final Directory directory;
    private final Passes passes;
    private final Grants grants;
    private final Leaves leaves;
    private final Cover cover;
    private final JdbcClient db;

    CareTale(DemoPeople people, Directory directory, Passes passes, Grants grants, Leaves leaves, Cover cover, JdbcClient db) {
        this.people = people;
        this.directory = directory;
        this.passes = passes;
        this.grants = grants;
        this.leaves = leaves;
        this.cover = cover;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        for (var year : List.of(years.last(), years.current())) {
            tell(story, years, LocalDate.of(year, 1, 8), "leave of a year " + year, () -> grant(year));
            for (var month : List.of(3, 6, 9)) {
                tell(story, years, LocalDate.of(year, month, 2), "leave asked for " + year + "-" + month, () -> ask(years.last(), year, month));
            }
            tell(story, years, LocalDate.of(year, 2, 24), "leave for families " + year, () -> families(years.last(), year));
            tell(story, years, LocalDate.of(year, 7, 10), "insurance of June " + year, () -> insure(YearMonth.of(year, 6)));
            tell(story, years, LocalDate.of(year, 11, 10), "insurance of October " + year, () -> insure(YearMonth.of(year, 10)));
        }
        var lately = years.today().minusDays(3);
        if (monday(lately.plusDays(10)).plusDays(1).getYear() == years.current() && lately.isAfter(LocalDate.of(years.current(), 1, 8))) {
            tell(story, years, lately, "an operator asks for leave", () -> DemoStory.done(leaves.ask(
                    new Leaves.Request(Kind.ANNUAL, monday(lately.plusDays(10)), monday(lately.plusDays(10)).plusDays(1), Part.WHOLE, "帮父母搬家。"), me(REN_JIE))));
        }
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private static LocalDate monday(LocalDate from) {
        return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private void grant(int year) {
        var hr = people.the(Role.HR);
        DemoStory.done(grants.grant(year, null, DemoStory.done(grants.preview(year, null, hr)).seen(), hr));
    }

    /** Operators of Chongqing with some years behind them who stay until a day, others in each quarter. */
    private List<String> operators(int began, int from, int many, LocalDate until) {
        return Workforce.people(began).lines().skip(1).filter(it -> it.contains(",EMPLOYEE,CQ-") && it.endsWith(",") && it.contains(",%d-".formatted(began - 3))).skip(from)
                .map(it -> it.split(",")[0]).filter(it -> directory.engagement(directory.byNumber(it).orElseThrow().id(), until).isPresent()).limit(many).toList();
    }

    private void ask(int began, int year, int month) {
        var day = monday(LocalDate.of(year, month, 12));
        var turn = 0;
        for (var number : operators(began, (year - began) * 60 + month * 4, A_QUARTER, day.plusDays(3))) {
            var id = DemoStory.done(leaves.ask(new Leaves.Request(Kind.ANNUAL, day, day.plusDays(1 + turn % 3), Part.WHOLE, ""), me(number)));
            if (turn == A_QUARTER - 1) {
                DemoStory.done(leaves.answer(id, false, "The printing line is rebuilt that week. The week after is fine.", null, people.the(Role.HR)));
            } else {
                DemoStory.done(leaves.answer(id, true, "", null, people.the(Role.HR)));
            }
            turn++;
        }
    }

    private void families(int began, int year) {
        var first = monday(LocalDate.of(year, 3, 2));
        var turn = 0;
        for (var number : operators(began, 130 + (year - began) * 30, 22, first.plusDays(97))) {
            switch (turn++ % 3) {
                case 0 -> away(Kind.MATERNITY, first, first.plusDays(97), Kind.Paper.DUE_DATE, number);
                case 1 -> away(Kind.PATERNITY, first, first.plusDays(11), Kind.Paper.BIRTH_CERTIFICATE, number);
                default -> away(Kind.PARENTAL, first, first.plusDays(4), Kind.Paper.CHILD_IN_REGISTER, number);
            }
        }
    }

    private void away(Kind kind, LocalDate from, LocalDate until, Kind.@Nullable Paper paper, String number) {
        DemoStory.done(leaves.answer(DemoStory.done(leaves.ask(new Leaves.Request(kind, from, until, Part.WHOLE, ""), me(number))), true, "", paper, people.the(Role.HR)));
    }

    /** Everybody who was employed at the end of the month; one line is about a number that nobody has any more. */
    private void insure(YearMonth month) {
        var csv = new StringBuilder("number,insurance,fund\n");
        db.sql("SELECT DISTINCT name.number FROM directory.engaged(:last, 'infinity') AS engaged JOIN directory.name ON name.id = engaged.person WHERE engaged.kind = 'EMPLOYEE' ORDER BY name.number")
                .param("last", month.atEndOfMonth()).query(String.class).list().forEach(it -> csv.append(it).append(",yes,yes\n"));
        csv.append("099999,yes,yes\n");
        DemoStory.done(cover.bring(month, "Payroll, closing of " + month, csv.toString().getBytes(StandardCharsets.UTF_8), people.the(Role.HR)));
    }

    private Me me(String number) {
        var person = directory.byNumber(number).orElseThrow();
        var account = db.sql("SELECT account FROM directory.pass WHERE person = :person").param("person", person.id()).query(UUID.class).optional()
                .orElseGet(() -> DemoStory.done(passes.invite(person.id(), "zh", people.the(Role.HR).account())));
        return new Me(account, person.nameEn(), Set.of(Role.EMPLOYEE), Optional.empty());
    }
}
