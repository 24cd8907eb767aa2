package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.time.DayHasBegun;
import org.probity.people.labour.Identity;
import org.probity.people.recruitment.Activities;
import org.probity.people.recruitment.Application;
import org.probity.people.recruitment.Applications;
import org.probity.people.recruitment.Applying;
import org.probity.people.recruitment.Erasing;
import org.probity.people.recruitment.Interviews;
import org.probity.people.recruitment.Offers;
import org.probity.people.recruitment.Plans;
import org.probity.people.recruitment.Postings;
import org.probity.people.recruitment.Requisition.Question;
import org.probity.people.recruitment.Requisitions;
import org.probity.people.recruitment.Screening;
import org.probity.people.recruitment.Stage;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The invented company hires for its five sites, in spring and in autumn: those of last autumn are the people who begin in January. Some who apply withdraw, and
 * those whose time is over are let go, so that the pages of last year live on numbers alone.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(86)
class RecruitmentTale implements Tale {
    private static final List<String> SITES = List.of("CQ", "HF", "NB", "XA", "LE");
    private static final String[][] FAMILIES = {{"Lin", "林"}, {"Pan", "潘"}, {"Gu", "顾"}, {"Meng", "孟"}, {"Cui", "崔"}, {"Tan", "谭"}};
    private static final String[][] GIVEN = {{"Ya", "雅"}, {"Jun", "俊"}, {"Hui", "慧"}, {"Peng", "鹏"}, {"Dan", "丹"}, {"Song", "松"}, {"Yue", "悦"}};
    private static final String[][] ANSWERS = {
        {"I looked after pumps and furnaces for four years and found most faults before they stopped a line.", "我维护水泵和扩散炉四年，多数故障在停线之前就已排除。"},
        {"I have repaired conveyors at a food plant, in three shifts.", "我在食品厂维修过输送设备，三班制。"},
        {"I finished my apprenticeship this summer and mended a vacuum pump for my examination.", "我今年夏天结束学徒期，结业考试中修复了一台真空泵。"},
        {"I have not worked with machines yet; I learn fast.", "我还没有接触过设备，但学得快。"}};
    private static final List<Question> QUESTIONS = List.of(
            new Question(Stage.SCREEN, 1, "Which machines have you kept running, and for how long?", "您维护过哪些设备，多长时间？", "1 none; 3 one kind for a year; 5 several kinds for years", "1分：没有；3分：一类一年；5分：多类数年"),
            new Question(Stage.INTERVIEW, 1, "A pump stops at night and the line waits. What do you do, step by step?", "夜班水泵停机，产线等待，您分哪些步骤处理？", "1 waits for others; 3 most steps; 5 all steps and tells whom", "1分：等待他人；3分：多数步骤；5分：全部步骤并说明通知谁"),
            new Question(Stage.INTERVIEW, 2, "How do you lock out a machine before you open it?", "打开设备前如何上锁挂牌？", "1 unknown; 3 most steps; 5 all steps and a trial", "1分：不知道；3分：多数步骤；5分：全部步骤并验证"));
    private static final int WAVE = 6;

    private final DemoPeople staff;
    private final Directory directory;
    private final Requisitions requisitions;
    private final Postings postings;
    private final Applying applying;
    private final Applications applications;
    private final Erasing erasing;
    private final Screening screening;
    private final Interviews interviews;
    private final Offers offers;
    private final Activities activities;
    private final Plans plans;

    RecruitmentTale(
            DemoPeople staff, Directory directory, Requisitions requisitions, Postings postings, Applying applying, Applications applications, Erasing erasing, Screening screening, Interviews interviews, Offers offers,
            Activities activities, Plans plans) {
        this.staff = staff;
        this.directory = directory;
        this.requisitions = requisitions;
        this.postings = postings;
        this.applying = applying;
        this.applications = applications;
        this.erasing = erasing;
        this.screening = screening;
        this.interviews = interviews;
        this.offers = offers;
        this.activities = activities;
        this.plans = plans;
    }

