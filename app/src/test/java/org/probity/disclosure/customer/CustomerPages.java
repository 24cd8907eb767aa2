package org.probity.disclosure.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.FigureView;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.proof.Facts;
import org.probity.proof.Fold;
import org.probity.proof.Fraction;
import org.probity.proof.Json;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.ControlTotal;
import org.probity.shapes.figure.FigureValue.Proof;
import org.probity.shapes.figure.FigureValue.Row;

class CustomerPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000061");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000062");
    private static final Instant THEN = Instant.parse("2026-03-28T01:30:00Z");
    private static final Log.Placed PLACE = new Log.Placed(ID, 184_205, "minerals.paper", 2026, 3);
    private static final Edition EDITION = new Edition(ID, 2025, 1, ID, null, "", "", ID, THEN, ID, THEN, OTHER);

    private static Customers.Access access(UUID account, String customer, LocalDate lastDay) {
        return new Customers.Access(ID, account, 1, customer, lastDay, OTHER, THEN);
    }

    private static FigureView view(Figure.Level level) {
        var figure = new Figure("tin-due-diligence", "SC-02", 1, LocalDate.of(2024, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", level, "T",
                "minerals.tin-due-diligence", "SELECT 1", new Figure.Control("kilograms", "kg", "SELECT 1"));
        var facts = Json.object("minerals.cmrt", Json.object("state", "MET", "day", "2025-03-04", "holds", true));
        var row = new Row("T-0001", ID, "SUP-1", "Jinlong Solder", "金龙焊料", null, Facts.of(Map.of("met", BigDecimal.ONE, "kilograms", new BigDecimal("200.00"))), facts,
                List.of(new Proof("minerals.cmrt", "form", ID)));
        var out = new Row("T-0002", ID, "SUP-2", "Sanhe Solder", "三禾焊料", "minerals.no-delivery", Facts.of(Map.of("met", BigDecimal.ZERO, "kilograms", BigDecimal.ZERO)), Json.object(), List.of());
        return new FigureView(new FigureValue(figure, 2025, THEN, List.of(row, out), Optional.of(Fraction.of(1, 1)), "100.00",
                new ControlTotal(new BigDecimal("200.00"), BigDecimal.ZERO, new BigDecimal("200.00"))), Figure.Level.CUSTOMER, Map.of(ID, PLACE));
    }

    @Override
    public List<Page> pages() {
        var all = List.of(access(ID, "Aurora Grid", LocalDate.of(2099, 3, 31)), access(OTHER, "Polder <Energy>", LocalDate.of(2026, 1, 31)));
        var names = Map.of(ID, "Eva Brandt", OTHER, "Lu Wen");
        return List.of(
                new CustomersPage(List.of(), Map.of(), true, new Customers.Form("", "Eva Brandt", "eva@aurora.example", "en", "2020-01-01"),
                        List.of(new Reason("customer", "customer.unnamed", List.of()), new Reason("lastDay", "customer.day-far", List.of(2)))),
                new CustomersPage(all, names, true, Customers.Form.EMPTY, List.of()),
                new CustomersPage(all, names, false, Customers.Form.EMPTY, List.of()),
                new AccessPage(all.getFirst(), "Eva Brandt", "2099-03-31", List.of()),
                new AccessPage(all.getLast(), "Lu Wen", "soon", List.of(new Reason("lastDay", "customer.day-wrong", List.of()))),
                new CustomerPage(all.getFirst(), List.of(), "4166 137c f419"),
                new CustomerPage(all.getFirst(), List.of(new CustomerPage.Line(EDITION, List.of(view(Figure.Level.CUSTOMER).brief(), view(Figure.Level.ASSURER).brief()))), "4166 137c f419"),
                new CustomerFigurePage(EDITION, view(Figure.Level.CUSTOMER)),
                new CustomerFigurePage(EDITION, view(Figure.Level.ASSURER)));
    }
}
