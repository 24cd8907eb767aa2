package org.probity.supply.substances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.substances.InScope.done;
import static org.probity.supply.substances.InScope.key;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.formats.ipc1752.Cas;
import org.probity.formats.ipc1752.Sample;
import org.probity.house.access.As;
import org.probity.house.reading.Readers;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.Spans;
import org.probity.shapes.obligation.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class DeclaringSubstancesTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Substances substances;
    @Autowired SubstanceRulings rulings;
    @Autowired CandidateLists lists;
    @Autowired Declarations declarations;
    @Autowired Readers readers;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    InScope in;
    LocalDate today;
    UUID supplier;

    @BeforeEach
    void somebodyIsAsked() {
        in = beans.createBean(InScope.class);
        today = in.today;
        supplier = in.asked(InScope.ALL);
    }

    @Test
    void faultsSendADeclarationBackEachAtItsPlace() {
        var paper = in.declare(supplier, Sample.faulty("Ribbon", today));
        assertThat(in.owed(supplier, PaperKind.DECLARATION).state()).isEqualTo(State.SENT_BACK);
        assertThat(substances.findings(paper.id())).extracting(Paper.Finding::key).contains("ipc1752.cas-wrong", "ipc1752.unit-unknown", "ipc1752.amount-missing");
        var page = browser.get().uri("/app/portal/substances/" + paper.obligation()).with(As.contactOf(supplier)).exchange();
        assertThat(page).bodyText().contains("7440-50-9", "Line " + substances.findings(paper.id()).getFirst().line(), "SubstanceID@identity");
        assertThat(in.declare(supplier, Sample.materials("Ribbon", today)).readAt()).isNotNull();
        assertThat(in.owed(supplier, PaperKind.DECLARATION).state()).isEqualTo(State.SENT_IN);
    }

    @Test
    void aFileThatCannotBeReadIsKeptAndGoesBackWithOneSentence() {
        var paper = in.declare(supplier, InScope.pdf("not xml"));
        assertThat(paper.unreadable()).isEqualTo("ipc1752.unreadable.not-xml");
        assertThat(in.owed(supplier, PaperKind.DECLARATION).state()).isEqualTo(State.SENT_BACK);
        assertThat(browser.get().uri("/app/portal/substances/" + paper.obligation()).with(As.contactOf(supplier)).exchange()).bodyText().contains("This is not an XML file");
    }

    @Test
    void anEmptyOneAnotherSuppliersOrOneThatIsAReportIsRefused() {
        var owed = in.owed(supplier, PaperKind.DECLARATION).id();
        assertThat(key(substances.declare(owed, "d.xml", new byte[0], InScope.contact(supplier)))).isEqualTo("substances.file-missing");
        assertThat(key(substances.declare(owed, "d.xml", new byte[Substances.FILE_BYTES_MAX + 1], InScope.contact(supplier)))).isEqualTo("substances.file-too-big");
        assertThat(key(substances.declare(owed, "d.xml", new byte[1], InScope.contact(UUID.randomUUID())))).isEqualTo("substances.not-yours");
        assertThat(key(substances.declare(in.owed(supplier, PaperKind.ROHS).id(), "d.xml", new byte[1], InScope.contact(supplier)))).isEqualTo("substances.not-yours");
        assertThat(key(substances.send(owed, in.report(supplier, today), "r.pdf", InScope.pdf("x"), InScope.contact(supplier)))).isEqualTo("substances.not-yours");
    }

    @Test
    void tooMuchOfSomethingIsShownToAPersonAndSendsNothingBack() {
        in.list(today, "7439-92-1");
        var paper = in.declare(supplier, Sample.leaded("Ribbon", today));
        assertThat(in.owed(supplier, PaperKind.DECLARATION).state()).isEqualTo(State.SENT_IN);
        assertThat(substances.findings(paper.id())).extracting(it -> it.key() + " " + it.severity()).containsExactly("substances.over-rohs LOOK_AT", "substances.over-reach LOOK_AT");
        assertThat(substances.findings(paper.id()).getFirst().wordsEn()).isEqualTo("Lead and its compounds: 400000 ppm in Solder coating; 1000 ppm are tolerated.");
        assertThat(substances.findings(paper.id()).getLast().wordsEn()).startsWith("Substance 7439-92-1: 32000 ppm of the article Interconnect ribbon.");
        assertThat(done(rulings.accept(paper.id(), "Known, exemption asked for", in.ehs)).state()).isEqualTo(State.MET);
    }

    @Test
    void theLimitItselfIsToleratedAndOneGrainMoreIsNot() {
        assertThat(keys(lead("0.1", "99.9", ""))).isEmpty();
        assertThat(keys(lead("0.100000000001", "99.899999999999", ""))).containsExactly("substances.over-rohs");
    }

    @Test
    void anExemptionHelpsWhileItIsInForceAndOnlyForWhatItIsMadeFor() {
        assertThat(keys(lead("40", "60", "<Exemption identity='7(a)'/>"))).containsExactly("substances.over-exempt");
        assertThat(keys(lead("40", "60", "<Exemption identity='99'/>"))).containsExactly("substances.exemption-unknown");
        db.sql("""
                INSERT INTO substances.exemption (id, code, threshold, words_en, words_zh, from_day, until_day, source, said_at)
                VALUES (gen_random_uuid(), '7(a)', 'lead', 'x', 'x', '2011-07-21', :day, 'ended', now())
                """).param("day", today.minusDays(1)).update();
        assertThat(keys(lead("40", "60", "<Exemption identity='7(a)'/>"))).containsExactly("substances.exemption-unknown");
        db.sql("DELETE FROM substances.exemption WHERE source = 'ended'").update();
    }

    @Test
    void whatContradictsItselfGoesBackAndWhatSaysItIsAboveIsLookedAt() {
        var both = new String(lead("40", "60", ""), StandardCharsets.UTF_8).replace("<HomogeneousMaterialList>", """
                <SubstanceCategoryList><SubstanceCategoryListID identity="EUROHS-1907" authority="IPC"/>
                <SubstanceCategory name="Lead/Lead Compounds"><Threshold overThreshold="false"/></SubstanceCategory></SubstanceCategoryList><HomogeneousMaterialList>""");
        assertThat(keys(both.getBytes(StandardCharsets.UTF_8))).containsExactly("substances.contradicts", "substances.over-rohs");
        assertThat(in.owed(supplier, PaperKind.DECLARATION).state()).isEqualTo(State.SENT_BACK);
        assertThat(keys(new String(Sample.thresholds("Ribbon", today), StandardCharsets.UTF_8).replaceFirst("\"false\"", "\"true\"").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("substances.said-over");
    }

    @Test
    void anothersNameInTheFileIsLookedAt() {
        assertThat(keys(Sample.materials("Somebody Else Ltd", today))).containsExactly("substances.other-company");
        assertThat(keys(Sample.materials("焊带", today))).as("in either language").isEmpty();
        assertThat(keys(Sample.materials(in.suppliers.find(supplier).orElseThrow().nameEn().toUpperCase() + " Co., Ltd.", today))).isEmpty();
    }

    @Test
    void aDeclarationOlderThanTwelveMonthsGoesBack() {
        assertThat(keys(Sample.materials("Ribbon", today.minusMonths(12)))).containsExactly("substances.declaration-old");
        assertThat(keys(Sample.materials("Ribbon", Spans.firstWithin(12, today)))).isEmpty();
    }

    /** Both readers are taken by workbooks meanwhile: the readers are the house's. */
    @Test
    void whatNoReaderIsFreeForIsKeptAndReadAfterwardsOnce() throws InterruptedException {
        var done = new CountDownLatch(1);
        var taken = new CountDownLatch(Readers.AT_ONCE);
        for (var n = 0; n < Readers.AT_ONCE; n++) {
            Thread.ofVirtual().start(() -> readers.with(Duration.ofSeconds(30), reader -> {
                taken.countDown();
                try {
                    return done.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();
        var paper = in.declare(supplier, Sample.faulty("Ribbon", today));
        assertThat(paper.readAt()).isNull();
        assertThat(in.owed(supplier, PaperKind.DECLARATION).state()).isEqualTo(State.SENT_IN);
        assertThat(browser.get().uri("/app/portal/substances/" + paper.obligation()).with(As.contactOf(supplier)).exchange()).bodyText().contains("is being read now");
        done.countDown();
        assertThat(declarations.read(paper.id(), Duration.ofSeconds(30))).isTrue();
        var findings = substances.findings(paper.id()).size();
        assertThat(findings).isPositive();
        assertThat(declarations.read(paper.id(), Duration.ofSeconds(1))).as("twice without harm").isTrue();
        assertThat(substances.findings(paper.id())).hasSize(findings);
        assertThat(in.owed(supplier, PaperKind.DECLARATION).state()).isEqualTo(State.SENT_BACK);
    }

    @Test
    void oneThatIsStillBeingReadIsNotRuledOn() {
        var paper = in.declare(supplier, Sample.materials("Ribbon", today));
        db.sql("UPDATE substances.paper SET read_at = NULL WHERE id = :id").param("id", paper.id()).update();
        assertThat(key(rulings.accept(paper.id(), "fine", in.ehs))).isEqualTo("substances.not-read");
    }

    @Test
    void everyNumberOfTheLimitsIsRightAndEveryRowNamesItsLaw() {
        assertThat(db.sql("SELECT unnest(cas) FROM substances.threshold").query(String.class).list()).isNotEmpty().allMatch(Cas::isRight);
        assertThat(db.sql("SELECT count(*) FROM substances.threshold WHERE regime = 'ROHS'").query(Long.class).single()).isEqualTo(10);
        assertThat(db.sql("SELECT ppm::int FROM substances.threshold WHERE code = 'cadmium'").query(Integer.class).single()).isEqualTo(100);
        assertThat(browser.get().uri("/app/substances/rules").with(As.me(in.ehs)).exchange()).bodyText()
                .contains("Directive 2011/65/EU, Annex II", "(EU) 2015/863", "Article 33", "Article 2(4)(i)", "Not compared with the Annex in force");
    }

    @Test
    void aNewListMakesStatementsStaleAndAsksForTheirRenewal() {
        in.list(today, "7439-92-1");
        var paper = in.send(supplier, PaperKind.REACH, today.minusMonths(2));
        done(rulings.accept(paper.id(), "fine", in.ehs));
        var mail = UUID.randomUUID() + "@ribbon.example";
        in.suppliers.addContact(supplier, "Chen Yu", mail, "");
        var same = in.list(today, "7439-92-1");
        assertThat(same.asked()).as("it adds nothing").isZero();
        assertThat(same.unchanged()).isPositive();
        var effect = in.list(today, "7439-92-1", "141-62-8");
        assertThat(effect.asked()).isEqualTo(1);
        var renewal = in.owed(supplier, PaperKind.RENEWAL);
        assertThat(renewal.dueDay()).isEqualTo(today.plusDays(30));
        assertThat(in.owed(supplier, PaperKind.REACH).state()).as("the yearly report stays").isEqualTo(State.MET);
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to AND subject LIKE '%新候选清单%'").param("to", mail).query(Long.class).single()).isEqualTo(1);
        var older = new Substances.Report("Anhe", "CNAS", "L1", "R1", today.minusMonths(2), List.of(in.material(supplier)), "Ribbon", Paper.Result.BELOW, paper.edition());
        assertThat(key(substances.send(renewal.id(), older, "r.pdf", InScope.pdf("x"), InScope.contact(supplier)))).isEqualTo("substances.list-old");
        assertThat(browser.get().uri("/app/portal/substances/" + renewal.id()).with(As.contactOf(supplier)).exchange()).bodyText().contains("141-62-8");
        var renewed = in.send(supplier, PaperKind.RENEWAL, today.minusMonths(2));
        assertThat(done(rulings.accept(renewed.id(), "fine", in.quality)).state()).isEqualTo(State.MET);
        assertThat(in.list(today, "7439-92-1", "141-62-8").asked()).as("nothing new, nobody asked").isZero();
    }

    @Test
    void whatWasDeclaredIsComparedWithANewListAtOnce() {
        in.list(today, "117-81-7");
        var paper = in.declare(supplier, Sample.materials("Ribbon", today));
        done(rulings.accept(paper.id(), "fine", in.ehs));
        var effect = in.list(today, "117-81-7", "7440-31-5");
        assertThat(effect.found()).isPositive();
        assertThat(in.owed(supplier, PaperKind.RENEWAL).state()).isEqualTo(State.OWED);
        assertThat(substances.findings(paper.id())).extracting(Paper.Finding::key).contains("substances.over-new-list");
    }

    @Test
    void aListIsTakenWholeOrNotAtAll() {
        var head = "name,ec,cas,reason,date_added\n";
        assertThat(load("a,b\n1,2\n", "x", today)).isEqualTo("substances.list-heading");
        assertThat(load(head, "x", today)).isEqualTo("substances.list-empty");
        assertThat(load(head + ",,7439-92-1,,\n", "x", today)).isEqualTo("substances.list-no-name");
        assertThat(load(head + "Lead,,7439-92-2,,\n", "x", today)).isEqualTo("substances.list-cas-wrong");
        assertThat(load(head + "Lead,,7439-92-1,,someday\n", "x", today)).isEqualTo("substances.list-date-wrong");
        assertThat(load(head + "Lead,,7439-92-1,,\nLead,,7439-92-1,,\n", "x", today)).isEqualTo("substances.list-twice");
        assertThat(load(head + "Lead,,7439-92-1,,\n", " ", today)).isEqualTo("substances.list-version-missing");
        assertThat(load(head + "Lead,,7439-92-1,,\n", "x", null)).isEqualTo("substances.list-day-missing");
        assertThat(load(head + "Lead,,7439-92-1,,\n", "x", today.plusDays(1))).isEqualTo("substances.list-to-come");
        assertThat(load("", "x", today)).isEqualTo("ui.file-empty");
        var effect = in.list(today.minusDays(30), "7439-92-1");
        assertThat(load(head + "Lead,,7439-92-1,,\n", effect.edition().version(), today)).isEqualTo("substances.list-known");
    }

    @Test
    void theAgencysOwnExportIsReadWithTheLinesAboveItsHeadingAndItsGroups() {
        var csv = "Candidate List of substances of very high concern,,,,\nExported,,,,\n\n\"Substance name\",\"EC No.\",\"CAS No.\",\"Reason for inclusion\",\"Date of inclusion\"\n"
                + "\"Group of two\",-,\"107-51-7, 141-62-8\",vPvB,25-Jun-2025\n\"A group without numbers\",-,-,PBT,17/01/2023\n";
        var edition = done(lists.load("echa.csv", csv.getBytes(StandardCharsets.UTF_8), "E" + UUID.randomUUID(), today.minusDays(40), "export", in.ehs)).edition();
        assertThat(edition.entries()).isEqualTo(2);
        assertThat(edition.numberless()).isEqualTo(1);
        assertThat(lists.candidates(edition, "141-62")).singleElement().satisfies(it -> assertThat(it.includedOn()).isEqualTo(LocalDate.of(2025, 6, 25)));
        assertThat(browser.get().uri("/app/substances/lists/" + edition.id() + "?format=csv").with(As.me(in.ehs)).exchange()).bodyText().contains("A group without numbers");
    }

    private String load(String csv, String version, LocalDate day) {
        return key(lists.load("list.csv", csv.getBytes(StandardCharsets.UTF_8), version, day, "test", in.ehs));
    }

    private List<String> keys(byte[] file) {
        var paper = in.declare(supplier, file);
        assertThat(paper.unreadableEn()).isNull();
        // Which list is in force is another test's.
        return substances.findings(paper.id()).stream().map(Paper.Finding::key).filter(key -> !key.equals("substances.over-reach")).toList();
    }

    /** A coating of 100 mg with so much lead, and tin for the rest. */
    private byte[] lead(String lead, String tin, String exemption) {
        return new String(Sample.leaded("Ribbon", today), StandardCharsets.UTF_8).replace("value=\"40\" UOM=\"mg\"/>", "value=\"" + lead + "\" UOM=\"mg\"/>" + exemption)
                .replace("value=\"60\"", "value=\"" + tin + "\"").getBytes(StandardCharsets.UTF_8);
    }
}
