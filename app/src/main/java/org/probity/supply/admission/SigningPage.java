package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Seal;
import org.probity.house.ui.parts.State;
import org.probity.supply.admission.Agreement.Act;
import org.probity.supply.admission.Agreement.Stage;
import org.probity.supply.supplier.Supplier;

/**
 * One agreement as we see it: the words, who signed, and what is ours to do.
 *
 * @param names of those of both sides who acted
 * @param may what who looks may do
 */
public record SigningPage(
        Agreement agreement, Supplier supplier, Map<UUID, String> names, May may, Log.@Nullable Placed place, LocalDate today, List<Reason> reasons) implements Page {

    /** @param countersign holds a mandate @param check is of legal affairs and did not bring the paper @param ownInterest declared dealings with the supplier: neither of both */
    public record May(boolean countersign, boolean check, boolean bring, boolean end, boolean ownInterest) {}

    public String path() {
        return "/app/admission/agreements/" + agreement.id();
    }

    public Stage stage() {
        return agreement.stage(today);
    }

    public State state(Screen s) {
        return state(s, stage());
    }

    static State state(Screen s, Stage it) {
        var words = s.t("admission.agreement." + it);
        return switch (it) {
            case OFFERED, ENDED -> State.none(words);
            case PAPER_TO_CHECK, TO_COUNTERSIGN -> State.note(words);
            case RETURNED -> State.warn(words);
            case IN_FORCE -> State.good(words);
        };
    }

    public List<Option> checks(Screen s) {
        return List.of(new Option("true", s.t("admission.paper-good")), new Option("false", s.t("admission.paper-bad")));
    }

    public List<Fact> facts(Screen s) {
        return List.of(
                new Fact(s.t("admission.version"), s.t("admission.version-no", agreement.version())),
                new Fact(s.t("admission.party"), agreement.party()),
                new Fact(s.t("admission.words-hash"), out -> out.writeContent("<code>" + agreement.sha256().substring(0, 16) + " …</code>")),
                new Fact(s.t("admission.until"), stage() == Stage.IN_FORCE || stage() == Stage.ENDED ? s.day(agreement.untilDay()) : "–"),
                new Fact(s.t("admission.log"), place == null ? new Seal(Seal.Status.YET, s.t("admission.log-yet"), "")
                        : new Seal(Seal.Status.LOGGED, s.t("admission.log-entry", place.index()), "")));
    }

    public List<Event> events(Screen s) {
        return agreement.steps().reversed().stream().map(it -> event(s, it)).toList();
    }

    private Event event(Screen s, Agreement.Step it) {
        return new Event(mark(it.act()), s.t("admission.act." + it.act()),
                Optional.ofNullable(it.signatoryName()).orElse("") + it.reasons() + (it.act() == Act.ENDED ? s.t("admission.last-day-is", it.untilDay()) : ""),
                s.instant(it.at()) + " · " + names.getOrDefault(it.by(), "–"), true,
                it.evidence() == null ? Link.NONE : new Link(s.t("admission.paper"), path() + "/steps/" + it.no()));
    }

    static Mark mark(Act it) {
        return switch (it) {
            case SIGNED, COUNTERSIGNED, PAPER_CHECKED -> Mark.GOOD;
            case ON_PAPER -> Mark.NOTE;
            case RETURNED -> Mark.WARN;
            case ENDED -> Mark.BAD;
        };
    }
}
