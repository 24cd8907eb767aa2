package org.probity.shapes.measure;

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
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.measure.Measure.State;
import org.probity.shapes.measure.Measure.Step;
import org.probity.shapes.measure.Measure.Subject;

class MeasureSamples implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000081");
    private static final UUID OWNER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000082");
    private static final UUID LEADER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000083");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String KIND = "measure.title";
    private static final Map<UUID, String> NAMES = Map.of(OWNER, "Lin <Qiao>", LEADER, "Mira Petersen");
    private static final Optional<MeasureKind.About> LED = Optional.of(new MeasureKind.About("Canteen & queue", "食堂排队", "/app/dialogue", true));

    private static Measure measure(State state, LocalDate due, @Nullable String result) {
        return new Measure(ID, "M2026-00017", KIND, ID, "A second counter at the canteen <north>", OWNER, due, LEADER, NOW, 2, state, state == State.PROMISED ? "" : "Open since Monday & busy",
                state == State.DONE ? OWNER : LEADER, NOW, state == State.SEEN ? due : null, state == State.SEEN ? TODAY : null, result, result == null ? null : TODAY, ID);
    }

    private static MeasurePage page(Measure it, UUID reader, Optional<MeasureKind.About> about, Map<String, String> typed, List<Reason> reasons) {
        var steps = List.of(new Step(1, State.PROMISED, "", LEADER, NOW, List.of()),
                new Step(2, it.state(), "Open since Monday & busy", it.by(), NOW, List.of(new Evidence.Item(ID, "ab", "counter <1>.jpg", "image/jpeg", 5, OWNER, NOW))));
        return new MeasurePage(it, about, it.state() == State.PROMISED ? steps.subList(0, 1) : steps, NAMES, reader, TODAY, typed, reasons);
    }

    @Override
    public List<Page> pieces() {
        var promised = measure(State.PROMISED, TODAY.plusDays(5), null);
        var late = measure(State.PROMISED, TODAY.minusDays(1), null);
        var done = measure(State.DONE, TODAY, null);
        var seen = measure(State.SEEN, TODAY, "Two counters, the queue is gone.");
        return List.of(new MeasuresPiece(new Subject(KIND, ID), List.of(), Map.of(), false, TODAY),
                new MeasuresPiece(new Subject(KIND, ID), List.of(promised, late, done, measure(State.RETURNED, TODAY, null), seen, measure(State.DROPPED, TODAY, null)), NAMES, true, TODAY));
    }

    @Override
    public List<Page> pages() {
        var promised = measure(State.PROMISED, TODAY.plusDays(5), null);
        var late = measure(State.PROMISED, TODAY.minusDays(1), null);
        var done = measure(State.DONE, TODAY, null);
        var seen = measure(State.SEEN, TODAY, "Two counters, the queue is gone.");
        return List.of(
                page(promised, OWNER, Optional.empty(), Map.of("words", "x"), List.of(new Reason("words", "measure.done-missing", List.of()))), page(late, LEADER, LED, Map.of(), List.of()),
                page(done, LEADER, LED, Map.of(), List.of(new Reason("words", "measure.reason-missing", List.of()))), page(done, OWNER, LED, Map.of(), List.of()),
                page(seen, LEADER, LED, Map.of(), List.of()), page(measure(State.DROPPED, TODAY, null), OWNER, Optional.empty(), Map.of(), List.of()),
                page(measure(State.RETURNED, TODAY, null), LEADER, LED, Map.of("owner", "nobody", "because", "no"), List.of(new Reason("owner", "measure.owner-unknown", List.of()))),
                new PromisePage(new Subject(KIND, ID), LED.orElseThrow(), Map.of(), List.of()),
                new PromisePage(new Subject(KIND, ID), LED.orElseThrow(), Map.of("what", "A & b", "owner", "x", "dueDay", "y"), List.of(new Reason("dueDay", "measure.not-a-day", List.of()))));
    }
}