    /** A round of hiring at all sites. @param apply how many for each post, where nothing else says it */
    private record Round(String title, String titleZh, LocalDate from, LocalDate closes, int apply) {}

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        var current = years.current();
        var story = new ArrayList<Chapter>();
        for (var year : List.of(last, current)) {
            tell(story, years, LocalDate.of(year, 1, 18), "recruitment plans " + year, () -> plan(year));
            tell(story, years, LocalDate.of(year, 2, 24), "recruitment activities " + year, () -> advertise(year));
            round(story, years, "spring " + year, new Round("Equipment engineer", "设备工程师", LocalDate.of(year, 3, 2), LocalDate.of(year, 3, 31), 22), Map.of());
        }
        round(story, years, "autumn " + last, new Round("Operator, metallisation", "金属化操作工", LocalDate.of(last, 9, 7), LocalDate.of(last, 9, 30), 0), joiners(current));
        tell(story, years, LocalDate.of(current, 1, 14), "recruitment costs " + last, () -> state(last, new BigDecimal("63400.00")));
        tell(story, years, LocalDate.of(last, 10, 5), "recruitment let go " + last, () -> erasing.day(new DayHasBegun(LocalDate.of(last, 10, 5))));
        tell(story, years, LocalDate.of(current, 5, 4), "recruitment let go " + current, () -> erasing.day(new DayHasBegun(LocalDate.of(current, 5, 4))));
        tell(story, years, LocalDate.of(current, 10, 8), "recruitment costs " + current, () -> state(current, new BigDecimal("63400.00")));
        var autumn = new Round("Process technician", "工艺技术员", LocalDate.of(current, 10, 12), years.today().plusDays(40), 6);
        tell(story, years, autumn.from(), "recruitment autumn " + current, () -> ask(autumn, Map.of()));
        tell(story, years, autumn.from().plusDays(9), "recruitment autumn " + current + " applications", () -> apply(autumn, Map.of()));
        return story;
    }

    private void round(List<Chapter> story, Years years, String name, Round it, Map<String, List<String>> joining) {
        tell(story, years, it.from(), "recruitment " + name, () -> ask(it, joining));
        tell(story, years, it.from().plusDays(12), "recruitment " + name + " applications", () -> apply(it, joining));
        tell(story, years, it.from().plusDays(30), "recruitment " + name + " screening", () -> screen(it));
        tell(story, years, it.from().plusDays(48), "recruitment " + name + " interviews", () -> interview(it));
        tell(story, years, it.from().plusDays(56), "recruitment " + name + " offers", () -> offer(it));
        tell(story, years, joining.isEmpty() ? it.from().plusDays(70) : LocalDate.of(it.from().getYear() + 1, 1, 12), "recruitment " + name + " hired", () -> hire(it, joining));
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    /** Who begins in January, by the site of their unit; headquarters lie in the first. */
    private static Map<String, List<String>> joiners(int year) {
        var bySite = new LinkedHashMap<String, List<String>>();
        Workforce.changes(year).lines().skip(1).map(line -> line.split(",", -1)).filter(fields -> fields[7].equals(year + "-01-04"))
                .forEach(fields -> bySite.computeIfAbsent(SITES.stream().filter(site -> fields[5].startsWith(site + "-")).findFirst().orElse(SITES.getFirst()), site -> new ArrayList<>()).add(fields[0]));
        return bySite;
    }

    private UUID unit(String code) {
        return directory.tree(directory.today()).stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(() -> new IllegalStateException("no unit " + code)).id();
    }

    private void ask(Round it, Map<String, List<String>> joining) {
        var hr = staff.the(Role.HR);
        for (var site : SITES) {
            var wanted = joining.isEmpty() ? WAVE : joining.getOrDefault(site, List.of()).size();
            if (wanted == 0) {
                continue;
            }
            var id = DemoStory.done(requisitions.ask(new Requisitions.Plan(unit(site + (joining.isEmpty() ? "-EQP" : "-MFG")), "", joining.isEmpty() ? 3 : 1, it.title(), it.titleZh(),
                    "You keep the machines of one workshop running, in three shifts.\nWe ask for a trade or a degree in mechanics, electrics or process technology.",
                    "负责一个车间设备的正常运行，三班制。\n需具备机械、电气或工艺方面的技能证书或学历。", "People who left, and a line that is added in the next quarter.", wanted, it.closes(), QUESTIONS), hr));
            DemoStory.done(requisitions.rule(id, Outcome.APPROVED, staff.at("hr.reward")));
            DemoStory.done(postings.name(id, "quality@helia.example process@helia.example", hr));
            DemoStory.done(postings.open(id, hr));
        }
    }

    private List<UUID> of(Round it) {
        return requisitions.between(it.from(), it.from()).stream().map(one -> one.id()).toList();
    }

    /** Three times as many as are wanted, or as usual; every twentieth changes their mind. */
    private void apply(Round it, Map<String, List<String>> joining) {
        for (var posting : of(it)) {
            var wanted = requisitions.find(posting).orElseThrow().wanted();
            // By the post's own number: the same story each time it is told.
            var draw = new Random(requisitions.find(posting).orElseThrow().number().hashCode());
            for (var i = 0; i < (joining.isEmpty() ? it.apply() : wanted * 3); i++) {
                var sent = DemoStory.done(applying.apply(form(posting, i, it, draw)));
                if (i % 20 == 11) {
                    DemoStory.done(erasing.withdraw(sent.secret()));
                }
            }
        }
    }

    private static Applying.Form form(UUID posting, int i, Round it, Random draw) {
        var family = FAMILIES[draw.nextInt(FAMILIES.length)];
        var given = GIVEN[draw.nextInt(GIVEN.length)];
        var answer = ANSWERS[draw.nextInt(ANSWERS.length)];
        var zh = draw.nextInt(4) > 0;
        var sex = draw.nextInt(20) == 0 ? "" : draw.nextInt(100) < 44 ? "F" : "M";
        var age = draw.nextInt(20) == 0 ? "" : draw.nextInt(100) < 58 ? "UNDER_30" : draw.nextInt(100) < 80 ? "30_TO_50" : "OVER_50";
        var by = List.of("", "CAMPUS-", "FAIR-", "SITE-", "FRIENDS-").get(draw.nextInt(5));
        var file = i % 4 == 0 ? new Applying.Upload("cv.pdf", ("%PDF-1.7 " + it.from() + " " + posting + " " + i).getBytes(StandardCharsets.US_ASCII)) : Applying.Upload.NOTHING;
        return new Applying.Form(posting, zh ? family[1] + given[1] : given[0] + " " + family[0], "applicant" + i + "@example.org", "139 0000 " + (1_000 + i), zh ? "zh" : "en",
                List.of(zh ? answer[1] : answer[0]), sex, age, by.isEmpty() ? "" : by + it.from().getYear(), true, file);
    }

    /** By chance, and the same chance for everybody. */
    private void screen(Round it) {
        for (var posting : of(it)) {
            var draw = new Random(it.from().toEpochDay());
            for (var one : waiting(posting, Application.State.SCREENING)) {
                var mark = 1 + draw.nextInt(5);
                DemoStory.done(screening.screen(one.id(), Map.of(1, mark), mark > 2, mark > 2 ? "" : mark == 1 ? "NOT_QUALIFIED" : "LOWER_MARKS", staff.the(Role.HR)));
            }
        }
    }

    private List<Application> waiting(UUID posting, Application.State state) {
        return applications.of(posting).stream().filter(it -> it.state() == state).toList();
    }

    private void interview(Round it) {
        Me one = staff.at("quality");
        Me other = staff.at("process");
        for (var posting : of(it)) {
            var draw = new Random(it.from().toEpochDay() + 7);
            var most = requisitions.find(posting).orElseThrow().wanted() * 5 / 4 + 1;
            var wanted = 0;
            for (var who : waiting(posting, Application.State.INTERVIEWS)) {
                var mark = 2 + draw.nextInt(4);
                DemoStory.done(interviews.mark(who.id(), marks(mark, "Went through the steps in order and said whom to tell."), one));
                DemoStory.done(interviews.mark(who.id(), marks(Math.max(1, mark - draw.nextInt(2)), "Knew the lock and the trial; less sure of the paper."), other));
                var on = mark > 2 && wanted < most;
                wanted += on ? 1 : 0;
                DemoStory.done(interviews.move(who.id(), on, on ? "" : mark > 2 ? "ALL_PLACES_TAKEN" : "LOWER_MARKS", one));
                DemoStory.done(interviews.rule(who.id(), Outcome.APPROVED, other));
            }
        }
    }

    private static Map<Integer, Interviews.Mark> marks(int mark, String words) {
        return Map.of(1, new Interviews.Mark(mark, words), 2, new Interviews.Mark(mark, words));
    }

    private void offer(Round it) {
        var hr = staff.the(Role.HR);
        for (var posting : of(it)) {
            var i = 0;
            for (var who : waiting(posting, Application.State.TO_OFFER)) {
                if (i++ % 9 == 8) {
                    DemoStory.done(applications.refuse(who.id(), "NO_DOCUMENT", hr));
                } else {
                    var document = new Identity(Identity.Document.PASSPORT, "E" + (10_000_000 + i), directory.today().minusYears(19).minusDays(97L * i), Identity.Sex.F, directory.today());
                    DemoStory.done(offers.offer(who.id(), document, directory.today().plusDays(14), hr));
                }
            }
        }
    }

    /** Those for whom a place was agreed come, and the rest hear that all are taken; one in ten says no. */
    private void hire(Round it, Map<String, List<String>> joining) {
        var hr = staff.the(Role.HR);
        for (var posting : of(it)) {
            var requisition = requisitions.find(posting).orElseThrow();
            var numbers = joining.getOrDefault(SITES.stream().filter(site -> unit(site + "-MFG").equals(requisition.unit())).findFirst().orElse(""), List.of());
            var hired = 0;
            var i = 0;
            for (var who : waiting(posting, Application.State.OFFERED)) {
                if (hired == requisition.wanted()) {
                    DemoStory.done(applications.refuse(who.id(), "ALL_PLACES_TAKEN", hr));
                } else if (i++ % 10 == 9) {
                    DemoStory.done(offers.declined(who.id(), hr));
                } else {
                    DemoStory.done(offers.hire(who.id(), hired < numbers.size() ? numbers.get(hired) : "", joining.isEmpty() ? directory.today().plusDays(5) : LocalDate.of(it.from().getYear() + 1, 1, 4), hr));
                    hired++;
                }
            }
        }
    }

    private void plan(int year) {
        var hr = staff.the(Role.HR);
        for (var site : SITES) {
            DemoStory.done(plans.plan(new Plans.Plan(Plans.Horizon.SHORT, unit(site), 3, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), 8, "Engineers for machines that are added this year."), hr));
        }
        DemoStory.done(plans.plan(new Plans.Plan(Plans.Horizon.MEDIUM, unit("CQ"), 0, LocalDate.of(year, 1, 1), LocalDate.of(year + 2, 12, 31), 60, "A second hall is built."), hr));
        DemoStory.done(plans.plan(new Plans.Plan(Plans.Horizon.LONG, unit("HS"), 5, LocalDate.of(year, 1, 1), LocalDate.of(year + 7, 12, 31), 25, "Experts who will retire within eight years."), hr));
    }

    private void advertise(int year) {
        var hr = staff.the(Role.HR);
        add(year, "CAMPUS-", Activities.Kind.CAMPUS, "Days at four technical colleges", "四所技术学院宣讲", "18600.00", hr);
        add(year, "FAIR-", Activities.Kind.FAIR, "Spring fair of the province", "省春季招聘会", "12300.50", hr);
        add(year, "SITE-", Activities.Kind.CHANNEL, "Advertisements on a job site", "招聘网站", "24999.50", hr);
        add(year, "FRIENDS-", Activities.Kind.REFERRAL, "People who know people", "内部推荐", "7500.00", hr);
    }

    private void add(int year, String code, Activities.Kind kind, String en, String zh, String yuan, Me hr) {
        var id = DemoStory.done(activities.add(new Activities.Plan(code + year, kind, en + " " + year, zh + " " + year, LocalDate.of(year, 2, 1), LocalDate.of(year, 11, 30)), hr));
        DemoStory.done(activities.cost(id, new BigDecimal(yuan), directory.today(), "Contract of the year", hr));
    }

    private void state(int year, BigDecimal yuan) {
        DemoStory.done(activities.state(year, yuan, "General ledger, account 6602.11", staff.the(Role.HR)));
    }
}
