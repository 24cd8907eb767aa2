package org.probity.supply.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.policy.Policy.Clause;
import org.probity.supply.admission.Dossier.Motion;
import org.probity.supply.admission.Dossier.Stage;

/**
 * One place on the list: each leg with what it stands on, the decision, what happened.
 *
 * @param clauses of ours that are in force, as legs name them
 * @param names of those who acted
 * @param me who looks
 * @param ownInterest they declared dealings of their own with the supplier, and decide nothing
 */
public record DossierPage(
        Dossier dossier, List<Line> legs, List<Clause> clauses, List<Motion> motions, List<Dossier.Stop> stops, Map<UUID, String> names, UUID me, boolean proposes,
        boolean mayStop, boolean ownInterest, LocalDate today, Typed typed, List<Reason> reasons) implements Page {

    /** A leg, and the newest thing that was put forward for it. */
    public record Line(Dossier.Needed needed, @Nullable Proof newest, @Nullable Agreement agreement) {}

    /** What was typed, when it was refused. */
    public record Typed(String outcome, String until, String condition, String conditionDue, String reasons) {
        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    public String path() {
        return "/app/admission/" + dossier.id();
    }

    public Optional<Motion> open() {
        return motions.stream().filter(it -> it.ruled() == null).findFirst();
    }

    /** Somebody else's proposal waits for this person. */
    public boolean rules() {
        return proposes && open().filter(it -> !it.proposedBy().equals(me)).isPresent();
    }

    public boolean mayPropose() {
        return proposes && open().isEmpty() && dossier.left() == null;
    }

    /** The decision that counts, while it has a condition that nobody fulfilled. */
    public Optional<Motion> conditional() {
        return motions.stream().filter(it -> "APPROVED".equals(it.ruled())).findFirst().filter(it -> !it.condition().isEmpty() && !it.conditionMet());
    }

    public List<State> tags(Screen s) {
        return List.of(DossiersPage.state(s, dossier));
    }

    public List<Option> outcomes(Screen s) {
        var admit = new Option("ADMIT", s.t("admission.outcome.ADMIT"));
        var refuse = new Option("REFUSE", s.t("admission.outcome.REFUSE"));
        return dossier.missing().stream().allMatch("decision"::equals) ? List.of(admit, refuse) : List.of(refuse);
    }

    public List<Option> rulings(Screen s) {
        return List.of(new Option("APPROVED", s.t("admission.agree")), new Option("REJECTED", s.t("admission.disagree")));
    }

    public String until() {
        return typed.until().isEmpty() ? today.plusYears(1).toString() : typed.until();
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, legs)
                .caption(s.t("admission.legs-of", legs.stream().filter(it -> it.needed().holds(today)).count(), (long) legs.size()))
                .head("admission.leg", it -> new Link(it.needed().name(s.lang()), href(it)))
                .state("admission.stands", it -> state(s, it))
                .day("admission.since", it -> it.needed().holds(today) ? Optional.ofNullable(it.needed().fromDay()) : Optional.empty())
                .day("admission.until", it -> Optional.ofNullable(it.needed().untilDay()))
                .why("admission.clause", it -> Requirements.words(s.lang(), it.needed().clause(), clauses));
    }

    private static String href(Line it) {
        return it.agreement() != null ? "/app/admission/agreements/" + it.agreement().id() : it.newest() != null ? "/app/admission/proofs/" + it.newest().id()
                : it.needed().fact() != null ? "/app/admission/proofs/" + it.needed().fact() : "";
    }

    private State state(Screen s, Line it) {
        return state(s, it.needed(), it.newest() != null && !it.newest().id().equals(it.needed().fact())
                || it.agreement() != null && !it.agreement().steps().isEmpty() && it.agreement().stage(today) != Agreement.Stage.IN_FORCE, today);
    }

    /** @param moving something newer than what it stands on was put forward */
    static State state(Screen s, Dossier.Needed it, boolean moving, LocalDate today) {
        if (it.holds(today)) {
            return it.conditionDue() != null ? State.warn(s.t("admission.leg.CONDITIONS", it.conditionDue()))
                    : it.untilDay().isBefore(today.plusDays(AdmissionOwing.RENEW_DAYS)) ? State.warn(s.t("admission.leg.ENDS")) : State.good(s.t("admission.leg.HOLDS"));
        }
        return moving ? State.note(s.t("admission.leg.MOVING")) : it.untilDay() != null ? State.bad(s.t("admission.leg.ENDED")) : State.none(s.t("admission.leg.MISSING"));
    }

    public List<Fact> facts(Screen s) {
        return List.of(
                new Fact(s.t("admission.category"), dossier.categoryName(s.lang())),
                new Fact(s.t("admission.site"), dossier.siteName()),
                new Fact(s.t("admission.papers-due"), s.day(dossier.dueDay())),
                new Fact(s.t("admission.opened-by"), name(dossier.openedBy())),
                new Fact(s.t("admission.until"), dossier.untilDay() == null ? "–" : s.day(dossier.untilDay())));
    }

    public List<Event> events(Screen s) {
        record At(Instant at, Event event) {}
        var events = new ArrayList<At>();
        events.add(new At(dossier.openedAt(), event(s, Mark.NOTE, "admission.event.opened", "", dossier.openedBy(), dossier.openedAt())));
        for (var it : motions) {
            events.add(new At(it.proposedAt(), event(s, Mark.NOTE, "admission.event.proposed." + it.outcome(), it.reason(), it.proposedBy(), it.proposedAt())));
            if (it.ruled() != null) {
                events.add(new At(it.ruledAt(), event(s, it.ruled().equals("APPROVED") ? Mark.GOOD : Mark.WARN, "admission.ruled." + it.ruled(),
                        Optional.ofNullable(it.rulingReason()).orElse(""), it.ruledBy(), it.ruledAt())));
            }
        }
        for (var it : stops) {
            events.add(new At(it.at(), event(s, Mark.BAD, "admission.stopped", it.reasons(), it.by(), it.at())));
            if (it.liftedAt() != null) {
                events.add(new At(it.liftedAt(), event(s, Mark.GOOD, "admission.went-on", it.liftedReasons(), it.liftedBy(), it.liftedAt())));
            }
        }
        return events.stream().sorted(Comparator.comparing(At::at).reversed()).map(At::event).toList();
    }

    private Event event(Screen s, Mark mark, String key, String more, UUID by, Instant at) {
        return new Event(mark, s.t(key), more, s.instant(at) + " · " + name(by));
    }

    String name(UUID who) {
        return names.getOrDefault(who, "–");
    }

    /** What a person should do next about it, if anything. */
    public String next(Screen s) {
        return s.t("admission.next-stage." + (dossier.stage() == Stage.LAPSED ? Stage.IN_REVIEW : dossier.stage()));
    }
}
