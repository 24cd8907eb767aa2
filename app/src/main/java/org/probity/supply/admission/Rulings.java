package org.probity.supply.admission;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.admission.Proof.Conclusion;
import org.probity.supply.admission.Proof.Step;
import org.probity.supply.supplier.Interests;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What departments conclude on a proof. Which departments a leg needs is dated data; each speaks once, each by another person. A proof passes
 * with everybody's word; one who refuses or asks back is enough for it not to.
 */
@Service
public class Rulings {
    /** A supplier that is asked or refused is heard for so long unless the reviewer gives more. */
    static final int HEARD_DAYS = 14;
    /** How far ahead a conclusion may hold. A certificate never holds beyond its own end. */
    private static final int YEARS_MOST = 3;

    /**
     * What a reviewer says.
     *
     * @param grave whether they looked at what a rule found grave, and pass it all the same
     */
    public record Said(
            Conclusion conclusion, String reasons, @Nullable LocalDate validUntil, String condition, @Nullable LocalDate conditionDue,
            @Nullable LocalDate answerBy, List<UUID> sites, List<String> categories, Evidence.@Nullable Item evidence, boolean grave) {}

    /** Published in the transaction in which the last awaited word was said, or one that ends the review. */
    public record Concluded(UUID proof, UUID supplier, String leg, Conclusion conclusion, String reasons, @Nullable LocalDate answerBy) {}

    /** Published in the transaction in which a proof stopped to hold. */
    public record Withdrawn(UUID proof, UUID supplier, String leg, String reasons) {}

    private final JdbcClient db;
    private final Proofs proofs;
    private final ProofDetails details;
    private final CertificateChecks checks;
    private final Suppliers suppliers;
    private final Interests interests;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rulings(
            JdbcClient db, Proofs proofs, ProofDetails details, CertificateChecks checks, Suppliers suppliers, Interests interests, Log log,
            ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.proofs = proofs;
        this.details = details;
        this.checks = checks;
        this.suppliers = suppliers;
        this.interests = interests;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A department says what it concludes.
     *
     * <p>Refusals: {@code admission.proof-unknown}; {@code admission.newer-came} somebody looks at an old one; {@code admission.not-your-turn} the
     * duty names other departments, theirs has spoken, or the review has ended; {@code admission.two-people} this person spoke for another one;
     * {@code admission.reasons-missing}; {@code admission.until-wrong} past, or more than three years ahead; {@code admission.until-after-expiry};
     * {@code admission.condition-wrong} words and a day until then; {@code admission.answer-by-wrong}; {@code admission.covers-nothing} no site or
     * category of the proof; {@code admission.steps-missing} a sample that was not received, examined and tried; {@code admission.grave-unseen};
     * {@code admission.own-interest} they have an interest of their own in the supplier.
     */
    @Transactional
    public Answer<Proof.Word> say(UUID proof, Said it, Me by) {
        // One at a time: two departments that speak in the same moment must not each wait for the other's word.
        db.sql("SELECT FROM admission.proof WHERE id = :id FOR UPDATE").param("id", proof).query((row, n) -> n).optional();
        var found = proofs.find(proof);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.proof-unknown");
        }
        if (found.get().replaced()) {
            return Answer.refused("", "admission.newer-came");
        }
        if (interests.in(found.get().supplier(), by)) {
            return Answer.refused("", "admission.own-interest");
        }
        if (details.words(proof).stream().anyMatch(word -> word.by().equals(by.account()))) {
            return Answer.refused("", "admission.two-people");
        }
        var role = speaksFor(proof, by);
        if (role.isEmpty()) {
            return Answer.refused("", "admission.not-your-turn");
        }
        var reasons = objections(found.get(), it);
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        keep(found.get(), role.get(), it, by);
        var words = details.words(proof);
        if (details.awaited(proof).isEmpty()) {
            events.publishEvent(new Concluded(proof, found.get().supplier(), found.get().leg(), together(words), it.reasons().strip(),
                    passes(it.conclusion()) ? null : it.answerBy()));
        }
        return Answer.done(words.getLast());
    }

    /** The department for which this person may speak about the proof now. */
    Optional<String> speaksFor(UUID proof, Me me) {
        return details.awaited(proof).stream().filter(role -> me.is(Role.valueOf(role))).findFirst();
    }

