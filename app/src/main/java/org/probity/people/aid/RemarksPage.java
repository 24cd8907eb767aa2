package org.probity.people.aid;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;

/** What whoever looks on remarked, what was answered, and how far they closed the fund's book; for both committees. @param closedUntil null: no month is closed */
public record RemarksPage(List<Oversight.Remark> remarks, boolean looksOn, boolean decides, @Nullable LocalDate closedUntil, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The month that would be closed next. */
    public String month() {
        return of("month").isEmpty() ? YearMonth.from(closedUntil == null ? today.minusMonths(1) : closedUntil.plusDays(1)).toString() : of("month");
    }

    public String who(Screen s, Oversight.Remark it) {
        var name = s.lang() == Lang.ZH ? it.nameZh() : it.nameEn();
        return (it.number() == null ? "" : it.number() + " · ") + name + " · " + s.instant(it.remarkedAt());
    }

    public String reply(Oversight.Remark it) {
        return it.reply() == null ? "" : it.reply();
    }
}
