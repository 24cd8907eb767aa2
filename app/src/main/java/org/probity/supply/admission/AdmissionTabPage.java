package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.shapes.policy.Policy.Clause;

/** A supplier's places on the list, below the tabs of its page. @param clauses of ours that are in force, as legs name them */
public record AdmissionTabPage(UUID supplier, List<Place> places, List<Clause> clauses, LocalDate today) implements Page {
    /** One place, and its legs. */
    public record Place(Dossier dossier, List<Dossier.Needed> legs) {}

    public State state(Screen s, Place it) {
        return DossiersPage.state(s, it.dossier());
    }

    public Table<Dossier.Needed> table(Screen s, Place place) {
        return Table.of(s, place.legs())
                .caption(place.dossier().categoryName(s.lang()) + " · " + place.dossier().siteName(), "")
                .head("admission.leg", it -> new Link(it.name(s.lang()), it.fact() == null ? ""
                        : (it.kind() == Leg.Kind.AGREEMENT ? "/app/admission/agreements/" : "/app/admission/proofs/") + it.fact()))
                .state("admission.stands", it -> DossierPage.state(s, it, false, today))
                .day("admission.until", it -> Optional.ofNullable(it.untilDay()))
                .why("admission.clause", it -> Requirements.words(s.lang(), it.clause(), clauses));
    }
}