    static Conclusion together(List<Proof.Word> words) {
        for (var worst : List.of(Conclusion.FAIL, Conclusion.ASK, Conclusion.CONDITIONS)) {
            if (words.stream().anyMatch(word -> word.conclusion() == worst)) {
                return worst;
            }
        }
        return Conclusion.PASS;
    }

    static boolean passes(Conclusion it) {
        return switch (it) {
            case PASS, CONDITIONS -> true;
            case FAIL, ASK -> false;
        };
    }

    private List<Reason> objections(Proof proof, Said it) {
        var reasons = new ArrayList<Reason>();
        if (it.reasons().isBlank()) {
            reasons.add(reason("reasons", "admission.reasons-missing"));
        }
        if (!passes(it.conclusion())) {
            if (it.answerBy() == null || it.answerBy().isBefore(today()) || it.answerBy().isAfter(today().plusMonths(6))) {
                reasons.add(reason("answerBy", "admission.answer-by-wrong"));
            }
            return reasons;
        }
        if (it.validUntil() == null || it.validUntil().isBefore(today()) || it.validUntil().isAfter(today().plusYears(YEARS_MOST))) {
            reasons.add(reason("validUntil", "admission.until-wrong", YEARS_MOST));
        } else {
            details.certificate(proof.id()).filter(paper -> it.validUntil().isAfter(paper.expiryDay()))
                    .ifPresent(paper -> reasons.add(reason("validUntil", "admission.until-after-expiry", paper.expiryDay())));
        }
        if ((it.conclusion() == Conclusion.CONDITIONS) != !it.condition().isBlank() || (it.conclusion() == Conclusion.CONDITIONS) != (it.conditionDue() != null)
                || it.conditionDue() != null && (it.conditionDue().isBefore(today()) || it.validUntil() != null && it.conditionDue().isAfter(it.validUntil()))) {
            reasons.add(reason("conditionDue", "admission.condition-wrong"));
        }
        if (proof.kind() != Leg.Kind.TOPIC && (it.categories().isEmpty() || it.sites().isEmpty()
                || !details.places(proof.id()).stream().map(Proof.Place::id).toList().containsAll(it.sites()))) {
            reasons.add(reason("sites", "admission.covers-nothing"));
        }
        if (proof.kind() == Leg.Kind.MATERIAL && details.steps(proof.id()).size() < Step.values().length) {
            reasons.add(reason("", "admission.steps-missing"));
        }
        if (!it.grave() && grave(proof)) {
            reasons.add(reason("grave", "admission.grave-unseen"));
        }
        return reasons;
    }

    /** Something grave was found when it came, or its holder is not called so any more. */
    private boolean grave(Proof proof) {
        return details.findings(proof.id()).stream().anyMatch(Proof.Finding::grave)
                || details.certificate(proof.id()).flatMap(it -> checks.otherHolder(it, suppliers.find(proof.supplier()).orElseThrow())).isPresent();
    }

    private void keep(Proof proof, String role, Said it, Me by) {
        var content = new TreeMap<String, Object>(Map.of(
                "proof", proof.id().toString(), "role", role, "conclusion", it.conclusion().name(), "by", by.account().toString()));
        if (passes(it.conclusion())) {
            content.put("valid_until", String.valueOf(it.validUntil()));
        }
        if (it.evidence() != null) {
            content.put("sha256", it.evidence().sha256());
        }
        var conditional = it.conclusion() == Conclusion.CONDITIONS;
        db.sql("""
                INSERT INTO admission.ruling (proof, role, conclusion, reasons, valid_until, condition, condition_due, answer_by, sites, categories,
                                              evidence, by, at, on_day, record)
                VALUES (:proof, :role, :conclusion, :reasons, :until, :condition, :due, :answer, :sites, :categories,
                        :evidence, :by, :at, :today, :record)
                """)
                .param("proof", proof.id()).param("role", role).param("conclusion", it.conclusion().name()).param("reasons", it.reasons().strip())
                .param("until", passes(it.conclusion()) ? it.validUntil() : null, Types.DATE)
                .param("condition", conditional ? it.condition().strip() : "").param("due", conditional ? it.conditionDue() : null, Types.DATE)
                .param("answer", passes(it.conclusion()) ? null : it.answerBy(), Types.DATE)
                .param("sites", proof.kind() == Leg.Kind.TOPIC ? new UUID[0] : it.sites().toArray(UUID[]::new))
                .param("categories", proof.kind() == Leg.Kind.TOPIC ? new String[0] : it.categories().toArray(String[]::new))
                .param("evidence", it.evidence() == null ? null : it.evidence().id(), Types.OTHER).param("by", by.account()).param("at", now())
                .param("today", today()).param("record", log.record("admission.ruling", today(), content))
                .update();
    }

