package org.probity.supply.customs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * Packs for customs, and a form to ask for one.
 *
 * @param names of who asked, by account
 * @param title what was typed
 */
public record CustomsPacksPage(List<CustomsPack> packs, Map<UUID, String> names, Query query, long all, String title, String typed, List<Reason> reasons) implements Page {
    static final String PATH = "/app/traceability/customs";

    public Table<CustomsPack> table(Screen s) {
        return Table.of(s, packs)
                .caption(s.t("customs.packs"))
                .head("customs.no", it -> new Link(s.t("customs.pack-of", it.no()), PATH + "/" + it.id()))
                .text("customs.title", CustomsPack::title)
                .number("customs.serials", CustomsPack::serials)
                .number("customs.missing", it -> it.made().map(CustomsPack.State.Made::missing))
                .text("customs.asked-by", it -> names.getOrDefault(it.askedBy(), ""))
                .text("customs.asked-at", it -> s.time(it.askedAt()))
                .state("customs.state", it -> state(it, s))
                .paged(query, all);
    }

    static State state(CustomsPack it, Screen s) {
        var words = s.t(it.key());
        return switch (it.state()) {
            case CustomsPack.State.Waiting waiting -> State.note(words);
            case CustomsPack.State.Making making -> State.note(words);
            case CustomsPack.State.Made made -> State.good(words);
            case CustomsPack.State.Failed failed -> State.bad(words);
            case CustomsPack.State.Cancelled cancelled -> State.none(words);
        };
    }

    public Optional<Reason> wrong() {
        return reasons.stream().findFirst();
    }
}
