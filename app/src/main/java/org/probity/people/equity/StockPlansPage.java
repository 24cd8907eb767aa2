package org.probity.people.equity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.vest.Allocation;

/** Plans of restricted stock and options, and the form that puts one forward. */
public record StockPlansPage(List<StockPlan> all, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, switch (field) {
            case "from" -> today.toString();
            case "until" -> today.plusYears(10).toString();
            case "steps" -> "start = 0 | start\nyear1 = 30% | 12 months after start\nyear2 = 30% | 12 months after year1\nyear3 = 40% | 12 months after year2";
            case "leaving" -> "VOLUNTARY_RETIREMENT = GOES_ON\nINVOLUNTARY_DEATH = AT_ONCE\nINVOLUNTARY_DISABILITY = AT_ONCE";
            case "pauseDays" -> "30";
            default -> "";
        });
    }

    public boolean pauses(String kind) {
        return typed.isEmpty() ? kind.equals("FAMILY") : typed.containsKey("pause" + kind);
    }

    public Table<StockPlan> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("equity.plans"))
                .head("equity.plan", it -> new Link(it.name(s.lang()), "/app/reward/stock-plans/" + it.id()))
                .id("equity.code", StockPlan::code)
                .text("equity.what", it -> s.t("equity.kind." + it.kind()))
                .number("equity.shares", it -> s.number(it.shares()))
                .number("equity.of-capital", it -> percent(s, it.shares(), it.capital()))
                .text("equity.stands", it -> s.t(it.agreed() ? "equity.agreed" : "equity.waiting"));
    }

    static String percent(Screen s, long of, long whole) {
        var hundredths = Listing.percent(of, whole).bigDecimalValue(2, java.math.RoundingMode.HALF_UP);
        // A few shares of many are not none.
        return of > 0 && hundredths.signum() == 0 ? "< " + s.percent(new java.math.BigDecimal("0.01")) : s.measure(hundredths, "%");
    }

    public List<Option> kinds(Screen s) {
        return Stream.of(StockPlan.Kind.values()).map(it -> new Option(it.name(), s.t("equity.kind." + it))).toList();
    }

    public List<Option> markets(Screen s) {
        return Stream.of(StockPlan.Market.values()).map(it -> new Option(it.name(), s.t("equity.market." + it))).toList();
    }

    public List<Option> allocations(Screen s) {
        return Stream.of(Allocation.values()).filter(it -> it != Allocation.FRACTIONAL).map(it -> new Option(it.name(), s.t("equity.allocation." + it))).toList();
    }
}
