package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.disclosure.statement.TinYear.done;
import static org.probity.disclosure.statement.TinYear.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.ALogThatIsSilent;
import org.probity.house.log.Log;
import org.probity.house.settings.Company;
import org.probity.house.start.WholeHouse;
import org.probity.proof.Level;
import org.probity.proof.Report;
import org.probity.proof.SealedPackage;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.FrozenFigures;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class PublishingAReportTest {
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Obligations obligations;
    @Autowired Evidence evidence;
    @Autowired Statements statements;
    @Autowired Packages packages;
    @Autowired Readers readers;
    @Autowired Log log;
    @Autowired Clock clock;
    @Autowired Figures figures;
    @Autowired ApplicationContext house;
    @Autowired DataSource source;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

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
    void aYearThatNobodyCanReadFreezesNothing() {
        var before = statements.editions(year);
        assertThat(browser.post().uri("/app/statement").with(As.a(Role.SOURCING_OFFICER)).param("year", "2O26").exchange()).hasStatus(422);
        assertThat(statements.editions(year)).isEqualTo(before);
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
    void whoFollowsANumberIsLedToTheOneWithMostPapersBehindIt() {
        var edition = done(statements.rule(prepared().id(), Outcome.APPROVED, "", publisher));
        var most = statements.values(edition).stream().map(it -> readers.view(it, false))
                .max(Comparator.comparing(FigureView::open).thenComparing(FigureView::papers)).orElseThrow();
        assertThat(most.papers()).isPositive();
        assertThat(browser.get().uri("/follow").exchange()).hasStatusOk().bodyText()
                .contains("/report/" + year + "/" + most.figure().key() + "#rows", most.papers() + " papers stand behind them");
    }

    @Test
    void anEditionThatAnEarlierVersionKeptAsWholeArchivesIsHandedOutByteForByte() {
        var edition = done(statements.rule(prepared().id(), Outcome.APPROVED, "", publisher));
        var zip = packages.complete(edition, Level.ASSURER).orElseThrow();
        db.sql("""
                UPDATE statement.package
                   SET draft = :zip, complete = :zip, report = NULL, proofs = NULL
                 WHERE edition = :edition AND level = 'ASSURER'
                """)
                .param("zip", zip).param("edition", edition.id()).update();
        assertThat(packages.complete(edition, Level.ASSURER)).hasValueSatisfying(again -> assertThat(again).isEqualTo(zip));
        // And renewed when the log has a better state.
        db.sql("UPDATE statement.package SET note = NULL WHERE edition = :edition").param("edition", edition.id()).update();
        assertThat(packages.complete(edition, Level.ASSURER)).hasValueSatisfying(again -> assertThat(again).isEqualTo(zip));
    }

    @Test
    void whatLevelsShareIsKeptOnceAndAnOlderLogSectionGoes() {
        var edition = done(statements.rule(prepared().id(), Outcome.APPROVED, "", publisher));
        for (var level : Level.values()) {
            packages.complete(edition, level);
        }
        var files = kept(edition);
        tin.meet(tin.supplier());
        for (var level : Level.values()) {
            packages.complete(edition, level);
        }
        assertThat(kept(edition)).isEqualTo(files);
        var named = SealedPackage.unpack(packages.complete(edition, Level.ASSURER).orElseThrow()).keySet();
        assertThat(files).isLessThan(named.size() + Level.values().length);
    }

    private int kept(Edition edition) {
        return db.sql("SELECT count(*) FROM statement.kept_file WHERE edition = :edition").param("edition", edition.id()).query(Integer.class).single();
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
    void anEmptyYearHasNoReport() {
        assertThat(key(statements.prepare(2011, null, "", "", officer))).isEqualTo("statement.year-empty");
        assertThat(statements.editions(2011)).isEmpty();
        assertThat(browser.post().uri("/app/statement").param("year", "last").with(As.me(officer)).exchange()).hasStatus(422).bodyText().contains("Give the year in four digits");
    }

    /** A node without the log's key, or one whose log contradicts what is remembered: what cannot be sealed is not published, and stays where it was. */
    @Test
    void nothingIsPublishedWhileTheLogIsSilent(@TempDir Path home) {
        var edition = prepared();
        var silent = new Statements(db, figures, house.getBean(FrozenFigures.class), house.getBean(Decisions.class), house.getBean(Chapters.class), house.getBean(Levels.class), house.getBean(KeptClosed.class),
                house.getBean(Company.class), packages, house.getBean(StatementLetters.class), ALogThatIsSilent.over(source, home), clock);
        assertThat(key(silent.rule(edition.id(), Outcome.APPROVED, "", publisher))).isEqualTo("statement.log-silent");
        assertThat(statements.find(edition.id()).orElseThrow().published()).isFalse();
        done(silent.rule(edition.id(), Outcome.REJECTED, "", publisher));
    }

    @Test
    void nobodyRulesOnAnEditionThatIsNotThere() {
        assertThat(key(statements.rule(UUID.randomUUID(), Outcome.APPROVED, "", publisher))).isEqualTo("statement.unknown");
    }

    @Test
    void anEditionOfAYearThatIsNotOverSaysUpToWhichDayItSpeaks() {
        var edition = done(statements.rule(prepared().id(), Outcome.APPROVED, "", publisher));
        var today = LocalDate.now(clock);
        assertThat(browser.get().uri("/report/" + year)).bodyText().contains("As of " + today + "; the year is not over.");
        assertThat(browser.get().uri("/report/" + year + "/tin-due-diligence")).bodyText().contains("As of " + today + "; the year is not over.");
        var files = SealedPackage.unpack(packages.complete(edition, Level.PUBLIC).orElseThrow());
        assertThat(text(files, "report.json")).contains("\"period\":{\"from\":\"" + year + "-01-01\",\"to\":\"" + today + "\"}");
        assertThat(text(files, "figures/tin-due-diligence.json")).contains("as of " + today + ", the year is not over", "\"to\":\"" + today + "\"");
    }

    @Test
    void aDifferenceToTheOtherSourceMustBeExplainedAndTheReasonIsPrintedAndSealed() {
        // The ledger states ten kilograms more than its receipts to suppliers of tin add up to.
        db.sql("UPDATE supplier.ledger SET stated_kilograms = stated_kilograms + 10 WHERE id = (SELECT id FROM supplier.ledger WHERE year = :year LIMIT 1)")
                .param("year", year).update();
        try {
            var refused = statements.prepare(year, Report.Cause.LATE_DATA, "More suppliers.", "新增供应商。", officer);
            assertThat(key(refused)).isEqualTo("statement.difference-unexplained");
            var page = browser.post().uri("/app/statement").param("year", String.valueOf(year)).param("cause", "LATE_DATA")
                    .param("reasonEn", "More.").param("reasonZh", "新增。").with(As.me(officer)).exchange();
            assertThat(page).hasStatus(422).bodyText().contains("SC-02: the rows and the other source differ by 10", "accepted.tin-due-diligence.en");

            var why = new Words("One receipt was booked twice.", "一笔收货重复入账。");
            var accepted = figures.all().stream().collect(Collectors.toMap(Figure::key, figure -> why));
            var edition = done(statements.prepare(year, Report.Cause.LATE_DATA, "More suppliers.", "新增供应商。", accepted, officer));
            var published = done(statements.rule(edition.id(), Outcome.APPROVED, "", publisher));
            assertThat(browser.get().uri("/report/" + year + "/tin-due-diligence")).bodyText().contains("Why the difference stands", why.en());
            var zip = packages.complete(published, Level.PUBLIC).orElseThrow();
            assertThat(text(SealedPackage.unpack(zip), "figures/tin-due-diligence.json")).contains("\"accepted\":{\"en\":\"One receipt was booked twice.\"");
            assertThat(Verifier.verify(zip, Optional.empty())).isInstanceOfSatisfying(Verdict.ConsistentSignerUnknown.class, verdict ->
                    assertThat(verdict.remarks()).anySatisfy(remark -> assertThat(remark.detail()).contains(why.zh())));
        } finally {
            db.sql("UPDATE supplier.ledger SET stated_kilograms = stated_kilograms - 10 WHERE id = (SELECT id FROM supplier.ledger WHERE year = :year LIMIT 1)")
                    .param("year", year).update();
        }
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void aYearThatHasNotBegunHasNoReport() {
        assertThat(key(statements.prepare(year + 1, null, "", "", officer))).isEqualTo("statement.year-not-begun");
    }

    private Edition prepared() {
        return done(statements.prepare(year, Report.Cause.LATE_DATA, "More suppliers.", "新增供应商。", officer));
    }
}
