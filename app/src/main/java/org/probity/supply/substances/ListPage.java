package org.probity.supply.substances;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;
import org.probity.supply.substances.CandidateLists.Candidate;
import org.probity.supply.substances.CandidateLists.Edition;

/** One version of the candidate list; what it added to the one before comes first. */
public record ListPage(Edition edition, List<Candidate> candidates, Query query) implements Page {

    public Table<Candidate> table(Screen s) {
        return Table.of(s, candidates)
                .caption(s.t("substances.entries", (long) candidates.size()))
                .head("substances.substance", Candidate::name)
                .id("substances.cas", Candidate::cas)
                .id("substances.ec", Candidate::ec)
                .state("substances.added", it -> it.added() ? State.note(s.t("substances.added.new")) : State.none(s.t("substances.added.before")))
                .why("substances.list-reason", Candidate::reason)
                .day("substances.included", it -> Optional.ofNullable(it.includedOn()))
                .paged(query, candidates.size())
                .downloads();
    }
}
