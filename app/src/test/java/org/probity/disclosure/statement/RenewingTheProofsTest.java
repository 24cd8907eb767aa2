package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.disclosure.statement.TinYear.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.proof.Anchor;
import org.probity.proof.Checkpoint;
import org.probity.proof.CosignRequest;
import org.probity.proof.Hash;
import org.probity.proof.Level;
import org.probity.proof.Note;
import org.probity.proof.Report;
import org.probity.proof.SealedPackage;
import org.probity.proof.SignerKey;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.proof.VerifierKey;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An edition was published; the log goes on, and a witness comes whom its report could not know. */
@WholeHouse(own = true)
class RenewingTheProofsTest {
    @TempDir static Path folder;

    @DynamicPropertySource
    static void anchored(DynamicPropertyRegistry properties) {
        properties.add("probity.anchor", () -> folder.resolve("anchor").toString());
    }

    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Obligations obligations;
    @Autowired Evidence evidence;
    @Autowired Statements statements;
    @Autowired Packages packages;
    @Autowired Log log;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    final Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    final Me publisher = new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());
    final SignerKey union = SignerKey.generate("union.example/" + UUID.randomUUID(), VerifierKey.Kind.COSIGNATURE, new SecureRandom());
    TinYear tin;
    int year;

    @BeforeEach
    void aSupplierThatMet() {
        year = LocalDate.now(clock).getYear();
        tin = new TinYear(suppliers, minerals, obligations, evidence, officer, year);
        tin.meet(tin.supplier());
    }

    @Test
    void thePackageHandedOutNextCarriesTheCosignatureAndTheReportStaysAsItWas() {
        var edition = published();
        var first = packages.complete(edition, Level.PUBLIC).orElseThrow();
        witness();
        var second = packages.complete(edition, Level.PUBLIC).orElseThrow();

        assertThat(cosigners(first)).isEmpty();
        assertThat(cosigners(second)).containsExactly(union.verifier().name());
        var before = SealedPackage.unpack(first);
        SealedPackage.unpack(second).forEach((name, bytes) -> {
            if (!name.startsWith("log/") && !name.equals("publication.tlog-proof")) {
                assertThat(bytes).as(name).isEqualTo(before.get(name));
            }
        });
        assertThat(packages.complete(edition, Level.PUBLIC)).hasValueSatisfying(third -> assertThat(third).isEqualTo(second));
        assertThat(browser.get().uri("/report/" + year + "/tin-due-diligence")).bodyText().contains("log of", union.verifier().name());
    }

    @Test
    void aReportPublishedAfterwardsNamesTheWitnessItself() {
        witness();
        var zip = packages.complete(published(), Level.PUBLIC).orElseThrow();
        assertThat(SealedPackage.unpack(zip)).doesNotContainKey("log/witnesses.jsonl");
        assertThat(new String(SealedPackage.unpack(zip).get("report.json"), StandardCharsets.UTF_8)).contains(union.verifier().vkey());
    }

    @Test
    void whileTheLogMayNotSignPublishingIsRefusedInPlainWords() throws IOException {
        var edition = prepared();
        log.settle();
        var ahead = new Checkpoint(log.verifier().name(), log.newest().orElseThrow().size() + 5, Hash.sha256());
        new Anchor(folder.resolve("anchor")).takeUpFrom(Note.sign(ahead.text(), Instant.now(), union));

        assertThat(browser.post().uri("/app/statement/" + edition.id() + "/publication").with(As.me(publisher)))
                .hasStatus(422).bodyText().contains("The log signs nothing at present, so nothing can be published.");
        assertThat(browser.get().uri("/app").with(As.me(publisher))).bodyText().contains("shorter than what is remembered outside");

        assertThat(browser.post().uri("/app/log/recoveries").param("reason", "A backup was restored.").with(As.a(Role.ADMINISTRATOR))).hasStatus3xxRedirection();
        assertThat(browser.post().uri("/app/statement/" + edition.id() + "/publication").with(As.me(publisher))).hasStatus3xxRedirection();
    }

    private void witness() {
        assertThat(browser.post().uri("/app/log/witnesses").param("vkey", union.verifier().vkey()).with(As.a(Role.ADMINISTRATOR))).hasStatus3xxRedirection();
        log.settle();
        var request = CosignRequest.parse(browser.get().uri("/log/request?old=0").exchange().getResponse().getContentAsByteArray());
        var line = Note.sign(request.checkpoint().text(), Instant.now(), union).signatures().getFirst().line();
        assertThat(browser.post().uri("/app/log/cosignatures").param("line", line).with(As.a(Role.UNION))).hasStatus3xxRedirection();
    }

    private Edition prepared() {
        return done(statements.prepare(year, Report.Cause.LATE_DATA, "More suppliers.", "新增供应商。", officer));
    }

    private Edition published() {
        return done(statements.rule(prepared().id(), Outcome.APPROVED, "", publisher));
    }

    private List<String> cosigners(byte[] zip) {
        var verdict = Verifier.verify(zip, Optional.of(TrustPolicy.ofFingerprint(log.verifier().fingerprint())));
        assertThat(verdict).isInstanceOf(Verdict.Proved.class);
        return ((Verdict.Proved) verdict).summary().cosigned().stream().map(Verdict.Cosigned::witness).toList();
    }
}
