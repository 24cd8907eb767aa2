package org.probity.people.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.shapes.measure.Measure.Subject;
import org.probity.shapes.measure.MeasuresPiece;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class CommunityPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000062");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Threads.Thread thread(Threads.State state, boolean late, @Nullable String hidden) {
        return new Threads.Thread(ID, Sort.IDEA, late ? null : ID, "Hefei <base>", "合肥基地", TODAY.minusDays(9), state == Threads.State.OPEN ? TODAY.plusDays(late ? -1 : 2) : null, state, late,
                "The canteen closes <before> the night shift begins.\n\nCould it stay open?", hidden, 41, 2, state == Threads.State.RESULT ? ID : null, state == Threads.State.RESULT ? TODAY.plusDays(3) : null, ID, TODAY.plusDays(40), null);
    }

    /** Its words are kept no longer. */
    private static ThreadPage letGo() {
        var gone = new Threads.Thread(ID, Sort.IDEA, null, "", "", TODAY.minusYears(3), null, Threads.State.SOLVED, false, "–", null, 41, 0, null, null, ID, TODAY.minusYears(3), TODAY.minusDays(30));
        return new ThreadPage(gone, List.of(new Threads.Post(ID, ID, true, new byte[32], "–", TODAY.minusYears(3), null, false)), List.of(new Threads.Step(ID, 1, "SOLVED", "", TODAY.minusYears(3), null, null, null)), Map.of(),
                new MeasuresPiece(new Subject(Threads.MEASURES, ID), List.of(), Map.of(), false, TODAY), false, TODAY, "", List.of());
    }

    private static ThreadPage page(Threads.State state, boolean answers, List<Reason> reasons) {
        var posts = List.of(new Threads.Post(ID, ID, true, new byte[32], "The canteen closes <before> the night shift begins.", TODAY.minusDays(9), null, false),
                new Threads.Post(UUID.randomUUID(), ID, false, new byte[32], "x", TODAY.minusDays(8), "PERSON THREAT", true));
        var steps = state == Threads.State.OPEN ? List.<Threads.Step>of() : List.of(new Threads.Step(ID, 1, "ANSWERED", "We <look> into it.", TODAY.minusDays(5), null, null, ID));
        return new ThreadPage(thread(state, false, null), posts, steps, Map.of(ID, "Ren <Jie>"), new MeasuresPiece(new Subject(Threads.MEASURES, ID), List.of(), Map.of(), answers, TODAY), answers, TODAY, "", reasons);
    }

    @Override
    public List<Page> pages() {
        var rule = new Rules.Rule("answer-days", LocalDate.of(2024, 1, 1), 5, "our rule: five working days", null);
        var look = new Panel.Look(ID, ID, ID, 1, "Foreman <X> never listens.", "", TODAY, 1, null);
        var again = new Panel.Look(UUID.randomUUID(), ID, ID, 2, "Foreman <X> never listens.", "I named <nobody>.", TODAY, 2, true);
        var cover = new Liaisons.Cover(ID, "HF", "Hefei <base>", "合肥基地", true, 2600, ID, "Ren Jie", "任杰", null, "", "");
        var score = new Threads.Score(ID, "Hefei <base>", "合肥基地", 12, 10, 1, 1, 4, 3, 3, 2, 1, 9, 7);
        var none = new Threads.Score(null, "", "", 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        var tally = new Tallies.Tally(TODAY, ID, "community", TODAY.minusDays(21), 9001, 90010, 412, 405, true, "ab".repeat(32), ID);
        var off = new Tallies.Tally(TODAY, UUID.randomUUID(), "community-voice", TODAY.minusDays(3), 10, 10, 11, 12, false, "ab".repeat(32), ID);
        return List.of(new BoardPage(true), new BoardPage(false), new PromisePage(), new CountPage(List.of()), new CountPage(List.of(tally, off)),
                new HomePage(null, true, List.of(), TODAY), new HomePage(null, false, List.of(), TODAY),
                new HomePage(TODAY, false, List.of(thread(Threads.State.OPEN, false, null), thread(Threads.State.OPEN, true, "PERSON"), thread(Threads.State.RESULT, false, null), thread(Threads.State.REFERRED, false, null),
                        thread(Threads.State.SOLVED, false, null), thread(Threads.State.ANSWERED, true, null)), TODAY),
                letGo(), page(Threads.State.OPEN, true, List.of()), page(Threads.State.OPEN, false, List.of()), page(Threads.State.ANSWERED, true, List.of(new Reason("text", "community.text-missing", List.of()))),
                new PanelPage(List.of(), List.of(), null, List.of(), List.of()),
                new PanelPage(List.of(new Panel.Sitting(Panel.Seat.UNION, ID, "Gao <Yan>", "高燕", TODAY)), List.of(look, again), Panel.Seat.UNION, List.of(Panel.Seat.UNION, Panel.Seat.ELECTED),
                        List.of(new Reason("number", "community.person-unknown", List.of()))),
                new LiaisonsPage(List.of(), true, Map.of(), List.of()), new LiaisonsPage(List.of(cover), true, Map.of("number", "<1>"), List.of(new Reason("number", "community.person-unknown", List.of()))),
                new ScoresPage(List.of(), TODAY), new ScoresPage(List.of(score, none), TODAY.minusYears(1)),
                new RulesPage(new RulesView(CommunityRule.ALL, List.of(rule), false, TODAY, Map.of(), Map.of(), List.of())),
                new RulesPage(new RulesView(CommunityRule.ALL, List.of(rule), true, TODAY, Map.of(), Map.of("value", "x"), List.of(new Reason("value", "rule.value-wrong", List.of(1, 20))))));
    }
}
