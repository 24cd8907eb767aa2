package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.webhook.Happened;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.admission.Proof.Conclusion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Both sides are told 90, 30 and 7 days before something ends, once; and of whatever was decided. */
@WholeHouse(own = true)
@RecordApplicationEvents
class BeingWarnedTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired AdmissionLetters letters;
    @Autowired AdmissionTold told;
    @Autowired ApplicationEvents events;
    @Autowired Admission admission;
    @Autowired Stops stops;
    @Autowired Rulings rulings;
    @Autowired Proofs proofs;
    @Autowired Agreements agreements;
    @Autowired JdbcClient db;

    Newcomer newcomer;
    LocalDate today;

    @BeforeEach
    void somebodyToWarn() {
        newcomer = beans.createBean(Newcomer.class);
        today = newcomer.today();
    }

    @Test
    void ninetyThirtyAndSevenDaysBeforeALegEndsBothSidesAreToldOnceAndOnNoOtherDay() {
        var it = newcomer.qualified("wafer");
        newcomer.account(org.probity.house.access.Role.BUYER);
        var end = today.plusYears(1);
        db.sql("UPDATE admission.ruling SET valid_until = valid_until + 400 WHERE proof IN (SELECT id FROM admission.proof WHERE supplier = :s AND leg <> 'iso-9001')")
                .param("s", it.supplier()).update();
        db.sql("UPDATE admission.motion SET until_day = until_day + 400 WHERE dossier = :d").param("d", it.id()).update();
        for (var left : List.of(91, 90, 89, 31, 30, 29, 8, 7, 6, 1, 0)) {
            var before = told("admission.letter.ends", it.supplier());
            var ours = ofKey("admission.letter.ends-ours");
            letters.on(new DayHasBegun(end.minusDays(left)));
            letters.on(new DayHasBegun(end.minusDays(left)));
            var expected = AdmissionLetters.WARN_ON_DAYS_LEFT.contains(left) ? 1 : 0;
            assertThat(told("admission.letter.ends", it.supplier()) - before).as("the supplier, %d days before", left).isEqualTo(expected);
            assertThat(ofKey("admission.letter.ends-ours") - ours).as("ours, %d days before", left).isEqualTo(expected);
        }
    }

    @Test
    void everyConclusionAndDecisionIsALetterToTheSupplier() {
        var it = newcomer.invited("wafer");
        assertThat(told("admission.letter.opened", it.supplier())).isEqualTo(1);
        conclude(it, "labour", Conclusion.ASK, "admission.letter.asked");
        conclude(it, "risk", Conclusion.FAIL, "admission.letter.failed");
        conclude(it, "disputes", Conclusion.CONDITIONS, "admission.letter.conditions");
        conclude(it, "environment", Conclusion.PASS, "admission.letter.passed");
        done(rulings.withdraw(proofs.newest(it.supplier(), "environment").orElseThrow().id(), "It was another plant's", newcomer.ehs));
        assertThat(told("admission.letter.withdrawn", it.supplier())).isEqualTo(1);
    }

    @Test
    void whoIsAdmittedStoppedOrRefusedIsTold() {
        var it = newcomer.qualified("wafer");
        assertThat(told("admission.letter.authority", it.supplier())).isEqualTo(1);
        assertThat(told("admission.letter.in-force", it.supplier())).isEqualTo(3);
        assertThat(told("admission.letter.admitted", it.supplier())).isEqualTo(1);
        done(stops.stop(it.id(), "A fire", newcomer.ehs));
        assertThat(told("admission.letter.stopped", it.supplier())).isEqualTo(1);
        done(stops.goOn(it.id(), "Inspected", newcomer.quality));
        assertThat(told("admission.letter.went-on", it.supplier())).isEqualTo(1);
        done(agreements.end(agreements.of(it.supplier()).getFirst().id(), today, "Both sides agree", newcomer.legal));
        assertThat(told("admission.letter.agreement-ended", it.supplier())).isEqualTo(1);
        var refused = newcomer.ready("wafer");
        done(admission.rule(done(admission.propose(refused.id(), Dossier.Outcome.REFUSE, null, "", null, "Not honest", newcomer.buyer)), Decisions.Outcome.APPROVED, "", newcomer.quality));
        assertThat(told("admission.letter.refused", refused.supplier())).isEqualTo(1);
    }

    @Test
    void whoeverKeepsOurAnswersIsToldToAskAgainOnTheDayAfterALegEnded() {
        var it = newcomer.qualified("wafer");
        var never = newcomer.ready("wafer");
        var end = today.plusYears(1);
        var admitted = askAgain(it.supplier());
        told.on(new DayHasBegun(end));
        assertThat(askAgain(it.supplier()) - admitted).as("its last day").isZero();
        told.on(new DayHasBegun(end.plusDays(1)));
        assertThat(askAgain(it.supplier()) - admitted).as("the day after").isEqualTo(1);
        assertThat(askAgain(never.supplier())).as("nobody ordered from it").isZero();
        done(rulings.withdraw(proofs.newest(it.supplier(), "labour").orElseThrow().id(), "It was another plant's", newcomer.officer));
        assertThat(askAgain(it.supplier()) - admitted).as("a proof withdrawn").isEqualTo(2);
    }

    private long askAgain(UUID supplier) {
        return events.stream(Happened.class).filter(it -> it.kind().name().equals("clearance.changed") && it.ids().containsValue(supplier.toString())).count();
    }

    private void conclude(Dossier it, String leg, Conclusion conclusion, String letter) {
        done(rulings.say(newcomer.send(it, leg), newcomer.said(it, conclusion, today.plusYears(1)), newcomer.reviewer(leg)));
        assertThat(told(letter, it.supplier())).as(letter).isEqualTo(1);
    }

    private long told(String key, UUID supplier) {
        return db.sql("SELECT count(*) FROM mail.letter WHERE subject LIKE :subject AND recipient IN (SELECT email FROM access.account WHERE supplier = :supplier)")
                .param("subject", subject(key, "zh")).param("supplier", supplier).query(Long.class).single();
    }

    private long ofKey(String key) {
        return db.sql("SELECT count(*) FROM mail.letter WHERE subject LIKE :subject").param("subject", subject(key, "en")).query(Long.class).single();
    }

    /** As the letter's subject is written, whatever stands in it. */
    private static String subject(String key, String language) {
        var words = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(AdmissionLetters.class.getResourceAsStream("messages_" + language + ".properties")), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(words.getProperty(key + ".subject"), key).replaceAll("\\{[^}]*}", "%");
    }
}
