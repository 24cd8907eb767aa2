package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;
import static org.probity.supply.admission.Newcomer.file;
import static org.probity.supply.admission.Newcomer.key;
import static org.probity.supply.admission.Newcomer.pdf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.probity.supply.admission.Proof.Certificate;
import org.probity.supply.admission.Proof.Conclusion;
import org.probity.supply.admission.Proof.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class SendingProofsTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Proofs proofs;
    @Autowired ProofDetails details;
    @Autowired Rulings rulings;
    @Autowired Drafts drafts;
    @Autowired Evidence evidence;
    @Autowired LettingGo lettingGo;
    @Autowired java.time.Clock clock;
    @Autowired Standing standing;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    Newcomer newcomer;
    LocalDate today;
    Dossier it;
    Me contact;

    @BeforeEach
    void somebodyIsInvited() {
        newcomer = beans.createBean(Newcomer.class);
        today = newcomer.today();
        it = newcomer.invited("wafer");
        contact = newcomer.contact(it.supplier());
    }

    @Test
    void aCertificateThatCannotBeRightIsRefusedWithWhatIsWrong() {
        assertThat(key(send(with("", "Body", "Q-12345", "Wafers", -300, 300), file("a")))).isEqualTo("admission.holder-missing");
        assertThat(key(send(with("Q", "", "Q-12345", "Wafers", -300, 300), file("a")))).isEqualTo("admission.body-missing");
        assertThat(key(send(with("Q", "Body", "Q-12345", " ", -300, 300), file("a")))).isEqualTo("admission.scope-missing");
        assertThat(key(send(with("Q", "Body", "none", "Wafers", -300, 300), file("a")))).isEqualTo("admission.number-implausible");
        assertThat(key(send(with("Q", "Body", "Q-12345", "Wafers", 1, 300), file("a")))).isEqualTo("admission.issued-future");
        assertThat(key(send(with("Q", "Body", "Q-12345", "Wafers", -10, -10), file("a")))).isEqualTo("admission.expiry-before-issue");
        assertThat(key(send(with("Q", "Body", "Q-12345", "Wafers", -900, -1), file("a")))).isEqualTo("admission.expired");
        assertThat(key(send(with("Q", "Body", "Q-12345", "w".repeat(2_001), -300, 300), file("a")))).isEqualTo("admission.words-long");
        assertThat(key(proofs.send(new Proofs.Sent("iso-9001", "", List.of(file("a")), null, with("Q", "Body", "Q-12345", "Wafers", -300, 300), null, List.of()), contact)))
                .isEqualTo("admission.sites-missing");
        assertThat(key(proofs.send(new Proofs.Sent("iso-9001", "", List.of(file("a")), null, with("Q", "Body", "Q-12345", "Wafers", -300, 300), null, List.of(newcomer.invited("wafer").site())), contact)))
                .isEqualTo("admission.site-unknown");
        assertThat(proofs.newest(it.supplier(), "iso-9001")).isEmpty();
    }

    @Test
    void aFileThatNobodyCanReadIsSaidToBeOne() {
        var good = with("Q", "Body", "Q-12345", "Wafers", -300, 300);
        assertThat(key(proofs.send(new Proofs.Sent("iso-9001", "", List.of(), null, good, null, List.of(it.site())), contact))).isEqualTo("admission.file-missing");
        assertThat(key(send(good, new Proofs.Upload("a.pdf", new byte[0])))).isEqualTo("admission.file-empty");
        assertThat(key(send(good, new Proofs.Upload("a.pdf", new byte[FileLook.BYTES_MAX + 1])))).isEqualTo("admission.file-too-big");
        assertThat(key(send(good, new Proofs.Upload("a.pdf", "PK\u0003\u0004".getBytes())))).isEqualTo("admission.file-kind");
        assertThat(key(send(good, new Proofs.Upload("a.pdf", "%PDF-1.4\n/Page here and then it breaks off".getBytes())))).isEqualTo("admission.file-broken");
        assertThat(key(send(good, new Proofs.Upload("a.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF".getBytes())))).isEqualTo("admission.file-no-page");
    }

    @Test
    void whatMayBeForgedIsPointedAtAndAPersonMustHaveLooked() {
        var other = newcomer.invited("wafer");
        newcomer.send(other, "iso-9001");
        var copied = newcomer.sent(other, "iso-9001");
        var paper = new Proofs.Upload("edited.pdf", pdf("iso-9001" + other.supplier(), "20250301", "20250301"));
        var proof = done(proofs.send(new Proofs.Sent("iso-9001", "", List.of(paper), null,
                new Certificate("Kestrel Holding", "Body", "", copied.certificate().number(), "Glass beads", today.minusYears(1), today.plusDays(60)), null, List.of(it.site())), contact));
        assertThat(details.findings(proof)).extracting(Proof.Finding::key).contains("admission.finding.other-holder", "admission.finding.same-number",
                "admission.finding.same-file", "admission.finding.scope-silent", "admission.finding.accreditation", "admission.finding.soon", "admission.finding.older-file");
        assertThat(key(rulings.say(proof, newcomer.said(it, Conclusion.PASS, today.plusDays(60)), newcomer.quality))).isEqualTo("admission.grave-unseen");
        assertThat(browser.get().uri("/app/portal/admission/iso-9001").with(As.me(contact)).exchange()).bodyText()
                .as("what concerns another supplier is not told").doesNotContain("Another supplier").contains("no name of this supplier");
    }

    @Test
    void aPdfThatWasChangedAfterItWasMadeIsNoticed() {
        var edited = new Proofs.Upload("edited.pdf", pdf("edited " + it.id(), "20250301", "20250601"));
        var proof = done(send(with(it.nameZh(), "Body", "Q-12345", "Manufacture of wafers", -300, 300), edited));
        assertThat(details.findings(proof)).extracting(Proof.Finding::key).contains("admission.finding.edited");
        assertThat(FileLook.at(pdf("x", "20250301", "20250301"))).isInstanceOfSatisfying(FileLook.Readable.class, look -> assertThat(look.edited()).isFalse());
    }

    @Test
    void onlyWhatIsAskedCanBeSentAndByThemAlone() {
        assertThat(key(proofs.send(newcomer.sent(it, "labour"), newcomer.buyer))).isEqualTo("admission.not-yours");
        assertThat(key(proofs.send(new Proofs.Sent("framework", "x", List.of(), null, null, null, List.of()), contact))).isEqualTo("admission.not-asked");
        assertThat(key(proofs.send(new Proofs.Sent("labour", " ", List.of(), null, null, null, List.of()), contact))).isEqualTo("admission.nothing-sent");
        assertThat(key(proofs.send(new Proofs.Sent("labour", "w".repeat(20_001), List.of(), null, null, null, List.of()), contact))).isEqualTo("admission.words-long");
        assertThat(key(proofs.send(new Proofs.Sent("material", "", List.of(), null, null, new Proofs.Material("", "", "", "wafer"), List.of(it.site())), contact))).isEqualTo("admission.material-missing");
        assertThat(key(proofs.send(new Proofs.Sent("material", "", List.of(), null, null, new Proofs.Material("M", "M", "", "glass"), List.of(it.site())), contact))).isEqualTo("admission.category-unknown");
        assertThat(browser.get().uri("/app/portal/admission/framework").with(As.me(contact)).exchange()).hasStatus(404);
    }

    @Test
    void whoSendsSecondSeesTheColleaguesFirstAndLosesNothing() {
        var colleague = new Me(UUID.randomUUID(), "Colleague", contact.roles(), contact.supplier());
        var mine = newcomer.sent(it, "labour");
        done(proofs.send(newcomer.sent(it, "labour"), colleague));
        assertThat(key(proofs.send(mine, contact))).isEqualTo("admission.sent-by-colleague");
        var page = browser.post().uri("/app/portal/admission/labour").with(As.me(contact)).param("act", "send").param("words", "My own careful words").exchange();
        assertThat(page).hasStatus(422).bodyText().contains("A colleague of yours sent this", "My own careful words");
        assertThat(drafts.find("labour", contact).orElseThrow().field("words")).isEqualTo("My own careful words");
        assertThat(drafts.find("labour", colleague)).isEmpty();
    }

    @Test
    void aDraftIsKeptWithItsFilesUntilItIsSent() {
        var form = browser.post().multipart().uri("/app/portal/admission/labour")
                .file(new MockMultipartFile("files", "contract.pdf", "application/pdf", pdf("contract " + it.id(), "20250301", "20250301")))
                .param("words", "Half a sentence").param("act", "save").with(As.me(contact)).exchange();
        assertThat(form).hasStatus(303);
        assertThat(browser.get().uri("/app/portal").with(As.me(contact)).exchange()).bodyText().contains("a draft is kept");
        assertThat(browser.get().uri("/app/portal/admission/labour").with(As.me(contact)).exchange()).bodyText().contains("Half a sentence", "contract.pdf");
        assertThat(browser.post().uri("/app/portal/admission/labour").with(As.me(contact)).param("words", "A whole one").param("act", "send").exchange()).hasStatus(303);
        var sent = proofs.newest(it.supplier(), "labour").orElseThrow();
        assertThat(sent.words()).isEqualTo("A whole one");
        assertThat(details.files(sent.id())).extracting(Proof.File::name).containsExactly("contract.pdf");
        assertThat(drafts.begun(contact)).isEmpty();
    }

    @Test
    void draftsHoldOnlySoManyFilesAndOnlySoMuchADay() {
        assertThat(key(drafts.save("labour", Map.of("words", "Kept"), java.util.Collections.nCopies(21, file("x" + it.id())), contact))).isEqualTo("admission.files-many");
        assertThat(drafts.find("labour", contact).orElseThrow()).satisfies(draft -> {
            assertThat(draft.field("words")).isEqualTo("Kept");
            assertThat(draft.files()).isEmpty();
        });
        var kept = done(drafts.save("labour", Map.of(), List.of(file("slip" + it.id())), contact)).files().getFirst();
        drafts.leaveOut("labour", kept, contact);
        lettingGo.day(new DayHasBegun(newcomer.today().plusDays(1)));
        assertThat(evidence.find(kept)).as("what was taken out is part of nothing").isEmpty();
        db.sql("""
                INSERT INTO evidence.item (id, sha256, name, media_type, brought_by, brought_at)
                SELECT gen_random_uuid(), sha256, 'x', 'x', :by, :at FROM evidence.item CROSS JOIN generate_series(1, :many) WHERE item.id = :one
                """)
                .param("by", contact.account()).param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC)).param("many", LettingGo.FILES_A_DAY)
                .param("one", evidence.keep("x", "x", new byte[] {1}, UUID.randomUUID()).id()).update();
        assertThat(key(drafts.save("labour", Map.of(), List.of(file("y" + it.id())), contact))).isEqualTo("admission.files-today");
        var page = browser.post().multipart().uri("/app/portal/admission/labour")
                .file(new MockMultipartFile("files", "contract.pdf", "application/pdf", pdf("contract " + it.id(), "20250301", "20250301")))
                .param("words", "Half a sentence").param("act", "save").with(As.me(contact)).exchange();
        assertThat(page).hasStatus(422).bodyText().contains("within a day", "Half a sentence");
    }

    @Test
    void theOneListSaysWhatWhyAndByWhen() {
        assertThat(browser.get().uri("/app/portal").with(As.me(contact)).exchange()).bodyText()
                .contains("Environmental record", "ISO 9001 quality", "Framework agreement", "Who may sign", "We look at every new supplier before the first order");
        newcomer.send(it, "labour");
        done(rulings.say(proofs.newest(it.supplier(), "labour").orElseThrow().id(), newcomer.said(it, Conclusion.ASK, today), newcomer.officer));
        assertThat(browser.get().uri("/app/portal/admission/labour").with(As.me(contact)).exchange()).bodyText().contains("It agrees with what we found", "Your answer is heard until");
    }

    @Test
    void aDepartmentSpeaksOnceAndOnlyWhatCanStand() {
        var proof = newcomer.send(it, "iso-9001");
        var pass = newcomer.said(it, Conclusion.PASS, today.plusYears(1));
        assertThat(key(rulings.say(UUID.randomUUID(), pass, newcomer.quality))).isEqualTo("admission.proof-unknown");
        assertThat(key(rulings.say(proof, pass, newcomer.legal))).isEqualTo("admission.not-your-turn");
        assertThat(key(rulings.say(proof, newcomer.said(it, Conclusion.PASS, today.plusYears(2).plusDays(1)), newcomer.quality))).isEqualTo("admission.until-after-expiry");
        assertThat(key(rulings.say(proof, newcomer.said(it, Conclusion.PASS, today.minusDays(1)), newcomer.quality))).isEqualTo("admission.until-wrong");
        assertThat(key(rulings.say(proof, new Rulings.Said(Conclusion.PASS, " ", today, "", null, null, List.of(it.site()), List.of("wafer"), null, false), newcomer.quality))).isEqualTo("admission.reasons-missing");
        assertThat(key(rulings.say(proof, new Rulings.Said(Conclusion.PASS, "x", today, "", null, null, List.of(UUID.randomUUID()), List.of("wafer"), null, false), newcomer.quality))).isEqualTo("admission.covers-nothing");
        assertThat(key(rulings.say(proof, new Rulings.Said(Conclusion.CONDITIONS, "x", today, "Do it", null, null, List.of(it.site()), List.of("wafer"), null, false), newcomer.quality))).isEqualTo("admission.condition-wrong");
        assertThat(key(rulings.say(proof, new Rulings.Said(Conclusion.FAIL, "x", null, "", null, null, List.of(), List.of(), null, false), newcomer.quality))).isEqualTo("admission.answer-by-wrong");
        assertThat(key(rulings.withdraw(proof, "x", newcomer.quality))).isEqualTo("admission.not-your-turn");
        done(rulings.say(proof, pass, newcomer.quality));
        assertThat(key(rulings.say(proof, pass, newcomer.quality))).isEqualTo("admission.two-people");
        var newer = newcomer.send(it, "iso-9001");
        assertThat(key(rulings.say(proof, pass, Newcomer.someone(org.probity.house.access.Role.QUALITY)))).isEqualTo("admission.newer-came");
        done(rulings.say(newer, newcomer.said(it, Conclusion.FAIL, today), newcomer.quality));
        assertThat(key(rulings.withdraw(newer, "x", newcomer.quality))).isEqualTo("admission.not-accepted");
        assertThat(standing.find(it.id()).orElseThrow().missing()).as("a refused one takes nothing from another that holds").doesNotContain("iso-9001");
        assertThat(key(rulings.withdraw(proof, " ", newcomer.quality))).isEqualTo("admission.reasons-missing");
        done(rulings.withdraw(proof, "Its body withdrew it", newcomer.quality));
        assertThat(key(rulings.withdraw(proof, "x", newcomer.quality))).isEqualTo("admission.withdrawn-already");
        assertThat(key(rulings.withdraw(UUID.randomUUID(), "x", newcomer.quality))).isEqualTo("admission.proof-unknown");
        assertThat(standing.find(it.id()).orElseThrow().missing()).contains("iso-9001");
    }

    @Test
    void aSampleIsReceivedExaminedAndTriedAndTwoDepartmentsSpeak() {
        var proof = newcomer.send(it, "material");
        assertThat(key(rulings.say(proof, newcomer.said(it, Conclusion.PASS, today), newcomer.process))).isEqualTo("admission.steps-missing");
        assertThat(key(rulings.take(proof, Step.TRIAL, today, "x", null, newcomer.process))).isEqualTo("admission.step-order");
        assertThat(key(rulings.take(proof, Step.RECEIVED, today.plusDays(1), "x", null, newcomer.process))).isEqualTo("admission.step-day");
        assertThat(key(rulings.take(proof, Step.RECEIVED, today, " ", null, newcomer.process))).isEqualTo("admission.reasons-missing");
        assertThat(key(rulings.take(proof, Step.RECEIVED, today, "x", null, newcomer.buyer))).isEqualTo("admission.not-your-turn");
        assertThat(key(rulings.take(newcomer.send(it, "labour"), Step.RECEIVED, today, "x", null, newcomer.process))).isEqualTo("admission.proof-unknown");
        done(rulings.take(proof, Step.RECEIVED, today, "50 pieces", null, newcomer.process));
        assertThat(key(rulings.take(proof, Step.RECEIVED, today, "x", null, newcomer.process))).isEqualTo("admission.step-taken");
        done(rulings.take(proof, Step.LABORATORY, today, "Within limits", null, newcomer.quality));
        done(rulings.take(proof, Step.TRIAL, today, "Yield 98 %", null, newcomer.process));
        newcomer.pass(it, proof, today.plusDays(90), newcomer.process);
        assertThat(standing.find(it.id()).orElseThrow().missing()).as("quality has not spoken").contains("material");
        newcomer.pass(it, proof, today.plusDays(60), newcomer.quality);
        assertThat(standing.find(it.id()).orElseThrow().missing()).doesNotContain("material");
        assertThat(db.sql("SELECT until_day FROM admission.certified_material(:day, 'infinity') WHERE supplier = :supplier").param("day", today).param("supplier", it.supplier())
                .query(LocalDate.class).single()).isEqualTo(today.plusDays(60));
    }

    @Test
    void whatCameAsASampleWasNotBoughtBefore() {
        newcomer.send(it, "material");
        assertThat(bought(today)).isEqualTo(1);
        assertThat(bought(today.minusDays(1))).isZero();
    }

    private long bought(LocalDate day) {
        return db.sql("SELECT count(*) FROM supplier.bought(:day, 'infinity') WHERE supplier = :supplier").param("day", day).param("supplier", it.supplier()).query(Long.class).single();
    }

    @Test
    void aCertificateOfASupplierRenamedMeanwhileIsLookedAtAgain() {
        var proof = newcomer.send(it, "iso-9001");
        db.sql("UPDATE supplier.supplier SET name_en = 'Otherwise ' || id, name_zh = '另名' || id WHERE id = :id").param("id", it.supplier()).update();
        assertThat(key(rulings.say(proof, newcomer.said(it, Conclusion.PASS, today.plusDays(60)), newcomer.quality))).isEqualTo("admission.grave-unseen");
        assertThat(browser.get().uri("/app/admission/proofs/" + proof).with(As.me(newcomer.quality)).exchange()).bodyText().contains("is called Otherwise");
    }

    private org.probity.house.ui.Answer<UUID> send(Certificate paper, Proofs.Upload file) {
        return proofs.send(new Proofs.Sent("iso-9001", "", List.of(file), proofs.newest(it.supplier(), "iso-9001").map(Proof::id).orElse(null), paper, null, List.of(it.site())), contact);
    }

    private Certificate with(String holder, String body, String number, String scope, int issued, int expiry) {
        return new Certificate(holder, body, "CNAS", number, scope, today.plusDays(issued), today.plusDays(expiry));
    }
}
