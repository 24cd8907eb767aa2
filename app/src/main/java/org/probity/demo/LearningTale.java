package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.people.learning.BadgeFiles;
import org.probity.people.learning.CompetencyItems;
import org.probity.people.learning.Courses;
import org.probity.people.learning.Duty;
import org.probity.people.learning.Feedback;
import org.probity.people.learning.Kind;
import org.probity.people.learning.Sessions;
import org.probity.people.learning.Yearly;
import org.probity.shapes.gathering.Occasions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the invented company's people were trained in: everybody several times a year, each month's lists by the file of the readers at the doors, and those who
 * sign in here read the yearly courses online. In the
 * year of the report they were there for 463,645,656 seconds, which are 128,790.46 hours and 13.92 for each of 9,252 people.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(72)
class LearningTale implements Tale {
    private static final long SECONDS = 463_645_656;
    private static final int SESSION_SECONDS = 4_800;
    /** Shorter than that and it is not completed. */
    private static final int LEAST_SECONDS = 3_600;
    private static final int PEOPLE_A_SESSION = 40;
    private static final int SESSIONS_A_RUN = 100;
    /** Whoever is asked has fourteen days. */
    private static final int ANSWERED_AFTER = 16;
    /** Of a hundred thousand points that could be given: 98.92 % come out. */
    private static final int POINTS_WITHHELD = 1_075;
    /** From so many suppliers on it is a whole company; smaller demos train each of their people thrice a year, and longer. */
    private static final int WHOLE = 1_000;
    /** Of a version online; twice as long counts. */
    private static final int MINUTES_ONLINE = 40;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    /** Title in English and in Chinese, for how many months it holds, and the duty it meets. */
    private static final Map<Kind, List<String[]>> COURSES = new TreeMap<>(Map.of(
            Kind.YEARLY, List.of(new String[] {"Equal and compliant employment", "平等合规用工", "12", "EQUAL_EMPLOYMENT"},
                    new String[] {"Preventing workplace harassment", "预防职场骚扰", "12", "HARASSMENT"}),
            Kind.QUALIFICATION, List.of(new String[] {"Diffusion furnaces, level 2", "扩散炉二级", "24"}, new String[] {"Metallisation lines, level 2", "金属化线二级", "24"},
                    new String[] {"Quality tools for engineers", "工程师质量工具", "24"}, new String[] {"Safe work on gas lines", "特气管路安全作业", "12"}),
            Kind.LEADERSHIP, List.of(new String[] {"Leading a shift", "班组长领导力", ""}, new String[] {"Talking about performance", "绩效沟通", ""}),
            Kind.PROFESSIONAL, List.of(new String[] {"Reading cell efficiency data", "电池效率数据解读", ""}, new String[] {"Statistical process control", "统计过程控制", ""},
                    new String[] {"Chemicals at work", "化学品作业", "36"}, new String[] {"Energy at the line", "产线节能", ""}),
            Kind.FRESHERS, List.of(new String[][] {{"First month at Helia", "赫利亚入职首月", ""}})));

    private final DemoPeople people;
    private final DemoSize size;
    private final CompetencyItems standards;
    private final Courses courses;
    private final Sessions sessions;
    private final Occasions occasions;
    private final BadgeFiles badges;
    private final Yearly yearly;
    private final Feedback feedback;
    private final ReadingOnline reading;

    LearningTale(
            DemoPeople people, DemoSize size, CompetencyItems standards, Courses courses, Sessions sessions, Occasions occasions, BadgeFiles badges, Yearly yearly,
            Feedback feedback, ReadingOnline reading) {
        this.people = people;
        this.size = size;
        this.standards = standards;
        this.courses = courses;
        this.sessions = sessions;
        this.occasions = occasions;
        this.badges = badges;
        this.yearly = yearly;
        this.feedback = feedback;
        this.reading = reading;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        story.add(Chapter.on(LocalDate.of(years.last(), 1, 5), "courses of our own", () -> open(false)));
        story.add(Chapter.on(LocalDate.of(years.last(), 1, 6), "yearly courses online", () -> reading.publish(MINUTES_ONLINE * 12 / times())));
        // Once there are standards that they answer.
        story.add(Chapter.on(LocalDate.of(years.last(), 2, 5), "courses for qualifications", () -> open(true)));
        for (var year : List.of(years.last(), years.current())) {
            story.add(Chapter.on(years.by(LocalDate.of(year, 1, 7)), "yearly courses " + year, () -> yearly.ask(LocalDate.of(year, 1, 7))));
            for (var month = 1; month <= 12; month++) {
                var told = LocalDate.of(year, month, 1).plusMonths(1);
                if (told.isAfter(years.today())) {
                    break;
                }
                var of = month;
                story.add(Chapter.on(told, "trainings " + year + "-" + month, () -> train(years, year, of)));
                var closed = told.plusDays(ANSWERED_AFTER);
                if (!closed.isAfter(years.today())) {
                    story.add(Chapter.on(closed, "answers " + year + "-" + month, () -> feedback.close(closed)));
                }
            }
        }
        return story;
    }

