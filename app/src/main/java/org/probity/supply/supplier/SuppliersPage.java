package org.probity.supply.supplier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;

/** The register as a list. @param keeps whether who looks may enter suppliers @param ended how many relations have ended */
public record SuppliersPage(
        List<Supplier> suppliers, Query query, List<Supplier.Category> categories, List<String> countries, boolean keeps, long found,
        long all, long ended) implements Page {

    public List<Chip> chips(Screen s) {
        return List.of(
                Chip.of(query, "state", "current", s.t("supplier.current"), all - ended),
                Chip.of(query, "state", "ended", s.t("supplier.state-ended"), ended));
    }

    public List<Pick> picks(Screen s) {
        return List.of(
                new Pick("q", s.t("supplier.search")),
                new Pick("category", s.t("supplier.category"), categories.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList()),
                new Pick("country", s.t("supplier.country"), countries.stream().map(it -> new Option(it, country(s, it))).toList()));
    }

    public Table<Supplier> table(Screen s) {
        return Table.of(s, suppliers)
                .caption(s.t("supplier.list", found))
                .head("supplier.name", it -> new Link(it.name(s.lang()), "/app/suppliers/" + it.id())).sorts("name")
                .id("supplier.number", Supplier::number).sorts("number")
                .text("supplier.category", it -> it.category(s.lang())).sorts("category")
                .text("supplier.country", it -> country(s, it.country())).sorts("country")
                .id("supplier.credit-code", it -> Optional.ofNullable(it.creditCode()))
                .id("supplier.lei", it -> Optional.ofNullable(it.lei()))
                .day("supplier.last-day", it -> Optional.ofNullable(it.lastDay())).sorts("ended")
                .paged(query, found)
                .downloads();
    }

    static String country(Screen s, String code) {
        return Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(s.lang().tag()));
    }
}
