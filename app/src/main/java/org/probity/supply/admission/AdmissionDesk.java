package org.probity.supply.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Awaits;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Lang;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Departments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of admission waits for a person: proofs their department has not spoken about, decisions, papers, signatures. Of buyers and of quality it
 * waits for those whose department answers for the category, or who stand in for them; where nobody does, for all of that role.
 */
@Component
class AdmissionDesk implements Waiting {
    /** A proof and how soon; the word of several departments may be awaited. */
    private record Counted(UUID proof, LocalDate due, List<Role> roles, List<String> categories) {}

    private record Review(UUID proof, String nameEn, String nameZh, String legEn, String legZh, LocalDate due) {}

    private record Signing(UUID agreement, String nameEn, String nameZh, String titleEn, String titleZh, String act) {}

    private static final List<Role> DECIDE = List.of(Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER);

    private final JdbcClient db;
    private final Standing standing;
    private final Decisions decisions;
    private final Signatories signatories;
    private final Departments departments;
    private final Clock clock;

    AdmissionDesk(JdbcClient db, Standing standing, Decisions decisions, Signatories signatories, Departments departments, Clock clock) {
        this.db = db;
        this.standing = standing;
        this.decisions = decisions;
        this.signatories = signatories;
        this.departments = departments;
        this.clock = clock;
    }

    @Override
    public List<Duty> waiting(Me me) {
        return Awaits.read(counted(me));
    }

    @Override
    public List<? extends Awaits> counted(Me me) {
        var mine = departments.mine(me, LocalDate.now(clock));
        return Stream.<Stream<? extends Awaits>>of(reviews(me, mine), motions(me, mine), ready(me, mine), signings(me), papers(me)).<Awaits>flatMap(it -> it).toList();
    }

    /** For how many proofs one of this person's departments still has to speak. */
    long count(Me me) {
        return db.sql("""
                SELECT count(DISTINCT proof)
                  FROM admission.awaited
                 WHERE role = ANY (:roles)
                   AND NOT EXISTS (SELECT FROM admission.ruling WHERE ruling.proof = awaited.proof AND ruling.by = :me)
                """)
                .param("roles", roles(me)).param("me", me.account())
                .query(Long.class).single();
    }

