package org.probity.disclosure.assurance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.disclosure.assurance.Conclusion.Depth;
import org.probity.disclosure.assurance.Finding.Outcome;
import org.probity.disclosure.statement.Opinions;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an assurer concludes on a figure of an edition, and whether everybody reads it. */
@Service
public class Conclusions implements Opinions {
    private final JdbcClient db;
    private final Assurance assurance;
    private final Engagements engagements;
    private final Log log;
    private final Clock clock;

    Conclusions(JdbcClient db, Assurance assurance, Engagements engagements, Log log, Clock clock) {
        this.db = db;
        this.assurance = assurance;
        this.engagements = engagements;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Concludes on a figure of an edition from all its closed samples. It follows from them whether it is without exception: nobody types it.
     *
     * <p>Refusals: {@code assurance.not-engaged}; {@code assurance.depth-missing}; {@code assurance.no-result} no sample was closed;
     * {@code assurance.samples-open} a sample that was drawn is looked at to its end, or one could choose the better of two.
     */
    @Transactional
    public Answer<Conclusion> conclude(UUID edition, String figure, @Nullable Depth depth, Me by) {
        var engagement = engagements.inForce(by);
        if (engagement.isEmpty()) {
            return Answer.refused("", "assurance.not-engaged");
        }
        if (depth == null) {
            return Answer.refused("depth", "assurance.depth-missing");
        }
        var samples = assurance.samples(edition, figure);
        var results = samples.stream().flatMap(it -> assurance.result(it.id()).stream()).toList();
        if (results.isEmpty()) {
            return Answer.refused("", "assurance.no-result");
        }
        if (results.size() < samples.size()) {
            return Answer.refused("", "assurance.samples-open");
        }
        var lookedAt = results.stream().mapToInt(Assurance.Result::lookedAt).sum();
        var exceptions = results.stream().mapToInt(Assurance.Result::exceptions).sum();
        var outcome = exceptions == 0 ? Conclusion.Outcome.NO_EXCEPTION : Conclusion.Outcome.EXCEPTIONS;
        var id = UUID.randomUUID();
        var record = log.record("assurance.conclusion", today(), Map.of(
                "conclusion", id.toString(), "edition", edition.toString(), "figure", figure, "outcome", outcome.name(), "depth", depth.name(),
                "looked_at", lookedAt, "exceptions", exceptions));
        db.sql("""
                INSERT INTO assurance.conclusion (id, edition, figure, outcome, depth, looked_at, exceptions, firm, concluded_by, concluded_at, record)
                VALUES (:id, :edition, :figure, :outcome, :depth, :lookedAt, :exceptions, :firm, :by, :at, :record)
                """)
                .param("id", id).param("edition", edition).param("figure", figure).param("outcome", outcome.name()).param("depth", depth.name())
                .param("lookedAt", lookedAt).param("exceptions", exceptions).param("firm", engagement.get().firm())
                .param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(of(edition, figure).orElseThrow());
    }

    /**
     * Lets everybody read the newest conclusion on a figure; it cannot be taken back, only followed by another.
     *
     * <p>Refusals: {@code assurance.no-conclusion}; {@code assurance.shown-already}.
     */
    @Transactional
    public Answer<Conclusion> show(UUID edition, String figure, Me by) {
        var conclusion = of(edition, figure);
        if (conclusion.isEmpty()) {
            return Answer.refused("", "assurance.no-conclusion");
        }
        if (conclusion.get().shownAt() != null) {
            return Answer.refused("", "assurance.shown-already");
        }
        var id = conclusion.get().id();
        db.sql("INSERT INTO assurance.showing (conclusion, allowed_by, allowed_at, record) VALUES (:id, :by, :at, :record)")
                .param("id", id).param("by", by.account()).param("at", now())
                .param("record", log.record("assurance.shown", today(), Map.of("conclusion", id.toString())))
                .update();
        return Answer.done(of(edition, figure).orElseThrow());
    }

    Optional<Conclusion> of(UUID edition, String figure) {
        return db.sql("""
                SELECT conclusion.*, showing.allowed_at AS shown_at
                  FROM assurance.conclusion
                  LEFT JOIN assurance.showing ON showing.conclusion = conclusion.id
                 WHERE edition = :edition
                   AND figure = :figure
                 ORDER BY concluded_at DESC, id
                 LIMIT 1
                """)
                .param("edition", edition).param("figure", figure)
                .query(Conclusion.class).optional();
    }

    @Override
    public List<Opinion> shown(UUID edition, String figure) {
        return of(edition, figure).filter(it -> it.shownAt() != null)
                .map(it -> new Opinion(it.firm(), it.outcome() == Conclusion.Outcome.NO_EXCEPTION, it.depth() == Depth.REASONABLE, it.lookedAt(),
                        it.exceptions(), it.concludedAt()))
                .stream().toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
