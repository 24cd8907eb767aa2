package org.probity.disclosure.targets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.disclosure.targets.Target.Direction;
import org.probity.house.access.Account;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figure;

class TargetsPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000031");
    private static final Instant THEN = Instant.parse("2026-03-28T01:30:00Z");
    private static final Figure FIGURE = new Figure("tin-due-diligence", "SC-02", 1, LocalDate.of(2024, 1, 1), new Fold.Share("met"),
            Rounding.percent(2), "%", Figure.Level.PUBLIC, "T", "minerals.tin-due-diligence", "SELECT 1", new Figure.Control("kilograms", "kg", "SELECT 1"));

    private static Target target(Direction direction, @Nullable Instant approved) {
        return new Target(ID, "tin-due-diligence", 2026, direction, new BigDecimal("99.50"), new BigDecimal("99.50"), 2025, ID, ID, approved);
    }

    private static TargetsPage.Line line(@Nullable Outcome outcome) {
        return new TargetsPage.Line(target(Direction.AT_LEAST, null), FIGURE,
                new Decision(ID, Targets.MATTER, ID, "", ID, THEN, outcome, outcome == null ? null : ID, outcome == null ? null : THEN, null));
    }

    private static TargetsPage.Held held(Direction direction, @Nullable String value, Target.@Nullable Standing standing) {
        return new TargetsPage.Held(target(direction, THEN), FIGURE, Optional.ofNullable(value).map(BigDecimal::new), Optional.of(THEN), Optional.of(new BigDecimal("60")), Optional.ofNullable(standing));
    }

    @Override
    public List<Page> pages() {
        var account = new Account(ID, "Zhao Ning", "officer@helia.example", Set.of(Role.SOURCING_OFFICER), Optional.empty(), "zh", THEN, null, true);
        var names = Map.of(ID, "Zhao Ning");
        var waiting = new TargetsPage.Waiting(target(Direction.AT_MOST, null), FIGURE, false, true);
        return List.of(
                new TargetsPage(List.of(), List.of(), List.of(), List.of(FIGURE), List.of(account), names, true,
                        new Targets.Form("", "", "AT_LEAST", "x", "", "", ""), List.of(new Reason("value", "targets.value-wrong", List.of()))),
                new TargetsPage(List.of(held(Direction.AT_LEAST, "100", Target.Standing.MET), held(Direction.AT_LEAST, "71.05", Target.Standing.BEHIND), held(Direction.AT_MOST, "100", Target.Standing.MISSED),
                        held(Direction.AT_LEAST, "99.2", Target.Standing.ON_SCHEDULE), held(Direction.AT_LEAST, null, null)),
                        List.of(waiting), List.of(line(null), line(Outcome.APPROVED), line(Outcome.REJECTED), line(Outcome.WITHDRAWN)), List.of(), List.of(), names, false,
                        Targets.Form.EMPTY, List.of()),
                new TargetsPage(List.of(), List.of(new TargetsPage.Waiting(target(Direction.AT_LEAST, null), FIGURE, true, false),
                        new TargetsPage.Waiting(target(Direction.AT_LEAST, null), FIGURE, false, false)), List.of(), List.of(), List.of(), names, false, Targets.Form.EMPTY, List.of()));
    }
}
