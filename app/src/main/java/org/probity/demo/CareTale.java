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
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
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
    private final Grants grants;
    private final Leaves leaves;
    private final Cover cover;
    private final JdbcClient db;

    CareTale(DemoPeople people, Grants grants, Leaves leaves, Cover cover, JdbcClient db) {
        this.people = people;
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
            for (var month : List.of(4, 6, 9)) {
                tell(story, years, LocalDate.of(year, month, 2), "leave asked for " + year + "-" + month, () -> ask(year, month));
            }
            tell(story, years, LocalDate.of(year, 10, 10), "leave for families " + year, () -> families(year));
            tell(story, years, LocalDate.of(year, 7, 10), "insurance of June " + year, () -> insure(YearMonth.of(year, 6)));
            tell(story, years, LocalDate.of(year, 11, 10), "insurance of October " + year, () -> insure(YearMonth.of(year, 10)));
        }
        var lately = years.today().minusDays(3);
        if (monday(lately.plusDays(10)).plusDays(1).getYear() == years.current() && lately.isAfter(LocalDate.of(years.current(), 1, 8))) {
            tell(story, years, lately, "an operator asks for leave", () -> leaves.ask(
                    new Leaves.Request(Kind.ANNUAL, monday(lately.plusDays(10)), monday(lately.plusDays(10)).plusDays(1), Part.WHOLE, "帮父母搬家。"), people.at("employee")));
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

    /** Employees who sign in and stay until a day; nobody gets an account for this, and human resources do not answer themselves. */
    private List<Me> askers(int from, int many, LocalDate until) {
        record With(UUID account, String name) {}
        return db.sql("""
                SELECT pass.account, name.name_en AS name
                  FROM directory.pass
                  JOIN directory.name ON name.id = pass.person
                  JOIN directory.engaged(:until, 'infinity') AS engaged ON engaged.person = pass.person AND engaged.kind = 'EMPLOYEE'
                 WHERE pass.account <> :hr AND name.number <> :ren
                 ORDER BY name.number
                 LIMIT :many OFFSET :from
                """)
                .param("until", until).param("hr", people.the(Role.HR).account()).param("ren", REN_JIE).param("many", many).param("from", from).query(With.class).list().stream()
                .map(it -> new Me(it.account(), it.name(), Set.of(Role.EMPLOYEE), Optional.empty())).toList();
    }

    private void ask(int year, int month) {
        var day = monday(LocalDate.of(year, month, 12));
        var turn = 0;
        for (var who : askers(0, A_QUARTER, day.plusDays(3))) {
            if (leaves.ask(new Leaves.Request(Kind.ANNUAL, day, day.plusDays(turn % 3), Part.WHOLE, ""), who) instanceof Answer.Done<UUID>(var id)) {
                DemoStory.done(turn == A_QUARTER - 1 ? leaves.answer(id, false, "The printing line is rebuilt that week. The week after is fine.", null, people.the(Role.HR))
                        : leaves.answer(id, true, "", null, people.the(Role.HR)));
            }
            turn++;
        }
    }

    private void families(int year) {
        var first = monday(LocalDate.of(year, 10, 14));
        var turn = 0;
        for (var who : askers(2, 8, first.plusDays(11))) {
            var born = turn++ % 2 == 0;
            if (leaves.ask(new Leaves.Request(born ? Kind.PATERNITY : Kind.PARENTAL, first, first.plusDays(born ? 11 : 4), Part.WHOLE, ""), who) instanceof Answer.Done<UUID>(var id)) {
                DemoStory.done(leaves.answer(id, true, "", born ? Kind.Paper.BIRTH_CERTIFICATE : Kind.Paper.CHILD_IN_REGISTER, people.the(Role.HR)));
            }
        }
    }

    /** Everybody who was employed at the end of the month; one line is about a number that nobody has any more. */
    private void insure(YearMonth month) {
        var csv = new StringBuilder("number,insurance,fund\n");
        db.sql("SELECT DISTINCT name.number FROM directory.engaged(:last, 'infinity') AS engaged JOIN directory.name ON name.id = engaged.person WHERE engaged.kind = 'EMPLOYEE' ORDER BY name.number")
                .param("last", month.atEndOfMonth()).query(String.class).list().forEach(it -> csv.append(it).append(",yes,yes\n"));
        csv.append("099999,yes,yes\n");
        DemoStory.done(cover.bring(month, "Payroll, closing of " + month, csv.toString().getBytes(StandardCharsets.UTF_8), people.the(Role.HR)));
    }
}
