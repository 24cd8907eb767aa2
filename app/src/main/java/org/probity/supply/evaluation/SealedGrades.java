package org.probity.supply.evaluation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.log.Log;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.proof.Definition;
import org.probity.proof.Facts;
import org.probity.proof.Json;
import org.probity.proof.Level;
import org.probity.proof.Period;
import org.probity.proof.Report;
import org.probity.proof.ReportDraft;
import org.probity.proof.Rounding;
import org.probity.proof.Row;
import org.probity.proof.SealedPackage;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Suppliers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A grade as a package of its own: one figure, one row, with the marks it follows from and the entry of the log that bound them when it was given.
 * Whoever holds it computes the score again offline, with either verifier.
 */
@Component
class SealedGrades {
    private record Kept(byte[] files, UUID record) {}

    private final JdbcClient db;
    private final Rounds rounds;
    private final Schemes schemes;
    private final Appeals appeals;
    private final Scorecards scorecards;
    private final Decisions decisions;
    private final Suppliers suppliers;
    private final Log log;
    private final Messages messages;
    private final Company company;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SealedGrades(
            JdbcClient db, Rounds rounds, Schemes schemes, Appeals appeals, Scorecards scorecards, Decisions decisions, Suppliers suppliers, Log log,
            Messages messages, Company company, Clock clock) {
        this.db = db;
        this.rounds = rounds;
        this.schemes = schemes;
        this.appeals = appeals;
        this.scorecards = scorecards;
        this.decisions = decisions;
        this.suppliers = suppliers;
        this.log = log;
        this.messages = messages;
        this.company = company;
        this.clock = clock;
    }

    /** The package of a grade that was given; empty while the log has not placed it or does not sign. */
    @Transactional
    Optional<byte[]> of(Scorecard card) {
        if (card.score() == null || !log.maySign()) {
            return Optional.empty();
        }
        log.settle();
        // Two contacts may ask at once; one seals, the other waits and finds it.
        db.sql("SELECT FROM evaluation.scorecard WHERE id = :id FOR UPDATE").param("id", card.id()).query((row, n) -> row).single();
        return kept(card).or(() -> seal(card)).flatMap(this::withProofs);
    }

    private Optional<Kept> kept(Scorecard card) {
        return db.sql("SELECT files, record FROM evaluation.sealed WHERE scorecard = :card").param("card", card.id()).query(Kept.class).optional();
    }

    private Optional<Kept> seal(Scorecard card) {
        var record = Objects.requireNonNull(card.record());
        return log.place(record).map(place -> {
            var round = rounds.find(card.round()).orElseThrow();
            var now = clock.instant();
            var draft = new ReportDraft(random);
            draft.figure("score", said("package-figure"), definition(schemes.find(round.scheme()), card), period(round),
                    new Words(company.boundary(Lang.EN), company.boundary(Lang.ZH)), seconds(Optional.ofNullable(round.knownAt()).orElse(card.at())), Level.PUBLIC)
                    .add(row(card, place.index()));
            log.opening(record).ifPresent(opening -> draft.open(place.index(), opening));
            var sealed = draft.seal(new Report("grade-" + card.id(), 1, said("package-title", card.grade(), round.year(), round.half()),
                    new Words(company.in(Lang.EN), company.in(Lang.ZH)), period(round), seconds(now), decidedBy(round, card), log.verifier(), log.witnesses(),
                    log.last(place.kind(), place.year()).map(last -> new Report.Population(place.kind(), place.year(), last.number(), last.index())).stream().toList(),
                    Optional.empty()));
            var files = SealedPackage.pack(sealed.files(Level.PUBLIC));
            var publication = log.record(Report.PUBLICATION, LocalDate.now(clock), sealed.publication());
            db.sql("INSERT INTO evaluation.sealed (scorecard, files, record, sealed_at) VALUES (:card, :files, :record, :at)")
                    .param("card", card.id()).param("files", files).param("record", publication).param("at", now.atOffset(ZoneOffset.UTC))
                    .update();
            return new Kept(files, publication);
        });
    }

    /** Empty in the transaction that sealed it: its publication has no place in the log yet. */
    private Optional<byte[]> withProofs(Kept kept) {
        return log.place(kept.record()).flatMap(place -> log.best(place.index()).map(best -> {
            var files = SealedPackage.unpack(kept.files());
            var proofs = SealedPackage.proofs(files, log.opening(kept.record()).orElseThrow(), place.index(), log.view(best), Optional.empty(), log.namings());
            return SealedPackage.pack(SealedPackage.join(files, proofs));
        }));
    }

    private Definition definition(Scheme scheme, Scorecard card) {
        var bands = said("package-bands", scheme.aFrom(), scheme.bFrom(), scheme.cFrom());
        return new Definition(String.valueOf(scheme.version()), said("package-sentence"), said("package-counts"), bands, said("package-silent"),
                scheme.source(), scheme.fold(card.inputs()), new Words("", ""), new Rounding(1, 2, Rounding.Mode.DOWN), Definition.TimeRule.OVER_PERIOD);
    }

    private Row row(Scorecard card, long index) {
        var supplier = suppliers.find(card.supplier()).orElseThrow();
        var hidden = Json.object("grade", String.valueOf(card.grade()), "number", supplier.number(), "name_en", supplier.nameEn(), "name_zh", supplier.nameZh());
        return new Row("GR-0001", Optional.empty(), Facts.of(card.inputs()), List.of(new Row.Evidence("evaluation.grade", Row.Source.SYSTEM, index)), Optional.of(hidden));
    }

    /** Who put the grades forward and who gave them; of a corrected one, who gave the first and who answered the appeal. */
    private List<Report.DecidedBy> decidedBy(Round round, Scorecard card) {
        var given = new Report.DecidedBy("approver", pseudonym(Objects.requireNonNull(round.givenBy())), seconds(Objects.requireNonNull(round.givenAt())));
        if (card.no() == 1) {
            var decision = decisions.find(Objects.requireNonNull(round.proposal())).orElseThrow();
            return List.of(new Report.DecidedBy("evaluator", pseudonym(decision.proposedBy()), seconds(decision.proposedAt())), given);
        }
        var answered = scorecards.given(card.supplier()).stream().filter(it -> it.round().equals(round.id()) && it.no() == card.no() - 1)
                .flatMap(it -> appeals.of(it.id()).stream()).findFirst().orElseThrow();
        return List.of(given, new Report.DecidedBy("answerer", pseudonym(Objects.requireNonNull(answered.answeredBy())), seconds(Objects.requireNonNull(answered.answeredAt()))));
    }

    private static Period period(Round round) {
        return new Period(round.from(), round.until());
    }

    private Words said(String key, Object... args) {
        return new Words(messages.text(Lang.EN, "evaluation." + key, Object::toString, args), messages.text(Lang.ZH, "evaluation." + key, Object::toString, args));
    }

    /** An account's id is random; its first half tells two people apart and names neither. */
    private static String pseudonym(UUID account) {
        return account.toString().substring(0, 8);
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
