package org.probity.supply.screening;

import java.util.List;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** One name asked of all lists in force. */
public record AskPage(String name, String number, List<Found> found) implements Page {

    public boolean asked() {
        return !name.isBlank() || !number.isBlank();
    }

    public Table<Found> table(Screen s) {
        return Table.of(s, found)
                .caption(s.t("screening.found", found.size()))
                .head("screening.listed-name", it -> it.hit().listedName().text())
                .text("screening.list", it -> s.lang() == Lang.EN ? it.listEn() : it.listZh())
                .id("screening.entry", it -> it.hit().listed().id())
                .number("screening.likeness", it -> Alert.likeness(it.hit().score()))
                .text("screening.because", it -> because(s, it))
                .text("screening.detail", it -> shortened(it.hit().listed().detail()));
    }

    private static String because(Screen s, Found it) {
        var number = it.hit().number();
        return number != null ? s.t("screening.in-common") + " " + number.value()
                : String.join(" · ", it.hit().alignment().links().stream().filter(link -> !link.left().isEmpty() && !link.right().isEmpty())
                        .map(link -> link.left().equals(link.right()) ? link.left() : link.left() + " = " + link.right()).toList());
    }

    private static String shortened(String detail) {
        return detail.length() > 160 ? detail.substring(0, 160) + "…" : detail;
    }
}
