package org.probity.people.aid;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** The union's officer: lists for payroll, gifts, lines for whoever pays, seats. Why somebody is paid does not stand here. */
public record DeskPage(List<Giving.Run> runs, List<Giving.Gift> gifts, List<Payouts.Payout> waiting, List<Payouts.Payout> lately, List<Payouts.Handing> handings, List<Seats.Seat> seats, int givers,
        LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    static String name(Screen s, String en, String zh) {
        return s.lang() == Lang.ZH ? zh : en;
    }

    public Table<Giving.Run> runTable(Screen s) {
        return Table.of(s, runs)
                .caption(s.t("aid.runs-list"))
                .head("aid.month", it -> new Link(it.month().toString().substring(0, 7), "/app/aid/runs/" + it.id()))
                .number("aid.givers", Giving.Run::people)
                .number("aid.amount", it -> Fund.yuan(it.amount()))
                .state("aid.stands", it -> it.collected() == null ? State.warn(s.t("aid.run-drawn")) : State.good(s.t("aid.run-collected", Fund.yuan(it.collected()))));
    }

    public Table<Giving.Gift> giftTable(Screen s) {
        return Table.of(s, gifts)
                .caption(s.t("aid.gifts-list"))
                .day("aid.day", Giving.Gift::day)
                .head("aid.from-whom", Giving.Gift::source)
                .text("aid.kind", it -> s.t("aid.gift." + it.kind()))
                .number("aid.amount", it -> Fund.yuan(it.amount()));
    }

    static Table<Payouts.Payout> lines(Screen s, List<Payouts.Payout> lines) {
        return Table.of(s, lines)
                .head("aid.number", Payouts.Payout::number)
                .text("aid.staff", Payouts.Payout::staff)
                .text("aid.person", it -> name(s, it.nameEn(), it.nameZh()))
                .number("aid.amount", it -> Fund.yuan(it.amount()))
                .day("aid.day", Payouts.Payout::day);
    }

    public Table<Payouts.Payout> waitingTable(Screen s) {
        return lines(s, waiting).caption(s.t("aid.waiting"));
    }

    public Table<Payouts.Payout> latelyTable(Screen s) {
        return lines(s, lately).number("aid.came-back", it -> it.returned() == 0 ? "" : s.number(Fund.yuan(it.returned()))).caption(s.t("aid.handed"));
    }

    public Table<Payouts.Handing> handingTable(Screen s) {
        return Table.of(s, handings)
                .caption(s.t("aid.handings"))
                .head("aid.day", it -> new Link(s.instant(it.at()), "/app/aid/handings/" + it.id()))
                .number("aid.lines", Payouts.Handing::lines)
                .number("aid.amount", it -> Fund.yuan(it.amount()));
    }

    public Table<Seats.Seat> seatTable(Screen s) {
        return Table.of(s, seats)
                .caption(s.t("aid.seats-list"))
                .head("aid.person", it -> name(s, it.nameEn(), it.nameZh()))
                .text("aid.staff", Seats.Seat::number)
                .text("aid.body", it -> s.t("aid.body." + it.body()))
                .day("aid.from", Seats.Seat::fromDay)
                .day("aid.until-day", Seats.Seat::untilDay);
    }

    public List<Option> giftKinds(Screen s) {
        return List.of(new Option("COMPANY", s.t("aid.gift.COMPANY")), new Option("OTHER", s.t("aid.gift.OTHER")));
    }

    public List<Option> bodies(Screen s) {
        return List.of(new Option("COMMITTEE", s.t("aid.body.COMMITTEE")), new Option("SUPERVISION", s.t("aid.body.SUPERVISION")));
    }

    /** Payouts of which something may come back. */
    public List<Option> out(Screen s) {
        return lately.stream().filter(it -> it.returned() < it.amount()).map(it -> new Option(it.id().toString(), it.number() + " · " + Fund.yuan(it.amount() - it.returned()))).toList();
    }
}
