package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;
import static org.probity.supply.admission.Newcomer.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.admission.Dossier.Outcome;
import org.probity.supply.admission.Dossier.Stage;
import org.probity.supply.admission.Proof.Conclusion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class AdmittingASupplierTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Admission admission;
    @Autowired AdmissionTies ties;
    @Autowired Stops stops;
    @Autowired Standing standing;
    @Autowired Rulings rulings;
    @Autowired Proofs proofs;
    @Autowired Signatories signatories;
    @Autowired Agreements agreements;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    Newcomer newcomer;
    LocalDate today;

    @BeforeEach
    void somebodyToAdmit() {
        newcomer = beans.createBean(Newcomer.class);
        today = newcomer.today();
    }

    @Test
    void whoeverProposedOrDecidedDoesNotAuditTheSupplier() {
        var decided = newcomer.qualified("wafer").supplier();
        var invited = newcomer.invited("wafer").supplier();
        assertThat(ties.between(decided, newcomer.buyer.account())).contains("admission.tie.decided");
        assertThat(ties.between(decided, newcomer.quality.account())).contains("admission.tie.decided");
        assertThat(ties.between(decided, newcomer.ehs.account())).as("a department's word on a proof decides nothing").isEmpty();
        assertThat(ties.between(invited, newcomer.buyer.account())).isEmpty();
    }

    @Test
    void fromTheInvitationToTheListEveryLegIsNeededAndTwoDecide() {
        var it = newcomer.invited("wafer");
        assertThat(it.stage()).isEqualTo(Stage.IN_REVIEW);
        assertThat(it.missing()).hasSize(14).startsWith("environment").endsWith("integrity");
        newcomer.topics(it);
        newcomer.systems(it);
        newcomer.agreements(it);
        assertThat(there(it).missing()).containsExactly("material");
        newcomer.material(it);
        assertThat(there(it).stage()).isEqualTo(Stage.READY);
        var motion = done(admission.propose(it.id(), Outcome.ADMIT, today.plusYears(1), "", null, "Everything holds", newcomer.buyer));
        assertThat(there(it).stage()).isEqualTo(Stage.PROPOSED);
        assertThat(qualified(it.supplier(), today)).isEmpty();
        done(admission.rule(motion, Decisions.Outcome.APPROVED, "Agreed", newcomer.quality));
        assertThat(there(it).stage()).isEqualTo(Stage.QUALIFIED);
        assertThat(qualified(it.supplier(), today)).containsExactly(it.id());
    }

    @Test
    void theDayAfterALegEndsTheListIsAnotherAndARenewedCertificateRestoresIt() {
        var it = newcomer.qualified("wafer");
        var until = it.untilDay();
        assertThat(until).isEqualTo(today.plusYears(1));
        assertThat(qualified(it.supplier(), until)).containsExactly(it.id());
        assertThat(qualified(it.supplier(), until.plusDays(1))).isEmpty();
        done(rulings.withdraw(proofs.newest(it.supplier(), "iso-9001").orElseThrow().id(), "Its body withdrew it", newcomer.quality));
        assertThat(there(it).stage()).isEqualTo(Stage.LAPSED);
        assertThat(there(it).missing()).containsExactly("iso-9001");
        newcomer.pass(it, newcomer.send(it, "iso-9001"), today.plusYears(1), newcomer.quality);
        assertThat(there(it).stage()).isEqualTo(Stage.QUALIFIED);
    }

    @Test
    void whoDeclaredDealingsOfTheirOwnDecidesNothingAboutTheSupplierNorAboutWhoBelongsToIt() {
        var it = newcomer.ready("wafer");
        var kin = newcomer.invited("wafer").supplier();
        var own = new Me(newcomer.account(Role.BUYER), "Marta Lind", Set.of(Role.BUYER, Role.QUALITY), Optional.empty());
        db.sql("INSERT INTO blacklist.tie (id, supplier, other, kinds, outcome, reason, said_by, said_at, record) VALUES (gen_random_uuid(), :kin, :it, '{OWNER}', 'CONFIRMED', 'One owner', gen_random_uuid(), now(), gen_random_uuid())")
                .param("kin", kin).param("it", it.supplier()).update();
        var motion = done(admission.propose(it.id(), Outcome.ADMIT, today.plusYears(1), "", null, "Everything holds", newcomer.buyer));
        db.sql("INSERT INTO blacklist.dealing (id, account, party, supplier, kind, words, declared_at, refused, record) VALUES (gen_random_uuid(), :own, 'Kin', :kin, 'FAMILY', '', now(), false, gen_random_uuid())")
                .param("own", own.account()).param("kin", kin).update();
        assertThat(key(admission.rule(motion, Decisions.Outcome.APPROVED, "Agreed", own))).isEqualTo("admission.own-interest");
        assertThat(key(admission.rule(motion, Decisions.Outcome.REJECTED, "No", own))).isEqualTo("admission.own-interest");
        done(admission.rule(motion, Decisions.Outcome.APPROVED, "Agreed", newcomer.quality));
        done(stops.stop(it.id(), "A fire", newcomer.quality));
        assertThat(key(stops.goOn(it.id(), "It is out", own))).isEqualTo("admission.own-interest");
        done(stops.goOn(it.id(), "It is out", newcomer.buyer));
        assertThat(key(admission.propose(it.id(), Outcome.REFUSE, null, "", null, "Not so", own))).isEqualTo("admission.own-interest");
        done(stops.stop(it.id(), "To stop in a hurry is everybody's", own));
    }

    @Test
    void nobodyWithDealingsOfTheirOwnSpeaksForADepartmentOrSignsOrFulfilsACondition() {
        var it = newcomer.invited("wafer");
        newcomer.words();
        newcomer.mandate();
        var own = new Me(newcomer.mandated().account(), "Marta Lind", Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.LEGAL), Optional.empty());
        var sample = newcomer.send(it, "material");
        var topic = newcomer.send(it, "business");
        var signatory = done(signatories.name("Chen Yu", Agreement.Capacity.LEGAL_REPRESENTATIVE, today.plusYears(2), Newcomer.file("authority" + it.supplier()), newcomer.contact(it.supplier())));
        var dealing = UUID.randomUUID();
        db.sql("INSERT INTO blacklist.dealing (id, account, party, supplier, kind, words, declared_at, refused, record) VALUES (:id, :own, 'Kin', :supplier, 'FAMILY', '', now(), false, gen_random_uuid())")
                .param("id", dealing).param("own", own.account()).param("supplier", it.supplier()).update();
        assertThat(key(rulings.take(sample, Proof.Step.values()[0], today, "As specified", null, own))).isEqualTo("admission.own-interest");
        assertThat(key(rulings.say(topic, newcomer.said(it, Conclusion.CONDITIONS, today.plusYears(1)), own))).isEqualTo("admission.own-interest");
        assertThat(key(signatories.check(signatory, true, today.plusYears(2), "The extract names him", own))).isEqualTo("admission.own-interest");
        assertThat(browser.get().uri("/app/admission/" + it.id()).with(As.me(own)).exchange()).hasStatusOk().bodyText().contains("You declared dealings of your own").doesNotContain("/motion\"");
        assertThat(browser.get().uri("/app/admission/proofs/" + topic).with(As.me(own)).exchange()).hasStatusOk().bodyText().contains("You declared dealings of your own").doesNotContain("/ruling\"");

        done(rulings.say(topic, newcomer.said(it, Conclusion.CONDITIONS, today.plusYears(1)), newcomer.buyer));
        assertThat(key(stops.fulfil(topic, "The report came", null, own))).isEqualTo("admission.own-interest");
        done(stops.fulfil(topic, "The report came", null, newcomer.buyer));
        done(signatories.check(signatory, true, today.plusYears(2), "The extract names him", newcomer.legal));
        var offered = done(agreements.offer(it.supplier(), "integrity"));
        done(agreements.sign(offered.id(), offered.sha256(), newcomer.contact(it.supplier())));
        assertThat(key(agreements.countersign(offered.id(), own))).isEqualTo("admission.own-interest");
        assertThat(browser.get().uri("/app/admission/agreements/" + offered.id()).with(As.me(own)).exchange()).hasStatusOk().bodyText().contains("You declared dealings of your own").doesNotContain("/countersignature\"");
        db.sql("DELETE FROM blacklist.dealing WHERE id = :id").param("id", dealing).update();
        done(agreements.countersign(offered.id(), own));
    }

    @Test
    void aConditionHoldsThePlaceUntilItsDayUnlessItIsFulfilled() {
        var it = newcomer.ready("wafer");
        var motion = done(admission.propose(it.id(), Outcome.ADMIT, today.plusYears(1), "Close the open finding", today.plusDays(40), "Good but for one finding", newcomer.buyer));
        done(admission.rule(motion, Decisions.Outcome.APPROVED, "", newcomer.quality));
        assertThat(there(it).stage()).isEqualTo(Stage.WITH_CONDITIONS);
        assertThat(qualified(it.supplier(), today.plusDays(40))).isNotEmpty();
        assertThat(qualified(it.supplier(), today.plusDays(41))).isEmpty();
        assertThat(key(stops.fulfil(motion, " ", null, newcomer.quality))).isEqualTo("admission.reasons-missing");
        done(stops.fulfil(motion, "The finding is closed", null, newcomer.quality));
        assertThat(qualified(it.supplier(), today.plusDays(41))).isNotEmpty();
        assertThat(key(stops.fulfil(motion, "Again", null, newcomer.quality))).isEqualTo("admission.no-condition");
    }

    @Test
    void anAdmissionThatCannotStandIsNotProposed() {
        var early = newcomer.invited("wafer");
        assertThat(key(propose(early, today.plusYears(1), "", null, "Soon"))).isEqualTo("admission.legs-missing");
        assertThat(key(admission.propose(UUID.randomUUID(), Outcome.ADMIT, today, "", null, "x", newcomer.buyer))).isEqualTo("admission.dossier-unknown");
        var it = newcomer.ready("wafer");
        assertThat(key(propose(it, today.plusYears(1), "", null, " "))).isEqualTo("admission.reasons-missing");
        assertThat(key(propose(it, today.plusYears(3).plusDays(1), "", null, "Long"))).isEqualTo("admission.until-wrong");
        assertThat(key(propose(it, today.plusYears(1), "", today.plusDays(3), "x"))).isEqualTo("admission.condition-wrong");
        assertThat(key(propose(it, today.plusDays(5), "Something", today.plusDays(6), "x"))).isEqualTo("admission.condition-wrong");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsToldThatSomebodyWasFaster() throws Exception {
        var it = newcomer.ready("wafer");
        var both = together(() -> propose(it, today.plusYears(1), "", null, "First"), () -> propose(it, today.plusYears(1), "", null, "Second"));
        assertThat(both.stream().filter(Answer.Done.class::isInstance)).hasSize(1);
        assertThat(key(both.stream().filter(Answer.Refused.class::isInstance).findFirst().orElseThrow())).isEqualTo("admission.proposed-already");
        var motion = admission.motions(it.id()).getFirst().id();
        assertThat(key(admission.rule(motion, Decisions.Outcome.APPROVED, "", newcomer.buyer))).isEqualTo("decision.needs-another-person");
        var rulings = together(() -> admission.rule(motion, Decisions.Outcome.APPROVED, "", newcomer.quality), () -> admission.rule(motion, Decisions.Outcome.REJECTED, "", newcomer.officer));
        assertThat(rulings.stream().filter(Answer.Done.class::isInstance)).hasSize(1);
        assertThat(key(rulings.stream().filter(Answer.Refused.class::isInstance).findFirst().orElseThrow())).isEqualTo("decision.ruled-already");
    }

    @Test
    void aLegThatEndedBetweenTheTwoStopsTheDecision() {
        var it = newcomer.ready("wafer");
        var motion = done(propose(it, today.plusYears(1), "", null, "Everything holds"));
        done(rulings.withdraw(proofs.newest(it.supplier(), "labour").orElseThrow().id(), "A complaint came", newcomer.officer));
        assertThat(key(admission.rule(motion, Decisions.Outcome.APPROVED, "", newcomer.quality))).isEqualTo("admission.legs-missing");
        done(admission.rule(motion, Decisions.Outcome.REJECTED, "Labour first", newcomer.quality));
        assertThat(there(it).stage()).isEqualTo(Stage.IN_REVIEW);
    }

    @Test
    void nobodyIsRefusedBeforeTheirDayToAnswerIsOverOrTheyHaveAnswered() {
        var it = newcomer.invited("wafer");
        var proof = newcomer.send(it, "labour");
        done(rulings.say(proof, newcomer.said(it, Conclusion.FAIL, today), newcomer.officer));
        assertThat(key(admission.propose(it.id(), Outcome.REFUSE, null, "", null, "Labour", newcomer.buyer))).isEqualTo("admission.not-heard");
        var answer = newcomer.send(it, "labour");
        done(rulings.say(answer, new Rulings.Said(Conclusion.FAIL, "It changes nothing", null, "", null, today, List.of(), List.of(), null, false), newcomer.officer));
        db.sql("UPDATE admission.ruling SET answer_by = :day WHERE proof = :proof").param("day", today.minusDays(1)).param("proof", answer).update();
        var motion = done(admission.propose(it.id(), Outcome.REFUSE, null, "", null, "Labour", newcomer.buyer));
        done(admission.rule(motion, Decisions.Outcome.APPROVED, "Agreed", newcomer.officer));
        assertThat(there(it).stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void onePersonStopsAPlaceAtOnceAndAnotherLetsItGoOn() {
        var it = newcomer.qualified("wafer");
        assertThat(key(stops.goOn(it.id(), "x", newcomer.ehs))).isEqualTo("admission.not-stopped");
        assertThat(key(stops.stop(it.id(), " ", newcomer.ehs))).isEqualTo("admission.reasons-missing");
        assertThat(key(stops.stop(newcomer.invited("wafer").id(), "x", newcomer.ehs))).isEqualTo("admission.not-admitted");
        assertThat(key(stops.stop(UUID.randomUUID(), "x", newcomer.ehs))).isEqualTo("admission.dossier-unknown");
        done(stops.stop(it.id(), "A fire on line 2", newcomer.ehs));
        assertThat(there(it).stage()).isEqualTo(Stage.SUSPENDED);
        assertThat(qualified(it.supplier(), today)).isEmpty();
        assertThat(key(stops.stop(it.id(), "Again", newcomer.quality))).isEqualTo("admission.stopped-already");
        assertThat(key(stops.goOn(it.id(), "Over", newcomer.ehs))).isEqualTo("admission.needs-another");
        assertThat(key(stops.goOn(it.id(), "", newcomer.quality))).isEqualTo("admission.reasons-missing");
        done(stops.goOn(it.id(), "Inspected", newcomer.quality));
        assertThat(qualified(it.supplier(), today)).isNotEmpty();
    }

    @Test
    void whatWasKnownThenStaysTheListOfThen() {
        var before = java.time.OffsetDateTime.now();
        var it = newcomer.qualified("wafer");
        assertThat(db.sql("SELECT count(*) FROM admission.qualified(:day, :then) WHERE supplier = :supplier").param("day", today).param("then", before)
                .param("supplier", it.supplier()).query(Long.class).single()).isZero();
    }

    private Answer<UUID> propose(Dossier it, LocalDate until, String condition, LocalDate due, String reasons) {
        return admission.propose(it.id(), Outcome.ADMIT, until, condition, due, reasons, newcomer.buyer);
    }

    private Dossier there(Dossier it) {
        return standing.find(it.id()).orElseThrow();
    }

    private List<UUID> qualified(UUID supplier, LocalDate day) {
        return db.sql("SELECT dossier FROM admission.qualified(:day, 'infinity') WHERE supplier = :supplier").param("day", day).param("supplier", supplier)
                .query(UUID.class).list();
    }

    @SafeVarargs
    private static List<Answer<?>> together(java.util.concurrent.Callable<Answer<?>>... acts) throws Exception {
        try (var both = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.ArrayList<Answer<?>>();
            for (var future : both.invokeAll(List.of(acts))) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
