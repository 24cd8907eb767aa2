package org.probity.supply.supplier;

import java.util.Arrays;
import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** The question whether a relation really ends. The rest is what was typed, when it was refused. */
public record EndPage(Supplier supplier, String lastDay, String why, String words, List<Reason> reasons) implements Page {
    public List<Option> whys(Screen s) {
        return Arrays.stream(Supplier.Why.values()).map(it -> new Option(it.name(), s.t("supplier.why." + it.name()))).toList();
    }
}
