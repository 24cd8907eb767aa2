package org.probity.supply.admission;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.inbox.Words;
import org.probity.house.ui.parts.State;
import org.probity.supply.supplier.Owing;
import org.probity.supply.supplier.Supplier;
import org.springframework.stereotype.Component;

/** What a supplier owes for its places on the list: computed from the legs, so that it can neither lag behind them nor go ahead. */
@Component
class AdmissionOwing implements Owing {
    /** A leg that ends within so many days is asked anew. */
    static final int RENEW_DAYS = 90;

    private final Standing standing;
    private final Proofs proofs;
    private final ProofDetails details;
    private final Agreements agreements;
    private final Signatories signatories;
    private final Drafts drafts;

    AdmissionOwing(Standing standing, Proofs proofs, ProofDetails details, Agreements agreements, Signatories signatories, Drafts drafts) {
        this.standing = standing;
        this.proofs = proofs;
        this.details = details;
        this.agreements = agreements;
        this.signatories = signatories;
        this.drafts = drafts;
    }

    /** A leg over all places of a supplier: it holds while it holds for every one of them, and is due where it is missing first, or on the
     * day on which what was accepted ends. */
    private record Leg(Dossier.Needed needed, LocalDate due, Optional<LocalDate> until) {}

    @Override
    public List<Owed> of(Supplier supplier, LocalDate today, Me me) {
        var places = standing.of(supplier.id()).stream()
                .filter(it -> it.left() == null && it.stage() != Dossier.Stage.REFUSED).toList();
        var begun = drafts.begun(me);
        var owed = new ArrayList<Owed>();
        for (var leg : legs(places).values()) {
            owed.add(leg.needed().kind() == org.probity.supply.admission.Leg.Kind.AGREEMENT ? agreement(leg, supplier.id(), today) : proof(leg, supplier.id(), today, begun));
        }
        var first = owed.stream().filter(it -> it.waits() && it.href().startsWith("/app/portal/admission/agreements/")).findFirst();
        first.flatMap(_ -> signing(supplier.id(), places.getFirst().dueDay(), today)).ifPresent(it -> owed.add(owed.indexOf(first.get()), it));
        return owed;
    }

    private Map<String, Leg> legs(List<Dossier> places) {
        var legs = new LinkedHashMap<String, Leg>();
        for (var place : places) {
            for (var needed : standing.legs(place.id())) {
                var until = Optional.ofNullable(needed.untilDay());
                var due = until.orElse(place.dueDay());
                legs.merge(needed.leg(), new Leg(needed, due, until), (one, other) ->
                        one.until().isEmpty() || other.until().isPresent() && one.until().get().isBefore(other.until().get()) ? one : other);
            }
        }
        return legs;
    }

    private Owed proof(Leg leg, UUID supplier, LocalDate today, Set<String> begun) {
        var newest = proofs.newest(supplier, leg.needed().leg());
        var words = newest.map(it -> details.words(it.id())).orElse(List.of());
        var waits = newest.isPresent() && !details.awaited(newest.get().id()).isEmpty();
        var back = !words.isEmpty() && !waits && !Rulings.passes(Rulings.together(words));
        var holds = leg.until().filter(day -> !day.isBefore(today)).isPresent();
        var renew = holds && leg.until().get().isBefore(today.plusDays(RENEW_DAYS));
        var turn = waits ? Turn.OURS : back ? Turn.AGAIN : holds && !renew ? Turn.DONE : Turn.YOURS;
        var answerBy = words.stream().map(Proof.Word::answerBy).filter(Objects::nonNull).min(LocalDate::compareTo);
        var kind = leg.needed().kind().name();
        return new Owed(s -> leg.needed().name(s.lang()), Words.of("admission.ask." + kind),
                Words.of(back ? "admission.act.again" : renew ? "admission.act.renew" : "admission.act." + kind), Words.of("admission.why." + kind),
                Words.of("admission.next." + kind), "/app/portal/admission/" + leg.needed().leg(), turn,
                Optional.of(back ? answerBy.orElse(leg.due()) : leg.due()), leg.until(), state(turn, renew, back ? answerBy.orElse(leg.due()) : leg.due(), today),
                begun.contains(leg.needed().leg()));
    }

    private Owed agreement(Leg leg, UUID supplier, LocalDate today) {
        var open = agreements.of(supplier).stream().filter(it -> it.leg().equals(leg.needed().leg())).findFirst();
        var stage = open.map(it -> it.stage(today));
        var holds = leg.until().filter(day -> !day.isBefore(today)).isPresent();
        var renew = holds && leg.until().get().isBefore(today.plusDays(RENEW_DAYS));
        var turn = stage.map(it -> switch (it) {
            case TO_COUNTERSIGN, PAPER_TO_CHECK -> Turn.OURS;
            case RETURNED -> Turn.AGAIN;
            case OFFERED -> holds && !renew ? Turn.DONE : Turn.YOURS;
            case IN_FORCE, ENDED -> holds && !renew ? Turn.DONE : Turn.YOURS;
        }).orElse(Turn.YOURS);
        return new Owed(s -> leg.needed().name(s.lang()), Words.of("admission.ask.AGREEMENT"),
                Words.of(renew ? "admission.act.renew" : "admission.act.AGREEMENT"), Words.of("admission.why.AGREEMENT"),
                Words.of("admission.next.AGREEMENT"), "/app/portal/admission/agreements/" + leg.needed().leg(), turn, Optional.of(leg.due()), leg.until(),
                state(turn, renew, leg.due(), today), false);
    }

    /** Nobody can sign before somebody's authority was looked at, so that comes first. */
    private Optional<Owed> signing(UUID supplier, LocalDate due, LocalDate today) {
        var all = signatories.of(supplier);
        if (all.stream().anyMatch(it -> it.holds(today))) {
            return Optional.empty();
        }
        var turn = all.stream().anyMatch(it -> it.outcome() == null) ? Turn.OURS : all.isEmpty() ? Turn.YOURS : Turn.AGAIN;
        return Optional.of(new Owed(Words.of("admission.signatories"), Words.of("admission.ask.signatory"), Words.of("admission.act.signatory"),
                Words.of("admission.why.signatory"), Words.of("admission.next.signatory"), "/app/portal/admission/signatories", turn,
                Optional.of(due), Optional.empty(), state(turn, false, due, today), false));
    }

    private static StateOf state(Turn turn, boolean renew, LocalDate due, LocalDate today) {
        var left = ChronoUnit.DAYS.between(today, due);
        return s -> switch (turn) {
            case OURS -> State.note(s.t("admission.turn.OURS"));
            case DONE -> State.good(s.t("admission.turn.DONE"));
            case AGAIN -> left < 0 ? State.bad(s.t("supplier.days-late", -left)) : State.warn(s.t("admission.turn.AGAIN"));
            case YOURS -> left < 0 ? State.bad(s.t("supplier.days-late", -left))
                    : renew ? State.warn(s.t("admission.turn.renew", left)) : left <= 14 ? State.warn(s.t("supplier.days-left", left)) : State.none(s.t("supplier.days-left", left));
        };
    }
}
