package org.probity.supply.traceability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.Fingerprints.Group;
import org.probity.supply.traceability.Items.Site;

/**
 * Modules by the chain they came about by.
 *
 * @param groups nothing while the books are being read
 */
public record FingerprintsPage(Optional<List<Group>> groups, Map<String, Site> sites, Query query) implements Page {
    public boolean beingRead() {
        return groups.isEmpty();
    }

    public boolean isEmpty() {
        return groups.filter(it -> !it.isEmpty()).isEmpty();
    }

    public Table<Group> table(Screen s) {
        var all = groups.orElse(List.of());
        return Table.of(s, all)
                .caption(s.t("traceability.alike"))
                .head("traceability.fingerprint", it -> new Link(it.fingerprint().substring(0, 16), "/app/traceability/items/" + it.sample()))
                .number("traceability.modules", it -> s.number(it.modules()))
                .text("traceability.stages", it -> it.stages().stream().map(stage -> s.t(stage.tier().key()) + " · " + place(stage.uri(), s)).collect(Collectors.joining(" → ")))
                .state("traceability.alike-state", it -> it.whole() ? State.good(s.t("traceability.alike-whole")) : State.warn(s.t("traceability.alike-open")))
                .paged(query, all.size())
                .downloads();
    }

    private String place(String uri, Screen s) {
        return uri.isEmpty() ? s.t("traceability.nobody-says") : Optional.ofNullable(sites.get(uri)).map(it -> it.name(s.lang())).orElse(uri);
    }
}
