package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.disclosure.statement.TinYear.done;
import static org.probity.disclosure.statement.TinYear.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.proof.Level;
import org.probity.proof.Report;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse(own = true)
class PublishingAReportTest {
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Obligations obligations;
    @Autowired Evidence evidence;
    @Autowired Statements statements;
    @Autowired Packages packages;
    @Autowired Log log;
    @Autowired Clock clock;

    Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    Me publisher = new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());
    TinYear tin;
    int year;

    @BeforeEach
    void oneSupplierThatMetAndOneThatDidNot() {
        year = LocalDate.now(clock).getYear();
        tin = new TinYear(suppliers, minerals, obligations, evidence, officer, year);
        tin.meet(tin.supplier());
        tin.supplier();
        statements.editions(year).stream().filter(it -> !it.published())
                .forEach(it -> statements.rule(it.id(), Outcome.REJECTED, "", publisher));
    }

    @Test
    void nobodyPublishesWhatTheyPrepared() {
        var edition = prepared();
        assertThat(key(statements.rule(edition.id(), Outcome.APPROVED, "", officer))).isEqualTo("decision.needs-another-person");
        assertThat(statements.find(edition.id()).orElseThrow().published()).isFalse();
    }

    @Test
    void aStrangerProvesWhatTwoPeoplePublished() {
        var edition = done(statements.rule(prepared().id(), Outcome.APPROVED, "", publisher));
        for (var level : Level.values()) {
            var zip = packages.complete(edition, level).orElseThrow();
            assertThat(Verifier.verify(zip, Optional.empty())).isInstanceOf(Verdict.ConsistentSignerUnknown.class);
            assertThat(Verifier.verify(zip, Optional.of(TrustPolicy.ofFingerprint(log.verifier().fingerprint())))).isInstanceOf(Verdict.Proved.class);
            zip[zip.length / 2] ^= 1;
            assertThat(Verifier.verify(zip, Optional.empty())).isInstanceOf(Verdict.NotProved.class);
        }
    }

    @Test
    void aRestatementSaysWhyAndWhichRows() {
        done(statements.rule(prepared().id(), Outcome.APPROVED, "", publisher));
        tin.meet(tin.supplier());
        assertThat(key(statements.prepare(year, null, "", "", officer))).isEqualTo("statement.reason-missing");
        var second = done(statements.prepare(year, Report.Cause.LATE_DATA, "A supplier's receipts came late.", "一家供应商的收货记录迟到。", officer));
        var published = done(statements.rule(second.id(), Outcome.APPROVED, "", publisher));
        assertThat(Verifier.verify(packages.complete(published, Level.PUBLIC).orElseThrow(), Optional.empty()))
                .isInstanceOf(Verdict.ConsistentSignerUnknown.class);
        assertThat(statements.allPublished()).filteredOn(it -> it.year() == year).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void anEditionThatSaysTheSameIsRefused() {
        done(statements.rule(prepared().id(), Outcome.APPROVED, "", publisher));
        assertThat(key(statements.prepare(year, Report.Cause.ERROR, "Nothing.", "无。", officer))).isEqualTo("statement.nothing-changed");
    }

    @Test
    void twoEditionsOfAYearDoNotWaitAtOnce() {
        prepared();
        assertThat(key(statements.prepare(year, Report.Cause.ERROR, "Again.", "再次。", officer))).isEqualTo("statement.already-proposed");
    }

    @Test
    void aYearThatHasNotBegunHasNoReport() {
        assertThat(key(statements.prepare(year + 1, null, "", "", officer))).isEqualTo("statement.year-not-begun");
    }

    private Edition prepared() {
        return done(statements.prepare(year, Report.Cause.LATE_DATA, "More suppliers.", "新增供应商。", officer));
    }
}
