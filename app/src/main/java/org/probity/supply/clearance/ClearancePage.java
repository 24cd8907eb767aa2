package org.probity.supply.clearance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.supply.supplier.Supplier;

/**
 * Where a colleague asks whether we may, and sees what was answered before.
 *
 * @param form as typed
 * @param candidates suppliers that a typed name may mean, when it means more than one
 * @param names of those who asked
 */
public record ClearancePage(
        Form form, List<Candidate> candidates, List<Reason> reasons, List<Supplier.Category> categories, List<Given> given, Map<UUID, String> names,
        Query query, long total) implements Page {

    /** As typed. */
    public record Form(String supplier, String category, String act) {
        static final Form EMPTY = new Form("", "", Act.ORDER.name());
    }

    /** One of several suppliers of a name. */
    public record Candidate(String number, String name) {}

    public List<Option> acts(Screen s) {
        return Arrays.stream(Act.values()).map(it -> new Option(it.name(), s.t(it.words()))).toList();
    }

    public List<Option> categoryOptions(Screen s) {
        return categories.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    public List<Option> candidateOptions() {
        return candidates.stream().map(it -> new Option(it.number(), it.name() + " · " + it.number())).toList();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("outcome", s.t("clearance.outcome"), Arrays.stream(Clearance.Outcome.values())
                .map(it -> new Option(it.name(), s.t("clearance.outcome." + it.name()))).toList()), new Pick("reference", s.t("clearance.reference")));
    }

    public Table<Given> table(Screen s) {
        return Table.of(s, given)
                .caption(s.t("clearance.given"))
                .head("clearance.supplier", it -> new Link(it.name(s.lang()), "/app/clearance/answers/" + it.clearance().id()))
                .text("clearance.act", it -> s.t(it.clearance().question().act().words()))
                .state("clearance.outcome", it -> state(s, it.clearance()))
                .id("clearance.reference", it -> it.clearance().reference() == null ? "" : it.clearance().reference())
                .text("clearance.asked-by", it -> names.getOrDefault(it.askedBy(), "–"))
                .day("clearance.at", it -> it.clearance().at())
                .paged(query, total)
                .downloads();
    }

    static State state(Screen s, Clearance it) {
        return switch (it.outcome()) {
            case YES -> State.good(s.t("clearance.outcome.YES"));
            case WARNED -> State.warn(s.t("clearance.outcome.WARNED"));
            case NO -> State.bad(s.t("clearance.outcome.NO"));
        };
    }
}
