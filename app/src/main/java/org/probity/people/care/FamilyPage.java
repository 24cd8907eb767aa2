package org.probity.people.care;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.shapes.figure.SmallCells.Release;

/** Leave for family by sex in a year, without the cells that would tell of a few. @param newest whether no later year is over */
public record FamilyPage(int year, boolean newest, List<Group> groups, Release entitled, Release took, Release due, Release before) implements Page {
    /** @param sex F, M; empty: no document was checked @param before of those who came back in the year before */
    public record Group(String sex, long entitled, long took, long due, long returned, long before, long stayed) {}

    public FamilyPage {
        groups = List.copyOf(groups);
    }

    /**
     * Whether something can be told of the sexes that are open: a few among them, or all but a few, must not be told of one sex, nor of those that are closed, who follow from the rest and the total.
     */
    private boolean tells(Release of, ToLongFunction<Group> all, ToLongFunction<Group> met) {
        var shut = groups.stream().filter(it -> !of.shows(it.sex())).toList();
        var shutMet = shut.stream().mapToLong(met).sum();
        return groups.stream().filter(it -> of.shows(it.sex())).allMatch(it -> enough(met.applyAsLong(it), of.least()) && enough(all.applyAsLong(it) - met.applyAsLong(it), of.least()))
                && enough(shutMet, of.least()) && enough(shut.stream().mapToLong(all).sum() - shutMet, of.least());
    }

    private static boolean enough(long people, int least) {
        return people == 0 || people >= least;
    }

    public Table<Group> table(Screen s) {
        var back = tells(due, Group::due, Group::returned);
        var stay = tells(before, Group::before, Group::stayed);
        return Table.of(s, groups)
                .caption(s.t("care.family.rows"))
                .head("care.sex", it -> s.t("care.sex." + (it.sex().isEmpty() ? "unknown" : it.sex())))
                .number("care.family.entitled", cell(s, it -> entitled.shows(it.sex()), Group::entitled))
                .number("care.family.took", cell(s, it -> took.shows(it.sex()), Group::took))
                .number("care.family.due", cell(s, it -> due.shows(it.sex()), Group::due))
                .number("care.family.returned", it -> back && due.shows(it.sex()) ? (Object) (it.returned() + share(s, it.returned(), it.due())) : closed(s))
                .number("care.family.before", cell(s, it -> before.shows(it.sex()), Group::before))
                .number("care.family.stayed", it -> stay && before.shows(it.sex()) ? (Object) (it.stayed() + share(s, it.stayed(), it.before())) : closed(s))
                .foot(s.t("care.family.all"), all(s, sum(Group::entitled)), all(s, sum(Group::took)), all(s, sum(Group::due)), all(s, sum(Group::returned), sum(Group::due)), all(s, sum(Group::before)),
                        all(s, sum(Group::stayed), sum(Group::before)));
    }

    private static Function<Group, Object> cell(Screen s, Predicate<Group> shown, ToLongFunction<Group> count) {
        return it -> shown.test(it) ? (Object) count.applyAsLong(it) : closed(s);
    }

    private Object all(Screen s, long people) {
        return enough(people, least()) ? (Object) people : closed(s);
    }

    private Object all(Screen s, long met, long of) {
        return enough(met, least()) && enough(of - met, least()) ? (Object) (met + share(s, met, of)) : closed(s);
    }

    private long sum(ToLongFunction<Group> of) {
        return groups.stream().mapToLong(of).sum();
    }

    private static String share(Screen s, long of, long all) {
        return all == 0 ? "" : " · " + s.percent(BigDecimal.valueOf(of * 100).divide(BigDecimal.valueOf(all), 2, RoundingMode.DOWN));
    }

    private static State closed(Screen s) {
        return State.none(s.t("care.family.closed"));
    }

    /** From how many people on a cell is shown. */
    public int least() {
        return took.least();
    }

    public boolean closes() {
        return !groups.isEmpty() && (!entitled.closed().isEmpty() || !took.closed().isEmpty() || !due.closed().isEmpty() || !before.closed().isEmpty() || !tells(due, Group::due, Group::returned) || !tells(before, Group::before, Group::stayed));
    }

    public List<Link> years() {
        var years = new ArrayList<>(List.of(new Link(String.valueOf(year - 1), "/app/care/family?year=" + (year - 1))));
        if (!newest) {
            years.add(new Link(String.valueOf(year + 1), "/app/care/family?year=" + (year + 1)));
        }
        return years;
    }
}
