package org.probity.people.recruitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Account;
import org.probity.house.access.Role;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.recruitment.Application.Outcome;
import org.probity.people.recruitment.Requisition.Question;
import org.probity.reckon.Group;
import org.probity.reckon.Verdict;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class RecruitmentPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000051");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000052");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<Question> SCREEN = List.of(
            new Question(Stage.SCREEN, 1, "Which machines have you kept running?", "您维护过哪些设备？", "1 none; 3 one kind; 5 several kinds", "1分：没有；3分：一类；5分：多类"),
            new Question(Stage.SCREEN, 2, "Tell of a fault <that> you found.", "请讲述一次您查找故障的经历。", "1 no steps; 3 steps; 5 steps and a cause", "1分：无步骤；3分：有步骤；5分：有步骤和原因"));
    private static final List<Question> INTERVIEW = List.of(
            new Question(Stage.INTERVIEW, 1, "A pump stops at night. What do you do?", "夜班水泵停机，您怎么处理？", "1 waits; 3 most steps; 5 all steps", "1分：等待；3分：多数步骤；5分：全部步骤"),
            new Question(Stage.INTERVIEW, 2, "How do you lock out a machine?", "如何上锁挂牌？", "1 unknown; 3 most steps; 5 all steps", "1分：不知道；3分：多数步骤；5分：全部步骤"));
    private static final Applying.Notice NOTICE = new Applying.Notice(1, LocalDate.of(2024, 1, 1), 180, "People decide; no program does.\n\nWe never ask about marriage.", "决定由人作出。\n\n我们从不询问婚姻情况。", null);
    private static final Applying.Contact CONTACT = new Applying.Contact("Li <Na>", "li.na@example.org", "139 0000 2222", "en");
    private static final List<Applications.Answered> ANSWERS = List.of(new Applications.Answered(1, "Pumps & furnaces, four years", 4), new Applications.Answered(2, "It was a seal", null));
    private static final Account ASKER = new Account(OTHER, "Qin Hao", "quality@helia.example", Set.of(Role.QUALITY), Optional.empty(), "zh", NOW, null, true);

    private static Requisition requisition(@Nullable UUID waits, @Nullable UUID approved, @Nullable LocalDate from, @Nullable LocalDate ended) {
        return new Requisition(ID, "J2026-0012", ID, "Equipment", "设备部", "EQUIP", 3, "Equipment engineer", "设备工程师", "Keeps the machines of one workshop running.\nThree shifts.", "维护一个车间的设备。\n三班制。",
                "Two left in spring; a line is added.", 3, TODAY.plusDays(20), ID, NOW, waits, approved, from, ended, 42, 1);
    }

    private static Application application(@Nullable Stage stage, @Nullable Outcome outcome, String ground, @Nullable UUID waits, long interviews) {
        return new Application(ID, "K7Q4MXA", ID, "J2026-0012", "Equipment engineer", "设备工程师", NOW, TODAY.plusDays(180), ID, stage, outcome, ground, waits, interviews,
                stage == Stage.OFFER ? TODAY.plusDays(14) : null, stage == Stage.OFFER, stage == Stage.OFFER ? TODAY.plusDays(9) : null, null);
    }

    /** Offered, and answered or not. */
    private static Application offered(LocalDate answerBy, @Nullable LocalDate acceptedOn) {
        return new Application(ID, "K7Q4MXA", ID, "J2026-0012", "Equipment engineer", "设备工程师", NOW, TODAY.plusDays(180), ID, Stage.OFFER, Outcome.ON, "", null, 2, TODAY.plusDays(14), false, answerBy,
                acceptedOn);
    }

    private static RequisitionPage page(Requisition it, List<Application> applications, boolean keeps, boolean mine, List<Reason> reasons) {
        return new RequisitionPage(it, SCREEN, INTERVIEW, it.approvedBy() == null ? List.of() : it.fromDay() == null && reasons.isEmpty() ? List.of(ASKER, ASKER) : List.of(ASKER), applications, applications.size(), Query.all("/app/recruitment/" + ID), keeps, mine,
                "He Min", TODAY, Map.of(), reasons);
    }

    private static ApplicationPage page(Application it, List<Interviews.Given> shown, List<Account> owing, Optional<Interviews.Motion> waits, boolean keeps, boolean asks, boolean sees,
            List<Reason> reasons) {
        var steps = it.stage() == null ? List.<Applications.Step>of() : List.of(new Applications.Step(Stage.SCREEN, Outcome.ON, "", ID, null, NOW),
                new Applications.Step(it.stage(), it.outcome() == null ? Outcome.ON : it.outcome(), it.ground(), ID, OTHER, NOW));
        return new ApplicationPage(it, requisition(null, ID, TODAY, null), CONTACT, "cv <1>.pdf", SCREEN, ANSWERS, INTERVIEW, shown, owing, waits, steps, Map.of(ID, "He Min", OTHER, "Qin Hao"), ID, keeps,
                asks, sees, keeps && it.open() && shown.isEmpty(), TODAY, Map.of(), reasons);
    }

    private static MinePage mine(Application it, Apart.Told told) {
        return new MinePage(it, requisition(null, ID, TODAY, null), SCREEN, CONTACT, ANSWERS, told, "cv.pdf", List.of(), 5, "/jobs/mine/" + "a".repeat(43), TODAY, it.acceptedOn() == null ? List.of() : List.of(new Reason("", "recruitment.answered-already", List.of())));
    }

    @Override
    public List<Page> pages() {
        var open = requisition(null, ID, TODAY.minusDays(9), null);
        var closed = requisition(null, ID, TODAY.minusDays(9), TODAY);
        var given = List.of(new Interviews.Given(OTHER, 1, 4, "Went step by step"), new Interviews.Given(OTHER, 2, 5, "Named <each> lock"));
        var inInterviews = application(Stage.SCREEN, Outcome.ON, "", null, 1);
        var moved = application(Stage.SCREEN, Outcome.ON, "", ID, 2);
        var place = new Place(ID, "CQ-EQP", Place.Kind.UNIT, "Equipment", "设备部", null, List.of(ID), null, null, "", "", "", "", TODAY, null);
        return Stream.concat(planned().stream(), Stream.of(
                new JobsPage(List.of()), new JobsPage(List.of(open)), new JobPage(open, SCREEN, INTERVIEW, NOTICE, true, Map.of("name", "Li <Na>", "by", "FAIR-3", "consent", "true"),
                        List.of(new Reason("email", "recruitment.email-wrong", List.of()), new Reason("file", "recruitment.file-kind", List.of()))),
                new JobPage(open, SCREEN, INTERVIEW, NOTICE, true, Map.of(), List.of()), new JobPage(closed, SCREEN, INTERVIEW, NOTICE, false, Map.of(), List.of()),
                mine(application(null, null, "", null, 0), new Apart.Told("F", "OVER_50")), mine(application(Stage.SCREEN, Outcome.REFUSED, "LOWER_MARKS", null, 0), Apart.Told.NOTHING),
                mine(application(Stage.OFFER, Outcome.ON, "", null, 2), Apart.Told.NOTHING), mine(offered(TODAY.minusDays(1), null), Apart.Told.NOTHING), mine(offered(TODAY, TODAY.minusDays(1)), Apart.Told.NOTHING),
                page(offered(TODAY, TODAY.minusDays(1)), given, List.of(), Optional.empty(), true, false, true, List.of()), new GonePage(),
                new RequisitionsPage(List.of(), 0, TODAY, Query.all("/app/recruitment")),
                new RequisitionsPage(List.of(requisition(ID, null, null, null), requisition(null, null, null, null), requisition(null, ID, null, null), open, closed), 5, TODAY, Query.all("/app/recruitment")),
                new AskPage(List.of(place), List.of(new Requisitions.Track("EQUIP", "Equipment", "设备")), Map.of("unit", ID.toString(), "titleEn", "A <b>"),
                        List.of(new Reason("screenEn", "recruitment.questions-few", List.of()), new Reason("", "recruitment.unlawful", List.of("限男")))),
                new AskPage(List.of(), List.of(), Map.of(), List.of()), page(requisition(ID, null, null, null), List.of(), true, true, List.of()),
                page(requisition(ID, null, null, null), List.of(), false, false, List.of()),
                page(requisition(null, ID, null, null), List.of(), true, false, List.of(new Reason("interviewers", "recruitment.interviewers-few", List.of(2)))), page(requisition(null, ID, null, null), List.of(), true, false, List.of()), page(open, List.of(), true, false, List.of()),
                page(open, List.of(application(null, null, "", null, 0), inInterviews, application(Stage.INTERVIEW, Outcome.ON, "", null, 2), application(Stage.OFFER, Outcome.ON, "", null, 2),
                        application(Stage.HIRE, Outcome.ON, "", null, 2), application(Stage.SCREEN, Outcome.REFUSED, "LOWER_MARKS", null, 0), application(Stage.HIRE, Outcome.DECLINED, "", null, 2)), true,
                        false, List.of()),
                page(closed, List.of(), true, false, List.of()), new ScreenPage(application(null, null, "", null, 0), SCREEN, ANSWERS, Map.of(), List.of()),
                new ScreenPage(application(null, null, "", null, 0), SCREEN, ANSWERS, Map.of("score1", "4"), List.of(new Reason("ground", "recruitment.ground-wrong", List.of()))),
                page(inInterviews, List.of(), List.of(ASKER), Optional.empty(), false, true, false, List.of(new Reason("score1", "recruitment.mark-missing", List.of()))),
                page(inInterviews, given, List.of(ASKER), Optional.empty(), true, false, true, List.of()), page(application(Stage.SCREEN, Outcome.ON, "", null, 2), given, List.of(), Optional.empty(), true,
                        false, true, List.of(new Reason("ground", "recruitment.ground-wrong", List.of()))),
                page(moved, given, List.of(), Optional.of(new Interviews.Motion(ID, Outcome.REFUSED, "LOWER_MARKS", OTHER)), true, false, true, List.of()),
                page(moved, given, List.of(), Optional.of(new Interviews.Motion(ID, Outcome.ON, "", ID)), true, false, true, List.of()),
                page(application(Stage.INTERVIEW, Outcome.ON, "", null, 2), given, List.of(), Optional.empty(), true, false, true, List.of(new Reason("born", "labour.offer-too-young", List.of(16)))),
                page(application(Stage.OFFER, Outcome.ON, "", null, 2), given, List.of(), Optional.empty(), true, false, true, List.of(new Reason("", "recruitment.filled", List.of(3)))),
                page(application(Stage.HIRE, Outcome.ON, "", null, 2), given, List.of(), Optional.empty(), true, false, false, List.of()),
                page(application(Stage.INTERVIEW, Outcome.REFUSED, "NOT_TRUE", null, 2), List.of(), List.of(), Optional.empty(), false, false, false, List.of()))).toList();
    }

    private static Fairness.Line line(Fairness.Attribute attribute, String one, long on, String best, long bestOn, @Nullable Verdict verdict) {
        var closed = verdict == null;
        return new Fairness.Line(Stage.SCREEN, attribute, new Group(one, on, 40), new Group(best, bestOn, 50), closed, 5, closed ? null : BigFraction.of(on * 50, bestOn * 40), false, 0.0012, closed ? 0 : 4,
                closed ? null : BigFraction.of(3, 7), 0.23, 0.004, verdict);
    }

    private static List<Page> planned() {
        var query = Query.all("/app/recruitment/statistics");
        var stages = Stream.of(Stage.values()).map(it -> new Fairness.Whole(it, 40 - 9L * it.ordinal(), 90 - 20L * it.ordinal(), 3)).toList();
        var lines = List.of(line(Fairness.Attribute.SEX, "F", 20, "M", 26, Verdict.NO_SIGN), line(Fairness.Attribute.SEX, "F", 3, "M", 20, null), line(Fairness.Attribute.AGE, "OVER_50", 10, "UNDER_30", 40, Verdict.BOTH),
                line(Fairness.Attribute.AGE, "30_TO_50", 30, "UNDER_30", 40, Verdict.DETECTABLE_BUT_SMALL), line(Fairness.Attribute.AGE, "OVER_50", 20, "UNDER_30", 40, Verdict.SMALL_SAMPLE));
        var fair = new Activities.Result(ID, "FAIR-HF-26", Activities.Kind.FAIR, "Fair <in> Hefei", "合肥招聘会", TODAY, TODAY.plusDays(1), 30, 9, 3, new BigDecimal("12000.10"));
        var campus = new Activities.Result(OTHER, "UNI-1", Activities.Kind.CAMPUS, "Campus", "校园宣讲", TODAY, TODAY, 4, 1, 0, new BigDecimal("800.00"));
        var none = new Activities.Result(null, "", null, "", "", null, null, 8, 2, 1, new BigDecimal("0.00"));
        var plan = new Plans.Line(ID, Plans.Horizon.SHORT, ID, "Equipment", "设备部", 3, TODAY.minusDays(300), TODAY.plusDays(60), 9, "A line <more>", 6, 4);
        var place = new Place(ID, "CQ-EQP", Place.Kind.UNIT, "Equipment", "设备部", null, List.of(ID), null, null, "", "", "", "", TODAY, null);
        var counsel = new Applying.Notice(2, TODAY.plusDays(9), 90, "People <decide>.", "由人决定。", OTHER);
        var rules = List.of(new Rules.Rule("letters-a-day", TODAY.plusDays(9), 3, "A flood <in> spring", OTHER), new Rules.Rule("letters-a-day", LocalDate.of(2024, 1, 1), 5, "our rule", null));
        var words = List.of(new UnlawfulWords.Word("household registration", UnlawfulWords.Act.FORBID, LocalDate.of(2024, 1, 1), "Employment Promotion Law, art. 27. To be confirmed by counsel", false, true),
                new UnlawfulWords.Word("已婚", UnlawfulWords.Act.FORBID, LocalDate.of(2026, 3, 1), "Counsel <2026>", true, true), new UnlawfulWords.Word("young", UnlawfulWords.Act.ALLOW, TODAY.plusDays(9), "A judgement", true, false));
        var proposed = List.of(new UnlawfulWords.Proposed(ID, "age & looks", UnlawfulWords.Act.FORBID, TODAY.plusDays(3), "Law <of 2026>", OTHER),
                new UnlawfulWords.Proposed(OTHER, "户口", UnlawfulWords.Act.ALLOW, TODAY.plusDays(3), "判决", ID));
        return List.of(new WordsPage(words, proposed, Map.of(ID, "He Min", OTHER, "Shen Yi"), ID, Set.of(Role.LEGAL), TODAY, Map.of("word", "x"), List.of(new Reason("word", "recruitment.word-wrong", List.of(60)))),
                new WordsPage(List.of(), List.of(), Map.of(), ID, Set.of(Role.UNION), TODAY, Map.of(), List.of()),
                new OwnPage(application(Stage.SCREEN, Outcome.ON, "", null, 0), false, OwnWeb.OWN + "a".repeat(43), List.of(new Reason("", "recruitment.own-taken", List.of()))),
                new OwnPage(application(Stage.SCREEN, Outcome.ON, "", null, 0), true, OwnWeb.OWN + "a".repeat(43), List.of()), new RulesPage(new RulesView(RecruitmentRule.ALL, rules, true, TODAY, Map.of(OTHER, "He Min"), Map.of("value", "0"), List.of(new Reason("value", "rule.value-wrong", List.of(1, 50))))),
                new NoticePage(List.of(NOTICE), false, TODAY, Map.of(), List.of()),
                new NoticePage(List.of(counsel, NOTICE), true, TODAY, Map.of("keepDays", "x"), List.of(new Reason("keepDays", "recruitment.keep-days", List.of(30, 730)))), new StatisticsPage(new Fairness.Told(2026, LocalDate.of(2026, 10, 1), stages, lines), query),
                new StatisticsPage(new Fairness.Told(2026, LocalDate.of(2026, 1, 1), Stream.of(Stage.values()).map(it -> new Fairness.Whole(it, 0, 0, 0)).toList(), List.of()), query),
                new ActivitiesPage(2026, List.of(), Query.all("/app/recruitment/activities"), TODAY, Map.of(), List.of()),
                new ActivitiesPage(2026, List.of(fair, campus, none), Query.all("/app/recruitment/activities"), TODAY, Map.of("code", "x y"),
                        List.of(new Reason("code", "recruitment.code-wrong", List.of()), new Reason("yuan", "recruitment.yuan-wrong", List.of()))),
                new PlansPage(List.of(), List.of(), List.of(place), true, TODAY, Map.of(), List.of(new Reason("heads", "recruitment.heads-wrong", List.of(5000)))),
                new PlansPage(List.of(plan, new Plans.Line(OTHER, Plans.Horizon.LONG, ID, "Equipment", "", 0, TODAY, TODAY.plusYears(5), 40, "Growth", 0, 0)),
                        List.of(new Plans.Rung(1, 40, 44, 0, 9, 3, 2, 5, 0), new Plans.Rung(3, 12, 14, 3, 0, 1, 0, 4, 5)), List.of(place), false, TODAY, Map.of(), List.of()));
    }
}
