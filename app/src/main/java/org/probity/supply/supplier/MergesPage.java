package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Every merge: those that wait for a second person first. @param suppliers by id @param people names by account */
public record MergesPage(List<Merge> all, Map<UUID, Supplier> suppliers, Map<UUID, String> people, LocalDate today) implements Page {
    public static final String PATH = "/app/suppliers/merges";

    public Table<Merge> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("supplier.merges"))
                .head("supplier.merge-gone-one", it -> new Link(name(s, it.gone()), PATH + "/" + it.id()))
                .text("supplier.merge-stays", it -> new Link(name(s, it.stays()), RegisterWeb.path(it.stays())))
                .state("supplier.merge-state", it -> state(s, it, today))
                .text("supplier.merge-proposed-by", it -> people.getOrDefault(it.proposedBy(), "–"))
                .why("supplier.merge-why", Merge::reason);
    }

    private String name(Screen s, UUID id) {
        return suppliers.containsKey(id) ? suppliers.get(id).name(s.lang()) + " · " + suppliers.get(id).number() : "–";
    }

    static State state(Screen s, Merge it, LocalDate today) {
        if (it.outcome() == null) {
            return State.warn(s.t("supplier.merge-waiting"));
        }
        return switch (it.outcome()) {
            case REJECTED -> State.none(s.t("supplier.merge-rejected"));
            case WITHDRAWN -> State.none(s.t("supplier.merge-withdrawn"));
            case APPROVED -> it.unmergedOn() != null ? State.none(s.t("supplier.merge-undone", it.unmergedOn()))
                    : it.isFinal(today) ? State.good(s.t("supplier.merge-final")) : State.good(s.t("supplier.merge-undo-until", String.valueOf(it.undoUntil())));
        };
    }
}
