package org.probity.people.survey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.people.survey.Survey.Kind;
import org.probity.reckon.Alpha;
import org.probity.reckon.Difference.Verdict;
import org.probity.reckon.Sample;
import org.probity.shapes.measure.Measure.Subject;
import org.probity.shapes.measure.MeasuresPiece;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class SurveyPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000067");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Map<String, Results.Unit> UNITS = Map.of("HS", new Results.Unit("HS", "Helia <Solar>", "赫利亚太阳能"), "HF", new Results.Unit("HF", "Hefei site", "合肥基地"),
            "HF-W1", new Results.Unit("HF-W1", "Workshop 1", "一车间"));

    private static Survey round(Kind kind, int days, @Nullable LocalDate closed, boolean released) {
        var pack = Pack.shipped(kind == Kind.YEARLY ? Pack.YEARLY : "safety-1").orElseThrow();
        return new Survey(ID, kind == Kind.YEARLY ? "Y2026" : "P2026-01", kind, 2026, pack, pack.items().stream().map(Pack.Item::code).toList(), kind == Kind.YEARLY ? null : "HF-W1", null,
                TODAY.plusDays(days), TODAY.plusDays(days + 14), 10, 20, 20, 9001, ID, closed, released);
    }

    private static Results.Line line(Survey survey, String name, int people, int step) {
        var samples = new HashMap<String, Sample>();
        var items = new HashMap<String, Integer>();
        var scales = new HashMap<String, Integer>();
        scales.put("", survey.items().size());
        survey.asked().dimensions().forEach(it -> scales.put(it.code(), it.items().size()));
        survey.items().forEach(it -> scales.put(it, 1));
        scales.forEach((scale, many) -> {
            long points = (long) step * many;
            samples.put(scale, new Sample(people, points * people, points * points * people + (step == 3 ? 0 : people)));
            items.put(scale, many);
        });
        return new Results.Line(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), 0, name, people, samples, items);
    }

    private static RoundPage page(Survey survey, Counting.@Nullable Closing closing, RoundPage.Told told, boolean asks, boolean releases, List<Reason> reasons) {
        var rates = survey.closedOn() == null ? List.of(new Counting.Rate("", 9001, 60), new Counting.Rate("HF-W1", 420, 75)) : List.<Counting.Rate>of();
        return new RoundPage(survey, rates, closing, told, "HS / HF", UNITS, asks, releases, TODAY, reasons);
    }

    @Override
    public List<Page> pages() {
        var open = round(Kind.YEARLY, -3, null, false);
        var planned = round(Kind.PULSE, 3, null, false);
        var over = round(Kind.PULSE, -30, TODAY.minusDays(15), false);
        var released = round(Kind.YEARLY, -30, TODAY.minusDays(15), true);
        var closing = new Counting.Closing(TODAY.minusDays(15), 8000, 1000, 7411, 611, 177864, 40, 3, "ab".repeat(32));
        var all = line(released, "all", 7411, 2);
        var then = line(released, "all", 7000, 1);
        var one = line(released, "HS / HF / HF-W1", 300, 3);
        var lines = List.of(all, line(released, "HS / HF", 5000, 2), one, line(released, "HS / HF / ~", 40, 1), line(released, "HS / A + HS / B", 22, 2), line(released, "all: T0", 900, 1), line(released, "all: T1 + all: T5", 6511, 2));
        var doubts = new HashMap<String, Results.Doubt>();
        all.samples().keySet().forEach(it -> doubts.put(it, all.doubt(it, 9001)));
        var since = new HashMap<String, Verdict>();
        all.samples().keySet().forEach(it -> since.put(it, it.isEmpty() ? Verdict.HIGHER : it.startsWith("g") ? Verdict.LOWER : Verdict.NOT_CLEAR));
        var drivers = List.of(new Results.Driver("leading", 42, 31, 25, 36, org.probity.reckon.Drivers.Verdict.MORE), new Results.Driver("culture", 42, 14, 9, 19, org.probity.reckon.Drivers.Verdict.NOT_CLEAR), new Results.Driver("facilities", 42, 3, 1, 6, org.probity.reckon.Drivers.Verdict.LESS));
        var told = new RoundPage.Told(all, lines, round(Kind.YEARLY, -400, TODAY, true), then, since, Map.of(one.cell(), Verdict.HIGHER), Map.of("rewards", new Alpha(0.812, 0.79, 0.83)), 9001, doubts, drivers,
                new Results.Response(List.of(new Results.Answered("HS / HF", 6000, 85, Verdict.NOT_CLEAR), new Results.Answered("all: T0", 1500, 60, Verdict.LOWER)), Optional.of(new java.math.BigDecimal(51))),
                List.of(new RoundPage.Closed("HS / HF / T1", "HS / HF / ~", "FEW", ""), new RoundPage.Closed("HS / B", "HS / A + HS / B", "NEIGHBOURS_ARE_FEW", ""),
                        new RoundPage.Closed("all: T1", "all: T1 + all: T5", "WOULD_TELL", "+ 1 x all - 1 x all: T0 = 3 people")),
                List.of(new Releasing.Refused(2, List.of(0, 1), 3, TODAY)), Map.of("HF", List.of("More <breaks>, please."), "", List.of("x")), 75);
        var bare = new RoundPage.Told(all, List.of(all), null, null, Map.of(), Map.of(), Map.of(), 9001, doubts, List.of(), Results.Response.NONE, List.of(), List.of(), Map.of(), 75);
        var theirs = Pack.read("= theirs-1 | Theirs <x> | 他们的\n! CC BY-ND | 署名禁演绎\n% often | Always; Often; Sometimes; Seldom; Never | 总是;经常;有时;很少;从不\n@ pace | Pace | 节奏\n> pace-time | Time enough? | 够吗？ | often | reversed\n");
        var stack = new Slips.Stack(0, List.of("HS", "HF", "HF-W1"), "T0", "EMPLOYEE", 40, 12);
        var rule = new Rules.Rule("least", LocalDate.of(2024, 1, 1), 10, "our rule", null);
        var place = new Place(ID, "HF", Place.Kind.SITE, "Hefei <site>", "合肥基地", null, List.of(ID), null, null, "CN", "Anhui", "", "", TODAY, null);
        var none = new MeasuresPiece(new Subject(Plans.MEASURES, one.cell()), List.of(), Map.of(), true, TODAY);
        var standing = new Surveys.Standing(7, List.of("HS", "HF", "HF-W1"), "T0", "EMPLOYEE", 40);
        return List.of(new SurveysPage(List.of(), List.of(), true, TODAY), new SurveysPage(List.of(), List.of(), false, TODAY), new SurveysPage(List.of(open, planned, over, released), List.of(open), false, TODAY),
                new LaunchPage(Pack.shipped(), List.of(), List.of(), TODAY, Map.of(), List.of(), List.of()),
                new LaunchPage(Pack.shipped(), List.of(place), List.of(released), TODAY, Map.of("kind", "PULSE", "asksAgain", "Y2026"), List.of("safety-stop"), List.of(new Reason("lastDay", "survey.days-wrong", List.of(92)))),
                page(planned, null, RoundPage.Told.NONE, false, true, List.of()), page(open, null, RoundPage.Told.NONE, true, false, List.of()),
                page(over, closing, RoundPage.Told.NONE, false, true, List.of(new Reason("", "survey.few-answered", List.of(10)))), page(over, closing, RoundPage.Told.NONE, false, false, List.of()),
                page(released, closing, told, false, true, List.of()), page(released, new Counting.Closing(TODAY, 10, 0, 12, 0, 288, 0, 0, "ab".repeat(32)), bare, false, false, List.of()),
                new AnswerPage(open, standing, UNITS, true), new AnswerPage(planned, standing, UNITS, false),
                new GroupPage(released, one, 320, null, null, Map.of(), Map.of("rewards", new Alpha(0.812, 0.79, 0.83)), UNITS, drivers, none, true, true, 75), new GroupPage(released, all, 9001, released, then, since, Map.of(), UNITS, List.of(), none, false, false, 75),
                new CutRefusedPage(released, new Releasing.Told(8, List.of(new Releasing.Term("1", false, "HS / HF / HF-W1"), new Releasing.Term("1/2", true, "HS / HF: T1"))), UNITS),
                new CutRefusedPage(released, new Releasing.Told(8, List.of()), UNITS),
                new SlipsPage(open, List.of(stack), List.of(), UNITS, TODAY, List.of()), new SlipsPage(open, List.of(stack), List.of("ABCD-EFGH-0123-4567"), UNITS, TODAY, List.of()),
                new SlipsPage(over, List.of(stack), List.of(), UNITS, TODAY, List.of()), new SlipsPage(open, List.of(stack), List.of(), UNITS, TODAY, List.of(new Reason("place", "survey.slips-none", List.of()))),
                new SlipPage("", List.of()), new SlipPage("<x>", List.of(new Reason("code", "survey.slip-unknown", List.of()))),
                new SheetPage(over, "ABCD-EFGH-0123-4567", Map.of(), List.of()), new SheetPage(over, "ABCD-EFGH-0123-4567", Map.of("safety-stop", "3", "remark", "<x>"), List.of(new Reason("answers", "survey.unanswered", List.of(6)))),
                new ThanksPage("ab".repeat(32)), new PromisePage(10, 20),
                new PacksPage(Pack.shipped(), List.of(), Map.of(), false, List.of()), new PacksPage(Pack.shipped(), List.of(new Packs.Brought(theirs, ID, TODAY)), Map.of(ID, "He <Min>"), true, List.of(new Reason("file", "survey.pack-line", List.of(3)))),
                new RulesPage(new RulesView(SurveyRule.ALL, List.of(rule), false, TODAY, Map.of(), Map.of(), List.of())),
                new RulesPage(new RulesView(SurveyRule.ALL, List.of(rule), true, TODAY, Map.of(), Map.of("value", "x"), List.of(new Reason("value", "rule.value-wrong", List.of(10, 100))))));
    }
}
