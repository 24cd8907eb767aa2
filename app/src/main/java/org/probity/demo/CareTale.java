package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.people.care.CareRule;
import org.probity.people.care.ComingBack;
import org.probity.people.care.Cover;
import org.probity.people.care.Grants;
import org.probity.people.care.Kind;
import org.probity.people.care.Leave.Part;
import org.probity.people.care.Leave.State;
import org.probity.people.care.Leaves;
import org.probity.people.care.Periods;
import org.probity.shapes.rule.Rules;
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
    private final Rules rules;
    private final Grants grants;
    private final Leaves leaves;
    private final ComingBack comingBack;
    private final Periods periods;
    private final Cover cover;
    private final Directory directory;
    private final JdbcClient db;

    CareTale(DemoPeople people, Rules rules, Grants grants, Leaves leaves, ComingBack comingBack, Periods periods, Cover cover, Directory directory, JdbcClient db) {
        this.people = people;
        this.rules = rules;
        this.grants = grants;
        this.leaves = leaves;
        this.comingBack = comingBack;
        this.periods = periods;
        this.cover = cover;
        this.directory = directory;
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
            tell(story, years, LocalDate.of(year, 1, 9), "days of the company " + year, () -> grantOfTheCompany(year));
            tell(story, years, LocalDate.of(year, 8, 3), "days of the company asked for " + year, () -> askOfTheCompany(year));
            var summer = first(year, 6);
            tell(story, years, summer.plusDays(1), "somebody comes back early " + year, () -> comeBackEarly(summer));
            for (var quarter : List.of(3, 6, 9)) {
                tell(story, years, LocalDate.of(year, quarter, 1).plusMonths(1).plusDays(7), "months of leave closed " + year + "-" + quarter, () -> close(YearMonth.of(year, quarter)));
            }
            tell(story, years, LocalDate.of(year + 1, 1, 14), "months of leave closed " + year + "-12", () -> close(YearMonth.of(year, 12)));
            tell(story, years, LocalDate.of(year, 10, 10), "leave for families " + year, () -> families(year));
            tell(story, years, LocalDate.of(year, 7, 10), "insurance of June " + year, () -> insure(YearMonth.of(year, 6)));
            tell(story, years, LocalDate.of(year, 11, 10), "insurance of October " + year, () -> insure(YearMonth.of(year, 10)));
        }
        story.add(Chapter.on(years.today(), "leave of somebody on a roster", () -> onARoster(years.today())));
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

    private void grantOfTheCompany(int year) {
        if (rules.on(CareRule.COMPANY_DAYS, LocalDate.of(year, 1, 9)) == 0) {
            DemoStory.done(rules.decide(CareRule.ALL, CareRule.COMPANY_DAYS.code(), 2, LocalDate.of(year, 1, 9), "Agreed with the union in December: two days a year beyond the law", people.the(Role.HR)));
        }
    }

    /** A day that the company grants. */
    private void askOfTheCompany(int year) {
        var day = monday(LocalDate.of(year, 8, 18));
        for (var who : askers(0, 6, day)) {
            if (leaves.ask(new Leaves.Request(Kind.COMPANY, day, day, Part.WHOLE, ""), who) instanceof Answer.Done<UUID>(var id)) {
                DemoStory.done(leaves.answer(id, true, "", null, people.the(Role.HR)));
            }
        }
    }

    /** Of those who are away for three days in summer the first comes back after two, unless the third is a holiday and nothing is left to give back. */
    private void comeBackEarly(LocalDate monday) {
        askers(0, A_QUARTER, monday.plusDays(3)).stream()
                .flatMap(who -> directory.personOf(who).stream().flatMap(person -> leaves.of(person).stream()).filter(it -> it.fromDay().equals(monday) && it.untilDay().equals(monday.plusDays(2)) && it.state() == State.AGREED)
                        .map(it -> Map.entry(who, it.id())))
                .findFirst().ifPresent(it -> comingBack.comeBack(it.getValue(), monday.plusDays(2), it.getKey()));
    }

    private void close(YearMonth month) {
        DemoStory.done(periods.close(month, people.the(Role.HR)));
    }

    /** Somebody of the workshop whose shifts are planned asks for two of its days without pay; it costs what their shifts have. */
    private void onARoster(LocalDate today) {
        record Planned(UUID account, String name, LocalDate day) {}
        db.sql("""
                SELECT pass.account, name.name_en AS name, min(shift.day) AS day
                  FROM directory.pass
                  JOIN directory.name ON name.id = pass.person
                 CROSS JOIN LATERAL labour.rostered(pass.person, :from, :until) AS shift
                 WHERE shift.seconds > 0 AND pass.account <> :hr
                 GROUP BY pass.account, name.name_en, name.number
                 ORDER BY name.number = :ren, name.number
                 LIMIT 1
                """)
                .param("from", today.plusDays(2)).param("until", today.plusDays(6)).param("hr", people.the(Role.HR).account()).param("ren", REN_JIE).query(Planned.class).optional().ifPresent(it -> {
            var who = new Me(it.account(), it.name(), Set.of(Role.EMPLOYEE), Optional.empty());
            if (leaves.ask(new Leaves.Request(Kind.PERSONAL, it.day(), it.day().plusDays(1), Part.WHOLE, "家里装修，需要在家等工人。"), who) instanceof Answer.Done<UUID>(var id)) {
                DemoStory.done(leaves.answer(id, true, "", null, people.the(Role.HR)));
            }
        });
    }

    /** Employees who sign in and stay until a day; nobody gets an account for this, and human resources do not answer themselves. */
    private List<Me> askers(int from, int many, LocalDate until) {
        return signingIn(null, from, many, until);
    }

    private List<Me> parents(String sex, int many, LocalDate until) {
        return signingIn(sex, 0, many, until);
    }

    private List<Me> signingIn(@Nullable String sex, int from, int many, LocalDate until) {
        record With(UUID account, String name) {}
        return db.sql("""
                SELECT pass.account, name.name_en AS name
                  FROM directory.pass
                  JOIN directory.name ON name.id = pass.person
                  JOIN directory.engaged(:until, 'infinity') AS engaged ON engaged.person = pass.person AND engaged.kind = 'EMPLOYEE'
                 WHERE pass.account <> :hr AND name.number <> :ren AND (CAST(:sex AS text) IS NULL OR EXISTS (SELECT FROM labour.attested WHERE attested.person = pass.person AND attested.sex = :sex))
                 ORDER BY name.number
                 LIMIT :many OFFSET :from
                """)
                .param("until", until).param("hr", people.the(Role.HR).account()).param("ren", REN_JIE).param("sex", sex, Types.VARCHAR).param("many", many).param("from", from).query(With.class).list().stream()
                .map(it -> new Me(it.account(), it.name(), Set.of(Role.EMPLOYEE), Optional.empty())).toList();
    }

    /** The first day of those who ask in a month. */
    private static LocalDate first(int year, int month) {
        return monday(LocalDate.of(year, month, 12));
    }

    private void ask(int year, int month) {
        var day = first(year, month);
        var turn = 0;
        for (var who : askers(0, A_QUARTER, day.plusDays(3))) {
            if (leaves.ask(new Leaves.Request(Kind.ANNUAL, day, day.plusDays(turn % 3), Part.WHOLE, ""), who) instanceof Answer.Done<UUID>(var id)) {
                DemoStory.done(turn == A_QUARTER - 1 ? leaves.answer(id, false, "The printing line is rebuilt that week. The week after is fine.", null, people.the(Role.HR))
                        : leaves.answer(id, true, "", null, people.the(Role.HR)));
            }
            turn++;
        }
    }

    /** Fathers around a birth, mothers for a small child: enough of each that a year can be told by sex. */
    private void families(int year) {
        var first = monday(LocalDate.of(year, 10, 14));
        family(parents("M", 7, first.plusDays(11)), Kind.PATERNITY, first, first.plusDays(11), Kind.Paper.BIRTH_CERTIFICATE);
        family(parents("F", 6, first.plusDays(11)), Kind.PARENTAL, first, first.plusDays(4), Kind.Paper.CHILD_IN_REGISTER);
    }

    private void family(List<Me> parents, Kind kind, LocalDate from, LocalDate until, Kind.Paper paper) {
        for (var who : parents) {
            if (leaves.ask(new Leaves.Request(kind, from, until, Part.WHOLE, ""), who) instanceof Answer.Done<UUID>(var id)) {
                DemoStory.done(leaves.answer(id, true, "", paper, people.the(Role.HR)));
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
