package org.probity.people.reward;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.house.vault.Vault;
import org.probity.proof.Control;
import org.probity.proof.Definition;
import org.probity.proof.Facts;
import org.probity.proof.Fold;
import org.probity.proof.Level;
import org.probity.proof.Period;
import org.probity.proof.Report;
import org.probity.proof.ReportDraft;
import org.probity.proof.Rounding;
import org.probity.proof.Row;
import org.probity.proof.SealedPackage;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A split as a package of its own: one figure whose rows are weights and parts under codes, and the entry of the log that bound them when two had agreed. Whoever holds it reckons the whole split again offline,
 * with either verifier, and learns nobody's name. Its files lie sealed as parts do: they tell what people were paid.
 */
@Component
class SealedSplits {
    private static final String SEALED_AS = "split-package";
    private static final Fold.Split FOLD = new Fold.Split("unit", "unit-factor", new TreeSet<>(List.of("grade", "present", "rating")), new TreeSet<>(List.of("scheduled")), "fen");

    private record Kept(byte[] files, UUID record) {}

    private final JdbcClient db;
    private final Splits splits;
    private final SplitParts parts;
    private final SplitLists lists;
    private final Periods periods;
    private final Plans plans;
    private final PaySeal seal;
    private final Vault vault;
    private final Decisions decisions;
    private final Log log;
    private final Messages messages;
    private final Company company;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    SealedSplits(JdbcClient db, Splits splits, SplitParts parts, SplitLists lists, Periods periods, Plans plans, PaySeal seal, Vault vault, Decisions decisions, Log log, Messages messages, Company company, Clock clock, TransactionTemplate transaction) {
        this.db = db;
        this.splits = splits;
        this.parts = parts;
        this.lists = lists;
        this.periods = periods;
        this.plans = plans;
        this.seal = seal;
        this.vault = vault;
        this.decisions = decisions;
        this.log = log;
        this.messages = messages;
        this.company = company;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * The package of a split; that it was handed out is kept.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.split-unknown} none that was agreed to; {@code reward.no-gain-package} nothing was shared; {@code reward.package-not-yet} the log has not placed it yet, or does not sign:
     * it can be asked for again.
     */
    public Answer<byte[]> of(UUID id, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.ASSURER) && !by.is(Role.UNION)) {
            return Answer.refused("", "reward.not-yours");
        }
        var split = splits.find(id).filter(it -> it.agreedAt() != null);
        if (split.isEmpty()) {
            return Answer.refused("", "reward.split-unknown");
        }
        if (split.get().paid() == 0) {
            return Answer.refused("", "reward.no-gain-package");
        }
        if (!log.maySign()) {
            return Answer.refused("", "reward.package-not-yet");
        }
        // What publishes it gets its place in the log after the first has ended.
        transaction.executeWithoutResult(_ -> {
            log.settle();
            // Two may ask at once; one seals, the other waits and finds it.
            db.sql("SELECT FROM reward.split WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).single();
            kept(id).or(() -> seal(split.get()));
        });
        return Objects.requireNonNull(transaction.<Answer<byte[]>>execute(_ -> {
            log.settle();
            var zip = kept(id).flatMap(this::withProofs);
            zip.ifPresent(_ -> lists.noteHanding(id, SplitLists.Handing.PACKAGE, by));
            return zip.isEmpty() ? Answer.refused("", "reward.package-not-yet") : Answer.done(zip.get());
        }));
    }

    private Optional<Kept> kept(UUID split) {
        var sealing = seal.sealing();
        return vault.open(() -> db.sql("SELECT sealed, record FROM pay.split_package WHERE split = :split").param("split", split)
                .query((row, n) -> new Kept(sealing.openBytes(SEALED_AS, split, split, row.getBytes(1)), row.getObject(2, UUID.class))).optional());
    }

    private Optional<Kept> seal(Split split) {
        var record = splits.record(split.id());
        return log.place(record).map(place -> {
            var period = periods.find(split.period()).orElseThrow();
            var plan = plans.find(period.plan()).orElseThrow();
            var now = clock.instant();
            var draft = new ReportDraft(random);
            var figure = draft.figure("gain-split", said("package-figure"), definition(plan), new Period(period.fromDay(), period.untilDay()), new Words(company.boundary(Lang.EN), company.boundary(Lang.ZH)),
                    seconds(Objects.requireNonNull(split.agreedAt())), Level.ASSURER);
            figure.control(Control.ofSum(said("package-control"), said("package-control-source"), "fen", BigDecimal.valueOf(split.paid())));
            var units = new HashMap<String, Integer>();
            var factors = new HashMap<String, BigDecimal>();
            for (var unit : splits.units(split, period)) {
                units.put(unit.code(), units.size() + 1);
                factors.put(unit.code(), unit.factor());
            }
            var all = parts.of(split.id());
            for (int at = 0; at < all.size(); at++) {
                figure.add(row(all.get(at), units, factors, new Row.Evidence("reward.split", Row.Source.SYSTEM, place.index(), at)));
            }
            log.opening(record).ifPresent(opening -> draft.open(place.index(), opening));
            var sealed = draft.seal(new Report("split-" + split.id(), 1, said("package-title", plan.nameEn(), plan.nameZh()), new Words(company.in(Lang.EN), company.in(Lang.ZH)),
                    new Period(period.fromDay(), period.untilDay()), seconds(now), decidedBy(split), log.verifier(), log.witnesses(),
                    log.last(place.kind(), place.year()).map(last -> new Report.Population(place.kind(), place.year(), last.number(), last.index())).stream().toList(), Optional.empty()));
            var files = SealedPackage.pack(sealed.files(Level.ASSURER));
            var publication = log.record(Report.PUBLICATION, LocalDate.now(clock), sealed.publication());
            var bytes = seal.sealing().sealBytes(SEALED_AS, split.id(), split.id(), files);
            vault.open(() -> db.sql("INSERT INTO pay.split_package (split, sealed, record, sealed_at) VALUES (:split, :sealed, :record, :at)")
                    .param("split", split.id()).param("sealed", bytes).param("record", publication).param("at", now.atOffset(ZoneOffset.UTC))
                    .update());
            return new Kept(files, publication);
        });
    }

    private static Row row(Part it, Map<String, Integer> units, Map<String, BigDecimal> factors, Row.Evidence evidence) {
        return Row.included(it.code(), Facts.of(Map.of("unit", BigDecimal.valueOf(Objects.requireNonNull(units.get(it.unit()))), "unit-factor", Objects.requireNonNull(factors.get(it.unit())), "grade", it.gradeFactor(),
                "rating", it.ratingFactor(), "present", BigDecimal.valueOf(Math.max(0, it.scheduled() - it.absent())), "scheduled", BigDecimal.valueOf(it.scheduled()), "fen", BigDecimal.valueOf(it.amount()))), List.of(evidence));
    }

    private Definition definition(Plan plan) {
        return new Definition("1", said("package-sentence"), said("package-counts"), said("package-met"), said("package-silent"), plan.source(), FOLD, said("package-unit"), Rounding.of(100, 2), Definition.TimeRule.OVER_PERIOD);
    }

    /** Empty while its publication has no place in the log. */
    private Optional<byte[]> withProofs(Kept kept) {
        return log.place(kept.record()).flatMap(place -> log.best(place.index()).map(best -> {
            var files = SealedPackage.unpack(kept.files());
            var proofs = SealedPackage.proofs(files, log.opening(kept.record()).orElseThrow(), place.index(), log.view(best), Optional.empty(), log.namings());
            return SealedPackage.pack(SealedPackage.join(files, proofs));
        }));
    }

    private List<Report.DecidedBy> decidedBy(Split split) {
        var decision = decisions.find(split.proposal()).orElseThrow();
        return List.of(new Report.DecidedBy("proposer", pseudonym(decision.proposedBy()), seconds(decision.proposedAt())),
                new Report.DecidedBy("approver", pseudonym(Objects.requireNonNull(decision.ruledBy())), seconds(Objects.requireNonNull(decision.ruledAt()))));
    }

    private Words said(String key, Object... args) {
        return args.length < 2 ? new Words(messages.text(Lang.EN, "reward." + key, Object::toString), messages.text(Lang.ZH, "reward." + key, Object::toString))
                : new Words(messages.text(Lang.EN, "reward." + key, Object::toString, args[0]), messages.text(Lang.ZH, "reward." + key, Object::toString, args[1]));
    }

    /** An account's id is random; its first half tells two people apart and names neither. */
    private static String pseudonym(UUID account) {
        return account.toString().substring(0, 8);
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
