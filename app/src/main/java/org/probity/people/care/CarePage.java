package org.probity.people.care;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;

/** One's own leave: what is left, asking for it, and what was asked. @param companyDays that the company grants in a year beyond the law; 0: none, and none can be asked for */
public record CarePage(List<LeaveBook.Held> accounts, List<Leave> leaves, boolean known, boolean leads, boolean keeps, boolean counsel, boolean union, int companyDays, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    static BigDecimal hours(long amount) {
        return BigDecimal.valueOf(amount, 2);
    }

    /** The name of an account: of a year, or what happens to what lies on it. */
    static String account(Screen s, String kind) {
        var dash = kind.lastIndexOf('-');
        return LeaveBook.grants(kind) ? s.t("care.account." + kind.substring(0, dash), kind.substring(dash + 1)) : s.t("care.account." + kind);
    }

    public List<Sum> sums(Screen s) {
        return accounts.stream().map(it -> new Sum(account(s, it.account().kind()), s.number(hours(it.amount())), s.t("care.hours-short"), "/app/care/accounts/" + it.account().id(), false)).toList();
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Kind.values()).filter(it -> it != Kind.COMPANY || companyDays > 0).map(it -> new Option(it.name(), s.t("care.kind." + it))).toList();
    }

    public List<Option> parts(Screen s) {
        return Arrays.stream(Leave.Part.values()).map(it -> new Option(it.name(), s.t("care.part." + it))).toList();
    }

    static State state(Screen s, Leave it) {
        var words = s.t("care.state." + it.state());
        return switch (it.state()) {
            case ASKED -> State.warn(words);
            case AGREED -> State.good(words);
            case REFUSED -> State.bad(words);
            case WITHDRAWN -> State.none(words);
        };
    }

    static String days(Screen s, Leave it) {
        var days = it.fromDay().equals(it.untilDay()) ? s.day(it.fromDay()) : s.t("care.days", it.fromDay(), it.untilDay());
        return it.part() == Leave.Part.WHOLE ? days : days + " · " + s.t("care.part." + it.part());
    }

    public Table<Leave> table(Screen s) {
        return Table.of(s, leaves)
                .caption(s.t("care.mine"))
                .head("care.when", it -> new Link(days(s, it), "/app/care/leaves/" + it.id()))
                .text("care.kind", it -> s.t("care.kind." + it.kind()))
                .number("care.hours", Leave::hours)
                .state("care.state", it -> state(s, it));
    }
}
