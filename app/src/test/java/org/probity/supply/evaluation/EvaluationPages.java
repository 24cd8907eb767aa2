package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.proof.Fraction;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.supply.evaluation.Criterion.Dimension;
import org.probity.supply.evaluation.Criterion.Without;
import org.probity.supply.supplier.Supplier;

class EvaluationPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000016");
    private static final Instant THEN = Instant.parse("2026-08-03T02:00:00Z");
    private static final Supplier YUXIN = new Supplier(ID, "S-02003", "Yuxin <Silicon>", "裕欣硅业", "", "CN", "wafer", "Wafers", "硅片", null, null, THEN, null);
    static final Scheme SCHEME = new Scheme(1, LocalDate.of(2024, 1, 1), d("90"), d("75"), d("60"), 14, 90, 30, 90, "Helia Solar", List.of(
            new Criterion("rejected-ppm", Dimension.QUALITY, d("30"), d("5000"), d("0"), "ppm", Without.NO_GRADE),
            new Criterion("on-time", Dimension.DELIVERY, d("25"), d("80"), d("100"), "%", Without.NO_GRADE),
            new Criterion("cost", Dimension.COST, d("15"), d("0"), d("100"), "", Without.LEFT_OUT),
            new Criterion("service", Dimension.SERVICE, d("10"), d("0"), d("100"), "", Without.LEFT_OUT),
            new Criterion("duties-met", Dimension.RESPONSIBILITY, d("20"), d("0"), d("100"), "%", Without.LEFT_OUT),
            new Criterion("no-breach", Dimension.RESPONSIBILITY, null, null, null, "", Without.LEFT_OUT)));
    private static final Round OPEN = round(null, null, null);
    private static final Round COMPUTED = round(THEN, null, null);
    private static final Round PROPOSED = round(THEN, ID, null);
    private static final Round GIVEN = round(THEN, ID, THEN);

    private static Round round(@Nullable Instant known, @Nullable UUID proposal, @Nullable Instant given) {
        return new Round(ID, 2026, 1, 1, ID, THEN, known, proposal, given == null ? null : ID, given);
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static Scorecard card(@Nullable String score, @Nullable Grade grade, String gate) {
        var measures = score == null ? Map.of("cost", new Scorecard.Measured(Map.of("reason", "Prices rose with silver & <copper>."), d("70.0000"))) : Map.of(
                "rejected-ppm", new Scorecard.Measured(Map.of("received", "128790.460", "rejected", "212"), d("67.0780")),
                "on-time", new Scorecard.Measured(Map.of("lines", "48", "on-time", "45"), d("68.7500")),
                "cost", new Scorecard.Measured(Map.of("reason", "Prices rose with silver & <copper>."), d("70.0000")),
                "duties-met", new Scorecard.Measured(Map.of("owed", "6", "met", "5"), d("83.3333")),
                "no-breach", new Scorecard.Measured(gate.equals("0") ? Map.of("listed", "2") : Map.of(), d(gate)));
        var inputs = new java.util.TreeMap<String, BigDecimal>();
        measures.forEach((name, it) -> inputs.put(name, it.mark()));
        return new Scorecard(ID, ID, ID, 1, measures, inputs, score == null ? null : Fraction.parse(score), grade, d("128790.46"), "", THEN, ID);
    }

    private static final Scorecard C = card(exact(), Grade.C, "1");
    static final Scorecard D = card("0/1", Grade.D, "0");
    private static final Scorecard NONE = card(null, null, "1");

    private static String exact() {
        var inputs = Map.of("rejected-ppm", d("67.0780"), "on-time", d("68.7500"), "cost", d("70.0000"), "duties-met", d("83.3333"), "no-breach", BigDecimal.ONE);
        return ((Scheme.Score.Graded) SCHEME.score(inputs)).score().toString();
    }

    private static Appeal appeal(Appeal.@Nullable Outcome outcome) {
        return new Appeal(ID, ID, "Lot 4711 was counted twice.", ID, ID, THEN, outcome, outcome == null ? null : "It was.", outcome == null ? null : ID, outcome == null ? null : THEN);
    }

    private static Consequence consequence(Grade.Consequence kind, @Nullable Instant done, @Nullable Instant ended) {
        return new Consequence(ID, ID, kind, LocalDate.of(2026, 10, 30), done == null ? null : "From 20 to 25 %, letter of thanks", done == null ? null : ID, done, ended);
    }

    private static RoundPage roundPage(Round round, boolean mine, List<Reason> reasons, Scorecard... cards) {
        var decision = round.proposal() == null ? Optional.<Decision>empty()
                : Optional.of(new Decision(ID, Rounds.MATTER, ID, "", ID, THEN, round.givenAt() == null ? null : org.probity.shapes.decision.Decisions.Outcome.APPROVED, null, null, null));
        return new RoundPage(round, SCHEME, List.of(cards).stream().map(it -> new RoundPage.Line(it, YUXIN)).toList(), decision, Map.of(ID, "Qin Hao"), true, mine,
                Query.all("/app/evaluation/" + ID), reasons);
    }

    private static CardPage cardPage(Round round, @Nullable Scorecard card, @Nullable Appeal appeal, @Nullable Consequence consequence, boolean answers) {
        return new CardPage(round, SCHEME, YUXIN, Optional.ofNullable(card).map(it -> CardView.of(SCHEME, it, false)), Optional.ofNullable(appeal), Optional.ofNullable(consequence),
                consequence != null && consequence.kind() == Grade.Consequence.CORRECTIVE_PLAN ? Optional.of(ID) : Optional.empty(), Optional.of(4711L), card == null ? List.of() : List.of(new CardPage.Past(round, card)), true, answers, List.of());
    }

    private static PortalGradesPage portal(@Nullable Scorecard card, @Nullable Appeal appeal, boolean may, List<Reason> reasons) {
        var past = Optional.ofNullable(card).map(it -> new CardPage.Past(GIVEN, it));
        return new PortalGradesPage(past.map(it -> List.of(it, new CardPage.Past(GIVEN, D))).orElse(List.of()), past, past.map(it -> CardView.of(SCHEME, it.card(), true)),
                Optional.ofNullable(appeal), Optional.of(LocalDate.of(2026, 8, 17)), past.filter(it -> it.card().grade() == Grade.C).map(_ -> ID), may, "", reasons);
    }

    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000017");

    /** What was proposed, and what was approved before it. */
    private static List<Schemes.Kept> books(boolean waits) {
        var next = new Scheme(3, LocalDate.of(2027, 1, 1), d("92"), d("75"), d("60"), 21, 90, 30, 60, "Supplier Quality Standards 5", List.of(
                SCHEME.criteria().get(0), new Criterion("on-time", Dimension.DELIVERY, d("30"), d("85"), d("100"), "%", Without.NO_GRADE), SCHEME.criteria().get(5)));
        var taken = new Scheme(2, LocalDate.of(2026, 7, 1), d("90"), d("75"), d("60"), 14, 90, 30, 90, "Supplier Quality Standards 4", List.of());
        return List.of(
                new Schemes.Kept(next, Optional.of(new Decision(ID, Schemes.MATTER, ID, "Lines come late too often & we say so.", ID, THEN,
                        waits ? null : org.probity.shapes.decision.Decisions.Outcome.APPROVED, waits ? null : OTHER, waits ? null : THEN, null))),
                new Schemes.Kept(taken, Optional.of(new Decision(ID, Schemes.MATTER, ID, "", ID, THEN, org.probity.shapes.decision.Decisions.Outcome.WITHDRAWN, ID, THEN, null))),
                new Schemes.Kept(SCHEME, Optional.empty()));
    }

    private static RulesPage rules(boolean waits, UUID me, List<Reason> reasons) {
        var books = books(waits);
        return new RulesPage(books, Optional.of(SCHEME), waits ? Optional.of(new RulesPage.Waiting(books.getFirst().scheme(), Optional.of(SCHEME), ID, "Lines come late too often & we say so."))
                : Optional.empty(), SCHEME.criteria(), Map.of(ID, "Qin Hao", OTHER, "Wang <Lin>"), me, true, RuleForm.from(Optional.of(SCHEME), SCHEME.criteria(), LocalDate.of(2027, 1, 1)), reasons);
    }

    private static MovesPage moves(Query query) {
        var before = new Round(ID, 2025, 2, 1, ID, THEN, THEN, ID, ID, THEN);
        return new MovesPage(List.of(GIVEN, before), Optional.of(before), Optional.of(GIVEN), List.of(new MovesPage.Move(YUXIN, MovesPage.Place.B, MovesPage.Place.C),
                new MovesPage.Move(YUXIN, MovesPage.Place.C, MovesPage.Place.A), new MovesPage.Move(YUXIN, MovesPage.Place.A, MovesPage.Place.A),
                new MovesPage.Move(YUXIN, MovesPage.Place.A, MovesPage.Place.ABSENT), new MovesPage.Move(YUXIN, MovesPage.Place.NONE, MovesPage.Place.B)), query);
    }

    @Override
    public List<Page> pages() {
        return List.of(
                rules(true, ID, List.of()), rules(true, OTHER, List.of()), rules(false, ID, List.of(new Reason("weight.cost", "evaluation.book-weight-wrong", List.of()))),
                moves(Query.all("/app/evaluation/migration")), moves(Query.all("/app/evaluation/migration").with("was", "B")),
                new MovesPage(List.of(), Optional.empty(), Optional.empty(), List.of(), Query.all("/app/evaluation/migration")),
                new RoundsPage(List.of(), Optional.of(SCHEME), new RoundsPage.Period(2026, 1), true, List.of()),
                new RoundsPage(List.of(new RoundsPage.Line(GIVEN, Map.of(Grade.A, 120L, Grade.C, 9L)), new RoundsPage.Line(OPEN, Map.of())), Optional.of(SCHEME),
                        new RoundsPage.Period(2026, 1), true, List.of(new Reason("file", "evaluation.cell-wrong", List.of(3, "day", "2026-02-30")))),
                roundPage(OPEN, false, List.of()), roundPage(COMPUTED, false, List.of(), C, D, NONE), roundPage(PROPOSED, false, List.of(), C), roundPage(PROPOSED, true, List.of(), C),
                roundPage(GIVEN, false, List.of(), C, D, NONE),
                cardPage(COMPUTED, null, null, null, false), cardPage(COMPUTED, NONE, null, null, false),
                cardPage(GIVEN, C, appeal(null), consequence(Grade.Consequence.CORRECTIVE_PLAN, null, null), true),
                cardPage(GIVEN, C, appeal(Appeal.Outcome.CORRECTED), consequence(Grade.Consequence.CORRECTIVE_PLAN, THEN, THEN), false),
                cardPage(GIVEN, D, appeal(null), consequence(Grade.Consequence.TERMINATION, null, null), false),
                cardPage(GIVEN, D, null, consequence(Grade.Consequence.MORE_SHARE, THEN, null), false),
                portal(null, null, false, List.of()), portal(C, null, true, List.of(new Reason("words", "evaluation.words-missing", List.of()))),
                portal(D, appeal(null), false, List.of()), portal(C, appeal(Appeal.Outcome.UPHELD), false, List.of()));
    }

    @Override
    public List<Page> pieces() {
        return List.of(new EvaluationTabPage(ID, List.of()), new EvaluationTabPage(ID, List.of(new CardPage.Past(GIVEN, C))));
    }
}
