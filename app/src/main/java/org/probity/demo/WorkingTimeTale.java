package org.probity.demo;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.demo.LabourTale.Worker;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Query;
import org.probity.people.labour.Calendars;
import org.probity.people.labour.Finding;
import org.probity.people.labour.Findings;
import org.probity.people.labour.Rosters;
import org.probity.people.labour.Runs;
import org.probity.people.labour.Times;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * When the invented company's people worked, as the gates have it: one workshop in some months, and everybody in one; who was on leave; what the checks found in it,
 * and what became of that. In a demo of few suppliers the workshop stands for all.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(28)
class WorkingTimeTale implements Tale {
    private static final String WORKSHOP = "CQ-PRT";
    private static final int WHOLE = 1_000;
    private static final int LEAVE_DAYS = 5;
    private static final int PLANNED = 40;

    /** Days that are worked though they are at a weekend, days off, and those of them that are the holiday itself; of years whose notices are out. */
    private record Notice(int year, String worked, String off, String statutory) {}

    private static final List<Notice> NOTICES = List.of(
            new Notice(2025, "01-26 02-08 04-27 09-28 10-11", "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08", "01-01 01-28..01-31 04-04 05-01..05-02 05-31 10-01..10-03 10-06"),
            new Notice(2026, "01-04 02-14 02-28 05-09 09-20 10-10", "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
                    "01-01 02-16..02-19 04-05 05-01..05-02 06-19 09-25 10-01..10-03"));

    private final DemoPeople staff;
    private final DemoSize size;
    private final Directory directory;
    private final Calendars calendars;
    private final Times times;
    private final Runs runs;
    private final Findings findings;
    private final Rosters rosters;

    WorkingTimeTale(DemoPeople staff, DemoSize size, Directory directory, Calendars calendars, Times times, Runs runs, Findings findings, Rosters rosters) {
        this.staff = staff;
        this.size = size;
        this.directory = directory;
        this.calendars = calendars;
        this.times = times;
        this.runs = runs;
        this.findings = findings;
        this.rosters = rosters;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        for (var year : List.of(years.last(), years.current())) {
            story.add(Chapter.on(years.by(LocalDate.of(year, 1, 5)), "holidays " + year, () -> load(year)));
        }
        // The month of all; the law's question about leave is asked in November, when this year's is not over.
        var before = YearMonth.from(years.today()).minusMonths(1);
        var whole = before.getMonthValue() > 10 ? before.withMonth(10) : before;
        Stream.of(YearMonth.of(years.last(), 10), whole.minusMonths(1)).forEach(month -> month(story, years, month, false));
        if (whole.isAfter(YearMonth.of(years.last(), 10))) {
            month(story, years, whole, true);
        }
        if (!years.today().isBefore(LocalDate.of(years.current(), 11, 2))) {
            story.add(Chapter.on(LocalDate.of(years.current(), 11, 2), "leave " + years.current(), () -> leave(years)));
        }
        story.add(Chapter.on(years.today(), "roster of the printing workshop", () -> plan(years)));
        return story;
    }

    private void month(List<Chapter> story, Years years, YearMonth month, boolean all) {
        story.add(Chapter.on(years.by(month.plusMonths(1).atDay(3)), "working time " + month, () -> bring(years, month, all)));
        story.add(Chapter.on(years.by(month.plusMonths(1).atDay(4)), "labour checks " + month, () -> DemoStory.done(runs.run(month, hr()))));
        story.add(Chapter.on(years.by(month.plusMonths(1).atDay(12)), "labour findings " + month, this::answer));
    }

    private void load(int year) {
        var notice = NOTICES.stream().filter(it -> it.year() == year).findFirst().orElse(new Notice(year, "", "01-01 05-01..05-02 10-01..10-03", "01-01 05-01..05-02 10-01..10-03"));
        var days = Stream.concat(days(year, notice.worked()).map(it -> day(it, false)), days(year, notice.off()).map(it -> day(it, true))).collect(Collectors.joining(","));
        DemoStory.done(calendars.load("CN", "{\"year\":%d,\"papers\":[\"https://www.gov.cn/\"],\"days\":[%s]}".formatted(year, days).getBytes(StandardCharsets.UTF_8),
                days(year, notice.statutory()).map(LocalDate::toString).collect(Collectors.joining(" ")), hr()));
    }

    private static String day(LocalDate day, boolean off) {
        return "{\"name\":\"%s\",\"date\":\"%s\",\"isOffDay\":%s}".formatted(off ? "放假" : "调休上班", day, off);
    }

    private static Stream<LocalDate> days(int year, String written) {
        return Stream.of(written.split(" ")).filter(it -> !it.isEmpty()).flatMap(it -> {
            var ends = it.split("\\.\\.");
            return LocalDate.parse(year + "-" + ends[0]).datesUntil(LocalDate.parse(year + "-" + ends[ends.length - 1]).plusDays(1));
        });
    }

