package org.probity.people.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Engagement;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.performance.Scheme.Rating;
import org.probity.people.performance.Scheme.Side;
import org.probity.shapes.decision.Decisions.Decision;

class PerformancePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-5000-4000-8000-000000000016");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-5000-4000-8000-000000000017");
    private static final UUID THIRD = UUID.fromString("0b3c0f4e-5000-4000-8000-000000000018");
    private static final UUID FOURTH = UUID.fromString("0b3c0f4e-5000-4000-8000-000000000019");
    private static final Instant THEN = Instant.parse("2026-02-03T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
    private static final Scheme OPERATORS = new Scheme(ID, "operators", 1, "Operators", "操作人员", LocalDate.of(2024, 1, 1), 20, List.of(Engagement.EMPLOYEE), Scheme.Leads.NO, "Operator", 3, 5, 92, 20, 10,
            3, "The house’s own", List.of(rating("A", 1, Side.ABOVE, "Outstanding", "杰出", "0", "0.1"), rating("B+", 2, Side.ABOVE, "Above what was agreed", "超出约定", "0", "0.35"),
                    rating("B", 3, Side.MIDDLE, "As agreed", "达到约定", "0.35", "1"), rating("C", 4, Side.BELOW, "Below what was agreed", "未达约定", "0", "0.15")));
    private static final Cycle RUNS = cycle(null);
    private static final Cycle CLOSED = cycle(THEN);
    private static final List<Commitment> THREE = List.of(
            new Commitment(1, Commitment.Section.RESULTS, "Less scrap at the <printing> line", "scrap of printed cells", "below 0.8 %", "the line’s records", "", 50),
            new Commitment(2, Commitment.Section.TASKS, "Tin papers of every supplier", "papers accepted", "100 %", "the figure", "tin-due-diligence", 30),
            new Commitment(3, Commitment.Section.GROWTH, "Second level of the operator’s standard", "certified", "by October", "the panel’s decision", "", 20));
    private static final Sheet AGREED = new Sheet(ID, ID, ID, 1, "", THEN, THEN, OTHER, THEN, null, null, THREE);
    private static final Sheet DRAFT = new Sheet(ID, ID, ID, 2, "", THEN, null, null, null, null, null, THREE);
    private static final Sheet SIGNED = new Sheet(ID, ID, ID, 2, "The line was moved.", THEN, THEN, null, null, null, null, THREE);
    private static final Sheet RETURNED = new Sheet(ID, ID, ID, 1, "", THEN, THEN, null, null, THEN, "Name the line’s records & days.", THREE);
    private static final Assessment RATED = new Assessment(ID, ID, ID, 1, ID, "C", Assessment.Origin.MANAGER, "Scrap rose in May.", ID, OTHER, THEN,
            List.of(new Assessment.Because(1, "1.2 % at the end.", ""), new Assessment.Because(2, "All came.", "100.00 %"), new Assessment.Because(3, "Postponed.", "")));
    private static final Assessment MOVED = new Assessment(OTHER, ID, ID, 2, ID, "B", Assessment.Origin.CALIBRATION, "As on line 2.", ID, THIRD, THEN, List.of());

    private static Rating rating(String code, int place, Side side, String en, String zh, String min, String max) {
        return new Rating(code, place, side, en, zh, new BigDecimal(min), new BigDecimal(max));
    }

    private static Cycle cycle(@Nullable Instant closed) {
        return new Cycle(ID, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), LocalDate.of(2025, 1, 3), LocalDate.of(2025, 2, 28), LocalDate.of(2025, 7, 31), LocalDate.of(2025, 12, 20),
                LocalDate.of(2026, 1, 15), LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28), LocalDate.of(2025, 9, 30), ID, THEN, closed == null ? null : ID, closed);
    }

    /** @param step how far somebody is, from 0 (nothing written) on */
    private static Standing standing(UUID person, int step, @Nullable String rating, @Nullable String appealed) {
        return new Standing(ID, person, "100009", "Ren <Jie>", "任杰", "EMPLOYEE", ID, ID, OTHER, THIRD, step == 1 ? ID : null, step == 1 ? THEN : null, step > 1 ? ID : null, step > 1 ? THEN : null, null,
                null, step > 2 ? THEN : null, rating == null ? null : ID, rating == null ? null : 1, rating, rating == null ? null : "MANAGER", step > 3 ? THEN : null, step > 4 ? THEN : null,
                step > 5 ? THEN : null, appealed == null ? null : ID, appealed == null || appealed.isEmpty() ? null : appealed);
    }

    private static MyPage mine(Cycle cycle, Standing it, List<Sheet> sheets, List<Commitment> written, List<Assessment> ratings, @Nullable Appeal appeal, List<Reason> reasons) {
        return new MyPage(Optional.of(cycle), List.of(CLOSED), Optional.of(it), Optional.of(OPERATORS), sheets, written, "", it.selfAt() == null ? List.of()
                : List.of(new Notes.Note(ID, Notes.Kind.SELF, "Scrap came down to 0.7 % by March and rose in May.", TODAY, THEN, THEN)), Map.of(Notes.Kind.MID_EMPLOYEE, "On the way, but"), ratings,
                Map.of(2, "98.50 %"), it.told() ? Optional.of(new Workdays.Last(LocalDate.of(2026, 2, 26), appeal == null ? List.of(2026) : List.of())) : Optional.empty(), Optional.ofNullable(appeal), Map.of("tin-due-diligence", "minerals.tin-due-diligence"), TODAY, "",
                reasons);
    }

    private static MemberPage member(Cycle cycle, Standing it, People.Part part, List<Sheet> sheets, List<Assessment> ratings, @Nullable Appeal appeal, boolean answers, List<Reason> reasons) {
        return new MemberPage(cycle, it, OPERATORS, part, sheets, List.of(new Notes.Note(ID, Notes.Kind.MID_MANAGER, "On the way.", TODAY, THEN, THEN)), Map.of(), ratings, Map.of(2, "98.50 %"),
                Map.of(OTHER, "Qin Hao", THIRD, "He Min"), Optional.ofNullable(appeal), answers, "/app/my/team", TODAY, Map.of(), reasons);
    }

    private static Appeal appeal(Appeal.@Nullable Outcome outcome) {
        return new Appeal(ID, ID, ID, ID, "The line was moved in May & the target was not.", THEN, outcome, outcome == null ? null : "That is so.", outcome == null ? null : THIRD,
                outcome == null ? null : THEN);
    }

    private static Impact.Line line(Impact.Attribute attribute, Impact.Outcome outcome, String one, String other, int a, int b, int c, int d, String ratio, String fisher, Impact.Word word) {
        return new Impact.Line(attribute, outcome, one, other, a, b, c, d, attribute == Impact.Attribute.SEX ? 12 : 0, ratio, fisher, fisher.isEmpty() ? "" : "-2.31", 2, "", fisher.isEmpty() ? "" : "0.232",
                fisher, word == Impact.Word.BOTH, word, word == Impact.Word.BOTH);
    }

    private static CyclePage cyclePage(Cycle cycle, @Nullable Impact impact, boolean stale, boolean closing, boolean mine, List<Reason> reasons) {
        var counts = new EnumMap<Standing.Next, Long>(Standing.Next.class);
        counts.put(Standing.Next.RATE, 412L);
        counts.put(Standing.Next.DONE, 8_120L);
        var session = new Session(ID, ID, ID, ID, TODAY, ID, THEN, null);
        return new CyclePage(cycle, counts, new java.util.TreeMap<>(Map.of("KIND", 812L, "JOINED_LATE", 40L)), List.of(standing(ID, 2, null, null), standing(OTHER, 4, "B", null), standing(THIRD, 6, "A", "")), 8_532,
                Map.of(ID, OPERATORS), Optional.ofNullable(impact), stale, closing ? Optional.of(new Decision(ID, Closings.MATTER, ID, "Women were on line 3, whose target was wrong.", ID, THEN, null, null, null, null))
                : Optional.empty(), mine, impact == null ? List.of() : List.of(new CyclePage.Line(session, "operators", "CQ-PRT Metallisation")), List.of(OPERATORS),
                impact == null ? List.of() : List.of(new CyclePage.Appealed(appeal(null), "Ren Jie", "任杰")), cycle.closed() ? List.of(new CyclePage.Part("SEX", "F", 3_200, 3_100), new CyclePage.Part("SEX", "M", 5_330, 5_330), new CyclePage.Part("CATEGORY", "PRODUCTION", 8_500, 8_000),
                        new CyclePage.Part("CATEGORY", "ADMINISTRATION", 28, 20), new CyclePage.Part("CATEGORY", "UNKNOWN", 4, 0)) : List.of(), Map.of(ID, "He Min"), Query.all("/app/performance/" + ID), Map.of(), 5, reasons);
    }

    private static SessionPage session(boolean runs, @Nullable Standing chosen, @Nullable Instant closed, List<Reason> reasons) {
        var members = List.of(standing(ID, 4, "C", null), standing(OTHER, 3, "B", null));
        var panel = List.of(new Session.Panelist(ID, "100003", "Qin Hao", "秦昊"), new Session.Panelist(THIRD, "100005", "Lu Wen", "陆文"), new Session.Panelist(FOURTH, "100004", "Anna <Weber>", ""));
        return new SessionPage(RUNS, new Session(ID, ID, ID, ID, TODAY, ID, THEN, closed), OPERATORS, "CQ-PRT Metallisation", panel, List.of(new Session.Recusal(THIRD, ID, "cousin")), members,
                List.of(new Session.Moved(ID, ID, "C", "B", Session.Code.SAME_STANDARD, "As on line 2.", List.of(ID, OTHER, THIRD), 3, THEN)),
                List.of(new Session.Share(OPERATORS.ratings().getFirst(), 6, 40, true), new Session.Share(OPERATORS.ratings().get(2), 20, 40, true), new Session.Share(OPERATORS.ratings().getLast(), 3, 12, false)),
                List.of(new Session.Severity(OTHER, "Wang Lin", "王琳", 21, BigFraction.of(-3, 7))), Optional.ofNullable(chosen), runs, Map.of(), reasons);
    }

    private static SchemePage.Next next() {
        var it = OPERATORS;
        var ratings = List.of(rating("A", 1, Side.ABOVE, "Outstanding", "杰出", "0", "0.15"), it.ratings().get(1), it.ratings().get(2), it.ratings().get(3));
        return new SchemePage.Next(new Scheme(OTHER, it.code(), 2, it.nameEn(), it.nameZh(), LocalDate.of(2027, 1, 1), it.priority(), it.kinds(), it.leads(), it.title(), 3, 4, it.joinedDays(),
                it.guidelineFrom(), 15, it.quorum(), "Works rule 12 & its annex", ratings), new Decision(ID, Schemes.MATTER, OTHER, "Ten days were too few for night shifts.", ID, THEN, null, null, null, null), "He Min");
    }

    @Override
    public List<Page> pages() {
        var fresh = standing(ID, 0, null, null);
        var running = standing(ID, 2, null, null);
        var rated = standing(ID, 3, "C", null);
        var told = standing(ID, 5, "C", null);
        var impact = new Impact(ID, ID, 8_532, 3, 1, ID, THEN, List.of(
                line(Impact.Attribute.SEX, Impact.Outcome.ABOVE, "F", "M", 310, 1_480, 1_012, 3_200, "1551/2340", "4.8E-22", Impact.Word.BOTH),
                line(Impact.Attribute.LEAVE, Impact.Outcome.ABOVE, "AWAY", "THERE", 0, 0, 0, 0, "", "", Impact.Word.NOT_KNOWN),
                line(Impact.Attribute.CONTRACT, Impact.Outcome.NOT_BELOW, "OTHER", "EMPLOYEE", 3, 7, 4_400, 4_700, "1/2", "0.31", Impact.Word.SMALL_SAMPLE),
                line(Impact.Attribute.CONTRACT, Impact.Outcome.ABOVE, "OTHER", "EMPLOYEE", 2, 3, 1_400, 4_700, "9/10", "0.71", Impact.Word.NO_SIGN)));
        return List.of(
                new MyPage(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), "", List.of(), Map.of(), List.of(), Map.of(), Optional.empty(), Optional.empty(), Map.of(), TODAY, "",
                        List.of()),
                mine(RUNS, fresh, List.of(DRAFT, RETURNED), THREE, List.of(), null, List.of(new Reason("weight-1", "performance.weights-not-100", List.of(99)))),
                mine(RUNS, standing(ID, 1, null, null), List.of(SIGNED), THREE, List.of(), null, List.of()), mine(RUNS, running, List.of(AGREED), THREE, List.of(), null, List.of()),
                mine(CLOSED, told, List.of(AGREED), THREE, List.of(RATED, MOVED), null, List.of(new Reason("words", "performance.words-missing", List.of()))),
                mine(CLOSED, standing(ID, 6, "C", ""), List.of(AGREED), THREE, List.of(RATED), appeal(null), List.of()),
                mine(CLOSED, standing(ID, 6, "B", "CHANGED"), List.of(AGREED), THREE, List.of(RATED, MOVED), appeal(Appeal.Outcome.CHANGED), List.of()),
                new TeamPage(Optional.empty(), List.of(), ID, List.of(), Map.of()),
                new TeamPage(Optional.of(RUNS), List.of(CLOSED), OTHER, List.of(fresh, rated, standing(THIRD, 6, "A", null)), Map.of(ID, OPERATORS)),
                new TeamPage(Optional.of(RUNS), List.of(), THIRD, List.of(rated), Map.of(ID, OPERATORS)),
                member(RUNS, fresh, People.Part.MANAGER, List.of(), List.of(), null, false, List.of()),
                member(RUNS, standing(ID, 1, null, null), People.Part.MANAGER, List.of(SIGNED), List.of(), null, false, List.of(new Reason("words", "performance.words-missing", List.of()))),
                member(RUNS, standing(ID, 3, null, null), People.Part.MANAGER, List.of(AGREED), List.of(), null, false, List.of(new Reason("reason-1", "performance.reason-missing", List.of(1)))),
                member(RUNS, standing(ID, 1, null, null), People.Part.NONE, List.of(SIGNED), List.of(), null, false, List.of()),
                member(RUNS, rated, People.Part.SECOND, List.of(AGREED), List.of(RATED), null, false, List.of()),
                member(CLOSED, standing(ID, 4, "B", null), People.Part.MANAGER, List.of(AGREED), List.of(RATED, MOVED), null, false, List.of()),
                member(CLOSED, standing(ID, 6, "C", ""), People.Part.NONE, List.of(AGREED), List.of(RATED), appeal(null), true, List.of()),
                member(CLOSED, standing(ID, 6, "C", ""), People.Part.NONE, List.of(AGREED), List.of(RATED), appeal(null), false, List.of()),
                member(CLOSED, standing(ID, 6, "C", "STANDS"), People.Part.MANAGER, List.of(AGREED), List.of(RATED), appeal(Appeal.Outcome.STANDS), false, List.of()),
                new CyclesPage(List.of(), List.of(OPERATORS), Map.of("fromDay", "2026-01-01"), List.of(new Reason("fromDay", "performance.cycle-there", List.of()))),
                new CyclesPage(List.of(new CyclesPage.Line(RUNS, 8_532, 8_120, 0), new CyclesPage.Line(CLOSED, 8_400, 8_400, 8_390)), List.of(OPERATORS), Map.of(), List.of()),
                cyclePage(RUNS, null, false, false, false, List.of()), cyclePage(RUNS, impact, true, false, false, List.of()), cyclePage(RUNS, impact, false, false, false, List.of(new Reason("answer", "performance.answer-missing", List.of(1, 3)))),
                cyclePage(RUNS, impact, false, false, false, List.of()), cyclePage(RUNS, impact, false, true, true, List.of()), cyclePage(RUNS, impact, false, true, false, List.of()),
                cyclePage(CLOSED, impact, false, false, false, List.of()),
                new SchemePage(OPERATORS, Optional.empty(), false, Map.of("fromDay", "2027-01-01"), List.of(new Reason("min.B", "performance.share-wrong", List.of("B")))),
                new SchemePage(OPERATORS, Optional.of(next()), false, Map.of(), List.of()), new SchemePage(OPERATORS, Optional.of(next()), true, Map.of(), List.of()),
                session(true, standing(ID, 4, "C", null), null, List.of(new Reason("spoke", "performance.quorum-missing", List.of(3)))), session(true, null, null, List.of()), session(false, null, THEN, List.of()));
    }
}
