package org.probity.supply.supplier;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** What we buy, sorted. @param code what was typed, when it was refused; so are the names */
public record CategoriesPage(
        List<Supplier.Category> categories, String code, String nameEn, String nameZh, List<Reason> reasons) implements Page {

    public List<Supplier.Category> open() {
        return categories.stream().filter(it -> it.untilDay() == null).toList();
    }

    public Table<Supplier.Category> table(Screen s) {
        return Table.of(s, categories)
                .caption(s.t("supplier.categories"))
                .head("supplier.category", it -> new Link(it.name(s.lang()), "/app/suppliers?category=" + it.code()))
                .id("supplier.category-code", Supplier.Category::code)
                .number("supplier.register", Supplier.Category::suppliers)
                .day("supplier.category-closed-on", it -> Optional.ofNullable(it.untilDay()));
    }
}