    private void open(boolean qualifications) {
        COURSES.forEach((kind, all) -> all.stream().filter(_ -> (kind == Kind.QUALIFICATION) == qualifications).forEach(it -> DemoStory.done(courses.open(
                new Courses.Opening(kind, it.length > 3 ? Duty.valueOf(it[3]) : null, it[0], it[1], "", "", it[2].isEmpty() ? null : Integer.valueOf(it[2]),
                        kind == Kind.QUALIFICATION ? answered(it[0]) : List.of()), hr()))));
    }

    /** Items of the standards in force that have the first word of its title, or else any; none where no standard is in force yet. */
    private List<UUID> answered(String title) {
        var found = standards.find(title.split(" ")[0], 3);
        return (found.isEmpty() ? standards.find("", 3) : found).stream().map(CompetencyItems.Item::id).toList();
    }

    /** How often each of our people is trained in a year; divides twelve. */
    private int times() {
        return size.suppliers() < WHOLE ? 3 : 12;
    }

    /** One attendance: the person's place among all of them, and the course. */
    private record Seat(int person, String number, String course, int seconds) {}

    private void train(Years years, int year, int month) {
        // Asked once: it is a question to the database.
        var times = times();
        var every = 12 / times;
        if (month % every != 0) {
            return;
        }
        var slot = month / every - 1;
        var numbers = numbers(years, year, month);
        var seconds = seconds(year, numbers.size(), slot, times);
        var byCourse = new TreeMap<String, List<Seat>>();
        var online = new ArrayList<Seat>();
        var mailboxes = Workforce.mailboxes();
        for (var i = 0; i < numbers.size(); i++) {
            var course = course(i, (i + slot) % times);
            // Those of them who sign in here read the yearly courses on a screen.
            if ((i + slot) % times < 2 && mailboxes.containsKey(numbers.get(i))) {
                online.add(new Seat(i, mailboxes.get(numbers.get(i)), course, seconds[i]));
                continue;
            }
            byCourse.computeIfAbsent(course, it -> new ArrayList<>()).add(new Seat(i, numbers.get(i), course, seconds[i]));
        }
        var ids = new HashMap<String, UUID>();
        courses.all().forEach(it -> ids.put(it.titleEn(), it.id()));
        var file = new StringBuilder("number,session,in,out\n");
        var answers = new StringBuilder("number,session,rating\n");
        var ratings = ratings(numbers.size(), slot, year);
        var random = new Random(year * 100L + month);
        byCourse.forEach((course, seats) -> {
            for (var from = 0; from < seats.size(); from += SESSIONS_A_RUN * PEOPLE_A_SESSION) {
                hold(ids.get(course), seats.subList(from, Math.min(seats.size(), from + SESSIONS_A_RUN * PEOPLE_A_SESSION)), year, month, new Files(file, answers, ratings, every), random, year == years.current());
            }
        });
        DemoStory.done(badges.bringIn(file.toString().getBytes(StandardCharsets.UTF_8), "readers-%d-%02d.csv".formatted(year, month), hr()));
        DemoStory.done(feedback.bringIn(answers.toString().getBytes(StandardCharsets.UTF_8), hr()));
        // Ren Jie has left one of this year's in the middle: whoever looks around as him goes on with it.
        online.forEach(it -> reading.take(ids.get(it.course()), it.number(), it.seconds(), LocalDate.of(year, month, 12 + it.person() % 9),
                year == years.last() || !it.number().equals("employee") || !it.course().startsWith("Preventing")));
        reading.count(LocalDate.of(year, month, 28));
        online.stream().filter(it -> ratings[it.person()] > 0).forEach(it -> reading.answer(it.number(), ratings[it.person()]));
    }

    /** What the readers and the terminals at the doors write in a month. @param ratings by the person's place; nought: says nothing; @param longer than in a whole company */
    private record Files(StringBuilder readers, StringBuilder answers, int[] ratings, int longer) {}

