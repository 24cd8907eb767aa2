package org.probity.supply.supplier;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;

/**
 * Asking which other record is the same company, and what would happen if it went.
 *
 * @param stays the record that would stay
 * @param gone the record that would go; null: nobody named one yet
 * @param typed what was typed for it
 */
public record MergePage(Supplier stays, @Nullable Supplier gone, Merge.@Nullable Preview preview, String typed, String reason, List<Reason> reasons) implements Page {
    /** What the register says of the two in one line of it. */
    public record Both(String field, String stays, String gone) {
        boolean differ() {
            return !Objects.equals(stays, gone);
        }
    }

    /** Two records, and what would happen. */
    public boolean shown() {
        return gone != null && preview != null;
    }

    public boolean hasRows() {
        return preview != null && !preview.lines().isEmpty();
    }

    public List<String> against() {
        return preview == null ? List.of() : preview.against();
    }

    public String path() {
        return RegisterWeb.path(stays.id()) + "/merge";
    }

    public Table<Both> both(Screen s) {
        return both(s, stays, Objects.requireNonNull(gone));
    }

    static Table<Both> both(Screen s, Supplier stays, Supplier gone) {
        return Table.of(s, List.of("number", "name-zh", "name-en", "name-other", "country", "category", "credit-code", "lei").stream()
                        .map(it -> new Both(it, said(s, stays, it), said(s, gone, it))).filter(it -> !it.stays().isEmpty() || !it.gone().isEmpty()).toList())
                .caption(s.t("supplier.merge-register"), s.t("supplier.merge-register-text"))
                .head("supplier.merge-field", it -> s.t("supplier.field." + it.field()))
                .text("supplier.merge-stays", it -> it.stays().isEmpty() ? "–" : it.stays())
                .text("supplier.merge-gone-one", it -> it.gone().isEmpty() ? "–" : it.gone())
                .state("supplier.merge-same", it -> it.differ() ? State.warn(s.t("supplier.merge-differs")) : State.good(s.t("supplier.merge-alike")));
    }

    private static String said(Screen s, Supplier supplier, String field) {
        return switch (field) {
            case "country" -> SuppliersPage.country(s, supplier.country());
            case "category" -> supplier.category(s.lang());
            default -> Relations.said(supplier).getOrDefault(field, "");
        };
    }

    public Table<Merge.Line> lines(Screen s) {
        return lines(s, Objects.requireNonNull(preview).lines());
    }

    static Table<Merge.Line> lines(Screen s, List<Merge.Line> lines) {
        return Table.of(s, lines)
                .caption(s.t("supplier.merge-rows"), s.t("supplier.merge-rows-text"))
                .head("supplier.merge-what", it -> s.t(it.title()))
                .number("supplier.merge-moves", Merge.Line::moves)
                .number("supplier.merge-renamed", Merge.Line::renamed)
                .number("supplier.merge-stay", Merge.Line::stays)
                .why("supplier.merge-against", it -> it.against() == null ? "" : s.t(it.against()));
    }
}
