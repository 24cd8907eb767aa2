package org.probity.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Passes;
import org.probity.people.aid.Applications;
import org.probity.people.aid.Applications.Plea;
import org.probity.people.aid.Band;
import org.probity.people.aid.Deciding;
import org.probity.people.aid.Giving;
import org.probity.people.aid.Ground;
import org.probity.people.aid.Payouts;
import org.probity.people.aid.Seats;
import org.probity.people.aid.Visits;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invented company's aid fund: a committee, some dozens who give, the company's gift of each month, and a few who were helped. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(85)
class AidTale implements Tale {
    private static final String REN_JIE = "100009";
    private static final List<String> COMMITTEE = List.of("100001", "100002", "100003");
    private static final List<String> MEMBERS = List.of("officer", "buyer", "quality");
    private static final List<String> SUPERVISION = List.of("100004", "100005");
    private static final int GIVERS = 60;

    private final DemoPeople people;
    private final Giving giving;
    private final Applications applications;
    private final Deciding deciding;
    private final Payouts payouts;
    private final Seats seats;
    private final Visits visits;
    private final Passes passes;
    private final JdbcClient db;
    /** The day on which the fund begins. */
    private LocalDate begun = LocalDate.MIN;

    AidTale(DemoPeople people, Giving giving, Applications applications, Deciding deciding, Payouts payouts, Seats seats, Visits visits, Passes passes, JdbcClient db) {
        this.people = people;
        this.giving = giving;
        this.applications = applications;
        this.deciding = deciding;
        this.payouts = payouts;
        this.seats = seats;
        this.visits = visits;
        this.passes = passes;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        begun = LocalDate.of(years.last(), 1, 6);
        tell(story, years, begun, "the aid fund begins", () -> begin(begun));
        tell(story, years, LocalDate.of(years.last(), 1, 12), "who gives to it", this::pledge);
        for (var month = YearMonth.of(years.last(), 1); !month.isAfter(YearMonth.from(years.today())); month = month.plusMonths(1)) {
            var of = month;
            tell(story, years, month.atDay(20), "aid fund: the list of " + month, () -> collect(of));
        }
        var turn = 0;
        for (var year : List.of(years.last(), years.current())) {
            for (var month : List.of(2, 5, 6, 8, 9, 10, 11)) {
                var nth = turn++;
                tell(story, years, LocalDate.of(year, month, 14), "somebody is helped " + year + "-" + month, () -> help(nth, LocalDate.of(year, month, 14)));
            }
        }
        if (years.today().minusDays(1).isAfter(LocalDate.of(years.last(), 3, 1))) {
            tell(story, years, years.today().minusDays(1), "an operator asks for help that cannot wait", () -> {
                var day = years.today().minusDays(1);
                if (giving.current(person(REN_JIE)).isEmpty()) {
                    DemoStory.done(giving.pledge(Band.B5, people.at("employee")));
                }
                DemoStory.done(applications.apply(new Plea(Ground.ILLNESS_FAMILY, day.minusDays(4), 68_000_00L, 2, "父亲突发重病住院，押金要先交。", true), people.at("employee")));
                DemoStory.done(visits.announce(day.plusDays(20), "Walk for families along the river", "家庭日江边健步走", "Chongqing", people.the(Role.UNION)));
                DemoStory.done(visits.plan(REN_JIE, "100003", Visits.Occasion.ILLNESS, day.plusDays(3), people.the(Role.UNION)));
            });
        }
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private UUID person(String number) {
        return db.sql("SELECT id FROM directory.name WHERE number = :number").param("number", number).query(UUID.class).single();
    }

    private void begin(LocalDate day) {
        var union = people.the(Role.UNION);
        COMMITTEE.forEach(it -> DemoStory.done(seats.appoint(it, Seats.Body.COMMITTEE, day, day.plusYears(3), union)));
        SUPERVISION.forEach(it -> DemoStory.done(seats.appoint(it, Seats.Body.SUPERVISION, day, day.plusYears(3), union)));
        DemoStory.done(giving.take(Giving.GiftKind.COMPANY, day, 300_000_00L, "Bank statement: what the company gives to begin with", union));
    }

    /** Employees who were here as the fund began and are on a day; they get an account with their first pledge. */
    private List<Me> members(LocalDate day, int from, int many) {
        record Who(UUID person, String name, String number) {}
        return db.sql("""
                SELECT DISTINCT name.id AS person, name.name_en AS name, name.number
                  FROM directory.engaged(:begun, 'infinity') AS engaged
                  JOIN directory.engaged(:day, 'infinity') AS now ON now.person = engaged.person AND now.kind = 'EMPLOYEE'
                  JOIN directory.name ON name.id = engaged.person
                 WHERE engaged.kind = 'EMPLOYEE' AND name.number > :after
                 ORDER BY name.number
                 LIMIT :many OFFSET :from
                """)
                .param("begun", LocalDate.of(begun.getYear(), 1, 12)).param("day", day).param("after", REN_JIE).param("many", many).param("from", 150 + from).query(Who.class).list().stream()
                .map(it -> new Me(passes.of(it.person()).map(Account::id).orElseGet(() -> DemoStory.done(passes.invite(it.person(), "zh", people.the(Role.HR).account()))), it.name(),
                        Set.of(Role.EMPLOYEE), Optional.empty())).toList();
    }

    private void pledge() {
        var turn = 0;
        for (var who : members(giving.today(), 0, GIVERS)) {
            DemoStory.done(giving.pledge(turn % 10 < 6 ? Band.B5 : turn % 10 < 8 ? Band.B10 : turn % 10 < 9 ? Band.B20 : Band.B15, who));
            turn++;
        }
        for (var mailbox : List.of("officer", "buyer", "quality", "publisher", "union")) {
            DemoStory.done(giving.pledge(mailbox.equals("publisher") ? Band.B100 : Band.B20, people.at(mailbox)));
        }
    }

    /** The union draws the list, one of those who look on confirms what was collected; the company gives its ten thousand. */
    private void collect(YearMonth month) {
        var union = people.the(Role.UNION);
        var run = DemoStory.done(giving.draw(month, union));
        DemoStory.done(giving.collect(run, giving.run(run).orElseThrow().amount(), List.of(), "Payroll, closing of " + month, people.at("publisher")));
        DemoStory.done(giving.take(Giving.GiftKind.COMPANY, month.atDay(20), 10_000_00L, "Bank statement " + month, union));
    }

    private void help(int nth, LocalDate day) {
        var who = members(day, nth * 2, 1).getFirst();
        var ground = Ground.values()[nth % 3 == 2 ? nth % 5 : nth % 2];
        var urgent = nth % 3 == 0;
        var id = DemoStory.done(applications.apply(new Plea(ground, day.minusDays(10), (25_000 + 17_000L * (nth % 6)) * 100, nth % 4, "Told to the committee with the papers.", urgent), who));
        // Whoever leads them, or is led by them, is refused as anybody would be; the others go on.
        for (var it : urgent ? MEMBERS : List.<String>of()) {
            deciding.sign(id, 4_000_00L, people.at(it));
        }
        for (var it : MEMBERS) {
            deciding.say(id, nth % 7 != 5, nth % 7 != 5 ? "" : "The insurance pays for it; come back with its letter if it does not.", people.at(it));
        }
        payouts.hand(people.the(Role.UNION));
    }
}