    /** Every second one answers, nearly all of them with the highest step. */
    private static int[] ratings(int heads, int slot, int year) {
        var ratings = new int[heads];
        var answering = new ArrayList<Integer>();
        for (var i = slot % 2; i < heads; i += 2) {
            ratings[i] = 5;
            answering.add(i);
        }
        var random = new Random(year * 17L + slot);
        for (var withheld = (answering.size() * 4 * POINTS_WITHHELD + 50_000) / 100_000; withheld > 0;) {
            var one = answering.get(random.nextInt(answering.size()));
            if (ratings[one] > 1) {
                ratings[one]--;
                withheld--;
            }
        }
        return ratings;
    }

    /** Everybody takes both yearly courses; every third of our people a course for a qualification; the rest as it comes. */
    private static String course(int person, int turn) {
        var kind = switch (turn) {
            case 0, 1 -> Kind.YEARLY;
            case 2 -> person % 3 == 0 ? Kind.QUALIFICATION : Kind.PROFESSIONAL;
            default -> person % 17 == 0 ? Kind.LEADERSHIP : person % 29 == 0 ? Kind.FRESHERS : Kind.PROFESSIONAL;
        };
        var all = COURSES.get(kind);
        return all.get(kind == Kind.YEARLY ? turn : (person / 3 + turn) % all.size())[0];
    }

    /** How long each was there. Over the year of the report it adds up to the second: whoever comes last takes what is over, by a second each. */
    private static int[] seconds(int year, int heads, int slot, int times) {
        var longer = 12 / times;
        var random = new Random(year * 31L + slot);
        var all = new int[heads];
        var target = SECONDS / times + (slot < SECONDS % times ? 1 : 0);
        var sum = 0L;
        for (var i = 0; i < heads; i++) {
            all[i] = longer * LEAST_SECONDS + random.nextInt(longer * (SESSION_SECONDS - LEAST_SECONDS - 48));
            sum += all[i];
        }
        for (var i = 0; heads == Workforce.PEOPLE && sum != target; i = (i + 1) % heads) {
            var step = Long.signum(target - sum);
            if (all[i] + step >= longer * LEAST_SECONDS && all[i] + step <= longer * SESSION_SECONDS) {
                all[i] += step;
                sum += step;
            }
        }
        return all;
    }

    private void hold(UUID course, List<Seat> seats, int year, int month, Files files, Random random, boolean careless) {
        var length = SESSION_SECONDS * files.longer();
        var plans = new ArrayList<Sessions.Plan>();
        for (var i = 0; i * PEOPLE_A_SESSION < seats.size(); i++) {
            var from = LocalDate.of(year, month, 1 + i % 27).atTime(LocalTime.of(8 + i / 27 % 4 * 2, 30)).atZone(ZONE).toInstant();
            plans.add(new Sessions.Plan(from, from.plusSeconds(length), "Training room " + (1 + i % 9), null, false));
        }
        var occasion = DemoStory.done(sessions.plan(course, plans, hr()));
        var number = occasions.find(occasion).orElseThrow().number();
        for (var i = 0; i < seats.size(); i++) {
            var seat = seats.get(i);
            var no = i / PEOPLE_A_SESSION;
            var came = plans.get(no).startsAt().plusSeconds(random.nextInt(length - seat.seconds() + 1));
            // Some of this year's have walked past the reader on their way out.
            var left = careless && random.nextInt(3_000) == 0 ? null : came.plusSeconds(seat.seconds());
            if (left != null && files.ratings()[seat.person()] > 0) {
                files.answers().append(seat.number()).append(',').append(number).append('/').append(no + 1).append(',').append(files.ratings()[seat.person()]).append('\n');
            }
            files.readers().append(seat.number()).append(',').append(number).append('/').append(no + 1).append(',').append(WHEN.format(came)).append(',').append(word(left)).append('\n');
        }
    }

    private static String word(@Nullable Instant at) {
        return at == null ? "" : WHEN.format(at);
    }

    /** Staff numbers of those who were here in a month, in their order; retirees are not trained. */
    private static List<String> numbers(Years years, int year, int month) {
        var numbers = new ArrayList<String>();
        var gone = new ArrayList<String>();
        var come = new ArrayList<String>();
        if (year == years.current()) {
            Workforce.changes(year).lines().skip(1).map(line -> line.split(",", -1)).forEach(it -> {
                if (it[8].isEmpty()) {
                    come.add(it[0]);
                } else if (month > 1) {
                    gone.add(it[0]);
                }
            });
        }
        Workforce.people(years.last()).lines().skip(1).map(line -> line.split(",", -1)).filter(it -> !it[4].equals("RETIREE") && it[8].isEmpty() && !gone.contains(it[0])).map(it -> it[0]).distinct()
                .forEach(numbers::add);
        numbers.addAll(come);
        return numbers;
    }

    private Me hr() {
        return people.the(Role.HR);
    }
}
