package org.probity.supply.admission;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Interests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a place on the list between two decisions: it is stopped, goes on, and its conditions are fulfilled. */
@Service
public class Stops {
    private final JdbcClient db;
    private final Standing standing;
    private final Interests interests;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stops(JdbcClient db, Standing standing, Interests interests, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.standing = standing;
        this.interests = interests;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stops a place at once: an accident or a recall does not wait for a second person.
     *
     * <p>Refusals: {@code admission.dossier-unknown}; {@code admission.not-admitted} there is nothing to stop; {@code admission.stopped-already};
     * {@code admission.reasons-missing}.
     */
    @Transactional
    public Answer<UUID> stop(UUID dossier, String reasons, Me by) {
        db.sql("SELECT FROM admission.dossier WHERE id = :id FOR UPDATE").param("id", dossier).query((row, n) -> n).optional();
        var found = standing.find(dossier);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.dossier-unknown");
        }
        if (found.get().suspension() != null) {
            return Answer.refused("", "admission.stopped-already");
        }
        if (found.get().outcome() != Dossier.Outcome.ADMIT) {
            return Answer.refused("", "admission.not-admitted");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        var id = UUID.randomUUID();
        var record = log.record("admission.stopped", today(), Map.of("dossier", dossier.toString(), "suspension", id.toString(), "by", by.account().toString()));
        db.sql("INSERT INTO admission.suspension (id, dossier, reasons, by, at, record) VALUES (:id, :dossier, :reasons, :by, :at, :record)")
                .param("id", id).param("dossier", dossier).param("reasons", reasons.strip()).param("by", by.account()).param("at", now())
                .param("record", record)
                .update();
        events.publishEvent(new Admission.Stopped(dossier, found.get().supplier(), true, reasons.strip()));
        return Answer.done(id);
    }

    /**
     * Another person lets it go on.
     *
     * <p>Refusals: {@code admission.dossier-unknown}; {@code admission.not-stopped}; {@code admission.needs-another} who stopped it does not let it
     * go on; {@code admission.own-interest} nor who has an interest of their own in the supplier; {@code admission.reasons-missing}.
     */
    @Transactional
    public Answer<UUID> goOn(UUID dossier, String reasons, Me by) {
        db.sql("SELECT FROM admission.dossier WHERE id = :id FOR UPDATE").param("id", dossier).query((row, n) -> n).optional();
        var found = standing.find(dossier);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.dossier-unknown");
        }
        if (found.get().suspension() == null) {
            return Answer.refused("", "admission.not-stopped");
        }
        var stopper = db.sql("SELECT by FROM admission.suspension WHERE id = :id").param("id", found.get().suspension()).query(UUID.class).single();
        if (stopper.equals(by.account())) {
            return Answer.refused("", "admission.needs-another");
        }
        if (interests.in(found.get().supplier(), by)) {
            return Answer.refused("", "admission.own-interest");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        var record = log.record("admission.went-on", today(), Map.of(
                "dossier", dossier.toString(), "suspension", found.get().suspension().toString(), "by", by.account().toString()));
        db.sql("""
                INSERT INTO admission.suspension_lifted (suspension, stopped_by, reasons, by, at, record)
                VALUES (:suspension, :stopper, :reasons, :by, :at, :record)
                """)
                .param("suspension", found.get().suspension()).param("stopper", stopper).param("reasons", reasons.strip())
                .param("by", by.account()).param("at", now()).param("record", record)
                .update();
        events.publishEvent(new Admission.Stopped(dossier, found.get().supplier(), false, reasons.strip()));
        return Answer.done(dossier);
    }

    List<Dossier.Stop> of(UUID dossier) {
        return db.sql("""
                SELECT suspension.id, suspension.reasons, suspension.by, suspension.at,
                       lifted.reasons AS lifted_reasons, lifted.by AS lifted_by, lifted.at AS lifted_at
                  FROM admission.suspension
                  LEFT JOIN admission.suspension_lifted AS lifted ON lifted.suspension = suspension.id
                 WHERE dossier = :dossier
                 ORDER BY suspension.at DESC
                """)
                .param("dossier", dossier)
                .query(Dossier.Stop.class).list();
    }

    /**
     * A condition of a proof, or of a decision, is fulfilled, with what shows it.
     *
     * <p>Refusals: {@code admission.no-condition} there is none open; {@code admission.own-interest}; {@code admission.reasons-missing}.
     */
    @Transactional
    public Answer<UUID> fulfil(UUID subject, String reasons, Evidence.@Nullable Item shown, Me by) {
        var open = db.sql("""
                SELECT supplier
                  FROM (SELECT ruling.proof AS subject, proof.supplier FROM admission.ruling JOIN admission.proof ON proof.id = ruling.proof WHERE conclusion = 'CONDITIONS'
                         UNION
                        SELECT motion, dossier.supplier FROM admission.decided JOIN admission.motion ON motion.id = decided.motion JOIN admission.dossier ON dossier.id = motion.dossier
                         WHERE ruling = 'APPROVED' AND condition <> '') AS conditional
                 WHERE subject = :subject
                   AND NOT EXISTS (SELECT FROM admission.condition_met WHERE condition_met.subject = :subject)
                """)
                .param("subject", subject)
                .query(UUID.class).optional();
        if (open.isEmpty()) {
            return Answer.refused("", "admission.no-condition");
        }
        if (interests.in(open.get(), by)) {
            return Answer.refused("", "admission.own-interest");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        var content = new TreeMap<String, Object>(Map.of("subject", subject.toString(), "by", by.account().toString()));
        if (shown != null) {
            content.put("sha256", shown.sha256());
        }
        db.sql("""
                INSERT INTO admission.condition_met (subject, reasons, evidence, by, at, record)
                VALUES (:subject, :reasons, :evidence, :by, :at, :record)
                ON CONFLICT DO NOTHING
                """)
                .param("subject", subject).param("reasons", reasons.strip())
                .param("evidence", shown == null ? null : shown.id(), Types.OTHER)
                .param("by", by.account()).param("at", now()).param("record", log.record("admission.condition", today(), content))
                .update();
        return Answer.done(subject);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
