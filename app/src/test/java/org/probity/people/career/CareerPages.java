package org.probity.people.career;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.career.Application.Decided;
import org.probity.people.career.Application.DecidedItem;
import org.probity.people.career.Application.Outcome;
import org.probity.people.career.Application.Panelist;
import org.probity.people.career.Application.State;
import org.probity.people.career.Application.Vote;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class CareerPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000021");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000022");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Register.Track DIFFUSION = new Register.Track("PRC-DIF", Ladder.P, "Process engineering", "工艺", "Diffusion process", "扩散工艺", LocalDate.of(2025, 3, 1), 2, 84, 31);
    private static final Register.Track DATA = new Register.Track("ITD-DAT", Ladder.P, "Information technology", "信息技术", "Data <engineering>", "数据工程", LocalDate.of(2025, 3, 1), null, 0, 0);
    private static final Register.Track SHIFTS = new Register.Track("MFG-SHI", Ladder.M, "Manufacturing", "生产制造", "Shift management", "班组管理", LocalDate.of(2025, 3, 1), 1, 120, 40);
    private static final List<RulesPage.Step> LADDERS = List.of(new RulesPage.Step(20, null, 5), new RulesPage.Step(17, 4, 2), new RulesPage.Step(14, 1, null));
    static final Standard STANDARD = standard();

    private static Standard standard() {
        var draft = Pack.read().standard("PRC-DIF").orElseThrow();
        return new Standard(ID, ID, "PRC-DIF", 2, draft.title().en(), draft.title().zh(), LocalDate.of(2025, 3, 1), ID,
                draft.items().stream().map(it -> new Standard.Item(UUID.nameUUIDFromBytes(it.code().getBytes(java.nio.charset.StandardCharsets.UTF_8)), it.code(), it.part(), it.from(), it.title().en(),
                        it.title().zh(), it.levels().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, level -> List.of(level.getValue().en(), level.getValue().zh()))))).toList());
    }

    static Application application(State state) {
        return new Application(ID, "Q2026-00017", ID, "Ren Jie", "任杰", "PRC-DIF", Ladder.P, "Diffusion process", "扩散工艺", ID, 2, 1, ID, state, NOW, state == State.WITHDRAWN ? "FORGOTTEN" : "");
    }

    private static Panelist member(int no, boolean voted) {
        return new Panelist(no == 1 ? OTHER : UUID.nameUUIDFromBytes(new byte[] {(byte) no}), OTHER, "Member " + no, no == 2 ? "陈 <雨>" : "", no, no != 3, no == 3, voted);
    }

    private static ApplicationPage page(State state, ApplicationPage.Side side, @Nullable Panelist member, boolean voted, @Nullable Decided decided, List<Reason> reasons) {
        var asked = STANDARD.asked(2);
        var first = asked.getFirst().id();
        var votes = voted ? asked.stream().map(it -> new Vote(OTHER, it.id(), it.code().equals("K1") ? 1 : 2, it.code().equals("K1") ? "No sheet of a <furnace> of their own" : "")).toList() : List.<Vote>of();
        return new ApplicationPage(application(state), STANDARD, Map.of(first, "Two years at furnace 4 & 5"), List.of(new Application.Attached(ID, first, "profile <4>.pdf", 183_200)), side, member,
                state == State.DRAFT || state == State.SENT ? List.of() : List.of(member(1, voted), member(2, voted), member(3, voted)), votes, decided,
                decided == null ? List.of() : asked.stream().map(it -> new DecidedItem(it.id(), 2, it.code().equals("K1") ? 1 : 2)).toList(), Map.of(), reasons);
    }

    private static final Rotation.Opening OPENING = new Rotation.Opening(ID, ID, ID, "Process <Hefei>", "合肥工艺部", "PRC-DIF", "Diffusion engineer", "扩散工程师", 2);
    private static final Rotation.Opening SECOND = new Rotation.Opening(OTHER, ID, OTHER, "Quality", "质量部", "QOP-PRO", "Quality engineer", "质量工程师", 1);

    private static final Query QUERY = Query.all("/app/careers/rounds/" + ID);

    private static Rotation.Round round(@Nullable Integer pairs, int days) {
        return new Rotation.Round(ID, "R2026-00031", "Autumn & winter", "秋冬轮岗", TODAY.plusDays(days), TODAY.plusDays(days + 20), 2, 3, pairs == null && days == 0 ? 0 : 3, pairs);
    }

    private static Choices.Choice choice(@Nullable Boolean may) {
        return new Choices.Choice(may == null ? ID : UUID.nameUUIDFromBytes(new byte[] {(byte) (may ? 1 : 2)}), "100009", "Ren Jie", "任杰", List.of(ID, OTHER), "I learnt <diffusion>", 26, may == null ? null : may ? "MIDDLE" : "BELOW", may,
                Boolean.FALSE.equals(may) ? "A warning that is open" : "");
    }

    private static Matches.Shortlisted listed(int place, boolean got) {
        return new Matches.Shortlisted(ID, ID, "Ren Jie", "任杰", place, 2, 26, 1, got);
    }

    private static Plans.Step planned(Plans.Way way, @Nullable LocalDate done, boolean shown, int days) {
        var course = way == Plans.Way.COURSE;
        return new Plans.Step(ID, "K1", "Junctions & passivation", "结与钝化", way, course ? ID : null, course ? "Junctions <live>" : null, course ? "结与钝化培训" : null, "By spring", TODAY.plusDays(days), done, way != Plans.Way.DROPPED, shown);
    }

    private static Moves.Done step(int no, Moves.Step step, String words) {
        return new Moves.Done(no, step, TODAY, words, step == Moves.Step.SIGNED ? ID : null, ID, NOW);
    }

    private static Moves.Move move(Moves.Done... steps) {
        return new Moves.Move(ID, ID, "Ren Jie", "任杰", "Diffusion engineer", "扩散工程师", "PRC-DIF", ID, TODAY, OTHER, List.of(steps));
    }

    @Override
    public List<Page> pages() {
        var first = STANDARD.items().getFirst().id();
        var tracks = List.of(DIFFUSION, DATA, SHIFTS);
        var home = Query.all("/app/careers");
        var open = new Editions.Edition(ID, ID, "tracks-1", 59, 58, ID, NOW, null, null, null);
        var approved = new Editions.Edition(OTHER, OTHER, "frame <work>.json", 0, 1, OTHER, NOW, Decisions.Outcome.APPROVED, ID, NOW);
        var granted = new Decided(Outcome.GRANTED, 1, 1, TODAY, TODAY.plusMonths(24), ID);
        var rule = new Rules.Rule("valid-months", LocalDate.of(2024, 1, 1), 24, "our rule", null);
        var held = new Applications.Held("PRC-DIF", Ladder.P, "Diffusion process", "扩散工艺", 1, TODAY, TODAY.plusMonths(24), ID);
        var late = new Applications.Held("MFG-SHI", Ladder.M, "Shift management", "班组管理", 2, TODAY.minusYears(3), TODAY.minusYears(1), ID);
        var gap = new Gaps.Gap(first, "PRC-DIF", "K1", Part.KNOWLEDGE, "Junctions & passivation", "结与钝化", "Explains it to a newcomer.", "能向新人讲清楚。", 2, 1);
        var line = new PlacedPage.Line(ID, "100009", "Ren Jie", "任杰", "PRC-DIF", Ladder.P, "Diffusion process", "扩散工艺", TODAY, 1, TODAY.minusDays(1));
        var old = Pack.read().standard("PRC-DIF").orElseThrow();
        var items = new java.util.ArrayList<>(old.items().subList(1, old.items().size()));
        items.set(0, new Draft.Item(items.getFirst().code(), items.getFirst().part(), 2, new Draft.Said("Junctions & <passivation>", "结与钝化"), Map.of(2, new Draft.Said("Says it", "能说明"))));
        items.add(new Draft.Item("K99", Part.KNOWLEDGE, 1, new Draft.Said("New cells", "新电池"), items.getLast().levels()));
        var sketch = new Sketch(new Draft.Standard("PRC-DIF", old.title(), items), ID, NOW);
        var empty = new Sketch(new Draft.Standard("ITD-DAT", new Draft.Said("Data <engineering>", "数据工程"), List.of()), ID, NOW);
        var third = new Standard(OTHER, ID, "PRC-DIF", 3, "Diffusion process", "扩散工艺", TODAY, ID, STANDARD.items().subList(2, STANDARD.items().size()));
        return List.of(
                new SketchPage(DIFFUSION, sketch, STANDARD, 6, "He Min", "-", Map.of(), List.of()),
                new SketchPage(DATA, empty, null, 6, "He Min", "", Map.of("code", "k 1", "en.1", "Says <what>", "part", "SKILL"), List.of(new Reason("code", "career.item-code", List.of()))),
                new EditionPage(open, List.of(new EditionPage.Change(third, Ladder.P, STANDARD), new EditionPage.Change(STANDARD, Ladder.P, null))), new EditionPage(approved, List.of()),
                new TracksPage(List.of(), List.of(), home, true), new TracksPage(tracks, tracks, home, true), new TracksPage(List.of(), tracks, home.with("q", "x"), false),
                new TracksPage(List.of(DIFFUSION), List.of(DIFFUSION), home, false),
                new StandardPage(DIFFUSION, STANDARD, LADDERS, 1, true, true, Map.of(), List.of()), new StandardPage(DATA, null, LADDERS, 0, true, true, Map.of(), List.of()), new StandardPage(DIFFUSION, STANDARD, LADDERS, 0, false, false, Map.of(), List.of()),
                new StandardPage(SHIFTS, STANDARD, LADDERS, 0, true, false, Map.of("level", "9"), List.of(new Reason("level", "career.level-unknown", List.of(6)))),
                new EditionsPage(List.of(), tracks, Map.of(), ID, true, List.of()), new EditionsPage(List.of(approved), tracks, Map.of(), ID, true, List.of(new Reason("file", "career.unreadable.damaged", List.of("12")))), new EditionsPage(List.of(open, approved), tracks, Map.of(ID, "He Min", OTHER, "Gao Yan"), ID, true, List.of()),
                new EditionsPage(List.of(open), List.of(), Map.of(ID, "He Min"), OTHER, false, List.of(new Reason("", "decision.ruled-already", List.of()))),
                new RulesPage(new RulesView(CareerRule.ALL, List.of(rule), false, TODAY, Map.of(), Map.of(), List.of()), LADDERS),
                new RulesPage(new RulesView(CareerRule.ALL, List.of(new Rules.Rule("panel-least", TODAY, 5, "Board <2026>", ID), rule), true, TODAY, Map.of(ID, "He Min"), Map.of("value", "0"), List.of(new Reason("value", "rule.value-wrong", List.of(1, 120)))), LADDERS),
                new PlacedPage(List.of(), 0, Query.all("/app/careers/people"), tracks, TODAY, List.of()),
                new PlacedPage(List.of(line, new PlacedPage.Line(OTHER, "100010", "", "陈雨", "MFG-SHI", Ladder.M, "Shift management", "班组管理", TODAY, null, null)), 2,
                        Query.all("/app/careers/people"), tracks, TODAY, List.of(new Reason("file", "career.line-track", List.of(3)))),
                new ApplicationsPage(List.of(), 0, Query.all("/app/careers/applications")),
                new ApplicationsPage(List.of(application(State.SENT), application(State.PANEL), application(State.DECIDED), application(State.WITHDRAWN)), 4, Query.all("/app/careers/applications")),
                new PlanPage(Optional.empty(), List.of(DIFFUSION, SHIFTS), List.of(), List.of(), List.of(), TODAY, Map.of(), List.of()), new PlanPage(Optional.of(new Plans.Aim("PRC-DIF", Ladder.P, "Diffusion <1>", "扩散", 3)), List.of(DIFFUSION, SHIFTS), List.of(gap), List.of(), List.of(), TODAY, Map.of(), List.of(new Reason("until", "career.plan-day", List.of()))),
                new PlanPage(Optional.of(new Plans.Aim("PRC-DIF", Ladder.P, "Diffusion <1>", "扩散", 3)), List.of(DIFFUSION, SHIFTS), List.of(gap), List.of(planned(Plans.Way.COURSE, TODAY, false, 30), planned(Plans.Way.ROTATION, null, false, -1), planned(Plans.Way.OTHER, null, false, 30),
                        planned(Plans.Way.OTHER, null, true, 30)), List.of(new Plans.Course(ID, first, "K2026-0007", "Junctions & <passivation>", "结与钝化培训")), TODAY, Map.of("way", "COURSE"), List.of()),
                new RotationPage(List.of(), List.of(), true, TODAY, Map.of(), List.of()),
                new RotationPage(List.of(round(null, 0), round(12, -30)), List.of(move()), true, TODAY, Map.of("titleEn", "Spring & summer"), List.of(new Reason("untilDay", "career.window-wrong", List.of()))),
                new RotationPage(List.of(round(null, 30)), List.of(), false, TODAY, Map.of(), List.of()),
                new RoundPage(round(null, 0), List.of(), null, RoundPage.Lists.of(List.of(), QUERY), true, true, 3, tracks, TODAY, Map.of(), List.of()),
                new RoundPage(round(null, 0), List.of(OPENING, SECOND), choice(null), RoundPage.Lists.of(List.of(), QUERY), true, false, 3, List.of(), TODAY, Map.of(), List.of(new Reason("choice.1", "career.role-short", List.of(12)))),
                new RoundPage(round(null, -30), List.of(OPENING, SECOND), null, new RoundPage.Lists(List.of(choice(null), choice(true), choice(false)), List.of(), QUERY, 120), false, true, 3, tracks, TODAY, Map.of(), List.of()),
                new RoundPage(round(2, -30), List.of(OPENING, SECOND), null, new RoundPage.Lists(List.of(), List.of(listed(1, true), listed(2, false)), QUERY, 2), false, true, 3, tracks, TODAY, Map.of(), List.of()),
                new RoundPage(round(2, -30), List.of(OPENING, SECOND), null, new RoundPage.Lists(List.of(choice(true)), List.of(), QUERY.with("show", "choices"), 1), false, true, 3, tracks, TODAY, Map.of(), List.of()),
                new RoundPage(round(2, -30), List.of(OPENING, SECOND), null, RoundPage.Lists.of(List.of(listed(2, false)), QUERY), true, false, 3, tracks, TODAY, Map.of(), List.of()),
                new RoundPage(round(null, -30), List.of(OPENING, SECOND), null, new RoundPage.Lists(List.of(), List.of(), QUERY.with("q", "<nobody>"), 0), false, true, 3, tracks, TODAY, Map.of(), List.of()),
                new MovePage(move(), false, true, false, TODAY.plusDays(60), null, TODAY, Map.of(), List.of(new Reason("day", "career.release-late", List.of(TODAY)))),
                new MovePage(move(step(1, Moves.Step.RELEASED, "")), false, true, true, TODAY.plusDays(60), null, TODAY, Map.of(), List.of()),
                new MovePage(move(step(1, Moves.Step.RELEASED, ""), step(2, Moves.Step.DEFERRED, "A start of <production>"), step(3, Moves.Step.SIGNED, ""), step(4, Moves.Step.MOVED, "")), true, false,
                        false, TODAY.plusDays(60), TODAY.plusMonths(6), TODAY, Map.of(), List.of()),
                new MinePage(false, List.of(), List.of(), List.of(), null, List.of(), TODAY), new MinePage(true, List.of(), List.of(), List.of(), null, List.of(), TODAY),
                new MinePage(true, List.of(held, late), List.of(application(State.DRAFT), application(State.DECIDED)), List.of(gap), "PRC-DIF", List.of(application(State.PANEL)), TODAY),
                page(State.DRAFT, ApplicationPage.Side.APPLICANT, null, false, null, List.of()),
                page(State.DRAFT, ApplicationPage.Side.APPLICANT, null, false, null, List.of(new Reason("said." + first, "career.item-empty", List.of("E1")))),
                page(State.SENT, ApplicationPage.Side.HR, null, false, null, List.of(new Reason("numbers", "career.panel-no-outside", List.of(1)))),
                page(State.SENT, ApplicationPage.Side.APPLICANT, null, false, null, List.of()),
                page(State.PANEL, ApplicationPage.Side.PANEL, member(2, false), false, null, List.of(new Reason("shown." + first, "career.vote-missing", List.of("E1")))),
                page(State.PANEL, ApplicationPage.Side.PANEL, member(1, true), true, null, List.of()),
                page(State.DECIDED, ApplicationPage.Side.APPLICANT, null, true, granted, List.of()),
                page(State.DECIDED, ApplicationPage.Side.HR, null, true, new Decided(Outcome.NOT_SHOWN, 0, 0, TODAY, null, ID), List.of()),
                page(State.DECIDED, ApplicationPage.Side.HR, null, true, new Decided(Outcome.KEPT, 0, 1, TODAY, TODAY.plusMonths(6), ID), List.of()));
    }
}
