package org.probity.people.reward;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** One's own parts of what was shared. @param keeps whether the reader also sees how pools were split */
public record RewardPage(List<Splits.Own> own, boolean keeps) implements Page {
    static String days(Screen s, Period it) {
        return s.day(it.fromDay()) + " – " + s.day(it.untilDay());
    }

    static String yuan(Screen s, long fen) {
        return s.measure(Splits.yuan(fen), "CNY");
    }

    public Table<Splits.Own> table(Screen s) {
        return Table.of(s, own)
                .caption(s.t("reward.own"))
                .head("reward.period", it -> new Link(days(s, it.period()), "/app/reward/parts/" + it.split().id()))
                .text("reward.plan", it -> it.plan().name(s.lang()))
                .number("reward.your-part", it -> yuan(s, it.part().amount()));
    }
}
