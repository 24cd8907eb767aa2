package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.disclosure.statement.Chapter.Part;
import org.probity.disclosure.targets.Target;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.proof.Checkpoint;
import org.probity.proof.Facts;
import org.probity.proof.Fold;
import org.probity.proof.Fraction;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.Note;
import org.probity.proof.Report;
import org.probity.proof.Report.RowChange;
import org.probity.proof.ReportWords;
import org.probity.proof.Rounding;
import org.probity.proof.SignerKey;
import org.probity.proof.VerifierKey;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.DefinitionVersion;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureNumber;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.FigureValue.ControlTotal;
import org.probity.shapes.figure.FigureValue.Proof;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.StatedTotals;
import org.probity.shapes.figure.Wording;

class StatementPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000007");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000008");
    private static final Instant THEN = Instant.parse("2026-03-28T01:30:00Z");
    private static final Log.Placed PLACE = new Log.Placed(ID, 184_205, "publication", 2026, 3);
    private static final Figure FIGURE = new Figure("tin-due-diligence", "SC-02", 1, LocalDate.of(2024, 1, 1), new Fold.Share("met"),
            Rounding.percent(2), "%", Figure.Level.PUBLIC, "T", "minerals.tin-due-diligence", "SELECT 1", new Figure.Control("kilograms", "kg", "SELECT 1"));
    private static final FigureValue EMPTY = new FigureValue(FIGURE, 2025, THEN, List.of(), Optional.empty(), "–",
            new ControlTotal(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));

    private static FigureValue value(String shown, int met) {
        var facts = Json.object("minerals.cmrt", Json.object("state", "MET", "day", "2025-03-04", "holds", true),
                "minerals.self-declaration", Json.object("state", "SENT_BACK", "day", "2025-03-04", "holds", false));
        var evidence = List.of(new Proof("minerals.cmrt", "form", ID), new Proof("minerals.origin-certificate", "third-party", ID));
        return new FigureValue(FIGURE, 2025, THEN, List.of(
                row("T-0001", null, "1", facts, evidence), row("T-0002", null, String.valueOf(met), facts, evidence),
                row("T-0003", "minerals.no-delivery", "0", Json.object(), List.of())),
                Optional.of(Fraction.of(1 + met, 2)), shown, new ControlTotal(new BigDecimal("412.60"), new BigDecimal("12.60"), new BigDecimal("400.00")));
    }

    private static FigureNumber number(FigureValue value) {
        return new FigureNumber(FIGURE, 2025, THEN, value.included().size(), value.excluded().size(), value.met("met"), value.exact(), value.shown(), value.control());
    }

    private static Row row(String code, @Nullable String reason, String met, Json.Obj facts, List<Proof> evidence) {
        return new Row(code, ID, "SUP-1", "Jinlong <Solder> & Sons", "金龙焊料", reason,
                Facts.of(Map.of("met", new BigDecimal(met), "kilograms", new BigDecimal("200.00"))), facts, evidence);
    }

    private static FigureView view(FigureValue value, boolean named) {
        return new FigureView(value, named, Map.of(ID, PLACE));
    }

    private static Aim aim(FigureValue value, boolean set) {
        var target = new Target(ID, "tin-due-diligence", 2025, Target.Direction.AT_LEAST, new BigDecimal("99.5"), new BigDecimal("90"), null, ID, ID, THEN);
        return new Aim(view(value, false).brief(), set ? Optional.of(target) : Optional.empty(),
                set ? view(value, false).number().map(is -> target.standing(is, LocalDate.of(2025, 12, 31), Optional.empty())) : Optional.empty(), Optional.of(new BigDecimal("97.36")), "/report/2025/tin-due-diligence");
    }

    private static Chapter chapter(String key, int place) {
        var texts = new java.util.EnumMap<Part, Words>(Part.class);
        for (var part : Part.values()) {
            texts.put(part, new Words("Words <of> " + part + ".", "关于这一部分的文字。"));
        }
        texts.put(Part.AREA, new Words("Words <of> " + key, key + "的文字"));
        texts.put(Part.PRACTICES, new Words("## Whom we ask\nEverybody.\n\nAnd again.", "## 向谁索要\n所有人。\n\n再来一次。"));
        return new Chapter(ID, key, 3, place, switch (key) {
            case "conflict-minerals" -> List.of("tin-due-diligence");
            case "people" -> PEOPLE;
            default -> List.of();
        }, LocalDate.of(2026, 1, 21), false, texts, ID, THEN);
    }

    private static Edition edition(int no, boolean published) {
        return new Edition(no == 1 ? ID : OTHER, 2025, no, ID, no == 1 ? null : Report.Cause.LATE_DATA, no == 1 ? "" : "A ledger came late.", no == 1 ? "" : "台账迟到。",
                ID, THEN, published ? ID : null, published ? THEN : null, published ? OTHER : null);
    }

    private static Decision decision(@Nullable Outcome outcome) {
        return new Decision(ID, "statement.publish", ID, "", ID, THEN, outcome, outcome == null ? null : OTHER, outcome == null ? null : THEN, null);
    }

    private static EditionsPage editions(List<Edition> editions, @Nullable Outcome outcome, Optional<EditionsPage.Waiting> waiting, List<Reason> reasons) {
        var rulings = new java.util.HashMap<UUID, Decision>();
        editions.forEach(edition -> rulings.put(edition.id(), decision(outcome)));
        return new EditionsPage(2025, List.of(2024, 2025), editions, rulings, Map.of(ID, "Zhao Ning", OTHER, "Lu Wen"), waiting, true,
                new EditionsPage.Form("ERROR", "Why", "", Map.of()), reasons);
    }

    private static Levels.Proposed level(int no, @Nullable Instant approved) {
        return new Levels.Proposed(ID, "tin-due-diligence", no, Figure.Level.PUBLIC, "Readers can follow each row to its log entry.", ID, THEN, approved == null ? null : OTHER, approved);
    }

    private static LevelsPage.Line levelLine(int no, @Nullable Outcome outcome) {
        return new LevelsPage.Line(level(no, outcome == Outcome.APPROVED ? THEN : null), no == 2 ? Optional.empty() : Optional.of(FIGURE), decision(outcome));
    }

    private static Me someone(UUID id, Role role) {
        return new Me(id, "Someone", Set.of(role), Optional.empty());
    }

    private static List<DefinitionVersion> versions() {
        var first = new TreeMap<String, Words>();
        Wording.PARTS.forEach(part -> first.put(part, new Words("Suppliers that sent a paper", "提交过材料的供应商")));
        var second = new TreeMap<String, Words>(first);
        second.put(".met", new Words("All four papers were accepted <in the year>.", "四份材料均在本年度获接受。"));
        var later = new Figure(FIGURE.key(), FIGURE.code(), 2, LocalDate.of(2026, 1, 1), FIGURE.fold(), Rounding.percent(1), "%", FIGURE.level(), "T", FIGURE.messages(),
                "SELECT 2", FIGURE.control());
        return List.of(new DefinitionVersion(later, new Wording(second), Optional.empty()), new DefinitionVersion(FIGURE, new Wording(first), Optional.of(THEN)));
    }

    private static Archive.Held held() {
        var log = SignerKey.generate("report.helia.example/log", VerifierKey.Kind.NOTE, new SecureRandom());
        var union = SignerKey.generate("union.helia.example/witness", VerifierKey.Kind.COSIGNATURE, new SecureRandom());
        return new Archive.Held(Note.sign(new Checkpoint(log.verifier().name(), 184_300, Hash.sha256()).text(), THEN, log, union), THEN);
    }

    private static List<Drawn> drawn() {
        return List.of(new Drawn(Drawn.Kind.FUNNEL, List.of(new Figures.Alike(List.of("6"), 18), new Figures.Alike(List.of("1"), 5), new Figures.Alike(List.of("3"), 7))),
                new Drawn(Drawn.Kind.MIGRATION, List.of(new Figures.Alike(List.of("4", "4"), 20), new Figures.Alike(List.of("4", "3"), 6), new Figures.Alike(List.of("2", "3"), 4), new Figures.Alike(List.of("3", "1"), 1))),
                new Drawn(Drawn.Kind.TOPICS, List.of(new Figures.Alike(List.of("SAFETY"), 6), new Figures.Alike(List.of("MINERALS"), 2))),
                new Drawn(Drawn.Kind.SEVERITIES, List.of(new Figures.Alike(List.of("MINOR"), 6), new Figures.Alike(List.of("PRIORITY"), 2))),
                new Drawn(Drawn.Kind.CATEGORIES, List.of(new Figures.Alike(List.of("Solder <and> ribbon", "焊料与焊带"), 38))), new Drawn(Drawn.Kind.COUNTRIES, List.of(new Figures.Alike(List.of("CN"), 900), new Figures.Alike(List.of("DE"), 60))));
    }

    /** What is told of people, under each of their headings. */
    private static List<Aim> ofPeople() {
        return List.of(
                people("headcount", "labour.headcount", "PE-07", new Fold.Count(), "9252", 9_252, 9_252, null),
                people("ppl-nonemployees", "labour.ppl-nonemployees", "PE-70", new Fold.Count(), "1009", 1_009, 1_009, null),
                people("ppl-turnover", "labour.ppl-turnover", "PE-71", new Fold.RatioOfSums("left-days", "days"), "0.72", 8_303, 8_303, null),
                people("ppl-policy-signed", "labour.ppl-policy-signed", "PE-74", new Fold.Share("met"), "98.41", 9_252, 9_105, "100"),
                people("age-checked-hires", "labour.age-checked-hires", "PE-01", new Fold.Share("met"), "98.94", 94, 93, "100"),
                people("union-reviews", "labour.union-reviews", "PE-03", new Fold.Share("met"), "100.00", 6, 6, "100"),
                people("forced-labour-cases", "labour.forced-labour-cases", "PE-04", new Fold.Sum("confirmed"), "0", 5, 5, "0"),
                people("discrimination-cases", "labour.discrimination-cases", "PE-05", new Fold.Sum("confirmed"), "2", 5, 5, null),
                people("career-tracks", "career.fig.tracks", "PE-21", new Fold.Count(), "59", 59, 59, null),
                people("career-coverage", "career.fig.coverage", "PE-23", new Fold.Share("met"), "98.30", 59, 58, "100"),
                people("ppl-training-hours", "learning.training-hours", "PE-11", new Fold.Sum("seconds"), "128790.46", 2_776, 2_776, null),
                people("ppl-training-hours-pc", "learning.training-hours-pc", "PE-12", new Fold.RatioOfSums("seconds", "person"), "13.92", 9_252, 9_252, null),
                people("ppl-training-satisfaction", "learning.training-satisfaction", "PE-15", new Fold.RatioOfSums("points", "most"), "98.92", 13, 13, null),
                people("ppl-diversity", "labour.ppl-diversity", "PE-72", new Fold.Share("met"), "44.79", 451, 202, null),
                people("ppl-disability", "labour.ppl-disability", "PE-73", new Fold.Share("met"), "0.72", 8_243, 60, null),
                people("ppl-equal-training", "learning.equal-training", "PE-14", new Fold.Share("met"), "100.00", 9_252, 9_252, "100"),
                people("study-paid", "education.fig.paid", "PE-33", new Fold.Sum("yuan"), "61320.40", 7, 7, null),
                people("ppl-training-participants", "learning.training-participants", "PE-13", new Fold.Count(), "3084", 3_084, 3_084, null),
                people("ppl-performance-review", "performance.reviews", "PE-41", new Fold.Share("met"), "98.00", 9_252, 9_067, "100"));
    }

    private static Aim people(String key, String messages, String code, Fold fold, String shown, int rows, int met, @Nullable String aimed) {
        var unit = fold instanceof Fold.Share || key.endsWith("satisfaction") || key.endsWith("turnover") ? "%" : key.contains("hours") ? "h" : key.equals("study-paid") ? "CNY" : "";
        var figure = new Figure(key, code, 1, FIGURE.inForceSince(), fold, FIGURE.rounding(), unit, Figure.Level.ASSURER, "X", messages, "SELECT 1", FIGURE.control());
        var is = new BigDecimal(shown);
        var number = new FigureNumber(figure, 2025, THEN, rows, 0, met, Optional.of(Fraction.of(1, 1)), shown, new ControlTotal(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        var target = Optional.ofNullable(aimed).map(it -> new Target(ID, key, 2025, it.equals("0") ? Target.Direction.AT_MOST : Target.Direction.AT_LEAST, new BigDecimal(it), new BigDecimal(it), null, ID, ID, THEN));
        return new Aim(new Shown(number, Optional.empty()), target, target.map(it -> it.standing(is, LocalDate.of(2025, 12, 31), Optional.empty())), Optional.empty(), "/report/2025/" + key);
    }

    private static final List<String> PEOPLE = List.of("headcount", "ppl-nonemployees", "ppl-turnover", "ppl-policy-signed", "age-checked-hires", "union-reviews", "forced-labour-cases", "discrimination-cases", "career-tracks", "career-coverage",
            "ppl-training-hours", "ppl-training-hours-pc", "ppl-training-satisfaction", "ppl-diversity", "ppl-disability", "ppl-equal-training", "study-paid", "ppl-training-participants",
            "ppl-performance-review");

    /** One figure under each heading that has a picture, so that all of them are seen. */
    private static List<Aim> allHeadings() {
        return java.util.stream.Stream.of("active-suppliers", "newcomers-admitted", "grade-migration", "audit-findings").map(key -> {
            var figure = new Figure(key, "SC-99", 1, FIGURE.inForceSince(), FIGURE.fold(), FIGURE.rounding(), FIGURE.unit(), FIGURE.level(), "X", FIGURE.messages(), "SELECT 1", FIGURE.control());
            var full = value("100.00", 1);
            return new Aim(new FigureView(new FigureValue(figure, 2025, THEN, full.rows(), full.exact(), full.shown(), full.control()), false, Map.of()).brief(),
                    Optional.empty(), Optional.empty(), Optional.empty(), "/report/2025/" + key);
        }).toList();
    }

    @Override
    public List<Page> pages() {
        var full = value("100.00", 1);
        var half = value("50.00", 0);
        var restated = new Restated(edition(2, true), view(half, false), view(full, false),
                List.of(new RowChange("T-0002", Optional.of(Facts.met(false)), Optional.of(Facts.met(true)))));
        var waiting = new EditionsPage.Waiting(edition(1, false), List.of(view(half, true).brief()), List.of(chapter("conflict-minerals", 1)), false, true);
        return List.of(
                new FiguresPage(List.of(new FiguresPage.Line(number(half), Optional.of(view(full, false).brief())), new FiguresPage.Line(number(EMPTY), Optional.empty())), 2026),
                new LiveFigurePage(view(half, true), 2025, List.of(2024, 2025), Optional.of(aim(half, true)), edition(1, true), versions(), Optional.of(new LiveFigurePage.Stating(List.of(), true, Map.of("number", "x"), List.of(new Reason("number", "figure.stated-number", List.of()))))),
                new LiveFigurePage(view(EMPTY, true), 2025, List.of(2025), Optional.empty(), null, List.of(),
                        Optional.of(new LiveFigurePage.Stating(List.of(new StatedTotals.Stated(2025, new BigDecimal("59"), "Minutes of the talent committee of 12 January", ID, THEN)), false, Map.of(), List.of()))),
                new PublishedFigurePage(edition(2, true), view(full.accepted(new Words("One receipt was booked twice; the ledger is corrected in April.", "一笔收货重复入账，台账四月更正。")), false), PLACE, null, "4166 137c f419", held(),
                        List.of(new Past(edition(2, true), view(full, false).brief(), false), new Past(edition(1, true), view(half, false).brief(), true)),
                        List.of(new Opinions.Opinion("Nordlicht Assurance", true, false, 25, 0, THEN), new Opinions.Opinion("Nordlicht Assurance", false, true, 25, 1, THEN)),
                        Optional.of(aim(full, true)), new Words("Helia Solar, all sites", "赫利亚光伏全部基地"), "https://report.helia.example/report/2025/tin-due-diligence"),
                new PublishedFigurePage(edition(1, true), view(EMPTY, false), null, null, "4166 137c f419", null, List.of(), List.of(), Optional.empty(), new Words("", ""), "https://report.helia.example/x"),
                new ReportPage(edition(2, true), List.of(chapter("conflict-minerals", 1), chapter("people", 2)),
                        java.util.stream.Stream.of(List.of(aim(full, true), aim(half, true), aim(full, false), aim(EMPTY, true)), allHeadings(), ofPeople()).flatMap(List::stream).toList(), drawn(), List.of(restated),
                        List.of(new Reworded(edition(2, true), edition(1, true), List.of(new ReportWords.Change("conflict-minerals", "strategy", Optional.of(new Words("As it was <before>.", "此前的写法。")), Optional.of(new Words("As it is.", "现在的写法。"))),
                                new ReportWords.Change("conflict-minerals", "pledged", Optional.empty(), Optional.of(new Words("2026-01-21", "2026-01-21")))))),
                        Optional.empty(), List.of(2025, 2024), 1_204_871, 0,
                        List.of(new org.probity.people.labour.Oversight.Objection(new UUID(1, 1), new UUID(1, 2), "working-time", "Working time", "工时制度", "Rest days are planned too late.", "休息日安排过晚。", Instant.parse("2026-01-05T02:00:00Z"))), List.of(FIGURE)),
                new ReportPage(edition(1, true), List.of(), List.of(aim(half, true)), List.of(), List.of(), List.of(), Optional.of(edition(2, true)), List.of(2025), 12, 2, List.of(), List.of()),
                editions(List.of(), null, Optional.empty(), List.of()),
                editions(List.of(), null, Optional.empty(), List.of(
                        new Reason("accepted.tin-due-diligence.en", "statement.difference-unexplained", List.of("SC-02", new BigDecimal("12.60"), "kg")),
                        new Reason("accepted.tin-due-diligence.zh", "statement.difference-unexplained", List.of("SC-02", new BigDecimal("12.60"), "kg")))),
                editions(List.of(edition(1, false)), null, Optional.of(waiting), List.of()),
                editions(List.of(edition(2, true), edition(1, true)), Outcome.APPROVED, Optional.empty(), List.of(new Reason("reasonEn", "statement.reason-missing", List.of()))),
                new FollowPage(edition(1, true), view(full, false).brief(), 4, PLACE),
                new VerifyPage("4166 137c f419", "report.helia.example/log"),
                new ChaptersPage(List.of(), Map.of(), true, "X", List.of(new Reason("key", "statement.chapter-key-wrong", List.of()))),
                new ChaptersPage(List.of(chapter("conflict-minerals", 1)), Map.of(ID, "Zhao Ning"), false, "", List.of()),
                new ChapterPage(Chapters.Draft.of(chapter("conflict-minerals", 1)), List.of(FIGURE), List.of(chapter("conflict-minerals", 1)), Map.of(ID, "Zhao Ning"), true, true,
                        List.of(new Reason("place", "statement.chapter-place-wrong", List.of()))),
                new ChapterPage(new Chapters.Draft("conflict-minerals", 3, "1", List.of(), "", false, Map.of(Part.TITLE, new Words("Mine", "我的"))), List.of(FIGURE), List.of(chapter("conflict-minerals", 1)),
                        Map.of(ID, "Zhao Ning"), true, false, List.of(new Reason("", "statement.chapter-overtaken", List.of()))),
                new ChapterPage(Chapters.Draft.of(chapter("second", 2)), List.of(), List.of(), Map.of(), false, true, List.of()),
                new LevelsPage(List.of(new LevelsPage.Held(FIGURE, Figure.Level.ASSURER, Optional.empty()), new LevelsPage.Held(FIGURE, Figure.Level.PUBLIC, Optional.of(level(1, THEN)))),
                        List.of(levelLine(2, null), levelLine(1, Outcome.APPROVED), levelLine(1, Outcome.REJECTED), levelLine(1, Outcome.WITHDRAWN)), Map.of(ID, "Zhao Ning", OTHER, "Lu Wen"),
                        someone(OTHER, Role.PUBLISHER), LevelsPage.Form.EMPTY, List.of()),
                new LevelsPage(List.of(new LevelsPage.Held(FIGURE, Figure.Level.ASSURER, Optional.empty())), List.of(levelLine(1, null)), Map.of(ID, "Zhao Ning"),
                        someone(ID, Role.SOURCING_OFFICER), new LevelsPage.Form("tin-due-diligence", "PUBLIC", ""), List.of(new Reason("reason", "statement.level-reason", List.of()))),
                new LevelsPage(List.of(), List.of(levelLine(1, null)), Map.of(), someone(ID, Role.UNION), LevelsPage.Form.EMPTY, List.of()),
                new PublishedFigurePage(edition(1, true), new FigureView(value("50.00", 0).at(Figure.Level.CUSTOMER), Figure.Level.PUBLIC, Map.of(ID, PLACE)), PLACE, null, "4166 137c f419", null,
                        List.of(), List.of(), Optional.empty(), new Words("", ""), "https://report.helia.example/y"),
                new NothingYetPage());
    }
}
