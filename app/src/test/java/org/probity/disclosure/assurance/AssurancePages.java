package org.probity.disclosure.assurance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.disclosure.assurance.AssuredFigurePage.Drawn;
import org.probity.disclosure.assurance.AssuredFigurePage.May;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.FigureView;
import org.probity.disclosure.statement.Past;
import org.probity.disclosure.statement.Restated;
import org.probity.house.access.Account;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.proof.Facts;
import org.probity.proof.Fold;
import org.probity.proof.Fraction;
import org.probity.proof.Json;
import org.probity.proof.Report;
import org.probity.proof.Report.RowChange;
import org.probity.proof.Rounding;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.ControlTotal;
import org.probity.shapes.figure.FigureValue.Proof;
import org.probity.shapes.figure.FigureValue.Row;

class AssurancePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000021");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000022");
    private static final Instant THEN = Instant.parse("2026-03-28T01:30:00Z");
    private static final Map<UUID, String> NAMES = Map.of(ID, "Jonas Berg", OTHER, "Zhao Ning");
    private static final Log.Placed PLACE = new Log.Placed(ID, 184_205, "publication", 2026, 3);
    private static final Figure FIGURE = new Figure("tin-due-diligence", "SC-02", 1, LocalDate.of(2024, 1, 1), new Fold.Share("met"),
            Rounding.percent(2), "%", Figure.Level.PUBLIC, "T", "minerals.tin-due-diligence", "SELECT 1", new Figure.Control("kilograms", "kg", "SELECT 1"));
    private static final Proof PROOF = new Proof("minerals.cmrt", "form", ID);
    private static final Row COUNTED = row("T-0001", null, List.of(PROOF));
    private static final Row LEFT_OUT = row("T-0002", "minerals.no-delivery", List.of());
    private static final FigureView VIEW = new FigureView(new FigureValue(FIGURE, 2025, THEN, List.of(COUNTED, LEFT_OUT), Optional.of(Fraction.of(1, 1)), "100.00",
            new ControlTotal(new BigDecimal("412.60"), new BigDecimal("12.60"), new BigDecimal("400.00"))), true, Map.of(ID, PLACE)).withRowsAt("/app/assurance/x/y/rows");
    private static final Edition EDITION = new Edition(ID, 2025, 2, ID, Report.Cause.LATE_DATA, "A ledger came late.", "台账迟到。", OTHER, THEN, ID, THEN, OTHER);
    private static final Finding AGREES = new Finding(ID, "T-0001", 1, Finding.Outcome.AGREES, "", ID, THEN, null, null, null);
    private static final Finding EXCEPTION = new Finding(ID, "T-0001", 2, Finding.Outcome.EXCEPTION, "The <day> on the paper is after the close.", ID, THEN, null, null, null);
    private static final Finding ANSWERED = new Finding(ID, "T-0001", 2, Finding.Outcome.EXCEPTION, "The day differs.", ID, THEN, "It is the day of signing.", OTHER, THEN);
    private static final Reason WHOLE = new Reason("", "assurance.closed", List.of());

    private static Row row(String code, @Nullable String reason, List<Proof> evidence) {
        return new Row(code, OTHER, "SUP-1", "Jinlong <Solder> & Sons", "金龙焊料", reason, Facts.of(Map.of("met", BigDecimal.ONE, "kilograms", new BigDecimal("200.00"))),
                Json.object(), evidence);
    }

    private static Sample sample(Draw.Method method) {
        return new Sample(ID, ID, "tin-due-diligence", Sample.Population.COUNTED, method, "Lottery of 2026-04-02: 4 8 15 16 23 42", 25, ID, THEN, ID);
    }

    private static Conclusion conclusion(Conclusion.Outcome outcome, @Nullable Instant shown) {
        return new Conclusion(ID, ID, "tin-due-diligence", outcome, Conclusion.Depth.LIMITED, 25, outcome == Conclusion.Outcome.EXCEPTIONS ? 1 : 0, "Nordlicht Assurance", ID, THEN, ID, shown);
    }

    private static AssuredFigurePage figure(List<Drawn> drawn, Optional<Conclusion> conclusion, May may, List<Reason> reasons) {
        return new AssuredFigurePage(EDITION, VIEW, PLACE, Optional.of("bXkgcm9vdCBpcyBub3QgeW91ciByb290IGF0IGFsbCE="), "4166 137c f419",
                List.of(new Past(EDITION, VIEW.brief(), false), new Past(EDITION, VIEW.brief(), true)),
                List.of(new Restated(EDITION, VIEW, VIEW, List.of(new RowChange("T-0001", Optional.empty(), Optional.of(Facts.met(true)))))),
                drawn, conclusion, NAMES, may, AssuredFigurePage.Form.EMPTY, reasons);
    }

    private static RowPage row(Optional<Finding> finding, boolean assures, boolean answers, List<Reason> reasons) {
        var file = new Evidence.Item(ID, "ab".repeat(32), "CMRT <2025>.xlsx", "application/octet-stream", 18_400, OTHER, THEN);
        return new RowPage(EDITION, VIEW, COUNTED, List.of(new RowPage.Paper(PROOF, Optional.of(184L), Optional.of(file)), new RowPage.Paper(PROOF, Optional.empty(), Optional.empty())),
                Optional.of(sample(Draw.Method.SIMPLE)), finding, NAMES, assures, answers, "", "", reasons);
    }

    @Override
    public List<Page> pages() {
        var assurer = new Account(ID, "Jonas Berg", "assurer@helia.example", Set.of(Role.ASSURER), Optional.empty(), "en", THEN, null, true);
        var engaged = List.of(new Engagements.Engagement(ID, ID, "Nordlicht Assurance", LocalDate.of(2030, 3, 31), OTHER, THEN, ID),
                new Engagements.Engagement(OTHER, ID, "Südlicht", LocalDate.of(2025, 3, 31), OTHER, THEN, ID));
        var closed = new Assurance.Result(ID, 1, 1, ID, THEN, ID);
        return List.of(
                new AssurancePage(List.of(), List.of(), Map.of(), List.of(), AssurancePage.Form.EMPTY, List.of()),
                new AssurancePage(List.of(
                        new AssurancePage.Line(EDITION, VIEW.brief(), 25, 0, 0, Optional.of(conclusion(Conclusion.Outcome.NO_EXCEPTION, THEN))),
                        new AssurancePage.Line(EDITION, VIEW.brief(), 25, 1, 0, Optional.of(conclusion(Conclusion.Outcome.EXCEPTIONS, null))),
                        new AssurancePage.Line(EDITION, VIEW.brief(), 3, 0, 1, Optional.empty()), new AssurancePage.Line(EDITION, VIEW.brief(), 0, 0, 0, Optional.empty())),
                        engaged, NAMES, List.of(assurer), new AssurancePage.Form(ID.toString(), "", "2020-01-01"),
                        List.of(new Reason("firm", "assurance.firm-missing", List.of()), new Reason("lastDay", "assurance.day-past", List.of()))),
                new NotEngagedPage(),
                figure(List.of(), Optional.empty(), May.ASSURE, List.of(new Reason("seed", "assurance.seed-missing", List.of()))),
                figure(List.of(new Drawn(sample(Draw.Method.SIMPLE), 25, 3, 1, false), new Drawn(sample(Draw.Method.BY_VALUE), 21, 21, 0, true)),
                        Optional.of(conclusion(Conclusion.Outcome.EXCEPTIONS, null)), May.SHOW, List.of()),
                figure(List.of(new Drawn(sample(Draw.Method.BY_STRENGTH), 25, 25, 0, true)), Optional.of(conclusion(Conclusion.Outcome.NO_EXCEPTION, THEN)), May.LOOK, List.of()),
                new SamplePage(EDITION, VIEW, sample(Draw.Method.SIMPLE), List.of(COUNTED), Map.of(), Optional.empty(), Optional.empty(), NAMES, true, List.of()),
                new SamplePage(EDITION, VIEW, sample(Draw.Method.BY_STRENGTH), List.of(COUNTED), Map.of("T-0001", AGREES), Optional.empty(), Optional.empty(), NAMES, true, List.of(WHOLE)),
                new SamplePage(EDITION, VIEW, sample(Draw.Method.BY_VALUE), List.of(COUNTED), Map.of("T-0001", ANSWERED), Optional.of(closed), Optional.of(184_300L), NAMES, false, List.of()),
                row(Optional.empty(), true, false, List.of(new Reason("note", "assurance.note-missing", List.of()))),
                row(Optional.of(EXCEPTION), false, true, List.of(new Reason("words", "assurance.words-missing", List.of()))),
                row(Optional.of(ANSWERED), true, false, List.of()),
                new RowPage(EDITION, VIEW, LEFT_OUT, List.of(), Optional.empty(), Optional.empty(), Map.of(), false, false, "", "", List.of()));
    }
}
