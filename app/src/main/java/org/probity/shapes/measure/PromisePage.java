package org.probity.shapes.measure;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;

/** Somebody is to take something on. */
public record PromisePage(Measure.Subject subject, MeasureKind.About about, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }
}
