package org.probity.supply.supplier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.supply.supplier.Department.Accountable;
import org.probity.supply.supplier.Department.Charge;

/**
 * The departments of the supply side and what each answers for: by category, or as a matrix.
 *
 * @param categories those the filters leave
 * @param without how many open categories no department buys for
 * @param keeps whether who looks may change it
 */
public record DepartmentsPage(
        List<Supplier.Category> categories, List<Department> departments, List<Accountable> accountable, long all, long without, Query query,
        boolean keeps, Typed typed, List<Reason> reasons) implements Page {
    /** What was typed to name a department, when it was refused. */
    public record Typed(String unit, String kind, String from) {}

    static final String PATH = "/app/suppliers/departments";

    static String path(String category) {
        return PATH + "/" + category;
    }

    public boolean matrix() {
        return query.has("view", "matrix");
    }

    public List<Chip> chips(Screen s) {
        return List.of(
                Chip.of(query, "state", "", s.t("supplier.all-categories"), all),
                Chip.of(query, "state", "without", s.t("supplier.without-department"), without),
                Chip.of(query, "view", "", s.t("supplier.as-list")),
                Chip.of(query, "view", "matrix", s.t("supplier.as-matrix")));
    }

    public List<Pick> picks(Screen s) {
        return List.of(
                new Pick("kind", s.t("supplier.department-kind"), kinds(s)),
                new Pick("department", s.t("supplier.department"), departments.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList()));
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Department.Kind.values()).map(it -> new Option(it.name(), s.t("supplier.department-kind." + it))).toList();
    }

    public Table<Supplier.Category> table(Screen s) {
        return (matrix() ? matrix(s) : list(s)).paged(query, categories.size()).downloads();
    }

    private Table<Supplier.Category> list(Screen s) {
        return Table.of(s, categories)
                .caption(s.t("supplier.who-answers"))
                .head("supplier.category", it -> new Link(it.name(s.lang()), path(it.code())))
                .number("supplier.register", Supplier.Category::suppliers)
                .text("supplier.charge.BUYING", it -> holds(it, Charge.BUYING).filter(held -> held.site() == null)
                        .map(held -> (Object) held.department().name(s.lang())).findFirst()
                        .orElseGet(() -> it.untilDay() == null ? State.warn(s.t("supplier.nobody")) : Optional.empty()))
                .text("supplier.sites-of-their-own", it -> words(holds(it, Charge.BUYING).filter(held -> held.site() != null)
                        .map(held -> held.site(s.lang()) + s.t("supplier.colon") + held.department().name(s.lang())).collect(Collectors.joining(s.t("supplier.comma")))))
                .text("supplier.charge.QUALITY", it -> words(holds(it, Charge.QUALITY)
                        .map(held -> held.department().name(s.lang()) + (held.site() == null ? "" : " · " + held.site(s.lang())))
                        .collect(Collectors.joining(s.t("supplier.comma")))))
                .day("supplier.since", it -> holds(it, Charge.BUYING).filter(held -> held.site() == null).findFirst().map(Accountable::fromDay));
    }

    private Table<Supplier.Category> matrix(Screen s) {
        var table = Table.of(s, categories).caption(s.t("supplier.who-answers")).wide()
                .head("supplier.category", it -> new Link(it.name(s.lang()), path(it.code())));
        columns().forEach(department -> table.stateOf(department.name(s.lang()) + " " + department.code(), it -> {
            var held = accountable.stream().filter(one -> one.category().equals(it.code()) && one.department().id().equals(department.id())).toList();
            return held.isEmpty() ? Optional.empty() : State.good(held.stream()
                    .map(one -> one.site() == null ? s.t("supplier.everywhere") : one.site(s.lang())).distinct().collect(Collectors.joining(s.t("supplier.comma"))));
        }));
        return table;
    }

    private List<Department> columns() {
        return departments.stream()
                .filter(it -> query.filter("kind").isEmpty() || it.kind().name().equals(query.filter("kind")))
                .filter(it -> query.filter("department").isEmpty() || it.code().equals(query.filter("department")))
                .toList();
    }

    private Stream<Accountable> holds(Supplier.Category category, Charge charge) {
        return accountable.stream().filter(it -> it.category().equals(category.code()) && it.charge() == charge);
    }

    private static Optional<String> words(String all) {
        return Optional.of(all).filter(it -> !it.isEmpty());
    }

    public Table<Department> units(Screen s) {
        return Table.of(s, departments)
                .caption(s.t("supplier.departments-there"))
                .head("supplier.department", it -> s.link(it.name(s.lang()), "/app/directory/units/" + it.unit()))
                .id("supplier.department-unit", Department::code)
                .text("supplier.department-kind", it -> s.t("supplier.department-kind." + it.kind()))
                .number("supplier.categories", it -> accountable.stream().filter(one -> one.department().id().equals(it.id())).map(Accountable::category).distinct().count())
                .day("supplier.since", Department::fromDay);
    }

    /** Those that answer for nothing, and may cease. */
    public List<Department> idle() {
        return departments.stream().filter(it -> accountable.stream().noneMatch(one -> one.department().id().equals(it.id()))).toList();
    }
}
