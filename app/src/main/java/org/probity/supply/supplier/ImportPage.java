package org.probity.supply.supplier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Sum;
import org.probity.house.ui.parts.Tab;

/**
 * A file to bring in: choosing it, what is wrong with it, or what it would do.
 *
 * @param kind the part of the address that says what the file holds
 * @param plan what a faultless file would do
 */
public record ImportPage(
        String kind, List<String> columns, Optional<Plan> plan, List<Fault> faults, Typed typed, List<Reason> reasons) implements Page {

    /** @param batch where it is brought in */
    public record Plan(String batch, String file, long added, long changed, long same) {}

    /** @param row as the spreadsheet program numbers it */
    public record Fault(int row, String column, String key, String value) {}

    /** What the form says of a ledger. */
    public record Typed(String year, String statedRows, String statedKilograms) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    public boolean ledger() {
        return kind.equals(Reading.Kind.LEDGER.path());
    }

    public String path() {
        return "/app/suppliers/import/" + kind;
    }

    public List<Tab> tabs(Screen s) {
        return Arrays.stream(Reading.Kind.values())
                .map(it -> new Tab(s.t("supplier.import." + it.path()), "/app/suppliers/import/" + it.path(), it.path().equals(kind))).toList();
    }

    public List<Sum> sums(Screen s, Plan plan) {
        return List.of(
                new Sum(s.t("supplier.import-new"), s.number(plan.added())),
                new Sum(s.t("supplier.import-changed"), s.number(plan.changed())),
                new Sum(s.t("supplier.import-same"), s.number(plan.same())));
    }

    public Table<Fault> table(Screen s) {
        return Table.of(s, faults)
                .caption(s.t("supplier.faults", faults.size()))
                .number("supplier.row", Fault::row)
                .id("supplier.column", Fault::column)
                .head("supplier.fault", it -> s.t(it.key(), it.value()))
                .text("supplier.value", it -> it.value().isEmpty() ? Optional.empty() : it.value());
    }
}
