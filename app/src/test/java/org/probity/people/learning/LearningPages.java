package org.probity.people.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.shapes.course.ALesson;
import org.probity.shapes.figure.SmallCells;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesByTwo;
import org.probity.shapes.rule.RulesView;

class LearningPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000097");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000098");
    private static final Instant NOW = Instant.parse("2026-11-22T02:20:00Z");
    private static final Instant FROM = Instant.parse("2026-11-20T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Course HARASSMENT = new Course(ID, "K0002", Kind.YEARLY, "Preventing workplace harassment & <more>", "预防职场骚扰", "What it is, how to stop it, where to turn.", "", 12, ID);
    private static final Course DIFFUSION = new Course(ID, "K0007", Kind.QUALIFICATION, "Diffusion furnaces, level 2", "扩散炉二级", "", "扩散工艺与设备。", null, ID);
    private static final CompetencyItems.Item ITEM = new CompetencyItems.Item(ID, "DIF-2.3", "Sets & <checks> a furnace", "设定并点检扩散炉", "Diffusion process engineer", "扩散工艺工程师");
    private static final Lists.There THERE = new Lists.There(ID, "100009", "Ren Jie", "任杰", 5_402, true);
    private static final Lists.There SHORT = new Lists.There(ID, "104711", "", "吴<宁>静", 901, false);
    private static final BadgeFiles.Lost LOST = new BadgeFiles.Lost(ID, ID, 17, ID, "104712", "Wu Anbo", "吴安博", FROM.plusSeconds(120));
    private static final Yearly.Owed OWED = new Yearly.Owed(ID, ID, HARASSMENT.titleEn(), HARASSMENT.titleZh(), LocalDate.of(2026, 12, 31), ID, NOW, "Hall & <3>", false);
    private static final Rooms.Room ROOM = new Rooms.Room(ID, "Hall & <3>", 40);
    private static final Enrolments.Enrolled ENROLLED = new Enrolments.Enrolled(ID, ID, ID, "100009", "Ren Jie", "任杰", HARASSMENT.titleEn(), HARASSMENT.titleZh(), NOW, 1, true, "YES", "");
    private static final Enrolments.Enrolled WAITS = new Enrolments.Enrolled(ID, ID, ID, "104711", "", "吴<宁>静", HARASSMENT.titleEn(), HARASSMENT.titleZh(), NOW, 2, false, "NO", "Night shift & <handover>");
    private static final Enrolments.Enrolled SILENT = new Enrolments.Enrolled(ID, ID, ID, "104712", "Wu Anbo", "", HARASSMENT.titleEn(), HARASSMENT.titleZh(), NOW, 3, false, null, null);
    private static final Lists.Closing CLOSING = new Lists.Closing(2, NOW, 2, 6_303, ID);

    private static final Editions.Edition EDITION = new Editions.Edition(ID, ID, 2, "b".repeat(64), 15, ID, FROM, null, 9_002, 8_871);
    private static final Draft UNFINISHED = new Draft(0, List.of(new Draft.Page("What <it> is", "", "One.\nTwo.", "一。")), List.of(new Draft.Asked("Why?", "为什么？", List.of(), -1, "", "")));

    private static Online.Offer offer(UUID taking, int read, LocalDate passedOn) {
        return new Online.Offer(OTHER, HARASSMENT.titleEn(), HARASSMENT.titleZh(), Kind.YEARLY, 15, taking, read, passedOn);
    }

    private static Session session(long hoursFromNow, boolean online) {
        var from = NOW.plusSeconds(hoursFromNow * 3600);
        return new Session(ID, ID, ID, "K0002", Kind.YEARLY, HARASSMENT.titleEn(), HARASSMENT.titleZh(), "L2026-00012/3", from, from.plusSeconds(5400), LocalDate.ofInstant(from, ZONE), "Room 3 & hall",
                online ? null : ID, online, false);
    }

    private static CoursePage.Line line(Integer closings, long hoursFromNow, boolean calledOff) {
        var from = NOW.plusSeconds(hoursFromNow * 3600);
        return new CoursePage.Line(ID, "L2026-00012/3", DAY, from, from.plusSeconds(5400), "Room <3>", false, false, closings, closings == null ? 0 : 34, closings == null ? 0 : 183_600, calledOff);
    }

    private static SessionPage page(Session it, List<Enrolments.Enrolled> enrolled, List<Lists.There> there, List<Lists.Closing> closings, List<BadgeFiles.Lost> lost, boolean holds, boolean named, Reason... reasons) {
        return new SessionPage(it, false, "Qin Hao 秦昊", there, closings, Map.of(1, 4_711L), lost,
                closings.isEmpty() ? Optional.empty() : Optional.of(holds ? new Feedback.Said(34, 20, 78, false, !enrolled.isEmpty()) : new Feedback.Said(34, 3, 11, true, false)), enrolled, holds, named, NOW, ZONE, Map.of("because", "Saw them"), List.of(reasons));
    }

    @Override
    public List<Page> pages() {
        var query = Query.all("/app/trainings");
        var lines = List.of(new CoursesPage.Line(ID, "K0002", Kind.YEARLY, HARASSMENT.titleEn(), HARASSMENT.titleZh(), 240, 9_252, 49_960_800),
                new CoursesPage.Line(ID, "K0007", Kind.QUALIFICATION, DIFFUSION.titleEn(), DIFFUSION.titleZh(), 0, 0, 0));
        var numbers = List.of(new Rules.Rule("completed-percent", LocalDate.of(2026, 1, 1), 80, "Board <2025>", ID, OTHER), new Rules.Rule("completed-percent", LocalDate.of(2024, 1, 1), 75, "our rule", null));
        var proposed = List.of(new RulesByTwo.Proposed(ID, "answered-percent", LocalDate.of(2027, 1, 1), 40, "Union & board", OTHER), new RulesByTwo.Proposed(OTHER, "quiz-percent", LocalDate.of(2027, 1, 1), 85, "Ours", ID));
        return List.of(
                new RulesPage(new RulesView(LearningRule.ALL, numbers, true, DAY, Map.of(ID, "He Min", OTHER, "Gao Yan"), Map.of("value", "400"), List.of(new Reason("value", "rule.value-wrong", List.of(1, 100))),
                        Optional.of(new RulesView.Two(proposed, ID, true)))),
                new RulesPage(new RulesView(LearningRule.ALL, numbers, false, DAY, Map.of(), Map.of(), List.of(), Optional.of(new RulesView.Two(proposed, new UUID(0, 1), false)))),
                new CoursesPage(List.of(), query, 0, 2026, true, 0), new CoursesPage(lines, query, 2, 2026, true, 3), new CoursesPage(lines, query, 2, 2025, false, 0),
                new CoursePage(HARASSMENT, List.of(), List.of(), query, 0, Optional.empty(), true, NOW, ZONE),
                new CoursePage(DIFFUSION, List.of(ITEM), List.of(line(2, -48, false), line(null, -30, false), line(null, 0, false), line(null, 40, false), line(null, 50, true)), query, 5, Optional.of(EDITION), false, NOW, ZONE),
                new CourseFormPage(List.of(), List.of(), Map.of(), List.of()),
                new CourseFormPage(List.of(ITEM), List.of(ID.toString()), Map.of("titleEn", "Furnaces & <more>", "kind", "QUALIFICATION", "seek", "furnace"),
                        List.of(new Reason("titleZh", "learning.title-missing", List.of()), new Reason("validMonths", "learning.valid-months", List.of()))),
                new PlanPage(HARASSMENT, List.of(ROOM), DAY, Map.of(), List.of()),
                new PlanPage(HARASSMENT, List.of(ROOM), DAY, Map.of("from", "9", "online", "true"), List.of(new Reason("from", "learning.when-missing", List.of()))),
                page(session(30, false), List.of(ENROLLED, WAITS), List.of(), List.of(), List.of(), true, true),
                page(session(0, true), List.of(), List.of(), List.of(), List.of(), true, true),
                page(session(-48, false), List.of(), List.of(THERE, SHORT), List.of(CLOSING, new Lists.Closing(1, FROM, 1, 5_402, ID)), List.of(LOST), true, true,
                        new Reason("because", "learning.because-missing", List.of())),
                page(session(-48, false), List.of(), List.of(THERE, SHORT), List.of(CLOSING), List.of(), false, false),
                new DoorPage(session(0, false), "047113", "https://probity.example/app/learning/here/" + ID + "/047113", 12, false, false, ZONE),
                new DoorPage(session(-48, false), "047113", "https://probity.example/app/learning/here/" + ID + "/047113", 12, true, true, ZONE), new DoorPage(session(0, false), "047113", "https://probity.example/app/learning/here/" + ID + "/047113", 12, false, true, ZONE),
                new SheetPage(session(0, false), "047113", "https://probity.example/app/learning/here/" + ID + "/047113", ZONE),
                new ComingPage(Optional.of(session(0, false)), "047113", "1.CODE.a", null, null, true, ZONE, List.of()),
                new ComingPage(Optional.of(session(0, false)), "047114", "", null, null, true, ZONE, List.of(new Reason("", "gathering.code-wrong", List.of()))),
                new ComingPage(Optional.of(session(0, false)), "047113", "", ID, NOW, true, ZONE, List.of()), new ComingPage(Optional.empty(), "047113", "", null, null, true, ZONE, List.of()),
                new ComingPage(Optional.of(session(0, false)), "047113", "", null, null, false, ZONE, List.of()),
                new MinePage("", List.of(), List.of(), List.of(), List.of(), List.of(), true, false, 2026, ZONE, List.of()), new MinePage("", List.of(), List.of(), List.of(), List.of(), List.of(), false, false, 2026, ZONE, List.of()),
                new MinePage("", List.of(attended(12, true), attended(null, true), attended(null, false)), List.of(session(3, false)), List.of(OWED, new Yearly.Owed(ID, ID, "Fire & flight", "", DAY.minusDays(40), null, null, null, true)), List.of(offer(null, 0, null), offer(ID, 2, null), offer(ID, 4, DAY), offer(ID, 4, DAY.minusYears(1))),
                        List.of(new Feedback.Asked(ID, "L2026-00012/3", HARASSMENT.titleEn(), HARASSMENT.titleZh(), DAY, DAY.plusDays(14))), true, true, 2026, ZONE,
                        List.of(new Reason("rating", "learning.rating-missing", List.of()))),
                new MinePage("Ren Jie 任杰 · 100009", List.of(attended(12, true)), List.of(), List.of(), List.of(), List.of(), true, false, 2026, ZONE, List.of()),
                new AheadPage(List.of(), Optional.empty(), false, false, ZONE, List.of()), new AheadPage(List.of(), Optional.empty(), false, true, ZONE, List.of()),
                new AheadPage(List.of(ahead(20, ID, 3L, true), ahead(20, UUID.nameUUIDFromBytes(new byte[] {7}), 23L, false), ahead(20, null, null, false), ahead(null, null, null, false)),
                        Optional.of("https://probity.example/calendar/0123456789abcdefghijABCDEFGHIJ_-.ics"), true, true, ZONE, List.of(new Reason("", "learning.enrolled-elsewhere", List.of()))),
                new TeamPage(List.of(), ZONE, Map.of(), List.of()),
                new TeamPage(List.of(SILENT, ENROLLED, WAITS), ZONE, Map.of("says", "NO"), List.of(new Reason("words", "learning.because-missing", List.of()))),
                new GroupsPage(2025, DAY, List.of(new GroupsPage.Cut("sex", List.of(new GroupsPage.Group("F", 4_102, 205_100_000), new GroupsPage.Group("M", 5_150, 258_545_656)),
                                new SmallCells.Release(Set.of(), 5)),
                        new GroupsPage.Cut("category", List.of(new GroupsPage.Group("MANAGEMENT", 3, 9_000), new GroupsPage.Group("PRODUCTION", 9_200, 460_000_000),
                                new GroupsPage.Group("", 49, 4_636_656)), new SmallCells.Release(Set.of("MANAGEMENT", ""), 5)))),
                new PathsPage(List.of(), false, Map.of(), List.of()),
                new PathsPage(List.of(new Paths.Path(ID, "To & beyond <level 2>", "二级之路", List.of(new Paths.Step(ID, "K0001", "First month", "入职首月", DAY),
                        new Paths.Step(ID, "K0007", DIFFUSION.titleEn(), DIFFUSION.titleZh(), null), new Paths.Step(ID, "K0008", "Leading a shift", "班组长领导力", null)))), true,
                        Map.of("courses", "K0001"), List.of(new Reason("courses", "learning.path-courses", List.of(20)))),
                new OnlinePage(offer(null, 0, null), "What it is, how to stop it.", 4, 5, 80, 3, 3, 30, false, List.of()), new OnlinePage(offer(ID, 2, null), "", 4, 5, 80, 3, 3, 30, false, List.of()),
                new OnlinePage(offer(ID, 4, DAY), "", 4, 5, 80, 3, 3, 30, true, List.of(new Reason("", "learning.passed-this-year", List.of()))),
                new EditionsPage(HARASSMENT, List.of(), false, Map.of(), true, ZONE, List.of()),
                new EditionsPage(HARASSMENT, List.of(EDITION, new Editions.Edition(ID, ID, 1, "a".repeat(64), 12, ID, FROM, NOW, 120, 118)), true, Map.of(ID, "He <Min>"), true, ZONE, List.of()),
                new EditionsPage(HARASSMENT, List.of(EDITION), false, Map.of(), false, ZONE, List.of(new Reason("", "learning.draft-none", List.of()))),
                new DraftPage(HARASSMENT, Draft.EMPTY, false, List.of()), new DraftPage(HARASSMENT, Editions.pack(Duty.HARASSMENT).orElseThrow(), true, List.of()),
                new DraftPage(HARASSMENT, UNFINISHED, true, UNFINISHED.missing()),
                new WholePage(HARASSMENT, ALesson.OF_TWO, 15, 0, ALesson.OF_TWO.sha256(), true, List.of()), new WholePage(HARASSMENT, ALesson.OF_TWO, 15, 2, ALesson.OF_TWO.sha256(), false, List.of()),
                new RoomsPage(List.of(), Map.of(), List.of()), new RoomsPage(List.of(ROOM), Map.of("name", "Hall & <3>"), List.of(new Reason("name", "learning.room-there", List.of()))),
                new BadgesPage(List.of(), List.of(), List.of()),
                new BadgesPage(List.of(new BadgeFiles.Brought(ID, "readers <nov>.csv", 9_250, 320, 7, ID, NOW), new BadgeFiles.Brought(ID, "readers-oct.csv", 9_100, 318, 0, ID, FROM)),
                        List.of(new BadgesPage.Waits(ID, "L2026-00012/3", HARASSMENT.titleEn(), HARASSMENT.titleZh(), DAY, 7)),
                        List.of(new Reason("file", "learning.badge-person", List.of(12)), new Reason("file", "learning.badge-time", List.of(19)))));
    }

    private static Enrolments.Ahead ahead(Integer capacity, UUID mine, Long place, boolean seated) {
        return new Enrolments.Ahead(ID, ID, HARASSMENT.titleEn(), HARASSMENT.titleZh(), Kind.YEARLY, NOW, NOW.plusSeconds(3_600), "Hall & <3>", false, capacity, 20, mine, place, seated);
    }

    private static Lists.Attended attended(Integer months, boolean completed) {
        return new Lists.Attended(ID, "L2026-00012/3", "YEARLY", HARASSMENT.titleEn(), HARASSMENT.titleZh(), DAY, !completed && months == null, 5_402, completed, months == null ? null : DAY.plusMonths(months), ID);
    }
}
