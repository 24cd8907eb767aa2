package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.traceability.Reconciliation.Account;
import org.probity.supply.traceability.Reconciliation.Line;

/** What went in and came out of each site in a month, and what lies in its pools. @param account nothing while there is no event */
public record AccountPage(Optional<Account> account, List<YearMonth> months, String material, Optional<Flows.Flow> flow, int drawn) implements Page {
    public boolean empty() {
        return account.isEmpty();
    }

    /** A month to choose. */
    public record Choice(String words, String href, boolean here) {}

    public List<Choice> choices() {
        return months.stream().map(it -> new Choice(it.toString(), "/app/traceability/account?month=" + it + (material.equals(Reading.SILICON) ? "" : "&material=" + material),
                account.filter(one -> one.month().equals(it)).isPresent())).toList();
    }

    public List<Choice> materials(Screen s) {
        return List.of(Reading.SILICON, Reading.TIN).stream().map(it -> new Choice(s.t(ItemPage.material(it, s)), "/app/traceability/account?month=" + account.orElseThrow().month() + "&material=" + it,
                it.equals(material))).toList();
    }

    private List<Line> lines() {
        return account.map(Account::lines).orElse(List.of());
    }

    public boolean moved() {
        return !lines().isEmpty();
    }

    public List<Sum> sums(Screen s) {
        var unaccounted = lines().stream().mapToLong(it -> Math.abs(it.unaccounted())).sum();
        return List.of(new Sum(s.t("traceability.went-in"), mass(lines().stream().mapToLong(Line::in).sum(), s)), new Sum(s.t("traceability.came-out"), mass(lines().stream().mapToLong(Line::out).sum(), s)),
                new Sum(s.t("traceability.scrap"), mass(lines().stream().mapToLong(Line::scrap).sum(), s)), new Sum(s.t("traceability.stayed"), mass(lines().stream().mapToLong(Line::stayed).sum(), s)),
                new Sum(s.t("traceability.unaccounted"), mass(unaccounted, s), "", "", unaccounted != 0));
    }

    private String mass(long units, Screen s) {
        return ItemPage.mass(units, material, s);
    }

    public Chart drawing(Screen s) {
        return Chart.bars(s.t("traceability.account-says", lines().size()), lines().stream().limit(12)
                .map(it -> new Chart.Bar(name(it.site(), it.place(), s), BigDecimal.valueOf(it.in()), mass(it.in(), s), it.unaccounted() == 0 ? Chart.Fill.FIRST : Chart.Fill.MISSING)).toList());
    }

    private static String name(Optional<Items.Site> site, String place, Screen s) {
        return site.map(it -> it.name(s.lang())).orElse(place.isEmpty() ? s.t("traceability.nobody-says") : Tables.spelt(place));
    }

    public Table<?> table(Screen s) {
        var table = Table.of(s, lines())
                .caption(s.t("traceability.account-of", account.orElseThrow().month().toString()))
                .head("traceability.where", it -> name(it.site(), it.place(), s))
                .state("traceability.state", it -> it.unaccounted() == 0 ? State.good(s.t("traceability.closes")) : State.bad(s.t("traceability.does-not-close")))
                .number("traceability.events", Line::events)
                .number("traceability.went-in", it -> mass(it.in(), s))
                .number("traceability.came-out", it -> mass(it.out(), s))
                .number("traceability.scrap", it -> mass(it.scrap(), s))
                .number("traceability.stayed", it -> mass(it.stayed(), s));
        // Columns of nothing would push the others off the screen.
        if (lines().stream().anyMatch(it -> it.unaccounted() != 0)) {
            table = table.number("traceability.unaccounted", it -> mass(it.unaccounted(), s));
        }
        if (lines().stream().anyMatch(it -> it.unweighed() != 0)) {
            table = table.number("traceability.unweighed", Line::unweighed);
        }
        return table.text("traceability.own-books", it -> own(it, s));
    }

    private static String own(Line it, Screen s) {
        return it.differs().map(differs -> differs.signum() == 0 ? s.t("traceability.same-kilograms", it.stated()) : s.t("traceability.differs", it.stated(), differs.stripTrailingZeros().toPlainString()))
                .orElseGet(() -> it.charged() != null ? s.t("traceability.not-stated") : "");
    }

    public boolean pooled() {
        return account.filter(it -> !it.pools().isEmpty()).isPresent();
    }

    public Table<?> pools(Screen s) {
        return Table.of(s, account.orElseThrow().pools())
                .caption(s.t("traceability.pools"), s.t("traceability.pools-text"))
                .head("traceability.pool", it -> new Link(Spelling.last(it.uri()), "/app/traceability/items/" + it.item()))
                .text("traceability.where", it -> name(it.site(), it.place(), s))
                .text("traceability.sharing", it -> s.t(it.fifo() ? "traceability.sharing.fifo" : "traceability.sharing.pool"))
                .number("traceability.movements", Reconciliation.Pool::movements)
                .number("traceability.poured-in", it -> mass(it.in(), s))
                .number("traceability.drawn", it -> mass(it.out(), s))
                .number("traceability.in-it-now", it -> mass(it.stock(), s));
    }

    public boolean hasFlow() {
        return flow.isPresent();
    }

    public FlowView view() {
        return new FlowView(flow.orElseThrow());
    }

    public String flowSays(Screen s) {
        return drawn > flow.orElseThrow().of() ? s.t("traceability.flow-sample", flow.orElseThrow().of(), drawn) : s.t("traceability.flow-all", drawn);
    }
}