    /** Working days of a month in China, by the notice; elsewhere those that are no weekend. */
    private static List<LocalDate> working(YearMonth month, boolean china) {
        var notice = NOTICES.stream().filter(it -> china && it.year() == month.getYear()).findFirst();
        var worked = notice.stream().flatMap(it -> days(it.year(), it.worked())).collect(Collectors.toSet());
        var off = notice.stream().flatMap(it -> days(it.year(), it.off())).collect(Collectors.toSet());
        return month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1))
                .filter(day -> worked.contains(day) || day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !off.contains(day)).toList();
    }

    private void bring(Years years, YearMonth month, boolean all) {
        var china = working(month, true);
        var germany = working(month, false);
        var csv = new StringBuilder("number,day,begins,ends\n");
        var lines = 0;
        for (var it : LabourTale.workers(month.getYear(), years.last())) {
            if (all && size.suppliers() >= WHOLE || it.unit().equals(WORKSHOP)) {
                var days = it.unit().startsWith("LE") ? germany : china;
                for (var at = 0; at < days.size(); at++) {
                    var day = days.get(at);
                    if (!day.isBefore(it.first()) && (it.last().isEmpty() || !day.isAfter(LocalDate.parse(it.last())))) {
                        var begins = it.title().equals("Operator") ? LocalTime.of(6 + it.number() % 3 * 8, 0) : LocalTime.of(9, 0);
                        csv.append(it.number()).append(',').append(day).append(',').append(begins).append(',').append(begins.plusHours(8L + extra(it, at))).append('\n');
                        lines++;
                    }
                }
            }
        }
        DemoStory.done(times.take("Readers at the gates", lines, "gates-%s.csv".formatted(month), new StringReader(csv.toString()), hr()));
    }

    /** Hours above eight: some have a little, a few come near the month's limit or go beyond it, one had too long a day. */
    private static int extra(Worker it, int at) {
        if (it.unit().startsWith("LE")) {
            return 0;
        }
        return switch (it.number() % 1_000) {
            case 3 -> at < 10 ? 3 : 0;
            case 171 -> at < 13 ? 3 : 0;
            case 259 -> at == 6 ? 4 : 0;
            default -> it.number() % 9 == 4 && at % 5 == 2 ? 2 : 0;
        };
    }

    /** Days of annual leave that were taken in summer, as the law owes them to whoever is here for a year. */
    private void leave(Years years) {
        var csv = new StringBuilder("number,day,begins,ends,kind\n");
        var lines = 0;
        for (var it : LabourTale.workers(years.current(), years.last())) {
            var takes = size.suppliers() >= WHOLE ? it.number() % 500 != 7 : it.unit().equals(WORKSHOP);
            if (takes && it.last().isEmpty() && it.first().isBefore(LocalDate.of(years.current(), 1, 1))) {
                var monday = LocalDate.of(years.current(), 8, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)).plusWeeks(it.number() % 4);
                for (var day = monday; day.isBefore(monday.plusDays(LEAVE_DAYS)); day = day.plusDays(1)) {
                    csv.append(it.number()).append(',').append(day).append(",09:00,17:00,ANNUAL_LEAVE\n");
                    lines++;
                }
            }
        }
        DemoStory.done(times.take("Leave book", lines, "leave-%d.csv".formatted(years.current()), new StringReader(csv.toString()), hr()));
    }

    /** What was found is taken on and done; another looks at most of it. */
    private void answer() {
        var open = findings.lines(Query.all("/app/labour/findings")).stream().filter(it -> it.code().startsWith("overtime") && it.stage() == Finding.Stage.OPEN).limit(12).toList();
        for (var it : open) {
            DemoStory.done(findings.done(it.id(), "Paid, and off for as many hours in the two weeks after; the shift leader plans a week ahead.", hr()));
        }
        open.stream().limit(Math.max(0, open.size() - 2)).forEach(it -> DemoStory.done(findings.verify(it.id(), true, "Roster and pay slip read.", staff.the(Role.UNION))));
    }

    private void plan(Years years) {
        var today = years.today();
        var unit = directory.tree(today).stream().filter(it -> it.code().equals(WORKSHOP)).findFirst().orElseThrow().id();
        var there = directory.members(new Directory.Search(today, "", false, WORKSHOP, "", "EMPLOYEE"), "name.number", PLANNED, 0).stream()
                .filter(it -> it.untilDay() == null).map(Directory.Member::person).toList();
        DemoStory.done(rosters.plan(new Rosters.Plan(unit, there, today, today.plusDays(13), LocalTime.of(8, 0), LocalTime.of(17, 0), 60, false), hr()));
    }

    private Me hr() {
        return staff.the(Role.HR);
    }
}
