package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Finding;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Seal;
import org.probity.house.ui.parts.State;
import org.probity.supply.admission.Proof.Conclusion;
import org.probity.supply.supplier.Supplier;

/**
 * What was put forward for a leg, what a rule noticed, and what departments say of it.
 *
 * @param places those of the supplier on the list, to say which are covered
 * @param renamed the certificate's holder is not what the supplier is called now
 * @param mine the department for which who looks may speak now
 */
public record ProofPage(
        Proof proof, Leg leg, Supplier supplier, Parts parts, List<Dossier> places, boolean renamed, Review review, LocalDate today, Typed typed,
        List<Reason> reasons) implements Page {

    /** What belongs to it. */
    public record Parts(
            List<Proof.File> files, Optional<Proof.Certificate> certificate, Optional<Proof.Sample> sample, List<Proof.Taken> steps, List<Proof.Place> sites,
            List<Proof.Finding> findings, List<Proof> earlier, Optional<Proof.Withdrawn> withdrawn, Log.@Nullable Placed place) {}

    /** @param names of those who spoke @param keepsSamples whether who looks writes down what is done with samples */
    public record Review(
            List<Proof.Word> words, List<String> awaited, Map<UUID, String> names, Optional<String> mine, boolean keepsSamples, boolean mayWithdraw,
            boolean conditionOpen, boolean mayRead, boolean ownInterest) {}

    /** What was typed, when it was refused. */
    public record Typed(String conclusion, String reasons, String validUntil, String condition, String conditionDue, String answerBy, List<String> sites, List<String> categories) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "", List.of(), List.of());
    }

    public record Row(String role, Proof.@Nullable Word said, String by) {}

    public String path() {
        return "/app/admission/proofs/" + proof.id();
    }

    public Optional<Conclusion> conclusion() {
        return review.words().isEmpty() || !review.awaited().isEmpty() ? Optional.empty() : Optional.of(Rulings.together(review.words()));
    }

    public State state(Screen s) {
        if (parts.withdrawn().isPresent()) {
            return State.bad(s.t("admission.withdrawn"));
        }
        return conclusion().map(it -> state(s, it)).orElseGet(() -> proof.replaced() ? State.none(s.t("admission.replaced")) : State.note(s.t("admission.turn.OURS")));
    }

    static State state(Screen s, Conclusion it) {
        var words = s.t("admission.conclusion." + it);
        return switch (it) {
            case PASS -> State.good(words);
            case CONDITIONS, ASK -> State.warn(words);
            case FAIL -> State.bad(words);
        };
    }

    public List<Fact> certificate(Screen s) {
        return parts.certificate().map(it -> List.of(
                new Fact(s.t("admission.holder"), it.holder()), new Fact(s.t("admission.body"), it.body()),
                new Fact(s.t("admission.accreditation"), it.accreditation().isEmpty() ? "–" : it.accreditation()), new Fact(s.t("admission.certificate-number"), it.number()),
                new Fact(s.t("admission.scope"), it.scope()), new Fact(s.t("admission.issued"), s.day(it.issuedDay())),
                new Fact(s.t("admission.expiry"), s.day(it.expiryDay())), new Fact(s.t("admission.sites"), sites(s)))).orElse(List.of());
    }

    public List<Fact> sample(Screen s) {
        return parts.sample().map(it -> List.of(
                new Fact(s.t("admission.material"), it.name(s.lang()) + " · " + it.number()), new Fact(s.t("admission.category"), s.lang() == org.probity.house.ui.Lang.EN ? it.categoryEn() : it.categoryZh()),
                new Fact(s.t("admission.site"), sites(s)))).orElse(List.of());
    }

    private String sites(Screen s) {
        return String.join(s.t("admission.and"), parts.sites().stream().map(Proof.Place::name).toList());
    }

    public List<Finding> findings(Screen s) {
        var found = new ArrayList<Finding>();
        for (var it : parts.findings()) {
            found.add(new Finding(it.no(), it.grave() ? Mark.BAD : Mark.WARN, "", s.t(it.key(today), it.words().toArray()), s.t(it.more(today)),
                    it.other() == null ? null : new Link(s.t("admission.the-other"), "/app/admission/proofs/" + it.other())));
        }
        if (renamed && parts.findings().stream().noneMatch(it -> it.key().equals("admission.finding.other-holder"))) {
            found.add(new Finding(found.size() + 1, Mark.BAD, "", s.t("admission.finding.renamed", supplier.name(s.lang())), s.t("admission.finding-more.renamed"), null));
        }
        return found;
    }

    public boolean grave() {
        return renamed || parts.findings().stream().anyMatch(Proof.Finding::grave);
    }

    public Table<Row> words(Screen s) {
        var rows = Stream.concat(review.words().stream().map(it -> new Row(it.role(), it, review.names().getOrDefault(it.by(), "–"))),
                review.awaited().stream().map(it -> new Row(it, null, "–"))).toList();
        return Table.of(s, rows)
                .caption(s.t("admission.review"))
                .head("admission.department", it -> s.t("admission.role." + it.role()))
                .state("admission.conclusion", it -> it.said() == null ? State.warn(s.t("admission.awaited")) : state(s, it.said().conclusion()))
                .why("admission.reasons", it -> it.said() == null ? "–" : it.said().reasons() + (it.said().condition().isEmpty() ? ""
                        : s.t("admission.under-condition", it.said().conditionDue()) + it.said().condition()))
                .day("admission.until", it -> Optional.ofNullable(it.said()).map(Proof.Word::validUntil))
                .text("admission.by", Row::by)
                .day("admission.said-on", it -> Optional.ofNullable(it.said()).map(Proof.Word::at));
    }

    public Table<Proof.Taken> steps(Screen s) {
        return Table.of(s, parts.steps())
                .caption(s.t("admission.sample-steps"))
                .head("admission.step", it -> s.t("admission.step." + it.step()))
                .day("admission.day", Proof.Taken::day)
                .why("admission.result", it -> it.words());
    }

    /** What is to be done with the sample next. */
    public Optional<Proof.Step> nextStep() {
        return parts.sample().isEmpty() || parts.steps().size() == Proof.Step.values().length ? Optional.empty() : Optional.of(Proof.Step.values()[parts.steps().size()]);
    }

    public List<Option> conclusions(Screen s) {
        return Stream.of(Conclusion.values()).map(it -> new Option(it.name(), s.t("admission.conclude." + it))).toList();
    }

    public List<Option> sites() {
        return parts.sites().stream().map(it -> new Option(it.id().toString(), it.name())).toList();
    }

    public List<String> chosenSites() {
        return typed.conclusion().isEmpty() ? sites().stream().map(Option::value).toList() : typed.sites();
    }

    public List<Option> categories(Screen s) {
        return places.stream().map(it -> new Option(it.category(), it.categoryName(s.lang()))).distinct().toList();
    }

    public List<String> chosenCategories() {
        return !typed.conclusion().isEmpty() ? typed.categories() : parts.sample().map(it -> List.of(it.category()))
                .orElseGet(() -> places.size() == 1 ? List.of(places.getFirst().category()) : List.of());
    }

    /** What was typed, else the certificate's own end, else a year. */
    public String until() {
        return typed.validUntil().isEmpty() ? parts.certificate().map(it -> it.expiryDay().toString()).orElse(today.plusYears(1).toString()) : typed.validUntil();
    }

    public String answerBy() {
        return typed.answerBy().isEmpty() ? today.plusDays(Rulings.HEARD_DAYS).toString() : typed.answerBy();
    }

    public Seal seal(Screen s) {
        return parts.place() == null ? new Seal(Seal.Status.YET, s.t("admission.log-yet"), "") : new Seal(Seal.Status.LOGGED, s.t("admission.log-entry", parts.place().index()), "");
    }
}
