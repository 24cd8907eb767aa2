package org.probity.supply.blacklist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * All cases and bans, narrowed by where they stand.
 *
 * @param all before narrowing
 * @param incidents how many dealings with barred suppliers wait for their cause
 */
public record MattersPage(List<Matter> all, Query query, LocalDate today, boolean opens, boolean seesDealings, long incidents) implements Page {

    public List<Matter> shown() {
        return all.stream().filter(it -> query.filter("stage").isEmpty() || it.stage(today).name().equals(query.filter("stage"))).toList();
    }

    public List<Chip> chips(Screen s) {
        return Arrays.stream(Matter.Stage.values())
                .map(stage -> Chip.of(query, "stage", stage.name(), s.t("blacklist.stage." + stage.name()), all.stream().filter(it -> it.stage(today) == stage).count()))
                .toList();
    }

    public Table<Matter> table(Screen s) {
        return Table.of(s, shown())
                .caption(s.t("blacklist.cases"))
                .head("blacklist.supplier", it -> new Link(it.name(s.lang()), it.path()))
                .id("blacklist.number", Matter::number)
                .text("blacklist.ground", it -> it.ground(s.lang()))
                .state("blacklist.state", it -> state(s, it, today))
                .day("blacklist.ban-from", it -> Optional.ofNullable(it.banFrom()))
                .text("blacklist.ban-until", it -> it.ban() == null ? "" : it.forGood() ? s.t("blacklist.for-good") : s.day(it.banUntil()))
                .day("blacklist.opened", it -> it.openedAt())
                .downloads();
    }

    static State state(Screen s, Matter it, LocalDate today) {
        var words = s.t("blacklist.stage." + it.stage(today).name());
        return switch (it.stage(today)) {
            case OPEN, HEARD -> it.suspendedUntil() == null ? State.warn(words) : State.bad(words + s.t("blacklist.comma") + s.t("blacklist.suspended-until", it.suspendedUntil()));
            case HEARING -> it.suspendedUntil() == null ? State.note(s.t("blacklist.heard-until", it.dueDay()))
                    : State.bad(s.t("blacklist.heard-until", it.dueDay()) + s.t("blacklist.comma") + s.t("blacklist.suspended-until", it.suspendedUntil()));
            case BARRED -> State.bad(words);
            case ENDED -> State.none(it.lifted() ? s.t("blacklist.lifted") : words);
            case DROPPED -> State.none(words);
        };
    }
}
