package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.people.labour.Intake;
import org.probity.people.labour.Papers;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Human resources hand in whose document was looked at when, and everybody's contract, and state what the return to the social insurance said. A few
 * documents were looked at after the first day, so that the figure has something to say.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(11)
class LabourTale implements Tale {
    /** One in so many was looked at late: of those who begin in a year more than a few, so that the report may say it. */
    private static final int LATE = 15;
    /** Begins the document numbers of nobody's place. */
    private static final String NOWHERE = "990000";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final DemoPeople staff;
    private final Intake intake;
    private final StatedTotals totals;
    private final Figures figures;
    private final Papers papers;
    private final Directory directory;

    LabourTale(DemoPeople staff, Intake intake, StatedTotals totals, Figures figures, Papers papers, Directory directory) {
        this.staff = staff;
        this.intake = intake;
        this.totals = totals;
        this.figures = figures;
        this.papers = papers;
        this.directory = directory;
    }

    /** Somebody as the directory's own file has them. @param first the day on which they began; @param last empty: they stay */
    record Worker(int number, String kind, String unit, String title, LocalDate first, String last) {
        static Worker of(String line) {
            var fields = line.split(",", -1);
            return new Worker(Integer.parseInt(fields[0]), fields[4], fields[5], fields[6], LocalDate.parse(fields[7]), fields[8]);
        }

        boolean works() {
            return !kind.equals("RETIREE");
        }

        boolean employed() {
            return kind.equals("EMPLOYEE") || kind.equals("PART_TIME");
        }

        /** One in so many; fewer than a province asks for, as in most companies. */
        boolean certified() {
            return number % 120 == 31;
        }

        /** Whether they are there at the end of a year. */
        boolean atTheEndOf(int year) {
            return first.getYear() <= year && (last.isEmpty() || LocalDate.parse(last).getYear() > year);
        }

        /** Who moved has a line for each place: the first day of one and what the other says. */
        Worker and(Worker later) {
            return new Worker(number, later.kind, later.unit, later.title, first, later.last);
        }

        /** Eighteen at least when they began, and before the age of retirement. */
        LocalDate born() {
            var drawn = LocalDate.of(1967, 1, 1).plusDays(number * 37L % 14_200);
            return drawn.isAfter(first.minusYears(18)) ? drawn.minusYears(7) : drawn;
        }

        String sex() {
            return number * 13 % 100 < 45 ? "F" : "M";
        }

        /** Eighteen digits as GB 11643 makes them, of a place that is none. */
        String document() {
            var digits = NOWHERE + born().format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number % 500 * 2 + (sex().equals("M") ? 1 : 0));
            var sum = 0;
            for (var i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (digits.charAt(i) - '0');
            }
            return digits + "10X98765432".charAt(sum % 11);
        }

        String identity() {
            return "%d,ID_CARD,%s,%s,%s,%s\n".formatted(number, document(), born(), sex(), first.plusDays(number % LATE == 7 ? 2 : -3));
        }

