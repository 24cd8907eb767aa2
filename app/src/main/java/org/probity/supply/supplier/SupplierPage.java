package org.probity.supply.supplier;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Tab;

/**
 * One supplier: what the register knows, and a tab for each room that knows more.
 *
 * @param keeps whether who looks may change what the register says
 * @param tabs those this person may see
 * @param open the tab that is open; the register's own when absent
 * @param shown what the open tab shows
 */
public record SupplierPage(
        Supplier supplier,
        Known known,
        boolean keeps,
        List<SupplierTab> tabs,
        @Nullable SupplierTab open,
        @Nullable Content shown) implements Page {

    /**
     * What the register's own tab shows.
     *
     * @param names of those who changed something
     * @param former names and numbers of before
     * @param merges proposed of it, the newest first
     * @param into the record that stands for it since it was merged; null: it was not
     * @param since whether who looks came from a form of the record that was merged into this one
     */
    public record Known(
            List<Supplier.Material> materials,
            List<Supplier.Contact> contacts,
            List<Supplier.Site> sites,
            List<Supplier.Change> changes,
            Supplier.@Nullable Ending ending,
            Map<UUID, String> names,
            List<Department.Accountable> accountable,
            List<Supplier.Former> former,
            List<Merge> merges,
            @Nullable Supplier into,
            boolean since) {}

    public String path() {
        return RegisterWeb.path(supplier.id());
    }

    public List<Tab> tabs(Screen s) {
        var all = new ArrayList<Tab>();
        all.add(new Tab(s.t("supplier.overview"), path() + (known.into() == null ? "" : "?" + MovedOn.OLD + "=1"), open == null));
        // What stayed with a record that was merged is looked at under its own address.
        var old = known.into() == null ? "" : "?" + MovedOn.OLD + "=1";
        tabs.forEach(tab -> all.add(new Tab(s.t(tab.title()), path() + "/" + tab.path() + old, tab == open)));
        return all;
    }

    public List<State> tags(Screen s) {
        return known.into() != null ? List.of(State.none(s.t("supplier.merged-tag"))) : supplier.lastDay() == null ? List.of() : List.of(State.warn(s.t(over(s, supplier.lastDay()) ? "supplier.ended-on" : "supplier.ends-on", supplier.lastDay())));
    }

    private static boolean over(Screen s, LocalDate lastDay) {
        return lastDay.isBefore(s.now().toLocalDate());
    }

    /** That the relation has ended, or will, and why. */
    public String ending(Screen s, Supplier.Ending ending) {
        return s.t(over(s, ending.lastDay()) ? "supplier.ended-text" : "supplier.ends-text", ending.lastDay(), why(s, ending));
    }

    private static String why(Screen s, Supplier.Ending ending) {
        return s.t("supplier.why." + ending.reason().name()) + (ending.words().isEmpty() ? "" : s.t("supplier.colon") + ending.words());
    }

    public List<Fact> facts(Screen s) {
        return List.of(
                new Fact(s.t("supplier.number"), supplier.number()),
                new Fact(s.t("supplier.category"), supplier.category(s.lang())),
                new Fact(s.t("supplier.department"), accountable(s)),
                new Fact(s.t("supplier.country"), SuppliersPage.country(s, supplier.country())),
                new Fact(s.t("supplier.credit-code"), Optional.ofNullable(supplier.creditCode()).orElse("–")),
                new Fact(s.t("supplier.lei"), Optional.ofNullable(supplier.lei()).orElse("–")));
    }

    /** Who answers for what it supplies: who buys, then who sees to quality. */
    private Content accountable(Screen s) {
        var words = known.accountable().isEmpty() ? s.t("supplier.nobody") : known.accountable().stream()
                .map(it -> it.department().name(s.lang()) + (it.site() == null ? "" : " · " + it.site(s.lang())))
                .distinct().collect(Collectors.joining(s.t("supplier.comma")));
        return new Link(words, DepartmentsPage.path(supplier.category()));
    }

    public Table<Supplier.Material> materials(Screen s) {
        return MaterialsPage.of(s, known.materials(), keeps);
    }

    public Table<Supplier.Contact> contacts(Screen s) {
        return Table.of(s, known.contacts())
                .caption(s.t("supplier.contacts"))
                .head("supplier.contact", Supplier.Contact::name)
                .text("supplier.email", Supplier.Contact::email)
                .text("supplier.roles", it -> it.roles().isEmpty() ? Optional.empty() : ContactsPage.roles(s, it))
                .day("supplier.contact-from", Supplier.Contact::fromDay)
                .day("supplier.contact-until", it -> Optional.ofNullable(it.untilDay()));
    }

    public Table<Supplier.Site> sites(Screen s) {
        return SitesPage.of(s, known.sites());
    }

    /** What the register said before, the newest change first. */
    public List<Event> history(Screen s) {
        return known.changes().stream()
                .map(it -> new Event(Mark.NOTE, s.t("supplier.field." + it.field()),
                        s.t("supplier.instead", it.becomes().isEmpty() ? "–" : it.becomes(), it.was().isEmpty() ? "–" : it.was()),
                        s.instant(it.at()) + (known.names().containsKey(it.by()) ? " · " + known.names().get(it.by()) : "")))
                .toList();
    }

    /** Names and numbers of before, with the day until which they counted. */
    public List<Event> former(Screen s) {
        return known.former().stream()
                .map(it -> new Event(Mark.NOTE, it.words(), s.t("supplier.field." + it.field()) + (it.recordOf().equals(supplier.id()) ? "" : " · " + s.t("supplier.of-merged")),
                        s.t("supplier.until-then", s.instant(it.untilAt()))))
                .toList();
    }

    /** A merge of it that somebody should look at: one that waits, or that can still be undone. */
    public List<Link> merges(Screen s) {
        return known.merges().stream().filter(it -> it.waits() || it.inForce())
                .map(it -> new Link(s.t(it.waits() ? "supplier.merge-waits-here" : "supplier.merge-happened", String.valueOf(it.mergedOn())), MergesPage.PATH + "/" + it.id())).toList();
    }
}
