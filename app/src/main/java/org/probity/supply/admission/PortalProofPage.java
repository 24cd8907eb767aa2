package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Finding;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.supply.admission.Proof.Conclusion;
import org.probity.supply.supplier.Supplier;

/**
 * Where a supplier's contact sends what a leg needs, and reads what became of it.
 *
 * @param sent all that was sent for it, newest first, each with what was said
 * @param draft what this contact has begun, or what was refused
 * @param kept files of the draft
 * @param waits whether the newest lies with people of ours
 */
public record PortalProofPage(
        Supplier supplier, Leg leg, List<Sent> sent, Optional<Drafts.Draft> draft, List<Proof.File> kept, List<Supplier.Site> sites, List<Dossier> places,
        boolean waits, LocalDate today, List<Reason> reasons) implements Page {

    /** @param by name of the contact who sent it */
    public record Sent(Proof proof, List<Proof.Word> words, List<Proof.Finding> findings, List<Proof.File> files, String by, @Nullable LocalDate until) {}

    public String path() {
        return "/app/portal/admission/" + leg.code();
    }

    public @Nullable UUID newest() {
        return sent.isEmpty() ? null : sent.getFirst().proof().id();
    }

    public String follows() {
        return sent.isEmpty() ? "" : sent.getFirst().proof().id().toString();
    }

    public String typed(String field) {
        return draft.map(it -> it.field(field)).orElse("");
    }

    /** The country's own name first: that is what stands on the paper. */
    public String holder() {
        return typed("holder").isEmpty() ? supplier.country().equals("CN") ? supplier.nameZh() : supplier.nameEn() : typed("holder");
    }

    public List<String> chosenSites() {
        return draft.isPresent() ? Arrays.asList(typed("sites").split(" ")) : openSites().stream().limit(1).map(Option::value).toList();
    }

    public List<Option> openSites() {
        return sites.stream().filter(it -> it.open(today)).map(it -> new Option(it.id().toString(), it.name())).toList();
    }

    public List<Option> categories(Screen s) {
        return places.stream().map(it -> new Option(it.category(), it.categoryName(s.lang()))).distinct().toList();
    }

    public int step() {
        return waits ? 1 : back().isPresent() ? 0 : passed() && !ended() ? 2 : 0;
    }

    /** Whether there is something to send now; what lies with us, or holds for long, has its form folded away. */
    public boolean open() {
        return !waits && (!passed() || holdsUntil().filter(day -> day.isBefore(today.plusDays(AdmissionOwing.RENEW_DAYS))).isPresent()) || draft.isPresent() || !reasons.isEmpty();
    }

    private boolean passed() {
        return !sent.isEmpty() && !sent.getFirst().words().isEmpty() && !waits && Rulings.passes(Rulings.together(sent.getFirst().words()));
    }

    /** What was asked back or refused about the newest, and until when they are heard. */
    public Optional<Proof.Word> back() {
        return sent.stream().limit(1).flatMap(it -> it.words().stream()).filter(it -> !Rulings.passes(it.conclusion())).findFirst();
    }

    public Optional<LocalDate> holdsUntil() {
        return passed() ? Optional.ofNullable(sent.getFirst().until()) : Optional.empty();
    }

    public boolean ended() {
        return holdsUntil().filter(day -> day.isBefore(today)).isPresent();
    }

    /** A condition that is still open is theirs to fulfil. */
    public Optional<Proof.Word> condition() {
        return passed() ? sent.getFirst().words().stream().filter(it -> it.conclusion() == Conclusion.CONDITIONS).findFirst() : Optional.empty();
    }

    /** What a rule noticed about the newest, so that an honest slip can be mended before a person looks. What concerns others is not told. */
    public List<Finding> findings(Screen s) {
        return sent.stream().limit(1).flatMap(it -> it.findings().stream()).filter(it -> it.other() == null)
                .map(it -> new Finding(it.no(), it.grave() ? Mark.BAD : Mark.WARN, "", s.t(it.key(today), it.words().toArray()), s.t(it.more(today)), null)).toList();
    }

    public List<Event> events(Screen s) {
        var events = new ArrayList<Event>();
        for (var it : sent) {
            for (var word : it.words().reversed()) {
                events.add(new Event(mark(word.conclusion()), s.t("admission.conclusion." + word.conclusion()), word.reasons(), s.instant(word.at())));
            }
            events.add(new Event(Mark.NOTE, s.t("admission.sent"), it.proof().words(), s.instant(it.proof().sentAt()) + " · " + it.by()));
        }
        return events;
    }

    private static Mark mark(Conclusion it) {
        return switch (it) {
            case PASS -> Mark.GOOD;
            case CONDITIONS, ASK -> Mark.WARN;
            case FAIL -> Mark.BAD;
        };
    }

    /** The question of a topic; other kinds have one each. */
    public String question(Screen s) {
        return s.t(leg.kind() == Leg.Kind.TOPIC ? "admission.question." + leg.code() : "admission.question." + leg.kind());
    }
}
