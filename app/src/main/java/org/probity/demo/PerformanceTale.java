package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Passes;
import org.probity.people.performance.Appeal;
import org.probity.people.performance.Appeals;
import org.probity.people.performance.Assessments;
import org.probity.people.performance.Closings;
import org.probity.people.performance.Commitment;
import org.probity.people.performance.Commitment.Section;
import org.probity.people.performance.Cycle;
import org.probity.people.performance.Cycles;
import org.probity.people.performance.Impacts;
import org.probity.people.performance.Intake;
import org.probity.people.performance.Notes;
import org.probity.people.performance.Sheets;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The invented company's commitments: last year's cycle, whose ratings and talks came from the system before, closed by two after the comparison; and this
 * year's, which one workshop and the teams of headquarters keep here.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(76)
class PerformanceTale implements Tale {
    private static final int WORKSHOP = 60;

    private final DemoPeople staff;
    private final Accounts accounts;
    private final Directory directory;
    private final Passes passes;
    private final Cycles cycles;
    private final Sheets sheets;
    private final Notes notes;
    private final Assessments assessments;
    private final Impacts impacts;
    private final Closings closings;
    private final Appeals appeals;
    private final Intake intake;

    PerformanceTale(
            DemoPeople staff, Accounts accounts, Directory directory, Passes passes, Cycles cycles, Sheets sheets, Notes notes, Assessments assessments, Impacts impacts, Closings closings,
            Appeals appeals, Intake intake) {
        this.staff = staff;
        this.accounts = accounts;
        this.directory = directory;
        this.passes = passes;
        this.cycles = cycles;
        this.sheets = sheets;
        this.notes = notes;
        this.assessments = assessments;
        this.impacts = impacts;
        this.closings = closings;
        this.appeals = appeals;
        this.intake = intake;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        var current = years.current();
        var story = new ArrayList<Chapter>();
        tell(story, years, LocalDate.of(last, 1, 10), "commitments " + last, () -> DemoStory.done(cycles.open(Cycle.Plan.year(last), staff.the(Role.HR))));
        tell(story, years, LocalDate.of(current, 1, 12), "commitments " + current, () -> DemoStory.done(cycles.open(Cycle.Plan.year(current), staff.the(Role.HR))));
        tell(story, years, LocalDate.of(current, 1, 20), "ratings " + last, () -> rate(of(last)));
        tell(story, years, LocalDate.of(current, 2, 2), "commitments closed " + last, () -> close(of(last)));
        tell(story, years, LocalDate.of(current, 2, 18), "commitments signed " + current, () -> commit(of(current)));
        tell(story, years, LocalDate.of(current, 2, 20), "talks " + last, () -> talk(of(last), current));
        tell(story, years, LocalDate.of(current, 2, 25), "appeal " + last, () -> appeal(of(last)));
        tell(story, years, LocalDate.of(current, 3, 4), "appeal answered " + last, () -> answer(of(last)));
        tell(story, years, LocalDate.of(current, 7, 20), "half-time " + current, () -> halfTime(of(current)));
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (!day.isAfter(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private Cycle of(int year) {
        return cycles.all().stream().filter(it -> it.untilDay().getYear() == year).findFirst().orElseThrow();
    }

    private void rate(Cycle cycle) {
        var random = new Random(41);
        var csv = new StringBuilder("number,rating\n");
        cycles.numbers(cycle.id()).forEach(number -> csv.append(number).append(',').append(number.equals("100009") ? "C" : rating(random.nextInt(100))).append('\n'));
        bring(cycle, Intake.Kind.RATINGS, csv);
    }

    private static String rating(int draw) {
        return draw < 8 ? "A" : draw < 35 ? "B+" : draw < 90 ? "B" : draw < 98 ? "C" : "D";
    }

    private void bring(Cycle cycle, Intake.Kind kind, StringBuilder csv) {
        DemoStory.done(intake.bring(cycle.id(), kind, kind.name().toLowerCase(java.util.Locale.ROOT) + ".csv", csv.toString().getBytes(StandardCharsets.UTF_8), staff.the(Role.HR)));
    }

    private void close(Cycle cycle) {
        DemoStory.done(impacts.compare(cycle.id(), staff.the(Role.HR)));
        var proposal = DemoStory.done(closings.propose(cycle.id(), "Ratings come from the system before; each unit looked at its own. Whoever has none was away the whole year.", staff.the(Role.HR)));
        DemoStory.done(closings.rule(cycle.id(), proposal, Outcome.APPROVED, "Read, table by table.", other()));
    }

    /** Talks follow the close; a few were not held. */
    private void talk(Cycle cycle, int year) {
        var first = LocalDate.of(year, 2, 3);
        var csv = new StringBuilder("number,day\n");
        var at = 0;
        for (var number : cycles.numbers(cycle.id())) {
            if (++at % 50 != 0) {
                csv.append(number).append(',').append(first.plusDays(number.equals("100009") ? 15 : at % 14)).append('\n');
            }
        }
        bring(cycle, Intake.Kind.TALKS, csv);
    }

    private void appeal(Cycle cycle) {
        var ren = staff.the(Role.EMPLOYEE);
        var rating = assessments.newest(cycle.id(), person("100009")).orElseThrow();
        DemoStory.done(appeals.acknowledge(cycle.id(), rating, "I was told; I do not agree.", ren));
        DemoStory.done(appeals.appeal(cycle.id(), rating, "The printing line stood for eleven days in May. My target was not changed.", ren));
    }

    private void answer(Cycle cycle) {
        var appeal = appeals.waiting(cycle.id()).stream().findFirst().orElseThrow();
        DemoStory.done(appeals.answer(appeal, Appeal.Outcome.CHANGED, "B", "The maintenance log shows the eleven days; without them the target was met.", other()));
    }

    private void commit(Cycle cycle) {
        var hr = staff.the(Role.HR);
        for (var team : teams()) {
            var manager = speaker(team.manager(), hr);
            for (var person : team.people()) {
                var me = speaker(person, hr);
                DemoStory.done(sheets.write(cycle.id(), commitments(team.workshop()), "", me));
                var sheet = DemoStory.done(sheets.sign(cycle.id(), me));
                DemoStory.done(sheets.agree(sheet, manager));
            }
        }
    }

    private void halfTime(Cycle cycle) {
        var hr = staff.the(Role.HR);
        var day = LocalDate.of(cycle.untilDay().getYear(), 7, 20);
        for (var team : teams()) {
            for (var person : team.people()) {
                DemoStory.done(notes.write(cycle.id(), person, Notes.Kind.MID_EMPLOYEE, team.workshop() ? "Scrap is at 0.9 % since the new screens came." : "On the way; two papers are late.", day, true,
                        speaker(person, hr)));
            }
        }
    }

    private record Team(UUID manager, List<UUID> people, boolean workshop) {}

    /** Of the workshop of whoever signs in as an employee, and of those at headquarters who lead and sign in. */
    private List<Team> teams() {
        var ren = person("100009");
        var today = directory.today();
        var foreman = directory.manager(ren, today).orElseThrow().id();
        var teams = new ArrayList<Team>();
        var workshop = new ArrayList<>(led(foreman, today).stream().filter(it -> !it.equals(ren)).limit(WORKSHOP).toList());
        workshop.addFirst(ren);
        teams.add(new Team(foreman, workshop, true));
        for (var leader : List.of("100001", "100005", "100006")) {
            teams.add(new Team(person(leader), led(person(leader), today), false));
        }
        return teams;
    }

    /** Those of a team who are still here. */
    private List<UUID> led(UUID manager, LocalDate today) {
        return cycles.team(of(today.getYear()).id(), manager).stream().filter(it -> directory.manager(it, today).isPresent()).toList();
    }

    private static List<Commitment> commitments(boolean workshop) {
        return workshop ? List.of(
                new Commitment(1, Section.RESULTS, "Less scrap of printed cells", "scrap of the line", "below 0.8 %", "records of the line", "", 50),
                new Commitment(2, Section.TASKS, "No stop for want of screens", "stops", "none", "maintenance log", "", 30),
                new Commitment(3, Section.GROWTH, "Next level of the operator's standard", "certified", "by October", "decision of the panel", "", 20))
                : List.of(
                new Commitment(1, Section.RESULTS, "Papers of every tin supplier", "papers accepted", "all", "the figure", "tin-due-diligence", 40),
                new Commitment(2, Section.TASKS, "Answers within ten days", "days", "10 at most", "the desk", "", 30),
                new Commitment(3, Section.TASKS, "One rule less to explain", "rules rewritten", "one a quarter", "the register of rules", "", 20),
                new Commitment(4, Section.GROWTH, "Chinese or English, one level up", "certificate", "by November", "the certificate", "", 10));
    }

    private UUID person(String number) {
        return directory.byNumber(number).orElseThrow(() -> new IllegalStateException("nobody has number " + number)).id();
    }

    /** Somebody of the directory at their own screen; who has no account yet is invited. */
    private Me speaker(UUID person, Me hr) {
        var account = passes.of(person).orElseGet(() -> accounts.find(DemoStory.done(passes.invite(person, "zh", hr.account()))).orElseThrow());
        return new Me(account.id(), account.name(), Set.of(Role.EMPLOYEE), Optional.empty());
    }

    /** The second of human resources. */
    private Me other() {
        var account = accounts.find("hr.reward@helia.example").orElseThrow();
        return new Me(account.id(), account.name(), account.roles(), Optional.empty());
    }
}
