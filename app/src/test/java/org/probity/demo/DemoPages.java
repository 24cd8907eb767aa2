package org.probity.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class DemoPages implements PageSamples {
    @Override
    public List<Page> pages() {
        var today = LocalDate.of(2026, 11, 29);
        var supplier = UUID.randomUUID();
        var lines = List.of(new TimePage.Line(today.minusDays(6), false, supplier, 4), new TimePage.Line(today, true, supplier, 1));
        return List.of(
                new TimePage(today, null, List.of(), Map.of(), true, null, List.of(new Reason("", "demo.story-first", List.of()))),
                new TimePage(today, today.minusDays(7), lines, Map.of(supplier, new TimePage.Name("Jinlong Solder", "金龙焊料")), true, null, List.of()),
                new TimePage(today, today.minusDays(1), List.of(), Map.of(), false, null, List.of()),
                new TimePage(today, null, List.of(), Map.of(), true, new DemoStory.Stopped("agreements S-00932", today.minusYears(1), 212, 1_033,
                        List.of(new Reason("", "admission.legs-missing", List.of(2)))), List.of()),
                new TimePage(today, null, List.of(), Map.of(), true, new DemoStory.Stopped("prepare 2025", today.minusYears(1), 212, 1_033, List.of()), List.of()));
    }
}
