package org.probity.people.succession;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.AuditTrail;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.succession.PositionPage.Choices;
import org.probity.people.succession.PositionPage.Named;
import org.probity.people.succession.Requirement.Kind;
import org.probity.people.succession.Successor.Item;
import org.probity.people.succession.Successor.Lack;
import org.probity.people.succession.Successors.Listed;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class SuccessionPages implements PageSamples {
    static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000031");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000032");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final Requirement LEVEL = new Requirement(ID, Kind.LEVEL, "PRC-DIF", "P", 4, null, null, "Diffusion process", "扩散工艺", TODAY);
    private static final Requirement COURSE = new Requirement(OTHER, Kind.COURSE, null, null, null, ID, null, "Safety of furnace gas & vacuum", "炉管气体与真空安全", TODAY);
    private static final Requirement UNIT = new Requirement(UUID.nameUUIDFromBytes(new byte[] {3}), Kind.UNIT, null, null, null, null, 12, "Quality operations, <Hefei>", "合肥质量部", TODAY);

    private static Position post(boolean key, int asks, int candidates, int ready, int soon, boolean vacant) {
        return new Position(ID, "K2026-00004", ID, "Process <Hefei>", "合肥工艺部", "Diffusion furnace specialist", "扩散炉工艺专家", false, vacant ? null : OTHER, vacant ? "" : "Jiang Bo", vacant ? "" : "江博",
                key ? 3 : 1, key ? 2 : 0, asks, candidates, ready, soon, 1);
    }

    static Successor successor(String number, String name, Naming.State state, boolean counts, int months, Lack... lacks) {
        return new Successor(UUID.nameUUIDFromBytes(number.getBytes(java.nio.charset.StandardCharsets.UTF_8)), ID, ID, number, name, "陈雨", state, TODAY.minusDays(40), counts, months, List.of(lacks));
    }

    private static Naming naming(@Nullable UUID position, Naming.State state, String reason) {
        return new Naming(ID, position, position == null ? OTHER : null, ID, "100009", "Ren Jie", "任杰", position == null ? "Tomorrow's engineers" : "Diffusion furnace specialist",
                position == null ? "明日工程师" : "扩散炉工艺专家", position == null ? "" : "Process <Hefei>", position == null ? "" : "合肥工艺部", state, TODAY.minusDays(3), reason);
    }

    private static Project.Member member(String number, String name, Naming.State state, int aspects) {
        return new Project.Member(UUID.nameUUIDFromBytes(number.getBytes(java.nio.charset.StandardCharsets.UTF_8)), ID, number, name, "任杰", "Process <Hefei>", "合肥工艺部", "Engineer", state, TODAY.minusDays(20), aspects);
    }

    @Override
    public List<Page> pages() {
        var home = Query.all("/app/succession");
        var short_ = new Lack(LEVEL, 2, null, 24, List.of(new Item("K3", "Explains drive-in & <doping>", "讲解推进与掺杂", 2), new Item("R1", "Halved a scrap rate", "废品率减半", 0)));
        var ranOut = new Lack(COURSE, 0, TODAY.minusDays(2), 3, List.of());
        var stay = new Lack(UNIT, 4, null, 8, List.of());
        var now = successor("100009", "Ren Jie", Naming.State.AGREED, true, 0);
        var soon = successor("100023", "Chen <Yu>", Naming.State.AGREED, true, 24, short_, ranOut, stay);
        var asked = successor("100031", "Lin Fang", Naming.State.ASKED, false, 0);
        var judged = List.of(new Position.Judgement(ID, 2, TODAY.minusDays(9), 2, ID, NOW, Map.of(Criterion.STANDSTILL, "Two furnaces & no spare", Criterion.SINGLE, "Only <they> know the recipe")),
                new Position.Judgement(OTHER, 1, TODAY.minusYears(1), 2, OTHER, NOW.minusSeconds(31_536_000), Map.of(Criterion.SINGLE, "x")));
        var choices = new Choices(List.of(new Named("PRC-DIF", "PRC-DIF Diffusion process", "PRC-DIF 扩散工艺")), List.of(new Named(ID.toString(), "C-00012 Furnace gas", "C-00012 炉管气体")));
        var names = Map.of(ID, "He Min", OTHER, "Bai Lan");
        var rule = new Rules.Rule("criteria-least", LocalDate.of(2024, 1, 1), 2, "our rule", null);
        var project = new Project(ID, "H2026-00009", "Tomorrow's <engineers>", "明日工程师", TODAY.minusDays(30), TODAY.plusDays(90), 2, 1);
        var over = new Project(OTHER, "H2025-00002", "Leaders of shifts", "班组长计划", TODAY.minusYears(2), TODAY.minusYears(1), 0, 0);
        var ren = member("100009", "Ren Jie", Naming.State.AGREED, 4);
        var lin = member("100031", "Lin <Fang>", Naming.State.ASKED, 0);
        var access = new Consultants.Access(OTHER, 1, ID, "Northlight & Partners", TODAY.plusDays(40), ID);
        var ended = new Consultants.Access(ID, 2, ID, "Westkap", TODAY.minusDays(1), ID);
        var look = new AuditTrail.Note(1, NOW, "succession.looked", OTHER, "Ida Brandt", ID, "Ren Jie", Map.of("project", "H2026-00009"));
        var list = new AuditTrail.Note(2, NOW, "succession.looked", OTHER, "Ida Brandt", null, null, Map.of("project", "H2026-00009"));
        var findings = List.of(new Project.Finding(ID, Project.Aspect.LEARNS, 3, "Took over the <coating> line within a week", TODAY.minusDays(9), TODAY.plusMonths(11), OTHER, NOW),
                new Project.Finding(OTHER, Project.Aspect.LEADS, 1, "x", TODAY.minusYears(2), TODAY.minusYears(1), OTHER, NOW));
        var file = new Project.File(ren, List.of(new Project.Level("PRC-DIF", "Diffusion process", "扩散工艺", "P", 2, TODAY.minusDays(1)), new Project.Level("QOP-PRO", "Process quality", "过程质量", "P", 1, TODAY.plusDays(9))),
                List.of(new Project.Gap("Junctions & passivation", "结与钝化", 3, 1)), findings);
        var bare = new Project.File(lin, List.of(), List.of(), List.of());
        var places = List.of(new NineBox.Place(ID, "100009", "Ren Jie", "任杰", 2, 3, 3, 4), new NineBox.Place(OTHER, "100023", "Chen <Yu>", "陈雨", 2, 1, 3, 4),
                new NineBox.Place(ID, "100031", "Lin Fang", "林芳", null, 0, 1, 4), new NineBox.Place(ID, "100032", "Wu Di", "", 1, 2, null, 2));
        var consultants = Map.of(OTHER, "Ida Brandt", ID, "Max Orth");
        return List.of(
                new ProjectsPage(List.of(), TODAY, Map.of(), List.of()), new ProjectsPage(List.of(project, over), TODAY, Map.of("titleEn", "x"), List.of(new Reason("untilDay", "succession.window-wrong", List.of(3)))),
                new ProjectPage(project, List.of(), List.of(), List.of(), consultants, TODAY, Map.of(), List.of()),
                new ProjectPage(project, List.of(ren, lin), List.of(access, ended), List.of(look, list), consultants, TODAY, Map.of("number", "1"), List.of(new Reason("number", "succession.no-account", List.of()))),
                new ProjectPage(over, List.of(), List.of(ended), List.of(), consultants, TODAY, Map.of(), List.of()),
                new MemberPage(file, ProjectWeb.ROOM, "/app/succession/members/" + ID, consultants, TODAY, Map.of(), List.of()),
                new MemberPage(bare, ConsultantWeb.ROOM, "/app/consultant/people/" + ID, consultants, TODAY, Map.of("found", "2"), List.of(new Reason("words", "succession.words-wrong", List.of(4000)))),
                new ConsultantPage(project, List.of(), TODAY.plusDays(40)), new ConsultantPage(project, List.of(ren), TODAY.plusDays(40)),
                new GridPage(project, List.of()), new GridPage(project, places),
                new PositionsPage(new Listed(List.of(), 0), home, true, Map.of(), List.of()), new PositionsPage(new Listed(List.of(), 0), home, false, Map.of(), List.of()),
                new PositionsPage(new Listed(List.of(post(true, 3, 3, 1, 1, false), post(true, 2, 1, 0, 1, true), post(true, 0, 0, 0, 0, true), post(false, 0, 0, 0, 0, false)), 4), home, true, Map.of("unit", "HF"),
                        List.of(new Reason("unit", "succession.unit-unknown", List.of()))),
                new PositionPage(post(true, 3, 2, 1, 1, false), judged, List.of(LEVEL, COURSE, UNIT), List.of(now, soon, asked), true, 24, choices, names, TODAY, Map.of(), List.of()),
                new PositionPage(post(false, 0, 0, 0, 0, true), List.of(), List.of(), List.of(), true, 24, choices, names, TODAY, Map.of("number", "1"),
                        List.of(new Reason("level", "succession.level-unknown", List.of(6)))),
                new PositionPage(post(true, 3, 2, 1, 0, false), judged, List.of(LEVEL), List.of(now, soon), false, 12, Choices.NONE, names, TODAY, Map.of(), List.of()),
                new PositionPage(post(true, 3, 0, 0, 0, false), judged, List.of(LEVEL), List.of(), false, 12, Choices.NONE, names, TODAY, Map.of(), List.of()),
                new RulesPage(new RulesView(SuccessionRule.ALL, List.of(rule, new Rules.Rule("soon-months", TODAY, 18, "Board <2026>", ID)), true, TODAY, names, Map.of("value", "0"),
                        List.of(new Reason("value", "rule.value-wrong", List.of(1, 6))))),
                new MinePage(List.of(), 24, List.of()),
                new MinePage(List.of(new MinePage.One(naming(ID, Naming.State.AGREED, ""), soon), new MinePage.One(naming(ID, Naming.State.ASKED, ""), null),
                        new MinePage.One(naming(null, Naming.State.ASKED, ""), null), new MinePage.One(naming(ID, Naming.State.ENDED, "The post was filled & closed"), null)), 24,
                        List.of(new Reason("", "succession.answered", List.of()))));
    }
}