    private Stream<Awaits.Unread> reviews(Me me, Departments.Mine mine) {
        var pile = new Awaits.Pile("admission.menu", this::reviews);
        return db.sql("""
                SELECT awaited.proof, awaited.sent_on + 7 AS due, array_agg(awaited.role) AS roles,
                       ARRAY(SELECT DISTINCT category FROM admission.dossier WHERE dossier.supplier = awaited.supplier) AS categories
                  FROM admission.awaited
                  JOIN supplier.name AS name ON name.id = awaited.supplier
                  JOIN admission.leg ON leg.code = awaited.leg
                 WHERE awaited.role = ANY (:roles)
                   AND NOT EXISTS (SELECT FROM admission.ruling WHERE ruling.proof = awaited.proof AND ruling.by = :me)
                 GROUP BY awaited.proof, awaited.supplier, awaited.sent_on, name.name_en, leg.code
                 ORDER BY due, name.name_en, leg.place
                """)
                .param("roles", roles(me)).param("me", me.account())
                .query((row, n) -> new Counted(row.getObject("proof", UUID.class), row.getObject("due", LocalDate.class),
                        Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf).toList(), List.of((String[]) row.getArray("categories").getArray())))
                .list().stream().filter(it -> mine.asAny(it.roles(), it.categories()))
                .map(it -> pile.of(it.proof(), it.due()));
    }

    private Map<UUID, Duty> reviews(List<UUID> proofs) {
        return db.sql("""
                SELECT DISTINCT awaited.proof, name.name_en, name.name_zh, leg.name_en AS leg_en, leg.name_zh AS leg_zh, awaited.sent_on + 7 AS due
                  FROM admission.awaited
                  JOIN supplier.name AS name ON name.id = awaited.supplier
                  JOIN admission.leg ON leg.code = awaited.leg
                 WHERE awaited.proof = ANY (:proofs)
                """)
                .param("proofs", proofs.toArray(UUID[]::new))
                .query(Review.class).list().stream().collect(Collectors.toMap(Review::proof, it -> new Duty(Words.of("admission.desk.review"),
                        s -> s.t("admission.desk.of", in(s.lang(), it.legEn(), it.legZh()), in(s.lang(), it.nameEn(), it.nameZh())),
                        Words.of("admission.turn.OURS"), "admission.menu", "/app/admission/proofs/" + it.proof(), Optional.of(it.due()))));
    }

    private Stream<Duty> motions(Me me, Departments.Mine mine) {
        return decides(me) ? decisions.waitingFor(Admission.MATTER, me).stream().flatMap(it -> standing.find(it.subject()).stream())
                .filter(it -> mine.asAny(DECIDE, List.of(it.category())))
                .map(it -> duty(it, "admission.desk.rule", "admission.stage.PROPOSED")) : Stream.of();
    }

    private Stream<Duty> ready(Me me, Departments.Mine mine) {
        return decides(me) ? standing.search(new Standing.Sought("", "", Dossier.Stage.READY.name()), Integer.MAX_VALUE, 0).stream()
                .filter(it -> mine.asAny(DECIDE, List.of(it.category())))
                .map(it -> duty(it, "admission.desk.propose", "admission.stage.READY")) : Stream.of();
    }

    private Duty duty(Dossier it, String act, String stands) {
        return new Duty(Words.of(act), s -> s.t("admission.desk.of", it.categoryName(s.lang()), it.supplierName(s.lang())), Words.of(stands),
                "admission.menu", "/app/admission/" + it.id(), Optional.of(it.dueDay()).filter(day -> it.stage() == Dossier.Stage.READY));
    }

    /** Agreements to countersign for those with a mandate, papers with a chop for legal affairs. */
    private Stream<Duty> signings(Me me) {
        var mandate = signatories.mandateOf(me.account()).isPresent();
        return !mandate && !me.is(Role.LEGAL) ? Stream.of() : db.sql("""
                SELECT agreement.id AS agreement, name.name_en, name.name_zh, template.title_en, template.title_zh, newest.act
                  FROM admission.agreement
                  JOIN LATERAL (SELECT act, by FROM admission.agreement_step WHERE agreement_step.agreement = agreement.id ORDER BY no DESC LIMIT 1) AS newest ON true
                  JOIN admission.template ON template.id = agreement.template
                  JOIN supplier.name AS name ON name.id = agreement.supplier
                 WHERE :mandate AND newest.act IN ('SIGNED', 'PAPER_CHECKED')
                    OR :legal AND newest.act = 'ON_PAPER' AND newest.by <> :me
                 ORDER BY agreement.offered_at
                """)
                .param("mandate", mandate).param("legal", me.is(Role.LEGAL)).param("me", me.account())
                .query(Signing.class).list().stream()
                .map(it -> new Duty(Words.of(it.act().equals("ON_PAPER") ? "admission.desk.check" : "admission.desk.countersign"),
                        s -> s.t("admission.desk.of", in(s.lang(), it.titleEn(), it.titleZh()), in(s.lang(), it.nameEn(), it.nameZh())),
                        Words.of("admission.act." + it.act()), "admission.menu", "/app/admission/agreements/" + it.agreement(), Optional.empty()));
    }

    private Stream<Duty> papers(Me me) {
        return me.is(Role.LEGAL) ? signatories.unchecked().stream()
                .map(it -> new Duty(Words.of("admission.desk.authority"), s -> it.name(), Words.of("admission.turn.OURS"), "admission.menu",
                        "/app/admission/signatories", Optional.of(LocalDate.ofInstant(it.namedAt(), clock.getZone()).plusDays(7)))) : Stream.of();
    }

    private static boolean decides(Me me) {
        return DECIDE.stream().anyMatch(me::is);
    }

    private static String[] roles(Me me) {
        return me.roles().stream().map(Enum::name).toArray(String[]::new);
    }

    private static String in(Lang lang, String en, String zh) {
        return lang == Lang.EN ? en : zh;
    }
}
