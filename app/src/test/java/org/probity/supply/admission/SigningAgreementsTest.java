package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;
import static org.probity.supply.admission.Newcomer.file;
import static org.probity.supply.admission.Newcomer.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Lang;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.admission.Agreement.Capacity;
import org.probity.supply.admission.Agreement.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class SigningAgreementsTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Agreements agreements;
    @Autowired Signatories signatories;
    @Autowired AdmissionData data;
    @Autowired Accounts accounts;
    @Autowired Templates templates;
    @Autowired AgreementPdf pdf;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    Newcomer newcomer;
    LocalDate today;
    Dossier dossier;
    Me contact;

    @BeforeEach
    void anAgreementIsOffered() {
        newcomer = beans.createBean(Newcomer.class);
        today = newcomer.today();
        newcomer.words();
        newcomer.mandate();
        dossier = newcomer.invited("wafer");
        contact = newcomer.contact(dossier.supplier());
    }

    @Test
    void aSignatureBindsExactlyTheWordsThatWereShown() {
        newcomer.authority(dossier);
        var it = offered();
        assertThat(it.textEn()).contains(dossier.nameEn()).doesNotContain("[environment]", "«");
        assertThat(key(agreements.sign(it.id(), "0".repeat(64), contact))).isEqualTo("admission.words-changed");
        var signed = done(agreements.sign(it.id(), it.sha256(), contact));
        assertThat(log.opening(signed.steps().getFirst().record()).orElseThrow().content().text()).contains(it.sha256());
        assertThat(signed.stage(today)).isEqualTo(Stage.TO_COUNTERSIGN);
        assertThat(key(agreements.sign(it.id(), it.sha256(), contact))).isEqualTo("admission.signed-already");
        var inForce = done(agreements.countersign(it.id(), newcomer.mandated()));
        assertThat(inForce.stage(today)).isEqualTo(Stage.IN_FORCE);
        assertThat(inForce.untilDay()).isEqualTo(today.plusMonths(24).minusDays(1));
    }

    @Test
    void nobodySignsWithoutAuthorityThatSomebodyLookedAt() {
        var it = offered();
        assertThat(key(agreements.sign(it.id(), it.sha256(), contact))).isEqualTo("admission.no-authority");
        var named = done(signatories.name("Chen Yu", Capacity.AUTHORISED, today.plusDays(3), file("power " + dossier.id()), contact));
        assertThat(key(agreements.sign(it.id(), it.sha256(), contact))).isEqualTo("admission.no-authority");
        assertThat(key(signatories.check(named, true, today.plusDays(4), "Good", newcomer.legal))).isEqualTo("admission.until-wrong");
        assertThat(key(signatories.check(named, true, today.plusDays(3), " ", newcomer.legal))).isEqualTo("admission.reasons-missing");
        assertThat(key(signatories.check(UUID.randomUUID(), true, today, "x", newcomer.legal))).isEqualTo("admission.signatory-unknown");
        done(signatories.check(named, false, null, "The chop is another company's", newcomer.legal));
        assertThat(key(signatories.check(named, true, today, "x", newcomer.legal))).isEqualTo("admission.checked-already");
        assertThat(key(agreements.sign(it.id(), it.sha256(), contact))).isEqualTo("admission.no-authority");
        newcomer.authority(dossier);
        var colleague = new Me(UUID.randomUUID(), "Colleague", contact.roles(), contact.supplier());
        assertThat(key(agreements.sign(it.id(), it.sha256(), colleague))).as("authority is a person's own").isEqualTo("admission.no-authority");
        db.sql("UPDATE admission.signatory_checked SET valid_until = :day FROM admission.signatory WHERE signatory.id = signatory AND supplier = :supplier AND outcome = 'ACCEPTED'")
                .param("day", today.minusDays(1)).param("supplier", dossier.supplier()).update();
        assertThat(key(agreements.sign(it.id(), it.sha256(), contact))).as("it has ended").isEqualTo("admission.no-authority");
    }

    @Test
    void authorityIsShownByAPaperThatCanBeRead() {
        assertThat(key(signatories.name("", Capacity.AUTHORISED, today, file("x"), contact))).isEqualTo("admission.name-missing");
        assertThat(key(signatories.name("Chen Yu", Capacity.AUTHORISED, today.minusDays(1), file("x"), contact))).isEqualTo("admission.until-wrong");
        assertThat(key(signatories.name("Chen Yu", Capacity.AUTHORISED, today, null, contact))).isEqualTo("admission.file-missing");
        assertThat(key(signatories.name("Chen Yu", Capacity.AUTHORISED, today, new Proofs.Upload("a.pdf", "no paper".getBytes()), contact))).isEqualTo("admission.file-kind");
        assertThat(key(signatories.name("Chen Yu", Capacity.AUTHORISED, today, file("x"), newcomer.buyer))).isEqualTo("admission.not-yours");
    }

    @Test
    void weSignByAMandateThatSomebodyElseGave() {
        newcomer.authority(dossier);
        var it = offered();
        assertThat(key(agreements.countersign(it.id(), newcomer.mandated()))).isEqualTo("admission.not-signed");
        done(agreements.sign(it.id(), it.sha256(), contact));
        assertThat(key(agreements.countersign(it.id(), newcomer.buyer))).isEqualTo("admission.no-mandate");
        assertThat(key(agreements.countersign(UUID.randomUUID(), newcomer.buyer))).isEqualTo("admission.agreement-unknown");
        var mandated = newcomer.mandated();
        assertThat(key(signatories.give(mandated.account(), today.plusDays(1), null, mandated))).isEqualTo("admission.needs-another");
        assertThat(key(signatories.give(UUID.randomUUID(), today.plusDays(1), null, newcomer.legal))).isEqualTo("admission.account-unknown");
        assertThat(key(signatories.give(mandated.account(), null, null, newcomer.legal))).isEqualTo("admission.until-wrong");
    }

    @Test
    void anAuthorityTakenBackSignsNothingMoreAndWhatWasSignedStays() {
        newcomer.authority(dossier);
        var it = offered();
        done(agreements.sign(it.id(), it.sha256(), contact));
        var authority = signatories.of(dossier.supplier()).getFirst().id();
        assertThat(key(signatories.withdraw(authority, " ", newcomer.legal))).isEqualTo("admission.reasons-missing");
        assertThat(key(signatories.withdraw(authority, "x", newcomer.contact(newcomer.invited("wafer").supplier())))).as("of another supplier").isEqualTo("admission.signatory-unknown");
        done(signatories.withdraw(authority, "She left the company", newcomer.legal));
        assertThat(key(signatories.withdraw(authority, "x", newcomer.legal))).isEqualTo("admission.taken-back-already");
        assertThat(data.about(accounts.find(contact.account()).orElseThrow()).getFirst().rows()).as("whom it concerns reads it").singleElement()
                .satisfies(row -> assertThat(row).containsEntry("reasons", "She left the company"));
        assertThat(done(agreements.countersign(it.id(), newcomer.mandated())).stage(today)).as("signed while it held").isEqualTo(Stage.IN_FORCE);
        var next = done(agreements.offer(dossier.supplier(), "integrity"));
        assertThat(key(agreements.sign(next.id(), next.sha256(), contact))).isEqualTo("admission.no-authority");
        newcomer.authority(dossier);
        assertThat(done(agreements.sign(next.id(), next.sha256(), contact)).stage(today)).as("a new paper, checked anew").isEqualTo(Stage.TO_COUNTERSIGN);
    }

    @Test
    void onlyAnAuthorityThatHoldsIsTakenBack() {
        var named = done(signatories.name("Chen Yu", Capacity.AUTHORISED, today.plusDays(3), file("power " + dossier.id()), contact));
        assertThat(key(signatories.withdraw(named, "x", contact))).isEqualTo("admission.authority-ended");
        done(signatories.check(named, true, today.plusDays(3), "Good", newcomer.legal));
        assertThat(browser.post().uri("/app/portal/admission/signatories/" + named).with(As.stale(contact)).param("reasons", "She left").exchange()).hasStatus3xxRedirection();
        assertThat(signatories.find(named).orElseThrow().holds(today)).as("a binding act").isTrue();
        assertThat(browser.post().uri("/app/portal/admission/signatories/" + named).with(As.me(contact)).param("reasons", "").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/portal/admission/signatories/" + named).with(As.me(contact)).param("reasons", "She left").exchange()).hasStatus(303);
        assertThat(signatories.find(named).orElseThrow().holds(today)).isFalse();
        assertThat(browser.get().uri("/app/admission/signatories?q=Chen").with(As.me(newcomer.legal)).exchange()).bodyText().contains("taken back");
    }

    @Test
    void aMandateTakenBackCountersignsNothingMore() {
        newcomer.authority(dossier);
        var it = offered();
        done(agreements.sign(it.id(), it.sha256(), contact));
        var mandated = newcomer.mandated();
        var mandate = signatories.mandateOf(mandated.account()).orElseThrow().id();
        assertThat(key(signatories.takeBack(UUID.randomUUID(), "x", newcomer.legal))).isEqualTo("admission.mandate-unknown");
        assertThat(key(signatories.takeBack(mandate, "", newcomer.legal))).isEqualTo("admission.reasons-missing");
        assertThat(browser.post().uri("/app/admission/mandates/" + mandate).with(As.me(newcomer.legal)).param("reasons", "Another post").exchange()).hasStatus(303);
        assertThat(key(signatories.takeBack(mandate, "x", newcomer.legal))).isEqualTo("admission.taken-back-already");
        assertThat(key(agreements.countersign(it.id(), mandated))).isEqualTo("admission.no-mandate");
        assertThat(log.opening(db.sql("SELECT record FROM admission.mandate_withdrawn WHERE mandate = :mandate").param("mandate", mandate).query(UUID.class).single()).orElseThrow().content().text()).contains(mandate.toString());
        db.sql("INSERT INTO admission.mandate (id, account, from_day, until_day, given_by, given_at, record) VALUES (:id, :account, :day, :day, gen_random_uuid(), now(), gen_random_uuid())")
                .param("id", dossier.id()).param("account", mandated.account()).param("day", today.minusDays(1)).update();
        assertThat(key(signatories.takeBack(dossier.id(), "x", newcomer.legal))).isEqualTo("admission.mandate-ended");
    }

    @Test
    void nobodyFromOutsideSignsForUs() {
        for (var role : List.of(Role.ASSURER, Role.CUSTOMER)) {
            assertThat(key(signatories.give(newcomer.account(role), today.plusDays(1), null, newcomer.legal))).as(role.name()).isEqualTo("admission.not-of-ours");
        }
        assertThat(key(signatories.give(contact.account(), today.plusDays(1), null, newcomer.legal))).isEqualTo("admission.not-of-ours");
    }

    @Test
    void aPaperWithTheChopIsCheckedByAnother() {
        var it = offered();
        assertThat(key(agreements.bring(it.id(), null, contact))).isEqualTo("admission.file-missing");
        assertThat(key(agreements.bring(it.id(), new Proofs.Upload("a.pdf", new byte[0]), contact))).isEqualTo("admission.file-empty");
        assertThat(key(agreements.check(it.id(), true, "x", newcomer.legal))).isEqualTo("admission.no-paper");
        done(agreements.bring(it.id(), file("scan " + it.id()), newcomer.legal));
        assertThat(key(agreements.check(it.id(), true, "x", newcomer.legal))).isEqualTo("admission.needs-another");
        assertThat(key(agreements.check(it.id(), true, " ", newcomer.officer))).isEqualTo("admission.reasons-missing");
        done(agreements.check(it.id(), false, "The chop is missing on page 2", newcomer.officer));
        assertThat(agreements.find(it.id()).orElseThrow().stage(today)).isEqualTo(Stage.RETURNED);
        done(agreements.bring(it.id(), file("again " + it.id()), contact));
        done(agreements.check(it.id(), true, "Words, chop and hand agree", newcomer.legal));
        assertThat(done(agreements.countersign(it.id(), newcomer.mandated())).stage(today)).isEqualTo(Stage.IN_FORCE);
    }

    @Test
    void aSupplierRenamedMeanwhileReadsItAnew() {
        newcomer.authority(dossier);
        var it = offered();
        db.sql("UPDATE supplier.supplier SET name_en = name_en || ' Holding' WHERE id = :id").param("id", dossier.supplier()).update();
        assertThat(key(agreements.sign(it.id(), it.sha256(), contact))).isEqualTo("admission.party-changed");
        var anew = offered();
        assertThat(anew.id()).isNotEqualTo(it.id());
        assertThat(anew.textEn()).contains("Holding");
        done(agreements.sign(anew.id(), anew.sha256(), contact));
        db.sql("UPDATE supplier.supplier SET name_en = name_en || ' Group' WHERE id = :id").param("id", dossier.supplier()).update();
        assertThat(key(agreements.countersign(anew.id(), newcomer.mandated()))).isEqualTo("admission.party-changed");
    }

    @Test
    void withASupplierThatLeftNothingIsSigned() {
        newcomer.authority(dossier);
        var it = offered();
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :day, 'CLOSED', 'Merged into another', gen_random_uuid(), now(), gen_random_uuid())
                """).param("supplier", dossier.supplier()).param("day", today.minusDays(1)).update();
        assertThat(key(agreements.sign(it.id(), it.sha256(), contact))).isEqualTo("admission.supplier-left");
        assertThat(key(agreements.offer(dossier.supplier(), "integrity"))).isEqualTo("admission.supplier-left");
    }

    @Test
    void anAgreementEndsByOneSideWithItsDay() {
        newcomer.agreements(dossier);
        var it = agreements.of(dossier.supplier()).getFirst();
        assertThat(key(agreements.end(it.id(), today.minusDays(1), "x", newcomer.legal))).isEqualTo("admission.last-day-wrong");
        assertThat(key(agreements.end(it.id(), today.plusDays(3), "", newcomer.legal))).isEqualTo("admission.reasons-missing");
        assertThat(done(agreements.end(it.id(), today.plusDays(3), "They break the rules", newcomer.legal)).untilDay()).isEqualTo(today.plusDays(3));
        assertThat(key(agreements.end(offeredOther().id(), today, "x", newcomer.legal))).isEqualTo("admission.not-in-force");
    }

    @Test
    void thePaperCarriesTheWordsAndWhoSignedInBothLanguages() throws Exception {
        newcomer.agreements(dossier);
        var it = agreements.of(dossier.supplier()).stream().filter(found -> found.leg().equals("framework")).findFirst().orElseThrow();
        for (var lang : Lang.values()) {
            try (var paper = Loader.loadPDF(pdf.of(it, lang, Map.of()))) {
                assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s", "")).contains(it.sha256(), "ChenYu", lang == Lang.EN ? "Countersigned" : "已会签");
            }
        }
    }

    @Test
    void signingInTheBrowserIsABindingAct() {
        newcomer.authority(dossier);
        var it = offered();
        var stale = browser.post().uri("/app/portal/admission/agreements/framework").with(As.stale(contact)).param("read", "true").param("shown", it.sha256()).exchange();
        assertThat(stale).hasStatus3xxRedirection();
        assertThat(agreements.find(it.id()).orElseThrow().steps()).isEmpty();
        assertThat(browser.post().uri("/app/portal/admission/agreements/framework").with(As.me(contact)).param("shown", it.sha256()).exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/portal/admission/agreements/framework").with(As.me(contact)).param("read", "true").param("shown", it.sha256()).exchange()).hasStatus(303);
        assertThat(agreements.find(it.id()).orElseThrow().stage(today)).isEqualTo(Stage.TO_COUNTERSIGN);
        assertThat(browser.get().uri("/app/portal/admission/agreements/framework/zh.pdf").with(As.me(contact)).exchange()).hasStatusOk();
    }

    @Test
    void wordsAreWrittenByOneAndAgreedToByAnother() {
        var whole = new Templates.Written("framework", today, 12, "T", "题", String.join(" ", Templates.FRAMEWORK_CLAUSES), String.join(" ", Templates.FRAMEWORK_CLAUSES));
        assertThat(key(templates.write(new Templates.Written("iso-9001", today, 12, "T", "题", "x", "x"), "", newcomer.legal))).isEqualTo("admission.leg-unknown");
        assertThat(key(templates.write(new Templates.Written("integrity", today, 12, "", "题", "x", "x"), "", newcomer.legal))).isEqualTo("admission.title-missing");
        assertThat(key(templates.write(new Templates.Written("integrity", today, 12, "T", "题", "x", " "), "", newcomer.legal))).isEqualTo("admission.text-missing");
        assertThat(key(templates.write(new Templates.Written("integrity", today, 0, "T", "题", "x", "x"), "", newcomer.legal))).isEqualTo("admission.months-wrong");
        assertThat(key(templates.write(new Templates.Written("integrity", today.minusDays(1), 12, "T", "题", "x", "x"), "", newcomer.legal))).isEqualTo("admission.from-past");
        assertThat(key(templates.write(new Templates.Written("framework", today, 12, "T", "题", "[environment]", "[environment]"), "", newcomer.legal))).isEqualTo("admission.clause-missing");
        assertThat(key(templates.write(new Templates.Written("integrity", today, 12, "T", "题", "x".repeat(100_001), "x"), "", newcomer.legal))).isEqualTo("admission.words-long");
        var id = done(templates.write(whole, "A new clause", newcomer.legal));
        assertThat(key(templates.write(whole, "Another", newcomer.officer))).isEqualTo("admission.version-waits");
        assertThat(key(templates.rule(id, Decisions.Outcome.APPROVED, "", newcomer.legal))).isEqualTo("decision.needs-another-person");
        assertThat(key(templates.rule(UUID.randomUUID(), Decisions.Outcome.APPROVED, "", newcomer.legal))).isEqualTo("admission.template-unknown");
        done(templates.rule(id, Decisions.Outcome.REJECTED, "Not so", newcomer.officer));
        assertThat(templates.inForce("framework").orElseThrow().id()).isNotEqualTo(id);
    }

    private Agreement offered() {
        return done(agreements.offer(dossier.supplier(), "framework"));
    }

    private Agreement offeredOther() {
        return done(agreements.offer(newcomer.invited("wafer").supplier(), "integrity"));
    }
}