        String contract(Set<String> heads) {
            var category = heads.contains(String.valueOf(number)) || number % 25 == 3 ? "MANAGEMENT"
                    : title.equals("Operator") ? "PRODUCTION" : title.contains("Engineer") || title.contains("engineer") ? "PROFESSIONAL" : "ADMINISTRATION";
            var fixed = number % 3 == 0;
            return "%d,CONTRACT,%s,%s,%s,%s,%d,%s,%s\n".formatted(number, fixed ? "FIXED" : "OPEN", first, first, fixed ? first.plusYears(8).minusDays(1) : "", 60,
                    category, kind.equals("PART_TIME") ? "no" : "yes");
        }
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        var current = years.current();
        return List.of(
                Chapter.on(LocalDate.of(last, 1, 4), "documents and contracts", () -> handIn(workers(Workforce.people(last)), last)),
                Chapter.on(LocalDate.of(last, 1, 15), "certificates of disability", () -> certificates(LocalDate.of(last, 1, 15))),
                Chapter.on(LocalDate.of(last, 1, 24), "social insurance " + (last - 1), () -> state(last - 1, last)),
                Chapter.on(years.by(LocalDate.of(current, 1, 7)), "documents and contracts " + current,
                        () -> handIn(workers(Workforce.changes(current)).stream().filter(it -> it.first().getYear() == current).toList(), last)),
                Chapter.on(years.by(LocalDate.of(current, 1, 15)), "social insurance " + last, () -> state(last, last)),
                Chapter.on(years.by(LocalDate.of(current, 2, 10)), "social insurance so far", () -> state(current, last)));
    }

    /** Each once, though who moved has two lines. */
    static Collection<Worker> workers(String csv) {
        var workers = new LinkedHashMap<Integer, Worker>();
        csv.lines().skip(1).map(Worker::of).filter(Worker::works).forEach(it -> workers.merge(it.number(), it, Worker::and));
        return workers.values();
    }

    /** Everybody who works here in a year of the two that are told. */
    static Collection<Worker> workers(int year, int begun) {
        var all = new LinkedHashMap<Integer, Worker>();
        workers(Workforce.people(begun)).forEach(it -> all.put(it.number(), it));
        if (year > begun) {
            workers(Workforce.changes(year)).forEach(it -> all.merge(it.number(), it, Worker::and));
        }
        return all.values();
    }

    private void handIn(Collection<Worker> workers, int year) {
        var heads = Set.copyOf(Workforce.heads(year).values());
        var identities = new StringBuilder("number,document,document_number,born,sex,verified\n");
        var contracts = new StringBuilder("number,act,term,signed,from,until,probation_days,category,full_time\n");
        workers.forEach(it -> {
            identities.append(it.identity());
            if (Set.of("EMPLOYEE", "PART_TIME").contains(it.kind())) {
                contracts.append(it.contract(heads));
            }
        });
        bring("documents.csv", identities, hr());
        bring("contracts.csv", contracts, hr());
    }

    private void bring(String name, CharSequence csv, Me hr) {
        DemoStory.done(intake.bringIn(DemoStory.done(intake.read(csv.toString().getBytes(StandardCharsets.UTF_8), name, hr)), hr));
    }

    /** What the return to the social insurance said of those who were newly registered, and of all at the year's end. */
    private void state(int year, int begun) {
        var all = workers(year, begun);
        say("age-checked-hires", year, all.stream().filter(it -> it.first().getYear() == year).count());
        say("headcount", year, all.stream().filter(it -> it.atTheEndOf(year)).count());
        say("ppl-turnover", year, all.stream().filter(it -> it.employed() && it.last().startsWith(year + "-")).count());
        say("ppl-diversity", year, all.stream().filter(it -> it.employed() && it.atTheEndOf(year) && it.sex().equals("F")).count());
        say("ppl-nonemployees", year, all.stream().filter(it -> !it.employed() && it.atTheEndOf(year)).count(), "Lists of six agencies and contractors");
        say("ppl-disability", year, year < begun ? 0 : all.stream().filter(it -> it.employed() && it.atTheEndOf(year) && it.certified() && it.first().getYear() <= begun).count(), "Yearly review of employment of persons with disabilities");
    }

    /** Some show a certificate of disability, each by choice. */
    private void certificates(LocalDate day) {
        workers(Workforce.people(day.getYear())).stream().filter(it -> it.employed() && it.certified())
                .forEach(it -> DemoStory.done(papers.show(directory.byNumber(String.valueOf(it.number())).orElseThrow().id(), Papers.Kind.DISABILITY, day, null, hr())));
    }

    private void say(String figure, int year, long number) {
        say(figure, year, number, "Return to the social insurance");
    }

    private void say(String figure, int year, long number, String source) {
        DemoStory.done(totals.state(figures.find(figure).orElseThrow(), year, String.valueOf(number), source, hr()));
    }

    private Me hr() {
        return staff.the(Role.HR);
    }
}