    /**
     * What is done with a sample is written down as it is done, by those who do it.
     *
     * <p>Refusals: {@code admission.proof-unknown} no sample; {@code admission.not-your-turn}; {@code admission.step-taken};
     * {@code admission.step-order} a sample is received, then examined, then tried; {@code admission.step-day} in the future, or before the step
     * before; {@code admission.reasons-missing} what came out of it; {@code admission.own-interest}.
     */
    @Transactional
    public Answer<Step> take(UUID proof, Step step, LocalDate day, String words, Evidence.@Nullable Item shown, Me by) {
        db.sql("SELECT FROM admission.proof WHERE id = :id FOR UPDATE").param("id", proof).query((row, n) -> n).optional();
        if (details.sample(proof).isEmpty()) {
            return Answer.refused("", "admission.proof-unknown");
        }
        if (!by.is(Role.PROCESS) && !by.is(Role.QUALITY)) {
            return Answer.refused("", "admission.not-your-turn");
        }
        if (proofs.find(proof).filter(it -> interests.in(it.supplier(), by)).isPresent()) {
            return Answer.refused("", "admission.own-interest");
        }
        var taken = details.steps(proof);
        if (taken.stream().anyMatch(it -> it.step() == step)) {
            return Answer.refused("step", "admission.step-taken");
        }
        if (taken.size() != step.ordinal()) {
            return Answer.refused("step", "admission.step-order");
        }
        if (day.isAfter(today()) || !taken.isEmpty() && day.isBefore(taken.getLast().day())) {
            return Answer.refused("day", "admission.step-day");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "admission.reasons-missing");
        }
        var content = new TreeMap<String, Object>(Map.of("proof", proof.toString(), "step", step.name(), "day", day.toString(), "by", by.account().toString()));
        if (shown != null) {
            content.put("sha256", shown.sha256());
        }
        db.sql("""
                INSERT INTO admission.sample_step (proof, step, day, words, evidence, by, at, record)
                VALUES (:proof, :step, :day, :words, :evidence, :by, :at, :record)
                """)
                .param("proof", proof).param("step", step.name()).param("day", day).param("words", words.strip())
                .param("evidence", shown == null ? null : shown.id(), Types.OTHER).param("by", by.account()).param("at", now())
                .param("record", log.record("admission.sample", today(), content))
                .update();
        return Answer.done(step);
    }

    /**
     * A proof that was accepted holds no more from now on, whatever its days say.
     *
     * <p>Refusals: {@code admission.proof-unknown}; {@code admission.not-your-turn} the duty names other departments; {@code admission.not-accepted};
     * {@code admission.withdrawn-already}; {@code admission.reasons-missing}.
     */
    @Transactional
    public Answer<UUID> withdraw(UUID proof, String reasons, Me by) {
        db.sql("SELECT FROM admission.proof WHERE id = :id FOR UPDATE").param("id", proof).query((row, n) -> n).optional();
        var found = proofs.find(proof);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.proof-unknown");
        }
        var words = details.words(proof);
        if (words.stream().noneMatch(word -> by.is(Role.valueOf(word.role())))) {
            return Answer.refused("", "admission.not-your-turn");
        }
        if (!details.awaited(proof).isEmpty() || !passes(together(words))) {
            return Answer.refused("", "admission.not-accepted");
        }
        if (details.withdrawn(proof).isPresent()) {
            return Answer.refused("", "admission.withdrawn-already");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        var record = log.record("admission.withdrawn", today(), Map.of("proof", proof.toString(), "by", by.account().toString()));
        db.sql("INSERT INTO admission.withdrawn (proof, reasons, by, at, on_day, record) VALUES (:proof, :reasons, :by, :at, :today, :record)")
                .param("proof", proof).param("reasons", reasons.strip()).param("by", by.account()).param("at", now()).param("today", today())
                .param("record", record)
                .update();
        events.publishEvent(new Withdrawn(proof, found.get().supplier(), found.get().leg(), reasons.strip()));
        return Answer.done(proof);
    }

    private static Reason reason(String field, String key, Object... args) {
        return new Reason(field, key, List.of(args));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
