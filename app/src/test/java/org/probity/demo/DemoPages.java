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
                new TimePage(today, null, List.of(), Map.of(), true, List.of(new Reason("", "demo.story-first", List.of()))),
                new TimePage(today, today.minusDays(7), lines, Map.of(supplier, new TimePage.Name("Jinlong Solder", "金龙焊料")), true, List.of()),
                new TimePage(today, today.minusDays(1), List.of(), Map.of(), false, List.of()));
    }
}
